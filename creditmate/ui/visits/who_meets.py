"""Whom we see and who goes, each with whether they can decide, as it is planned."""

from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.visit_plan import PlanPerson
from creditmate.domain.visits import Side
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.visits.people_dialog import Known


class OneOf(QWidget):
    """Somebody of one side; what was last said of whoever is chosen is proposed.

    Attributes:
        who: The choice, with the ids.
        decides: Whether they may agree to what is asked for; unseen while nobody is chosen.
    """

    def __init__(self, around: Surroundings, title: str) -> None:
        super().__init__()
        theme = around.theme
        self.who = Field(theme, title, Choice(theme, ""), echoes=False)
        said = words(around.language).gettext("Can decide what we ask for")
        self.decides = CheckSentence(theme, said)
        self.decides.setAccessibleName(f"{title}: {said}")
        self._deciding: set[int] = set()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE.xs)
        rows.addWidget(self.who)
        rows.addWidget(self.decides)
        self.who.input.currentIndexChanged.connect(lambda _at: self._propose())
        self._propose()

    @property
    def id(self) -> int | None:
        """Of whoever is chosen; None for nobody."""
        id_: int | None = self.who.input.currentData()
        return id_

    def offer(self, known: Collection[Known], *, nobody: str = "", at: int | None = None) -> None:
        """Have these to choose from; the one ``at`` an id is chosen, else the first there is."""
        choice = self.who.input
        self._deciding = {one.id for one in known if one.decides}
        choice.clear()
        if nobody:
            choice.addItem(nobody, None)
        for one in known:
            choice.addItem(f"{one.name}, {one.role}" if one.role else one.name, one.id)
        choice.setCurrentIndex(max(choice.findData(at), 0))
        self._propose()

    def _propose(self) -> None:
        self.decides.setVisible(self.id is not None)
        self.decides.setChecked(self.id in self._deciding)


class WhoMeets(ColumnGrid):
    """Both sides beside one another.

    Attributes:
        theirs: Whom we see.
        ours: Who goes.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(2, gap=SPACE.l)
        _ = words(around.language).gettext
        self._nobody = _("Nobody named yet")
        self.theirs, self.ours = OneOf(around, _("Whom we see")), OneOf(around, _("Who goes"))
        self.add(self.theirs, self.ours)

    def offer(self, theirs: Collection[Known], met: int | None, ours: Collection[Known]) -> None:
        """Have these to choose from; ``met`` is whom we see if nothing is said."""
        self.theirs.offer(theirs, nobody=self._nobody, at=met)
        self.ours.offer([one._replace(role="") for one in ours])

    def taking_part(self) -> tuple[PlanPerson, ...]:
        """Return whom we see and who of us goes, as far as anybody was chosen."""
        theirs, ours = self.theirs, self.ours
        met = PlanPerson(Side.THEIRS, contact=theirs.id, decides=theirs.decides.isChecked())
        goes = PlanPerson(Side.OURS, staff=ours.id, decides=ours.decides.isChecked())
        chosen = ((theirs.id, met), (ours.id, goes))
        return tuple(person for id_, person in chosen if id_ is not None)
