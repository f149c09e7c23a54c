"""What we answered and nobody was told, for the lines of the day: one look for all of them."""

from collections.abc import Sequence
from datetime import date, timedelta

from creditmate.db.answered import untold
from creditmate.db.dispute_register import dispute_rows
from creditmate.domain.arranged_talk import TOLD_WITHIN
from creditmate.domain.disputes import ANSWERS
from creditmate.domain.work_lines import Line
from creditmate.domain.work_reasons import Reason, ReasonCode


def with_answers(lines: Sequence[Line], as_at: date) -> list[Line]:
    """Return lines that say, behind what is first, which answers of ours they do not know yet."""
    since = as_at - timedelta(days=TOLD_WITHIN)
    found = untold([line.customer for line in lines], since, as_at)
    if not found:
        return list(lines)
    rows = {row.id: row for row in dispute_rows(as_at, sorted({asker for _, asker, _ in found}))}
    told: dict[int, list[Reason]] = {}
    for customer, _, dispute in found:
        row = rows.get(dispute)
        ending = None if row is None else row.standing.ending
        if row is None or ending is None or ending.kind not in ANSWERS:
            continue
        reason = Reason(ReasonCode.ANSWER_UNTOLD, amount=row.questioned, day=ending.day)
        told.setdefault(customer, []).append(reason)
    return [
        line._replace(reasons=(*line.reasons[:1], *told[line.customer], *line.reasons[1:]))
        if line.customer in told
        else line
        for line in lines
    ]
