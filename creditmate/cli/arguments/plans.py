"""Payment plans and more time."""

import argparse

from creditmate.cli.arguments.describing import Commands, command, count, row_id
from creditmate.domain.plan_terms import CURE_DAYS, Every, Meanwhile
from creditmate.domain.plans import PlanState
from creditmate.domain.receipts import Method

_INVOICES = "NUMBER,…"


def add_plan(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``plan``."""
    text = "payment plans: agree one, list and show them, signed, ended, taken up again"
    plan = command(commands, "plan", text)
    plan.add_argument("code", nargs="?", metavar="CODE", help="with whom one is agreed")
    which = plan.add_mutually_exclusive_group()
    which.add_argument("--total", action="store_true", help="of all that is overdue")
    which.add_argument("--invoices", metavar=_INVOICES, help="of these, as far as not under query")
    plan.add_argument("--amount", metavar="AMOUNT", help="no more of it than that")
    cut = plan.add_mutually_exclusive_group()
    cut.add_argument("--parts", type=count, metavar="N", help="in so many parts")
    cut.add_argument("--each", metavar="AMOUNT", help="so much a part, the rest on the last")
    cut.add_argument("--days", metavar="DATE,…", help="a part on each of these days")
    plan.add_argument(
        "--every", help="how often (default: as their payment run, else every month)",
        choices=[every.value for every in Every if every is not Every.DATES],
    )  # fmt: skip
    plan.add_argument(
        "--first", metavar="DATE", help="of the first part (default: their next payment run)"
    )
    plan.add_argument(
        "--on-the", default="", metavar="DAY[,DAY]", help="days of the month, 31 for the last"
    )
    plan.add_argument("--down", metavar="AMOUNT", help="paid before the parts")
    plan.add_argument("--down-by", metavar="DATE", help="on which day (default: today)")
    plan.add_argument("--currency", metavar="EUR", help="of the amounts; default: the account's")
    plan.add_argument(
        "--method", choices=[one.value for one in Method], default=Method.TRANSFER.value
    )
    plan.add_argument("--reference", default="", metavar="TEXT", help="default: the number")
    plan.add_argument(
        "--interest", choices=[one.value for one in Meanwhile], default=Meanwhile.WAIVED.value,
        help="whether it runs on while the plan is kept (default: waived)",
    )  # fmt: skip
    plan.add_argument(
        "--cure-days", type=int, default=CURE_DAYS, metavar="DAYS",
        help="until we write about a part, and again until the plan ends (default: %(default)s)",
    )  # fmt: skip
    plan.add_argument("--with", dest="with_name", default="", metavar="NAME", help="who agreed")
    plan.add_argument("--note", default="", metavar="TEXT")
    plan.add_argument("--replaces", default="", metavar="NUMBER", help="the plan it replaces")
    plan.add_argument("--because", default="", metavar="TEXT", help="why; it is kept")
    plan.add_argument("--dry-run", action="store_true", help="only show the parts and warnings")
    _add_deeds(plan)
    return plan


def _add_deeds(plan: argparse.ArgumentParser) -> None:
    deed = plan.add_mutually_exclusive_group()
    deed.add_argument("--list", action="store_true", help="everybody's plans, or one customer's")
    deed.add_argument("--show", metavar="NUMBER", help="one plan with its parts")
    deed.add_argument("--signed", metavar="NUMBER", help="the signed agreement came back")
    deed.add_argument("--cancel", metavar="NUMBER", help="end it by hand, with --because")
    deed.add_argument("--reinstate", metavar="NUMBER", help="take it up again, with --because")
    deed.add_argument("--undo", type=row_id, metavar="ID", help="take back what was just done")
    plan.add_argument(
        "--state", choices=[one.value for one in PlanState], action="append", default=[],
        help="with --list: only these; may be repeated",
    )  # fmt: skip


def add_more_time(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``more-time``."""
    text = "give a customer more time for invoices; their due days stay; or list it"
    more = command(commands, "more-time", text)
    more.add_argument("code", nargs="?", metavar="CODE")
    more.add_argument("--invoices", metavar=_INVOICES, help="default: all that is overdue")
    more.add_argument("--to", metavar="DATE", help="the last day of it")
    more.add_argument("--because", default="", metavar="TEXT", help="why; it is kept")
    more.add_argument(
        "--interest", choices=[one.value for one in Meanwhile], default=Meanwhile.RUNS.value,
        help="whether it runs on meanwhile (default: runs)",
    )  # fmt: skip
    more.add_argument("--with", dest="with_name", default="", metavar="NAME", help="who asked")
    deed = more.add_mutually_exclusive_group()
    deed.add_argument("--withdraw", type=row_id, metavar="ID", help="end it, with --because")
    deed.add_argument("--undo", type=row_id, metavar="ID", help="take back what was just done")
    more.add_argument("--all", action="store_true", help="in a list: also what has ended")
    return more
