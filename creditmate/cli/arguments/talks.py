"""What was said: calls."""

import argparse

from creditmate.cli.arguments.describing import Commands, command
from creditmate.cli.arguments.payments import add_said
from creditmate.domain.outcomes import Outcome


def add_call(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``call``."""
    call = command(commands, "call", "record a call")
    call.add_argument("code", metavar="CODE")
    call.add_argument("--with", dest="with_name", default="", metavar="NAME")
    call.add_argument(
        "--outcome",
        required=True,
        metavar="OUTCOME",
        choices=[outcome.value for outcome in Outcome],
        help=_one_of(),
    )
    call.add_argument(
        "--note", required=True, metavar="TEXT", help="what was said; write as if they will read it"
    )
    call.add_argument("--promise", metavar="AMOUNT", help="what they promised to pay")
    call.add_argument("--by", metavar="DATE", help="by when they will pay")
    call.add_argument("--currency", metavar="EUR", help="of the promise; by default the account's")
    call.add_argument(
        "--replaces", action="store_true", help="the promise takes the place of earlier ones"
    )
    call.add_argument("--we-promise", default="", metavar="TEXT", help="what we promised to do")
    call.add_argument("--we-by", metavar="DATE", help="by when we do it")
    call.add_argument("--we-did", action="store_true", help="what we had promised before is done")
    call.add_argument("--incoming", action="store_true", help="they called us")
    add_said(call)
    step = call.add_mutually_exclusive_group(required=True)
    step.add_argument("--next", metavar="DATE", help="the next step's day")
    step.add_argument(
        "--none-because", default="", metavar="TEXT", help="why there is no next step"
    )
    return call


def _one_of() -> str:
    return "one of: " + ", ".join(outcome.value for outcome in Outcome)
