"""Words of payments: how they came, why something is proposed, what is said to be paid."""

from datetime import date

from creditmate.domain.allocation_suggestion import Fit
from creditmate.domain.claims import ClaimStanding, ClaimState
from creditmate.domain.money import Money
from creditmate.domain.proposals import Proposal, UnmatchedCredit
from creditmate.domain.receipts import Method
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note, day_in_table, money, number
from creditmate.i18n.labels import entry_label

_METHODS = {
    Method.TRANSFER: N_("Transfer"),
    Method.CARD: N_("Card"),
    Method.CHEQUE: N_("Cheque"),
    Method.CASH: N_("Cash"),
    Method.DIRECT_DEBIT: N_("Direct debit"),
    Method.CONTRA: N_("Set off"),
    Method.OTHER: N_("Other"),
}
_BY = {
    Method.TRANSFER: N_("{amount} by transfer"),
    Method.CARD: N_("{amount} by card"),
    Method.CHEQUE: N_("{amount} by cheque"),
    Method.CASH: N_("{amount} in cash"),
    Method.DIRECT_DEBIT: N_("{amount} by direct debit"),
    Method.CONTRA: N_("{amount} set off against what we owe you"),
    Method.OTHER: N_("{amount}"),
}
_FITS = {
    Fit.NAMED: N_("named by the payer, and adds up"),
    Fit.EXACT_ITEM: N_("the same amount"),
    Fit.EXACT_SUM: N_("adds up to the penny"),
    Fit.NAMED_PART: N_("named by the payer"),
    Fit.OLDEST_FIRST: N_("nothing adds up: the oldest first"),
}
_SAID = N_("said paid on {day}")
_SAID_BY = {
    Method.TRANSFER.value: N_("said paid on {day} by transfer"),
    Method.CARD.value: N_("said paid on {day} by card"),
    Method.CHEQUE.value: N_("said paid on {day} by cheque"),
    Method.CASH.value: N_("said paid on {day} in cash"),
    Method.DIRECT_DEBIT.value: N_("said paid on {day} by direct debit"),
    Method.CONTRA.value: N_("said to be set off on {day}"),
}
_CLAIMS = {
    ClaimState.WAITING: N_("said to be on its way"),
    ClaimState.CHECK_BANK: N_("check the bank"),
    ClaimState.NOT_FOUND: N_("said paid, not found"),
    ClaimState.FOUND: N_("found"),
    ClaimState.WITHDRAWN: N_("taken back"),
    ClaimState.REPLACED: N_("said once more"),
    ClaimState.SETTLED: N_("settled"),
}


def amount_by(amount: str, method: Method | None, language: str) -> str:
    """Return an amount in words with the way in which it is paid, if that is said."""
    return amount if method is None else words(language).gettext(_BY[method]).format(amount=amount)


def method_words(method: str, language: str) -> str:
    """Return how money came: ``Cheque``; nothing where another program's books do not say."""
    known = next((_METHODS[one] for one in Method if one.value == method), None)
    return words(language).gettext(known) if known else method


def fit_words(proposal: Proposal, language: str) -> str:
    """Return why something is proposed, and whether other items would do as well."""
    _ = words(language).gettext
    if proposal.fit is None:
        return _("nothing is open")
    why = _(_FITS[proposal.fit])
    if proposal.only:
        return why
    return _("{why}; others would do as well").format(why=why)


def claim_state_words(state: ClaimState, language: str) -> str:
    """Return how a claim to have paid stands: ``said paid, not found``."""
    return words(language).gettext(_CLAIMS[state])


def claim_words(standing: ClaimStanding, language: str, locale: str, as_at: date) -> str:
    """Return a claim in one line: what, when, how, and with which reference."""
    _ = words(language).gettext
    claim = standing.claim
    said = _("{amount} on {day}").format(
        amount=_claimed(standing, language, locale),
        day=day_in_note(claim.paid_day, locale, as_at),
    )
    reference = claim.reference and _("reference {text}").format(text=claim.reference)
    return ", ".join(filter(None, (said, method_words(claim.method, language), reference)))


def running_claim_words(
    standing: ClaimStanding, language: str, locale: str, as_at: date
) -> tuple[str, str]:
    """Return a claim whose money is still to be found, and how it stands.

    ``Said paid on Mon 16 Nov by transfer``, ``not yet found; we wait until Wed 18 Nov``.
    """
    _ = words(language).gettext
    claim = standing.claim
    day = day_in_table(claim.paid_day, locale, as_at)
    said = _(_SAID_BY.get(claim.method, _SAID)).format(day=day)
    if claim.minor is not None:
        amount = _claimed(standing, language, locale)
        said = _("{amount} {said}").format(amount=amount, said=said)
    else:
        said = capital(said)
    if claim.reference:
        said = _("{said}, reference {text}").format(said=said, text=claim.reference)
    if standing.state is ClaimState.WAITING:
        until = day_in_table(standing.believed_to, locale, as_at)
        return said, _("not yet found; we wait until {day}").format(day=until)
    if standing.state is ClaimState.CHECK_BANK:
        return said, _("its time is up: look through the bank")
    return said, _("not found")


def _claimed(standing: ClaimStanding, language: str, locale: str) -> str:
    """How much is said to be paid; of what came in part, how much is missing."""
    claim, missing = standing.claim, standing.missing_minor
    minor = missing if claim.minor is None else claim.minor
    whole = money(Money(minor, claim.currency), locale, symbol=True)
    if missing in (0, minor):
        return whole
    rest = money(Money(missing, claim.currency), locale, symbol=True)
    return words(language).gettext("{missing} of {amount}").format(missing=rest, amount=whole)


def credit_words(credit: UnmatchedCredit, language: str) -> str:
    """Return what an unmatched credit is, as the payer or the paper names it."""
    _ = words(language).gettext
    named = entry_label(credit.kind, credit.number, language)
    told = credit.reference or credit.payer
    held = credit.held_for and _("deposit for {job}").format(job=credit.held_for)
    return ", ".join(filter(None, (named, told, held)))


def age_words(days: int, language: str, locale: str) -> str:
    """Return how long something has waited: ``12 days``."""
    text = words(language).ngettext("{days} day", "{days} days", days)
    return text.format(days=number(days, locale))
