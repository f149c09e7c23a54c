"""Who is worth a visit, what it would cost, and who is near, as JSON and on the console."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.cli.visit_worth_answers import cost_json, stakes_json, stakes_words
from creditmate.domain.visit_cost import WayKnown
from creditmate.domain.visits import VisitPurpose
from creditmate.i18n.formats import money
from creditmate.i18n.visit_words import distance_words, visit_reason_words
from creditmate.services.visit_suggestions import Near, Suggested, SuggestedVisit


def suggested_json(found: Suggested) -> answers.Json:
    """Return who is worth a visit."""
    return {
        "visits": [_suggestion_json(row) for row in found.visits],
        "forms_unknown": found.forms_unknown,
    }


def _suggestion_json(row: SuggestedVisit) -> answers.Json:
    stays = row.made.purpose is VisitPurpose.STAY_WELL
    return {
        "code": row.code,
        "name": row.name,
        "purpose": row.made.purpose.value,
        "stake": None if stays else answers.money(row.made.stake),
        "turnover": answers.money(row.made.stake) if stays else None,
        "reasons": [
            {
                "why": one.why.value,
                "amount": None if one.amount is None else answers.money(one.amount),
                "limit": None if one.limit is None else answers.money(one.limit),
                "count": one.count,
                "days": one.days,
            }
            for one in row.made.reasons
        ],
        "last_visit": answers.day(row.last_visit),
        "near": list(row.near),
        "cost": cost_json(row.worth.cost),
        "way_known": row.worth.way.value,
        "at_stake": stakes_json(row.worth.stakes),
        "worth_it": row.worth.worth_it,
    }


def suggested_lines(session: Session, found: Suggested) -> list[str]:
    """Return who is worth a visit, and why."""
    _, language, locale = session.translate, session.language, session.locale
    lines = []
    for row in found.visits:
        why = [visit_reason_words(one, language, locale) for one in row.made.reasons]
        lines.append(f"{who(row.code, row.name)}: {'; '.join(why)}")
        lines += [f"  {said}" for said in _worth(session, row)]
        if row.near:
            lines.append("  " + _("near: {codes}").format(codes=", ".join(row.near)))
    if not lines:
        lines.append(_("Nobody stands out as worth a visit."))
    if found.forms_unknown:
        text = session.catalogue.ngettext(
            "{count} customer is left out: nobody has said what legal form it has.",
            "{count} customers are left out: nobody has said what legal form they have.",
            found.forms_unknown,
        )
        lines.append(text.format(count=found.forms_unknown))
    return lines


def _worth(session: Session, row: SuggestedVisit) -> Iterator[str]:
    """What it would cost, and what is at stake."""
    _, worth = session.translate, row.worth
    said = {
        WayKnown.BEFORE: _("costs about {total}"),
        WayKnown.NEAR: _("costs about {total}, as to those near"),
        WayKnown.NOT: _("costs {total} and the way, which is not known"),
    }[worth.way]
    total = money(worth.cost.total, session.locale, symbol=True)
    stakes = stakes_words(session, worth.stakes)
    parts = [said.format(total=total), _("at stake: {stakes}").format(stakes=stakes)]
    yield "; ".join(parts if stakes else parts[:1])


def near_json(rows: list[Near]) -> list[answers.Json]:
    """Return who is near somebody."""
    return [
        {
            "code": row.code,
            "name": row.name,
            "distance": None if row.distance is None else round(row.distance, 1),
            "unit": row.unit.value,
            "overdue": answers.money(row.overdue),
            "last_visit": answers.day(row.last_visit),
            "planned": row.planned,
        }
        for row in rows
    ]


def near_lines(session: Session, rows: list[Near]) -> list[str]:
    """Return who is near somebody, as a table."""
    _, locale = session.translate, session.locale
    if not rows:
        return [_("Nobody is known to be near.")]
    cells = []
    for row in rows:
        far = _("same area")
        if row.distance is not None:
            tenths = round(row.distance * 10)
            far = distance_words(tenths, row.unit, session.language, locale)
        overdue = money(row.overdue, locale) if row.overdue.minor else ""
        cells.append([who(row.code, row.name), far, overdue, row.planned])
    heads = [_("Customer"), _("Distance"), _("Overdue"), _("Visit")]
    return table(heads, cells, "llrl")
