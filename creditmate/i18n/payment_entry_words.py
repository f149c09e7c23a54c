"""What the form of a payment says: why something is proposed, what is left, what is wrong."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.domain.allocation_suggestion import Fit
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.proposals import Proposal
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.enumerating import one_and_another
from creditmate.i18n.formats import day_in_table, money, number
from creditmate.i18n.list_words import days_ago
from creditmate.i18n.problems import problem_words

Beside = Mapping[EntryKind, Money]
"""What came off beside the money, by its kind."""
_MISSING = {
    "customer": N_("Who paid? Type a name, a code or an invoice number."),
    "amount": N_("How much came?"),
    "also": N_("Whose is it, and how much of it?"),
}
_ONE = {
    Fit.NAMED: N_("The payer named {number}, and it adds up."),
    Fit.EXACT_ITEM: N_("The same amount as {number}."),
    Fit.EXACT_SUM: N_("Adds up exactly to {number}."),
    Fit.NAMED_PART: N_("The payer named {number}; it does not add up."),
    Fit.OLDEST_FIRST: N_("Nothing adds up: the oldest first."),
}
_SEVERAL = {
    Fit.NAMED: N_("The payer named these {count}, and they add up."),
    Fit.EXACT_ITEM: N_("Adds up exactly to {count} items."),
    Fit.EXACT_SUM: N_("Adds up exactly to {count} items."),
    Fit.NAMED_PART: N_("The payer named these {count}; they do not add up."),
    Fit.OLDEST_FIRST: N_("Nothing adds up: the oldest first."),
}
_ONE_BESIDE = {
    Fit.EXACT_ITEM: N_("With what came off, the same amount as {number}."),
    Fit.EXACT_SUM: N_("With what came off, it adds up exactly to {number}."),
}
_SEVERAL_BESIDE = {
    Fit.EXACT_ITEM: N_("With what came off, it adds up exactly to {count} items."),
    Fit.EXACT_SUM: N_("With what came off, it adds up exactly to {count} items."),
}
_BESIDE = {
    EntryKind.DISCOUNT: N_("{amount} discount"),
    EntryKind.TAX_WITHHELD: N_("{amount} tax withheld"),
    EntryKind.BANK_CHARGE: N_("{amount} bank charge"),
}


def why_words(proposal: Proposal, language: str, locale: str, *, beside: bool = False) -> str:
    """Return why something is proposed: ``Adds up exactly to 3 items.``; nothing if nothing is.

    Args:
        proposal: What is proposed.
        language: Of the words.
        locale: Of the figures.
        beside: Whether its amount is more than the money: something came off beside it.
    """
    _ = words(language).gettext
    if proposal.fit is None:
        return _("Nothing is open: it stays unallocated.")
    rows = [row for row in proposal.items if row.amount]
    if proposal.fit is Fit.OLDEST_FIRST and any(row.item.disputed for row in proposal.items):
        return _("Nothing adds up: the oldest first, what is under query last.")
    texts: Mapping[Fit, str] = _ONE if len(rows) == 1 else _SEVERAL
    if beside:
        texts = {**texts, **(_ONE_BESIDE if len(rows) == 1 else _SEVERAL_BESIDE)}
    first = rows[0].item.number if rows else ""
    return _(texts[proposal.fit]).format(number=first, count=number(len(rows), locale))


def short_why_words(proposal: Proposal, language: str, locale: str) -> str:
    """Return the same in a few words, for a table: ``3 items add up``."""
    catalogue = words(language)
    if proposal.fit in {Fit.OLDEST_FIRST, None}:
        return catalogue.gettext("Oldest first")
    rows = [row for row in proposal.items if row.amount]
    if proposal.fit is Fit.NAMED_PART:
        text = catalogue.gettext("{number} was named")
    elif not proposal.only:
        text = catalogue.gettext("Several would fit")
    elif len(rows) == 1:
        text = catalogue.gettext("Same as {number}")
    else:
        text = catalogue.ngettext("{count} item adds up", "{count} items add up", len(rows))
    number_ = rows[0].item.number if rows else ""
    return text.format(number=number_, count=number(len(rows), locale))


def doubt_words(proposal: Proposal, language: str) -> str:
    """Return that something else would fit as well; nothing where nothing does."""
    doubtful = proposal.fit is not None and not proposal.only
    return words(language).gettext("Other items fit as well: better ask.") if doubtful else ""


def left_words(left: Sequence[Money], deposit_for: str, language: str, locale: str) -> str:
    """Return what becomes of what covers nothing; nothing where all of it is used."""
    _ = words(language).gettext
    over = [one for one in left if one.minor > 0]
    short = [one for one in left if one.minor < 0]
    if short:
        told = ", ".join(money(-one, locale, symbol=True) for one in short)
        return _("{amount} more than came is ticked").format(amount=told)
    if not over:
        return ""
    told = ", ".join(money(one, locale, symbol=True) for one in over)
    if deposit_for:
        return _("{amount} is held for “{job}”").format(amount=told, job=deposit_for)
    return _("{amount} stays unallocated").format(amount=told)


def came_words(amount: Money, beside: Beside, language: str, locale: str) -> str:
    """Return what came, and what came off it: ``£1,000.00 and £200.00 tax withheld``."""
    _ = words(language).gettext
    parts = [money(amount, locale, symbol=True)]
    parts += [
        _(_BESIDE[kind]).format(amount=money(off, locale, symbol=True))
        for kind, off in beside.items()
        if off
    ]
    return one_and_another(parts, language)


def pays_words(amount: Money, beside: Beside, count: int, language: str, locale: str) -> str:
    """Return what a payment pays: ``£1,212.00 pays 3 items``."""
    catalogue = words(language)
    if any(beside.values()):
        text = catalogue.ngettext("{amount} pay {count} item", "{amount} pay {count} items", count)
    else:
        text = catalogue.ngettext(
            "{amount} pays {count} item", "{amount} pays {count} items", count
        )
    said = came_words(amount, beside, language, locale)
    return text.format(amount=said, count=number(count, locale))


def recorded_words(said: str, names: str, left: str, language: str) -> str:
    """Return that a payment is recorded, and what of it is left; ``said`` is what came."""
    _ = words(language).gettext
    if left:
        return _("{amount} from {name} recorded; {left}").format(amount=said, name=names, left=left)
    return _("{amount} from {name} recorded").format(amount=said, name=names)


def day_words(day: date, today: date, language: str, locale: str) -> tuple[str, str]:
    """Return a day that was understood, and how long ago it was."""
    return day_in_table(day, locale, today), days_ago(day, today, language, locale)


def wrong_words(name: str, error: UserError | None, language: str, locale: str) -> str:
    """Return what a field still needs, or what is wrong with it; below it, so not naming it."""
    _ = words(language).gettext
    if error is None:
        return _(_MISSING["also" if name.startswith("also") else name])
    if error.problem in {Problem.BAD_MONEY, Problem.BAD_DATE}:
        text = _("“{found}” is not understood. Such as {expected}.")
        return text.format(found=error.facts["found"], expected=error.facts["expected"])
    if error.problem is Problem.DAY_AHEAD:
        return _("That day has not come yet.")
    if error.problem is Problem.PAYMENT_FIELD and error.facts["field"] == "amount":
        found = error.facts["found"]
        if isinstance(found, Money):
            return _("More than came in all, or all of it: leave a part for the first.")
        return _("More than nothing is needed.")
    return problem_words(error, language, locale)
