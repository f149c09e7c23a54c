"""The panel of Today: the brief of the line one is on, and what to do about it at its foot."""

from PySide6.QtCore import QPoint, QTimer, Signal

from creditmate.domain.day_plan import act_of
from creditmate.domain.whom import whom
from creditmate.domain.worklist import Channel
from creditmate.i18n.catalogue import words
from creditmate.i18n.work_words import act_words
from creditmate.services.customers import Brief
from creditmate.services.worklists import WorkRow
from creditmate.ui.brief.brief_widget import BriefWidget
from creditmate.ui.brief.sections import FULL, SHORT, Section
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.links import write_to
from creditmate.ui.kit.panel import SidePanel
from creditmate.ui.kit.patience import PATIENCE
from creditmate.ui.screens.today_lines import ACTS
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES


class TodayPanel(SidePanel):
    """The brief comes after the line: what is shown of another customer goes if that takes long.

    Attributes:
        act: The one thing to do; it takes the verb of the line.
        more: Opens the menu of the line.
    """

    opened = Signal(str)
    """The code of the customer whose page is wanted."""

    def __init__(self, around: Surroundings) -> None:
        _ = words(around.language).gettext
        super().__init__(_("About this line"))
        self._language = around.language
        self._row: WorkRow | None = None
        self._address, self._nobody = "", _("No e-mail address is known.")
        self.brief = BriefWidget(around.theme, around.language, around.locale)
        self.brief.opened.connect(self.opened)
        self.body.addWidget(self.brief)
        self.act = Button(around.theme, "", Kind.PRIMARY, keys=_("Enter"))
        self.more = IconButton(around.theme, Glyph.MORE, _("More to do"))
        self.mail = IconButton(around.theme, Glyph.EMAIL, _("Write an e-mail"))
        self.mail.clicked.connect(lambda: write_to(self._address))
        self.add_action(self.act, leading=True)
        self.add_action(self.mail)
        self.add_action(self.more)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._on_impatient)
        self._offer_mail("")
        self.become_small(is_small=False)

    def become_small(self, *, is_small: bool) -> None:
        """Say less in a narrow window."""
        self.setFixedWidth(SIZES.panel_small if is_small else SIZES.panel)
        self.brief.show_sections((SHORT if is_small else FULL) | {Section.OPEN})
        self.mail.setHidden(is_small)  # the verb goes first; writing is on the customer's page

    def announce(self, row: WorkRow) -> None:
        """Take the verb of another line; its brief is on its way."""
        self._row = row
        if not self._is_shown(row.code):
            self._patience.start()
            self._name_act("")
            self._offer_mail("")

    def show_brief(self, brief: Brief) -> None:
        """Show the brief that was waited for."""
        self._patience.stop()
        self.brief.show_brief(brief)
        if self._row is not None:
            person = brief.person
            self._name_act(brief.stranger if person is None else person.name)
            written = whom(brief.turned_to, Channel.EMAIL)
            self._offer_mail("" if written is None else written.email)

    def menu_corner(self) -> QPoint:
        """Return where the menu opens: under the button for it."""
        return self.more.mapToGlobal(self.more.rect().bottomLeft())

    def _is_shown(self, code: str) -> bool:
        return self.brief.brief is not None and self.brief.brief.customer.code == code

    def _offer_mail(self, address: str) -> None:
        """Writing is offered to whom there is an address, as on the customer's page."""
        self._address = address
        if address:
            self.mail.allow()
        else:
            self.mail.refuse(self._nobody)

    def _name_act(self, name: str) -> None:
        if self._row is not None:
            act = act_of(self._row.line)
            self.act.rename(act_words(act, name, self._language), ACTS[act])

    def _on_impatient(self) -> None:
        self.brief.show_brief(None)
