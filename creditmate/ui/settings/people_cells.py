"""What the lists of our people say: cells in a language; knows no toolkit."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto

from creditmate.domain.our_people import CoverRow, StaffRow
from creditmate.i18n.bidi import isolated
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, number
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.tokens import Ink, Type

_NAME, _ROLE, _MIDDLE, _NARROW = 176, 200, 128, 80


class When(Enum):
    """How a cover stands to a day."""

    NOW = auto()
    COMING = auto()
    OVER = auto()


def when(cover: CoverRow, today: date) -> When:
    """Return whether a cover is in force, still to come, or over."""
    if cover.to_day < today:
        return When.OVER
    return When.NOW if cover.from_day <= today else When.COMING


class PeopleCells:
    """Columns of our people and of who stands in for whom."""

    def __init__(self, language: str, locale: str, today: date) -> None:
        self._ = words(language).gettext
        self._locale, self.today = locale, today
        self.at_work: int | None = None
        self.names: Mapping[int, str] = {}

    def people(self) -> list[Column[Numbered[StaffRow]]]:
        """Name, what they do, how they are reached, whom they look after."""
        _ = self._
        return [
            Column("name", _("Name"), self._name, _NAME, sortable=False),
            Column("role", _("Role"), lambda r: Cell(r.item.role), _ROLE, sortable=False),
            Column("phone", _("Telephone"), self._phone, _MIDDLE, sortable=False,
                   optional=True),
            Column("customers", _("Customers"), self._customers, _NARROW, right=True,
                   sortable=False),
        ]  # fmt: skip

    def covers(self) -> list[Column[Numbered[CoverRow]]]:
        """Who is away, who stands in, from when to when."""
        _ = self._
        return [
            Column("away", _("Away"), self._away, _NAME, sortable=False),
            Column("by", _("Stands in"), self._by, _MIDDLE, sortable=False),
            Column("from", _("From"), lambda r: self._day(r.item.from_day), _MIDDLE,
                   sortable=False),
            Column("to", _("Up to"), lambda r: self._day(r.item.to_day), _MIDDLE, sortable=False),
        ]  # fmt: skip

    def _name(self, row: Numbered[StaffRow]) -> Cell:
        person, tag = row.item, None
        if person.id == self.at_work:
            tag = CellTag(self._("You"), Tone.ACCENT)
        elif person.archived_day is not None:
            tag = CellTag(self._("Has left"), Tone.NEUTRAL)
        ink = Ink.TEXT if person.archived_day is None else Ink.FAINT
        spoken = f"{person.name}, {tag.text}" if tag else ""
        return Cell(person.name, ink, Type.BODY_MEDIUM, tag=tag, spoken=spoken)

    @staticmethod
    def _phone(row: Numbered[StaffRow]) -> Cell:
        phone = row.item.phone
        return Cell(isolated(phone) if phone else "", spoken=phone)

    def _customers(self, row: Numbered[StaffRow]) -> Cell:
        count = row.item.customers
        return Cell(number(count, self._locale) if count else "–")

    def _away(self, row: Numbered[CoverRow]) -> Cell:
        name = self.names.get(row.item.staff_id, "")
        stands = when(row.item, self.today)
        tag = {
            When.NOW: CellTag(self._("Now"), Tone.ACCENT),
            When.COMING: CellTag(self._("Coming"), Tone.NEUTRAL),
        }.get(stands)
        ink = Ink.FAINT if stands is When.OVER else Ink.TEXT
        return Cell(
            name, ink, Type.BODY_MEDIUM, tag=tag, spoken=f"{name}, {tag.text}" if tag else ""
        )

    def _by(self, row: Numbered[CoverRow]) -> Cell:
        ink = Ink.FAINT if when(row.item, self.today) is When.OVER else Ink.TEXT
        return Cell(self.names.get(row.item.by_staff_id, ""), ink)

    def _day(self, day: date) -> Cell:
        return Cell(day_in_table(day, self._locale, self.today))
