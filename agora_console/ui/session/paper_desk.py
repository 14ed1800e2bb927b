"""What is read and saved from the page of a recording: its files, requests and config."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agora_console.domain.session import Session
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.calls import Call
from agora_console.ui.session.stop_desk import attempt
from agora_console.ui.widgets.notice import Notice
from agora_console.ui.widgets.on_demand import OnDemand

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.session.config_tab import ConfigTab
    from agora_console.ui.session.exporter import Exporter
    from agora_console.ui.session.files_desk import FilesDesk
    from agora_console.ui.session.files_tab import FilesTab
    from agora_console.ui.session.requests_tab import RequestsTab


class PaperDesk(QObject):
    """The tabs that change nothing on air, and what saves something of them as a file.

    `window` bears the dialogs, `notice` says what failed; `saved` carries what was written and its
    path.
    """

    saved = Signal(str, str)

    def __init__(self, console: Console, theme: Theme, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._console = console
        self._notice = notice
        self._window = window
        self._session: Session | None = None
        self._exporter: Exporter | None = None
        self._files_desk: FilesDesk | None = None
        self.calls: tuple[Call, ...] = ()
        self.files = OnDemand(self._make_files, lambda _: self._fill())
        self.requests = OnDemand(partial(self._make_requests, theme), self._fill_requests)
        self.config = OnDemand(self._make_config, lambda _: self._fill())

    @property
    def exporter(self) -> Exporter:
        """What asks where to save, and saves."""
        if self._exporter is None:
            from agora_console.ui.session.exporter import Exporter  # noqa: PLC0415

            self._exporter = Exporter(self._console, self._window)
            self._exporter.saved.connect(self.saved)
            self._exporter.failed.connect(self._notice.show_problem)
        return self._exporter

    @property
    def files_desk(self) -> FilesDesk:
        """What does what the tab with the files asks for."""
        self.files.complete()
        assert self._files_desk is not None
        return self._files_desk

    def show_session(self, session: Session, now: float) -> None:
        """Show the session in the tabs that there are."""
        self.show_files(session, now)
        if self.config.made is not None:
            self.config.made.show_session(session)

    def show_files(self, session: Session, now: float) -> None:
        """Show the files of the session, and how old what is known of them is."""
        self._session = session
        if self._files_desk is not None:
            self._files_desk.show_session(session, now)

    def show_calls(self, calls: tuple[Call, ...]) -> None:
        """Show the requests of the session, newest first."""
        self.calls = calls
        if self.requests.made is not None:
            self._fill_requests(self.requests.made)

    def close_dialog(self) -> None:
        """Take back a dialog that asks where something is to be saved."""
        if self._exporter is not None:
            self._exporter.close()

    # --- the tabs ----------------------------------------------------------------

    def _make_files(self, place: QWidget) -> FilesTab:
        from agora_console.ui.session.files_desk import FilesDesk  # noqa: PLC0415
        from agora_console.ui.session.files_tab import FilesTab  # noqa: PLC0415

        tab, window = FilesTab(place), self._window
        self._files_desk = FilesDesk(self._console, tab, self.exporter, self._notice, window)
        return tab

    def _make_requests(self, theme: Theme, place: QWidget) -> RequestsTab:
        from agora_console.ui.session.curl_copier import CurlCopier  # noqa: PLC0415
        from agora_console.ui.session.requests_tab import RequestsTab  # noqa: PLC0415

        tab, copier = RequestsTab(theme, place), CurlCopier(self._console, self)
        tab.copy_requested.connect(copier.copy)
        tab.python_requested.connect(copier.copy_python)
        tab.httpie_requested.connect(copier.copy_httpie)
        tab.secrets_requested.connect(
            lambda call: self._do(lambda session: copier.copy_with_secrets(session, call))
        )
        tab.har_requested.connect(self._on_har_requested)
        tab.bundle_requested.connect(lambda: self._do(self.exporter.ask_where_bundle))
        copier.copied.connect(tab.detail.curl.thank)
        copier.failed.connect(self._notice.show_problem)
        return tab

    def _make_config(self, place: QWidget) -> ConfigTab:
        from agora_console.ui.session.config_tab import ConfigTab  # noqa: PLC0415

        return ConfigTab(place)

    def _fill(self) -> None:
        if self._session is not None:
            self.show_session(self._session, self._console.clock.now())

    def _fill_requests(self, tab: RequestsTab) -> None:
        tab.show_calls(self.calls, self._console.clock.now())

    # --- what they ask for -------------------------------------------------------

    def _do(self, wish: Callable[[Session], object]) -> None:
        if (session := self._session) is not None:
            attempt(lambda: wish(session), self._notice)

    def _on_har_requested(self, calls: Sequence[Call]) -> None:
        self._do(lambda session: self.exporter.ask_where_har(session, calls))
