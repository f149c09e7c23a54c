"""Rows and cells that are wrong between good ones."""

from creditmate.domain.importing import Ask, DateOrder, ImportOptions, Reason
from tests.exchange.malformed_kind import GOOD, GOOD_2, HEAD, Malformed, table, wrong_row


def _amount(name: str, amount: str, reason: Reason) -> Malformed:
    return wrong_row(
        f"amount {name}", f"Cord,0003,2024-01-15,2024-02-14,{amount}", reason, "Amount"
    )


def _day(name: str, day: str, reason: Reason) -> Malformed:
    return wrong_row(f"date {name}", f"Cord,0003,{day},2024-02-14,1.00", reason, "Invoice date")


_SLASHED = "Acme,0001,{},05/06/2024,100.00"
ROWS = (
    wrong_row("row too short", "Cord,0003,2024-01-15,1.00", Reason.TOO_FEW_CELLS, None),
    wrong_row("row too long", f"{GOOD_2},1.00", Reason.TOO_MANY_CELLS, None),
    wrong_row(
        "separator not quoted", "Cord, Ltd,3,2024-01-15,2024-02-14,1", Reason.TOO_MANY_CELLS, None
    ),
    wrong_row(
        "decimal comma not quoted", "Cord,3,2024-01-15,2024-02-14,1,00", Reason.TOO_MANY_CELLS, None
    ),
    wrong_row("total", "Total,,,,300.50", Reason.TOTAL_ROW, None),
    wrong_row("short total", "Total,300.50", Reason.TOTAL_ROW, None),
    wrong_row("total in the number", ",Grand total,,,300.50", Reason.TOTAL_ROW, None),
    Malformed(
        "quote never closed",
        table(GOOD, '"Cord,0003,2024-01-15,2024-02-14,1.00', GOOD_2),
        ((Reason.QUOTES, 3, None),),
    ),
    Malformed(
        "quote closed in the next row",
        table(GOOD, '"Cord,3,2024-01-15,2024-02-14,1.00', '"Bolt",4,2024-01-15,2024-02-14,2.00'),
        ((Reason.QUOTES, 3, None),),
    ),
    Malformed(
        "text after a quote",
        table(GOOD, '"Cord"s,3,2024-01-15,2024-02-14,1'),
        ((Reason.QUOTES, 3, None),),
    ),
    wrong_row("quote inside a cell", 'Cord" Ltd,3,2024-01-15,2024-02-14,1.00', Reason.QUOTES, None),
    Malformed(
        "row swallowed by an ignored column",
        table(
            f'{GOOD},"late',
            "Bolt,0002,2024-01-16,2024-02-15,200.50,soon",
            'Cord,0003,2024-01-16,2024-02-15,200.50,never"',
            head=f"{HEAD},Remark",
        ),
        ((Reason.SWALLOWED_ROW, 2, None),),
    ),
    Malformed(
        "line break in a name",
        table(GOOD, '"Cord\nLtd",0003,2024-01-15,2024-02-14,1.00'),
        ((Reason.LINE_BREAK, 3, "Customer"),),
    ),
    wrong_row(
        "NUL", "Co\0rd,0003,2024-01-15,2024-02-14,1.00", Reason.CONTROL_CHARACTER, "Customer"
    ),
    wrong_row(
        "escape character",
        "Co\x1brd,3,2024-01-15,2024-02-14,1",
        Reason.CONTROL_CHARACTER,
        "Customer",
    ),
    wrong_row(
        "text turned round",
        "Co\u202erd,3,2024-01-15,2024-02-14,1",
        Reason.CONTROL_CHARACTER,
        "Customer",
    ),
    wrong_row(
        "second byte order mark",
        "\ufeffCord,3,2024-01-15,2024-02-14,1",
        Reason.CONTROL_CHARACTER,
        "Customer",
    ),
    wrong_row(
        "letter lost", "C\ufffdrd,0003,2024-01-15,2024-02-14,1.00", Reason.DAMAGED_TEXT, "Customer"
    ),
    wrong_row(
        "long cell", f"{'x' * 10_001},3,2024-01-15,2024-02-14,1", Reason.CELL_TOO_LONG, "Customer"
    ),
    Malformed(
        "number twice",
        table(GOOD, GOOD_2, GOOD.replace("100.00", "100.01")),
        ((Reason.DUPLICATE_NUMBER, 4, "Invoice no"),),
    ),
    Malformed(
        "number twice for two customers",
        table(GOOD, GOOD.replace("Acme", "Bolt")),
        ((Reason.DUPLICATE_NUMBER, 3, "Invoice no"),),
    ),
    Malformed(
        "number twice but for case",
        table("Acme,a1,2024-01-15,2024-02-14,1.00", "Acme,A1,2024-01-15,2024-02-15,1.00"),
        ((Reason.DUPLICATE_NUMBER, 3, "Invoice no"),),
    ),
    wrong_row("no number", "Cord,,2024-01-15,2024-02-14,1.00", Reason.MISSING, "Invoice no"),
    wrong_row("no customer", " ,0003,2024-01-15,2024-02-14,1.00", Reason.MISSING, "Customer"),
    wrong_row("no date", "Cord,0003,,2024-02-14,1.00", Reason.MISSING, "Invoice date"),
    wrong_row("no due date", "Cord,0003,2024-01-15,,1.00", Reason.MISSING, "Due date"),
    wrong_row("no amount", "Cord,0003,2024-01-15,2024-02-14,", Reason.MISSING, "Amount"),
    wrong_row(
        "formula as name",
        '"=HYPERLINK(""x"")",3,2024-01-15,2024-02-14,1',
        Reason.FORMULA,
        "Customer",
    ),
    wrong_row("command as name", "@SUM(1),3,2024-01-15,2024-02-14,1", Reason.FORMULA, "Customer"),
    wrong_row(
        "formula as number",
        'Cord,"=""0003""",2024-01-15,2024-02-14,1.00',
        Reason.FORMULA,
        "Invoice no",
    ),
)
DAYS = (
    Malformed("dates undecided", table(_SLASHED.format("03/04/2024")), questions=(Ask.DATE_ORDER,)),
    Malformed(
        "dates with points undecided",
        table(_SLASHED.format("03/04/2024").replace("/", ".")),
        questions=(Ask.DATE_ORDER,),
    ),
    Malformed(
        "dates in both orders",
        table(
            _SLASHED.format("25/04/2024"),
            _SLASHED.format("26/04/2024").replace("0001", "0002"),
            _SLASHED.format("04/27/2024").replace("0001", "0003"),
        ),
        ((Reason.DATE_ORDER_CONTRADICTED, 4, "Invoice date"),),
    ),
    Malformed(
        "columns in different orders",
        table("Acme,1,25/04/2024,05/26/2024,1.00", "Acme,2,26/04/2024,05/06/2024,1.00"),
        ((Reason.DATE_ORDER_CONTRADICTED, 2, "Due date"),),
    ),
    Malformed(
        "dates against the order told",
        table(_SLASHED.format("04/25/2024")),
        ((Reason.DATE_ORDER_CONTRADICTED, 2, "Invoice date"),),
        options=ImportOptions(currency="GBP", date_order=DateOrder.DMY),
    ),
    Malformed(
        "dates that do not begin with the year told",
        table("Acme,1,03/04/2024,2024-05-01,1.00"),
        ((Reason.DATE_ORDER_CONTRADICTED, 2, "Invoice date"),),
        options=ImportOptions(currency="GBP", date_order=DateOrder.YMD),
    ),
    _day("style mixed", "15/01/2024", Reason.DATE_STYLE_MIXED),
    _day("30 February", "2024-02-30", Reason.DATE_IMPOSSIBLE),
    _day("29 February of no leap year", "2023-02-29", Reason.DATE_IMPOSSIBLE),
    _day("month 13", "2024-13-01", Reason.DATE_IMPOSSIBLE),
    _day("zero", "0000-00-00", Reason.DATE_OUT_OF_RANGE),
    _day("year 1024", "1024-01-15", Reason.DATE_OUT_OF_RANGE),
    _day("year 2924", "2924-01-15", Reason.DATE_OUT_OF_RANGE),
    _day("two-digit year", "15/01/24", Reason.DATE_TWO_DIGIT_YEAR),
    _day("two-digit year in words", "15-Jan-24", Reason.DATE_TWO_DIGIT_YEAR),
    _day("serial number", "45306", Reason.DATE_UNREADABLE),
    _day("without year", "15 Jan", Reason.DATE_UNREADABLE),
    _day("day only", "10", Reason.DATE_UNREADABLE),
    _day("Arabic digits", "٢٠٢٤-٠١-١٥", Reason.DATE_UNREADABLE),
    _day("unknown month", "15 Foo 2024", Reason.DATE_UNREADABLE),
    _day("words", "soon", Reason.DATE_UNREADABLE),
    _day("formula", "=TODAY()", Reason.DATE_UNREADABLE),
    _day("time of day", "2024-01-15T23:30:00", Reason.DATE_WITH_TIME),
    _day("time zone", "2024-01-15T00:00:00Z", Reason.DATE_WITH_TIME),
)
AMOUNTS = (
    _amount("NaN", "NaN", Reason.AMOUNT_UNREADABLE),
    _amount("infinite", "Infinity", Reason.AMOUNT_UNREADABLE),
    _amount("exponent", "1e5", Reason.AMOUNT_UNREADABLE),
    _amount("underscore", "1_000", Reason.AMOUNT_UNREADABLE),
    _amount("Arabic digits", "١٢", Reason.AMOUNT_UNREADABLE),
    _amount("full-width digits", "１２", Reason.AMOUNT_UNREADABLE),
    _amount("hexadecimal", "0x10", Reason.AMOUNT_UNREADABLE),
    _amount("two signs", "--5", Reason.AMOUNT_UNREADABLE),
    _amount("sign and parentheses", "-(5.00)", Reason.AMOUNT_UNREADABLE),
    _amount("open parenthesis", "(5.00", Reason.AMOUNT_UNREADABLE),
    _amount("words", "n/a", Reason.AMOUNT_UNREADABLE),
    _amount("spreadsheet error", "#REF!", Reason.AMOUNT_UNREADABLE),
    _amount("point only", ".", Reason.AMOUNT_UNREADABLE),
    _amount("ending in a point", "5.", Reason.AMOUNT_UNREADABLE),
    _amount("of endless digits", "9" * 5000, Reason.AMOUNT_UNREADABLE),
    _amount("formula", "=1+1", Reason.FORMULA),
    _amount("plus sign", "+5", Reason.FORMULA),
    _amount("two points", "1.2.3", Reason.AMOUNT_GROUPING),
    _amount("bad groups", '"1,00,0.00"', Reason.AMOUNT_GROUPING),
    _amount("two groupings", '"1,000\'000.00"', Reason.AMOUNT_GROUPING),
    _amount("two numbers", "1 2", Reason.AMOUNT_GROUPING),
    _amount("other decimal mark", '"12,5"', Reason.AMOUNT_MARK_MIXED),
    _amount("third decimal", "1.005", Reason.AMOUNT_TOO_PRECISE),
    _amount("beyond all bounds", "10000000000000.01", Reason.AMOUNT_TOO_LARGE),
    _amount("zero", "0.00", Reason.AMOUNT_ZERO),
    _amount("of another currency", "€5.00", Reason.AMOUNT_CURRENCY),
    _amount("of another currency code", "5.00 USD", Reason.AMOUNT_CURRENCY),
    _amount("unknown sign", "5.00 XYZ", Reason.AMOUNT_UNREADABLE),
    Malformed(
        "decimal mark undecided",
        table(GOOD.replace("100.00", "1.234")),
        questions=(Ask.DECIMAL_MARK,),
    ),
    Malformed(
        "decimals in yen",
        table(GOOD),
        ((Reason.AMOUNT_TOO_PRECISE, 2, "Amount"),),
        options=ImportOptions(currency="JPY"),
    ),
    Malformed("currency absent", table(GOOD), questions=(Ask.CURRENCY,), options=ImportOptions()),
    Malformed(
        "currency absent in a row",
        table(f"{GOOD},EUR", f"{GOOD_2},", head=f"{HEAD},Currency"),
        questions=(Ask.CURRENCY,),
        options=ImportOptions(),
    ),
    Malformed(
        "unknown currency",
        table(f"{GOOD},EURO", head=f"{HEAD},Currency"),
        ((Reason.UNKNOWN_CURRENCY, 2, "Currency"),),
    ),
)
SETTLEMENTS = (
    Malformed(
        "more paid than asked",
        table(f"{GOOD},100.01", head=f"{HEAD},Amount paid"),
        ((Reason.SETTLED_OUTSIDE, 2, "Amount paid"),),
    ),
    Malformed(
        "more open than asked",
        table(f"{GOOD},100.01", head=f"{HEAD},Balance"),
        ((Reason.SETTLED_OUTSIDE, 2, "Balance"),),
    ),
    Malformed(
        "paid below zero",
        table(f"{GOOD},-1.00", head=f"{HEAD},Amount paid"),
        ((Reason.SETTLED_OUTSIDE, 2, "Amount paid"),),
    ),
    Malformed(
        "settled but nothing paid",
        table(f"{GOOD},2024-02-01,0.00", head=f"{HEAD},Date paid,Amount paid"),
        ((Reason.SETTLED_UNPAID, 2, "Date paid"),),
    ),
    Malformed(
        "dispute neither yes nor no",
        table(f"{GOOD},maybe", head=f"{HEAD},Disputed"),
        ((Reason.NOT_YES_NO, 2, "Disputed"),),
    ),
    Malformed(
        "payment among invoices",
        table(f"{GOOD},Payment", head=f"{HEAD},Type"),
        ((Reason.UNKNOWN_KIND, 2, "Type"),),
    ),
    Malformed(
        "voided invoice",
        table(f"{GOOD},Void", head=f"{HEAD},Status"),
        ((Reason.NOT_OWED, 2, "Status"),),
    ),
    Malformed(
        "several things at once",
        table("=A1,0001,2024-02-30,15/02/24,NaN", ",0002,2024-01-15,2024-02-14,1.0050"),
        (
            (Reason.DATE_IMPOSSIBLE, 2, "Invoice date"),
            (Reason.DATE_TWO_DIGIT_YEAR, 2, "Due date"),
            (Reason.AMOUNT_UNREADABLE, 2, "Amount"),
            (Reason.FORMULA, 2, "Customer"),
            (Reason.AMOUNT_TOO_PRECISE, 3, "Amount"),
            (Reason.MISSING, 3, "Customer"),
        ),
    ),
)
