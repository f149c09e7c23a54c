"""What is asked of leaving a customer in peace, and of how we trade with one."""

import argparse

from creditmate.cli.arguments.describing import Commands, command, row_id
from creditmate.domain.customer_status import Status
from creditmate.domain.holds import HoldKind, Stop


def add_hold(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``hold``."""
    text = "leave a customer in peace, look at it again, end it; or list who is left in peace"
    hold = command(commands, "hold", text)
    hold.add_argument("code", nargs="?", metavar="CODE")
    hold.add_argument(
        "--kind", choices=[kind.value for kind in HoldKind],
        help="why they are left in peace; it proposes the rest",
    )  # fmt: skip
    hold.add_argument("--because", default="", metavar="TEXT", help="what was said; it is kept")
    hold.add_argument("--from", dest="begins", metavar="DATE", help="default: today")
    hold.add_argument("--until", metavar="DATE", help="its last day; default: as is usual")
    hold.add_argument("--review", metavar="DATE", help="look at it again; default: as is usual")
    hold.add_argument(
        "--stop", choices=[stop.value for stop in Stop], action="append", default=[],
        help="what it stops; may be repeated; default: as is usual",
    )  # fmt: skip
    deed = hold.add_mutually_exclusive_group()
    deed.add_argument("--end", type=row_id, metavar="ID", help="from today on it is over")
    deed.add_argument("--reviewed", type=row_id, metavar="ID", help="it goes on, to --review")
    deed.add_argument("--undo", type=row_id, metavar="ID", help="take back what was just done")
    hold.add_argument("--all", action="store_true", help="in a list: also what is over")
    return hold


def add_status(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``status``."""
    text = "how we trade with a customer: active, on stop, closed; tell it, or decide on it"
    status = command(commands, "status", text)
    status.add_argument("code", metavar="CODE")
    deed = status.add_mutually_exclusive_group()
    deed.add_argument(
        "--set", choices=[one.value for one in Status], help="from today on we trade so"
    )
    deed.add_argument("--undo", type=row_id, metavar="ID", help="take back what was just decided")
    status.add_argument("--because", default="", metavar="TEXT", help="why; it is kept")
    return status
