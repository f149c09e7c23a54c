"""What is asked of the diary, and put into it."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command, count, row_id


def add_diary(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``diary``."""
    text = "calls, call-backs, visits and what falls due, by day; put in, moved, and as a calendar"
    diary = command(commands, "diary", text)
    days = diary.add_mutually_exclusive_group()
    days.add_argument("--day", metavar="DATE", help="of this day")
    days.add_argument("--week", metavar="DATE", help="of the week with this day; this week if none")
    days.add_argument("--month", metavar="DATE", help="of the weeks of the month with this day")
    diary.add_argument("--owner", metavar="WHO", help="what one of us does; by initials or by name")
    deed = diary.add_mutually_exclusive_group()
    deed.add_argument("--add", metavar="CODE", help="put something in for a customer, --at a day")
    deed.add_argument(
        "--move", nargs=2, metavar=("ID", "WHEN"), help="put what is planned elsewhere"
    )
    deed.add_argument("--take-out", type=row_id, metavar="ID", help="take out what was put in")
    deed.add_argument("--free", type=count, metavar="MINUTES", help="when there is so much time")
    deed.add_argument("--ics", type=Path, metavar="FILE", help="write a file for calendars")
    diary.add_argument(
        "--at", metavar="WHEN", help="with --add: DATE, or DATETHOUR such as friT10:30; our clock"
    )
    diary.add_argument(
        "--what", choices=("call", "visit", "follow_up"), default="call", help="with --add"
    )
    diary.add_argument("--note", default="", metavar="TEXT", help="with --add: what it is about")
    diary.add_argument(
        "--with-notes", action="store_true", help="with --ics: what was noted goes along as well"
    )
    return diary
