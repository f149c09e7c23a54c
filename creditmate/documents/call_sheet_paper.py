"""What the printed call sheet of a day is made from."""

from dataclasses import dataclass
from datetime import date

from creditmate.documents.page import PageSize
from creditmate.documents.papers import BusinessCard
from creditmate.domain.rows import ContactRow
from creditmate.domain.worklist import Line


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of the day with whom to turn to.

    Attributes:
        code: The customer's.
        name: The customer's.
        line: Why, about how much and how.
        person: Whom to turn to; None where nobody is known.
        branches: For whom else a head office's line speaks.
    """

    code: str
    name: str
    line: Line
    person: ContactRow | None = None
    branches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CallSheetPaper:
    """A day's list ready to be drawn.

    Attributes:
        business: Whose paper it is.
        day: The day.
        lines: In the order in which to work them off.
        whose: Who looks after these customers; '' where it is everybody's list.
        of: How many lines there are, of which these are the first.
        later: How many more there are, for which the day has no room.
        locale: Of the words.
        size: Of the paper.
    """

    business: BusinessCard
    day: date
    lines: tuple[SheetLine, ...]
    whose: str = ""
    of: int = 0
    later: int = 0
    locale: str = "en_GB"
    size: PageSize = PageSize.A4
