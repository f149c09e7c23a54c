"""Files kept in the ledger: their bytes once each, and what each of them belongs to."""

import hashlib
from dataclasses import fields

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.models import Attachment
from creditmate.db.papers import blob, put_blob
from creditmate.domain.attachments import (
    CUSTOMER,
    About,
    AttachmentRow,
    Subject,
    media_type,
    safe_name,
)


def add_attachment(
    writing: Writing, content: bytes, customer: int, name: str, about: About = CUSTOMER
) -> int:
    """Keep a file and return the attachment's id.

    Args:
        writing: The action under way.
        content: The file's bytes.
        customer: Whose it is, by the id.
        name: As the file is called; by its ending it is said what it is.
        about: What it proves.
    """
    return writing.create(
        Attachment,
        blob_id=put_blob(writing, content),
        size=len(content),
        customer_id=customer,
        name=safe_name(name),
        media_type=media_type(name),
        subject=about.subject.value,
        subject_id=about.subject_id,
        note=about.note.strip(),
    )


_ROWS = """
    SELECT t.id, t.version, t.customer_id, t.name, t.media_type, t.size, t.subject, t.subject_id,
        t.note, b.sha256, (
            SELECT a.at FROM change c JOIN action a ON a.id = c.action_id
            WHERE c.entity = 'attachment' AND c.entity_id = t.id AND c.op = 'create'
        ), t.archived_day IS NOT NULL
    FROM attachment t JOIN blob b ON b.id = t.blob_id
"""


def attachments_of(customer: int, *, archived: bool = False) -> list[AttachmentRow]:
    """Return a customer's files, the latest first; or those that were put away."""
    which = " WHERE t.customer_id = ? AND (t.archived_day IS NOT NULL) = ? ORDER BY t.id DESC"
    return _rows(which, customer, int(archived))


def attachment(id_: int) -> AttachmentRow | None:
    """Return one file; None where there is none."""
    return next(iter(_rows(" WHERE t.id = ?", id_)), None)


def _rows(which: str, *values: object) -> list[AttachmentRow]:
    names = [field.name for field in fields(AttachmentRow)]
    found = [dict(zip(names, row, strict=True)) for row in execute(_ROWS + which, values)]
    return [
        AttachmentRow(
            **{**row, "subject": Subject(row["subject"]), "archived": bool(row["archived"])}
        )
        for row in found
    ]


def attachment_bytes(id_: int) -> bytes:
    """Return a file exactly as it was kept."""
    return blob(int(execute("SELECT blob_id FROM attachment WHERE id = ?", (id_,)).fetchone()[0]))


def is_kept(customer: int, content: bytes, about: About) -> int | None:
    """Return the attachment that keeps just these bytes for the same thing already, if any."""
    row = execute(
        "SELECT a.id FROM attachment a JOIN blob b ON b.id = a.blob_id WHERE a.customer_id = ?"
        " AND b.sha256 = ? AND a.subject = ? AND a.subject_id IS ? AND a.archived_day IS NULL",
        (customer, hashlib.sha256(content).hexdigest(), about.subject.value, about.subject_id),
    ).fetchone()
    return None if row is None else int(row[0])


def edit_attachment(writing: Writing, id_: int, version: int, **values: object) -> None:
    """Change columns of an attachment that was read at a version.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(Attachment, id_, version, **values)


_SUBJECTS = {Subject.DISPUTE: "dispute", Subject.INTERACTION: "interaction",
             Subject.DOCUMENT: "document", Subject.ACCEPTANCE: "acceptance",
             Subject.APPLICATION: "credit_application", Subject.PLAN: "plan"}  # fmt: skip


def belongs(about: About, customer: int) -> bool:
    """Whether what a file is to prove is there, and the customer's."""
    if about.subject is Subject.CUSTOMER:
        return about.subject_id is None
    sql = (
        f"SELECT 1 FROM {_SUBJECTS[about.subject]}"  # noqa: S608 - own names
        " WHERE id = ? AND customer_id = ? AND void_action_id IS NULL"
    )
    return execute(sql, (about.subject_id, customer)).fetchone() is not None
