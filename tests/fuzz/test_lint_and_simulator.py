"""Linter and simulator judge by the same reference, written down twice; here they are compared.

What the linter lets pass, the simulator takes; what the simulator refuses, the linter has named an
error. `STRICTER` lists where the linter alone objects, each with the reason. The other way round
there is no exception.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agora_console.api import wire
from agora_console.domain.config import (
    AcquireRequest,
    FieldSpec,
    LayoutUpdate,
    RecordingConfig,
    StopRequest,
    UpdateRequest,
    fields,
    tree,
)
from agora_console.domain.intake.lint import LintInput, mend
from agora_console.domain.paths import MISSING, read, with_value, without
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules import (
    CheckContext,
    check,
    check_acquire_request,
    check_cname,
    check_stop,
    check_uid,
    check_update,
    check_update_layout,
)
from agora_console.domain.secrets import Secret, StartSecrets
from agora_console.domain.session import Mode
from agora_console.domain.vendors import VENDORS
from tests.fuzz.strategies import (
    MODES,
    SALT,
    SMALL,
    Json,
    documents,
    objects,
    odd_values,
    right_values,
    spoilt,
    spots,
)
from tests.support.configs import FULL, mix
from tests.support.judge import NAMES, NOW, Agora

STRICTER = {
    "apiVersion-type": "A field of old servers; the simulator is a new one and passes over it.",
    "bucket-format": "The service takes any text for a bucket; that it was the wrong one shows "
    "when nothing arrives there.",
    "bucket-missing": "The same, for a name of blanks.",
    "not-sendable": "Half a character can travel as an escape, but is no text at the other end.",
    "rtmpUrl-missing": "The reference lets an update leave the address out; it then does nothing.",
    "sse-choice": "Empty is what official clients send, and vendors without it do not look at it; "
    "the reference wants it left out.",
    "token-type": "A page recording needs no token, so nobody looks at it there.",
    "unsubscribe-spelling": "Of the same list in two spellings the service reads one, and which "
    "one nobody knows.",
}
"""Rules by which the linter reports an error where the simulator takes the request, and why."""

CONTEXT = CheckContext(
    cname=NAMES["cname"],
    uid=NAMES["uid"],
    now=NOW,
    has_storage_keys=True,
    has_token=True,
    has_channel_secret=True,
    has_salt=True,
    secrets_inside=True,
)
SECRETS = StartSecrets(
    access_key=Secret("access-of-nobody"),
    secret_key=Secret("secret-of-nobody"),
    token=Secret("007-of-nobody"),
    channel_secret=Secret("channel-of-nobody"),
    salt=Secret(SALT),
)
THOROUGH = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


# --- the two judges ------------------------------------------------------------------


def errors(problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def lint_errors(document: Json) -> list[Problem]:
    return errors(check(document, context=CONTEXT))


def with_secrets(document: Json) -> Json:
    """The config with the secrets that are there at the start, each where it belongs."""
    for path, values in (
        ("clientRequest.storageConfig", {"accessKey": "A", "secretKey": "S"}),
        ("clientRequest.recordingConfig", {"secret": "C", "salt": SALT}),
    ):
        place = read(document, path)
        encrypted = isinstance(place, dict) and place.get("decryptionMode")
        if isinstance(place, dict) and (path.endswith("storageConfig") or encrypted):
            document = with_value(document, path, {**values, **place})
        expires = place.get("stsExpiration") if isinstance(place, dict) else None
        if type(expires) is int:
            document = with_value(document, f"{path}.stsToken", "T")
    return document


def refusal(document: Json) -> str:
    """Why the simulator refuses the config as it stands; empty: it does not."""
    mode = document.get("mode")
    acquire = document.get("acquire", {})
    if isinstance(acquire, dict):
        acquire = {"scene": int(mode == "web"), **acquire}
    return Agora().start(acquire, document.get("clientRequest"), str(mode))[0]


def refusal_by_wire(document: Json) -> str:
    """Why the config is refused as the console sends it; empty: it is not."""
    try:
        acquire = wire.acquire_body("c", "1", document)["clientRequest"]
        start = wire.start_body("c", "1", document, SECRETS)["clientRequest"]
        wire.encode({"acquire": acquire, "start": start})
    except ValueError as error:
        return str(error)
    return Agora().start(acquire, start, str(document.get("mode")))[0]


def compare(found: list[Problem], refused: str, what: object) -> None:
    """Fail where only one of the two objects."""
    only_lint = [problem for problem in found if problem.rule not in STRICTER]
    story = json.dumps(what, default=str)
    assert found or not refused, f"the simulator alone refuses: {refused}\n{story}"
    assert refused or not only_lint, f"the linter alone refuses: {only_lint}\n{story}"


# --- one field at a time ----------------------------------------------------------------


def cases(spec: FieldSpec, mode: Mode) -> Iterator[Json]:
    """A right config in which this one field has every odd and every right value, or is gone."""
    right = right_values(spec, mode) if not spec.type.startswith("object") else []
    whole = read(FULL[mode](), spots(spec)) is not MISSING
    base = FULL[mode]() if whole else SMALL[mode]()
    yield without(base, spots(spec))
    for value in (*right, *odd_values(spec)):
        try:
            yield with_value(base, spots(spec), value)
        except ValueError:  # there is no such list in this mode
            break


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "spec",
    [spec for spec in fields() if not spec.secret and spec.key not in ("mode", "startParameter")],
    ids=lambda spec: spec.path,
)
def test_a_value_is_judged_alike(spec: FieldSpec, mode: Mode) -> None:
    for document in cases(spec, mode):
        sent = with_secrets(document)
        compare(lint_errors(sent), refusal(sent), sent)


def test_every_exception_is_met_by_a_config() -> None:
    """The table of exceptions holds nothing that is not needed."""
    met = {
        "apiVersion-type": with_value(
            FULL["web"](), "clientRequest.extensionServiceConfig.apiVersion", 1
        ),
        "bucket-format": with_value(mix(), "clientRequest.storageConfig.bucket", " b"),
        "bucket-missing": with_value(mix(), "clientRequest.storageConfig.bucket", " "),
        "not-sendable": with_value(mix(), "clientRequest.storageConfig.bucket", "\ud800"),
        "sse-choice": with_value(mix(), "clientRequest.storageConfig.extensionParams.sse", ""),
        "token-type": with_value(SMALL["web"](), "clientRequest.token", 1),
        "unsubscribe-spelling": mix(unSubscribeAudioUids=["7"], unsubscribeAudioUids=["8"]),
    }

    assert set(met) | {"rtmpUrl-missing"} == set(STRICTER)
    for rule, document in met.items():
        sent = with_secrets(document)
        assert {problem.rule for problem in lint_errors(sent)} == {rule}
        assert refusal(sent) == ""


def test_an_update_may_leave_the_push_address_out_at_the_service() -> None:
    agora = Agora()
    request: Json = {"rtmpPublishConfig": {"outputs": [{}]}}
    running = with_secrets(FULL["web"]())
    _, path = agora.start({"scene": 1}, running["clientRequest"], "web")

    (problem,) = errors(check_update(request, "web", document=running))

    assert problem.rule == "rtmpUrl-missing"
    assert agora.change(path, "update", request) == ""


# --- many at a time ----------------------------------------------------------------------


any_document = st.sampled_from(MODES).flatmap(lambda mode: documents(tree(RecordingConfig), mode))


@THOROUGH
@given(any_document)
def test_a_config_is_judged_alike(document: Json) -> None:
    sent = with_secrets(document)

    compare(lint_errors(sent), refusal(sent), sent)


@THOROUGH
@given(any_document)
def test_what_lints_without_an_error_is_taken_as_the_console_sends_it(document: Json) -> None:
    refused = refusal_by_wire(document)

    assert lint_errors(document) or not refused, f"{refused}\n{json.dumps(document)}"


@settings(THOROUGH, max_examples=150)
@given(any_document)
def test_what_was_mended_until_no_error_is_left_is_taken(document: Json) -> None:
    mended = mend(LintInput(document, "config", "start", "mix"), CONTEXT).document
    sent = with_secrets(mended)

    compare(lint_errors(sent), refusal(sent), sent)


def test_the_documents_are_neither_all_right_nor_all_wrong() -> None:
    """Without this the properties above might hold of nothing."""
    seen: Counter[tuple[str, bool]] = Counter()

    @settings(max_examples=300, deadline=None, database=None, derandomize=True)
    @given(any_document)
    def look(document: Json) -> None:
        seen[str(document.get("mode")), not lint_errors(with_secrets(document))] += 1

    look()
    assert all(seen[mode, right] >= 15 for mode in MODES for right in (True, False)), seen


# --- the other requests ---------------------------------------------------------------------


@THOROUGH
@given(st.data(), st.sampled_from(MODES))
def test_an_acquire_is_judged_alike(data: st.DataObject, mode: Mode) -> None:
    specs = tree(AcquireRequest)
    request = data.draw(spoilt(data.draw(objects(specs, mode)), specs, times=2))
    refused, _ = Agora().start(request, with_secrets(SMALL[mode]()).get("clientRequest"), mode)
    zone_apart = "X32" in refused  # start tells; the request by itself knows of no storage

    found = errors(check_acquire_request(request, mode, context=CONTEXT))

    if "scene" in request or not (mode == "web" or zone_apart):
        compare(found, "" if zone_apart else refused, request)


@THOROUGH
@given(st.data(), st.sampled_from(MODES), st.sampled_from([None, 0, 1, 2]))
def test_an_update_is_judged_alike(data: st.DataObject, mode: Mode, streams: int | None) -> None:
    specs = tree(UpdateRequest)
    request = data.draw(spoilt(data.draw(objects(specs, mode)), specs, times=2))
    running = FULL[mode]() if streams is None else SMALL[mode]()
    if streams is not None and mode != "web":
        running = with_value(running, "clientRequest.recordingConfig.streamTypes", streams)
    sent = with_secrets({"clientRequest": request})["clientRequest"]
    agora, scene = Agora(), {"scene": int(mode == "web")}
    _, path = agora.start(scene, with_secrets(running)["clientRequest"], mode)

    refused = agora.change(path, "update", sent)

    compare(errors(check_update(sent, mode, document=running, context=CONTEXT)), refused, sent)


@THOROUGH
@given(st.data())
def test_a_new_layout_is_judged_alike(data: st.DataObject) -> None:
    specs = tree(LayoutUpdate)
    request = data.draw(spoilt(data.draw(objects(specs, "mix")), specs, times=2))
    agora = Agora()
    _, path = agora.start({}, with_secrets(mix())["clientRequest"], "mix")

    refused = agora.change(path, "updateLayout", request)

    compare(errors(check_update_layout(request, context=CONTEXT)), refused, request)


@settings(THOROUGH, max_examples=60)
@given(st.data(), st.sampled_from(MODES))
def test_a_stop_is_judged_alike(data: st.DataObject, mode: Mode) -> None:
    specs = tree(StopRequest)
    request = data.draw(spoilt(data.draw(objects(specs, mode)), specs, times=1))
    start = with_secrets(SMALL[mode]())["clientRequest"]
    agora = Agora()
    _, path = agora.start({"scene": int(mode == "web")}, start, mode)

    refused = agora.change(path, "stop", request)

    compare(errors(check_stop(request, mode)), refused, request)


# --- names, storage, and the copy of the start ---------------------------------------------


@given(st.text(max_size=70) | st.text("aä /é日", max_size=70), st.sampled_from(MODES))
def test_a_channel_name_is_judged_alike(cname: str, mode: Mode) -> None:
    judge_names(cname, "7", mode)


@given(
    st.text("0123456789 -+.", max_size=12)
    | st.integers(-5, 2**33).map(str)
    | st.sampled_from(["4294967295", "4294967296", "\N{ARABIC-INDIC DIGIT FIVE}", "1\n", ""])
)
def test_a_uid_is_judged_alike(uid: str) -> None:
    judge_names("town", uid, "mix")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("size", [63, 64, 65, 128, 129, 1024, 1025])
def test_the_length_of_a_name_is_judged_alike(size: int, mode: Mode) -> None:
    judge_names("a" * size, "7", mode)
    judge_names("é" * (size // 2), "7", mode)


def judge_names(cname: str, uid: str, mode: Mode) -> None:
    problems = tuple(problem for problem in (check_cname(cname, mode), check_uid(uid)) if problem)
    status, body = Agora().post(
        "/acquire",
        {"cname": cname, "uid": uid, "clientRequest": {"scene": int(mode == "web")}},
    )

    compare(errors(problems), "" if status == 200 else str(body), [cname, uid])


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.name)
def test_a_storage_region_is_judged_alike_in_every_zone(vendor: Any) -> None:
    for region, zone in itertools.product(range(-1, 31), ("", "CN", "AP", "EU", "NA")):
        extras = {"extensionParams": {"endpoint": "s3.example.org"}} if vendor.number == 11 else {}
        document = with_secrets(mix())
        storage = {"vendor": vendor.number, "region": region, "bucket": "b", **extras}
        document = with_secrets(with_value(document, "clientRequest.storageConfig", storage))
        if zone:
            document["acquire"] = {"region": zone}
        compare(lint_errors(document), refusal(document), document)


@pytest.mark.parametrize("mode", MODES)
def test_a_copy_of_the_start_has_to_be_one(mode: Mode) -> None:
    document = with_secrets(FULL[mode]())
    same = {**document, "acquire": {**document["acquire"]}}
    same["acquire"]["startParameter"] = document["clientRequest"]
    other = with_value(same, "acquire.startParameter.storageConfig.bucket", "elsewhere")

    compare(lint_errors(same), refusal(same), same)
    assert "X29" in {problem.rule for problem in lint_errors(other)}
    assert "X29" in refusal(other)
