"""The visit pack (mockups/paper.md, document 7): all that whoever goes should know, for us alone.

Brief and account; issues and observations, to be written on; what was promised and is in question,
terms and their proof, the last contacts. Between black bands on every page.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from creditmate.documents.concerns import drawing_concerns
from creditmate.documents.contact_history import history_blocks
from creditmate.documents.flow import Block
from creditmate.documents.internal_pages import Pages, PagesHead
from creditmate.documents.page import page
from creditmate.documents.papers import CheckedPaper, DrawnPaper
from creditmate.documents.sheet import Sheet
from creditmate.documents.visit_checklist import (
    issue_blocks,
    limits_blocks,
    notes_block,
    observation_block,
    promised_block,
    title_block,
    told_block,
)
from creditmate.documents.visit_pack_account import account_blocks
from creditmate.documents.visit_pack_paper import VisitPack
from creditmate.documents.voice import Voice, in_spoken
from creditmate.domain.visit_changes import in_one_line
from creditmate.domain.visits import Side, VisitPerson, VisitPurpose
from creditmate.domain.whom import may_discuss
from creditmate.i18n.agreed_words import standing_short
from creditmate.i18n.brief_words import habit_words, kept_words
from creditmate.i18n.casing import capital
from creditmate.i18n.distances import distance_words, duration_words
from creditmate.i18n.formats import day_echoed, hour, moment
from creditmate.i18n.place_words import place_words
from creditmate.i18n.terms_words import terms_words


def draw_pack(paper: VisitPack) -> CheckedPaper:
    """Return the PDF of a pack with what to look at; the same one gives the same bytes."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    paper = in_spoken(paper)
    sheets = lay_out_pack(paper)
    title = _Layouter(paper).title
    pdf = print_sheets(sheets, page(paper.size), about_of(paper, title, paper.day))
    return CheckedPaper(DrawnPaper(pdf, len(sheets)), tuple(drawing_concerns(sheets)))


def lay_out_pack(paper: VisitPack) -> list[Sheet]:
    """Return the pages of a pack."""
    return _Layouter(in_spoken(paper)).done()


class _Layouter:
    """Lays out one pack."""

    def __init__(self, paper: VisitPack) -> None:
        self.paper = paper
        self.voice = Voice(paper.locale, paper.day)
        self.gettext = self.voice.gettext

    @property
    def title(self) -> str:
        return self.gettext("Visit pack: {name}").format(name=self.paper.customer_name)

    def done(self) -> list[Sheet]:
        paper, visit, _ = self.paper, self.paper.visit, self.gettext
        right = day_echoed(visit.day, paper.locale)
        if visit.at is not None:
            at = hour(datetime.combine(visit.day, visit.at), paper.locale)
            right = f"{right}, {at}"
        head = PagesHead(self.title, right, ("   ".join(self._said()),))
        warned = _("not for the customer, do not leave behind")
        form = page(paper.size)
        pages = Pages(paper.business, head, self.voice, form, warned, visit.number)
        read = [*self._brief(), *account_blocks(paper.statements, self.voice), *self._proof()]
        return pages.lay_out(read, self._written_on(pages), [*self._contacts()])

    def _said(self) -> Iterator[str]:
        paper, _ = self.paper, self.gettext
        yield paper.visit.number
        yield paper.account
        ours = ", ".join(one.name for one in paper.visit.of_side(Side.OURS)) or paper.goes
        if ours:
            yield _("for {name}").format(name=ours)
        yield _("printed {moment}").format(moment=moment(paper.printed, paper.locale))

    # ------------------------------------------------------------- the brief
    def _brief(self) -> Iterator[Block]:
        paper, visit, _ = self.paper, self.paper.visit, self.gettext
        yield title_block(_("The visit"), gap=0.0)
        well = {
            VisitPurpose.STAY_WELL: _("stay-well visit"),
            VisitPurpose.GET_WELL: _("get-well visit"),
        }[paper.inner.purpose]
        yield told_block(_("Purpose"), f"{visit.words} ({well})")
        where = place_words(in_one_line(visit.address), paper.abroad, paper.locale)
        yield told_block(_("Where"), where)
        way = self._way()
        if way:
            yield told_block(_("The way"), way)
        yield told_block(_("From them"), self._people(Side.THEIRS) or "–")
        yield told_block(_("From us"), self._people(Side.OURS) or paper.goes or "–")
        confirmed = _("not yet: ring before you leave")
        if paper.confirmed_day is not None:
            confirmed = self.voice.note_day(paper.confirmed_day)
        yield told_block(_("Confirmed"), confirmed)
        for label, texts in (
            (_("Their points"), [point.words for point in visit.points]),
            (_("To have ready"), [request.what for request in visit.requests]),
            (_("To bring"), [issue.papers for issue in visit.issues if issue.papers]),
            (_("Our note"), [paper.inner.note]),
        ):
            said = "; ".join(text for text in texts if text)
            if said:
                yield told_block(label, said)
        yield title_block(_("Going there and leaving well"))
        yield told_block(_("Who knows"), self._who_knows())
        leave = _(
            "Read back what each of you will do and by when, thank them, agree when you talk next."
            " If it grows loud, thank them, leave the statement and go. Talk of it to nobody in"
            " public places. Write the report today."
        )
        yield told_block(_("Leaving well"), leave)
        yield from self._customer()

    def _way(self) -> str:
        inner, said = self.paper.inner, []
        if inner.is_next_door:
            return self.gettext("next door")
        if inner.travel_minutes:
            each = self.gettext("{duration} each way")
            said.append(
                each.format(duration=duration_words(inner.travel_minutes, self.voice.locale))
            )
        if inner.distance_tenths:
            far = distance_words(inner.distance_tenths, inner.unit.value, self.voice.locale)
            said.append(self.gettext("{distance} there and back").format(distance=far))
        return ", ".join(said)

    def _who_knows(self) -> str:
        """Who is told where one is: written by hand where nobody is known."""
        said = self.gettext(
            "Tell {name} where you go and when you will be back. Tell them again once you are back."
        )
        name = self.paper.base.replace(" ", "\u00a0") or "………………………………"
        return said.format(name=name)

    def _people(self, side: Side) -> str:
        return "; ".join(self._person(one) for one in self.paper.visit.of_side(side))

    def _person(self, one: VisitPerson) -> str:
        decides = self.gettext("decides") if one.decides else ""
        note = self.paper.inner.people.get(one.id, "")
        return ", ".join(part for part in (one.name, one.role, decides, note) if part)

    # ------------------------------------------------------------- the customer
    def _customer(self) -> Iterator[Block]:
        paper, brief, _ = self.paper, self.paper.brief, self.gettext
        locale = paper.locale
        yield title_block(_("The customer"))
        if brief.remember:
            yield told_block(_("Remember"), brief.remember)
        yield told_block(_("How they pay"), habit_words(brief.lateness, locale, locale))
        kept = "; ".join(kept_words(rate, locale, locale) for rate in brief.kept if rate.count)
        if kept:
            yield told_block(_("Promises"), kept)
        if brief.terms is not None:
            yield told_block(_("Payment terms"), terms_words(brief.terms, locale))
        for use in brief.limits:
            text = _("{limit}, used {used}")
            used = text.format(limit=self.voice.total(use.limit), used=self.voice.total(use.used))
            yield told_block(_("Credit limit"), used)
        if paper.inner.margin is not None:
            margin = self.voice.total(paper.inner.margin)
            yield told_block(_("Margin"), _("{amount} a year").format(amount=margin))
        for person in brief.people:
            silent = "" if may_discuss(person) else _("may not discuss the account")
            parts = (person.role, person.phone, person.email, person.best_time, silent)
            yield told_block(person.name, ", ".join(part for part in parts if part) or "–")

    # ------------------------------------------------------------- in question, signed, told
    def _written_on(self, pages: Pages) -> Sequence[Block]:
        paper, voice = self.paper, self.voice
        blocks = [
            *issue_blocks(paper, voice),
            *limits_blocks(paper, voice),
            observation_block(paper, voice),
            promised_block(voice),
        ]
        return [*blocks, notes_block(voice, pages.left_after(blocks))]

    def _proof(self) -> Iterator[Block]:
        """What is in question and what was signed: read beside the account, not on the way home."""
        paper, brief, _ = self.paper, self.paper.brief, self.gettext
        yield title_block(_("Under query"))
        if not brief.disputed:
            yield told_block("", _("Nothing is under query."))
        for number, one in brief.disputed:
            said = _("{amount} for {reason}, since {day}").format(
                amount=self.voice.total(one.disputed),
                reason=self.voice.reason(one.reason),
                day=self.voice.note_day(one.raised_day),
            )
            yield told_block(number or "–", said)
        yield title_block(_("Terms and their proof"))
        proof = _("There are no terms to be accepted.")
        if brief.agreed is not None:
            proof = capital(standing_short(brief.agreed, paper.locale, paper.locale, paper.day))
        yield told_block("", proof)

    def _contacts(self) -> Iterator[Block]:
        yield title_block(self.gettext("The last contacts"), gap=0.0)
        yield from history_blocks(self.paper.history)
