"""The list that every step of reading a table writes its findings to."""

from collections.abc import Mapping

from creditmate.domain.importing import Ask, CellProblem, Question, Reason

SHOWN = 60
"""Characters of a value that are shown in a problem."""


def shown(value: str) -> str:
    """Return ``value`` shortened to ``SHOWN`` characters, what cannot be seen made visible."""
    cut = value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"
    if cut.isprintable():
        return cut
    # an unusual space is harmless to print, a control character or a bidi override is not
    return "".join(c if c.isprintable() or c == "\u00a0" else ascii(c)[1:-1] for c in cut)


class Findings:
    """Problems, questions and remarks in the order they were found."""

    def __init__(self) -> None:
        self.problems: list[CellProblem] = []
        self.questions: list[Question] = []
        self.remarks: list[CellProblem] = []

    def problem(
        self,
        reason: Reason,
        row: int | None = None,
        column: str | None = None,
        value: str = "",
        facts: Mapping[str, object] | None = None,
    ) -> None:
        """Note something that refuses the file."""
        self.problems.append(CellProblem(reason, row, column, shown(value), facts or {}))

    def remark(
        self,
        reason: Reason,
        row: int,
        column: str | None,
        value: str = "",
        facts: Mapping[str, object] | None = None,
    ) -> None:
        """Note something odd that refuses nothing."""
        self.remarks.append(CellProblem(reason, row, column, shown(value), facts or {}))

    def ask(self, ask: Ask, **facts: object) -> None:
        """Note something only the user can decide."""
        self.questions.append(Question(ask, facts))


def by_row(findings: list[CellProblem]) -> tuple[CellProblem, ...]:
    """Return the findings in the file's order: of the whole file first, then by row."""
    return tuple(sorted(findings, key=lambda found: found.row or 0))
