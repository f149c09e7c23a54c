"""The commands of ``dev.py``. Standard library only: this runs before anything is installed."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tools.checks import check
from tools.debian import FOLLOWING, PACKAGING, TRAVELLING, install_packages, missing_packages
from tools.environment import DEVELOPMENT, ROOT, RUN_TIME, SetUpFailed, call, prepare, program, say
from tools.lock import lock

HELP = """\
usage: python3 dev.py COMMAND [ARGUMENTS]

  run              set everything up and open the sample ledger
  test [PYTEST…]   pass the tests; with arguments: what they name, in one process
  check [--fix]    lint, format, types, structure, catalogues; --fix mends what it can
  bench [ARGS…]    time the program
  figures [--quick]  try what is promised of keeping and guarding a ledger, and count
  screenshots [DIR]  draw every place of the sample ledger into DIR (screenshots)
  package          build the program for computers without Python into dist/, and try it
  creditmate …     the program's own commands, from the folder you are in
  lock [UV…]       make the lock files again; --upgrade moves on to newer versions

Everything is installed into .venv, from requirements.txt and requirements-dev.txt."""

TEST_SECONDS = 120
"""A test that takes longer is taken to hang."""

_SAMPLE = (
    "from creditmate.bootstrap import build; program = build();"
    " print(program.ask(lambda: program.ledgers.sample()), end=''); program.stop()"
)


class WrongUsage(Exception):  # noqa: N818 - reads as what happened
    """The arguments name nothing that the command can do."""


def run(arguments: Sequence[str]) -> int:
    """Run the command that ``arguments`` name.

    Returns:
        Its exit status; 1 when the environment could not be made, 2 for wrong usage.
    """
    name, *rest = arguments or [""]
    if name in {"-h", "--help", "help"}:
        print(HELP)
        return 0
    try:
        return COMMANDS.get(name, _unknown)(rest)
    except WrongUsage:
        say(HELP)
        return 2
    except SetUpFailed as failure:
        say(str(failure))
        return 1


def _unknown(_arguments: Sequence[str]) -> int:
    raise WrongUsage


def _run(arguments: Sequence[str]) -> int:
    """Make the sample ledger in the user's data folder unless it is there; open the window."""
    if arguments:
        raise WrongUsage
    prepare_window(RUN_TIME)
    ledger = _sample()
    if has_display():
        return _creditmate([ledger])
    say("There is no display here for the window. This is the command line's Today")
    say(f"of the sample ledger, {ledger}")
    return _creditmate(["today", "--ledger", ledger])


def has_display() -> bool:
    """Whether a window can be shown: on Linux the environment names a display, or a platform."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def prepare_window(lock: Path) -> None:
    """Make the environment, and what the window needs of the system."""
    install_packages(missing_packages())
    prepare(lock)


def _sample() -> str:
    """Return where the sample ledger lies, made now unless it is there."""
    command = [str(program("python")), "-X", "utf8", "-c", _SAMPLE]
    asked = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, encoding="utf-8")
    if asked.returncode:
        raise SetUpFailed(asked.stderr.strip())
    return asked.stdout


def _creditmate(arguments: Sequence[str]) -> int:
    """Pass on to the program, in the folder the developer is in.

    -P: a ``calendar.py`` in that folder must not be taken for the library's.
    """
    prepare(RUN_TIME)
    return call([program("python"), "-P", "-m", "creditmate", *arguments], folder=None)


def _test(arguments: Sequence[str]) -> int:
    """Pass every test, on all cores, or what the arguments name."""
    prepare_window(DEVELOPMENT)
    chosen = arguments or ["-n", "auto"]
    return call([program("python"), "-m", "pytest", f"--timeout={TEST_SECONDS}", *chosen])


def _check(arguments: Sequence[str]) -> int:
    """Run every check, and with ``--fix`` mend first."""
    if arguments not in ([], ["--fix"]):
        raise WrongUsage
    prepare(DEVELOPMENT)
    return check(fix=bool(arguments))


def _bench(arguments: Sequence[str]) -> int:
    """Time the program."""
    prepare_window(DEVELOPMENT)
    return call([program("python"), "-m", "bench", *arguments])


def _figures(arguments: Sequence[str]) -> int:
    """Try the figures of trust; without strace those that need it are not run."""
    try:
        install_packages(missing_packages(FOLLOWING))
    except SetUpFailed as failure:
        say(f"{failure} (some figures are not run without it)")
    prepare_window(DEVELOPMENT)
    return call([program("python"), "-m", "figures", *arguments])


def _screenshots(arguments: Sequence[str]) -> int:
    """Draw every place of the window into a folder, where the developer is."""
    if len(arguments) > 1:
        raise WrongUsage
    prepare_window(DEVELOPMENT)
    return call([program("python"), "-m", "tools.screenshots", *arguments], folder=None)


def _package(arguments: Sequence[str]) -> int:
    """Build the program for this system into one folder, and pass its self-test elsewhere."""
    if arguments:
        raise WrongUsage
    install_packages(missing_packages(PACKAGING))
    try:
        install_packages(missing_packages(TRAVELLING))
    except SetUpFailed as failure:
        say(f"{failure} (the package is made all the same, and needs them where it runs)")
    prepare_window(DEVELOPMENT)
    return call([program("python"), "-m", "tools.package"])


def _lock(arguments: Sequence[str]) -> int:
    """Make the lock files again."""
    prepare(DEVELOPMENT)
    return lock(arguments)


COMMANDS: Mapping[str, Callable[[list[str]], int]] = {
    "run": _run,
    "test": _test,
    "check": _check,
    "bench": _bench,
    "figures": _figures,
    "screenshots": _screenshots,
    "package": _package,
    "creditmate": _creditmate,
    "lock": _lock,
}
