"""The agenda of mockups/paper-06-visit-agenda.png, and variations on it."""

from datetime import date, time

from creditmate.documents.visit_agenda_paper import (
    AccountGlance,
    AgendaItem,
    Attendee,
    Enclosed,
    EnclosedKind,
    LooseCredit,
    VisitAgenda,
)
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from tests.documents.builders import a_card

DAY, VISIT = date(2026, 11, 23), date(2026, 12, 3)
ITEMS = (
    AgendaItem(time(10, 30), "How things are with you", "Your own points first, if you wish"),
    AgendaItem(time(10, 40), "Deliveries and orders", "What works, what we could do better"),
    AgendaItem(time(10, 50), "Invoice 2118, four lengths short",
               "Delivery note and photographs are enclosed"),
    AgendaItem(time(11, 0), "The account", "Statement enclosed, balance 6,435.10"),
    AgendaItem(time(11, 10), "A proposal to discuss", "The overdue part in three monthly payments"),
    AgendaItem(time(11, 20), "What we each will do, and by when"),
    AgendaItem(time(11, 25), "A look round the workshop", "If it suits you"),
)  # fmt: skip
GLANCE = AccountGlance(
    not_due=Money(292_140, "GBP"),
    overdue=Money(381_370, "GBP"),
    loose=(LooseCredit(EntryKind.RECEIPT, "0877", Money(-30_000, "GBP")),),
    questioned=Money(8_640, "GBP"),
)
AGENDA = VisitAgenda(
    business=a_card(),
    number="V-2611-006",
    day=DAY,
    customer_name="Brindle Row Interiors Ltd",
    account="BRIN01",
    address=("Ms Ruth Okafor", "Brindle Row Interiors Ltd", "Unit 6, Tannery Yard", "Overmere",
             "OV3 8LN"),
    purpose=(
        "We should like to hear how our deliveries and invoices are working for you, to settle the"
        " short delivery on invoice 2118, and to agree together the easiest way to bring the"
        " account up to date."
    ),
    visit_day=VISIT,
    begins=time(10, 30),
    minutes=60,
    place="Your office, Unit 6, Tannery Yard, Overmere",
    theirs=(Attendee("Ruth Okafor", "director"), Attendee("Daniel Prentice", "accounts")),
    ours=(Attendee("Ellen Rook", "owner"), Attendee("Tom Ashby", "deliveries")),
    items=ITEMS,
    account_at=(GLANCE,),
    enclosed=(Enclosed(EnclosedKind.STATEMENT, "S-2611-014"),),
    ready=(
        "Your goods-in note for 12 August",
        "Whom to send invoices to, and how order numbers should appear",
        "The date of your payment run",
    ),
    caller="Ellen Rook",
    phone="01632 960 144",
    email="accounts@rookmere.example",
    ring_on=date(2026, 12, 2),
)  # fmt: skip
