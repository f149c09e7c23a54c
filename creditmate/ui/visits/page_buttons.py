"""The buttons at the head of a visit's page: what makes sense as the visit stands."""

from creditmate.domain.visit_standing import VisitStanding
from creditmate.domain.visits import OPEN_STATES, VisitState
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.page_head import PageHead
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.visits.standing_words import standing_tag
from creditmate.ui.visits.visit_state import VisitRead


class PageButtons:
    """What makes sense before a visit makes none afterwards; it is told of the same day.

    Attributes:
        head: Holds them, with the name and how the visit stands.
        confirm: They have confirmed.
        agenda: Shows the agenda.
        pack: Shows the visit pack.
        thanks: Shows the letter of thanks.
        report: Writes the report.
        rebook: Puts it on another day, once nobody was met on the first.
        again: Plans another visit.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        theme, _ = around.theme, words(around.language).gettext
        self._ = _
        self.confirm = Button(theme, _("Confirm visit"), Kind.PRIMARY, glyph=Glyph.CALL)
        self.agenda = Button(theme, _("Agenda"), glyph=Glyph.INVOICE)
        self.pack = Button(theme, _("Visit pack"), glyph=Glyph.FOLDER)
        self.thanks = Button(theme, _("Letter of thanks"), Kind.PRIMARY, glyph=Glyph.LETTER)
        self.report = Button(theme, _("Write the report"), Kind.PRIMARY, glyph=Glyph.EDIT)
        self.rebook = Button(theme, _("Agree another day…"), Kind.PRIMARY, glyph=Glyph.DIARY)
        self.again = Button(theme, _("Plan another visit…"), glyph=Glyph.VISIT)
        buttons = (
            self.agenda, self.pack, self.again, self.report, self.thanks, self.rebook, self.confirm,
        )  # fmt: skip
        self.head = PageHead(theme, around.language, buttons)
        self.head.offer_only()  # nothing makes sense before the visit is read

    def show_visit(self, read: VisitRead) -> None:
        """Offer what makes sense for a visit, under its name."""
        row, _ = read.page.row, self._
        again = row.standing.confirmed is not None
        self.confirm.rename(_("Confirmed once more") if again else _("Confirm visit"))
        self.report.rename(_("Go on with the report") if read.is_begun else _("Write the report"))
        day = read.page.file.visit.day
        self._offer(row.standing, has_come=day <= self._around.program.clock.today)
        self.head.show_name(_("Visit to {name}").format(name=row.name))
        self.head.show_tag(*standing_tag(row.standing, self._around.language))

    def _offer(self, standing: VisitStanding, *, has_come: bool) -> None:
        state = standing.state
        if state is VisitState.PLANNED and not has_come:
            self.head.offer_only(self.agenda, self.pack, self.confirm)
            following = self.agenda if standing.needs_agenda else self.confirm
        elif state is VisitState.REPORTED:
            self.head.offer_only(self.again, self.thanks)
            following = self.thanks
        elif state is VisitState.TO_REBOOK:
            self.head.offer_only(self.pack, self.rebook)
            following = self.rebook
        elif state in OPEN_STATES:
            self.head.offer_only(self.pack, self.report)
            following = self.report
        else:
            self.head.offer_only(self.again)
            self.again.become(Kind.PLAIN)  # nothing has to follow
            return
        self.head.put_last(following)
