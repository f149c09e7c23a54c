"""What the route sheet of a day is made from."""

from dataclasses import dataclass
from datetime import date, datetime

from creditmate.documents.page import PageSize
from creditmate.documents.papers import BusinessCard
from creditmate.domain.money import Money
from creditmate.domain.visit_hints import VisitHint
from creditmate.domain.visit_route import Route
from creditmate.domain.visit_times import TimeWarning
from creditmate.domain.visits import DistanceUnit


@dataclass(frozen=True, slots=True)
class SheetStop:
    """A visit on the sheet.

    Attributes:
        name: The customer's.
        address: In one line; ``abroad`` is the country's code where it is not ours.
        person: Whom to ask for, with what they are.
        phone: Theirs; '' for none.
        about: What it is about, in a line.
        agenda_day: When the agenda was sent; None while it was not.
        confirmed_day: When they confirmed; None while they did not.
        outdated: The agenda that was sent says another day or hour.
        zone: By which clock its hour is, where ours shows another one, ``here``; '' if not.
        coordinates: North and east in degrees; None where not known.
    """

    name: str
    address: str
    person: str = ""
    phone: str = ""
    about: str = ""
    agenda_day: date | None = None
    confirmed_day: date | None = None
    outdated: bool = False
    abroad: str = ""
    zone: str = ""
    here: datetime | None = None
    coordinates: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class NearBy:
    """Another customer near a stop, which is counted from 1."""

    name: str
    stop: int
    overdue: tuple[Money, ...] = ()
    tenths: int | None = None


@dataclass(frozen=True, slots=True)
class SheetNote:
    """What to mind at a customer's: what is against the hour, what to think of, and our own words.

    ``name`` is the customer's.
    """

    name: str
    times: tuple[TimeWarning, ...] = ()
    hints: tuple[VisitHint, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class RouteSheet:
    """A day's visits ready to be drawn.

    Attributes:
        business: Whose sheet it is.
        day: The day.
        route: When to be where.
        stops: What is known of each stop, in the order of the route.
        unit: Of distances.
        who: Who goes.
        home: From where.
        near: Who else is near.
        take: What to take along.
        notes: What to mind.
        without_hour: Whom else to see on the day, where no hour is agreed.
        printed: When it was made.
        locale: Of the words.
        size: Of the paper.
    """

    business: BusinessCard
    day: date
    route: Route
    stops: tuple[SheetStop, ...]
    unit: DistanceUnit = DistanceUnit.MILE
    who: tuple[str, ...] = ()
    home: str = ""
    near: tuple[NearBy, ...] = ()
    take: tuple[str, ...] = ()
    notes: tuple[SheetNote, ...] = ()
    without_hour: tuple[str, ...] = ()
    printed: datetime | None = None
    locale: str = "en_GB"
    size: PageSize = PageSize.A4
