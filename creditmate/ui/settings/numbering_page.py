"""How the next papers are called: a pattern and a counter for each kind, the next three shown."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.numbering import SeriesEntry, SeriesRow
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.settings.form_page import Deed, FormPage, Texts
from creditmate.ui.settings.numbering_state import (
    PATTERN,
    START,
    changed,
    kind_titles,
    previews,
    texts_of,
)
from creditmate.ui.settings.sections import NUMBERING, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.telling import Undo
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_PAUSE = 200  # ms after a letter is typed before the numbers are worked out anew
Rows = tuple[SeriesRow, ...]


class NumberingPage(FormPage[Rows]):
    """One block for each kind of paper."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(NUMBERING))
        self._day = around.program.clock.today
        self._previews: Latest[Mapping[str, SeriesRow | UserError]] = Latest(
            around.desk, self._on_previews, around.desk.failed.emit, self
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.body.addWidget(self.scrolled(self._column(), SIZES.settings_form), 1)

    def _column(self) -> QVBoxLayout:
        theme, _ = self.around.theme, self.words.gettext
        column = QVBoxLayout()
        column.setSpacing(SPACE.s)
        for kind, title in kind_titles(self.around.language).items():
            pattern = Field(theme, _("Pattern"), LineInput(theme, ""))
            start = Field(theme, _("Next number"), LineInput(theme, ""))
            grid = ColumnGrid(2, gap=SPACE.l)
            grid.add(self.add(kind + PATTERN, pattern), self.add(kind + START, start))
            for field in (pattern, start):
                field.input.setAccessibleName(f"{title}, {field.input.accessibleName()}")
            column.addWidget(SectionHead(theme, title))
            column.addWidget(grid)
            column.addSpacing(SPACE.s)
        signs = _(
            "{counter} is the counter, {filled} fills it up with zeros. {years} is the year,"
            " {month} the month, {day} the day: where one stands, counting begins anew with it."
        ).format(counter="{n}", filled="{n:04}", years="{yyyy}, {yy}", month="{mm}", day="{dd}")
        column.addWidget(Paragraph(theme, signs, Type.SMALL, Ink.MUTED))
        column.addStretch()
        return column

    def begin(self) -> None:
        """Work begins at the first pattern."""
        next(iter(self.fields.values())).setFocus()

    # ------------------------------------------------------------- what is kept
    def read(self) -> Rows:
        """Ask for every series."""
        self._day = self.around.program.clock.today
        return tuple(self.around.program.numbering.series(self._day))

    def texts_of(self, kept: Rows) -> Texts:
        """Pattern and next number of each."""
        return texts_of(kept)

    def deed(self, texts: Texts, kept: Rows) -> Deed:
        """Save the series that were changed."""
        wanted = changed(texts, kept, self.around.locale)
        return partial(_save, self.around, wanted, kept)

    def place_of(self, error: UserError) -> str:
        """The service names the field, and we of which kind."""
        field = str(error.facts.get("field", ""))
        return f"{error.facts.get('kind', '')}{PATTERN if field.endswith('pattern') else START}"

    # ------------------------------------------------------------- the next numbers
    def on_typed(self) -> None:
        """Work the next numbers out once typing pauses."""
        self._pause.start()

    def _ask(self) -> None:
        if self.kept is not None:
            numbering, locale = self.around.program.numbering, self.around.locale
            ask = partial(previews, numbering, self.texts, self.kept, self._day, locale)
            self._previews.ask(ask)

    def _on_previews(self, found: Mapping[str, SeriesRow | UserError]) -> None:
        then = words(self.around.language).gettext("then {numbers}")
        for kind, shown in found.items():
            if isinstance(shown, UserError):
                said = problem_words(shown, self.around.language, self.around.locale)
                self.fields[self.place_of(shown)].refuse(said)
                continue
            first, *others = shown.following
            for name in (PATTERN, START):
                self.fields[kind + name].clear()
            self.fields[kind + PATTERN].echo(first, then.format(numbers=", ".join(others)))


def _save(
    around: Surroundings, wanted: tuple[SeriesEntry, ...], kept: Rows
) -> tuple[Touched, Undo]:
    """Save on the database thread; undone, patterns and counters are as they were kept."""
    numbering, day = around.program.numbering, around.program.clock.today
    touched = numbering.save_all(wanted, day)
    before = {row.kind: row for row in kept}

    def undo() -> Touched:
        now = {row.kind: row.version for row in numbering.series(day)}
        back = [
            SeriesEntry(
                one.kind, now[one.kind], before[one.kind].pattern, before[one.kind].next_count
            )
            for one in wanted
        ]
        return numbering.save_all(back, day)

    return touched, undo
