"""A window over a real ledger, driven by real keys."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from creditmate.bootstrap import build
from creditmate.domain.frozen import changed
from creditmate.services.program import Program
from creditmate.system.clock import SystemClock
from creditmate.system.window_state import window_state
from creditmate.ui.app import make_application
from creditmate.ui.collecting import Collector
from creditmate.ui.jobs import JobRunner
from creditmate.ui.main_window import MainWindow
from creditmate.ui.queries import Desk
from creditmate.ui.screens.customers import CustomersScreen
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.theme import Theme
from tests.services.protecting import LOCK

TODAY = date(2026, 11, 23)
PATIENCE = 60_000
"""Milliseconds before a test gives up: only what never comes costs them."""
_NOW = datetime.now(UTC)
_TO_MORNING = _NOW.replace(hour=10, minute=30) - _NOW
"""How far it is from when the tests began to half past ten of that day."""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the user a home folder with nothing in it."""
    _move_home(monkeypatch, tmp_path)


def _move_home(patch: pytest.MonkeyPatch, folder: Path) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        patch.setenv(name, str(folder / "home" / name.lower()))


@pytest.fixture(autouse=True)
def _collected_here(qapp: QApplication) -> Iterator[None]:
    """As in the program, no other thread takes widgets apart."""
    collector = Collector(qapp)
    yield
    collector.stop()
    collector.deleteLater()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample ledger to be copied."""
    folder = tmp_path_factory.mktemp("window")
    path = folder / "Sample.creditmate"
    with pytest.MonkeyPatch.context() as patch:  # ``_home`` is made only after this
        _move_home(patch, folder)
        program = build(TODAY)
        program.ask(lambda: program.ledgers.create_sample(path))
        program.stop()
    return path


@pytest.fixture
def ledger(sample: Path, tmp_path: Path) -> Path:
    """A sample ledger of this test's own."""
    return Path(shutil.copy(sample, tmp_path / "Sample.creditmate"))


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """Work in the morning, whenever the tests run: at night every call would be warned of."""
    monkeypatch.setattr(SystemClock, "now", lambda _clock: datetime.now(UTC) + _TO_MORNING)
    made = build(TODAY)
    yield made
    made.stop()


@pytest.fixture
def desk(qtbot: QtBot, program: Program) -> Iterator[Desk]:
    made = Desk(program)
    yield made
    program.stop()
    made.deleteLater()


@dataclass
class Office:
    """A user at the window."""

    qtbot: QtBot
    window: MainWindow
    around: Surroundings

    @property
    def customers(self) -> CustomersScreen:
        screen = self.window.screen_shown
        assert isinstance(screen, CustomersScreen)
        return screen

    def type(self, text: str) -> None:
        """Type letters into whatever has the focus."""
        QTest.keyClicks(self._focused(), text)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        times: int = 1,
    ) -> None:
        """Press a key in whatever has the focus."""
        for _ in range(times):
            QTest.keyClick(self._focused(), key, modifiers)

    def _focused(self) -> QWidget:
        return self.window.focusWidget() or self.window

    def until(self, condition: Callable[[], object]) -> None:
        """Let the window work until a condition holds."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def names(self) -> list[str]:
        """The customers listed, in order."""
        model = self.customers.model
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def open(self, ledger: Path) -> None:
        """Open a ledger and wait until its customers are listed."""
        self.window.open_ledger(ledger)
        self.until(lambda: self.window.door.path == ledger)
        self.window.go_to("customers")
        self.until(self.customers.model.rowCount)
        self.come_to_the_front()

    def come_to_the_front(self) -> None:
        """Be the active window: a window that was closed before may have taken that away."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)


def make_office(
    qtbot: QtBot, program: Program, theme: Theme, language: str = "en_GB", place: str = ""
) -> Office:
    """Seat a user at a window that has no ledger open yet.

    Args:
        place: Where it was left, unless that is remembered.
    """
    make_application(language, "en_GB")
    around = Surroundings(program, Desk(program), JobRunner(), theme, language, "en_GB")
    state = window_state()
    window = MainWindow(around, changed(state, place=state.place or place))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return Office(qtbot, window, around)


@pytest.fixture
def empty_office(qtbot: QtBot, program: Program, theme: Theme) -> Iterator[Office]:
    made = make_office(qtbot, program, theme)
    yield made
    made.window.stop()


@pytest.fixture
def office(qtbot: QtBot, program: Program, theme: Theme, ledger: Path) -> Iterator[Office]:
    made = make_office(qtbot, program, theme, place="customers")
    made.open(ledger)
    yield made
    made.window.stop()


@pytest.fixture(scope="session")
def protected_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A protected sample ledger to be copied with its key file."""
    folder = tmp_path_factory.mktemp("protected")
    path = folder / "Sample.creditmate"
    with pytest.MonkeyPatch.context() as patch:  # ``_home`` is made only after this
        _move_home(patch, folder)
        program = build(TODAY)
        program.ask(lambda: program.ledgers.create_sample(path, LOCK))
        program.stop()
    return path
