"""Files and headers that are wrong as a whole."""

import io
import zipfile

from creditmate.domain.importing import Ask, ImportOptions, Reason
from tests.exchange.malformed_kind import GOOD, GOOD_2, HEAD, Malformed, table


def _not_a_table(name: str, data: bytes) -> Malformed:
    return Malformed(name, data, ((Reason.NOT_A_TABLE, None, None),))


def _zipped(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


FILES = (
    Malformed("empty", b"", ((Reason.EMPTY_FILE, None, None),)),
    Malformed("byte order mark only", b"\xef\xbb\xbf", ((Reason.EMPTY_FILE, None, None),)),
    Malformed("blank lines only", b"\n\r\n  \n", ((Reason.EMPTY_FILE, None, None),)),
    Malformed("empty cells only", b",,,,\n,,,,\n", ((Reason.EMPTY_FILE, None, None),)),
    Malformed("hard spaces only", "\u00a0,\u00a0\n".encode(), ((Reason.EMPTY_FILE, None, None),)),
    Malformed("quoted nothing", b'"",""\n', ((Reason.EMPTY_FILE, None, None),)),
    Malformed("header only", table(), ((Reason.NO_ROWS, 1, None),)),
    Malformed("header and blank rows", table(",,,,", ""), ((Reason.NO_ROWS, 1, None),)),
    _not_a_table("Excel workbook", _zipped("[Content_Types].xml", "xl/workbook.xml")),
    _not_a_table("old Excel workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99),
    _not_a_table(
        "OpenDocument sheet", b"PK\3\4" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument"
    ),
    _not_a_table("ZIP archive", _zipped("invoices.csv")),
    _not_a_table("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    _not_a_table("gzip", b"\x1f\x8b\x08\0\0\0\0\0"),
    _not_a_table("picture", b"\x89PNG\r\n\x1a\n"),
    _not_a_table("database", b"SQLite format 3\0"),
    _not_a_table("web page", b"\n<!DOCTYPE html><table><tr><td>Acme</td></tr></table>"),
    _not_a_table("XML", b'<?xml version="1.0"?><Invoices/>'),
    _not_a_table("JSON", b'[{"customer": "Acme"}]'),
    _not_a_table("OFX", b"OFXHEADER:100\nDATA:OFXSGML\n"),
    _not_a_table("IIF", b"!TRNS\tTRNSID\tTRNSTYPE\tDATE\n"),
    Malformed("random bytes", bytes(range(256)) * 40, ((Reason.BINARY, None, None),)),
    Malformed(
        "UTF-16 without a mark",
        table(GOOD).decode().encode("utf-16-le"),
        ((Reason.BINARY, None, None),),
    ),
    Malformed(
        "UTF-16 cut in half",
        b"\xff\xfe" + table(GOOD).decode().encode("utf-16-le")[:-1],
        ((Reason.ENCODING_UNKNOWN, 2, None),),
    ),
    Malformed(
        "UTF-8 mark before Windows-1252",
        b"\xef\xbb\xbf" + table(GOOD, GOOD_2.replace("Bolt", "Bölt")).decode().encode("cp1252"),
        ((Reason.ENCODING_UNKNOWN, 3, None),),
    ),
    Malformed(
        "Windows-1252",
        table(GOOD.replace("Acme", "Café Müller")).decode().encode("cp1252"),
        questions=(Ask.ENCODING,),
    ),
    Malformed(
        "neither UTF-8 nor Windows-1252",
        table(GOOD).replace(b"Acme", b"\x81cme"),
        ((Reason.ENCODING_UNKNOWN, 2, None),),
        options=ImportOptions(currency="GBP", encoding="cp1252"),
    ),
    Malformed(
        "endless line",
        table(GOOD, "x" * 70_000),
        ((Reason.LINE_TOO_LONG, 3, None),),
    ),
    Malformed("one endless line", b"a" * 1_000_000, ((Reason.LINE_TOO_LONG, 1, None),)),
    Malformed("larger than 50 MB", b"\n" * 50_000_001, ((Reason.FILE_TOO_LARGE, None, None),)),
    Malformed("endless rows", b"a,b\n" * 1_000_001, ((Reason.TOO_MANY_ROWS, None, None),)),
    Malformed("one column", b"Customer\nAcme\nBolt\n", ((Reason.ONE_COLUMN, None, None),)),
    Malformed("prose", b"Dear Sir\nplease pay\n", ((Reason.ONE_COLUMN, None, None),)),
    Malformed("two delimiters", b"a;b,c\n1;2,3\n", ((Reason.DELIMITER_UNCLEAR, None, None),)),
    Malformed(
        "no delimiter is consistent",
        b"a,b,c\n1;2\n3|4|5|6\n1\t2\n",
        ((Reason.DELIMITER_UNCLEAR, None, None),),
    ),
    Malformed(
        "NUL in a short file",
        b"a,b\n\0,1\n",
        ((Reason.CONTROL_CHARACTER, 2, "a"),),
        (Ask.COLUMN,) * 4,
    ),
    Malformed(
        "delimiter that is not there",
        table(GOOD),
        questions=(Ask.COLUMN,) * 4,
        options=ImportOptions(currency="GBP", delimiter="|"),
    ),
)
HEADERS = (
    Malformed(
        "header twice",
        table(f"{GOOD},1.00", head=f"{HEAD},Amount"),
        ((Reason.DUPLICATE_HEADER, 1, "Amount"),),
    ),
    Malformed(
        "header twice but for case and spaces",
        table(f"{GOOD},1.00", head=f"{HEAD}, AMOUNT "),
        ((Reason.DUPLICATE_HEADER, 1, "Amount"),),
    ),
    Malformed(
        "no header",
        table(GOOD_2, head=GOOD),
        questions=(Ask.COLUMN,) * 4 + (Ask.CURRENCY,),
        options=ImportOptions(),
    ),
    Malformed(
        "no column of numbers",
        table(GOOD, head=HEAD.replace("Invoice no", "Code")),
        questions=(Ask.COLUMN,),
    ),
    Malformed(
        "no column of customers",
        table(GOOD, head=HEAD.replace("Customer", "Who")),
        questions=(Ask.COLUMN,),
    ),
    Malformed(
        "no column of invoice dates",
        table(GOOD, head=HEAD.replace("Invoice date", "When")),
        questions=(Ask.COLUMN,),
    ),
    Malformed(
        "no column of amounts",
        table(GOOD, head=HEAD.replace("Amount", "Net")),
        questions=(Ask.COLUMN,),
    ),
    Malformed(
        "no column of due dates",
        table("Acme,0001,2024-01-15,9.00", head="Customer,Invoice no,Date,Amount"),
        questions=(Ask.DUE_DAYS,),
    ),
    Malformed(
        "second row of headers",
        table("Inv.party,Inv.name,Inv.date,Inv.due,Inv.total", GOOD),
        ((Reason.SECOND_HEADER, 2, None),),
    ),
    Malformed(
        "list of payments",
        b"Ninja v4.5,,,,\nPayments,,,,\n" + table(GOOD),
        ((Reason.OTHER_TABLE, 2, None),),
    ),
    Malformed(
        "mapping of an unknown header",
        table(GOOD),
        ((Reason.UNKNOWN_HEADER, 1, "Sum"),),
        options=ImportOptions(currency="GBP", mapping={"Sum": "amount"}),
    ),
    Malformed(
        "mapping to an unknown field",
        table(GOOD),
        ((Reason.UNKNOWN_FIELD, None, "Amount"),),
        (Ask.COLUMN,),
        options=ImportOptions(currency="GBP", mapping={"Amount": "money"}),
    ),
    Malformed(
        "mapping of two headers to one field",
        table(f"{GOOD},1.00", head=f"{HEAD},Net"),
        ((Reason.FIELD_TWICE, 1, "Net"),),
        options=ImportOptions(currency="GBP", mapping={"Amount": "amount", "Net": "amount"}),
    ),
    Malformed(
        "mapping that leaves out what is needed",
        table(GOOD),
        questions=(Ask.COLUMN,),
        options=ImportOptions(currency="GBP", mapping={"Amount": "ignore"}),
    ),
)
