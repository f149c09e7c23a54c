"""What Find or do shows: lines in groups, each with where it leads."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from creditmate.domain.excerpt import excerpt
from creditmate.domain.found import Found, FoundKind
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.i18n.account_words import stop_line
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_table, money
from creditmate.i18n.labels import entry_label
from creditmate.services.search import Names
from creditmate.ui.command import Command
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import OpenCustomer, Wish

_NOTE = 96  # letters of a note that are shown
_DOT = " · "
_GLYPHS = {
    FoundKind.CUSTOMER: Glyph.CUSTOMERS,
    FoundKind.CONTACT: Glyph.CUSTOMERS,
    FoundKind.PHONE: Glyph.CALL,
    FoundKind.EMAIL: Glyph.EMAIL,
    FoundKind.DOCUMENT: Glyph.INVOICE,
    FoundKind.STATEMENT: Glyph.STATEMENT,
    FoundKind.TALK: Glyph.NOTE,
    FoundKind.DISPUTE: Glyph.DISPUTE,
    FoundKind.DEED: Glyph.OUR_PROMISE,
    FoundKind.NOTED: Glyph.NOTE,
    FoundKind.PLAN: Glyph.PLAN,
    FoundKind.MORE_TIME: Glyph.DIARY,
    FoundKind.CONTACT_NOTE: Glyph.NOTE,
    FoundKind.REMEMBER: Glyph.NOTE,
}
_DOCUMENTS = {
    DocumentKind.INVOICE: EntryKind.INVOICE,
    DocumentKind.CREDIT_NOTE: EntryKind.CREDIT_NOTE,
    DocumentKind.CHARGE_NOTE: EntryKind.CHARGE,
}
_SAID = {
    FoundKind.TALK: N_("Note of {day}"),
    FoundKind.DISPUTE: N_("Query of {day}"),
    FoundKind.DEED: N_("What we promised on {day}"),
    FoundKind.NOTED: N_("Said to us on {day}"),
    FoundKind.PLAN: N_("Note to the plan of {day}"),
    FoundKind.MORE_TIME: N_("Why more time was given on {day}"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line to choose; without ``does`` the title of the group below it.

    ``end`` stands at its end: a code, an amount, or the keys that do the same.
    """

    text: str
    second: str = ""
    glyph: Glyph | None = None
    end: str = ""
    is_keys: bool = False
    does: Wish | Command | None = field(default=None, compare=False)

    @property
    def is_title(self) -> bool:
        """Whether it cannot be chosen."""
        return self.does is None

    @property
    def said(self) -> str:
        """What is read out."""
        return ", ".join(filter(None, (self.text, self.second, self.end)))


class FoundLines:
    """Puts what was found into words."""

    def __init__(self, language: str, locale: str, today: Callable[[], date]) -> None:
        self._words, self._language = words(language), language
        self._locale, self._today = locale, today

    def lines(
        self, typed: str, names: Names, notes: Sequence[Found], commands: Sequence[Command]
    ) -> list[Line]:
        """Return everything in groups, what can be done last; a sentence if there is nothing."""
        _ = self._words.gettext
        groups = (
            (_("Customers"), [self._found(one) for one in names.customers]),
            (_("People"), [self._found(one) for one in names.people]),
            (_("Invoices and statements"), [self._found(one) for one in names.papers]),
            (_("Words in notes"), [self._note(one, typed) for one in notes]),
            (_("Actions"), [_command(one) for one in commands]),
        )
        shown = list(_titled(groups))
        return shown or [Line(_("Nothing found for “{typed}”").format(typed=typed.strip()))]

    def _found(self, found: Found) -> Line:
        text, second, end = {
            FoundKind.CUSTOMER: self._customer,
            FoundKind.DOCUMENT: self._paper,
            FoundKind.STATEMENT: self._paper,
        }.get(found.kind, self._person)(found)
        return Line(text, second, _GLYPHS[found.kind], end, does=OpenCustomer(found.code))

    def _customer(self, found: Found) -> tuple[str, str, str]:
        _ = self._words.gettext
        trades = _("trades as {name}").format(name=found.person) if found.person else ""
        stop = "" if found.stopped is None else stop_line(found.stopped, self._language)
        return found.customer, _joined(stop, trades), found.code

    def _person(self, found: Found) -> tuple[str, str, str]:
        return found.text, _joined(found.person, found.customer), found.code

    def _paper(self, found: Found) -> tuple[str, str, str]:
        _ = self._words.gettext
        if found.document is None:
            name = _("Statement {number}").format(number=found.text)
        else:
            name = entry_label(_DOCUMENTS[found.document], found.text, self._language)
        order = _("order {number}").format(number=found.person) if found.person else ""
        amount = "" if found.amount is None else money(found.amount, self._locale, symbol=True)
        return name, _joined(found.customer, self._day(found), order), amount

    def _note(self, found: Found, typed: str) -> Line:
        said = self._words.gettext(_SAID.get(found.kind, N_("To remember")))
        about = _joined(found.person, found.customer, said.format(day=self._day(found)))
        text = excerpt(found.text, typed, _NOTE)
        return Line(text, about, _GLYPHS[found.kind], does=OpenCustomer(found.code))

    def _day(self, found: Found) -> str:
        return "" if found.day is None else day_in_table(found.day, self._locale, self._today())


def _titled(groups: Sequence[tuple[str, list[Line]]]) -> Iterator[Line]:
    for title, lines in groups:
        if lines:
            yield Line(title)
            yield from lines


def _joined(*parts: str) -> str:
    return _DOT.join(filter(None, parts))


def _command(command: Command) -> Line:
    return Line(command.title, "", command.glyph, command.keys, is_keys=True, does=command)
