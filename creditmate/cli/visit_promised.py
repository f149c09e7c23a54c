"""Promises and queries of a visit as they are typed, each with its own currency and items."""

import re

from creditmate.cli.arguments import visit_reports as forms
from creditmate.cli.session import Session
from creditmate.domain.currencies import CODES
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.i18n.formats import money
from creditmate.i18n.parsing import parse_money
from creditmate.services.visit_promises import doubted, doubted_beside, owed_by
from creditmate.services.visit_talks import visit_talk

_CODE = re.compile(r"(?<![^\W\d_])[A-Za-z]{3}(?![^\W\d_])")
"""A currency's code beside an amount."""


def typed_promise(session: Session, text: str, field: str) -> Money:
    """Return an amount in the currency that is typed with it, by its code or its sign.

    Where none is, it is that of ``--currency``, else the one the account is likely in.

    Raises:
        UserError: ``BAD_MONEY``; ``UNKNOWN_CURRENCY``.
    """
    arguments, locale = session.arguments, session.locale
    if (code := _CODE.search(text)) is not None and code[0].upper() in CODES:
        bare = (text[: code.start()] + text[code.end() :]).strip()
        return parse_money(bare, code[0].upper(), locale, field=field)
    owed = [one.currency for one in session.ask(lambda: owed_by(arguments.code, session.today))]
    wanted = arguments.currency
    if wanted is not None and wanted.upper() not in CODES:
        raise UserError(Problem.UNKNOWN_CURRENCY, found=wanted)
    likely = session.ask(lambda: session.program.calls.currency_owed(arguments.code, session.today))
    first = likely if wanted is None else wanted.upper()
    try:
        return parse_money(text, first, locale, field=field)
    except UserError:
        for other in owed:  # a sign such as € names its own
            try:
                return parse_money(text, other, locale, field=field)
            except UserError:
                continue
        raise


def typed_queries(session: Session) -> list[NewDispute]:
    """Return the queries that ``--query`` tells of.

    Raises:
        UserError: ``BAD_OPTION``; ``BAD_MONEY``; an invoice is not open.
    """
    return [_query(session, text) for text in session.arguments.query]


def _query(session: Session, text: str) -> NewDispute:
    named, equals, rest = text.partition("=")
    reason, _, more = rest.partition(";")
    numbers = [part.strip() for part in named.split(",") if part.strip()]
    if not equals or not numbers:
        raise UserError(Problem.BAD_OPTION, option="--query", found=text, expected=forms.QUERY)
    try:
        why = DisputeReason(reason.strip())
    except ValueError as error:
        expected = ", ".join(one.value for one in DisputeReason)
        raise UserError(
            Problem.BAD_OPTION, option="--query", found=reason.strip(), expected=expected
        ) from error
    amount, _, note = more.partition(";")
    part = typed_promise(session, amount, "--query") if amount.strip() else None
    code = session.arguments.code
    entries = session.ask(lambda: session.program.plans.entries_named(code, numbers))
    items = (Questioned(entries[0], part), *(Questioned(one) for one in entries[1:]))
    return NewDispute(items, why, by_whom=session.arguments.with_name, note=note.strip())


def doubts(session: Session, code: str) -> list[str]:
    """Return in words where a visit's promises come to more than is owed, or than a plan leaves."""
    _, locale, asked = session.translate, session.locale, session.arguments
    talk = session.ask(lambda: visit_talk(asked.visit))
    pays = [] if talk is None else [(one.amount, one.day) for one in talk.pays]
    found = session.ask(lambda: doubted(code, [sum_ for sum_, _ in pays], session.today))
    said = _("{promised} is promised, though {owed} is owed: is the currency right?")
    if not found:
        found = session.ask(lambda: doubted_beside(code, pays, session.today))
        said = _("{promised} is promised beside a plan that leaves {owed}. Is it meant besides?")
    return [
        said.format(
            promised=money(one.promised, locale, symbol=True),
            owed=money(one.owed, locale, symbol=True),
        )
        for one in found
    ]
