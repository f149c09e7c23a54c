"""Nobody there is noticed also where the computer's clock was put right meanwhile."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from creditmate.ui.security.idle import IdleWatch

HOUR = 3600.0


def test_a_clock_that_is_put_back_hours_does_not_keep_the_ledger_open(qtbot: QtBot) -> None:
    now, away, parent = [1e6], list[float](), QObject()
    watch = IdleWatch(parent, lambda: False, lambda: now[0])
    watch.away.connect(lambda: away.append(now[0]))
    now[0] -= 5 * HOUR
    set_back = now[0]
    watch.look()
    assert away == [], "it is counted from the moment of the change"
    while not away and now[0] < set_back + HOUR:
        now[0] += 5
        watch.look()
    assert [at - set_back for at in away] == [600]
