"""The second page of a credit application: what is asked for, what is agreed to, the signature."""

from collections.abc import Iterator

from creditmate.documents.application_paper import ApplicationPaper, TermsEnclosed
from creditmate.documents.application_parts import ROW, Part
from creditmate.documents.fonts import BODY, LABEL, NOTE, SMALL, STRONG
from creditmate.documents.form_fields import FieldKind
from creditmate.documents.page import LEFT, MUTED, RIGHT, TABLE_RULE
from creditmate.documents.text import wrap
from creditmate.domain.application_form import Item
from creditmate.i18n.application_words import item_title, item_words
from creditmate.i18n.formats import day_short

_PARAGRAPH, _LETTER, _GAP = 4.4, 5.0, 7.6
_SIGNATURE_HIGH = 19.4
_HALF = (RIGHT - LEFT - 4.0) / 2


def draw_signing(part: Part, paper: ApplicationPaper, y: float) -> float:
    """Draw the whole of the second page from a baseline down; return the baseline below."""
    y = _draw_limit(part, paper, y)
    y = _draw_terms(part, paper.terms, y)
    y = _draw_consent(part, paper, y)
    y = _draw_signature(part, y)
    return _draw_return(part, paper, y)


def _draw_limit(part: Part, paper: ApplicationPaper, y: float) -> float:
    y = part.heading(y, part.say("What you ask for"))
    currencies = tuple((code, code) for code in paper.currencies)
    part.ask(Item.LIMIT, y, 1, 4)
    item, language = Item.LIMIT_CURRENCY, part.voice.locale
    part.page.ask(
        item.value,
        item_words(item, language),
        item_title(item, language),
        (LEFT + 4 * 14.5, y, 25.0),
        kind=FieldKind.CHOICE,
        value=paper.given.get(item, paper.currency),
        options=currencies,
    )
    note = part.say(
        "The most that you expect to owe us at one time. We look at it with you once a year."
    )
    return _paragraph(part, y + ROW + 0.6, note, muted=True) + _GAP - 1.0


def _draw_terms(part: Part, terms: TermsEnclosed | None, y: float) -> float:
    """Draw which terms go with the form, and how their wording is told from any other."""
    if terms is None:
        return y
    _ = part.say
    y = part.heading(y, _("Terms enclosed"))
    part.page.sheet.text(LEFT, y, _named(part, terms), STRONG)
    y += _LETTER
    said = _("Fingerprint of the wording:  {fingerprint}   You can compare it with your copy.")
    part.page.sheet.text(LEFT, y, said.format(fingerprint=terms.fingerprint), NOTE, MUTED)
    return y + _GAP + 1.0


def _named(part: Part, terms: TermsEnclosed) -> str:
    said = part.say("{title}, version {number} of {day}")
    return said.format(title=terms.title, number=terms.number, day=part.voice.day(terms.day))


def _draw_consent(part: Part, paper: ApplicationPaper, y: float) -> float:
    y = part.heading(y, part.say("Please tick"))
    for item, said in _consents(part, paper):
        y = part.tick(item, y, said) + 2.0
    truth = part.say(
        "By signing you say that what is written here is right, that you may sign for the customer"
        " named, and that you will tell us when something of it changes."
    )
    return _paragraph(part, y + 1.0, truth) + _GAP - 2.0


def _consents(part: Part, paper: ApplicationPaper) -> Iterator[tuple[Item, str]]:
    _ = part.say
    if paper.terms is None:
        yield Item.ACCEPTS_TERMS, _("We accept your terms for all our orders from the date below.")
    else:
        said = _("We have received and read {terms}, and accept them for all our orders.")
        yield Item.ACCEPTS_TERMS, said.format(terms=_named(part, paper.terms))
    said = _(
        "{business} may ask the firms named above and a credit register about us, to decide on"
        " this application and on changes of the limit."
    )
    yield Item.ALLOWS_CHECKS, said.format(business=paper.business.name)


def _draw_signature(part: Part, y: float) -> float:
    """Draw where to sign by hand, beside who does so and when."""
    sheet, _ = part.page.sheet, part.say
    y = part.heading(y, _("Signed for the customer"))
    sheet.text(LEFT, y, _("Signature, by hand"), LABEL, MUTED)
    sheet.rule(LEFT, LEFT + _HALF, y + _SIGNATURE_HIGH, TABLE_RULE)
    part.ask(Item.SIGNER_NAME, y, 7, 6)
    part.ask(Item.SIGNER_POSITION, y + ROW, 7, 3)
    example = day_short(part.voice.as_at, part.voice.locale)
    dated = _("Date, such as {example}").format(example=example)
    part.ask(Item.SIGNED_DAY, y + ROW, 10, 3, dated)
    return y + _SIGNATURE_HIGH + _GAP + 4.0


def _draw_return(part: Part, paper: ApplicationPaper, y: float) -> float:
    """Draw where the form goes and what happens then."""
    _, card = part.say, paper.business
    y = part.heading(y, _("What happens next"))
    where = ", ".join(line for line in (card.name, *card.postal_address) if line)
    if card.email:
        said = _("Send both pages to {email}, or by post to {address}.")
        text = said.format(email=card.email, address=where)
    else:
        text = _("Send both pages by post to {address}.").format(address=where)
    y = _paragraph(part, y, text)
    text = _(
        "We answer within a few working days and tell you the limit and from when it holds. Until"
        " then orders are paid in advance."
    )
    y = _paragraph(part, y + 1.0, text)
    if asked := ", ".join(each for each in (card.contact_person, card.phone) if each):
        y = _paragraph(part, y + 1.0, _("Questions? {person}").format(person=asked))
    return y


def _paragraph(part: Part, y: float, text: str, *, muted: bool = False) -> float:
    style = SMALL if muted else BODY
    for line in wrap(text, style, RIGHT - LEFT):
        if muted:
            part.page.sheet.text(LEFT, y, line, style, MUTED)
        else:
            part.page.sheet.text(LEFT, y, line, style)
        y += _PARAGRAPH
    return y
