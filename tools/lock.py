"""The lock files: every package that is installed, with the hashes it may have.

They name no registry. Standard library only; uv does the work.
"""

from collections.abc import Sequence

from tools.environment import DEVELOPMENT, RUN_TIME, call, program

DELAY = "7 days"
"""How long a release is out before it is taken: bad ones are mostly found by then."""

_COMPILE = (
    *("pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--only-binary", ":all:", "--exclude-newer", DELAY),
    # what this computer is set up with (indexes, local wheels) must not show in the files
    *("--no-config", "--no-emit-index-url", "--no-header"),
    *("--overrides", "tools/left-out.txt"),
)


def lock(arguments: Sequence[str]) -> int:
    """Make both lock files from pyproject.toml, keeping the versions they name where possible.

    Args:
        arguments: Passed on to ``uv pip compile``, such as ``--upgrade``; a security fix that
            cannot wait is taken with ``--exclude-newer-package NAME=DAY``.

    Returns:
        uv's exit status.
    """
    files = (
        ("--output-file", RUN_TIME.name),
        ("--output-file", DEVELOPMENT.name, "--group", "dev", "--constraints", RUN_TIME.name),
    )
    for choice in files:
        status = call([program("uv"), *_COMPILE, *choice, *arguments])
        if status:
            return status
    return 0
