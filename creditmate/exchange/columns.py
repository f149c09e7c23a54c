"""Rows → the header row, what each column holds, and the rows below it, all of one width."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from creditmate.domain.importing import IGNORE, Ask, Field, Reason
from creditmate.exchange.findings import Findings
from creditmate.exchange.headers import missing, normal, recognise
from creditmate.exchange.table_rows import Rows

_SEARCHED = 30  # rows in which a header is looked for
_OTHER_TABLES = frozenset(
    "payments receipts clients customers contacts expenses bills vendors suppliers quotes"
    " estimates products items tasks".split()
)
_TOTALS = frozenset("total totals grandtotal subtotal sum balance".split())


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the header stands and what the columns hold."""

    row: int
    headers: list[str]
    index: dict[Field, int]

    @property
    def mapping(self) -> dict[str, Field]:
        """Header as it stands in the file → what it holds, in the file's order."""
        pairs = sorted((column, field) for field, column in self.index.items())
        return {self.headers[column]: field for column, field in pairs}

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headers of the columns that are left out."""
        used = set(self.index.values())
        return tuple(h for i, h in enumerate(self.headers) if h and i not in used)


@dataclass(frozen=True, slots=True)
class Body:
    """The rows below the header, blank and ragged ones left out, as columns of stripped cells."""

    rows: list[int]
    columns: list[list[str]]


def find_layout(rows: Rows, chosen: Mapping[str, str], findings: Findings) -> Layout | None:
    """Return the layout; None when there is nothing but blank rows.

    The header is the first row that has every field a table of invoices needs, else the one
    with most known headers, else the first row that is not blank.

    Args:
        rows: All rows of the file.
        chosen: What the user decided: header → code of a field, or ``IGNORE``.
        findings: Takes what is wrong and asks for columns that are not found.
    """
    filled = list(islice(_filled(rows), _SEARCHED))
    if not filled:
        findings.problem(Reason.EMPTY_FILE)
        return None
    wanted = {normal(header): code for header, code in chosen.items()}
    at = _header_at(rows.cells, filled, wanted)
    headers = [cell.strip() for cell in rows.cells[at]]
    layout = Layout(at + rows.first, headers, _index(headers, wanted))
    _check_titles(rows, filled, at, findings)
    _check_chosen(layout, chosen, findings)
    _check_duplicates(layout, findings)
    for field in missing(layout.index):
        findings.ask(Ask.COLUMN, field=field.value, headers=layout.ignored, row=layout.row)
    return layout


def read_body(rows: Rows, layout: Layout, findings: Findings) -> Body:
    """Return the rows below the header; those of another width become problems."""
    width = len(layout.headers)
    numbers: list[int] = []
    kept: list[tuple[str, ...]] = []
    for number, row in enumerate(rows.cells[layout.row - rows.first + 1 :], layout.row + 1):
        if len(row) == width and row[0].strip():  # nearly all rows, and quicker
            numbers.append(number)
            kept.append(row)
        elif "".join(row).strip():
            if len(row) == width:
                numbers.append(number)
                kept.append(row)
            else:
                _refuse_width(row, number, width, rows.delimiter, findings)
    columns = [list(map(str.strip, column)) for column in zip(*kept, strict=True)]
    return Body(numbers, columns or [[] for _ in layout.headers])


def _refuse_width(
    row: Sequence[str], number: int, width: int, delimiter: str, findings: Findings
) -> None:
    reason = Reason.TOO_FEW_CELLS if len(row) < width else Reason.TOO_MANY_CELLS
    if is_total(row):
        reason = Reason.TOTAL_ROW
    facts = {"expected": width, "found": len(row)}
    findings.problem(reason, number, value=delimiter.join(row), facts=facts)


def is_total(row: Sequence[str]) -> bool:
    """Whether a row seems to be a total of the rows above it."""
    first = next((cell for cell in row if cell.strip()), "")
    return any(normal(cell) in _TOTALS for cell in row) or normal(first).startswith("total")


def _filled(rows: Rows) -> Iterator[int]:
    """Give the indices of the rows that are not blank."""
    return (index for index, row in enumerate(rows.cells) if "".join(row).strip())


def _header_at(cells: list[tuple[str, ...]], filled: list[int], wanted: Mapping[str, str]) -> int:
    found = {at: _index([cell.strip() for cell in cells[at]], wanted) for at in filled}
    whole = next((at for at in filled if not missing(found[at])), None)
    return max(filled, key=lambda at: len(found[at])) if whole is None else whole


def _index(headers: list[str], wanted: Mapping[str, str]) -> dict[Field, int]:
    """Return field → column: what the user wants first, the rest as the headers say."""
    told: dict[Field, int] = {}
    for column, header in enumerate(headers):
        code = wanted.get(normal(header))
        if code in tuple(Field) and Field(code) not in told:
            told[Field(code)] = column
    free = ["" if normal(header) in wanted else header for header in headers]
    found = recognise(free)
    if Field.AMOUNT in told:
        found.pop(Field.LINE_AMOUNT, None)
    if Field.LINE_AMOUNT in told:
        found.pop(Field.AMOUNT, None)
    return found | told


def _check_titles(rows: Rows, filled: list[int], at: int, findings: Findings) -> None:
    """Refuse a table whose title says that it lists something else than invoices."""
    for index in filled[: filled.index(at)]:
        words = [cell.strip() for cell in rows.cells[index] if cell.strip()]
        if len(words) == 1 and normal(words[0]) in _OTHER_TABLES:
            findings.problem(Reason.OTHER_TABLE, index + rows.first, value=words[0])


def _check_chosen(layout: Layout, chosen: Mapping[str, str], findings: Findings) -> None:
    names = {normal(header) for header in layout.headers}
    targets: dict[str, str] = {}
    for header, code in chosen.items():
        if normal(header) not in names:
            findings.problem(
                Reason.UNKNOWN_HEADER, layout.row, header, facts={"headers": layout.headers}
            )
        if code != IGNORE and code not in tuple(Field):
            fields = [field.value for field in Field]
            findings.problem(Reason.UNKNOWN_FIELD, None, header, code, {"fields": fields})
        elif code != IGNORE and code in targets:
            facts = {"other": targets[code], "field": code}
            findings.problem(Reason.FIELD_TWICE, layout.row, header, facts=facts)
        targets.setdefault(code, header)


def _check_duplicates(layout: Layout, findings: Findings) -> None:
    """Refuse a header that stands twice if the column is one that is used.

    Twice the same header on columns that are left out anyway does no harm, and several
    programs write such files (MYOB's address lines).
    """
    names = [normal(header) for header in layout.headers]
    for column in sorted(layout.index.values()):
        if names.count(names[column]) > 1:
            header = layout.headers[column]
            places = [i + 1 for i, name in enumerate(names) if name == names[column]]
            findings.problem(
                Reason.DUPLICATE_HEADER, layout.row, header, header, {"columns": places}
            )
