"""A prepared picture as an object of reportlab's PDF, without being decoded."""

import hashlib

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from creditmate.documents.logo import image_data


class _Image(PDFStream):  # type: ignore[misc]  # reportlab carries no types
    """An image of which every byte is given; it uses no other objects."""

    XObjects = None


def embedded(canvas: Canvas, png: bytes) -> str:
    """Put a prepared logo into the document once, and return its name for this page.

    PNG compresses dots as PDF reads them (ISO 32000-1, 7.4.4.4, predictor 15).
    """
    document = canvas._doc  # noqa: SLF001 - as ``drawImage`` does
    key = hashlib.sha256(png).hexdigest()[:16]
    name = str(document.getXObjectName(key))
    if name not in document.idToObject:
        document.Reference(_image(png), name)
    canvas._formsinuse.append(key)  # noqa: SLF001 - as ``drawImage`` does
    return name


def _image(png: bytes) -> _Image:
    across, down, dots = image_data(png)
    reading = PDFDictionary(
        {"Predictor": 15, "Colors": 3, "BitsPerComponent": 8, "Columns": across}
    )
    about = PDFDictionary(
        {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": across,
            "Height": down,
            "ColorSpace": PDFName("DeviceRGB"),
            "BitsPerComponent": 8,
            "Filter": PDFName("FlateDecode"),
            "DecodeParms": reading,
        }
    )
    return _Image(about, dots)
