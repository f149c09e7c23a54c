"""What became of each paper that they were asked for: received, promised by a day, not given."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.visit_report import Came, RequestOutcome
from creditmate.domain.visits import VisitRequest
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short
from creditmate.i18n.visit_report_words import came_words
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type
from creditmate.ui.visits.report_choice import choice_of
from creditmate.ui.visits.report_files import Chosen, ChosenFiles
from creditmate.ui.visits.report_values import ReportValues


class PaperRow(QWidget):
    """What is asked for next follows from what became of it.

    Attributes:
        came: What became of it.
        by: The day by which it is promised.
        files: What was received.
        note: What was said of it.
    """

    told_anew = Signal()

    def __init__(
        self, around: Surroundings, request: VisitRequest, before: RequestOutcome | None
    ) -> None:
        super().__init__()
        self._ = _ = words(around.language).gettext
        self._request, theme = request, around.theme
        nothing = _("Nothing was said") if before is None else _("As it was told")
        self.came = choice_of(around, request.what, Came, came_words, nothing)
        self.by = DayField(around, _("Promised by"))
        self.files = ChosenFiles(around, _("Attach it…"), most=1)
        self._file_field = Field(theme, _("The file, if you have it"), self.files, echoes=False)
        self.note = Field(theme, _("Note"), LineInput(theme, ""), echoes=False)
        fields = ColumnGrid(3, gap=SPACE.l)
        fields.add(self.came, self.by, self._file_field, self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(fields)
        if before is not None:
            said = self._told(before, around)
            column.addWidget(Paragraph(theme, said, Type.SMALL, Ink.MUTED))
        self.came.input.currentIndexChanged.connect(self._follow)
        self._follow()

    def be_known(self, values: ReportValues) -> None:
        """Have the fields kept as they are typed."""
        name = f"paper.{self._request.id}"
        values.know(f"{name}.came", self.came.input)
        values.know(f"{name}.by", self.by.input)
        values.know(f"{name}.note", self.note.input)
        self.files.be_known(values, f"{name}.file")

    @property
    def chosen(self) -> list[Chosen]:
        """The file that it came as."""
        received = self.came.input.currentData() == Came.RECEIVED.value
        return [(path, self._request.id) for path in self.files.paths] if received else []

    @property
    def is_told(self) -> bool:
        """Whether anything is told of it."""
        return self.came.input.currentData() is not None

    @property
    def is_put_off(self) -> bool:
        """Whether it is promised by a day."""
        return str(self.came.input.currentData()) == Came.PROMISED.value

    def read(self) -> tuple[RequestOutcome | None, bool]:
        """Return what is told of it, and whether it could be understood."""
        came = self.came.input.currentData()
        if came is None:
            return None, True
        day, is_read = None, True
        if self.is_put_off:
            day, is_read = self._promised_by()
        outcome = RequestOutcome(self._request.id, Came(came), day, self.note.input.text().strip())
        return outcome, is_read

    def _promised_by(self) -> tuple[date | None, bool]:
        day, is_read = self.by.read_or_refuse()
        if is_read and day is None:
            self.by.refuse(self._("Say by which day."))
            self.by.setFocus()
            return None, False
        return day, is_read

    def _follow(self) -> None:
        came = self.came.input.currentData()
        self.by.setVisible(self.is_put_off)
        self._file_field.setVisible(came == Came.RECEIVED.value)
        self.note.setVisible(came is not None)
        self.told_anew.emit()

    def _told(self, before: RequestOutcome, around: Surroundings) -> str:
        until = "" if before.by_day is None else day_short(before.by_day, around.locale)
        said = (came_words(before.came, around.language), until, before.note)
        told = ", ".join(part for part in said if part)
        return self._("Told so far: {words}").format(words=told)


def paper_rows(
    around: Surroundings,
    requests: tuple[VisitRequest, ...],
    before: Mapping[int, RequestOutcome],
) -> list[PaperRow]:
    """Return a row for each paper, with what was told of it before."""
    return [PaperRow(around, one, before.get(one.id)) for one in requests]
