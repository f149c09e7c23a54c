"""Where a visit is, of the customer's addresses, and by whose clock its hour is there."""

from collections.abc import Sequence

from creditmate.i18n.catalogue import words
from creditmate.i18n.diary_words import zone_place
from creditmate.services.visit_places import VisitPlace
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.surroundings import Surroundings


class PlaceChoice(Field[Choice]):
    """The first is their own; another is chosen where they have several."""

    def __init__(self, around: Surroundings) -> None:
        self._ = words(around.language).gettext
        title = self._("Where")
        super().__init__(around.theme, title, Choice(around.theme, ""))
        self._places: Sequence[VisitPlace] = ()
        self.input.be_as_wide_as_its_place()
        self.input.currentIndexChanged.connect(lambda _at: self._tell_clock())

    @property
    def site(self) -> int | None:
        """The address that was chosen, an id; None where none is known."""
        chosen = self._chosen
        return None if chosen is None else chosen.site

    def offer(self, places: Sequence[VisitPlace]) -> None:
        """Have the addresses of a customer to choose from."""
        self._places = ()
        self.input.clear()
        for place in places:
            self.input.addItem(place.address or self._("No address is known"))
        self._places = places
        self.input.setCurrentIndex(0)
        self._tell_clock()

    @property
    def _chosen(self) -> VisitPlace | None:
        at = self.input.currentIndex()
        return self._places[at] if 0 <= at < len(self._places) else None

    def _tell_clock(self) -> None:
        chosen = self._chosen
        if chosen is None:
            self.note("")
        elif chosen.elsewhere:
            said = self._("The hour is by the clock of {place}.")
            self.warn(said.format(place=zone_place(chosen.zone)))
        else:
            self.note(self._("The hour is by our clock."))
