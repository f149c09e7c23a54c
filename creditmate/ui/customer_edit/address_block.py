"""One address, in the fields and the order of its country."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.customer_form import SiteForm, SiteKind
from creditmate.i18n.address_words import postal_field_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.countries import countries
from creditmate.services.postal_forms import POSTCODE, PostalField, is_country, postal_form
from creditmate.ui.customer_edit.field_book import FieldBook, level
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE

STREET, LINES, PLACE = "street_address", "lines", "place"
_COLUMNS = 3


class AddressBlock(QWidget):
    """Kind, site and country above; below the country's fields, or lines as they were brought in.

    Attributes:
        book: The country's fields, by the keys of ``SiteForm.parts``.
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, around: Surroundings, site: SiteForm) -> None:
        super().__init__()
        self._around, self._site = around, site
        self._is_lines = bool(site.lines) and not any(site.parts.values())
        self.head = FieldBook(around.theme, self)
        self.book = FieldBook(around.theme, self)
        self._parts: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.s)
        self._column.addWidget(self._heading())
        self._show_parts()
        self.head.edited.connect(self._on_head)

    # ------------------------------------------------------------- building
    def _heading(self) -> QWidget:
        _, language = words(self._around.language).gettext, self._around.language
        kinds = ((SiteKind.BILLING.value, _("Bills go here")), (SiteKind.DELIVERY.value, _("Site")))
        remove = IconButton(self._around.theme, Glyph.CLOSE, _("Remove this address"), Kind.QUIET)
        remove.clicked.connect(self.removed)
        self._remove = remove
        grid = ColumnGrid(_COLUMNS, gap=SPACE.l, row_gap=0)
        grid.add(
            self.head.choice("kind", _("Address"), kinds),
            self.head.line("name", _("Which site"), _("Depot, branch, loft")),
            self.head.choice("country", _("Country"), countries(language)),
        )
        self.head.show(
            {"kind": self._site.kind.value, "name": self._site.name, "country": self._site.country}
        )
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(grid, 1)
        row.addWidget(level(self._around.theme, remove))
        return line

    def _show_parts(self) -> None:
        if self._parts is not None:
            self._column.removeWidget(self._parts)
            self._parts.hide()
            self._parts.deleteLater()
        self.book = FieldBook(self._around.theme, self)
        self._parts, column = _stack()
        column.addWidget(self._as_lines() if self._is_lines else self._as_parts())
        column.addWidget(self._as_place())
        self._column.addWidget(self._parts)
        self.book.edited.connect(self.edited)

    def _as_lines(self) -> QWidget:
        _ = words(self._around.language).gettext
        typed = Button(self._around.theme, _("Type it field by field"), Kind.LINK)
        typed.clicked.connect(self._on_field_by_field)
        grid = ColumnGrid(2, gap=SPACE.l, row_gap=0)
        grid.add(
            self.book.text(LINES, _("Address, line by line"), 4),
            self.book.line(POSTCODE, postal_field_words("postal", self._around.language)),
        )
        self.book.show({LINES: "\n".join(self._site.lines), POSTCODE: self._site.postcode})
        page, column = _stack()
        column.addWidget(grid)
        foot = QHBoxLayout()
        foot.addWidget(typed)
        foot.addStretch()
        column.addLayout(foot)
        return page

    def _as_parts(self) -> QWidget:
        grid = ColumnGrid(_COLUMNS, gap=SPACE.l, row_gap=0)
        for row in postal_form(self._site.country).rows:
            grid.add(*map(self._field, row))
        self.book.show(self._site.parts)
        return grid

    def _as_place(self) -> QWidget:
        """Where it is on the map; nothing is looked up."""
        title = words(self._around.language).gettext("Coordinates, or a link from a map")
        grid = ColumnGrid(1)
        grid.add(self.book.line(PLACE, title, "51.507400, -0.127800"))
        self.book.show({PLACE: self._site.place})
        return grid

    def _field(self, field: PostalField) -> QWidget:
        label = postal_field_words(field.called, self._around.language)
        if field.choices:
            return self.book.choice(field.key, label, (("", ""), *field.choices))
        if field.key == STREET:
            return self.book.text(field.key, label)
        return self.book.line(field.key, label)

    # ------------------------------------------------------------- what it holds
    @property
    def site(self) -> SiteForm:
        """The address as typed."""
        head, held = self.head.values(), self.book.values()
        site = replace(
            self._site,
            place=str(held.pop(PLACE)).strip(),
            kind=SiteKind(head["kind"]),
            name=head["name"],
            country=str(head["country"]),
        )
        if self._is_lines:
            lines = tuple(str(held[LINES]).splitlines())
            return replace(site, lines=lines, postcode=held[POSTCODE], parts={})
        parts = {key: value for key, value in held.items() if value}
        if parts == dict(self._site.parts):  # as it was laid out
            return replace(site, parts=parts)
        return replace(site, lines=(), postcode="", parts=parts)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into it."""
        return not any(map(str.strip, map(str, self.book.values().values())))

    def doubt(self, field: str, said: str) -> None:
        """Say beside a field what looks odd."""
        key = POSTCODE if field == "postcode" else field
        if key in self.book.fields:
            self.book.fields[key].warn(said)

    def clear(self) -> None:
        """Nothing looks odd."""
        for field in self.book.fields.values():
            field.clear()

    # ------------------------------------------------------------- acting
    def live_in(self, country: str) -> None:
        """Stand in another country, as the customer does; what was typed stays where it fits."""
        with QSignalBlocker(self.head):
            self.head.show({"country": country})
        self._on_head("country")

    def _on_head(self, name: str) -> None:
        country = str(self.head.values()["country"])
        if name == "country" and country != self._site.country and is_country(country):
            self._site = replace(self.site, country=country)
            self._show_parts()
        self.edited.emit()

    def _on_field_by_field(self) -> None:
        site = self.site
        parts = {STREET: "\n".join(site.lines), POSTCODE: site.postcode}
        self._site, self._is_lines = replace(site, lines=(), postcode="", parts=parts), False
        self._show_parts()
        self.book.input(STREET).setFocus()
        self.edited.emit()


def _stack() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return page, column
