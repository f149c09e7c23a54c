"""A TrueType font that embeds the same subset, byte for byte, in every document.

reportlab builds and compresses a new subset per document, which is half of a page's cost and
makes each file's font different. Here every document starts from one *primed* subset of 256
codes (ASCII, Latin-1, punctuation, Central European and Turkish letters); its stream, widths and
map are built once per process. Characters beyond it go to further subsets, made by reportlab as
usual, so nothing becomes undrawable.

This reaches into reportlab 5.1 (``TTFont.State``, ``addObjects``); tests/documents/test_fonts.py
pins what it relies on.
"""

import zlib
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont, makeToUnicodeCMap

PRIMED = "".join(map(chr, range(0x20, 0x7F))) + (
    "¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
    "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ–—‘’“”„‚…•€−™‰‹›ŒœŠšŽžŸ"
    "ĄąĆćĘęŁłŃńŚśŹźŻżČčĎďĚěŇňŘřŤťŮůŐőŰűĞğİıŞş"
)
_FULL = 256
_NBSP = 0xA0


class _Parts(NamedTuple):
    """What the primed subset adds to a file, ready to be written."""

    name: str
    widths: str
    unicode_map: bytes
    stream: bytes
    stream_length: int


class _Primer:
    """A stand-in for a document, alive as long as its font: owns the primed assignments."""


class PrimedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font whose first subset is always the primed one."""

    @cached_property
    def _primed(self) -> tuple[dict[int, int], list[int]]:
        primer = _Primer()
        self.splitString(PRIMED, primer)
        state = self.state[primer]
        if len(state.subsets) != 1:
            raise RuntimeError("the primed characters do not fit one subset")
        return dict(state.assignments), list(state.subsets[0])

    @cached_property
    def escapes(self) -> dict[int, str]:
        """Each primed character as it stands inside a PDF string."""
        assignments, _ = self._primed
        table = {code: _escaped(bytes([byte])) for code, byte in assignments.items() if code}
        table[_NBSP] = table[0x20]
        return table

    @cached_property
    def primed(self) -> frozenset[str]:
        """The characters that the primed subset draws."""
        return frozenset(map(chr, self.escapes))

    def begin(self, document: pdfdoc.PDFDocument) -> str:
        """Prime a document with the common subset and return that subset's font name in it."""
        assignments, subset = self._primed
        state = self._assignState(document)
        state.assignments = dict(assignments)
        state.subsets = [list(subset)]
        state.nextCode = _FULL
        name: str = self.getSubsetInternalName(0, document)
        return name

    def shown(self, text: str, document: pdfdoc.PDFDocument, primed_name: str, size: str) -> str:
        """Return the operators that show ``text``, already clean, at the current point."""
        if text.isascii() or self.primed.issuperset(text):
            return f"({text.translate(self.escapes)}) Tj"
        pieces = [
            f"{self.getSubsetInternalName(subset, document)} {size} Tf ({_escaped(codes)}) Tj"
            for subset, codes in self.splitString(text, document)
        ]
        return " ".join([*pieces, f"{primed_name} {size} Tf"])

    @cached_property
    def _parts(self) -> _Parts:
        _, subset = self._primed
        name = (SUBSETN(0) + b"+" + self.face.name).decode("ascii")
        stream: bytes = self.face.makeSubset(subset)
        widths = " ".join(pdfdoc.fp_str(self.face.getCharWidth(code)) for code in subset)
        unicode_map = makeToUnicodeCMap(name, subset).encode("ascii")
        compress = zlib.compress
        return _Parts(name, f"[{widths}]", compress(unicode_map), compress(stream), len(stream))

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 - reportlab's name
        """Add the font to a document that is being written; called by reportlab at its end."""
        state = self.state[doc]
        self._add_primed(doc, self.getSubsetInternalName(0, doc)[1:])
        state.frozen = 1
        for number, subset in enumerate(state.subsets[1:], 1):
            self._add_further(doc, number, subset)
        del self.state[doc]

    def _add_primed(self, doc: pdfdoc.PDFDocument, internal: str) -> None:
        parts = self._parts
        stream = _deflated(parts.stream)
        stream.dictionary["Length1"] = parts.stream_length
        reference = doc.Reference(stream, f"fontFile:{parts.name}")
        descriptor = doc.Reference(self._descriptor(parts.name, reference), f"fd:{parts.name}")
        unicode_map = doc.Reference(_deflated(parts.unicode_map), f"toUnicode:{parts.name}")
        self._add_font(doc, internal, parts.name, parts.widths, _FULL, unicode_map, descriptor)

    def _add_further(self, doc: pdfdoc.PDFDocument, number: int, subset: list[int]) -> None:
        internal = self.getSubsetInternalName(number, doc)[1:]
        name = (SUBSETN(number) + b"+" + self.face.name).decode("ascii")
        widths = pdfdoc.PDFArray([self.face.getCharWidth(code) for code in subset])
        unicode_map = pdfdoc.PDFStream(content=makeToUnicodeCMap(name, subset))
        unicode_map.filters = [pdfdoc.PDFZCompress]
        reference = doc.Reference(unicode_map, f"toUnicode:{name}")
        descriptor = self.face.addSubsetObjects(doc, name, subset)
        self._add_font(doc, internal, name, widths, len(subset), reference, descriptor)

    def _add_font(  # noqa: PLR0913, PLR0917 - the entries of a PDF font dictionary
        self,
        doc: pdfdoc.PDFDocument,
        internal: str,
        name: str,
        widths: object,
        codes: int,
        unicode_map: object,
        descriptor: object,
    ) -> None:
        font = pdfdoc.PDFTrueTypeFont()
        font.Name = internal
        font.BaseFont = name
        font.FirstChar, font.LastChar = 0, codes - 1
        font.Widths = widths
        font.ToUnicode = unicode_map
        font.FontDescriptor = descriptor
        doc.Reference(font, internal)
        doc.idToObject["BasicFonts"].dict[internal] = font

    def _descriptor(self, name: str, file_reference: object) -> pdfdoc.PDFDictionary:
        face = self.face
        symbolic = 4  # PDF 32000-1, table 123: set for a font with its own character set
        nonsymbolic = 32
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "Ascent": face.ascent,
                "CapHeight": face.capHeight,
                "Descent": face.descent,
                "Flags": (face.flags & ~nonsymbolic) | symbolic,
                "FontBBox": pdfdoc.PDFArray(face.bbox),
                "FontName": pdfdoc.PDFName(name),
                "ItalicAngle": face.italicAngle,
                "StemV": face.stemV,
                "FontFile2": file_reference,
                "MissingWidth": face.defaultWidth,
            }
        )


def _escaped(codes: bytes) -> str:
    """Write character codes for a PDF string: octal for all but plain ASCII."""
    return "".join(
        chr(code) if 0x20 <= code < 0x7F and code not in b"()\\" else f"\\{code:03o}"
        for code in codes
    )


def _deflated(content: bytes) -> pdfdoc.PDFStream:
    """Make a stream of bytes that are compressed already."""
    stream = pdfdoc.PDFStream(content=content)
    stream.dictionary["Filter"] = pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])
    return stream


def registered(name: str, path: Path) -> PrimedFont:
    """Read a font file and make it known to reportlab.

    Raises:
        OSError: The file is missing; the installation is damaged.
    """
    with path.open("rb") as file:
        font = PrimedFont(name, file, asciiReadable=1)
    pdfmetrics.registerFont(font)
    return font
