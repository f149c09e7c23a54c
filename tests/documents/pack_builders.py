"""The visit of mockups/paper-07-visit-pack-internal.png, with all that is ours."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from creditmate.documents.history_paper import HistoryPaper
from creditmate.documents.visit_pack_paper import PackBrief, VisitPack
from creditmate.domain.credit_limits import LimitUse
from creditmate.domain.lateness import Book, Lateness
from creditmate.domain.money import Money
from creditmate.domain.rows import ContactRow, DisputedRow
from creditmate.domain.visit_observations import Observation, Observed, Seen, Topic
from creditmate.domain.visits import (
    InnerIssue,
    IssueKind,
    Side,
    Visit,
    VisitInner,
    VisitIssue,
    VisitPerson,
    VisitPurpose,
    VisitRequest,
)
from tests.documents.builders import a_card, a_statement, mockup_items

DAY, VISIT_DAY, LAST = date(2026, 11, 23), date(2026, 12, 3), date(2026, 6, 11)
_MARKS = (Seen.SAME, Seen.SAME, Seen.NOT_SEEN, Seen.SAME, Seen.BETTER, Seen.SAME, Seen.SAME,
          Seen.WORSE, Seen.SAME, Seen.NOT_SEEN, Seen.SAME, Seen.BETTER, Seen.SAME)  # fmt: skip
VISIT = Visit(
    id=1, version=1, number="V-2611-006", customer=1, task=1, day=VISIT_DAY, at=time(10, 30),
    minutes=60, zone="Europe/London", address="Unit 6, Tannery Yard, Overmere OV3 8LN",
    words="We should like to settle the short delivery on invoice 2118.",
    people=(VisitPerson(1, Side.THEIRS, "Ruth Okafor", "director", decides=True),
            VisitPerson(2, Side.THEIRS, "Daniel Prentice", "accounts"),
            VisitPerson(3, Side.OURS, "Ellen Rook", "owner"),
            VisitPerson(4, Side.OURS, "Tom Ashby", "deliveries")),
    issues=(VisitIssue(1, IssueKind.DISPUTE, "Invoice 2118, 86.40 under query", "Delivery note"),
            VisitIssue(2, IssueKind.ACCOUNT, "Overdue 3,813.70"),
            VisitIssue(3, IssueKind.ORDERS, "Orders without a number"),
            VisitIssue(4, IssueKind.OTHER, "Receipt 0877, 300.00")),
    requests=(VisitRequest(1, "Your goods-in note for 12 August"),),
)  # fmt: skip
INNER = VisitInner(
    purpose=VisitPurpose.GET_WELL,
    travel_minutes=50,
    distance_tenths=440,
    limits="Discount none. Plan up to 4 months. Credit limit stays at 7,500 until it is kept.",
    if_deputy="Keep it short, thank them, leave the statement, re-book for the week of 7 December.",
    margin=Money(410_000, "GBP"),
    issues={
        1: InnerIssue("Agree credit note on the spot", "Joint count of stock by 10 Dec"),
        2: InnerIssue("Three payments: Dec, Jan, Feb", "Four, first one by 11 Dec"),
        3: InnerIssue("Number on every order from now", "Copy of order by e-mail before loading"),
        4: InnerIssue("Named invoice", "Set against the oldest"),
    },
    people={1: "likes figures on one sheet"},
)
PACK = VisitPack(
    business=a_card(),
    day=DAY,
    printed=datetime(2026, 11, 23, 16, 20, tzinfo=ZoneInfo("Europe/London")),
    customer_name="Brindle Row Interiors Ltd",
    account="BRIN01",
    visit=VISIT,
    inner=INNER,
    brief=PackBrief(
        lateness=Lateness((12, 20, 31), Book((0.0, 4.0, 9.0))),
        people=(
            ContactRow(
                id=1, customer_id=1, name="Ruth Okafor", role="director", authority="decides",
                channel="call", best_time="mornings", phone="01632 960 271",
                email="ruth@brindle.example",
            ),
        ),
        limits=(LimitUse(Money(750_000, "GBP"), LAST, "", Money(643_510, "GBP")),),
        remember="Pays the builders' merchant first.",
        disputed=(
            ("2118", DisputedRow(1, 1, 1, "quantity", date(2026, 9, 14), day_presumed=False,
                                 amount=Money(8_640, "GBP"), open=Money(55_620, "GBP"))),
        ),
    ),
    statements=(a_statement(mockup_items()),),
    history=HistoryPaper(a_card(), "Brindle Row Interiors Ltd", "BRIN01", DAY, ()),
    last=Observed(LAST, tuple(Observation(*one) for one in zip(Topic, _MARKS, strict=True))),
)  # fmt: skip
