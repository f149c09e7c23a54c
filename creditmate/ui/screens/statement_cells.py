"""What the Statements place says: the columns of its lists, its foot, its empty lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.customer_status import Status
from creditmate.domain.money import Money
from creditmate.domain.rows import SentPaperRow
from creditmate.domain.statement_choice import Candidate, Carriage, LeftOut
from creditmate.i18n.account_words import stop_line
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import currency_symbol, day_in_table, money, number
from creditmate.i18n.standing_words import status_words
from creditmate.i18n.statement_words import carriage_words, left_out_words
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.screens.statements_state import Order, Show, Statements, Sum
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink, Type

NOTHING = "–"
_SEPARATOR = " · "
_A_NUMBER = "S-0000-000"
"""As statements are numbered unless somebody wants it otherwise."""
_GLYPHS = {
    Carriage.EMAIL: Glyph.EMAIL,
    Carriage.POST: Glyph.LETTER,
    Carriage.NONE: Glyph.LOCK,
}
_CHIPS = {
    Show.BALANCE: N_("With a balance"),
    Show.TO_SEND: N_("To send"),
    Show.LEFT_OUT: N_("Left out"),
    Show.NONE: N_("No balance"),
}


@dataclass(frozen=True, slots=True)
class StatementCells:
    """Makes the cells, for a language, a locale, the book's currency and the ticks."""

    language: str
    locale: str
    currency: str
    state: Statements

    def chip_words(self, show: Show) -> str:
        """Return what a narrowing is called."""
        return words(self.language).gettext(_CHIPS[show])

    # ------------------------------------------------------------- choosing
    def columns(self) -> tuple[Column[Candidate], ...]:
        """Return the columns of the candidates; those that may be ordered by have its key."""
        _ = words(self.language).gettext
        symbol = currency_symbol(self.currency, self.locale)
        owed, overdue = (
            text.format(currency=symbol)
            for text in (_("Owed, {currency}"), _("Overdue, {currency}"))
        )
        fits = tuple(
            f"{_A_NUMBER}{_SEPARATOR}{carriage_words(carriage, self.language)}"
            for carriage in Carriage
        )
        return (
            Column(Order.NAME, _("Customer"), self._name, 208),
            Column(Order.OWED, owed, self._owed, 88, right=True),
            Column(Order.OVERDUE, overdue, self._overdue, 88, right=True),
            Column(Order.CARRIAGE, _("Goes by"), self._goes_by, 166, fits=fits),
        )

    def _ink(self, one: Candidate, ink: Ink = Ink.TEXT) -> Ink:
        """Who gets nothing is written faintly."""
        return ink if self.state.ticked(one.id) else Ink.MUTED

    def _name(self, one: Candidate) -> Cell:
        ticked = self.state.ticked(one.id)
        _ = words(self.language).gettext
        spoken = {True: _("{name}, ticked"), False: _("{name}, not ticked"), None: "{name}"}
        said = spoken[ticked].format(name=one.name)
        if one.issued:
            said = f"{said}, {_('issued before as {number}').format(number=one.issued[0])}"
        style = Type.BODY_MEDIUM if ticked else Type.BODY
        if one.stopped is None:
            return Cell(one.name, self._ink(one), style, spoken=said)
        said = f"{said}, {stop_line(one.stopped, self.language)}"
        tag = CellTag(status_words(Status.ON_STOP, self.language), Tone.DANGER)
        return Cell(one.name, self._ink(one), style, tag=tag, spoken=said)

    def _owed(self, one: Candidate) -> Cell:
        style = Type.BODY_MEDIUM if self.state.ticked(one.id) else Type.BODY
        return Cell(self._amounts([a.owed for a in one.ageings]), self._ink(one), style)

    def _overdue(self, one: Candidate) -> Cell:
        late = [ageing.overdue for ageing in one.ageings]
        ink = Ink.DANGER if any(late) else Ink.MUTED
        return Cell(self._amounts(late), self._ink(one, ink))

    def _goes_by(self, one: Candidate) -> Cell:
        """How it goes, or why not; before that the number of one that was issued for the day."""
        left_out = one.reason is not None and not self.state.ticked(one.id)
        if not left_out and not one.ageings:
            return Cell(NOTHING, Ink.MUTED)
        says = self._reason(one) if left_out else carriage_words(one.carriage, self.language)
        text = _SEPARATOR.join((*one.issued, says))
        if left_out:
            return Cell(text, Ink.WARNING)
        if one.issued:
            return Cell(text, self._ink(one, Ink.POSITIVE), glyph=Glyph.SENT_BEFORE)
        return Cell(text, Ink.MUTED, glyph=_GLYPHS[one.carriage])

    def _reason(self, one: Candidate) -> str:
        if one.reason is None or self.state.book is None:
            return ""
        said = left_out_words(one.reason, self.language, self.locale, self.state.book.as_at)
        if one.reason.why is LeftOut.IN_CREDIT:
            credit = self._amounts([-ageing.total for ageing in one.ageings if ageing.total])
            return said if credit == NOTHING else f"{said}, {credit}"
        return said

    def _amounts(self, amounts: Sequence[Money]) -> str:
        """One amount per currency; the book's own stands alone, as its symbol is in the title."""
        shown = (
            money(found, self.locale, symbol=found.currency != self.currency)
            for found in amounts
            if found
        )
        return _SEPARATOR.join(shown) or NOTHING

    # ------------------------------------------------------------- sent before
    def sent_columns(self, today: date) -> tuple[Column[SentPaperRow], ...]:
        """Return the columns of the statements issued; they stand in the order of issuing."""
        _ = words(self.language).gettext

        def as_at(row: SentPaperRow) -> Cell:
            return Cell(day_in_table(row.as_at, self.locale, today), Ink.MUTED)

        def issued(row: SentPaperRow) -> Cell:
            day = row.issued_at.astimezone().date()
            return Cell(day_in_table(day, self.locale, today), Ink.MUTED)

        return (
            Column("customer", _("Customer"), _sent_name, 176, sortable=False),
            Column("number", _("Number"), _sent_number, 104, sortable=False),
            Column("as_at", _("As at"), as_at, 104, sortable=False),
            Column("issued", _("Issued"), issued, 104, sortable=False, optional=True),
            Column("balance", _("Balance"), self._balance, 104, right=True, sortable=False),
        )

    def _balance(self, row: SentPaperRow) -> Cell:
        return Cell(money(row.total, self.locale, symbol=True))

    # ------------------------------------------------------------- foot and none
    def sum_words(self, total: Sum) -> tuple[str, str]:
        """Return what is ticked: in short, and how it goes."""
        catalogue = words(self.language)
        many = catalogue.ngettext("{count} statement", "{count} statements", total.statements)
        parts = [many.format(count=number(total.statements, self.locale))]
        parts += [money(owed, self.locale, symbol=True) for owed in total.owed if owed]
        _ = catalogue.gettext
        ways = [
            text.format(count=number(count, self.locale))
            for text, count in (
                (_("{count} by e-mail"), total.by_email),
                (_("{count} by post"), total.by_post),
            )
            if count
        ]
        rest = ", ".join(ways)
        if total.left_out:
            left = _("{count} left out").format(count=number(total.left_out, self.locale))
            rest = f"{rest}; {left}" if rest else left
        return ", ".join(parts), rest

    def none_words(self) -> EmptyWords:
        """Return why the list is empty, and the way out if there is one."""
        _ = words(self.language).gettext
        text, show = self.state.wanted.text.strip(), self.state.wanted.show
        if text:
            fact = _("Nothing matches ‘{text}’ in {list}").format(
                text=text, list=self.chip_words(show)
            )
            return EmptyWords(fact, _("Names and codes are searched."))
        if not self.state.concerned:
            return EmptyWords(
                _("Nobody has a balance on this date"),
                _("Statements go to whoever has something open. Bring your customers in first."),
                _("Bring in invoices…"),
            )
        if not self.state.count(Show.BALANCE):
            return EmptyWords(
                _("Nobody has a balance on this date"),
                _("Statements go to whoever has something open. Another date may have some."),
                _("Choose another date"),
            )
        fact, next_ = {
            Show.LEFT_OUT: (_("Nobody is left out"), _("Everybody with a balance gets one.")),
            Show.NONE: (_("Everybody has a balance on this date"), ""),
        }.get(
            show,
            (
                _("Nothing is to be sent on this date"),
                _("Everybody with a balance is left out. Tick who is to get one all the same."),
            ),
        )
        return EmptyWords(fact, next_, _("Show all with a balance"))

    def none_sent_words(self, text: str) -> EmptyWords:
        """Return why no statement sent before is listed."""
        _ = words(self.language).gettext
        if text:
            fact = _("Nothing matches ‘{text}’ in what was sent").format(text=text)
            return EmptyWords(fact, _("Numbers, names and codes are searched."))
        return EmptyWords(
            _("No statement has been issued so far"),
            _("Once one is printed or saved it is kept here, exactly as it was."),
            _("Back to choosing"),
        )


def _sent_name(row: SentPaperRow) -> Cell:
    return Cell(row.name, style=Type.BODY_MEDIUM)


def _sent_number(row: SentPaperRow) -> Cell:
    return Cell(row.number)
