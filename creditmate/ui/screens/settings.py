"""Settings: the business, its people, how papers are made, and this computer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.kit.areas import Area, Areas
from creditmate.ui.kit.panel import Upright
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.section_list import SectionList
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.text import Text
from creditmate.ui.settings.make_page import make_page
from creditmate.ui.settings.page import SettingsPage
from creditmate.ui.settings.sections import SECTIONS, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Type
from creditmate.ui.wishes import OpenSettings


class SettingsScreen(Screen):
    """The sections in a list, and the page of one of them; what is typed stays on its page."""

    shows = Touched.SETTINGS | Touched.CUSTOMERS | Touched.SAFETY

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        super().__init__()
        self._around, self._home = around, facts.business.currency
        self._ = words(around.language).gettext
        self._pages: dict[str, SettingsPage] = {}
        titles = [(section.key, self._(section.title)) for section in SECTIONS]
        self.list = SectionList(around.theme, self._("Sections of the settings"), titles)
        self.stack = QStackedWidget()
        self._lay_out()
        self._areas = Areas(self, (Area(self.list, self._to_list), Area(self.stack, self.begin)))
        self.list.chosen.connect(self.show_section)
        self.list.itemActivated.connect(lambda _item: self.begin())
        self._key("Ctrl+S", self._save)
        self._key("N", self._add)
        self.list.choose(SECTIONS[0].key)
        around.theme.changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        head = QWidget()
        head.setMinimumHeight(SIZES.page_head)
        title = QVBoxLayout(head)
        title.setContentsMargins(SPACE.m, SPACE.m, SPACE.s, SPACE.m)
        title.addWidget(Text(self._around.theme, self._("Settings"), Type.TITLE))
        title.addStretch()
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.s)
        side.setSpacing(0)
        side.addWidget(head)
        side.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(Upright())
        row.addWidget(self.stack, 1)

    def _key(self, keys: str, work: Callable[[], object]) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(keys), self, context=context).activated.connect(work)

    def _fit(self) -> None:
        self._side.setFixedWidth(self._around.theme.wide(SIZES.report_list))

    # ------------------------------------------------------------- sections
    @property
    def page(self) -> SettingsPage:
        """The page that is shown, made now if it is shown for the first time."""
        return self._page_of(self.list.key or SECTIONS[0].key)

    def show_section(self, key: str) -> None:
        """Show the page of a section."""
        section = section_of(key)
        self.list.choose(section.key)
        page = self._page_of(section.key)
        self.stack.setCurrentWidget(page)

    def take(self, wish: object) -> None:
        """Show the section that is wished for."""
        if isinstance(wish, OpenSettings) and wish.section:
            self.show_section(wish.section)

    def _save(self) -> None:
        self.page.save_now()

    def _add(self) -> None:
        self.page.add_one()

    def _page_of(self, key: str) -> SettingsPage:
        if key not in self._pages:
            page = self._pages[key] = make_page(self._around, key, self._home)
            page.told.connect(self.told)
            page.told_undo.connect(self.told_undo)
            page.changed.connect(self.changed)
            page.wanted.connect(self.wanted)
            page.unsaved_changed.connect(lambda unsaved: self._on_unsaved(key, unsaved=unsaved))
            self.stack.addWidget(page)
            page.reload()
        return self._pages[key]

    def _on_unsaved(self, key: str, *, unsaved: bool) -> None:
        self.list.mark(key, self._("not saved yet") if unsaved else "")

    # ------------------------------------------------------------- as every screen
    def reload(self) -> None:
        """Ask again for what is shown on every page there is."""
        known = [*self._pages.values()]
        self.show_section(self.list.key)
        for page in known:
            page.reload()

    def begin(self) -> None:
        """Work begins in the section that is shown; the first time, among the sections."""
        self.page.begin()

    def enter(self, step: int) -> None:
        """By F6 one comes to the sections first."""
        self._areas.enter(step)

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The tables of the pages."""
        return {}

    @property
    def unsaved(self) -> Sequence[str]:
        """The sections in which something is typed."""
        return [
            self._("Settings: {section}").format(section=self._(section.title))
            for section in SECTIONS
            if section.key in self._pages and self._pages[section.key].is_unsaved
        ]

    def keep(self) -> Mapping[str, Any]:
        """Which section was shown."""
        return {"section": self.list.key}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Begin with the section that was shown last."""
        key = kept.get("section")
        if isinstance(key, str):
            self.list.choose(section_of(key).key)
