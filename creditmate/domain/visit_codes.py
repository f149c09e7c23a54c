"""What sorts of things there are about a visit, and how it stands: codes, most of them stored.

Source: domain-rules 4.8; docs/decisions/0031.
"""

from enum import StrEnum


class VisitPurpose(StrEnum):
    """Why we go, for us only; the values are stored."""

    STAY_WELL = "stay_well"  # nothing is wrong: the best time
    GET_WELL = "get_well"  # something is to be put right


class Side(StrEnum):
    """Whose people; the values are stored."""

    THEIRS = "theirs"
    OURS = "ours"


class IssueKind(StrEnum):
    """What an issue is about; the values are stored."""

    ACCOUNT = "account"  # open items
    DISPUTE = "dispute"
    LIMIT = "limit"
    TERMS = "terms"
    ORDERS = "orders"  # how orders, delivery and invoices work for them
    OTHER = "other"


class SlotKind(StrEnum):
    """An item of the agenda; its words are the paper's own where it has none. Values are stored."""

    WELCOME = "welcome"
    POINTS = "points"  # their own
    ORDERS = "orders"
    ISSUE = "issue"
    ACCOUNT = "account"
    PROPOSAL = "proposal"
    NEXT = "next"  # what each side will do, and by when
    TOUR = "tour"
    OTHER = "other"


class Preparation(StrEnum):
    """A step before a visit, and the report after it; the values are stored."""

    TELL_SALES = "tell_sales"
    SEND_AGENDA = "send_agenda"
    SEND_PAPERS = "send_papers"
    CONFIRM = "confirm"  # in writing
    PRINT_PACK = "print_pack"
    RECONFIRM = "reconfirm"  # by telephone, the day before
    OTHER = "other"
    REPORT = "report"


class VisitEventKind(StrEnum):
    """What happened to a visit; the values are stored."""

    AGENDA_SENT = "agenda_sent"
    CONFIRMED = "confirmed"
    RECONFIRMED = "reconfirmed"
    MOVED = "moved"
    CANCELLED = "cancelled"
    REFUSED = "refused"  # by them
    NOBODY = "nobody"  # was there
    DEPUTY = "deputy"  # only somebody who cannot decide
    HELD = "held"
    REPORTED = "reported"


class VisitChange(StrEnum):
    """What was changed of a visit that stays at its hour; the values are stored as its ``way``."""

    PLACE = "place"  # where it is or how long it takes: as good as another day
    WORDS = "words"  # anything else that its agenda says


class VisitState(StrEnum):
    """How a visit stands; worked out, never stored."""

    PLANNED = "planned"
    TO_REPORT = "to_report"  # its day has passed
    TO_REBOOK = "to_rebook"  # nobody, or only a deputy, was there
    REPORTED = "reported"
    CANCELLED = "cancelled"
    REFUSED = "refused"


OPEN_STATES = frozenset({VisitState.PLANNED, VisitState.TO_REPORT, VisitState.TO_REBOOK})


class DistanceUnit(StrEnum):
    """In which distances are said; the values are stored."""

    MILE = "mile"
    KM = "km"
