"""Many papers in one file: each page as it was, fonts once, and a list for the reader."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from creditmate.documents.binder import Binder
from creditmate.documents.binder import bound as bound_papers
from creditmate.documents.raster import page_forms, rastered
from creditmate.documents.statement import draw_statement
from tests.documents.builders import a_paper, many_items


def papers(count: int) -> list[bytes]:
    return [draw_statement(replace(a_paper(), number=f"S-{n:03}")).pdf for n in range(count)]


def bound(pdfs: list[bytes]) -> bytes:
    target = io.BytesIO()
    binder = Binder(target)
    for place, pdf in enumerate(pdfs):
        binder.add(pdf, f"Żuraw {place} (12 0 R)")
    binder.finish()
    return target.getvalue()


def test_every_page_looks_as_it_did() -> None:
    long = draw_statement(a_paper(many_items(80))).pdf
    whole = bound([*papers(2), long])
    assert len(page_forms(whole)) == 2 + len(page_forms(long))
    assert rastered(whole, 1, 60) == rastered(papers(2)[1], 0, 60)
    assert rastered(whole, 4, 60) == rastered(long, 2, 60)


def test_a_strict_reader_finds_nothing_wrong_and_lists_the_papers() -> None:
    reader = PdfReader(io.BytesIO(bound(papers(3))), strict=True)
    marks = [mark for mark in reader.outline if isinstance(mark, Destination)]
    assert [mark.title for mark in marks] == [f"Żuraw {place} (12 0 R)" for place in range(3)]
    assert [reader.get_destination_page_number(mark) for mark in marks] == [0, 1, 2]
    assert "S-002" in reader.pages[2].extract_text()


def test_fonts_are_kept_once() -> None:
    one, ten = len(bound(papers(1))), len(bound(papers(10)))
    assert ten < 2 * one


def test_nothing_bound_is_a_file_without_pages() -> None:
    assert len(PdfReader(io.BytesIO(bound([])), strict=True).pages) == 0


@pytest.mark.parametrize("content", [b"", b"%PDF-1.3\nnothing", papers(1)[0][:-40]])
def test_what_is_no_paper_of_ours_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        bound([content])


def test_one_paper_stays_byte_for_byte_and_several_are_one_file() -> None:
    one, two = papers(2)
    assert bound_papers([one]) == one
    reader = PdfReader(io.BytesIO(bound_papers([one, two])), strict=True)
    assert [mark.title for mark in reader.outline if isinstance(mark, Destination)] == ["1", "2"]
    assert len(reader.pages) == 2
