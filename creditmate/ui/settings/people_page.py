"""Our people: who works here and whose customers are whose, and who stands in for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from creditmate.documents.page import PageSize
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.our_people import CoverRow, StaffEntry, StaffRow
from creditmate.services.letterhead import paper_form
from creditmate.services.people import People
from creditmate.services.program import Program
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.queries import Latest
from creditmate.ui.settings.covers_part import ENOUGH, CoversPart
from creditmate.ui.settings.give_dialog import GiveDialog
from creditmate.ui.settings.list_page import Action, ListBlock
from creditmate.ui.settings.people_cells import PeopleCells
from creditmate.ui.settings.person_dialog import PersonDialog
from creditmate.ui.settings.records_page import RecordsPage
from creditmate.ui.settings.sections import PEOPLE, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph


@dataclass(frozen=True, slots=True)
class _Everybody:
    """Our people with those who have left, the covers, who is at work, and the paper."""

    people: Sequence[StaffRow]
    covers: Sequence[CoverRow]
    at_work: int | None
    size: PageSize


class PeoplePage(RecordsPage):
    """Two lists: people above, covers below."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(PEOPLE))
        _, theme = self.words.gettext, around.theme
        self._everybody = _Everybody((), (), None, PageSize.A4)
        self._added: int | None = None
        self._cells = PeopleCells(around.language, around.locale, around.program.clock.today)
        self.add = Button(theme, _("Add somebody"), Kind.PRIMARY, glyph=Glyph.ADD, keys="N")
        self.people: ListBlock[StaffRow] = ListBlock(
            around, _("Who works here"), self._cells.people(), self._person_actions()
        )
        self.covers = CoversPart(self, self._cells)
        self.head_end.addWidget(self.add)
        self.body.addWidget(self.people, 1)
        self.body.addWidget(self.covers, 1)
        self._reading: Latest[_Everybody] = Latest(
            around.desk, self._show, around.desk.failed.emit, self
        )
        self.add.clicked.connect(self.add_one)
        self.people.acted_on_none.connect(self.add_one)

    def _person_actions(self) -> list[Action[StaffRow]]:
        _ = self.words.gettext
        return [
            Action(Glyph.EDIT, _("Change…"), self._edit),
            Action(Glyph.CHECK, _("This is me"), self._be, fits=self._may_be),
            Action(
                Glyph.HAND_OVER,
                _("Arrange cover…"),
                self._cover,
                self._why_not_cover,
                _is_here,
            ),
            Action(Glyph.CUSTOMERS, _("Give customers…"), self._give, fits=_has_customers),
            Action(Glyph.CLOSE, _("Has left"), self._leave, self._why_not_leave, _is_here),
            Action(Glyph.UNDO, _("Is back"), self._come_back, fits=lambda row: not _is_here(row)),
        ]

    # ------------------------------------------------------------- showing
    def begin(self) -> None:
        """Work begins among the people."""
        self.people.begin()

    def reload(self) -> None:
        """Ask who there is."""
        self._reading.ask(partial(_everybody, self.around.program))

    def _show(self, everybody: _Everybody) -> None:
        _ = self.words.gettext
        self._everybody = everybody
        self._cells.at_work = everybody.at_work
        self._cells.today = self.around.program.clock.today
        self._cells.names = {one.id: one.name for one in everybody.people}
        self.covers.show_covers(everybody.people, everybody.covers, everybody.size)
        self.people.show_items(
            everybody.people,
            EmptyWords(
                _("Nobody is named here yet"),
                _("Name who works here, and every call and payment says who did it."),
                _("Add somebody"),
            ),
        )
        added, self._added = self._added, None
        self.people.list.go_to(lambda one: one.id == added)

    # ------------------------------------------------------------- people
    def add_one(self) -> None:
        """Add somebody."""
        said = self.words.gettext("Added to our people")
        PersonDialog(self.around, self, None, partial(self._on_added, said)).begin()

    def _on_added(self, said: str, saved: Saved) -> None:
        people = self.around.program.people
        self._added = saved.id
        self.tell(saved.touched, said, lambda: _archive(people, saved.id))

    def _edit(self, row: StaffRow) -> None:
        people, said = self.around.program.people, self.words.gettext("Saved")
        before = StaffEntry(**{name: getattr(row, name) for name in StaffEntry.__slots__})

        def undo() -> Touched:
            return people.edit(row.id, _person(people, row.id).version, before)

        def then(touched: Touched) -> None:
            self.tell(touched, said, undo)

        PersonDialog(self.around, self, row, then).begin()

    def _be(self, row: StaffRow) -> None:
        people, was = self.around.program.people, self._everybody.at_work
        said = self.words.gettext("You work as {name} now").format(name=row.name)
        self.do(partial(people.work_as, row.id), said, partial(people.work_as, was))

    def _leave(self, row: StaffRow) -> None:
        people = self.around.program.people
        said = self.words.gettext("{name} has left; what they did keeps their name").format(
            name=row.name
        )
        back = partial(_restore, people, row.id)
        self.do(partial(people.archive, row.id, row.version), said, back)

    def _come_back(self, row: StaffRow) -> None:
        people = self.around.program.people
        said = self.words.gettext("{name} is back").format(name=row.name)
        away = partial(_archive, people, row.id)
        self.do(partial(people.restore, row.id, row.version), said, away)

    def _cover(self, row: StaffRow) -> None:
        self.covers.arrange(row.id)

    def _give(self, row: StaffRow) -> None:
        others = [one for one in self.covers.present if one.id != row.id]
        said = self.words.gettext("The customers are given")

        def then(touched: Touched) -> None:
            self.tell(touched, said, None)

        GiveDialog(self.around, self, row, others, then).begin()

    # ------------------------------------------------------------- what fits
    def _may_be(self, row: StaffRow) -> bool:
        return _is_here(row) and row.id != self._everybody.at_work

    def _why_not_cover(self, _row: StaffRow) -> str:
        if len(self.covers.present) < ENOUGH:
            return self.words.gettext("There is nobody else to stand in.")
        return ""

    def _why_not_leave(self, row: StaffRow) -> str:
        _, today = self.words.gettext, self.around.program.clock.today
        if row.customers:
            return _("Give their customers to somebody first.")
        for cover in self._everybody.covers:
            if cover.by_staff_id == row.id and cover.to_day >= today:
                return _("They stand in for {name}. Let somebody else do that first.").format(
                    name=self._cells.names[cover.staff_id]
                )
        return ""


def _is_here(row: StaffRow) -> bool:
    return row.archived_day is None


def _has_customers(row: StaffRow) -> bool:
    return row.customers > 0


def _everybody(program: Program) -> _Everybody:
    people = program.people
    at_work = people.working_as()
    staff = sorted(people.staff(with_archived=True), key=lambda one: one.archived_day is not None)
    size, _window = paper_form(program.ledgers.facts().business)
    return _Everybody(staff, people.covers(), None if at_work is None else at_work.id, size)


def _person(people: People, id_: int) -> StaffRow:
    """One of our people as they are now; an undo changes what is there then."""
    return next(row for row in people.staff(with_archived=True) if row.id == id_)


def _archive(people: People, id_: int) -> Touched:
    return people.archive(id_, _person(people, id_).version)


def _restore(people: People, id_: int) -> Touched:
    return people.restore(id_, _person(people, id_).version)
