"""Everything that is checked besides the tests. Standard library only."""

from dataclasses import dataclass

from tools.environment import call, program


@dataclass(frozen=True, slots=True)
class Check:
    """One check: a program of the environment, its arguments, and those that mend if any do."""

    name: str
    program: str
    arguments: tuple[str, ...] = ()
    mending: tuple[str, ...] = ()

    def run(self, *, fix: bool) -> bool:
        """Run it, mending if asked and able, and tell whether it passed."""
        arguments = self.mending if fix and self.mending else self.arguments
        print(f"\n== {self.name}", flush=True)
        return call([program(self.program), *arguments]) == 0


CHECKS = (
    Check("lint", "ruff", ("check", "."), ("check", "--fix", ".")),
    Check("format", "ruff", ("format", "--check", "."), ("format", ".")),
    Check("types", "mypy"),
    Check("structure", "lint-imports"),
    Check("catalogues", "python", ("-m", "tools.catalogues"), ("-m", "tools.catalogues", "--fix")),
)


def check(*, fix: bool, checks: tuple[Check, ...] = CHECKS) -> int:
    """Run all of ``checks``, also after one has failed, and say which did.

    Returns:
        0 if all passed, 1 otherwise.
    """
    failed = [one.name for one in checks if not one.run(fix=fix)]
    print("\nFailed: " + ", ".join(failed) if failed else "\nAll checks passed.", flush=True)
    return 1 if failed else 0
