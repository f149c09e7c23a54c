"""Files that came of a visit: chosen in the report, read and kept when it is saved."""

from collections.abc import Sequence
from pathlib import Path

from creditmate.domain.attachments import safe_name
from creditmate.services.attachments import read_file
from creditmate.services.calls import NewFile
from creditmate.services.visit_report_notes import ReportFile
from creditmate.ui import chosen_files
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.report_values import ReportValues, Value

Chosen = tuple[Path, int | None]
"""A file, and the id of the paper asked for that it is."""


class ChosenFiles(chosen_files.ChosenFiles):
    """What was chosen is kept with the form."""

    def __init__(self, around: Surroundings, verb: str, *, most: int = 0) -> None:
        """Make it; ``most`` is how many there may be, 0 without end."""
        super().__init__(around.theme, around.language, verb, most=most)

    def be_known(self, values: ReportValues, name: str) -> None:
        """Have what was chosen kept with the form."""
        values.know_as(name, files_value(self))
        self.told_anew.connect(values.edited)


def files_value(files: chosen_files.ChosenFiles) -> Value:
    """Return how the files that were chosen are read and shown again, by their paths."""
    return Value(
        lambda: "\n".join(map(str, files.paths)),
        lambda text: files.show_paths(Path(line) for line in text.splitlines()),
    )


def read_files(chosen: Sequence[Chosen]) -> tuple[ReportFile, ...]:
    """Return the files that were chosen; not for the window's thread.

    Raises:
        UserError: ``ATTACHMENT_REFUSED``: one is empty, too large, or gone.
    """
    return tuple(
        ReportFile(NewFile(safe_name(path.name), read_file(path)), request)
        for path, request in chosen
    )
