"""Our people as they are named on the command line: by initials, or by name."""

from creditmate.cli.session import Session
from creditmate.domain.errors import Problem, UserError


def owner_named(session: Session, typed: str) -> int | None:
    """Return the id of one of our people; None where nobody was named.

    Raises:
        UserError: ``UNKNOWN_STAFF``.
    """
    wanted = typed.strip().casefold()
    if not wanted:
        return None
    for row in session.ask(session.program.people.staff):
        if wanted in {row.initials.casefold(), row.name.casefold()}:
            return row.id
    raise UserError(Problem.UNKNOWN_STAFF, found=typed)
