"""What a line of a work list shows: made once, then only painted."""

from creditmate.domain.frozen import Frozen
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink


class GroupTitle(Frozen):
    """The title of a part of the list; it is passed over, not chosen."""

    text: str

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return self.text


class Coming(Frozen):
    """A line that is on its way."""

    said: str = ""


class WorkLine(Frozen):
    """A line: an icon, a name over a coloured word and what goes with it, a figure, a side.

    ``key`` names it for the program. ``figure`` stands over ``under``; ``side`` says how to act
    and gives way to a button with the icon ``act`` and the name ``act_name``, and to another one
    that puts the line off if that has a name, ``off_name``. ``note`` stands beside the name, in
    amber: something of it waits to be finished.
    """

    key: str
    glyph: Glyph
    name: str
    mark: str
    mark_ink: Ink
    rest: str
    figure: str
    under: str
    side: str
    act: Glyph
    act_name: str
    off_name: str = ""
    note: str = ""

    @property
    def said(self) -> str:
        """What a screen reader says."""
        parts = (self.name, self.note, self.mark, self.rest, self.figure, self.under, self.side)
        return ", ".join(part for part in parts if part)


Row = GroupTitle | Coming | WorkLine
