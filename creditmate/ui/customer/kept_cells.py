"""What a customer's documents say in their list: papers of ours, and files that were attached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from creditmate.domain.attachments import AttachmentRow, Subject
from creditmate.domain.kinds import PaperKind
from creditmate.domain.rows import PaperRow
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, money, number
from creditmate.i18n.labels import paper_label
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink, Type

NOTHING = "–"
_GLYPHS: dict[object, Glyph] = {
    None: Glyph.STATEMENT,
    PaperKind.TERMS: Glyph.DETAILS,
    PaperKind.WELCOME: Glyph.LETTER,
    PaperKind.PLAN: Glyph.PLAN,
    PaperKind.HELP_SHEET: Glyph.LETTER,
    PaperKind.VISIT_AGENDA: Glyph.VISIT,
    PaperKind.VISIT_THANKS: Glyph.LETTER,
}
_KILO, _MEGA = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A paper or a file; files have ids below zero, so that none is taken for a paper."""

    id: int
    paper: PaperRow | None = None
    file: AttachmentRow | None = None


def kept_rows(papers: Sequence[PaperRow], files: Sequence[AttachmentRow]) -> list[KeptRow]:
    """Return everything that is kept, the latest first."""
    rows = [KeptRow(paper.id, paper=paper) for paper in papers]
    rows += [KeptRow(-file.id, file=file) for file in files]
    return sorted(rows, key=lambda row: (day_of(row), abs(row.id)), reverse=True)


def day_of(row: KeptRow) -> date:
    """Return the day of a paper, or on which a file was attached."""
    if row.paper is not None:
        return row.paper.as_at
    return date.min if row.file is None else datetime.fromisoformat(row.file.added_at).date()


@dataclass(frozen=True, slots=True)
class KeptCells:
    """Makes the cells, for a language, a locale and a day."""

    language: str
    locale: str
    as_at: date

    def columns(self) -> tuple[Column[KeptRow], ...]:
        """Return the columns; the order is the list's own."""
        _ = words(self.language).gettext
        return (
            Column("number", _("Paper or file"), self._name, 280, sortable=False),
            Column("day", _("Day"), self._day, 136, sortable=False),
            Column("total", _("Amount"), self._total, 120, True, False),
            Column("pages", _("Size"), self._size, 104, True, False),
            Column("note", _("What it shows"), self._note, 160, False, False, True),
        )

    def _name(self, row: KeptRow) -> Cell:
        if row.file is not None:
            return Cell(row.file.name, style=Type.BODY_MEDIUM, glyph=Glyph.NOTE)
        if row.paper is None:
            return Cell("")
        said = paper_label(row.paper.kind, row.paper.number, self.language)
        glyph = _GLYPHS.get(row.paper.kind, Glyph.INVOICE)
        return Cell(said, style=Type.BODY_MEDIUM, glyph=glyph)

    def _day(self, row: KeptRow) -> Cell:
        return Cell(day_in_table(day_of(row), self.locale, self.as_at), Ink.MUTED)

    def _total(self, row: KeptRow) -> Cell:
        if row.paper is None or isinstance(row.paper.kind, PaperKind):
            return Cell(NOTHING, Ink.MUTED)
        return Cell(money(row.paper.total, self.locale, symbol=True), style=Type.BODY_STRONG)

    def _size(self, row: KeptRow) -> Cell:
        if row.file is not None:
            return Cell(size_words(row.file.size, self.language, self.locale), Ink.MUTED)
        pages = 0 if row.paper is None else row.paper.pages
        text = words(self.language).ngettext("{count} page", "{count} pages", pages)
        return Cell(text.format(count=number(pages, self.locale)), Ink.MUTED)

    def _note(self, row: KeptRow) -> Cell:
        if row.file is None:
            return Cell("", Ink.MUTED)
        shows_query = row.file.subject is Subject.DISPUTE
        query = words(self.language).gettext("A query of theirs") if shows_query else ""
        return Cell(row.file.note or query, Ink.MUTED)


def size_words(size: int, language: str, locale: str) -> str:
    """Return how large a file is: ``340 kB``, ``2 MB``; never nothing."""
    _ = words(language).gettext
    if size < _MEGA:
        return _("{count} kB").format(count=number(max(size // _KILO, 1), locale))
    return _("{count} MB").format(count=number(size // _MEGA, locale))
