"""A real Secret Service with a home and a bus of its own, gone when the test ends."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.isolation import isolated
from tests.support.processes import child, program, read_line

BUS_NAME = "org.freedesktop.secrets"
START_S = 20.0

# Nothing can be activated on this bus: no prompt, no helper, no second keyring.
_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class _Daemon:
    """The process that answers, which can be started again on the same bus and the same files."""

    def __init__(self, start: Callable[[], subprocess.Popen[bytes]]) -> None:
        self._start = start
        self.process = start()
        self._deaths = 0
        self._lock = threading.Lock()

    def deaths(self) -> int:
        """How often it has died so far; afterwards it lives. From any thread."""
        with self._lock:
            if self.process.poll() is not None:
                self._deaths += 1
                self.process = self._start()
            return self._deaths


@dataclass(frozen=True)
class SecretService:
    """A running service."""

    address: str
    """The session bus it answers on."""
    folder: Path
    """Its home, with the keyring files in ``share/keyrings``."""
    daemon: _Daemon
    """Its process."""

    @property
    def env(self) -> dict[str, str]:
        """What a child process needs to find it."""
        return {"DBUS_SESSION_BUS_ADDRESS": self.address}

    def lock(self) -> None:
        """Lock the default collection; nobody can unlock it, as there is no one to prompt."""
        import secretstorage
        from jeepney.io.blocking import open_dbus_connection

        with closing(open_dbus_connection(bus=self.address)) as connection:
            collection = secretstorage.get_default_collection(connection)
            collection.lock()
            assert collection.is_locked()


@contextmanager
def secret_service_process(folder: Path, *, password: str | None) -> Iterator[SecretService]:
    """Start a bus and a keyring daemon below ``folder`` (a short path: sockets live there).

    With a ``password`` the login collection exists and is unlocked; without one the service runs
    but has no collection at all, as after a first log-in without a password.
    """
    if sys.platform != "linux":
        pytest.skip("the Secret Service is a thing of Linux")
    dbus_daemon = program("dbus-daemon", "dbus-daemon")
    keyring_daemon = program("gnome-keyring-daemon", "gnome-keyring")

    config = folder / "bus.conf"
    config.write_text(_BUS_CONFIG.format(socket=folder / "bus"))
    env = {**os.environ, **isolated(folder)}
    bus = [dbus_daemon, "--nofork", f"--config-file={config}"]
    command = [keyring_daemon, "--foreground", "--components=secrets"]
    if password is not None:
        command.append("--unlock")

    with ExitStack() as stack:
        read_end, write_end = os.pipe()
        stack.callback(os.close, read_end)
        bus.append(f"--print-address={write_end}")
        stack.enter_context(child(bus, env, folder / "bus.log", pass_fds=[write_end]))
        os.close(write_end)
        address = read_line(read_end, START_S)
        if not address:
            _fail("dbus-daemon", folder / "bus.log")
        env["DBUS_SESSION_BUS_ADDRESS"] = address

        def start() -> subprocess.Popen[bytes]:
            secret = (password or "").encode()
            log = folder / "keyring.log"
            process = stack.enter_context(child(command, env, log, stdin=secret))
            if not _appears(address, BUS_NAME):
                _fail("gnome-keyring-daemon", log)
            return process

        yield SecretService(address, folder, _Daemon(start))


def _fail(name: str, log: Path) -> None:
    pytest.fail(f"{name} did not start: {log.read_text(errors='replace')}", pytrace=False)


def _appears(address: str, name: str) -> bool:
    """Whether a name is owned on the bus, or comes to be within ``START_S`` seconds."""
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import Proxy, open_dbus_connection

    rule = MatchRule(
        type="signal",
        sender="org.freedesktop.DBus",
        interface="org.freedesktop.DBus",
        member="NameOwnerChanged",
        path="/org/freedesktop/DBus",
    )
    rule.add_arg_condition(0, name)
    with closing(open_dbus_connection(bus=address)) as connection:
        bus = Proxy(message_bus, connection)
        with connection.filter(rule) as changes:
            bus.AddMatch(rule)
            if bus.NameHasOwner(name)[0]:
                return True
            try:
                connection.recv_until_filtered(changes, timeout=START_S)
            except TimeoutError:
                return False
            return bool(bus.NameHasOwner(name)[0])
