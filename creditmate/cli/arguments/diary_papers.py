"""Papers of the diary: the agreement on a plan, a contact history, the call sheet of the day."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command, count
from creditmate.domain.contact_channels import Way
from creditmate.domain.story import Topic


def add_plan_paper(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``plan-paper``."""
    text = "the agreement on a payment plan as PDF: issued once, and the same ever after"
    paper = command(commands, "plan-paper", text)
    paper.add_argument("number", metavar="NUMBER", help="the plan's")
    what = paper.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=Path, metavar="FILE", help="where its PDF goes")
    what.add_argument(
        "--signed", type=Path, metavar="FILE", help="keep the signed copy that came back"
    )
    paper.add_argument(
        "--draft", action="store_true", help="only to be looked at: nothing is issued"
    )
    return paper


def add_history(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``history``."""
    text = "what happened with a customer, as PDF: for ourselves, or facts only for others"
    history = command(commands, "history", text)
    history.add_argument("code", metavar="CODE")
    history.add_argument("--out", type=Path, required=True, metavar="FILE")
    history.add_argument("--from", dest="first", metavar="DATE", help="default: the beginning")
    history.add_argument("--to", dest="last", metavar="DATE", help="default: today")
    history.add_argument(
        "--topic", choices=[topic.value for topic in Topic], default=Topic.EVERYTHING.value
    )
    history.add_argument("--channel", choices=[way.value for way in Way], default="")
    history.add_argument("--words", default="", metavar="TEXT", help="only what has these words")
    history.add_argument(
        "--facts-only", action="store_true", help="without any note of ours: to be handed over"
    )
    return history


def add_today_sheet(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``today-sheet``."""
    text = "today's list as PDF, to call from paper: whom, why, what to ask, boxes to tick"
    sheet = command(commands, "today-sheet", text)
    sheet.add_argument("--out", type=Path, required=True, metavar="FILE")
    sheet.add_argument("--mine", action="store_true", help="only customers I look after")
    sheet.add_argument("--all", action="store_true", help="those for tomorrow as well")
    sheet.add_argument("--top", type=count, metavar="N", help="the first N lines")
    return sheet
