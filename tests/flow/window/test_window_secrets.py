"""A whole recording with every kind of secret: none is on the screen, in a file, in the log."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from agora_console.arguments import Arguments
from agora_console.simulator import Simulator
from agora_console.ui.look.theme import Theme
from tests.flow.secret_forms import basic, forms, found_in, text_below
from tests.flow.stage import SPEED
from tests.flow.window.screen import everything
from tests.flow.window.stage import Seat, window_of
from tests.flow.window.test_window_project import ACCESS, SECRET, new_project
from tests.support.secret_service import SecretService

TOKEN = "007eJxTYBBbsMMnKq7p9Hf/HcIX5kce9b518kCiQgSr5Zrp4X1Tu6UVGIyNU8wtU80MjczMjC2MTRKTDIwsk0=="


class Eyes:
    """Remembers everything that the window has said."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._seen: set[str] = set()

    def look(self) -> None:
        self._seen.update(everything(self._seat.window))

    def seen(self) -> str:
        return "\n".join(self._seen)


@pytest.mark.keyring
async def test_no_secret_is_shown_written_or_logged(
    tmp_path: Path, theme: Theme, secret_service: SecretService, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    data, exports = tmp_path / "data", tmp_path / "exports"
    exports.mkdir()
    arguments = Arguments(data_dir=data, speed=SPEED)
    async with Simulator(speed=SPEED, seed=1) as simulator:
        account = simulator.account
        wanted = [account.customer_secret, ACCESS, SECRET, TOKEN]
        wanted.append(basic(account.customer_id, account.customer_secret))
        async with window_of(arguments, theme) as seat:
            eyes = Eyes(seat)
            form = await new_project(seat)
            form.fill_account(simulator)
            form.fill_storage()
            eyes.look()
            await form.test()
            await form.save()
            seat.fill_draft()
            seat.hands.press("Token: Paste")
            seat.hands.type_into("Pasted token", TOKEN)
            eyes.look()
            await record_everything(seat, eyes, exports)
        async with window_of(arguments, theme) as seat:
            again = Eyes(seat)
            seat.window.select_session(seat.session.id)
            again.look()
            seat.workspace.edit_project(seat.console.projects.current())
            await seat.dialog()
            again.look()
        sent = simulator.ledger.requests
        assert any(each.body and TOKEN in str(each.body) for each in sent)
    assert found_in(eyes.seen() + again.seen(), wanted) == []
    assert found_in(text_below(data), wanted) == []
    assert (exports / "support" / "timeline.json").is_file()
    assert found_in(text_below(exports), wanted) == []
    assert found_in("\n".join(record_texts(caplog.records)), wanted) == []


async def record_everything(seat: Seat, eyes: Eyes, exports: Path) -> None:
    """Start, watch, change, stop and export, with a look at every page."""
    await seat.start()
    await seat.until(lambda session: session.last_status == 5)
    seat.hands.open_tab("Layout")
    seat.hands.press("Layout: Best fit")
    seat.hands.type_into("Background", "#204060")
    seat.hands.press("Take")
    await seat.until(lambda session: session.layout_at is not None)
    for tab in ("Status", "Layout", "Files", "Requests", "Config"):
        seat.hands.open_tab(tab)
        eyes.look()
    await seat.stop()
    seat.hands.open_tab("Files")
    for kind in ("csv", "json"):
        seat.hands.choose("Export", f"File list as {kind.upper()}…")
        await seat.save_as(exports / f"files.{kind}")
        await seat.hands.until((exports / f"files.{kind}").exists, "nothing was written")
    seat.hands.open_tab("Requests")
    await seat.told()
    for button, name in (
        ("Save the requests in the table as HAR", "requests.har"),
        ("Save the support bundle", "support.zip"),
    ):
        seat.hands.press(button)
        await seat.save_as(exports / name)
        await seat.hands.until((exports / name).exists, "nothing was written")
    with zipfile.ZipFile(exports / "support.zip") as bundle:
        bundle.extractall(exports / "support")
    seat.console.presets.save("Show", seat.workspace.draft.document())
    (exports / "preset.json").write_text(seat.console.presets.export("Show"), "utf-8")
    eyes.look()


def record_texts(records: Iterable[logging.LogRecord]) -> list[str]:
    """What was logged, at whatever level and by whomever, with tracebacks."""
    return [logging.Formatter("%(name)s %(message)s").format(each) for each in records]


async def test_the_search_itself_finds_a_secret_in_every_form() -> None:
    for form in forms(SECRET):
        assert found_in(f"… {form} …", [SECRET]) == [SECRET]
    assert found_in(basic("customer", SECRET), [basic("customer", SECRET)])
    assert found_in("nothing of it", [SECRET]) == []
