"""The whole proof of the open ledger: what ``check`` runs, and what a restore must pass."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import peewee
from sqlcipher3 import dbapi2 as driver

from creditmate.db.connection import current_key, execute, problem_of, raw
from creditmate.db.proof.account import prove_account
from creditmate.db.proof.chain import prove_chain
from creditmate.db.proof.changes import prove_changes
from creditmate.db.proof.credit import prove_credit
from creditmate.db.proof.documents import prove_documents
from creditmate.db.proof.finding import INTEGRITY, Finding
from creditmate.db.proof.groups import prove_groups
from creditmate.db.proof.interest import prove_interest
from creditmate.db.proof.kept import prove_kept
from creditmate.db.proof.merging import prove_merging
from creditmate.db.proof.money_in import prove_money_in
from creditmate.db.proof.papers import prove_papers
from creditmate.db.proof.plans import prove_plans
from creditmate.db.proof.search import prove_search
from creditmate.db.proof.terms import prove_terms
from creditmate.db.proof.visits import prove_visits
from creditmate.domain.errors import Problem
from creditmate.domain.progress import Progress, silent

_OF_THE_FILE = {Problem.LEDGER_DAMAGED, Problem.LEDGER_UNREADABLE}
_OF_VALUES = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError)
"""What proofs stumble over where a value is none of those it can be."""
_LOOK = 50_000  # steps of SQLite's machine between two looks at the progress: about a millisecond
_LOOK_AT_PAGES = 200  # the same where a whole page is looked at in a step


def prove_integrity() -> Iterator[Finding]:
    """Let SQLite check every page, index and constraint."""
    for (text,) in execute("PRAGMA integrity_check").fetchall():
        if text != "ok":
            yield Finding(INTEGRITY, "file", 0, str(text))


def prove_references() -> Iterator[Finding]:
    """Let SQLite check that every row referred to is there."""
    for table, row_id, parent, _ in execute("PRAGMA foreign_key_check").fetchall():
        yield Finding("reference-missing", str(table), int(row_id or 0), str(parent))


_PROOFS: tuple[Callable[[], Iterator[Finding]], ...] = (
    prove_integrity,
    prove_references,
    prove_chain,
    prove_changes,
    prove_account,
    prove_money_in,
    prove_merging,
    prove_groups,
    prove_papers,
    prove_documents,
    prove_interest,
    prove_terms,
    prove_credit,
    prove_plans,
    prove_visits,
    prove_kept,
    prove_search,
)


PROOFS = len(_PROOFS)
"""How many there are: they may be done one by one, with other work between them."""


def prove_pages() -> Iterator[Finding]:
    """Let SQLite look at every page, quickly, and the cipher see that nobody has changed one."""
    for (text,) in execute("PRAGMA quick_check").fetchall():
        if text != "ok":
            yield Finding(INTEGRITY, "file", 0, str(text))
    if current_key() is not None and _folded():
        for (text,) in execute("PRAGMA cipher_integrity_check").fetchall():
            yield Finding(INTEGRITY, "file", 0, str(text))


def _folded() -> bool:
    """Fold the journal into the file, and tell whether all of it is there now.

    The cipher's check reads the file alone. A page that a power cut tore while the journal was
    folded in is whole in the journal, and would be called damaged.
    """
    with suppress(driver.Error):  # a full disk
        busy, logged, folded = execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy and logged == folded
    return False


def prove_file(progress: Progress = silent) -> list[Finding]:
    """Check the file without asking what is in it; what is wrong is returned.

    Args:
        progress: Asked often; may cancel, but for the cipher's part, which takes about a second of
            a million invoices.
    """
    progress(0, 0)
    with interruptible(lambda: progress(0, 0), _LOOK_AT_PAGES):
        return list(_until_damage(prove_pages))


def prove_all(progress: Progress = silent) -> list[Finding]:
    """Prove everything and return what is wrong; nothing when all is well.

    Args:
        progress: Told how many of the proofs are done, often while each runs; may cancel, also
            in the middle of a long statement. The ledger is only read.
    """
    found: list[Finding] = []
    for place in range(PROOFS):
        found.extend(prove_one(place, progress))
    progress(PROOFS, PROOFS)
    return found


def prove_one(place: int, progress: Progress = silent) -> list[Finding]:
    """Do one of the proofs, from 0 to ``PROOFS - 1``; as ``prove_all`` otherwise."""
    progress(place, PROOFS)
    with interruptible(lambda: progress(place, PROOFS)):
        return list(_until_damage(_PROOFS[place]))


def _until_damage(proof: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """Run a proof; a page so damaged that SQLite stops at it is a finding, not an end.

    So is a value that no proof can make anything of, where the file or the chain is altered: what
    a disk makes of a page need not look like damage to SQLite.
    """
    try:
        yield from proof()
    except (peewee.DatabaseError, driver.DatabaseError, UnicodeDecodeError) as error:
        readable = not isinstance(error, UnicodeDecodeError)
        if readable and problem_of(error) not in _OF_THE_FILE:
            raise
        yield Finding(INTEGRITY, "file", 0, f"{proof.__name__}: {error}")
    except _OF_VALUES as error:
        if not _is_altered():
            raise  # a fault of ours
        yield Finding(INTEGRITY, "file", 0, f"{proof.__name__}: {type(error).__name__}")


def _is_altered() -> bool:
    """Whether the pages or the chain say that something is not as it was written."""
    for proof in (prove_integrity, prove_chain):
        try:
            if next(proof(), None) is not None:
                return True
        except (peewee.DatabaseError, driver.DatabaseError) as error:
            if problem_of(error) not in _OF_THE_FILE:
                raise
            return True
        except _OF_VALUES:
            return True
    return False


@contextmanager
def interruptible(
    look: Callable[[], None],
    every: int = _LOOK,
    connection: Any = None,  # noqa: ANN401 - untyped driver
) -> Iterator[None]:
    """Call ``look`` while statements run; what it raises ends the statement and is raised.

    Args:
        look: May raise ``Cancelled``.
        every: So many steps of SQLite's machine lie between two calls.
        connection: On which the statements run; by default that of the open ledger.
    """
    raised: list[BaseException] = []

    def handler() -> int:
        try:
            look()
        except BaseException as error:
            raised.append(error)
        return len(raised)

    connection = connection or raw()
    connection.set_progress_handler(handler, every)
    try:
        yield
    except (peewee.OperationalError, driver.OperationalError) as error:
        if raised:
            raise raised[0] from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
