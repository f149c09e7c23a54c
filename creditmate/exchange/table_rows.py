"""Text → rows of cells, strictly: quotes have to balance, one delimiter for the whole file."""

import csv
import io
from collections import Counter
from dataclasses import dataclass

from creditmate.domain.importing import Reason
from creditmate.exchange.findings import Findings
from creditmate.exchange.headers import recognise

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 65_536  # characters that the delimiter is decided by
_CONSISTENT = 0.9  # share of rows that have the usual number of cells


@dataclass(frozen=True, slots=True)
class Rows:
    """All records of a file, blank ones too: the row number is the index plus ``first``.

    ``broken`` are the indices of records that go over several lines.
    """

    cells: list[tuple[str, ...]]
    delimiter: str
    first: int
    broken: list[int]


def split(text: str, delimiter: str | None, findings: Findings) -> Rows | None:
    """Return the rows of a text; None, with the reason among the findings, if it has none.

    After a quote that cannot be right nothing more is read, since every row after it may be
    wrong; the rows before it are given.
    """
    text, declared, first = _separator_line(text)
    chosen = delimiter or declared or _delimiter(text, findings)
    if chosen is None:
        return None
    return _read(text, chosen, first, findings)


def _separator_line(text: str) -> tuple[str, str | None, int]:
    """Take off the line ``sep=;`` with which a spreadsheet is told the delimiter."""
    line, end, rest = text[:20].partition("\n")
    line = line.rstrip("\r")
    if end and line[:4].lower() == "sep=" and line[4:] in DELIMITERS:
        return text[len(text[:20]) - len(rest) :], line[4:], 2
    return text, None, 1


def _delimiter(text: str, findings: Findings) -> str | None:
    """Return the delimiter under which headers are known, else the one rows agree on."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1]
    scores = {delimiter: _score(sample, delimiter) for delimiter in DELIMITERS}
    best = max(scores.values())
    chosen = [delimiter for delimiter, score in scores.items() if score == best]
    if best == (0, 0):
        ragged = any(delimiter in sample for delimiter in DELIMITERS)
        findings.problem(Reason.DELIMITER_UNCLEAR if ragged else Reason.ONE_COLUMN)
    elif len(chosen) > 1:
        findings.problem(Reason.DELIMITER_UNCLEAR, facts={"delimiters": "".join(chosen)})
    else:
        return chosen[0]
    return None


def _score(sample: str, delimiter: str) -> tuple[int, int]:
    """Return how many headers the best row has, and whether the rows agree on their width."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True):
            if any(row):
                rows.append(row)
    except csv.Error:
        pass  # with the right delimiter this is reported when all is read
    headers = max((len(recognise(row)) for row in rows[:30] if len(row) > 1), default=0)
    widths = Counter(map(len, rows))
    width, count = widths.most_common(1)[0] if widths else (1, 0)
    return headers, int(width > 1 and count >= _CONSISTENT * len(rows))


def _read(text: str, delimiter: str, first: int, findings: Findings) -> Rows:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[tuple[str, ...]] = []
    ends: list[int] = []
    try:
        for record in reader:
            records.append(tuple(record))  # tuples of text cost the garbage collector nothing
            ends.append(reader.line_num)
    except csv.Error:
        row = len(records) + first
        lines = text.splitlines()
        start = ends[-1] if ends else 0
        findings.problem(Reason.QUOTES, row, value=lines[start] if start < len(lines) else "")
    if '"' in text:
        _check_quotes(text, ends, first, findings)
    starts = [0, *ends]
    broken = [
        i for i, (start, end) in enumerate(zip(starts, ends, strict=False)) if end > start + 1
    ]
    return Rows(records, delimiter, first, broken)


def _check_quotes(text: str, ends: list[int], first: int, findings: Findings) -> None:
    """Report rows with an odd number of quotes: one of them opens or closes nothing."""
    lines = list(io.StringIO(text, newline=""))
    start = 0
    for index, end in enumerate(ends):
        if sum(line.count('"') for line in lines[start:end]) % 2:
            findings.problem(Reason.QUOTES, index + first, value=lines[start].rstrip("\r\n"))
        start = end
