"""The dialogs beside those of calls and visits: invoices, payments, settings, security."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from creditmate.domain.claims import SaidPaid
from creditmate.domain.money import Money
from creditmate.domain.receipts import Method, NewPayment, Share
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.menu import do_from
from creditmate.ui.payments.list_state import Show
from creditmate.ui.screens.diary import DiaryScreen
from creditmate.ui.screens.payments import PaymentsScreen
from creditmate.ui.screens.settings import SettingsScreen
from creditmate.ui.settings.list_page import ListBlock
from creditmate.ui.settings.page import SettingsPage
from creditmate.ui.settings.policy_page import PolicyPage
from creditmate.ui.settings.sections import (
    CURRENCIES,
    HELP_SHEETS,
    INTEREST,
    PEOPLE,
    POLICY,
    SECURITY,
    TAXES,
    TERMS,
)
from creditmate.ui.settings.security_page import SecurityPage
from creditmate.ui.wishes import OpenPayments, OpenPlace, OpenSettings
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_every_dialog import _no_dialog_stays, walk
from tests.ui.window.test_interest import LATE
from tests.ui.window.test_invoices import invoices, show, shown
from tests.ui.window.test_payments import turn_to
from tests.ui.window.test_security_page import says

__all__ = ["_no_dialog_stays"]
CODE = "BRAC01"
Ways = list[tuple[str, Callable[[], object]]]


def test_of_the_diary_moving(office: Office) -> None:
    office.window.fulfil(OpenPlace("diary"))
    screen = office.window.screen_shown
    assert isinstance(screen, DiaryScreen)
    office.until(lambda: screen.state.page is not None)
    page = screen.state.page
    assert page is not None
    item = next(one for one in page.items if one.movable)
    screen.begin()
    walk(office, [("move", partial(screen.deeds.ask_move, item))])


def test_of_invoices(office: Office) -> None:
    screen = invoices(office)
    show(office, screen, "2382")
    deeds, detail = screen.deeds, shown(screen)
    walk(
        office,
        [
            ("credit", partial(deeds.credit, detail)),
            ("cancel", partial(deeds.cancel, detail)),
            ("write off", partial(deeds.write_off, detail)),
            ("small", deeds.write_off_small),
            ("decide", deeds.decide),
            ("steps", partial(deeds.steps, detail)),
            ("work", partial(office.type, "w")),
        ],
    )


def test_of_interest(office: Office) -> None:
    screen = invoices(office)
    show(office, screen, LATE)
    walk(office, [("interest", partial(screen.deeds.interest, shown(screen)))])


@pytest.mark.parametrize("sort", [Show.ALL, Show.UNALLOCATED])
def test_of_payments(office: Office, sort: Show) -> None:
    office.window.go_to("payments")
    screen = office.window.screen_shown
    assert isinstance(screen, PaymentsScreen)
    office.until(lambda: screen.lists.model.rowCount() and screen.side.isVisible())
    turn_to(office, screen, sort)
    chosen = screen.lists.chosen
    assert chosen is not None
    texts = {
        Show.ALL: ("Returned by the bank…", "It was typed wrong…"),
        Show.UNALLOCATED: ("Match by hand…", "Give money back…"),
    }[sort]

    def choose(text: str) -> None:
        assert do_from(screen.chosen.menu.make(chosen, None), (text,)) == "", text

    walk(office, [(text, partial(choose, text)) for text in texts])


def test_of_looking_for_money(office: Office) -> None:
    program = office.around.program

    def set_up() -> None:
        said = SaidPaid(Method.TRANSFER, date(2026, 11, 20), "0815", Money(77700, "GBP"))
        program.claims.make(CODE, said)
        share = Share("TANS01", Money(77700, "GBP"))
        program.payments.record(NewPayment(TODAY, Method.TRANSFER, (share,), reference="0815"))

    program.ask(set_up)
    look = partial(office.window.fulfil, OpenPayments(CODE, look_for=True))
    walk(office, [("look for it", look)])


def asking(button: Button) -> bool:
    """Whether a button opens a dialog of ours."""
    return button.isVisible() and button.isEnabled() and button.text().endswith("…")


@pytest.mark.parametrize(
    "section",
    [PEOPLE, TAXES, CURRENCIES, INTEREST, TERMS, POLICY, HELP_SHEETS],
)
def test_of_settings(office: Office, section: str) -> None:
    office.window.fulfil(OpenSettings(section))
    screen = office.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    page = screen.page
    assert isinstance(page, SettingsPage)
    office.until(lambda: getattr(page, "kept", page) is not None)
    blocks = page.findChildren(ListBlock)
    office.until(lambda: all(block.area.entry is not None for block in blocks))
    ways: Ways = []
    add = getattr(page, "add", None)
    if section == POLICY:
        assert isinstance(page, PolicyPage)
        ways.append(("for somebody else", page.others.add_one))
    elif isinstance(add, Button):
        office.until(add.isEnabled)
        ways.append(("add", add.click))
    for block in blocks:
        if block.list.items:
            block.list.go_to(lambda _item: True)
        ways += [(one.text(), one.click) for one in block.buttons if asking(one)]
    assert ways
    walk(office, ways)


def test_of_security(office: Office) -> None:
    office.window.fulfil(OpenSettings(SECURITY))
    screen = office.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    page = screen.page
    assert isinstance(page, SecurityPage)
    office.until(lambda: says(page))  # how it stands is known: what does not fit is gone
    buttons = [one for one in page.findChildren(Button) if asking(one)]
    assert buttons
    walk(office, [(one.text(), one.click) for one in buttons])
