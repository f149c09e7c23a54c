"""Everything that can be done about the row that is chosen, as a menu."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.dispute_register import DisputeRow
from creditmate.domain.noted import NotedRow
from creditmate.domain.promise_register import PromiseRow, Side
from creditmate.i18n.catalogue import words
from creditmate.services.plan_lists import PlanRow
from creditmate.ui.agreements.deeds import (
    AMEND_KEY,
    DEED_KEY,
    LATER_KEY,
    OVER_KEY,
    PLAN_KEYS,
    RAISE_KEY,
    AgreementDeeds,
)
from creditmate.ui.agreements.lists import Chosen
from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.plans.plan_deed import DEED_GLYPHS, DEED_WORDS, deeds_of, first_deed
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import PROMISES_TAB, OpenCustomer, StartCall


def opened(chosen: Chosen) -> OpenCustomer:
    """Return where a row leads: to the customer, what was promised or planned before the eyes."""
    is_there = isinstance(chosen, PromiseRow | PlanRow)
    return OpenCustomer(chosen.code, PROMISES_TAB if is_there else "")


class AgreementMenu(QObject):
    """The same actions as the button and the keys."""

    wanted = Signal(object)
    copy_asked = Signal()

    def __init__(self, around: Surroundings, deeds: AgreementDeeds, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._deeds, self._parent = around, deeds, parent
        self._ = words(around.language).gettext

    def open(self, at: QPoint, chosen: Chosen | None) -> None:
        """Show the menu of a row at a place on the screen."""
        if chosen is not None:
            self.make(chosen).popup(at)

    def make(self, chosen: Chosen) -> ActionMenu:
        """Offer what can be done about a row."""
        _, menu = self._, ActionMenu(self._around.theme, self._parent)
        if isinstance(chosen, PromiseRow):
            self._of_promise(menu, chosen)
        elif isinstance(chosen, DisputeRow):
            ended = "" if chosen.is_open else _("It was answered already.")
            answer = partial(self._deeds.answer, chosen)
            menu.offer(Glyph.DISPUTE, _("Answer the query…"), answer, DEED_KEY, ended)
            over = partial(self._deeds.hand_over, chosen)
            menu.offer(Glyph.HAND_OVER, _("Hand it over…"), over, OVER_KEY, ended)
            amend = _("Another amount…") if chosen.is_open else _("Open it again…")
            menu.offer(Glyph.EDIT, amend, partial(self._deeds.amend, chosen), AMEND_KEY)
        elif isinstance(chosen, NotedRow):
            self._of_note(menu, chosen)
        else:
            self._of_plan(menu, chosen)
        menu.addSeparator()
        query = partial(self._deeds.queries.raise_one, chosen.code)
        keys = RAISE_KEY if isinstance(chosen, DisputeRow) else ""
        menu.offer(Glyph.DISPUTE, _("Raise a query…"), query, keys)
        opening = partial(self.wanted.emit, opened(chosen))
        menu.offer(Glyph.OPEN_PAGE, _("Open the customer"), opening, _("Enter"))
        menu.offer(Glyph.CALL, _("Call"), partial(self.wanted.emit, StartCall(chosen.code)))
        menu.offer(Glyph.COPY, _("Copy"), self.copy_asked.emit, "Ctrl+C")
        return menu

    def _of_promise(self, menu: ActionMenu, row: PromiseRow) -> None:
        _, deeds = self._, self._deeds
        over = "" if row.is_waiting else _("It came out already.")
        ours = row.side is Side.OURS
        if ours:
            menu.offer(Glyph.CHECK, _("It is done"), partial(deeds.keep, row), DEED_KEY, over)
        keys = "" if ours else DEED_KEY
        menu.offer(Glyph.UNDO, _("Take it back…"), partial(deeds.withdraw, row), keys, over)

    def _of_plan(self, menu: ActionMenu, row: PlanRow) -> None:
        """The same as on the customer's page."""
        first = first_deed(row)
        for deed in deeds_of(row):
            keys = PLAN_KEYS.get(deed, DEED_KEY if deed is first else "")
            act = partial(self._deeds.plans.act, deed, row)
            menu.offer(DEED_GLYPHS[deed], self._(DEED_WORDS[deed]), act, keys)

    def _of_note(self, menu: ActionMenu, row: NotedRow) -> None:
        _, deeds = self._, self._deeds
        menu.offer(Glyph.CHECK, _("It is done"), partial(deeds.finish, row), DEED_KEY)
        menu.offer(Glyph.SNOOZE, _("Put it off…"), partial(deeds.put_off, row), LATER_KEY)
        menu.offer(Glyph.CLOSE, _("Nothing comes of it"), partial(deeds.drop, row))
