"""Where the statements of a run go: a file for each, or all of them bound into one."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from creditmate.documents.binder import Binder
from creditmate.domain.errors import Problem, UserError
from creditmate.services.statement_run import file_name
from creditmate.services.statements import Issued
from creditmate.system.files import whole_file, write_whole

Deliver = Callable[[Issued], object]
Delivery = AbstractContextManager[Deliver]
"""Open while the run goes on; what it gives takes one statement after another."""


@contextmanager
def one_file_each(folder: Path) -> Iterator[Deliver]:
    """Write each statement into a folder, which is made if it is not there.

    Raises:
        UserError: ``FOLDER_UNWRITABLE``: the folder, or one of the files.
    """
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)

    def write(issued: Issued) -> None:
        path = folder / file_name(issued)
        with _told(path):
            write_whole(path, issued.pdf)

    yield write


@contextmanager
def one_file(path: Path) -> Iterator[Deliver]:
    """Write a statement into a file of this very name, byte for byte.

    Raises:
        UserError: ``FOLDER_UNWRITABLE``.
    """

    def write(issued: Issued) -> None:
        with _told(path):
            write_whole(path, issued.pdf)

    yield write


@contextmanager
def all_in_one(path: Path) -> Iterator[Deliver]:
    """Bind the statements into one file, each under the customer's name in the reader's list.

    The file is there only once the run has ended well, and only if there was a statement: a PDF
    without pages opens nowhere.

    Raises:
        UserError: ``FOLDER_UNWRITABLE``.
    """
    with suppress(_NothingBound), _told(path), whole_file(path) as file:
        binder = Binder(file)
        yield lambda issued: binder.add(issued.pdf, f"{issued.name}, {issued.number}")
        if binder.is_empty:
            raise _NothingBound
        binder.finish()


class _NothingBound(Exception):  # noqa: N818 - reads as what happened
    """There was no statement, so that the file is not to be there either."""


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell the user of what the system refuses."""
    try:
        yield
    except OSError as error:
        raise UserError(Problem.FOLDER_UNWRITABLE, path=path, why=error.strerror) from error
