"""Try the figures of trust, and write ``docs/trust-figures.md`` and what the program shows of them.

    python3 dev.py figures [--quick [--publish]] [--only N …] [--jobs N]

Each figure has a process and a home of its own. The quick part takes a few minutes, fails if a
promise is broken, and writes nothing unless it is told to; the whole takes an hour or so.
"""

import argparse
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from figures import report
from figures.every import FIGURES
from figures.result import Verdict
from figures.trying import try_all


def main() -> int:
    """Try what was asked for; 1 if a promise was broken."""
    given = _arguments()
    begun = time.monotonic()
    for fact in report.versions():
        print(fact)
    chosen = [
        place
        for place, figure in enumerate(FIGURES)
        if (figure.in_quick or not given.quick) and (figure.number in given.only or not given.only)
    ]
    tried = try_all(chosen, given.jobs, quick=given.quick)
    minutes = (time.monotonic() - begun) / 60
    broken = [figure for figure, result in tried if result.verdict is Verdict.BROKEN]
    if given.publish or not given.quick:
        report.write(tried, quick=given.quick, others_stay=bool(given.only))
    print(f"{len(tried)} figures in {minutes:.1f} minutes, {len(broken)} not kept")
    return 1 if broken else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py figures", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few minutes; writes nothing")
    parser.add_argument("--publish", action="store_true", help="write the quick part's too")
    parser.add_argument(
        "--only", type=int, nargs="+", default=[], help="these numbers; all others stay"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
