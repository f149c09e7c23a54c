"""Lines of the work list with whom they are about."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

from creditmate.db.customers import customers_by_id
from creditmate.domain.worklist import Line


class WorkRow(NamedTuple):
    """One line of the work list with whom it is about; a head office's names its branches."""

    code: str
    name: str
    line: Line
    branches: tuple[str, ...] = ()


def work_rows(
    lines: Sequence[Line], branches_asked: Callable[[int], tuple[int, ...]]
) -> list[WorkRow]:
    """Return lines with whom they are about, the branches of a head office by name.

    Args:
        lines: In any order, which is kept.
        branches_asked: Tells the branches (ids) about which a head office's line is.
    """
    branches = [branches_asked(line.customer) for line in lines]
    who = customers_by_id({*chain.from_iterable(branches), *(line.customer for line in lines)})
    return [
        WorkRow(
            code=who[line.customer].code,
            name=who[line.customer].name,
            line=line._replace(branches=of) if of else line,
            branches=tuple(who[branch].name for branch in of),
        )
        for line, of in zip(lines, branches, strict=True)
    ]
