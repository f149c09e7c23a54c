"""Our people as they are named on the command line: by initials, or by name."""

from creditmate.cli.session import Session
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.our_people import StaffRow


def owner_named(session: Session, typed: str) -> int | None:
    """Return the id of one of our people; None where nobody was named.

    Raises:
        UserError: ``UNKNOWN_STAFF``.
    """
    found = _found(session, typed)
    return None if found is None else found.id


def owner_name(session: Session, typed: str) -> str:
    """Return the whole name of one of our people; empty where nobody was named.

    Raises:
        UserError: ``UNKNOWN_STAFF``.
    """
    found = _found(session, typed)
    return "" if found is None else found.name


def _found(session: Session, typed: str) -> StaffRow | None:
    wanted = typed.strip().casefold()
    if not wanted:
        return None
    for row in session.ask(session.program.people.staff):
        if wanted in {row.initials.casefold(), row.name.casefold()}:
            return row
    raise UserError(Problem.UNKNOWN_STAFF, found=typed)
