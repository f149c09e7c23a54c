"""The primed subset, and what it relies on inside reportlab."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import reportlab
from pypdf import PdfReader

from creditmate.documents.fonts import FONT_FOLDER, Face, font
from creditmate.documents.primed_font import PRIMED
from creditmate.documents.statement import draw_statement
from tests.documents.builders import a_paper, many_items
from tests.documents.reading import fonts_of


def font_streams(pdf: bytes) -> dict[str, bytes]:
    """The fonts as stored, compression included: what a ledger can keep once."""
    return {
        name: font["/FontDescriptor"]["/FontFile2"].get_object()._data
        for name, font in fonts_of(pdf).items()
    }


def test_reportlab_is_the_one_whose_inside_is_known() -> None:
    assert reportlab.Version.startswith("5.1")


def test_every_statement_embeds_the_same_bytes() -> None:
    one = font_streams(draw_statement(a_paper()).pdf)
    two = font_streams(draw_statement(a_paper(many_items(40), locale="de_DE")).pdf)
    assert len(one) == 2
    assert one == two


def test_rare_letters_get_a_subset_of_their_own() -> None:
    usual = font_streams(draw_statement(a_paper()).pdf)
    paper = replace(a_paper(), contact="Ωμέγα Привет")
    pdf = draw_statement(paper).pdf
    rare = font_streams(pdf)
    assert usual.items() <= rare.items()
    assert len(rare) == len(usual) + 1
    assert "Ωμέγα Привет" in PdfReader(BytesIO(pdf)).pages[0].extract_text()


def test_the_primed_characters_are_all_in_the_fonts() -> None:
    for face in Face:
        glyphs = font(face).face.charToGlyph
        assert [c for c in PRIMED if not glyphs.get(ord(c))] == []
        assert set(PRIMED) <= font(face).primed


def test_the_licence_lies_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONT_FOLDER / "OFL.txt").read_text("utf-8")


def test_importing_documents_does_not_import_reportlab() -> None:
    check = (
        "import sys, creditmate.documents.statement as s; "
        "sys.exit(any(m.split('.')[0] in ('reportlab', 'segno') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
