"""A customer's plans and the time it was given, above its promises: parts, states, deeds."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.extensions import ExtensionState
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.plan_terms import rhythm_of
from creditmate.domain.plans import (
    FULFILLED,
    RUNNING_OR_DEFAULTED,
    InstalmentState,
    PlanState,
)
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, day_short, money, number
from creditmate.i18n.plan_words import (
    extension_state_words,
    instalment_state_words,
    meanwhile_words,
    plan_state_words,
    rhythm_words,
)
from creditmate.services.customer_pages import CustomerPage
from creditmate.services.extensions import ExtensionRow
from creditmate.services.plan_lists import PlanRow
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.kit.shrinking import Shrinking
from creditmate.ui.kit.tag import Tag, Tone
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.plans.plan_deed import DEED_WORDS, PlanDeed, deeds_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type

_TONES = {
    PlanState.CHECK_BANK: Tone.WARNING,
    PlanState.MISSED: Tone.WARNING,
    PlanState.DEFAULTED: Tone.DANGER,
    **dict.fromkeys(FULFILLED, Tone.POSITIVE),
}
_PARTS = {
    InstalmentState.PAID: Ink.POSITIVE,
    InstalmentState.CHECK_BANK: Ink.WARNING,
    InstalmentState.MISSED: Ink.WARNING,
    InstalmentState.DEFAULTED: Ink.DANGER,
}
_DOT = " · "


class ArrangedPanel(QWidget):
    """Made anew for each page; not there where nothing was ever arranged.

    Attributes:
        buttons: What can be done, by deed and by the plan's number or the id of time given.
    """

    sign_wanted = Signal(str)
    cancel_wanted = Signal(str)
    reinstate_wanted = Signal(str)
    replace_wanted = Signal(str)
    print_wanted = Signal(str)
    withdraw_wanted = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._as_at = around, around.program.clock.today
        self.buttons: dict[tuple[str, object], Button] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self._area: QWidget | None = None
        self.hide()

    def show_page(self, page: CustomerPage) -> None:
        """Show what is arranged with a customer, what runs before what has ended."""
        self._as_at = page.brief.as_at
        focused = next((key for key, button in self.buttons.items() if button.hasFocus()), None)
        self.buttons = {}
        plans = sorted(page.plans, key=_plan_order)
        times = sorted(page.times, key=_time_order)
        if self._area is not None:
            self._column.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
            self._area = None
        self.setVisible(bool(plans or times))
        if not (plans or times):
            return
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.xl, SPACE.m, SPACE.xl, SPACE.m)
        column.setSpacing(SPACE.m)
        blocks = [*map(self._plan, plans), *map(self._time, times)]
        for place, block in enumerate(blocks):
            if place:
                column.addWidget(Hairline())
            column.addWidget(block)
        name = words(self._around.language).gettext("Plans and more time")
        self._area = Shrinking(inside, name)
        self._column.insertWidget(0, self._area)
        if focused is not None:
            self._focus_again(*focused)

    def _focus_again(self, deed: str, about: object) -> None:
        """Be where one was, else at what else can be done about the same."""
        same = (button for (_, one), button in self.buttons.items() if one == about)
        button = self.buttons.get((deed, about)) or next(same, None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------- a plan
    def _plan(self, row: PlanRow) -> QWidget:
        standing, plan = row.standing, row.standing.plan
        language, locale = self._around.language, self._around.locale
        _ = words(language).gettext
        amount = money(plan.amount, locale, symbol=True)
        title = _("Payment plan {number}, {amount}").format(number=plan.number, amount=amount)
        state = plan_state_words(standing.state, language)
        tag = Tag(self._around.theme, state, _TONES.get(standing.state, Tone.NEUTRAL))
        signed = plan.signed_day
        facts = [
            _("agreed on {day}").format(day=day_short(plan.day, locale)),
            rhythm_words(rhythm_of(plan.rhythm), language),
            meanwhile_words(plan.interest, language),
            _("not signed yet")
            if signed is None
            else _("signed on {day}").format(day=day_short(signed, locale)),
        ]
        if plan.by_whom:
            facts.insert(1, _("with {name}").format(name=plan.by_whom))
        lines = [
            (
                number(one.instalment.place, locale),
                day_in_table(one.due_day, locale, self._as_at),
                money(Money(one.minor, plan.currency), locale),
                money(Money(one.came_minor, plan.currency), locale) if one.came_minor else "–",
                "–" if (late := one.days_late(self._as_at)) is None else number(late, locale),
                instalment_state_words(one.state, language),
                _PARTS.get(one.state, Ink.MUTED),
            )
            for one in standing.instalments
        ]
        return self._block(title, tag, _DOT.join(facts), self._parts(lines), self._plan_row(row))

    def _parts(self, lines: Sequence[tuple[str, str, str, str, str, str, Ink]]) -> QWidget:
        made, theme = QWidget(), self._around.theme
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.l)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(5, 1)
        _ = words(self._around.language).gettext
        heads = (_("No."), _("On or before"), _("Instalment"), _("Came"), _("Days late"))
        rows = [(*heads, _("How it stands"), Ink.MUTED), *lines]
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        for at, (*cells, ink) in enumerate(rows):
            style = Type.BODY if at else Type.SMALL_MEDIUM
            for place, cell in enumerate(cells):
                own = ink if place == len(cells) - 1 or not at else Ink.TEXT
                side = right if place in {2, 3, 4} else Qt.AlignmentFlag.AlignLeft
                grid.addWidget(Text(theme, str(cell), style, own), at, place, side)
        return made

    def _plan_row(self, row: PlanRow) -> QWidget:
        number_, _ = row.standing.plan.number, words(self._around.language).gettext
        wanted = {
            PlanDeed.PRINT: self.print_wanted,
            PlanDeed.SIGN: self.sign_wanted,
            PlanDeed.REINSTATE: self.reinstate_wanted,
            PlanDeed.REPLACE: self.replace_wanted,
            PlanDeed.CANCEL: self.cancel_wanted,
        }
        offered = [
            (deed.value, _(DEED_WORDS[deed]), partial(wanted[deed].emit, number_))
            for deed in deeds_of(row)
        ]
        return self._row(offered, number_)

    # ------------------------------------------------------------- more time
    def _time(self, row: ExtensionRow) -> QWidget:
        one, state = row.standing.extension, row.standing.state
        language, locale = self._around.language, self._around.locale
        _ = words(language).gettext
        title = _("More time until {day}").format(day=day_short(one.to_day, locale))
        tag = Tag(self._around.theme, extension_state_words(state, language))
        sums = totals_by_currency(item.open for item in row.items)
        facts = [
            ", ".join(item.number for item in row.items if item.number),
            ", ".join(money(each, locale, symbol=True) for each in sums),
            meanwhile_words(one.interest, language),
            one.because,
        ]
        offered: list[tuple[str, str, Callable[[], object]]] = []
        if state is ExtensionState.RUNNING:
            back = partial(self.withdraw_wanted.emit, one.id)
            offered.append(("withdraw", _("Take it back…"), back))
        return self._block(title, tag, _DOT.join(filter(None, facts)), self._row(offered, one.id))

    # ------------------------------------------------------------- how both look
    def _block(self, title: str, tag: Tag, facts: str, *parts: QWidget) -> QWidget:
        made, theme = QWidget(), self._around.theme
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(Text(theme, title, Type.BODY_STRONG))
        head.addWidget(tag)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(Paragraph(theme, facts, Type.SMALL, Ink.MUTED))
        for part in parts:
            column.addWidget(part)
        return made

    def _row(
        self, offered: Sequence[tuple[str, str, Callable[[], object]]], about: object
    ) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        for deed, text, work in offered:
            button = Button(self._around.theme, text, Kind.PLAIN)
            button.clicked.connect(partial(_do, work))
            row.addWidget(button)
            self.buttons[deed, about] = button
        row.addStretch(1)
        return made


def _do(work: Callable[[], object], *_: object) -> None:
    work()


def _plan_order(row: PlanRow) -> tuple[bool, int]:
    return row.standing.state not in RUNNING_OR_DEFAULTED, -row.standing.plan.id


def _time_order(row: ExtensionRow) -> tuple[bool, int]:
    return row.standing.state is not ExtensionState.RUNNING, -row.standing.extension.id
