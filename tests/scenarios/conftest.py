"""Stories run commands as a user types them."""

from tests.cli.conftest import run

__all__ = ["run"]
