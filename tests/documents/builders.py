"""Papers for tests: the account of mockups/paper-01-statement.png, and variations on it."""

from collections.abc import Sequence
from datetime import date, timedelta

from creditmate.documents.page import PageSize
from creditmate.documents.papers import BankDetails, BusinessCard, StatementPaper
from creditmate.documents.window import PRESETS, Preset
from creditmate.domain.due_rules import Net
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money, total
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.statement import (
    ArrangementNote,
    PayNow,
    QueryNote,
    Statement,
    StatementItem,
)

AS_AT = date(2026, 11, 23)
BANK = BankDetails("Rookmere Joinery Supplies", sort_code="00-11-22", account_number="40961738")
EURO_BANK = BankDetails(
    "Rookmere Joinery Supplies", iban="DE89370400440532013000", bic="COBADEFFXXX"
)


def a_card(
    *,
    name: str = "Rookmere Joinery Supplies",
    bank: BankDetails | None = BANK,
    legal: str = (
        "Ellen Rook trading as Rookmere Joinery Supplies, The Old Sawpit, Fell Road, "
        "Hollin Bridge HB4 7QT"
    ),
) -> BusinessCard:
    return BusinessCard(
        name=name,
        trade="Timber, mouldings and joinery made to drawing",
        legal_line=legal,
        bank=bank,
        phone="01632 960 144",
        email="accounts@rookmere.example",
        tax_number="GB 999 9999 73",
        contact_person="Ellen Rook",
        postal_address=("The Old Sawpit, Fell Road", "Hollin Bridge HB4 7QT"),
    )


def an_invoice(
    number: str,
    day: date,
    minor: int,
    *,
    paid: int = 0,
    order: str = "",
    terms: int = 30,
    currency: str = "GBP",
    query: QueryNote | None = None,
    arrangement: ArrangementNote | None = None,
) -> StatementItem:
    return StatementItem(
        kind=EntryKind.INVOICE,
        number=number,
        day=day,
        due_day=day + timedelta(days=terms),
        order_number=order,
        original=Money(minor, currency),
        balance=Money(minor - paid, currency),
        query=query,
        arrangement=arrangement,
    )


def a_receipt(
    number: str,
    day: date,
    minor: int,
    *,
    currency: str = "GBP",
    kind: EntryKind = EntryKind.RECEIPT,
) -> StatementItem:
    amount = Money(-minor, currency)
    return StatementItem(kind, number, day, None, "", amount, amount)


def a_statement(items: Sequence[StatementItem], currency: str = "GBP") -> Statement:
    """Work the pay-now sum out in the way that ``PayNow`` documents."""
    overdue = total((i.balance for i in items if i.days_overdue(AS_AT)), currency)
    left = overdue

    def taken(amounts: Sequence[Money]) -> Money:
        nonlocal left
        amount = min(total(amounts, currency), left)
        left -= amount
        return amount

    late = [item for item in items if item.days_overdue(AS_AT)]
    question = taken([item.query.amount for item in late if item.query])
    promised = taken([item.arrangement.amount for item in late if item.arrangement])
    said = taken([item.on_its_way for item in late if item.on_its_way])
    unmatched = taken([-item.balance for item in items if item.balance.minor < 0])
    pays = PayNow(overdue, question, promised, said, unmatched)
    return Statement(AS_AT, currency, tuple(items), pays)


def mockup_items() -> list[StatementItem]:
    short = QueryNote(Money(8640, "GBP"), "four lengths short", date(2026, 9, 14))
    return [
        an_invoice("2118", date(2026, 8, 10), 64260, order="40977", query=short),
        an_invoice("2139", date(2026, 9, 7), 128400, paid=50000, order="41020"),
        an_invoice("2161", date(2026, 9, 28), 45630, order="41066"),
        an_invoice("2188", date(2026, 10, 19), 193080, order="41103"),
        an_invoice("2204", date(2026, 11, 2), 87540, order="41131"),
        an_invoice("2217", date(2026, 11, 16), 204600, order="41158"),
        a_receipt("0877", date(2026, 11, 16), 30000),
    ]


def many_items(count: int, currency: str = "GBP") -> list[StatementItem]:
    start = date(2026, 3, 2)
    return [
        an_invoice(
            str(2000 + n),
            start + timedelta(days=4 * n),
            10_000 + 1_337 * n,
            paid=1_000 if n % 7 == 3 else 0,
            order=f"PO-{4100 + n}",
            currency=currency,
        )
        for n in range(count)
    ]


def a_paper(
    items: Sequence[StatementItem] | None = None,
    *,
    currency: str = "GBP",
    business: BusinessCard | None = None,
    address: tuple[str, ...] = (
        "Brindle Row Interiors Ltd",
        "Accounts Payable",
        "Unit 6, Tannery Yard",
        "Overmere",
        "OV3 8LN",
    ),
    preset: Preset = Preset.UK_DL,
    size: PageSize = PageSize.A4,
    locale: str = "en_GB",
    draft: bool = False,
    replaces: str | None = None,
    slip: bool = True,
) -> StatementPaper:
    return StatementPaper(
        business=business or a_card(),
        number="S-2611-014",
        customer_name="Brindle Row Interiors Ltd",
        account="BRIN01",
        address=address,
        contact="Ruth Okafor",
        terms=PaymentTerms(Net(30)),
        statement=a_statement(mockup_items() if items is None else items, currency),
        locale=locale,
        draft=draft,
        replaces=replaces,
        window=PRESETS[preset],
        size=size,
        slip=slip,
    )
