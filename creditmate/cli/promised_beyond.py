"""Amounts beyond all that is owed, which a slip could mean: taken only where that is said."""

from creditmate.cli.session import Session
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.i18n.formats import money
from creditmate.services.visit_promises import doubted


def meant_amount(session: Session, promised: Money, code: str, field: str) -> Money:
    """Return what a customer promises, where it is no more than all that they owe, or is meant.

    A digit too many could never be kept: it would spoil for good how their promises came out, and
    pause whatever falls due until then. Of a currency in which nothing is owed the service tells.

    Raises:
        UserError: ``PROMISE_BEYOND``; ``UNKNOWN_CUSTOMER``.
    """
    if session.arguments.more_than_owed:
        return promised
    for one in session.ask(lambda: doubted(code, [promised], session.today)):
        if not one.owed:
            continue
        raise UserError(
            Problem.PROMISE_BEYOND,
            field=field,
            promised=money(one.promised, session.locale, symbol=True),
            owed=money(one.owed, session.locale, symbol=True),
        )
    return promised
