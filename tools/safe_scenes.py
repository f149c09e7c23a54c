"""Scenes of backups, of the ways back, and of what the window notices by itself.

They have a window of their own: nothing is typed in it that would have to be left first.
"""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtTest import QTest

from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.progress import Progress
from creditmate.domain.receipts import Method, NewPayment, Share
from creditmate.system.ledger_place import ledger_folder
from creditmate.ui.banner_words import BannerWords
from creditmate.ui.jobs import Job
from creditmate.ui.kit.fact_rows import FactRows
from creditmate.ui.kit.tag import Tone
from creditmate.ui.main_window import MainWindow
from creditmate.ui.safety.damage_dialog import DamageDialog
from creditmate.ui.safety.restore_dialog import RestoreDialog
from creditmate.ui.safety.told_dialog import ToldDialog
from creditmate.ui.settings.page import SettingsPage
from creditmate.ui.settings.sections import BACKUPS, TRUST
from creditmate.ui.wishes import KeepSafe, OpenPlace, OpenSettings, SafeDeed
from tools.scene_steps import Step, close_dialogs, dialog_shown, dialogs, go, until
from tools.scenes import Scene

_PAYER, _PAID = "BRAC01", Money(370_480, "GBP")
"""What the newest backup does not hold."""
_LONGEST = 60
"""Seconds that a backup is kept waiting, should nobody let go of it."""


def safe_scenes() -> tuple[Scene, ...]:
    """Return the scenes of the sample ledger."""
    today = OpenPlace("today")
    held = Event()
    return (
        Scene("backups", (go(OpenSettings(BACKUPS)), _back_up, _try_out)),
        Scene("restore", (go(today), _pay, _restore), dialog_shown),
        Scene("damaged", (close_dialogs, _damaged), dialog_shown),
        Scene("missing", (close_dialogs, _missing), dialog_shown),
        Scene("restored", (close_dialogs, _restore, _put_back), dialog_shown),
        Scene("trust", (close_dialogs, go(OpenSettings(TRUST)), _check)),
        Scene("misplaced", (go(today), _misplaced), dialog_shown),
        Scene("closing", (close_dialogs, _pay, _hold(held), _close), dialog_shown),
        Scene("banners", (close_dialogs, _let_go(held), go(OpenPlace("customers")), _banners)),
    )


def _once(signal: SignalInstance, window: MainWindow, deed: SafeDeed) -> None:
    """Do something and wait until a signal tells that it is done."""
    told: list[object] = []
    signal.connect(lambda *_args: told.append(_args))
    window.keeper.do(deed)
    until(lambda: told)


def _back_up(window: MainWindow) -> None:
    _once(window.keeper.backer.made, window, SafeDeed.BACK_UP)


def _try_out(window: MainWindow) -> None:
    _once(window.keeper.drill.ended, window, SafeDeed.TRY_OUT)


def _check(window: MainWindow) -> None:
    _once(window.keeper.checker.ended, window, SafeDeed.CHECK)


def _pay(window: MainWindow) -> None:
    """Do something that the newest backup does not hold."""
    program = window.keeper.program
    share = Share(_PAYER, _PAID)
    payment = NewPayment(program.clock.today, Method.TRANSFER, (share,))
    done = program.ask(lambda: program.payments.record(payment))
    window.screens.touched.emit(done.touched)


def _restore(window: MainWindow) -> None:
    """Ask for the newest backup, and wait until it is told what would be different."""
    program = window.keeper.program
    newest = program.ask(program.backups.listed)[0]
    window.fulfil(KeepSafe(SafeDeed.RESTORE, newest.path))
    until(lambda: _told_in(window, RestoreDialog))


def _put_back(window: MainWindow) -> None:
    dialog = dialog_shown(window)
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    until(lambda: _told_in(window, ToldDialog))


def _told_in(window: MainWindow, kind: type[RestoreDialog | ToldDialog | DamageDialog]) -> bool:
    """Whether a dialog of this kind is in front and has told its facts."""
    over = dialogs(window)
    return bool(over) and isinstance(over[-1], kind) and bool(over[-1].findChildren(FactRows))


def _damaged(window: MainWindow) -> None:
    window.rescue.offer(UserError(Problem.LEDGER_DAMAGED, path=window.door.path))
    until(lambda: _told_in(window, DamageDialog))


def _missing(window: MainWindow) -> None:
    window.rescue.offer(UserError(Problem.LEDGER_MISSING, path=window.door.path))
    until(lambda: _told_in(window, DamageDialog))


def _misplaced(window: MainWindow) -> None:
    here = Path.home() / "Dropbox" / "Kestrel Lane.creditmate"
    window.rescue.offer(
        UserError(Problem.PLACE_SYNCED, path=here, by="Dropbox", folder=ledger_folder(), moved=None)
    )


def _hold(held: Event) -> Step:
    """Keep the backup waiting, which is made too soon to be looked at."""

    def task(_progress: Progress) -> Touched:
        held.wait(_LONGEST)
        return Touched.NOTHING

    def hold(window: MainWindow) -> None:
        held.clear()
        # the page of the scene before
        window.findChildren(SettingsPage)[-1].around.jobs.start(Job("", task))

    return hold


def _close(window: MainWindow) -> None:
    window.close()
    until(lambda: window.keeper.farewell.question)


def _let_go(held: Event) -> Step:
    return lambda _window: held.set()


def _banners(window: MainWindow) -> None:
    full = UserError(Problem.DISK_FULL, path=Path.home() / "Backups")
    window.keeper.backer.failed.emit(full)
    words = BannerWords("A card number was masked.", "See the guide.")
    window.banners.say("cards", words, Tone.ACCENT)
