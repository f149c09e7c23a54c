"""Before a backup is restored: where it goes, what will be different, what becomes of the rest."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.data_key import DataKey
from creditmate.i18n.catalogue import words
from creditmate.services.ledger_difference import Difference
from creditmate.services.unpacking import Unpacked, unpacked_for
from creditmate.ui.kit.fact_rows import FactRows
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.radio_card import RadioCard
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.safety.change_words import ChangeWords
from creditmate.ui.safety.restore_work import Opened
from creditmate.ui.safety.restored_words import key_words
from creditmate.ui.security.key_dialog import KeyDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

if TYPE_CHECKING:
    from creditmate.services.program import Program


Then = Callable[[Unpacked, Path, bool], object]
"""Given what was unpacked, its place, and whether it takes the place of another ledger."""


class RestoreDialog(KeyDialog):
    """Nothing is changed before the verb, and nothing is overwritten by it.

    Attributes:
        in_place: The backup takes the place of its ledger.
        apart: It becomes a ledger of its own.
    """

    def __init__(self, around: Surroundings, window: QWidget, opened: Opened, then: Then) -> None:
        _ = words(around.language).gettext
        now = around.program.clock.now()
        self._says = ChangeWords(around.language, around.locale, now)
        told = opened.backup.manifest
        title = _("Restore the backup of {when}").format(when=self._says.made(told))
        detail = _("It holds {holds}.").format(holds=self._says.holds(told))
        place = opened.place or opened.fresh
        super().__init__(around, window, place, title, _("Restore it"), detail=detail,
                         width=SIZES.damage_dialog)  # fmt: skip
        self._opened, self._give = opened, then
        self.in_place, self.apart = self._cards()
        self._what = Paragraph(around.theme, "", Type.BODY, Ink.MUTED)
        self._rows = QVBoxLayout()
        self._aside = Paragraph(around.theme, "", Type.BODY)
        self._fill()
        self._asking: Latest[Difference | None] = Latest(
            around.desk, self._show, self._on_unknown, self
        )

    def _cards(self) -> tuple[RadioCard, RadioCard]:
        theme, _ = self.around.theme, self._
        place, fresh = self._opened.place, self._opened.fresh
        name = place.stem if place is not None else ""
        in_place = RadioCard(
            theme,
            Glyph.UNDO,
            _("Go back to it"),
            _("It takes the place of “{name}”.").format(name=name),
        )
        apart = RadioCard(
            theme,
            Glyph.NEW_LEDGER,
            _("Open it beside"),
            _("As a ledger of its own, “{name}”.").format(name=fresh.stem),
        )
        return in_place, apart

    def _fill(self) -> None:
        for card in (self.in_place, self.apart):
            card.toggled.connect(self._on_chosen)
            card.entered.connect(self.on_verb)
            self.put(card)
        self.in_place.setVisible(self._place is not None)
        self.apart.setVisible(self._place is not None)
        title = SectionHead(self.around.theme, self._("What will be different"))
        self._head = title
        self.body.addSpacing(SPACE.s)
        self.put(title, self._what)
        self.body.addLayout(self._rows)
        self.body.addSpacing(SPACE.s)
        self.put(self._aside)
        (self.in_place if self._place is not None else self.apart).setChecked(True)
        self._on_chosen()

    def begin(self) -> None:
        """Open, and ask what would be different."""
        place = self._place
        if place is not None:
            self._what.set_text(self._("It is being compared…"))
            program, told = self.around.program, self._opened.backup.manifest
            self._asking.ask(partial(_difference, program, told, place, self._opened.kept))
        self.open_at(self.verb if place is None else self.in_place)

    # ------------------------------------------------------------- what follows
    @property
    def _place(self) -> Path | None:
        """Where it can take its ledger's place; None: it can only be one of its own."""
        return None if self._opened.is_apart else self._opened.place

    @property
    def _takes_place(self) -> bool:
        return self._place is not None and self.in_place.isChecked()

    def _on_chosen(self) -> None:
        _, place, fresh = self._, self._opened.place, self._opened.fresh
        goes_back = self._takes_place
        for part in (self._head, self._what):
            part.setVisible(goes_back)
        for at in range(self._rows.count()):
            item = self._rows.itemAt(at)
            if item is not None and (rows := item.widget()) is not None:
                rows.setVisible(goes_back)
        if goes_back and place is not None:
            said = _(
                "Nothing is overwritten: the ledger of now is kept whole, in a folder of its own in"
                " {folder}, which is named afterwards. That it was done is put on record."
            ).format(folder=place.parent)
        else:
            said = _("It will be {path}. No other ledger is touched.").format(path=fresh)
        bare = goes_back and self._opened.is_bare
        self.verb.rename(_("Restore it without protection") if bare else _("Restore it"))
        key = key_words(self._opened, self.around.language, goes_back=goes_back)
        self._aside.set_text(" ".join(filter(None, (said, key))))
        self.refit()

    def _show(self, change: Difference | None) -> None:
        _ = self._
        if change is None:
            self._what.set_text(
                _("The ledger of now cannot be read, so it cannot be compared. It is kept all the"
                  " same.")
            )  # fmt: skip
            return
        lines = self._says.lines(change)
        if not lines:
            self._what.set_text(_("Nothing: the ledger holds what the backup holds."))
            return
        self._what.set_text("")
        self._what.hide()
        rows = FactRows(self.around.theme)
        for title, said in lines:
            rows.add(title).set_text(said)
        self._rows.addWidget(rows)  # first: shown without a place it would be a window
        rows.setVisible(self._takes_place)
        self.refit()

    def _on_unknown(self, error: Exception) -> None:
        self._show(None)
        self.around.desk.failed.emit(error)

    # ------------------------------------------------------------- doing it
    def on_verb(self) -> None:
        """Unpack and prove it beside its place; only then anything is exchanged."""
        opened = self._opened
        place = opened.place if self._takes_place else None
        target = place or opened.fresh
        key = opened.key if place is None else opened.kept
        of_then = place is None and opened.is_of_then
        self.attempt(
            partial(unpacked_for, opened.backup, target, opened.key, key, of_then=of_then),
            partial(self._on_unpacked, target, place is not None),
        )

    def _on_unpacked(self, target: Path, takes_place: bool, unpacked: Unpacked) -> None:
        self.accept()
        self._give(unpacked, target, takes_place)


def _difference(
    program: "Program", told: dict[str, object], place: Path, key: DataKey | None
) -> Difference | None:
    """Compare on the database thread, with the key of the ledger that is open if it is that one."""
    now = program.ledgers.key_of(place) or key
    return program.restoring.would_change(told, place, now)
