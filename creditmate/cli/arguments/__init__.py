"""The commands and their options: what may be typed, not what it means."""

import argparse
from collections.abc import Callable

from creditmate import __version__
from creditmate.cli.arguments.agreed import add_accept, add_acceptances
from creditmate.cli.arguments.agreements import (
    add_dispute,
    add_help_sheet,
    add_noted,
    add_promise,
)
from creditmate.cli.arguments.customers import add_application, add_customers
from creditmate.cli.arguments.describing import Commands, command, shared
from creditmate.cli.arguments.diary import add_diary
from creditmate.cli.arguments.diary_papers import add_history, add_plan_paper, add_today_sheet
from creditmate.cli.arguments.holds import add_hold, add_status
from creditmate.cli.arguments.interest import add_interest
from creditmate.cli.arguments.invoices import add_invoice, add_invoices, add_work
from creditmate.cli.arguments.ledger import add_import, add_move, add_new, add_posted
from creditmate.cli.arguments.payments import add_match, add_pay, add_payments, add_said_paid
from creditmate.cli.arguments.plans import add_more_time, add_plan
from creditmate.cli.arguments.policy import add_policy
from creditmate.cli.arguments.protection import (
    add_password,
    add_protect,
    add_sheet,
    add_unprotect,
)
from creditmate.cli.arguments.reports import (
    add_aged,
    add_brief,
    add_customer,
    add_statements,
)
from creditmate.cli.arguments.safety import add_backup, add_check, add_drill, add_restore
from creditmate.cli.arguments.talks import (
    add_call,
    add_confirm,
    add_correct,
    add_incoming,
    add_log,
    add_move_contact,
    add_timeline,
    add_who,
)
from creditmate.cli.arguments.terms import add_terms
from creditmate.cli.arguments.today import add_today
from creditmate.cli.arguments.visit_reports import add_route
from creditmate.cli.arguments.visits import add_visit, add_visits

_ADD: tuple[Callable[[Commands], argparse.ArgumentParser], ...] = (
    add_new,
    add_move,
    add_import,
    add_aged,
    add_today,
    add_customer,
    add_brief,
    add_customers,
    add_application,
    add_call,
    add_log,
    add_who,
    add_incoming,
    add_confirm,
    add_timeline,
    add_correct,
    add_move_contact,
    add_diary,
    add_visits,
    add_visit,
    add_route,
    add_promise,
    add_dispute,
    add_noted,
    add_help_sheet,
    add_hold,
    add_status,
    add_policy,
    add_plan,
    add_more_time,
    add_plan_paper,
    add_history,
    add_today_sheet,
    add_statements,
    add_posted,
    add_invoices,
    add_invoice,
    add_work,
    add_pay,
    add_match,
    add_payments,
    add_said_paid,
    add_interest,
    add_terms,
    add_acceptances,
    add_accept,
    add_protect,
    add_unprotect,
    add_password,
    add_sheet,
    add_backup,
    add_restore,
    add_drill,
    add_check,
)
"""Each describes a command, in the order in which help lists them."""


def parser() -> argparse.ArgumentParser:
    """Return the parser for the whole command line."""
    top = argparse.ArgumentParser(
        prog="creditmate",
        description="CreditMate: whom to contact today, about what, in which way, and what to say.",
    )
    top.add_argument("--version", action="version", version=f"CreditMate {__version__}")
    shared(top)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in _ADD:
        shared(add(commands))
    text = "try every part of the program, without any ledger of yours"
    shared(command(commands, "self-test", text))
    return top
