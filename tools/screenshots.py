"""Draws every place of the sample ledger: light and dark, English and pseudo, two sizes.

Run with the environment's Python: ``python -m tools.screenshots [DIR]``. No display is needed.
The day is fixed, so that two runs of the same program draw the same pictures.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QCursor, QPainter, QPixmap

from creditmate.bootstrap import build
from creditmate.i18n.pseudo import PSEUDO
from creditmate.services.ledgers import NewBusiness
from creditmate.services.program import Program
from creditmate.services.unlocking import new_lock
from creditmate.system.computer import kept_apart
from creditmate.system.key_places import key_path
from creditmate.system.window_state import WindowState
from creditmate.ui.app import make_application, make_window
from creditmate.ui.kit.page_view import PageView
from creditmate.ui.main_window import MainWindow
from creditmate.ui.theme.theme import Appearance
from tools.agreed_scenes import agreed_scenes
from tools.agreement_scenes import agreement_scenes
from tools.application_scenes import application_scenes
from tools.diary_scenes import diary_scenes
from tools.key_scenes import key_scenes
from tools.long_scenes import long_scenes
from tools.paper_pictures import paper_pictures
from tools.paper_scenes import paper_scenes
from tools.plan_scenes import plan_scenes
from tools.safe_scenes import safe_scenes
from tools.scene_steps import PASSWORD
from tools.scenes import Scene, empty_scenes, scenes
from tools.visit_scenes import visit_scenes

DAY = date(2026, 11, 23)
LANGUAGES = ("en_GB", PSEUDO)
LOOKS = (Appearance.LIGHT, Appearance.DARK)
SIZES = (QSize(1280, 800), QSize(1024, 700))
LOCALE = "en_GB"
TURNS = 3  # an answer may lead to another question: opening, the list, its totals
SETTLE = 150  # milliseconds for what is drawn late
PATIENCE = 20  # turns of waiting for pages, before they are taken as they are
THUMBNAIL = QSize(480, 300)
GAP = 12


def main(arguments: Sequence[str]) -> int:
    """Draw everything into a folder, ``screenshots`` if none is named."""
    folder = Path(arguments[0] if arguments else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    drawn: list[Path] = []
    with tempfile.TemporaryDirectory() as temporary:
        with kept_apart(Path(temporary)):
            stage = make_stage(Path(temporary))
        for language, look, size in product(LANGUAGES, LOOKS, SIZES):
            drawn += draw(stage, language, look, size, folder)
        for language in LANGUAGES:
            drawn += draw_papers(stage, language, folder)
    sheet = folder / "contact-sheet.png"
    contact_sheet(drawn).save(str(sheet))
    print(f"{len(drawn)} pictures and {sheet}")
    return 0


class Play(NamedTuple):
    """Scenes that follow one another in one window.

    Attributes:
        name: Of the folder that holds all it writes.
        ledger: What is copied there and opened.
        scenes: What is drawn.
    """

    name: str
    ledger: Path
    scenes: Sequence[Scene]


class Stage(NamedTuple):
    """A folder to work in, and what is played there."""

    folder: Path
    plays: Sequence[Play]


def make_stage(folder: Path) -> Stage:
    """Make the sample ledger as on the day, one with nothing in it, and a protected one."""
    sample, empty = folder / "Sample.creditmate", folder / "Kestrel Lane.creditmate"
    program = build(DAY)
    program.ask(lambda: program.ledgers.create_sample(sample))
    program.ask(program.ledgers.close)
    business = NewBusiness("Kestrel Lane Packaging", "GB", "GBP", LOCALE, "Europe/London")
    program.ask(lambda: program.ledgers.create(empty, business))
    program.ask(program.ledgers.close)
    protected, lock = folder / "Rookmere.creditmate", new_lock(PASSWORD)
    program.ask(lambda: program.ledgers.create_sample(protected, lock))
    program.stop()
    plays = (
        Play("full", sample, scenes(folder)),
        Play("before", sample, application_scenes()),
        Play("agreed", sample, agreed_scenes()),
        Play("diary", sample, diary_scenes()),
        Play("agreements", sample, agreement_scenes()),
        Play("papers", sample, paper_scenes()),
        Play("plans", sample, plan_scenes()),
        Play("visits", sample, visit_scenes()),
        Play("long", sample, long_scenes()),
        Play("safe", sample, safe_scenes()),
        Play("bare", empty, empty_scenes()),
        Play("shut", protected, key_scenes()),
    )
    return Stage(folder, plays)


def draw(
    stage: Stage, language: str, look: Appearance, size: QSize, folder: Path
) -> Iterator[Path]:
    """Draw every scene in a language, a look and a size."""
    make_application(language, LOCALE)
    name = f"{language}-{look.value}-{size.width()}x{size.height()}"
    for play in stage.plays:
        # a computer of its own: what is typed, put off or backed up in one stays out of the others,
        # and the settings of whoever runs this are left alone
        home = stage.folder / name / play.name
        home.mkdir(parents=True)
        with kept_apart(home):
            window, program = open_window(play.ledger, home, language, look, size)
            for scene in play.scenes:
                yield draw_scene(scene, window, program, folder / f"{scene.name}-{name}.png")
            window.close()
            window.stop()
            window.deleteLater()


def draw_papers(stage: Stage, language: str, folder: Path) -> list[Path]:
    """Draw the papers of the diary and of visits, from a copy of the sample, in a language."""
    home = stage.folder / f"papers-{language}"
    home.mkdir()
    with kept_apart(home):
        program = build(DAY)
        ours = home / "Sample.creditmate"
        shutil.copy(stage.plays[0].ledger, ours)
        program.ask(lambda: program.ledgers.open(ours))
        drawn = list(paper_pictures(program, language, folder))
        program.stop()
    return drawn


def open_window(
    ledger: Path, home: Path, language: str, look: Appearance, size: QSize
) -> tuple[MainWindow, Program]:
    """Open a window over a copy of a ledger."""
    program = build(DAY)
    window = make_window(program, language, LOCALE, look, WindowState())
    ours = home / ledger.name
    shutil.copy(ledger, ours)
    if key_path(ledger).exists():
        shutil.copy(key_path(ledger), key_path(ours))
    window.resize(size)
    window.show()
    QCursor.setPos(window.mapToGlobal(window.rect().bottomRight()))  # over nothing that glows
    window.activateWindow()
    window.open_ledger(ours)
    wait(window, program)
    return window, program


def draw_scene(scene: Scene, window: MainWindow, program: Program, path: Path) -> Path:
    """Play one scene and draw its end."""
    for step in scene.steps:
        step(window)
        wait(window, program)
    wait_for_pages(window, program)
    scene.drawn(window).grab().save(str(path))
    return path


def wait(window: MainWindow, program: Program) -> None:
    """Let the window work until the database thread has nothing left to do for it."""
    loop = QEventLoop(window)
    for _turn in range(TURNS):
        if not window.guard.is_locked:  # then it answers nobody
            program.ask(lambda: None)
        QTimer.singleShot(SETTLE, loop.quit)
        loop.exec()
    loop.deleteLater()


def wait_for_pages(window: MainWindow, program: Program) -> None:
    """Wait for previews: a thread of their own draws them, late on a busy computer."""
    for _turn in range(PATIENCE):
        views = [view for view in window.findChildren(PageView) if view.isVisible()]
        if all(view.is_drawn for view in views):
            return
        wait(window, program)


def contact_sheet(paths: Sequence[Path], columns: int = 4) -> QPixmap:
    """Put small versions of the pictures side by side, in the order of their names."""
    rows = -(-len(paths) // columns)
    cell = THUMBNAIL + QSize(GAP, GAP)
    sheet = QPixmap(cell.width() * columns + GAP, cell.height() * rows + GAP)
    sheet.fill(QColor(Qt.GlobalColor.gray))
    painter = QPainter(sheet)
    for number, path in enumerate(sorted(paths)):
        small = QPixmap(str(path)).scaled(
            THUMBNAIL,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        row, column = divmod(number, columns)
        at = QPoint(column * cell.width() + GAP, row * cell.height() + GAP)
        painter.drawPixmap(at, small)
    painter.end()
    return sheet


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
