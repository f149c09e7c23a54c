"""``interest``: what came up on late invoices, a customer's, or all that is to be decided."""

from collections.abc import Iterator, Sequence

from creditmate.cli.interest_answers import facts, late_interest, to_decide
from creditmate.cli.interest_deeds import do, is_deed, see_one_choice
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.charge_facts import ChargeFacts
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_worth import ToDecide
from creditmate.domain.money import Money, totals_by_currency
from creditmate.i18n.bidi import plain, sentences
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.interest_fold_words import since_words, small_words, waiting_words
from creditmate.i18n.interest_law_words import missing_words, not_advice
from creditmate.i18n.interest_words import (
    because_words,
    by_hand_words,
    event_words,
    fixed_words,
    ground_words,
    rate_words,
    segment_words,
    start_words,
)
from creditmate.i18n.standing_words import hold_kind_words


def interest(session: Session) -> int:
    """Print interest for paying late, or do what was said with it."""
    see_one_choice(session)
    if is_deed(session):
        return do(session)
    session.open_to_read()
    if session.arguments.number:
        return _invoices(session, session.arguments.number)
    if session.arguments.customer is not None:
        return _customer(session, session.arguments.customer)
    return _everybody(session)


def _invoices(session: Session, numbers: Sequence[str]) -> int:
    as_at, service = session.as_at(), session.program.interest
    found: list[LateInterest] = []
    for typed in dict.fromkeys(numbers):
        found += session.ask(lambda: service.of_number(typed, as_at))  # noqa: B023 - answered within the turn
    if session.wants_json:
        session.say_json([late_interest(one) for one in found])
        return 0
    for place, one in enumerate(found):
        if place:
            session.say()
        session.say_lines(map(plain, _worked(session, one)))
    session.say()
    session.say(not_advice(session.language))
    return 0


def _customer(session: Session, code: str) -> int:
    as_at, service = session.as_at(), session.program.interest
    told = session.ask(lambda: service.facts(code, as_at))
    found = session.ask(lambda: service.of_customer(code, as_at))
    if session.wants_json:
        invoices: list[object] = [late_interest(one) for one in found]
        session.say_json({**facts(told), "invoices": invoices})
        return 0
    session.say_lines(map(plain, _facts(session, told)))
    session.say_lines(_list(session, found))
    return 0


def _everybody(session: Session) -> int:
    """What is worth deciding one by one and the rest folded, or what is folded one by one."""
    as_at, asked = session.as_at(), session.arguments
    found = session.ask(lambda: session.program.interest.to_decide(as_at, everything=asked.all))
    shown = found.small if asked.small else found.everything if asked.all else found.listed
    if session.wants_json:
        session.say_json(to_decide(found, shown))
        return 0
    if not (shown or found.small or found.waiting):
        session.say(session.translate("No interest is to be decided."))
    session.say_lines(_list(session, shown))
    session.say_lines(map(plain, _folded(session, found)))
    return 0


def _folded(session: Session, found: ToDecide) -> Iterator[str]:
    """What is not listed one by one, and how it is."""
    _, language, locale = session.translate, session.language, session.locale
    if not (session.arguments.small or session.arguments.all) and found.small:
        text = _("One by one: interest --small.")
        yield sentences([small_words(found, language, locale), text])
    if found.waiting:
        yield waiting_words(found, language, locale)
    if found.limits.since is not None:
        yield sentences(
            [since_words(found.limits, language, locale), _("With it: interest --all.")]
        )


# ---------------------------------------------------------------- words
def _worked(session: Session, one: LateInterest) -> Iterator[str]:
    """One invoice: ground, from when, the worked lines, the sums, and what was decided."""
    _, language, locale = session.translate, session.language, session.locale
    basis = one.basis
    yield f"{one.debt.number}  {who(one.debt.code, one.debt.name)}"
    yield f"{ground_words(basis, language, locale)}. {because_words(basis, language, locale)}"
    if one.start is None:
        return
    yield start_words(one.start, language, locale)
    if one.missing is not None:
        yield missing_words(one.missing, language, locale)
        return
    for step in one.rates:
        yield rate_words(step, basis.scheme, language, locale)
    for each in one.segments:
        yield "  " + segment_words(each, language, locale)
    yield from _sums(session, one)
    for event in one.events:
        yield event_words(event, language, locale)
    yield from by_hand_words(one.debt, language, locale)
    if one.stopped is not None:
        text = _("Nothing is charged at present: {hold}.")
        yield text.format(hold=hold_kind_words(one.stopped.kind, language))


def _sums(session: Session, one: LateInterest) -> Iterator[str]:
    _, language = session.translate, session.language
    yield _("Interest: {amount}").format(amount=_said(session, one.interest))
    if one.fixed:
        yield _("Fixed sum: {amount}. {why}").format(
            amount=_said(session, one.fixed), why=fixed_words(one.basis, language)
        )
    elif one.other_currency:
        yield _("No fixed sum: the law names it in {currency} only.").format(
            currency=one.basis.scheme.fixed.currency if one.basis.scheme else ""
        )
    elif not one.basis.fixed:
        yield fixed_words(one.basis, language)
    if one.debt.disputed:
        text = _("{amount} is under query and left out.")
        yield text.format(amount=_said(session, one.debt.disputed))
    if one.daily:
        yield _("Each further day: {amount}").format(amount=_said(session, one.daily))
    yield _("Total: {amount}").format(amount=_said(session, one.total))
    yield _("To decide: {amount}").format(amount=_said(session, one.left.total))
    if one.left.over:
        text = _("{amount} more was charged than comes out now.")
        yield text.format(amount=_said(session, one.left.over))


def _facts(session: Session, told: ChargeFacts) -> Iterator[str]:
    language, locale, basis = session.language, session.locale, told.basis
    yield f"{ground_words(basis, language, locale)}. {because_words(basis, language, locale)}"
    if told.missing is not None:
        yield missing_words(told.missing, language, locale)
    elif told.percent is not None:
        yield rate_words(told.percent, basis.scheme, language, locale)
    if fixed_words(basis, language):
        yield fixed_words(basis, language)


def _list(session: Session, found: Sequence[LateInterest]) -> Iterator[str]:
    """Invoices with what came up and what is left, then the sums."""
    if not found:
        return
    _ = session.translate
    heads = [_("Invoice"), _("Customer"), _("Due"), _("Paid"), _("Interest"), _("Fixed sum"),
             _("To decide")]  # fmt: skip
    yield ""
    yield from table(heads, [_row(session, one) for one in found], "llllrrr")
    for total in totals_by_currency(one.left.total for one in found):
        yield _("To decide: {amount}").format(amount=_said(session, total))


def _row(session: Session, one: LateInterest) -> list[str]:
    debt, locale = one.debt, session.locale
    unknown = one.missing is not None
    return [
        debt.number or "–",
        who(debt.code, debt.name),
        "–" if debt.due_day is None else day_short(debt.due_day, locale),
        "–" if debt.paid_day is None else day_short(debt.paid_day, locale),
        session.translate("rate missing") if unknown else money(one.interest, locale),
        money(one.fixed, locale),
        _said(session, one.left.total),
    ]


def _said(session: Session, amount: Money) -> str:
    return money(amount, session.locale, symbol=True)
