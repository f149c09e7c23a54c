"""The tabs of a customer's page, and what each of them shows."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.services.customer_pages import CustomerPage
from creditmate.services.customers import Brief
from creditmate.ui.agreed.terms_tab import TermsTab
from creditmate.ui.customer.account_tab import AccountTab
from creditmate.ui.customer.details_tab import DetailsTab
from creditmate.ui.customer.documents_tab import DocumentsTab
from creditmate.ui.customer.group_tab import GroupTab
from creditmate.ui.customer.people_tab import PeopleTab
from creditmate.ui.customer.promises_tab import PromisesTab
from creditmate.ui.customer.side import CustomerSide
from creditmate.ui.customer.story_panel import StoryPanel
from creditmate.ui.kit.panel import Hairline, Upright
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.tabs import Tabs, TabText
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.wishes import PROMISES_TAB

STORY, ACCOUNT, PROMISES = "story", "account", PROMISES_TAB
PEOPLE, GROUP, DOCUMENTS, DETAILS = "people", "group", "documents", "details"
TERMS = "terms"
_ALWAYS = frozenset({ACCOUNT, PEOPLE, TERMS, DOCUMENTS})
"""Tabs on which something can be added."""


class TabsArea(QWidget):
    """Tabs with something in them, or to which something can be added; each shows how much."""

    chosen = Signal(str)

    def __init__(self, around: Surroundings, currency: str) -> None:
        super().__init__()
        self._around = around
        self.tabs = Tabs(around.theme, words(around.language).gettext("What is shown"))
        self.story = StoryPanel(around)
        self.side = CustomerSide(around.theme, around.language, around.locale)
        self.account = AccountTab(around, currency)
        self.promises = PromisesTab(around)
        self.people = PeopleTab(around)
        self.group = GroupTab(around)
        self.terms = TermsTab(around)
        self.documents = DocumentsTab(around)
        self.details = DetailsTab(around)
        self._pages = QStackedWidget()
        self._shown: dict[str, QWidget] = {
            STORY: self._story_page(),
            ACCOUNT: self.account,
            PROMISES: self.promises,
            PEOPLE: self.people,
            GROUP: self.group,
            TERMS: self.terms,
            DOCUMENTS: self.documents,
            DETAILS: self.details,
        }
        for page in self._shown.values():
            self._pages.addWidget(page)
        self._lay_out()
        self.tabs.chosen.connect(self._on_chosen)
        self.side.account_wanted.connect(self._on_account)

    def _story_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.story, 1)
        row.addWidget(Upright())
        row.addWidget(self.side)
        return page

    def _lay_out(self) -> None:
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.xl - SPACE.m, 0, SPACE.xl - SPACE.m, 0)
        strip.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(strip)
        column.addWidget(Hairline())
        column.addWidget(self._pages, 1)

    def hasHeightForWidth(self) -> bool:
        """A tab scrolls or gives way: the brief above it is not squeezed for it."""
        return False

    def show_page(self, page: CustomerPage) -> None:
        """Show another customer's, or the same one's as it is now."""
        _, brief = words(self._around.language).gettext, page.brief
        counted = (
            (ACCOUNT, _("Account"), len(brief.entries)),
            (PROMISES, _("Promises"), _agreed(page)),
            (PEOPLE, _("Contacts"), len(brief.people)),
            (GROUP, _("Group"), _group_size(brief)),
            (TERMS, _("Terms"), 0),
            (DOCUMENTS, _("Documents"), len(page.papers) + len(page.files)),
        )
        tabs = [TabText(STORY, _("Story"))]
        for key, label, count in counted:
            if count or key in _ALWAYS:
                is_told = count > 0 or key == ACCOUNT
                said = number(count, self._around.locale) if is_told else ""
                tabs.append(TabText(key, label, said))
        tabs.append(TabText(DETAILS, _("Details")))
        for part in (self.side, self.account, self.promises, self.people, self.group):
            part.show_page(page)
        self.terms.show_page(page)
        self.documents.show_page(page)
        self.details.show_page(page)
        self.tabs.show_tabs(tabs)

    def begin(self) -> None:
        """Put the focus where reading begins on the tab that is shown."""
        places: Mapping[str, QWidget] = {
            "": self.story.entry,
            STORY: self.story.entry,
            ACCOUNT: self.account.table,
            PROMISES: self.promises.start,
            DOCUMENTS: self.documents.table if self.documents.model.ids else self.documents.attach,
            PEOPLE: self.people.add,
            TERMS: self.terms.record,
            GROUP: self.group.table,
        }
        places.get(self.tabs.key, self.tabs).setFocus(Qt.FocusReason.OtherFocusReason)

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The tables whose columns are remembered."""
        return {
            "customer-account": self.account.table,
            "customer-promises": self.promises.table,
            "customer-documents": self.documents.table,
            "customer-group": self.group.table,
        }

    def _on_chosen(self, key: str) -> None:
        self._pages.setCurrentWidget(self._shown[key])
        self.chosen.emit(key)

    def _on_account(self) -> None:
        self.tabs.choose(ACCOUNT)
        self.begin()


def _agreed(page: CustomerPage) -> int:
    """How many promises, plans and times given there are."""
    brief = page.brief
    return len(brief.promised) + len(brief.deeds) + len(page.plans) + len(page.times)


def _group_size(brief: Brief) -> int:
    """How many branches a head office has; below zero for a branch, which is not counted."""
    facts = brief.facts
    return len(facts.branches) or (-1 if facts.head_office is not None else 0)
