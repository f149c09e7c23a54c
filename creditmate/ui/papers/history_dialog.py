"""A customer's contact history, for ourselves, or facts only for somebody else."""

from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.story import StoryWanted
from creditmate.i18n.catalogue import words
from creditmate.services.customers import Brief
from creditmate.services.document_delivery import pdf_name
from creditmate.services.history_papers import HistoryPapers, HistoryWanted
from creditmate.services.program import Program
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.papers.paper_dialog import Make, PaperDialog, Shown, Told
from creditmate.ui.surroundings import Surroundings


class HistoryDialog(PaperDialog):
    """Ticked, it holds facts only; drawn anew at once, so that it is seen what goes out.

    Args:
        around: Of the window.
        window: Over which it opens.
        brief: The customer's.
        told: Told what became of it.
        story: What the story is narrowed to.

    Attributes:
        facts_only: The tick.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        brief: Brief,
        told: Told,
        story: StoryWanted,
    ) -> None:
        _ = words(around.language).gettext
        self._code, self._story = brief.customer.code, story
        self.facts_only = CheckRow(
            around.theme, _("Facts only, to be handed to somebody else: without our notes")
        )
        shown = Shown(
            _("Contact history of {name}").format(name=brief.customer.name),
            _("Everything that happened, the earliest first. How somebody felt is never printed."),
            pdf_name(_("Contact history"), self._code),
        )
        super().__init__(around, window, shown, self._made(around), told)
        self.facts_only.toggled.connect(self._on_ticked)

    def options(self) -> tuple[QWidget, ...]:
        """The tick stands above the pages."""
        return (self.facts_only,)

    def _on_ticked(self, ticked: bool) -> None:
        _ = words(self.around.language).gettext
        name = _("Contact history, facts only") if ticked else _("Contact history")
        self.make_with(self._made(self.around), file_name=pdf_name(name, self._code))

    def _made(self, around: Surroundings) -> Make:
        wanted = HistoryWanted(self._story, facts_only=self.facts_only.isChecked())
        return partial(_drawn, around.program, self._code, wanted)


def _drawn(program: Program, code: str, wanted: HistoryWanted) -> bytes:
    from creditmate.documents.contact_history import (  # noqa: PLC0415 - see docs/decisions/0006
        draw_history,
    )

    papers: HistoryPapers = program.history_papers
    return draw_history(program.ask(lambda: papers.paper(code, wanted))).drawn.pdf
