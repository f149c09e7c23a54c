"""A sample letter under a letterhead that is being edited: what the customer will see.

Everything a letterhead brings is on it: mark or logo, name, ways to answer, bank details, legal
line; in the sample's own words, so that no customer's data stands in a window of settings.
"""

from datetime import date

from creditmate.documents.address import AddressBlock
from creditmate.documents.fonts import BODY, HEADING, LABEL, LETTER, SUBJECT
from creditmate.documents.furniture import (
    Fact,
    draw_facts,
    draw_fold_marks,
    draw_footer,
    draw_footer_rule,
    draw_punch_mark,
    legal_lines,
)
from creditmate.documents.letterhead import draw_letterhead, logo_room
from creditmate.documents.page import LEFT, MUTED, RIGHT, Page, PageSize, page
from creditmate.documents.papers import BankDetails, BusinessCard
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.documents.window import Window

_PITCH = 5.0
_BANK_LABELS, _BANK_VALUES, _BANK_PITCH = LEFT, 54.0, 4.5


def draw_sample(
    business: BusinessCard, day: date, locale: str, size: PageSize, window: Window
) -> bytes:
    """Return the PDF of a sample letter, one page.

    Args:
        business: The letterhead.
        day: The letter's.
        locale: The letter's language.
        size: The paper.
        window: Of the envelope.
    """
    from creditmate.documents.press import About, print_sheets  # noqa: PLC0415 - reportlab is slow

    voice = Voice(locale, day)
    sheet = lay_out_sample(business, voice, page(size), window)
    title = voice.gettext("Sample letter")
    about = About(title, business.name, locale.replace("_", "-"), day)
    return print_sheets([sheet], page(size), about)


def lay_out_sample(business: BusinessCard, voice: Voice, form: Page, window: Window) -> Sheet:
    """Return the page of the sample letter."""
    _ = voice.gettext
    sheet, paper = Sheet(form.shift), (form.width, form.height)
    draw_letterhead(sheet, business, RIGHT, voice, logo_room(window, paper))
    lines = _("Your customer Ltd\nAccounts Payable\n1 Example Street\nExampleton\nEX1 2PL")
    AddressBlock(tuple(lines.split("\n")), window, paper).draw(sheet)
    draw_facts(sheet, form, window.first_baseline, _facts(business, voice))
    if window.folds:
        draw_fold_marks(sheet, window.folds)
    draw_punch_mark(sheet, form)
    y = window.title_baseline(paper)
    sheet.text(LEFT, y, _("This is how your letters look"), SUBJECT)
    y = _draw_text(sheet, y + 2 * _PITCH, voice)
    if business.bank is not None:
        _draw_bank(sheet, y + _PITCH, business.bank, voice)
    legal = legal_lines(business.legal_line, "")
    draw_footer_rule(sheet, form, len(legal))
    pages = _("Page {n} of {m}").format(n=1, m=1).replace(" ", "\u00a0")
    draw_footer(sheet, form.footer_baseline, legal, "", pages)
    return sheet


def _facts(business: BusinessCard, voice: Voice) -> list[Fact]:
    _ = voice.gettext
    questions = ", ".join(
        part for part in (business.contact_person, business.phone.replace(" ", "\u00a0")) if part
    )
    return [
        Fact(_("Date"), voice.day(voice.as_at)),
        Fact(_("Account"), "EXAMPLE01"),
        Fact(_("Questions?"), questions),
    ]


def _draw_text(sheet: Sheet, y: float, voice: Voice) -> float:
    """Draw the paragraphs from a baseline down and return the next one's."""
    _ = voice.gettext
    for words in (
        _("Dear customer,"),
        _(
            "Statements, invoices and letters carry this head. The address stands where the window"
            " of your envelope shows it, whichever way the sheet slides."
        ),
        _("What has been sent already stays as it was; the next paper has what is saved here."),
    ):
        for line in wrap(words, LETTER, RIGHT - LEFT):
            sheet.text(LEFT, y, line, LETTER)
            y += _PITCH
        y += _PITCH / 2
    return y


def _draw_bank(sheet: Sheet, y: float, bank: BankDetails, voice: Voice) -> None:
    _ = voice.gettext
    sheet.text(LEFT, y, _("How to pay"), HEADING)
    rows = (
        (_("Account name"), bank.account_name),
        (_("Sort code"), bank.sort_code),
        (_("Account"), bank.account_number),
        ("IBAN", bank.iban),
        ("BIC", bank.bic),
    )
    for label, value in ((label, value) for label, value in rows if value):
        y += _BANK_PITCH
        sheet.text(_BANK_LABELS, y, label, LABEL, MUTED)
        sheet.text(_BANK_VALUES, y, value, BODY)
