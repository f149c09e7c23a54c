"""Only a deputy was there: kept short, and another day put down if one was agreed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Saved
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visits import Side, VisitEventKind, VisitFile
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.visit_attempts import VisitAttempt
from creditmate.services.visit_report_notes import NotMet
from creditmate.services.visits import VisitPage
from creditmate.ui.diary.hour_field import HourField
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.plans.far_asked import FarAsked
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type
from creditmate.ui.visits.report_state import put_down_in_vain

_DAY_WHYS = frozenset({VisitWhy.DAY_PAST, VisitWhy.TOO_FAR, VisitWhy.SAME_TIME})


class DeputyDialog(EditDialog):
    """Two lines and a day.

    Attributes:
        who: Whom we met.
        note: What was said.
        day: Another day, if one was agreed; ``at`` its hour.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        page: VisitPage,
        told: Callable[[Saved, VisitAttempt | None], object],
    ) -> None:
        """Open it; ``told`` is given what was put down; no attempt where another day was agreed."""
        _ = words(around.language).gettext
        self._page, self._told, self._ = page, told, _
        title = _("Only a deputy there")
        detail = _("Keep it short: it is kept as an attempt, and the visit stays to be made.")
        super().__init__(around, window, title, _("Put it down"), detail=detail)
        theme, file = around.theme, page.file
        self.who = Field(theme, _("Whom you met"), LineInput(theme, ""), echoes=False)
        self.who.input.setText(_deputy(file))
        self.note = Field(theme, _("What was said, in a line"), LineInput(theme, ""), echoes=False)
        self.day = DayField(around, _("Another day, if one was agreed"))
        self._far = FarAsked(around, self.day)
        self.at = HourField(around, _("Hour, if it has one"))
        when = ColumnGrid(2, gap=SPACE.m)
        when.add(self.day, self.at)
        if file.inner.if_deputy:
            said = _("As planned: {words}").format(words=file.inner.if_deputy)
            self.put(Paragraph(theme, said, Type.BODY, Ink.MUTED))
        self.put(self.who, self.note, when)
        self.open_at(self.who)

    def on_verb(self) -> None:
        """Put it down."""
        self.clear()
        day, is_day = self.day.read_or_refuse()
        at, is_at = self.at.read_or_refuse() if is_day else (None, False)
        if not is_at:
            return
        if day is None and at is not None:
            self.day.refuse(self._("Say on which day."))
            self.day.setFocus()
            return
        if self._far.is_asked(day):
            return
        told = NotMet(
            VisitEventKind.DEPUTY,
            with_name=self.who.input.text().strip(),
            note=self.note.input.text().strip(),
            again=None if day is None else (day, at),
        )
        put_down = partial(put_down_in_vain, self.around.program, self._page.row.number, told)
        self.submit(put_down, lambda put: self._told(*put))

    def refuse(self, error: UserError) -> None:
        """What is wrong with the other day is said there."""
        is_visit = error.problem is Problem.VISIT_REFUSED
        if is_visit and VisitWhy(str(error.facts["why"])) in _DAY_WHYS:
            self.day.refuse(problem_words(error, self.around.language, self.around.locale))
            self.day.setFocus()
        else:
            super().refuse(error)


def _deputy(file: VisitFile) -> str:
    """Whoever of theirs was to take part beside somebody who decides, and cannot decide."""
    theirs = file.visit.of_side(Side.THEIRS)
    if not any(person.decides for person in theirs):
        return ""  # it may be the very one we came for
    return next((person.name for person in theirs if not person.decides), "")
