"""The settings document of the open ledger."""

from creditmate.db.gateway import Writing
from creditmate.db.models import Setting
from creditmate.db.prepared import Query, prepared


def stored_settings() -> tuple[str, int] | None:
    """Return the document as JSON and its version; None while nothing was ever set."""
    row = _stored().fetchone()
    return None if row is None else (str(row[0]), int(row[1]))


@prepared
def _stored() -> Query:
    return Setting.select(Setting.content, Setting.version).where(Setting.id == 1)


def put_settings(writing: Writing, content: str, version: int) -> None:
    """Keep the document.

    Args:
        writing: The action under way.
        content: The whole of it, as JSON.
        version: The version it was read at; 0 when there was none.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    if version == 0 and stored_settings() is None:
        writing.create(Setting, content=content)
    else:
        writing.edit(Setting, 1, version, content=content)
