"""What a laid-out paper shows that the user should look at before it is issued."""

from collections.abc import Iterable

from creditmate.documents.fonts import undrawable
from creditmate.documents.papers import Concern, PaperWarning
from creditmate.documents.sheet import Sheet, Text
from creditmate.documents.text import reads_right_to_left


def drawing_concerns(sheets: Iterable[Sheet]) -> list[PaperWarning]:
    """Return what was shortened, what no font can draw, and what reads from the right."""
    found: list[PaperWarning] = []
    for sheet in sheets:
        found.extend(PaperWarning(Concern.SHORTENED, lost) for lost in sheet.shortened)
        for mark in sheet.marks:
            if isinstance(mark, Text):
                found.extend(_concerns_of(mark))
    return found


def _concerns_of(mark: Text) -> Iterable[PaperWarning]:
    if lacking := undrawable(mark.text, mark.style.face):
        yield PaperWarning(Concern.UNDRAWABLE, "".join(lacking))
    if reads_right_to_left(mark.text):
        yield PaperWarning(Concern.RIGHT_TO_LEFT, mark.text)
