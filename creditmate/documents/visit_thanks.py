"""The letter after a visit: thanks, and what each side said that it would do, with the days."""

from collections.abc import Iterator
from datetime import date

from creditmate.documents.confirmation_letter import both_sides
from creditmate.documents.furniture import Fact
from creditmate.documents.letter_pages import LetterHead, LetterPages
from creditmate.documents.letter_text import LetterText, Listed, letter_blocks
from creditmate.documents.page import page
from creditmate.documents.papers import CheckedPaper, DrawnPaper, PaperWarning
from creditmate.documents.sheet import Sheet
from creditmate.documents.visit_thanks_paper import SentLater, VisitThanks
from creditmate.documents.voice import Voice, in_spoken
from creditmate.domain.salutation import saluted
from creditmate.i18n.formats import day_with_weekday
from creditmate.i18n.payment_words import amount_by


def thanks_text(paper: VisitThanks) -> LetterText:
    """Return what is written, on paper as by e-mail."""
    return _Writer(paper).text()


def draw_thanks(paper: VisitThanks) -> CheckedPaper:
    """Return the PDF of a letter with what to look at; the same one gives the same bytes."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    paper = in_spoken(paper)
    sheets, warnings = lay_out_thanks(paper)
    title = Voice(paper.locale, paper.day).gettext("Our thanks for your time")
    named = " ".join(part for part in (title, f"{paper.number},", paper.customer_name) if part)
    pdf = print_sheets(sheets, page(paper.size), about_of(paper, named, paper.day))
    return CheckedPaper(DrawnPaper(pdf, len(sheets)), tuple(warnings))


def lay_out_thanks(paper: VisitThanks) -> tuple[list[Sheet], list[PaperWarning]]:
    """Return the pages of a letter, and what to look at before it is issued."""
    paper = in_spoken(paper)
    voice = Voice(paper.locale, paper.day)
    text, _ = thanks_text(paper), voice.gettext
    facts = (
        Fact(_("Date"), voice.day(paper.day)),
        Fact(_("Our reference"), paper.number or _("Draft")),
        Fact(_("Account"), paper.account),
    )
    pages = LetterPages(paper, voice, LetterHead(_("Our thanks for your time"), facts))
    return pages.lay_out(list(letter_blocks(text)))


class _Writer:
    """Writes one letter."""

    def __init__(self, paper: VisitThanks) -> None:
        self.paper = paper = in_spoken(paper)
        self.voice = Voice(paper.locale, paper.day)
        self.gettext = self.voice.gettext

    def text(self) -> LetterText:
        paper, _ = self.paper, self.gettext
        day = day_with_weekday(paper.visit_day, paper.locale)
        subject = _("Our visit on {day}, account {account}")
        name, business = saluted(paper.told.to), paper.business.name
        signed = (paper.signed,) if paper.signed not in {"", business} else ()
        return LetterText(
            greeting=_("Dear {name},").format(name=name) if name else _("Dear Accounts team,"),
            subject=subject.format(day=day, account=paper.account),
            closing=_("With kind regards"),
            parts=tuple(self._parts(day)),
            signed=(*signed, business),
        )

    def _parts(self, day: str) -> Iterator[str | Listed]:
        paper, _ = self.paper, self.gettext
        thanks = _("Thank you for your time on {day}.").format(day=day)
        yield f"{thanks} {paper.opening}".strip()
        if (before := paper.replaces) is not None:
            said = _("This replaces our letter {number} of {day}.")
            yield said.format(number=before.number, day=self.voice.day_in_year(before.day))
        theirs, ours = both_sides(paper.told)
        theirs += [*self._also(), *map(self._later, paper.later)]
        if theirs and ours:
            yield _("This is what we each said we would do.")
        elif theirs or ours:
            yield _("This is what we agreed.")
        if theirs:
            yield Listed(_("From your side:"), tuple(theirs))
        if ours:
            yield Listed(_("From our side:"), tuple(ours))
        if paper.received:
            yield Listed(_("Thank you for letting us have:"), paper.received)
        yield self._questions(bool(theirs or ours))

    def _also(self) -> Iterator[str]:
        """What they pay and do beyond what any talk ends with."""
        _ = self.gettext
        for part in self.paper.pays:
            amount = amount_by(self.voice.total(part.amount), part.method, self.voice.locale)
            yield _("You pay {amount} by {day}.").format(amount=amount, day=self._day(part.day))
        for deed in self.paper.does:
            words = deed.words.strip().rstrip(".")
            yield _("{deed}, by {day}.").format(deed=words, day=self._day(deed.day))

    def _day(self, day: date) -> str:
        return day_with_weekday(day, self.paper.locale)

    def _later(self, one: SentLater) -> str:
        _ = self.gettext
        if one.by_day is None:
            return _("You send us: {what}.").format(what=one.what)
        said = _("You send us by {day}: {what}.")
        return said.format(what=one.what, day=self._day(one.by_day))

    def _questions(self, agreed: bool) -> str:
        _, phone = self.gettext, self.paper.told.phone.replace(" ", "\u00a0")
        if agreed and phone:
            said = _("If a line is not as you remember it, please ring us on {phone}.")
            return said.format(phone=phone)
        if agreed:
            return _("If a line is not as you remember it, please write to us.")
        return _("We look forward to continuing to work with you.")
