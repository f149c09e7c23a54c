"""``customers``: every customer with status, limit, exposure, owner and group."""

from collections.abc import Iterator, Sequence

from creditmate.cli import answers
from creditmate.cli.brief_standing import exposure_answer, limit_answer
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.customer_overview import VALUED, OverviewRow, Pick, Picked
from creditmate.domain.customer_status import Status
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.i18n.formats import money
from creditmate.i18n.standing_words import rest_words, status_words


def customers(session: Session) -> int:
    """Print the list of customers."""
    session.open_to_read()
    picked, day = list(_picked(session.arguments.filter)), session.today
    rows = session.ask(lambda: session.program.customer_overview.rows(day, picked))
    if session.wants_json:
        session.say_json([_answer(row) for row in rows])
        return 0
    _ = session.translate
    if not rows:
        session.say(_("No customer is like that."))
        return 0
    heads = [_("Customer"), _("Status"), _("Exposure"), _("Limit"), _("Over"), _("Head office"),
             _("Looked after by"), _("Tags")]  # fmt: skip
    session.say_lines(table(heads, [_cells(session, row) for row in rows], "llrrrlll"))
    return 0


def _picked(typed: Sequence[str]) -> Iterator[Picked]:
    """Read ``tag=trade``, ``over-limit``."""
    for text in typed:
        name, equals, value = text.partition("=")
        known = name in set(Pick)
        if not known or bool(value) is not (Pick(name) in VALUED) or (equals and not value):
            raise UserError(Problem.BAD_OPTION, option="--filter", found=text)
        if Pick(name) is Pick.STATUS and value.strip().casefold() not in set(Status):
            raise UserError(Problem.BAD_OPTION, option="--filter", found=text)
        yield Picked(Pick(name), value.strip())


def _cells(session: Session, row: OverviewRow) -> list[str]:
    return [
        who(row.customer.code, row.customer.name),
        _status(session, row),
        ", ".join(_amount(session, one.total) for one in row.exposures) or "–",
        ", ".join(_amount(session, use.limit) for use in row.limits) or "–",
        ", ".join(_amount(session, over) for over in row.over) or "–",
        row.head_code,
        row.owner,
        ", ".join(row.tags),
    ]


def _status(session: Session, row: OverviewRow) -> str:
    if row.rest is not None:
        return rest_words(row.rest, session.language, session.locale, session.today)
    return status_words(row.status, session.language)


def _amount(session: Session, amount: Money) -> str:
    return money(amount, session.locale, symbol=True)


def _answer(row: OverviewRow) -> answers.Json:
    return {
        "code": row.customer.code,
        "name": row.customer.name,
        "status": row.status.value,
        "not_followed_up": None if row.rest is None else row.rest.why.value,
        "archived": row.customer.archived,
        "exposure": [exposure_answer(one) for one in row.exposures],
        "limit": limit_answer(row.limit),
        "group_limit": limit_answer(row.group_limit),
        "head_office": row.head_code or None,
        "owner": row.owner,
        "tags": list(row.tags),
    }
