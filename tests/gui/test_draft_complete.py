"""Everything that the API has can be set in the window, in each mode."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from agora_console.domain.config.spec import FieldSpec, fields
from agora_console.domain.paths import MISSING
from agora_console.domain.session import Mode
from agora_console.ui.draft.document import PAGE, TRANSCODING, with_service
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.form import DraftForm
from agora_console.ui.draft.model import DraftModel, same
from agora_console.ui.draft.regions_model import KEYS
from agora_console.ui.widgets.secret_line import SecretLine
from tests.gui.draft_stand_in import StandInConsole

SERVICE = f"{PAGE}.extensionServices[]"
WITHOUT_A_WIDGET: Mapping[str, str] = {
    "acquire.startParameter": "a copy of start, which the console makes itself",
    "clientRequest.snapshotConfig.fileType": "has one value, which the switch writes",
    f"{PAGE}.errorHandlePolicy": "has one value, which is the default",
    f"{PAGE}.apiVersion": "no longer part of the API, with one value",
    f"{SERVICE}.serviceName": "written with the page, and with the switch of the push",
    f"{SERVICE}.errorHandlePolicy": "has one value for each service, written with it",
    f"{TRANSCODING}.layoutConfig": "the table of regions",
    f"{TRANSCODING}.backgroundConfig[].uid": "a line of the images of people",
    f"{TRANSCODING}.backgroundConfig[].image_url": "a line of the images of people",
    f"{TRANSCODING}.backgroundConfig[].render_mode": "a line of the images of people",
    **{f"{TRANSCODING}.layoutConfig[].{key}": "a column of the table of regions" for key in KEYS},
}
"""Fields that no row of their own stands for, and what does."""

FOLLOWS_FROM_THE_MODE = {("mix", "acquire.scene"), ("web", "acquire.scene")}


def sample(spec: FieldSpec) -> Any:
    """A value that is not the default."""
    if spec.path == "mode":
        return MISSING
    if spec.type == "strings":
        return list(spec.values) or ["1001", "1002"]
    if spec.choices:
        return next((each for each in reversed(spec.values) if each != spec.default), spec.default)
    kinds: Mapping[str, Any] = {"integer": 17, "boolean": True, "objects": [{"uid": "7"}]}
    return kinds.get(spec.type, "words")


def in_place(path: str) -> str:
    """The path in a draft whose recorder is its first service and whose push is its second."""
    push = "outputs" in path
    return path.replace(SERVICE, f"{SERVICE[:-2]}[{int(push)}]").replace("outputs[]", "outputs[0]")


def is_leaf(spec: FieldSpec) -> bool:
    return spec.type != "object" and not (spec.children and spec.key != "backgroundConfig")


def shows(form: DraftForm, spec: FieldSpec) -> bool:
    """True when a field of the form shows what stands at the path, or takes a secret for it."""
    path = in_place(spec.path)
    if spec.secret or spec.kind == "rtmp":
        rows = [card.row_of(path) for card in form.cards() if card.isVisibleTo(form)]
        return any(row.findChildren(SecretLine) for row in rows if row is not None)
    value = sample(spec)
    model = form.channel.cname.model
    if value is MISSING:
        return any(field.path == path for field in form.fields())
    model.set(path, value)
    found = [each for each in form.fields() if path.endswith(each.path)]
    return any(same(each.read(), value) for each in found)


def everything(mode: Mode, qtbot: QtBot) -> DraftForm:
    """The form of a mode with all of its rows in sight."""
    model = DraftModel()
    form = DraftForm(model, StandInConsole().as_console())
    qtbot.addWidget(form)
    form.later.complete()
    model.set_mode(mode)
    model.set("tokenFrom", "paste")
    if mode != "web":
        model.set("clientRequest.recordingConfig.decryptionMode", 7)
    if mode == "individual":
        model.set_snapshots(True)
    if mode == "web":
        outputs = {"outputs": [{"rtmpUrl": ""}]}
        model.become(with_service(model.document(), "rtmp_publish_service", outputs))
    for section in form.findChildren(Advanced):
        section.open()
    return form


@pytest.mark.parametrize("mode", get_args(Mode))
def test_each_field_of_the_api_has_a_widget(mode: Mode, qtbot: QtBot, qapp: QApplication) -> None:
    form = everything(mode, qtbot)
    missing = [
        spec.path
        for spec in fields(mode)
        if is_leaf(spec)
        and spec.path not in WITHOUT_A_WIDGET
        and (mode, spec.path) not in FOLLOWS_FROM_THE_MODE
        and not shows(form, spec)
    ]
    assert missing == []


def test_what_has_no_widget_is_a_field_of_the_api() -> None:
    known = {spec.path for spec in fields()}
    assert WITHOUT_A_WIDGET.keys() <= known


CALLED_OTHERWISE: Mapping[str, str] = {
    "clientRequest.token": "where it comes from is one row, and pasting it another",
    "clientRequest.storageConfig.accessKey": "as the vendor calls it",
    "clientRequest.storageConfig.secretKey": "as the vendor calls it",
    f"{TRANSCODING}.layoutConfig": "its row shows with the custom layout",
    f"{TRANSCODING}.maxResolutionUid": "its row shows with the vertical layout",
    "clientRequest.storageConfig.extensionParams.endpoint": "its row shows with a vendor of one",
}
"""Fields whose row here is called otherwise than in the sentences about them."""


def names_of(form: DraftForm, spec: FieldSpec) -> set[str]:
    """What the window calls the field: the caption of its row, and of the lines in that row."""
    rows = (card.row_of(in_place(spec.path)) for card in form.cards() if card.isVisibleTo(form))
    row = next((each for each in rows if each is not None), None)
    if row is None:
        return set()
    called = [each.text() for each in row.findChildren(QLabel)]
    called += [each.accessibleName() for each in row.findChildren(QLineEdit)]
    return {name.removesuffix(" in pixels") for name in called}


@pytest.mark.parametrize("mode", get_args(Mode))
def test_a_field_is_called_as_in_the_sentences_about_it(
    mode: Mode, qtbot: QtBot, qapp: QApplication
) -> None:
    form = everything(mode, qtbot)
    for key in ("Audio", "Video") if mode != "web" else ():
        for path in (f"subscribe{key}Uids", f"unSubscribe{key}Uids"):
            form.channel.cname.model.set(f"clientRequest.recordingConfig.{path}", ["1"])
    otherwise = {
        spec.path: (spec.title, names)
        for spec in fields(mode)
        if is_leaf(spec)
        and spec.path not in WITHOUT_A_WIDGET.keys() | CALLED_OTHERWISE.keys()
        and (mode, spec.path) not in FOLLOWS_FROM_THE_MODE
        and spec.title not in (names := names_of(form, spec))
    }
    assert otherwise == {}
