"""The head of a customer's page: back, name, the gravest word, and what can be done."""

from PySide6.QtCore import Signal

from creditmate.domain.whom import whom
from creditmate.domain.worklist import Channel
from creditmate.i18n.catalogue import words
from creditmate.i18n.list_words import flag_words
from creditmate.services.customer_pages import CustomerPage
from creditmate.ui.customer.signs import FLAG_TONES
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.links import write_to
from creditmate.ui.kit.page_head import PageHead
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme

CALL_KEY, EDIT_KEY = "C", "E"


class CustomerHead(PageHead):
    """Call is the primary action; what cannot be done says why."""

    call_wanted = Signal()
    statement_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        self._words = words(language)
        _ = self._words.gettext
        self.edit = Button(theme, _("Edit"), glyph=Glyph.EDIT)
        self.write = Button(theme, _("Write"), glyph=Glyph.EMAIL)
        self.statement = Button(theme, _("Statement"), glyph=Glyph.STATEMENT)
        self.call = Button(theme, _("Call"), Kind.PRIMARY, glyph=Glyph.CALL, keys=CALL_KEY)
        super().__init__(theme, language, (self.edit, self.statement, self.write, self.call))
        self._language, self._address = language, ""
        self.edit.clicked.connect(self.edit_wanted)
        self.write.clicked.connect(self._on_write)
        self.statement.clicked.connect(self.statement_wanted)
        self.call.clicked.connect(self.call_wanted)

    def show_page(self, page: CustomerPage) -> None:
        """Say whose page it is."""
        _ = self._words.gettext
        self.show_name(page.brief.customer.name)
        if page.flag is None:
            self.show_tag("", Tone.NEUTRAL)
        else:
            self.show_tag(flag_words(page.flag, self._language), FLAG_TONES[page.flag])
        person = whom(page.brief.turned_to, Channel.EMAIL)
        self._address = "" if person is None else person.email
        if self._address:
            self.write.allow()
        else:
            self.write.refuse(_("No e-mail address is known."))
        if page.brief.entries:
            self.statement.allow()
        else:
            self.statement.refuse(_("Nothing is open."))

    def _on_write(self) -> None:
        write_to(self._address)
