"""The numbering as it is typed: which series are changed, and what they would give."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.services.numbering import Numbering, SeriesEntry, SeriesRow
from creditmate.ui.settings.whole_numbers import whole

PATTERN, START = ".pattern", ".start"
"""End the names of the two fields of a kind."""


def kind_titles(language: str) -> dict[str, str]:
    """Return the kinds of papers that are numbered, by their titles."""
    _ = words(language).gettext
    return {
        "invoice": _("Invoices"),
        "credit_note": _("Credit notes"),
        "charge_note": _("Charge notes"),
        "terms": _("Terms sent"),
        "welcome": _("Welcome letters"),
        "help_sheet": _("Help sheets"),
        "statement": _("Statements"),
    }


def texts_of(rows: Iterable[SeriesRow]) -> dict[str, str]:
    """Return what stands in the fields."""
    found: dict[str, str] = {}
    for row in rows:
        found |= {row.kind + PATTERN: row.pattern, row.kind + START: str(row.next_count)}
    return found


def changed(
    texts: Mapping[str, str], rows: Sequence[SeriesRow], locale: str
) -> tuple[SeriesEntry, ...]:
    """Return the series of which something else is typed.

    Raises:
        UserError: ``BAD_NUMBER``, with its ``kind``.
    """
    kept = texts_of(rows)
    return tuple(
        _wanted(row, texts, locale)
        for row in rows
        if any(texts[row.kind + name] != kept[row.kind + name] for name in (PATTERN, START))
    )


def previews(
    numbering: Numbering,
    texts: Mapping[str, str],
    rows: Sequence[SeriesRow],
    day: date,
    locale: str,
) -> dict[str, SeriesRow | UserError]:
    """Return for each kind what it would give, or why it cannot; on the database thread."""
    found: dict[str, SeriesRow | UserError] = {}
    for row in rows:
        try:
            with _naming(row.kind):
                want = _wanted(row, texts, locale)
                found[row.kind] = numbering.preview(row.kind, want.pattern, want.next_count, day)
        except UserError as error:
            found[row.kind] = error
    return found


def _wanted(row: SeriesRow, texts: Mapping[str, str], locale: str) -> SeriesEntry:
    pattern, start = texts[row.kind + PATTERN].strip(), texts[row.kind + START].strip()
    if start == str(row.next_count):
        return SeriesEntry(row.kind, row.version, pattern, None)
    with _naming(row.kind):
        count = whole(start, locale, "numbering.start")
    return SeriesEntry(row.kind, row.version, pattern, count)


@contextmanager
def _naming(kind: str) -> Iterator[None]:
    """Say of what is refused which kind of paper it is about."""
    try:
        yield
    except UserError as error:
        raise UserError(error.problem, **{**error.facts, "kind": kind}) from error
