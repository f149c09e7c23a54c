"""What is printed on a finished PDF, as a reader of it finds it."""


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    import pypdfium2  # noqa: PLC0415 - a large library, and most of the program never reads a PDF

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
