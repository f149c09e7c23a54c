"""Every developer's command. Needs Python 3.11 or newer with pip, and nothing installed.

The commands stand in ``tools/commands.py``; this file only makes sure that Python can read them.
"""

import sys


def main() -> int:
    """Run the command that the arguments name and return its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets a sentence, no traceback
        found = ".".join(str(part) for part in sys.version_info[:3])
        sys.exit("CreditMate needs Python 3.11 or newer; this is Python " + found + ".")
    from tools.commands import run  # noqa: PLC0415 - older Pythons cannot read it

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
