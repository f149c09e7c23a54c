"""What stands beside the lists of payments, in words; knows no toolkit."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.claims import ClaimState
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.payment_list import PaymentDetail, PaymentEntry
from creditmate.domain.proposals import Match
from creditmate.i18n.account_words import stop_line
from creditmate.i18n.brief_words import age_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, money
from creditmate.i18n.labels import entry_label
from creditmate.i18n.payment_entry_words import doubt_words, why_words
from creditmate.i18n.payment_words import claim_state_words, credit_words, method_words
from creditmate.services.claims import ClaimRow
from creditmate.ui.theme.tokens import Ink


@dataclass(frozen=True, slots=True)
class PaidLine:
    """An item with what of it is paid; ``allocation`` is what can be taken off again, if any."""

    name: str
    told: str
    amount: str
    allocation: int = 0


@dataclass(frozen=True, slots=True)
class About:
    """One payment, credit or claim: who, how much, what is known, what it pays, what is left."""

    title: str
    amount: str
    note: str = ""
    note_ink: Ink = Ink.MUTED
    facts: tuple[tuple[str, str], ...] = ()
    lines_title: str = ""
    lines: tuple[PaidLine, ...] = ()
    why: str = ""
    doubt: str = ""
    rest: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True)
class SideWords:
    """Makes the words, for a language and a locale, as at a day."""

    language: str
    locale: str
    as_at: date

    # ------------------------------------------------------------- a receipt
    def receipt(self, detail: PaymentDetail) -> About:
        """A payment and what it pays."""
        _, row = words(self.language).gettext, detail.row
        free = row.open - row.held
        matchable = free.minor > 0 and row.bounced_day is None
        note, ink = self._note(detail)
        lines = tuple(line for entry in detail.entries for line in self._lines(entry))
        title = _("Allocated to")
        if row.bounced_day is not None:
            lines, title = self._returned(detail, row.bounced_day), _("What it had paid")
        return About(
            title=", ".join(row.names) or row.payer,
            amount=self._money(row.amount),
            note=note,
            note_ink=ink,
            facts=self._facts(detail),
            lines_title=title,
            lines=lines,
            rest=_("{amount} not matched").format(amount=self._money(free)) if matchable else "",
            verb=self._verb(detail, matchable=matchable),
        )

    def _verb(self, detail: PaymentDetail, *, matchable: bool) -> str:
        _ = words(self.language).gettext
        if matchable:
            return _("Match it…")
        return _("Release the deposit") if detail.row.held else ""

    def _note(self, detail: PaymentDetail) -> tuple[str, Ink]:
        _, row = words(self.language).gettext, detail.row
        if row.bounced_day is not None:
            return _("Returned by the bank on {day}").format(day=self._day(row.bounced_day)), (
                Ink.DANGER
            )
        jobs = [one.deposit_for for one in detail.entries if one.deposit_for and one.open]
        if row.held and jobs:
            text = _("{amount} is held for “{job}”")
            return text.format(amount=self._money(row.held), job=", ".join(jobs)), Ink.MUTED
        return (
            (_("The books only presume its day."), Ink.MUTED) if row.presumed else ("", Ink.MUTED)
        )

    def _facts(self, detail: PaymentDetail) -> tuple[tuple[str, str], ...]:
        _, row = words(self.language).gettext, detail.row
        reached = detail.reached_bank
        return (
            (_("Received"), self._day(row.day)),
            (_("Paid by"), method_words(row.method, self.language)),
            (_("Reference"), row.reference),
            (_("Payer"), row.payer),
            (_("At the bank"), "" if reached is None else self._money(reached)),
            (_("Status"), "; ".join(stop_line(why, self.language) for why in detail.stopped)),
        )

    def _lines(self, entry: PaymentEntry) -> list[PaidLine]:
        free = entry.kind is EntryKind.RECEIPT
        kind = "" if free else entry_label(entry.kind, "", self.language)
        return [
            PaidLine(
                name=one.number or entry_label(one.kind, "", self.language),
                told=kind,
                amount=self._money(one.amount),
                allocation=one.id if free and one.kind not in _AS_A_WHOLE else 0,
            )
            for one in entry.allocations
        ]

    def _returned(self, detail: PaymentDetail, day: date) -> tuple[PaidLine, ...]:
        text = words(self.language).gettext("taken back {day}")
        told = text.format(day=self._day(day))
        return tuple(
            PaidLine(
                one.number or entry_label(one.kind, "", self.language),
                told,
                self._money(one.amount),
            )
            for entry in detail.entries
            for one in entry.returned
        )

    # ------------------------------------------------------------- what is not matched
    def match(self, match: Match) -> About:
        """Money that is not matched, and what it seems to be for."""
        _, credit = words(self.language).gettext, match.credit
        proposal = match.proposal
        rows = () if proposal is None else [row for row in proposal.items if row.amount]
        lines = tuple(
            PaidLine(
                row.item.number or entry_label(row.item.kind, "", self.language),
                age_words((self.as_at - row.item.due_day).days, self.language, self.locale),
                self._money(row.amount),
            )
            for row in rows
        )
        left = credit.open if proposal is None else proposal.left
        rest = _("{amount} stays unallocated").format(amount=self._money(left)) if left else ""
        return About(
            title=credit.name,
            amount=self._money(credit.open),
            note=credit_words(credit, self.language),
            facts=(
                (_("Since"), self._day(credit.day)),
                (_("Payer"), credit.payer),
                (_("Of"), self._money(credit.original) if credit.original != credit.open else ""),
            ),
            lines_title=_("Seems to be for"),
            lines=lines,
            why="" if proposal is None else why_words(proposal, self.language, self.locale),
            doubt="" if proposal is None else doubt_words(proposal, self.language),
            rest=rest if lines else _("Nothing is open that it could pay."),
            verb=_("Take it") if lines else "",
        )

    # ------------------------------------------------------------- what is said to be paid
    def claim(self, row: ClaimRow) -> About:
        """What somebody says to have paid, and for how long that is believed."""
        _, standing = words(self.language).gettext, row.standing
        claim = standing.claim
        until = self._day(standing.believed_to)
        waits = standing.state is ClaimState.WAITING
        note = claim_state_words(standing.state, self.language).capitalize()
        if waits:
            note = _("We wait until {day}.").format(day=until)
        return About(
            title=row.name,
            amount=self._money(Money(standing.missing_minor, claim.currency)),
            note=note,
            note_ink=Ink.MUTED if waits else Ink.WARNING,
            facts=(
                (_("Paid on"), self._day(claim.paid_day)),
                (_("Paid by"), method_words(claim.method, self.language)),
                (_("Reference"), claim.reference),
                (_("Said on"), self._day(claim.day)),
                (_("By"), claim.by_whom),
            ),
            verb=_("Look for it…"),
        )

    def _day(self, day: date) -> str:
        return day_in_table(day, self.locale, self.as_at)

    def _money(self, amount: Money) -> str:
        return money(amount, self.locale, symbol=True)


_AS_A_WHOLE = frozenset({EntryKind.BOUNCE, EntryKind.REFUND})
"""What is set against these is undone with them."""
