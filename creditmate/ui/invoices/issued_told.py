"""Tells that a paper is issued, or that it did not arrive where it should go."""

from creditmate.i18n.formats import money
from creditmate.ui.invoices.issuing import Issued
from creditmate.ui.kit.screen import Screen
from creditmate.ui.surroundings import Surroundings


def tell_issued(around: Surroundings, screen: Screen, text: str, issued: Issued) -> None:
    """Tell it on a screen.

    Args:
        around: Of the window.
        screen: On which it was asked for.
        text: What is said, with places for ``{number}`` and ``{amount}``.
        issued: What was issued; it is issued also where it did not arrive.
    """
    if issued.trouble is not None:
        around.desk.failed.emit(issued.trouble)
        return
    gross = money(issued.plan.totals.gross, around.locale, symbol=True)
    screen.told.emit(text.format(number=issued.document.issued.number, amount=gross))
