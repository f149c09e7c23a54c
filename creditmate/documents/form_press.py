"""Puts the fields of a form into a PDF that is being printed (AcroForm, ISO 32000-1, 12.7).

Made of reportlab's objects but not by its own ``textfield`` and ``choice``: those refuse a value
with a letter beyond Latin-1 and show it in a font that is not embedded. What stands in a field of
ours is shown in the paper's own typeface; only what is typed later is in the viewer's Helvetica.
"""

from collections.abc import Sequence

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.acroform import AcroForm, PDFFromString
from reportlab.pdfgen.canvas import Canvas

from creditmate.documents.fonts import BODY, font
from creditmate.documents.form_fields import FieldKind, FormField
from creditmate.documents.page import POINTS_PER_MM
from creditmate.documents.text import clean, wrap

_ON = "Yes"
_PRINTED, _HIDDEN = 4, 2
_READ_ONLY, _LINES, _COMBO = 1, 1 << 12, 1 << 17
_FLAGS = {FieldKind.LINES: _LINES, FieldKind.CHOICE: _COMBO, FieldKind.HIDDEN: _READ_ONLY}
_TYPED_IN = "/Helv 9 Tf 0.1 g"
_FONTS = (
    "<< /Font << /Helv << /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
    " /Encoding /WinAnsiEncoding >>"
    " /ZaDb << /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >> >> >>"
)
_INSET, _FIRST_LINE, _NEXT_LINE = 2.0, 10.5, 11.5  # points
_TICK = "0.1 G 1.4 w 1 j 1 J {a} {b} m {c} {d} l {e} {f} l S"


class FieldPrinter:
    """Adds fields to the pages of a document, in their order.

    Args:
        fields: Of all pages.
        height: Of the paper, in mm.
    """

    def __init__(self, fields: Sequence[FormField], height: float) -> None:
        self._fields, self._height = fields, height

    def add_to_page(self, canvas: Canvas, number: int) -> None:
        """Add a page's fields to the page that is being printed, counted from 0."""
        form = canvas.acroForm
        form.extras["DA"] = pdfdoc.PDFString(_TYPED_IN)
        form.extras["DR"] = PDFFromString(_FONTS)
        for each in self._fields:
            if each.page == number:
                widget = pdfdoc.PDFDictionary(_widget(canvas, form, self._height, each))
                canvas._addAnnotation(widget)  # noqa: SLF001 - as its own fields are added
                form.fields.append(form.getRef(widget))

    def finish(self, canvas: Canvas) -> None:
        """Let the tab key walk the fields row by row, as they are read (ISO 32000-1, 12.5.1)."""
        known = canvas._doc.idToObject  # noqa: SLF001 - reportlab has no other way to a page
        for number in {each.page for each in self._fields}:
            found = known[f"Page{number + 1}"]
            found.__NoDefault__ = [*found.__NoDefault__, "Tabs"]
            found.Tabs = pdfdoc.PDFName("R")


def _widget(canvas: Canvas, form: AcroForm, height: float, field: FormField) -> dict[str, object]:
    left, top = field.x * POINTS_PER_MM, (height - field.y) * POINTS_PER_MM
    wide, high = field.wide * POINTS_PER_MM, field.high * POINTS_PER_MM
    found: dict[str, object] = {
        "Type": pdfdoc.PDFName("Annot"),
        "Subtype": pdfdoc.PDFName("Widget"),
        "T": pdfdoc.PDFString(field.name),
        "TU": pdfdoc.PDFString(clean(field.label)),
        "P": canvas._doc.thisPageRef(),  # noqa: SLF001 - as reportlab's own fields do
        "Rect": pdfdoc.PDFArray([round(n, 3) for n in (left, top - high, left + wide, top)]),
        "F": _HIDDEN if field.kind is FieldKind.HIDDEN else _PRINTED,
        "Ff": _FLAGS.get(field.kind, 0),
    }
    if field.kind is FieldKind.TICK:
        return found | _tick(form, wide, field)
    found |= {
        "FT": pdfdoc.PDFName("Ch" if field.kind is FieldKind.CHOICE else "Tx"),
        "DA": pdfdoc.PDFString(_TYPED_IN),
        "V": pdfdoc.PDFString(field.value),
    }
    if field.kind is FieldKind.CHOICE:
        pairs = [("", ""), *field.options]
        found["Opt"] = pdfdoc.PDFArray(
            [pdfdoc.PDFArray([pdfdoc.PDFString(clean(part)) for part in pair]) for pair in pairs]
        )
    elif field.most:
        found["MaxLen"] = field.most
    if field.kind is not FieldKind.HIDDEN:
        found["AP"] = pdfdoc.PDFDictionary({"N": _shown(canvas, form, wide, high, field)})
    return found


def _tick(form: AcroForm, size: float, field: FormField) -> dict[str, object]:
    """Return a box that is on or off, with the look of both."""
    at = {name: round(size * share, 2) for name, share in
          zip("abcdef", (0.2, 0.5, 0.42, 0.25, 0.82, 0.82), strict=True)}  # fmt: skip
    looks = {
        _ON: form.getRef(form.makeStream(size, size, _TICK.format(**at))),
        "Off": form.getRef(form.makeStream(size, size, " ")),
    }
    state = pdfdoc.PDFName(_ON if field.value else "Off")
    return {
        "FT": pdfdoc.PDFName("Btn"),
        "V": state,
        "AS": state,
        "AP": pdfdoc.PDFDictionary({"N": pdfdoc.PDFDictionary(looks)}),
        "MK": pdfdoc.PDFDictionary({"CA": pdfdoc.PDFString("4")}),
        "DA": pdfdoc.PDFString("/ZaDb 0 Tf 0.1 g"),
    }


def _shown(
    canvas: Canvas, form: AcroForm, wide: float, high: float, field: FormField
) -> pdfdoc.PDFObjectReference:
    """Return the look of a field: what stands in it, in the paper's own typeface."""
    document, face = canvas._doc, font(BODY.face)  # noqa: SLF001 - the press does so too
    name = face.getSubsetInternalName(0, document)  # the sheet has begun it
    room = (wide - 2 * _INSET) / POINTS_PER_MM
    several = field.kind is FieldKind.LINES
    texts = [line for part in field.shown.splitlines() for line in wrap(part, BODY, room)]
    out = ["/Tx BMC q"]
    for number, text in enumerate(texts if several else texts[:1]):
        y = high - _FIRST_LINE - number * _NEXT_LINE if several else (high - 6.6) / 2
        shown = face.shown(text, document, name, f"{BODY.size:g}")
        out.append(f"BT 0.1 g {name} {BODY.size:g} Tf 1 0 0 1 {_INSET} {y:.2f} Tm {shown} ET")
    out.append("Q EMC")
    resources = pdfdoc.PDFDictionary({"Font": pdfdoc.PDFObjectReference("BasicFonts")})
    return form.getRef(form.makeStream(wide, high, "\n".join(out), Resources=resources))
