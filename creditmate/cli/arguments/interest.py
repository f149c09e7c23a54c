"""What is asked about interest for paying late."""

import argparse

from creditmate.cli.arguments.describing import Commands, command


def add_interest(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``interest``."""
    text = "interest for paying late: on what ground, how it is worked out, what is to decide"
    interest = command(commands, "interest", text)
    interest.add_argument(
        "number", nargs="?", metavar="NUMBER", help="one invoice's; without it, all to be decided"
    )
    interest.add_argument("--customer", metavar="CODE", help="one customer's")
    interest.add_argument("--as-at", metavar="DATE", help="up to this day, itself; default: today")
    return interest
