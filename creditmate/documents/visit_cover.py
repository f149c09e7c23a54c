"""The letter that goes with an agenda, on paper and by e-mail, and the one that calls a visit off.

They are made of the agenda alone, which has nothing in it but what the customer may read.
"""

from collections.abc import Iterator

from creditmate.documents.furniture import Fact
from creditmate.documents.letter_pages import LetterHead, LetterPages
from creditmate.documents.letter_text import LetterText, Listed, letter_blocks
from creditmate.documents.page import page
from creditmate.documents.papers import CheckedPaper, DrawnPaper
from creditmate.documents.visit_agenda import (
    change_words,
    enclosed_words,
    purpose_words,
    times_words,
    where_words,
)
from creditmate.documents.visit_agenda_paper import VisitAgenda
from creditmate.documents.voice import Voice, in_spoken
from creditmate.domain.salutation import saluted
from creditmate.i18n.formats import day_with_weekday


def cover_text(agenda: VisitAgenda) -> LetterText:
    """Return what is written with an agenda."""
    return _Writer(agenda).cover()


def cancelled_text(agenda: VisitAgenda) -> LetterText:
    """Return what is written when the visit does not take place."""
    return _Writer(agenda).cancelled()


def cancelled_words(agenda: VisitAgenda) -> str:
    """Return what stands below the entry in a customer's calendar of a visit called off."""
    return "\n\n".join(part for part in cancelled_text(agenda).parts if isinstance(part, str))


def entry_words(agenda: VisitAgenda) -> tuple[str, str]:
    """Return what the entry in a customer's calendar is called, and what stands below it."""
    voice = Voice(in_spoken(agenda).locale, agenda.day)
    title = voice.gettext("Visit of {business}").format(business=agenda.business.name)
    return title, f"{purpose_words(agenda, voice)}\n\n{change_words(agenda, voice)}"


def entry_place(agenda: VisitAgenda) -> str:
    """Return where the entry in a customer's calendar says that the visit is."""
    return where_words(agenda, Voice(in_spoken(agenda).locale, agenda.day))


def draw_cover(agenda: VisitAgenda) -> CheckedPaper:
    """Return the PDF of the letter that goes with an agenda, with what to look at."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    agenda = in_spoken(agenda)
    voice = Voice(agenda.locale, agenda.day)
    text, _ = cover_text(agenda), voice.gettext
    facts = (
        Fact(_("Date"), voice.day(agenda.day)),
        Fact(_("Our reference"), agenda.number or _("Draft")),
        Fact(_("Account"), agenda.account),
    )
    pages = LetterPages(agenda, voice, LetterHead(text.subject, facts))
    sheets, warnings = pages.lay_out(list(letter_blocks(text)))
    pdf = print_sheets(sheets, page(agenda.size), about_of(agenda, text.subject, agenda.day))
    return CheckedPaper(DrawnPaper(pdf, len(sheets)), tuple(warnings))


class _Writer:
    """Writes about one visit."""

    def __init__(self, agenda: VisitAgenda) -> None:
        self.agenda = agenda = in_spoken(agenda)
        self.voice = Voice(agenda.locale, agenda.day)
        self.gettext = self.voice.gettext
        self.day = day_with_weekday(agenda.visit_day, agenda.locale)

    def cover(self) -> LetterText:
        subject = self.gettext("Our visit on {day}, account {account}")
        return self._letter(subject, *self._cover_parts())

    def cancelled(self) -> LetterText:
        _ = self.gettext
        said = _("Our visit on {day} does not take place. Please take it out of your diary.")
        again = _("We should be glad to find another day with you.")
        subject = _("No visit on {day}, account {account}")
        return self._letter(subject, said.format(day=self.day), again)

    def _cover_parts(self) -> Iterator[str | Listed]:
        agenda, voice, _ = self.agenda, self.voice, self.gettext
        when = times_words(agenda, voice)
        if agenda.replaces is None:
            said = _("Thank you for making time for us on {day}, {when}. Our agenda is enclosed.")
            yield said.format(day=self.day, when=when)
        else:
            said = _(
                "Our visit is now on {day}, {when}. The agenda enclosed replaces the one of"
                " {before} ({number}); please put that away."
            )
            number, before = agenda.replaces.number, voice.day_in_year(agenda.replaces.day)
            yield said.format(day=self.day, when=when, before=before, number=number)
        yield _(
            "It has room for your own points. If you tell us of them beforehand, we can bring what"
            " is needed to answer them."
        )
        if agenda.ready:
            yield Listed(_("May we ask you to have ready:"), agenda.ready)
        if agenda.enclosed:
            named = tuple(enclosed_words(one, voice) for one in agenda.enclosed)
            yield Listed(_("With it:"), named)
        yield change_words(agenda, voice)

    def _letter(self, subject: str, *parts: str | Listed) -> LetterText:
        agenda, _ = self.agenda, self.gettext
        name, business = saluted(agenda.greeted), agenda.business.name
        caller = (agenda.caller,) if agenda.caller not in {"", business} else ()
        return LetterText(
            greeting=_("Dear {name},").format(name=name) if name else _("Dear Accounts team,"),
            subject=subject.format(day=self.day, account=agenda.account),
            closing=_("With kind regards"),
            parts=parts,
            signed=(*caller, business),
        )
