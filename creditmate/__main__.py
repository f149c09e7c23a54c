"""Start the command line: ``python -m creditmate COMMAND``."""

import sys
from collections.abc import Sequence

from creditmate.bootstrap import run_command_line


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    return run_command_line(argv)


if __name__ == "__main__":
    sys.exit(main())
