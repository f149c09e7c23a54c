"""The command line: one command, one exit status.

0: done. 1: refused, with what is wrong and what to do on standard error. 2: wrong usage.
70: a fault of the program. 130: interrupted (Ctrl-C). 141: nobody reads the answer any more
(``… | head``).
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from creditmate.cli.acceptance_command import accept, acceptances
from creditmate.cli.application_command import application
from creditmate.cli.arguments import parser
from creditmate.cli.brief_command import customer
from creditmate.cli.call_command import call, log
from creditmate.cli.claim_command import said_paid
from creditmate.cli.contact_commands import confirm, correct, incoming, move_contact, who
from creditmate.cli.customers_command import customers
from creditmate.cli.diary_command import diary
from creditmate.cli.diary_papers_command import history, plan_paper, today_sheet
from creditmate.cli.dispute_command import dispute
from creditmate.cli.help_sheet_command import help_sheet
from creditmate.cli.hold_command import hold
from creditmate.cli.import_command import import_file
from creditmate.cli.interest_command import interest
from creditmate.cli.interrupts import INTERRUPTED, unheard
from creditmate.cli.invoice_command import invoice
from creditmate.cli.invoice_list_command import invoices
from creditmate.cli.ledger_commands import check, posted
from creditmate.cli.match_command import match, payments
from creditmate.cli.more_time_command import more_time
from creditmate.cli.move_command import move
from creditmate.cli.new_command import new
from creditmate.cli.noted_command import noted
from creditmate.cli.pay_command import pay
from creditmate.cli.plan_command import plan
from creditmate.cli.policy_command import policy
from creditmate.cli.promise_command import promise
from creditmate.cli.protection_command import password, protect, unprotect
from creditmate.cli.report_commands import aged
from creditmate.cli.restore_command import restore
from creditmate.cli.route_command import route
from creditmate.cli.safety_commands import backup, drill
from creditmate.cli.self_test_command import self_test
from creditmate.cli.session import PaintWindow, Session
from creditmate.cli.sheet_command import sheet
from creditmate.cli.statement_command import statements
from creditmate.cli.status_command import status
from creditmate.cli.terms_command import terms
from creditmate.cli.timeline_command import timeline
from creditmate.cli.today_command import today
from creditmate.cli.visit_command import visit
from creditmate.cli.visits_command import visits
from creditmate.cli.work_command import work
from creditmate.disk import FULL
from creditmate.domain.errors import Cancelled, UserError
from creditmate.i18n.card_words import masked_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.day_parsing import Towards, parse_day
from creditmate.i18n.locales import computer_locale
from creditmate.i18n.problems import problem_words
from creditmate.i18n.system_words import system_words
from creditmate.services.program import Program
from creditmate.system.clock import SystemClock

_COMMANDS: Mapping[str, Callable[[Session], int]] = {
    "new": new,
    "move": move,
    "import": import_file,
    "aged": aged,
    "today": today,
    "customer": customer,
    "brief": customer,
    "customers": customers,
    "application": application,
    "call": call,
    "log": log,
    "who": who,
    "incoming": incoming,
    "confirm": confirm,
    "timeline": timeline,
    "correct": correct,
    "move-contact": move_contact,
    "diary": diary,
    "visits": visits,
    "visit": visit,
    "route": route,
    "promise": promise,
    "dispute": dispute,
    "noted": noted,
    "help-sheet": help_sheet,
    "hold": hold,
    "status": status,
    "policy": policy,
    "plan-paper": plan_paper,
    "history": history,
    "today-sheet": today_sheet,
    "plan": plan,
    "more-time": more_time,
    "statements": statements,
    "posted": posted,
    "invoices": invoices,
    "invoice": invoice,
    "work": work,
    "pay": pay,
    "match": match,
    "payments": payments,
    "said-paid": said_paid,
    "interest": interest,
    "terms": terms,
    "acceptances": acceptances,
    "accept": accept,
    "backup": backup,
    "restore": restore,
    "drill": drill,
    "check": check,
    "protect": protect,
    "unprotect": unprotect,
    "password": password,
    "sheet": sheet,
    "self-test": self_test,
}


_FAULT = 70  # sysexits.h: EX_SOFTWARE
_UNREAD = 141  # 128 + SIGPIPE, as shells count
_TRACEBACK = "CREDITMATE_TRACEBACK"
"""Of the environment: whoever looks for a fault sets it, and Python goes on to show where it is."""

Build = Callable[[date | None], Program]
"""Builds the program, acting on the day given or else on the computer's."""


def main(argv: Sequence[str] | None, build: Build, paint_window: PaintWindow) -> int:
    """Run one command and return its exit status."""
    arguments = parser().parse_args(argv)
    _speak_utf8()
    locale = computer_locale()
    try:
        return _run(arguments, locale, build, paint_window)
    except Exception as error:
        _tell_fault(error, locale)
        if os.environ.get(_TRACEBACK):
            raise
        return _FAULT


def _run(arguments: Namespace, locale: str, build: Build, paint_window: PaintWindow) -> int:
    try:
        acting_on = _acting_on(getattr(arguments, "on", None), locale)
    except UserError as error:
        sys.stderr.write(problem_words(error, locale, locale) + "\n")
        return 1
    program = build(acting_on)
    try:
        return _answered(Session(arguments, program, locale, paint_window))
    finally:
        with unheard():
            program.stop()


def _tell_fault(error: Exception, locale: str) -> None:
    """Keep a report of a bug and say so; nothing of it is anybody's business who has books."""
    from creditmate.system.crash_report import report_bug  # noqa: PLC0415 - seldom needed

    _, report = words(locale).gettext, report_bug(type(error), error, error.__traceback__)
    said = _("This is a fault of the program, not yours. What was saved before is still saved.")
    sys.stderr.write(said + "\n")
    if report.path is None:  # there is nowhere to keep it, and nothing of the user's in it
        sys.stderr.write(report.text)
        return
    kept = _("A report without names or amounts is in {path}.").format(path=report.path)
    sys.stderr.write(kept + "\n")


def _answered(session: Session) -> int:
    """Do the command and see its answer out; whatever ends it early is one plain line."""
    try:
        status = _status(session)
        sys.stdout.flush()
    except (KeyboardInterrupt, Cancelled):
        session.remark(session.translate("Interrupted."))
        return INTERRUPTED
    except BrokenPipeError:
        _print_no_more()
        return _UNREAD
    except OSError as error:
        # Files that commands write have errors of their own: what is left is the answer.
        if error.errno not in FULL:
            raise
        _print_no_more()
        why = system_words(error.strerror or str(error), session.language)
        session.remark(session.translate("The answer cannot be written: {why}").format(why=why))
        return 1
    return status


def _status(session: Session) -> int:
    try:
        status = _COMMANDS[session.arguments.command](session)
    except UserError as error:
        session.tell(error)
        return 1
    if masked := session.ask(session.program.cards_masked):
        session.remark(masked_words(masked, session.language))
    return status


def _print_no_more() -> None:
    """Let what is still held back go nowhere, or Python tries again at its end and complains.

    Source: Python documentation, library/signal, "Note on SIGPIPE".
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _acting_on(text: str | None, locale: str) -> date | None:
    if text is None:
        return None
    return parse_day(text, locale, SystemClock().today, towards=Towards.PAST, field="--on")


def _speak_utf8() -> None:
    """Currency signs and narrow blanks do not exist in the code pages of some consoles."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
