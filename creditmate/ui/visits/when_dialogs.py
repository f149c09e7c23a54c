"""Putting a visit on another day, and putting down that they confirmed it."""

from dataclasses import replace
from datetime import date, time
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.contact_channels import Way
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visits import Side
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_made_words import way_title
from creditmate.i18n.problems import problem_words
from creditmate.services.visits import ConfirmedHow, VisitPage, VisitTime
from creditmate.ui.decisions.told import Told
from creditmate.ui.diary.entry_dialog import WhenDialog
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.plans.far_asked import FarAsked
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.time_says import TimeSays, read_time

_PAUSE = 200
"""Milliseconds after the last key until it is worked out what is against the hour."""
_WAYS = (Way.EMAIL, Way.LETTER, Way.CALL, Way.TEXT)


class MoveVisitDialog(WhenDialog):
    """Another day or hour, by their clock, and why: the reason is kept.

    Attributes:
        says: What is free on the day that is typed, and what is against its hour.
    """

    _day_whys: ClassVar = (VisitWhy.DAY_PAST, VisitWhy.TOO_FAR, VisitWhy.SAME_TIME)

    def __init__(self, around: Surroundings, window: QWidget, page: VisitPage, told: Told) -> None:
        _ = words(around.language).gettext
        visit = page.file.visit
        detail = _("{name}; hours are by their clock.").format(name=page.row.name)
        if page.row.standing.agenda is not None:
            sent = _("The agenda they have is for the day it was: send them the new one.")
            detail = f"{detail} {sent}"
        super().__init__(around, window, _("Move the visit"), _("Move"), detail)
        self._page, self._told = page, told
        self.because = Field(around.theme, _("Why"), LineInput(around.theme, ""), echoes=False)
        self.says = TimeSays(around)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._ask_time)
        self.put(self._when, self.says, self.because)
        self.show_when(visit.day, visit.at)
        self._far = FarAsked(around, self.day)
        for field in (self.day, self.at):
            field.input.textChanged.connect(self._soon.start)
        self.open_at(self.day.input)
        self.day.input.selectAll()

    def _ask_time(self) -> None:
        """Say what is true of the hour that is typed, unless it is the visit's own."""
        visit = self._page.file.visit
        try:
            day, at = self.day.read(), self.at.read()
        except UserError:
            day, at = None, None  # half typed
        if day is None or (day, at) == (visit.day, visit.at):
            self.says.say_nothing()
            return
        when = replace(VisitTime.of(self._page.file), day=day, at=at)
        self.says.ask(partial(read_time, self.around.program, self._page.row.code, when))

    def do(self, day: date, at: time | None) -> None:
        """Move it; a day that a slip could mean is asked about once."""
        if self._far.is_asked(day):
            return
        visits, because = self.around.program.visits, self.because.input.text().strip()
        work = partial(visits.move, self._page.row.number, day, at, because)
        self.submit(work, self._on_moved)

    def refuse(self, error: UserError) -> None:
        """What is wrong with the day is said there."""
        is_visit = error.problem is Problem.VISIT_REFUSED
        if is_visit and VisitWhy(str(error.facts["why"])) in self._day_whys:
            self.day.refuse(problem_words(error, self.around.language, self.around.locale))
            self.day.setFocus()
        else:
            super().refuse(error)

    def _on_moved(self, done: Done) -> None:
        said = words(self.around.language).gettext("The visit to {name} is moved.")
        self._told(said.format(name=self._page.row.name), done)


class ConfirmVisitDialog(EditDialog):
    """How they confirmed it and who did; once more is by telephone, the day before."""

    def __init__(self, around: Surroundings, window: QWidget, page: VisitPage, told: Told) -> None:
        _ = words(around.language).gettext
        self._page, self._told = page, told
        self._again = page.row.standing.confirmed is not None
        title = _("Confirmed once more") if self._again else _("Confirm visit")
        detail = page.row.name
        super().__init__(around, window, title, _("Put it down"), detail=detail)
        theme = around.theme
        self.way = Field(theme, _("How they told us"), Choice(theme, ""), echoes=False)
        for way in _WAYS:
            self.way.input.addItem(way_title(way, around.language), way.value)
        usual = Way.CALL if self._again else Way.EMAIL
        self.way.input.setCurrentIndex(_WAYS.index(usual))
        self.by_whom = Field(theme, _("Who told us"), LineInput(theme, ""), echoes=False)
        self.note = Field(theme, _("What they said besides"), LineInput(theme, ""), echoes=False)
        self.put(self.way, self.by_whom, self.note)
        theirs = page.file.visit.of_side(Side.THEIRS)
        if theirs:
            self.by_whom.input.setText(theirs[0].name)
        self.open_at(self.way)

    def on_verb(self) -> None:
        """Put it down."""
        how = ConfirmedHow(
            str(self.way.input.currentData()),
            self.by_whom.input.text().strip(),
            note=self.note.input.text().strip(),
            again=self._again,
        )
        visits = self.around.program.visits
        self.submit(partial(visits.confirm, self._page.row.number, how), self._on_confirmed)

    def _on_confirmed(self, done: Done) -> None:
        said = words(self.around.language).gettext("The visit to {name} is confirmed.")
        self._told(said.format(name=self._page.row.name), done)
