"""Start the command line: ``python -m creditmate COMMAND``."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    from creditmate.cli.main import main as run  # noqa: PLC0415 - nothing heavy before it is needed

    return run(argv)


if __name__ == "__main__":
    sys.exit(main())
