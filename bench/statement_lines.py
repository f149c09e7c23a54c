"""Drawing statements, and issuing them into a ledger, against a bare canvas drawing the same."""

from datetime import date, timedelta
from itertools import count
from pathlib import Path

from bench import statement_canvas as bare
from bench.book import TODAY, copied, opened
from bench.measure import Goal, Line, Timings, in_rounds
from creditmate.db.gateway import Gateway
from creditmate.services.statement_run import StatementRun
from creditmate.services.statements import Statements

GOAL = Goal(bare.GOAL, bare.STRETCH)


def statement_lines(book: Path, pages: int, rounds: int) -> list[Line]:
    """Time one process drawing statements with the fonts embedded, and a run of statements."""
    pairs = [bare.ratio(pages, rounds=1) for _ in range(rounds)]
    drawn = Timings({"real": [real for real, _ in pairs], "bare": [other for _, other in pairs]})
    lines = [
        Line(
            "one-page statement, fonts embedded, one process",
            drawn.ratios("real", "bare"),
            drawn.median("real") / 1000,
            f"of a bare Helvetica canvas ({drawn.median('bare'):.2f} ms) drawing the same",
            GOAL,
        )
    ]
    copy = copied(book, "statements.creditmate")
    with opened(copy) as gateway:
        lines.append(_issuing(gateway, pages, rounds))
    copy.unlink()
    return lines


def _issuing(gateway: Gateway, pages: int, rounds: int) -> Line:
    statements = Statements(gateway)
    run = StatementRun(statements, lambda work: work())
    codes = [f"C{number:05}" for number in range(pages)]
    drafts, _ = statements.drafts(TODAY, codes)
    papers = [statements.numbered(draft) for draft in drafts]
    days = (TODAY - timedelta(back) for back in count())

    def issue(as_at: date) -> None:
        """A day of its own each time: what was issued before would only be delivered."""
        run.run(as_at, codes, deliver=lambda _: None)

    times = in_rounds(
        {
            "bare": lambda: [bare.draw(paper) for paper in papers],
            "issued": lambda: issue(next(days)),
        },
        rounds,
    )
    return Line(
        f"{len(papers)} statements read, drawn and issued into a ledger",
        times.ratios("issued", "bare"),
        times.median("issued"),
        "of a bare Helvetica canvas drawing the same pages",
    )
