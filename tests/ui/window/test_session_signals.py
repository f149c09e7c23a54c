"""What Linux says on D-Bus is heard: sleep, the session's lock, the screen saver."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HEARS = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from creditmate.ui.security.session import SessionSignals
app = QCoreApplication([])
assert QDBusConnection.sessionBus().registerService("org.freedesktop.login1")  # as logind does
session = SessionSignals(app)
heard = []
def on_away():
    heard.append("away")
    if len(heard) == 4:
        app.exit(7)
session.away.connect(on_away)
def send(path, interface, name, *arguments):
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(arguments))
    assert QDBusConnection.sessionBus().send(message)
manager = "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"
def say():
    send(*manager, False)
    send(*manager, True)
    send("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock")
    for saver in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
        send("/" + saver.replace(".", "/"), saver, "ActiveChanged", False)
        send("/" + saver.replace(".", "/"), saver, "ActiveChanged", True)
QTimer.singleShot(0, say)
QTimer.singleShot(60_000, lambda: (print(heard), app.exit(1)))
sys.exit(app.exec())
"""


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """A bus of this test's own, which is the system's and the session's in one."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no dbus-daemon here")
    address = f"unix:path={tmp_path}/bus"
    asked = [daemon, "--session", f"--address={address}", "--nofork", "--print-address=1"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout is not None
        assert running.stdout.readline()  # told once it listens
        yield address
        running.terminate()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's")
def test_sleep_and_locked_screens_are_heard(bus: str) -> None:
    told = {"DBUS_SESSION_BUS_ADDRESS": bus, "DBUS_SYSTEM_BUS_ADDRESS": bus}
    done = subprocess.run(
        [sys.executable, "-c", HEARS],
        env={**os.environ, **told},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 7, done.stdout + done.stderr
