"""Below our people: who stands in for whom, and the sheet that hands their customers over."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial

from creditmate.documents.page import PageSize
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.our_people import CoverEntry, CoverRow, StaffRow
from creditmate.services.people import People
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.settings.cover_dialog import CoverDialog
from creditmate.ui.settings.handover_sheet import HandoverSheet
from creditmate.ui.settings.list_page import Action, ListBlock
from creditmate.ui.settings.people_cells import PeopleCells
from creditmate.ui.settings.records_page import RecordsPage
from creditmate.ui.theme.icons import Glyph

ENOUGH = 2
"""People, for one of them to stand in for another."""


class CoversPart(ListBlock[CoverRow]):
    """The list of covers of a page, and what can be done to one.

    Attributes:
        sheet: The hand-over on paper.
        present: Our people who have not left.
    """

    def __init__(self, page: RecordsPage, cells: PeopleCells) -> None:
        self._page, self._cells = page, cells
        self._ = _ = page.words.gettext
        super().__init__(page.around, _("Who stands in"), cells.covers(), self._actions_of())
        self.present: Sequence[StaffRow] = ()
        self._everybody: Sequence[StaffRow] = ()
        self._size = PageSize.A4
        self.sheet = HandoverSheet(page.around, self)
        self.sheet.told.connect(page.told)
        self.acted_on_none.connect(partial(self.arrange, None))

    def _actions_of(self) -> list[Action[CoverRow]]:
        _ = self._
        return [
            Action(Glyph.EDIT, _("Change…"), self._edit),
            Action(Glyph.PRINT, _("Print hand-over…"), self._print),
            Action(Glyph.SAVE, _("Save hand-over…"), self._save),
            Action(Glyph.CLOSE, _("Take back"), self._drop),
        ]

    def show_covers(
        self, everybody: Sequence[StaffRow], covers: Sequence[CoverRow], size: PageSize
    ) -> None:
        """Show who stands in for whom; ``size`` is that of the paper."""
        _ = self._
        self._everybody, self._size = everybody, size
        self.present = [one for one in everybody if one.archived_day is None]
        offer = _("Arrange cover") if len(self.present) >= ENOUGH else ""
        none = EmptyWords(
            _("Nobody stands in for anybody"),
            _("While somebody is away, a colleague sees their customers as well."),
            offer,
        )
        self.show_items(covers, none)

    # ------------------------------------------------------------- doing
    def arrange(self, away: int | None) -> None:
        """Arrange that somebody stands in; ``away`` is proposed to be the one who is away."""
        people, said = self._people, self._("Cover arranged")

        def then(saved: Saved) -> None:
            self._page.tell(saved.touched, said, partial(_drop, people, saved.id))

        CoverDialog(self._page.around, self, self.present, None, away, then).begin()

    @property
    def _people(self) -> People:
        return self._page.around.program.people

    def _edit(self, row: CoverRow) -> None:
        people, said = self._people, self._("Saved")

        def undo() -> Touched:
            return people.edit_cover(row.id, _version(people, row.id), _entry(row))

        def then(touched: Touched) -> None:
            self._page.tell(touched, said, undo)

        named = {row.staff_id, row.by_staff_id}
        known = [one for one in self._everybody if one.archived_day is None or one.id in named]
        CoverDialog(self._page.around, self, known, row, None, then).begin()

    def _drop(self, row: CoverRow) -> None:
        people = self._people

        def undo() -> Touched:
            return people.add_cover(_entry(row)).touched

        work = partial(people.drop_cover, row.id, row.version)
        self._page.do(work, self._("The cover is taken back"), undo)

    def _print(self, row: CoverRow) -> None:
        self.sheet.print(row, self._size)

    def _save(self, row: CoverRow) -> None:
        self.sheet.save(row, self._cells.names.get(row.staff_id, ""))


def _entry(row: CoverRow) -> CoverEntry:
    kept = asdict(row)
    return CoverEntry(**{name: kept[name] for name in CoverEntry.__slots__})


def _version(people: People, id_: int) -> int:
    """The version there is when an undo comes."""
    return next(row.version for row in people.covers() if row.id == id_)


def _drop(people: People, id_: int) -> Touched:
    return people.drop_cover(id_, _version(people, id_))
