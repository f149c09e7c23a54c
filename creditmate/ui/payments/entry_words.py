"""What the place of a payment says of what is typed and ticked; knows no toolkit."""

from datetime import date

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money, total
from creditmate.i18n import payment_entry_words as say
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.ui.payments.entry_state import TypedPayment, Understood
from creditmate.ui.payments.sheet import Sheet

Pair = tuple[str, str]
"""Words, and what follows from them."""


class EntryWords:
    """Makes the words, for a language and a locale."""

    def __init__(self, language: str, locale: str) -> None:
        self._language, self._locale = language, locale

    def why(self, sheet: Sheet, typed: TypedPayment, got: Understood, *, waits: bool) -> Pair:
        """Why these items are ticked, and what speaks against taking it unasked."""
        _ = words(self._language).gettext
        if not sheet.worth:
            return _("Open items appear here as soon as it is known who paid."), ""
        proposals = list(sheet.proposals.values())
        if sheet.by_hand:
            return _("Ticked by hand."), ""
        if not proposals:
            if waits:
                return "", ""
            open_ = bool(sheet.rows)
            return (_("Tick what is paid, or type how much came.") if open_ else
                    _("Nothing is open: it stays unallocated.")), ""  # fmt: skip
        if typed.deposit_for.strip() and not any(map(sheet.covered, sheet.worth)):
            return _("All of it is held: nothing is ticked."), ""
        first = next(iter(sheet.worth))
        said = dict.fromkeys(
            say.why_words(
                one, self._language, self._locale, beside=bool(got.extras) and one.code == first
            )
            for one in proposals
        )
        doubt = dict.fromkeys(say.doubt_words(one, self._language) for one in proposals)
        return " ".join(said), " ".join(filter(None, doubt))

    def sum(self, sheet: Sheet, typed: TypedPayment, got: Understood) -> Pair:
        """What the payment pays, and what is left of it."""
        if got.amount is None:
            return "", ""
        rows = [row for payer in sheet.worth for row in sheet.covered(payer)]
        left = self._left(sheet, typed)
        if left and not rows:
            return left, ""
        beside = self._beside(sheet, got)
        pays = say.pays_words(got.amount, beside, len(rows), self._language, self._locale)
        return pays, left

    def _beside(self, sheet: Sheet, got: Understood) -> say.Beside:
        """What came off: as typed, and the discounts that are taken for paying early."""
        beside = dict(got.extras)
        early = [row.discount for payer in sheet.worth for row in sheet.covered(payer)]
        if any(early):
            nothing = Money(0, got.currency)
            typed = beside.pop(EntryKind.DISCOUNT, nothing)
            beside = {EntryKind.DISCOUNT: total([*early, typed], got.currency), **beside}
        return beside

    def _left(self, sheet: Sheet, typed: TypedPayment) -> str:
        left = [one for payer in sheet.worth if (one := sheet.left(payer)) is not None]
        deposit = typed.deposit_for.strip()
        return say.left_words(left, deposit, self._language, self._locale)

    def recorded(self, sheet: Sheet, typed: TypedPayment, got: Understood) -> str:
        """What is told once it is recorded."""
        names = ", ".join(one.name for one in typed.paying)
        amount = got.amount or Money(0, got.currency)
        left = self._left(sheet, typed)
        beside = self._beside(sheet, got)
        came = say.came_words(amount, beside, self._language, self._locale)
        return say.recorded_words(came, names, left, self._language)

    def amount(self, found: Money) -> str:
        """An amount as it was understood."""
        return money(found, self._locale, symbol=True)

    def day(self, found: date, today: date) -> Pair:
        """A day as it was understood, and how long ago it was."""
        return say.day_words(found, today, self._language, self._locale)

    def wrong(self, name: str, error: UserError | None) -> str:
        """What is wrong with a field, or missing in it."""
        return say.wrong_words(name, error, self._language, self._locale)

    def field_of(self, error: UserError) -> str:
        """The field that the service refused, as the form names it."""
        if error.problem is Problem.DISCOUNT_NOT_OFFERED:
            return "discount"
        return str(error.facts.get("field", "amount"))

    def not_carved(self) -> str:
        """That more came off than is ticked."""
        _ = words(self._language).gettext
        return _("That is more than the ticked items take: tick what it came off.")
