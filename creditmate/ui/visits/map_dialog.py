"""Where a customer's address is on the map: typed, or pasted from any map."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.map_place import degrees_text
from creditmate.i18n.catalogue import words
from creditmate.services.map_places import Placed, SitePlace
from creditmate.ui.held_keys import Opening
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.theme.tokens import SIZES

_PLACE = "visit.place"


class MapDialog(EditDialog):
    """One field, and which address it is about where there are several.

    Attributes:
        address: Which of them.
        place: Degrees, a ``geo:`` address, or a link to a map; empty takes it away.
    """

    def __init__(
        self, around: Surroundings, window: QWidget, code: str, sites: Sequence[SitePlace],
        teller: "MapDeeds",
    ) -> None:  # fmt: skip
        _ = words(around.language).gettext
        detail = _("Who else is near a visit is then told by distance. Nothing is looked up.")
        super().__init__(
            around, window, _("Place on the map"), _("Save"), detail=detail, width=SIZES.bug_dialog
        )
        self._code, self._sites, self._teller = code, sites, teller
        theme = around.theme
        self.address = Field(theme, _("Address"), Choice(theme, ""), echoes=False)
        for one in sites:
            self.address.input.addItem(one.address, one.site)
        title = _("Coordinates, or a link from a map")
        self.place = Field(theme, title, LineInput(theme, ""), echoes=False)
        self.place.input.setPlaceholderText("51.507400, -0.127800")
        self.add(_PLACE, self.place)
        self.put(self.address, self.place)
        self.address.input.currentIndexChanged.connect(self._show)
        self._show(0)
        self.open_at(self.place if len(sites) == 1 else self.address)

    def on_verb(self) -> None:
        """Put it down."""
        self.clear()
        place, site = self.around.program.map_places.place, self.address.input.currentData()
        self.submit(partial(place, self._code, site, self.place.input.text()), self._teller.placed)

    def refuse(self, error: UserError) -> None:
        """What is no place is said beside the field."""
        if error.problem is Problem.VISIT_REFUSED:
            error = UserError(error.problem, **error.facts, field=_PLACE)
        super().refuse(error)

    def _show(self, at: int) -> None:
        degrees = self._sites[at].degrees
        self.place.input.setText("" if degrees is None else degrees_text(degrees))


class MapDeeds(Teller):
    """Opens the dialog over the window; what is put down can be taken back."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over, self._code = around, over, ""
        self._ = words(around.language).gettext
        failed = around.desk.failed.emit
        self._sites: Opening[list[SitePlace]] = Opening(around.desk, self._open, failed, self)

    def ask(self, code: str) -> None:
        """Ask where a customer's addresses are."""
        self._code = code
        self._sites.ask(partial(self._around.program.map_places.of_customer, code))

    def placed(self, placed: Placed) -> None:
        """Tell that an address was placed."""
        self.changed.emit(placed.touched)
        undo = partial(self._around.program.map_places.put_back, placed)
        self.told_undo.emit(self._("The place on the map is put down."), undo)

    def _open(self, sites: list[SitePlace]) -> None:
        if sites:
            MapDialog(self._around, self._over, self._code, sites, self)
        else:
            self.told.emit(self._("The customer has no address yet: enter one first."))
