"""All addresses of a customer, of which there may be any number."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.customer_form import SiteForm, SiteKind
from creditmate.i18n.catalogue import words
from creditmate.ui.customer_edit.address_block import AddressBlock
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE


class Addresses(QWidget):
    """All addresses of a customer below one another, and the way to one more."""

    edited = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._country = around, ""
        self.blocks: list[AddressBlock] = []
        _ = words(around.language).gettext
        self.add = Button(around.theme, _("Another address"), Kind.LINK, glyph=Glyph.ADD)
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.l)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        self._column.addLayout(foot)

    def show_none(self) -> None:
        """Show no address; none can be added before one knows which there are."""
        for block in self.blocks:
            self._drop(block)
        self.blocks = []
        self.add.setEnabled(False)

    def show_sites(self, sites: tuple[SiteForm, ...], country: str) -> None:
        """Show a customer's addresses; an empty one where there is none."""
        self.show_none()
        self._country = country
        self.add.setEnabled(True)
        for site in sites or (SiteForm(SiteKind.BILLING, country),):
            self._put(site)

    def sites(self) -> tuple[SiteForm, ...]:
        """Return the addresses as typed, without those that are empty and new."""
        return tuple(b.site for b in self.blocks if not b.is_empty or b.site.id)

    def live_in(self, country: str) -> None:
        """The customer's country is another one: so are addresses nothing is typed into yet."""
        self._country = country
        for block in self.blocks:
            if block.is_empty:
                block.live_in(country)

    def block_of(self, place: int) -> AddressBlock | None:
        """Return the block of the address that ``sites`` returned at a place."""
        shown = [block for block in self.blocks if not block.is_empty or block.site.id]
        return shown[place] if place < len(shown) else None

    def _put(self, site: SiteForm) -> AddressBlock:
        block = AddressBlock(self._around, site)
        block.edited.connect(self.edited)
        block.removed.connect(partial(self._on_removed, block))
        self.blocks.append(block)
        self._column.insertWidget(len(self.blocks) - 1, block)
        return block

    def _on_add(self) -> None:
        kind = SiteKind.DELIVERY if self.blocks else SiteKind.BILLING
        self._put(SiteForm(kind, self._country)).head.input("name").setFocus()

    def _on_removed(self, block: AddressBlock) -> None:
        self.blocks.remove(block)
        self._drop(block)
        self.add.setFocus()
        self.edited.emit()

    def _drop(self, block: AddressBlock) -> None:
        self._column.removeWidget(block)
        block.hide()
        block.deleteLater()
