"""The agreement of mockups/paper-09-payment-plan.png, and variations on it."""

from datetime import date

from creditmate.documents.plan_paper import InQuestion, OwedItem, Party, PlannedPart, PlanPaper
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from tests.documents.builders import a_card

US = Party(
    "Ellen Rook",
    trading_as="Rookmere Joinery Supplies",
    address="The Old Sawpit, Fell Road, Hollin Bridge HB4 7QT",
    is_firm=False,
)
THEM = Party(
    "Brindle Row Interiors Ltd",
    number="00000000",
    address="Unit 6, Tannery Yard, Overmere OV3 8LN",
)


def owed(number: str, due: date, minor: int, *, part: bool = False) -> OwedItem:
    return OwedItem(EntryKind.INVOICE, number, due, Money(minor, "GBP"), part=part)


ITEMS = (
    owed("2118", date(2026, 9, 9), 55620, part=True),
    owed("2139", date(2026, 10, 7), 78400),
    owed("2161", date(2026, 10, 28), 45630),
    owed("2188", date(2026, 11, 18), 193080),
    OwedItem(EntryKind.RECEIPT, "0877", None, Money(-30000, "GBP"), against="2139"),
)
PARTS = (
    PlannedPart(date(2026, 12, 18), Money(114243, "GBP")),
    PlannedPart(date(2027, 1, 18), Money(114243, "GBP")),
    PlannedPart(date(2027, 2, 18), Money(114244, "GBP")),
)
PAPER = PlanPaper(
    business=a_card(),
    number="P-2612-003",
    day=date(2026, 12, 3),
    us=US,
    them=THEM,
    account="BRIN01",
    address=("Brindle Row Interiors Ltd", "Accounts Payable", "Unit 6, Tannery Yard", "Overmere",
             "OV3 8LN"),
    owed=ITEMS,
    parts=PARTS,
    cure_days=7,
    in_question=(InQuestion("2118", Money(8640, "GBP")),),
    return_by=date(2026, 12, 10),
)  # fmt: skip


def split(minor: int, count: int) -> tuple[PlannedPart, ...]:
    """Equal parts, the last of which takes the rest."""
    each = minor // count
    parts = [each] * (count - 1) + [minor - each * (count - 1)]
    return tuple(
        PlannedPart(date(2027 + month // 12, month % 12 + 1, 18), Money(part, "GBP"))
        for month, part in enumerate(parts)
    )
