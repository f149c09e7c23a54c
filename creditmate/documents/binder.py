"""Many papers of ours bound into one PDF, with what they share kept once.

Every paper embeds the same fonts; bound page by page by a general library, a thousand
statements are 70 MB. Here each object is written at once, under its hash, and used again when
the next paper brings the same: a tenth of the size, and memory does not grow with the papers.

It reads what ``press`` writes (one classic cross-reference table, generation 0 throughout), and
copies only what the pages lead to.
"""

import hashlib
import re
from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO

_HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
_REFERENCE = re.compile(rb"(?<![\w.])(\d+) 0 R\b")
_PARENT = re.compile(rb"/Parent \d+ 0 R")
_STREAM = re.compile(rb"\bstream\r?\n")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_PAGES = re.compile(rb"/Pages (\d+) 0 R")
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_OBJECT = re.compile(rb"\A\d+ 0 obj\s*(.*?)\s*endobj\s*\Z", re.DOTALL)
_LINE = 20  # bytes of a line of the table
_CATALOGUE, _LEAVES, _OUTLINES = 1, 2, 3
"""Numbers kept for what is known only at the end."""


def bound(papers: Sequence[bytes]) -> bytes:
    """Return papers of ours as one PDF, each under its number in the reader's list."""
    if len(papers) == 1:
        return papers[0]
    file = BytesIO()
    binder = Binder(file)
    for number, pdf in enumerate(papers, start=1):
        binder.add(pdf, str(number))
    binder.finish()
    return file.getvalue()


class Binder:
    """Writes one PDF: papers are added one after another, then it is finished."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin in a file opened to write bytes."""
        self._file = file
        self._offsets: dict[int, int] = {}
        self._latest = _OUTLINES
        self._known: dict[bytes, int] = {}
        self._pages: list[int] = []
        self._marks: list[tuple[str, int]] = []
        self._at = file.write(_HEAD)

    def add(self, pdf: bytes, title: str) -> None:
        """Add a paper's pages; ``title`` marks the first of them in the reader's list.

        Raises:
            ValueError: This is no PDF of ours.
        """
        paper = _Paper(pdf)
        done: dict[int, int] = {}
        pages = [self._page(paper, number, done) for number in paper.pages]
        self._marks.append((title, pages[0]))
        self._pages += pages

    @property
    def is_empty(self) -> bool:
        """Whether no paper was added yet."""
        return not self._pages

    def finish(self) -> None:
        """Write what leads to the pages; the file is a whole PDF then."""
        kids = b" ".join(b"%d 0 R" % page for page in self._pages)
        self._write(_CATALOGUE, b"<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R >>")
        self._write(_LEAVES, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(self._pages), kids))
        self._write_marks()
        self._write_table()

    def _write_marks(self) -> None:
        """Write the reader's list: one line for each paper."""
        first, count = self._latest + 1, len(self._marks)
        ends = b"/First %d 0 R /Last %d 0 R" % (first, first + count - 1) if count else b""
        self._write(_OUTLINES, b"<< /Type /Outlines /Count %d %s >>" % (count, ends))
        for place, (title, page) in enumerate(self._marks):
            beside = b"/Prev %d 0 R " % (first + place - 1) if place else b""
            beside += b"/Next %d 0 R " % (first + place + 1) if place < count - 1 else b""
            self._added(
                b"<< /Title <FEFF%s> /Parent %d 0 R %s/Dest [%d 0 R /Fit] >>"
                % (title.encode("utf-16-be").hex().encode(), _OUTLINES, beside, page)
            )

    def _page(self, paper: "_Paper", number: int, done: dict[int, int]) -> int:
        """Write a page, always a new one, hung on our own tree; its number."""
        head, _ = paper.parts(number)
        head = self._led_to(paper, _PARENT.sub(b"", head), done)
        end = head.rindex(b">>")
        return self._added(head[:end] + b"/Parent %d 0 R >>" % _LEAVES)

    def _shared(self, paper: "_Paper", number: int, done: dict[int, int]) -> int:
        """Write an object and what it leads to, unless they are there already; its number."""
        if number not in done:
            head, stream = paper.parts(number)
            body = self._led_to(paper, head, done) + stream
            key = hashlib.sha256(body).digest()
            if key not in self._known:
                self._known[key] = self._added(body)
            done[number] = self._known[key]
        return done[number]

    def _led_to(self, paper: "_Paper", head: bytes, done: dict[int, int]) -> bytes:
        """Bring what a head refers to, and refer to it by its numbers here."""
        return _REFERENCE.sub(
            lambda found: b"%d 0 R" % self._shared(paper, int(found[1]), done), head
        )

    def _added(self, body: bytes) -> int:
        self._latest += 1
        self._write(self._latest, body)
        return self._latest

    def _write(self, number: int, body: bytes) -> None:
        self._offsets[number] = self._at
        self._at += self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _write_table(self) -> None:
        count = len(self._offsets) + 1
        lines = [b"xref\n0 %d\n0000000000 65535 f \n" % count]
        lines += [b"%010d 00000 n \n" % self._offsets[number] for number in range(1, count)]
        lines.append(b"trailer\n<< /Size %d /Root %d 0 R >>\n" % (count, _CATALOGUE))
        lines.append(b"startxref\n%d\n%%%%EOF\n" % self._at)
        self._file.write(b"".join(lines))


class _Paper:
    """A PDF of ours taken apart."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        start = _START.search(pdf)
        table = _TABLE.match(pdf, int(start[1])) if start else None
        if start is None or table is None:
            raise ValueError("not a PDF of ours")
        rows = (
            pdf[table.end() + _LINE * row : table.end() + _LINE * (row + 1)]
            for row in range(int(table[1]))
        )
        offsets = {number: int(row[:10]) for number, row in enumerate(rows) if row[17:18] == b"n"}
        ends = [*sorted(offsets.values())[1:], int(start[1])]
        spans = dict(zip(sorted(offsets.values()), ends, strict=True))
        self._spans = {number: (at, spans[at]) for number, at in offsets.items()}
        root = _found(_ROOT, pdf[table.end() :])
        tree = self._body(int(_found(_PAGES, self._body(int(root)))))
        self.pages = [int(kid) for kid in _REFERENCE.findall(_found(_KIDS, tree))]

    def parts(self, number: int) -> tuple[bytes, bytes]:
        """Return an object's head, in which references may stand, and its stream."""
        body = self._body(number)
        stream = _STREAM.search(body)
        return (body, b"") if stream is None else (body[: stream.start()], body[stream.start() :])

    def _body(self, number: int) -> bytes:
        first, last = self._spans[number]
        return _found(_OBJECT, self._pdf[first:last])


def _found(pattern: re.Pattern[bytes], text: bytes) -> bytes:
    match = pattern.search(text)
    if match is None:
        raise ValueError("not a PDF of ours")
    return match[1]
