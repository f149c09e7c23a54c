"""Lines of the work list with whom they are about."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from creditmate.db.customers import customers_by_id
from creditmate.domain.rows import CustomerRow
from creditmate.domain.worklist import Line
from creditmate.services.answers_untold import with_answers


class WorkRow(NamedTuple):
    """One line of the work list with whom it is about; a head office's names its branches.

    ``with_code`` and ``with_name`` are the one of the group with whom it was agreed, where that is
    not the one it stands under.
    """

    code: str
    name: str
    line: Line
    branches: tuple[str, ...] = ()
    with_code: str = ""
    with_name: str = ""

    @property
    def to_call(self) -> str:
        """The code of whom to call, or to write to."""
        return self.with_code or self.code


def work_rows(
    lines: Sequence[Line], branches_asked: Callable[[int], tuple[int, ...]], as_at: date
) -> list[WorkRow]:
    """Return lines with whom they are about, the branches of a head office by name.

    Args:
        lines: In any order, which is kept.
        branches_asked: Tells the branches (ids) about which a head office's line is.
        as_at: Answers given later are not known.
    """
    lines = with_answers(lines, as_at)
    branches = [branches_asked(line.customer) for line in lines]
    members = {member for line in lines for member in _members(line)}
    named = (line.customer for line in lines)
    who = customers_by_id({*chain.from_iterable(branches), *members, *named})
    return [
        WorkRow(
            code=who[line.customer].code,
            name=who[line.customer].name,
            line=_told(line._replace(branches=of) if of else line, who),
            branches=tuple(who[branch].name for branch in of),
            with_code="" if line.member is None else who[line.member].code,
            with_name="" if line.member is None else who[line.member].name,
        )
        for line, of in zip(lines, branches, strict=True)
    ]


def with_houses(line: Line) -> Line:
    """Return a line whose reasons name with whom of a group something was agreed."""
    members = _members(line)
    return _told(line, customers_by_id(members)) if members else line


def _members(line: Line) -> set[int]:
    return {reason.member for reason in line.reasons if reason.member is not None}


def _told(line: Line, who: Mapping[int, CustomerRow]) -> Line:
    if not _members(line):
        return line
    told = (
        reason if reason.member is None else reason._replace(house=who[reason.member].name)
        for reason in line.reasons
    )
    return line._replace(reasons=tuple(told))
