"""What was said: calls, and contacts in any other way."""

import argparse
from pathlib import Path
from typing import TypeAlias

from creditmate.cli.arguments.describing import Commands, add_beyond, command, count, row_id
from creditmate.cli.arguments.payments import add_said
from creditmate.domain.barriers import Barrier
from creditmate.domain.contact_channels import Way
from creditmate.domain.contact_details import Told
from creditmate.domain.contact_purpose import TOLD_PURPOSES
from creditmate.domain.contact_steps import Step
from creditmate.domain.disputes import DisputeReason
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import Every
from creditmate.domain.story import Topic

_Steps: TypeAlias = "argparse._MutuallyExclusiveGroup"  # noqa: SLF001 - it has no other name
_WAYS = [way.value for way in Way]
_REPLACES = "earlier promises hold no longer; so where both are more than can be paid"
_ATTEMPTS = [outcome.value for outcome in Outcome if not outcome.reached]


def add_call(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``call``."""
    call = command(commands, "call", "record a call")
    step = _add_told(call, needs_step=True)
    step.add_argument(
        "--no-answer",
        nargs="?",
        const=Outcome.NO_ANSWER.value,
        choices=_ATTEMPTS,
        metavar="OUTCOME",
        help="nobody was reached; the next attempt is set as the rule has it",
    )
    call.add_argument("--channel", choices=_WAYS, default=Way.CALL.value, help="default: call")
    call.add_argument("--incoming", action="store_true", help="they called us")
    return call


def add_log(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``log``."""
    text = "record an e-mail, letter, text message, meeting or visit; with --in one of theirs"
    log = command(commands, "log", text)
    log.add_argument("--channel", choices=_WAYS, metavar="CHANNEL", help=", ".join(_WAYS))
    log.add_argument("--in", dest="incoming", action="store_true", help="it came from them")
    log.add_argument(
        "--file", type=Path, metavar="FILE", help="kept with it; an .eml is read, and is an e-mail"
    )
    _add_told(log, needs_step=False)
    return log


def _add_told(call: argparse.ArgumentParser, *, needs_step: bool) -> _Steps:
    call.add_argument("code", metavar="CODE")
    return add_words(call, needs_step=needs_step)


def add_words(call: argparse.ArgumentParser, *, needs_step: bool) -> _Steps:
    """Describe what is told of a contact, whoever it was with; return its next step's group."""
    call.add_argument("--with", dest="with_name", default="", metavar="NAME")
    call.add_argument(
        "--outcome",
        metavar="OUTCOME",
        choices=[outcome.value for outcome in Outcome],
        help=one_of_outcomes(),
    )
    call.add_argument(
        "--note", default="", metavar="TEXT", help="what was said; write as if they will read it"
    )
    call.add_argument("--day", metavar="DATE", help="when it was, if not today")
    call.add_argument(
        "--promise", metavar="AMOUNT", help="what they promised to pay; --method: how"
    )
    call.add_argument("--by", metavar="DATE", help="by when they will pay")
    call.add_argument("--currency", metavar="EUR", help="of the promise; by default the account's")
    add_beyond(call)
    before = call.add_mutually_exclusive_group()
    before.add_argument("--replaces", action="store_true", help=_REPLACES)
    before.add_argument("--besides", action="store_true", help="earlier promises stand as well")
    call.add_argument("--we-promise", default="", metavar="TEXT", help="what we promised to do")
    call.add_argument("--we-by", metavar="DATE", help="by when we do it")
    call.add_argument("--we-did", action="store_true", help="what we had promised before is done")
    add_said(call)
    _add_about(call)
    _add_arranged(call)
    step = call.add_mutually_exclusive_group(required=needs_step)
    step.add_argument("--next", metavar="DATE", help="the next step's day")
    step.add_argument(
        "--none-because", default="", metavar="TEXT", help="why there is no next step"
    )
    call.add_argument("--next-at", metavar="HOUR", help="at that hour, where the customer is")
    call.add_argument(
        "--override", default="", metavar="REASON", help="why the contact policy is gone against"
    )
    call.add_argument(
        "--why",
        choices=[one.value for one in TOLD_PURPOSES],
        metavar="WHY",
        help="why it was made, if not for what Today has of them: "
        + ", ".join(one.value for one in TOLD_PURPOSES),
    )
    return step


def _add_about(call: argparse.ArgumentParser) -> None:
    call.add_argument("--about", default="", metavar="NUMBER,…", help="invoices spoken about")
    call.add_argument(
        "--barrier",
        choices=[one.value for one in Barrier],
        metavar="WHAT",
        help="what keeps them from paying: " + ", ".join(one.value for one in Barrier),
    )
    call.add_argument(
        "--told",
        choices=[one.value for one in Told],
        action="append",
        default=[],
        metavar="WHAT",
        help="what they were told, may be repeated: " + ", ".join(one.value for one in Told),
    )
    call.add_argument(
        "--step",
        choices=[one.value for one in Step],
        metavar="STEP",
        help="the step of the policy: " + ", ".join(one.value for one in Step),
    )
    call.add_argument("--satisfaction", type=int, metavar="1-5", help="how satisfied they are")
    call.add_argument("--opportunity", default="", metavar="TEXT", help="in their words")
    call.add_argument("--feedback", default="", metavar="TEXT", help="in their words")


def _add_arranged(call: argparse.ArgumentParser) -> None:
    call.add_argument(
        "--dispute",
        choices=[one.value for one in DisputeReason],
        metavar="REASON",
        help="a query about --about: " + ", ".join(one.value for one in DisputeReason),
    )
    call.add_argument("--dispute-amount", metavar="AMOUNT", help="so much of it; default: all")
    call.add_argument(
        "--dispute-owner", default="", metavar="INITIALS", help="who of us answers it"
    )
    call.add_argument("--answer-by", metavar="DATE", help="until when; default: 5 working days")
    call.add_argument("--evidence", default="", metavar="TEXT", help="what shows it, in words")
    call.add_argument(
        "--evidence-file", dest="evidence_files", type=Path, action="append", default=[],
        metavar="FILE", help="kept with the query as evidence, may be repeated",
    )  # fmt: skip
    call.add_argument("--more-time", metavar="DATE", help="for --about, or all that is overdue")
    call.add_argument("--because", default="", metavar="TEXT", help="why more time, or the plan")
    call.add_argument("--plan", type=count, metavar="PARTS", help="a plan of so many parts")
    call.add_argument(
        "--plan-first", metavar="DATE", help="the first part's day (default: their next run)"
    )
    call.add_argument(
        "--plan-every",
        choices=[every.value for every in Every if every is not Every.DATES],
        help="how often (default: as their payment run, else every month)",
    )


def one_of_outcomes() -> str:
    """Return the outcomes for a help text."""
    return "one of: " + ", ".join(outcome.value for outcome in Outcome)


def add_who(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``who``."""
    text = "they called: who it may be, by telephone number, invoice, amount or name"
    who = command(commands, "who", text)
    who.add_argument("text", nargs="+", metavar="TEXT", help="whatever they say first")
    return who


def add_incoming(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``incoming``."""
    text = "talks whose customer is not known yet: list, park, give to a customer, throw away"
    incoming = command(commands, "incoming", text)
    deed = incoming.add_mutually_exclusive_group()
    deed.add_argument("--park", metavar="NOTE", help="keep what was said")
    deed.add_argument("--give", type=row_id, metavar="ID", help="make it the call form of --to")
    deed.add_argument("--discard", type=row_id, metavar="ID", help="throw it away")
    incoming.add_argument("--to", default="", metavar="CODE", help="with --give: whose it is")
    incoming.add_argument("--with", dest="with_name", default="", metavar="NAME")
    incoming.add_argument("--find", default="", metavar="TEXT", help="what they said first")
    return incoming


def add_confirm(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``confirm``."""
    text = "confirm in writing what was agreed: a draft for your mail program, or the text"
    confirm = command(commands, "confirm", text)
    confirm.add_argument("code", metavar="CODE")
    confirm.add_argument("--talk", type=row_id, metavar="ID", help="default: the last contact")
    confirm.add_argument(
        "--attach", nargs="*", default=None, metavar="NUMBER", help="copies; default: as proposed"
    )
    where = confirm.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=Path, metavar="FILE.eml", help="write the draft into a file")
    where.add_argument("--text", action="store_true", help="print the text")
    return confirm


def add_timeline(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``timeline``."""
    text = "everything that happened with a customer in one line of time, the newest first"
    timeline = command(commands, "timeline", text)
    timeline.add_argument("code", metavar="CODE")
    timeline.add_argument(
        "--topic", choices=[topic.value for topic in Topic], default=Topic.EVERYTHING.value
    )
    timeline.add_argument("--channel", choices=_WAYS, default="", help="only contacts made so")
    timeline.add_argument("--search", default="", metavar="WORDS", help="every word must occur")
    timeline.add_argument("--from", dest="first", metavar="DATE")
    timeline.add_argument("--to", dest="last", metavar="DATE")
    return timeline


def add_correct(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``correct``."""
    text = "put a contact right that was heard wrong; what was put down first stays beside it"
    correct = command(commands, "correct", text)
    correct.add_argument("talk", type=row_id, metavar="ID", help="as call or timeline names it")
    correct.add_argument(
        "--outcome",
        metavar="OUTCOME",
        choices=[outcome.value for outcome in Outcome],
        help=one_of_outcomes(),
    )
    correct.add_argument("--note", metavar="TEXT", help="what was said in truth")
    correct.add_argument("--with", dest="with_name", metavar="NAME")
    correct.add_argument("--promise", metavar="AMOUNT")
    correct.add_argument("--by", metavar="DATE")
    correct.add_argument("--currency", metavar="EUR", help="by default the account's")
    add_beyond(correct)
    correct.add_argument("--no-promise", action="store_true", help="they promised nothing")
    return correct


def add_move_contact(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``move-contact``."""
    text = "move a contact that was logged on the wrong customer; both stories say so"
    moved = command(commands, "move-contact", text)
    moved.add_argument("talk", type=row_id, metavar="ID", help="as call or timeline names it")
    moved.add_argument("--to", required=True, metavar="CODE")
    moved.add_argument("--because", required=True, metavar="TEXT", help="why; it is kept")
    return moved
