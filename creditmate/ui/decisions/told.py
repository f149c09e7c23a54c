"""How a dialog tells what was decided."""

from collections.abc import Callable

from creditmate.domain.changes import Done, Touched

Told = Callable[[str, Done], object]
"""Given the words for the toast, and the deed, which can be undone."""
Undoable = Callable[[str, Touched, Callable[[], Touched]], object]
"""Given the words for the toast, what was touched, and what takes it back."""
