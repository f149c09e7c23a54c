"""A folder for what other programs are to show; what lies in it is not kept."""

import shutil
from pathlib import Path
from tempfile import mkdtemp
from weakref import finalize

from creditmate.system.files import write_whole


class PassingFolder:
    """Made when it is first needed; gone when it is emptied, and at the latest with the program.

    Only this user can look into it. What another program holds open may have to stay.
    """

    def __init__(self) -> None:
        self._clearing: finalize[..., PassingFolder] | None = None
        self._folder = Path()

    def put(self, name: str, content: bytes) -> Path:
        """Return a file of this name with this content: the one that is there, or a new one.

        The same is not written twice: a program that shows it may hold it.
        """
        if self._clearing is None or not self._clearing.alive:
            self._folder = Path(mkdtemp(prefix="CreditMate-"))
            self._clearing = finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        path = self._folder / name
        if not path.exists() or path.read_bytes() != content:
            write_whole(path, content)
        return path

    def clear(self) -> None:
        """Remove the folder with all that lies in it."""
        if self._clearing is not None:
            self._clearing()
