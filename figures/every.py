"""Every figure, in the order of its number."""

from figures import by_tests
from figures.backups import drill, while_written
from figures.every_write import disk_refuses_every_write, kills_at_every_write
from figures.kills import kills_while_typing, random_kills
from figures.own_files import own_files
from figures.power_cut import power_cuts
from figures.result import Figure, Result, Setting, not_run
from figures.secrets import marker_scan, unlock_time
from figures.sockets import sockets


def _no_release(_setting: Setting) -> Result:
    return not_run("no version has been released yet; the first is kept from then on")


_OWN = (
    Figure(1, "Killed at random in a day's work", random_kills),
    Figure(2, "Killed at every write", kills_at_every_write),
    Figure(3, "Power cut at any moment", power_cuts),
    Figure(4, "A disk that is full or fails, at every write", disk_refuses_every_write),
    Figure(6, "Power cut while settings and key files are written", own_files),
    Figure(7, "Killed while typing", kills_while_typing, is_timed=True),
    Figure(8, "Backups while the ledger is written", while_written),
    Figure(10, "Restore drill: back from nothing", drill, is_timed=True, has_less=False),
    Figure(12, "Ledgers of every released version", _no_release),
    Figure(14, "What can be read in the files", marker_scan),
    Figure(17, "Time to unlock", unlock_time, in_quick=False, is_timed=True),
    Figure(19, "Nothing is sent anywhere", sockets),
)

FIGURES = tuple(sorted((*_OWN, *by_tests.FIGURES), key=lambda figure: figure.number))
