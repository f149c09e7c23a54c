"""Tables of text that are written for spreadsheets."""

import csv
import io

import pytest

from creditmate.exchange.table_out import csv_of_texts


def test_a_table_reads_back_as_it_was() -> None:
    rows = [["18", "Tax, date", 'a "quote"'], ["19", "", "two\nlines"]]
    data = csv_of_texts(["Row", "Column", "Found"], rows)
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert read == [["Row", "Column", "Found"], *rows]


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-5", "@x", "\tx", "＝1"])
def test_what_a_spreadsheet_would_calculate_is_guarded(cell: str) -> None:
    data = csv_of_texts(["Found"], [[cell]])
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert read[1] == ["'" + cell]
