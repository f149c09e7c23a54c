"""Fields of a form that is filled in on a screen or by hand: where they stand and what they ask.

The frame of a field is drawn on the sheet, so that the printed form shows where to write; the
field itself lies within it. Fields are added in the order in which they are read and tabbed.
"""

from dataclasses import dataclass, field
from enum import Enum

from creditmate.documents.fonts import LABEL, SMALL
from creditmate.documents.page import MUTED, TABLE_RULE
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap

BOX = 3.6
"""Side of a box to tick, in mm."""
FIELD_HIGH = 6.2
"""Height of a field of one line, in mm: room for 9 pt, and for handwriting with what is above."""


class FieldKind(Enum):
    """How a field is filled in."""

    TEXT = "text"
    LINES = "lines"
    CHOICE = "choice"
    TICK = "tick"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class FormField:
    """A field: ``x`` and ``y`` of its top left corner in mm on the paper, its name and value.

    Attributes:
        label: What is asked: read out by a screen reader, shown when the pointer rests on it.
        options: Code and words of each choice.
        most: Letters that may be typed; 0 for any number.
    """

    name: str
    kind: FieldKind
    page: int
    x: float
    y: float
    wide: float
    high: float
    label: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    most: int = 0

    @property
    def shown(self) -> str:
        """What stands in the field: of a choice its words."""
        return dict(self.options).get(self.value, self.value)


@dataclass
class FormPage:
    """A page of a form being laid out: what is drawn, and the fields in it."""

    sheet: Sheet
    number: int
    fields: list[FormField] = field(default_factory=list)

    def ask(  # noqa: PLR0913 - a field has a place, a kind and a label
        self,
        name: str,
        label: str,
        title: str,
        at: tuple[float, float, float],
        *,
        kind: FieldKind = FieldKind.TEXT,
        high: float = FIELD_HIGH,
        value: str = "",
        options: tuple[tuple[str, str], ...] = (),
        most: int = 0,
    ) -> None:
        """Draw a label over a line to write on, and put a field on the line.

        Args:
            name: The field's.
            label: As it is drawn; '' where a column head says it.
            title: As it is read out.
            at: Left end, baseline of the label, and width, in mm.
            kind: How it is filled in.
            high: Of the field.
            value: What stands in it already.
            options: Of a choice.
            most: Letters.
        """
        x, y, wide = at
        if label:
            for text in self.sheet.fitted(label, LABEL, wide, 1):
                self.sheet.text(x, y, text, LABEL, MUTED)
            y += 1.0
        self.sheet.rule(x, x + wide, y + high, TABLE_RULE)
        left = x + self.sheet.shift
        self.fields.append(
            FormField(name, kind, self.number, left, y, wide, high, title, value, options, most)
        )

    def tick(self, name: str, label: str, at: tuple[float, float, float], *, on: bool) -> float:
        """Draw a box with what it says beside it; return the baseline below.

        Args:
            name: The field's.
            label: What a tick says.
            at: Left end, baseline and width, in mm.
            on: Whether it is ticked already.
        """
        x, y, wide = at
        self.sheet.box(x, y - 3.0, BOX, BOX, TABLE_RULE)
        left = x + self.sheet.shift
        value = "yes" if on else ""
        kind = FieldKind.TICK
        self.fields.append(
            FormField(name, kind, self.number, left, y - 3.0, BOX, BOX, label, value)
        )
        room = wide - BOX - 3.0
        for text in wrap(label, SMALL, room):
            self.sheet.text(x + BOX + 3.0, y, text, SMALL)
            y += 4.4
        return y

    def hide(self, name: str, value: str) -> None:
        """Put a field that nobody sees."""
        kind = FieldKind.HIDDEN
        self.fields.append(FormField(name, kind, self.number, 0, 0, 1, 1, "", value))
