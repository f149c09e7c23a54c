"""Files kept inside the ledger: what a customer sent, signed or showed, and what it proves."""

from collections.abc import Iterable
from pathlib import Path

from creditmate.db import attachments as db
from creditmate.db.gateway import Gateway
from creditmate.domain.attachments import (
    CUSTOMER,
    LARGEST,
    About,
    AttachmentRow,
    NewFile,
    safe_name,
)
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.services.customers import require_customer
from creditmate.system.passing_folder import PassingFolder

_LONGEST_NOTE = 500
_TOUCHED = Touched.CUSTOMERS


class Attachments:
    """Keeps files, lists them, and hands them to the programs that show them."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock
        self._folder = PassingFolder()

    def of(self, code: str, *, archived: bool = False) -> list[AttachmentRow]:
        """Return a customer's files, the latest first; or those that were put away.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return db.attachments_of(require_customer(code).id, archived=archived)

    def add(self, code: str, name: str, content: bytes, about: About = CUSTOMER) -> Saved:
        """Keep a file; the same one again is not kept twice, whatever it is called.

        Args:
            code: The customer's.
            name: As the file is called, without its folder.
            content: Its bytes (``read_file`` reads them, outside the database thread).
            about: What it proves: a dispute, contact or document, or the customer as a whole.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``ATTACHMENT_REFUSED`` with ``why`` ``empty``,
                ``large`` or ``subject``; ``FIELD_REFUSED``.
        """
        customer = require_customer(code)
        check_file(name, content)
        if not db.belongs(about, customer.id):
            raise UserError(Problem.ATTACHMENT_REFUSED, why="subject", name=name)
        if len(about.note) > _LONGEST_NOTE:
            raise refused("attachment.note", Why.TOO_LONG, most=_LONGEST_NOTE)
        known = db.is_kept(customer.id, content, about)
        if known is not None:
            return Saved(known, Touched.NOTHING)
        with self._gateway.write("add-attachment") as writing:
            id_ = db.add_attachment(writing, content, customer.id, name, about)
        return Saved(id_, _TOUCHED)

    def content(self, attachment: int) -> bytes:
        """Return a file exactly as it was kept.

        Raises:
            UserError: ``ATTACHMENT_REFUSED``: there is none.
        """
        if db.attachment(attachment) is None:
            raise UserError(Problem.ATTACHMENT_REFUSED, why="gone", name="")
        return db.attachment_bytes(attachment)

    def export(self, attachment: int) -> Path:
        """Return a file in a folder for other programs to show; it does not stay there.

        Raises:
            UserError: ``FOLDER_UNWRITABLE``.
        """
        row = db.attachment(attachment)
        if row is None:
            raise UserError(Problem.ATTACHMENT_REFUSED, why="gone", name="")
        try:
            return self._folder.put(safe_name(f"{row.id} {row.name}"), self.content(attachment))
        except OSError as error:
            raise UserError(Problem.FOLDER_UNWRITABLE, path=row.name, why=error.strerror) from error

    def annotate(self, attachment: int, version: int, note: str) -> Touched:
        """Say in a few words what a file shows.

        Raises:
            UserError: ``CHANGED_MEANWHILE``; ``FIELD_REFUSED``: the note is too long.
        """
        text = note.strip()
        if len(text) > _LONGEST_NOTE:
            raise refused("attachment.note", Why.TOO_LONG, most=_LONGEST_NOTE)
        with self._gateway.write("annotate-attachment") as writing:
            db.edit_attachment(writing, attachment, version, note=text)
        return _TOUCHED

    def archive(self, attachment: int, version: int) -> Touched:
        """Put a file away: it is kept, and in no list any more.

        Raises:
            UserError: ``CHANGED_MEANWHILE``.
        """
        with self._gateway.write("archive-attachment") as writing:
            db.edit_attachment(writing, attachment, version, archived_day=self._clock.today)
        return _TOUCHED

    def restore(self, attachment: int, version: int) -> Touched:
        """Take a file back that was put away.

        Raises:
            UserError: ``CHANGED_MEANWHILE``.
        """
        with self._gateway.write("restore-attachment") as writing:
            db.edit_attachment(writing, attachment, version, archived_day=None)
        return _TOUCHED


def read_file(path: Path) -> bytes:
    """Return the bytes of a file to be kept; a large one is refused before it is read.

    Raises:
        UserError: ``ATTACHMENT_REFUSED`` with ``why`` ``unreadable``, ``empty`` or ``large``.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(Problem.ATTACHMENT_REFUSED, why="large", name=path.name)
        content = path.read_bytes()
    except OSError as error:
        raise UserError(
            Problem.ATTACHMENT_REFUSED, why="unreadable", name=path.name, system=error.strerror
        ) from error
    check_file(path.name, content)
    return content


def read_files(paths: Iterable[Path]) -> tuple[NewFile, ...]:
    """Return files to be kept, each once; not for the window's thread.

    Raises:
        UserError: ``ATTACHMENT_REFUSED``, as ``read_file``.
    """
    return tuple(NewFile(safe_name(path.name), read_file(path)) for path in dict.fromkeys(paths))


def check_file(name: str, content: bytes) -> None:
    """Refuse a file that cannot be kept.

    Raises:
        UserError: ``ATTACHMENT_REFUSED`` with ``why`` ``empty`` or ``large``.
    """
    if not content:
        raise UserError(Problem.ATTACHMENT_REFUSED, why="empty", name=name)
    if len(content) > LARGEST:
        raise UserError(Problem.ATTACHMENT_REFUSED, why="large", name=name)
