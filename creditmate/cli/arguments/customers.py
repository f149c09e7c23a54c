"""What is asked about customers altogether."""

import argparse

from creditmate.cli.arguments.describing import Commands, command
from creditmate.domain.customer_overview import VALUED, Pick


def add_customers(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``customers``."""
    text = "every customer with status, limit, exposure, owner and group"
    customers = command(commands, "customers", text)
    possible = ", ".join(f"{pick.value}=…" if pick in VALUED else pick.value for pick in Pick)
    customers.add_argument(
        "--filter",
        action="append",
        default=[],
        metavar="NAME[=VALUE]",
        help=f"only these; may be repeated: {possible}",
    )
    return customers
