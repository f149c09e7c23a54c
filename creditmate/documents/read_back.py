"""What is printed on a finished PDF, as a reader of it finds it."""

from creditmate.documents.raster import opened


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    texts = []
    with opened(pdf) as document:
        for page in document:
            text = page.get_textpage()
            texts.append(text.get_text_bounded())
            text.close()
            page.close()
    return texts
