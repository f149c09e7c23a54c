"""What is asked and set of the policy of contacts."""

import argparse

from creditmate.cli.arguments.describing import Commands, command


def add_policy(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``policy``."""
    text = "how customers are approached: the steps and their days, how often, and at which hours"
    policy = command(commands, "policy", text)
    whose = policy.add_mutually_exclusive_group()
    whose.add_argument("--customer", metavar="CODE", help="of a customer; a head office's branches")
    whose.add_argument("--tag", metavar="TAG", help="of the customers with a tag")
    whose.add_argument("--invoice", metavar="NUMBER", help="the days of an invoice's steps")
    policy.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE",
        help="a value by its key, as week=2; without a VALUE it is taken back; may be repeated",
    )  # fmt: skip
    policy.add_argument(
        "--step", action="append", default=[], metavar="CODE=DAYS|on|off",
        help="when a step is done, as final=35, in days after the due day; may be repeated",
    )  # fmt: skip
    policy.add_argument(
        "--reset", action="store_true", help="take back all that was set for whom it is"
    )
    return policy
