"""What stands above a statement's table: number, facts and title, and the head of later pages."""

from creditmate.documents.fonts import BODY, STRONG, TITLE, TITLE_NARROW, width
from creditmate.documents.furniture import Fact, LaterHead
from creditmate.documents.page import LEFT, MUTED, RIGHT
from creditmate.documents.papers import StatementPaper
from creditmate.documents.sheet import Sheet
from creditmate.documents.statement_body import Body
from creditmate.documents.voice import Voice
from creditmate.i18n.statement_words import later_title_words, title_words
from creditmate.i18n.terms_words import terms_words

_KIND_GAP, _REPLACES_DROP = 2.8, 4.6


def number_of(paper: StatementPaper) -> str:
    """Return the statement's number, or that it is a draft."""
    if not paper.draft:
        return paper.number
    return Voice(paper.locale, paper.statement.as_at).gettext("Draft")


def facts_of(paper: StatementPaper, body: Body, voice: Voice) -> list[Fact]:
    """Return what stands beside the address; what is not known has no value."""
    _ = voice.gettext
    card = paper.business
    questions = ", ".join(
        part for part in (card.contact_person, card.phone.replace(" ", "\u00a0")) if part
    )
    terms = ""
    if paper.terms is not None and paper.statement.asks:
        terms = terms_words(paper.terms, paper.locale)
    return [
        Fact(_("Statement"), number_of(paper), strong=True),
        Fact(_("Date"), voice.day(paper.statement.as_at)),
        *body.facts(),
        Fact(_("Account"), paper.account),
        Fact(_("Your contact"), paper.contact),
        Fact(_("Terms"), terms),
        Fact(_("Questions?"), questions),
    ]


def draw_title(
    sheet: Sheet, paper: StatementPaper, body: Body, voice: Voice, baseline: float
) -> None:
    """Draw title and kind, and below them which statement this one replaces."""
    _ = voice.gettext
    currency = paper.statement.currency
    title = _("Statement of account")
    called = voice.currency(currency)
    kind = title_words(paper.statement.kind, called, currency, paper.locale)
    style = TITLE
    if width(title, TITLE) + _KIND_GAP + width(kind, BODY) > RIGHT - LEFT:
        style = TITLE_NARROW
    sheet.text(LEFT, baseline, title, style)
    start = LEFT + width(title, style) + _KIND_GAP
    sheet.text(start, baseline, sheet.fitted(kind, BODY, RIGHT - start, 1)[0], BODY, MUTED)
    if paper.replaces:
        words = _("This replaces our statement {number}.").format(number=paper.replaces)
        line = sheet.fitted(words, STRONG, body.replaces_room, 1)[0]
        sheet.text(LEFT, baseline + _REPLACES_DROP, line, STRONG)


def later_head(paper: StatementPaper, body: Body, voice: Voice) -> LaterHead:
    """Return what the head of every page after the first says."""
    account = voice.gettext("Account {account}").format(account=paper.account)
    return LaterHead(
        paper.business.name,
        paper.business.accent,
        later_title_words(paper.statement.kind, paper.locale),
        f"{paper.customer_name}   {account}",
        body.days,
        number_of(paper),
    )
