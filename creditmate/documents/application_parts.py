"""The blocks of a credit application's first page: who, where, whom, how they order and pay."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from creditmate.documents.fonts import BODY, HEADING, LABEL, NOTE
from creditmate.documents.form_fields import FIELD_HIGH, FieldKind, FormPage
from creditmate.documents.page import LEFT, MUTED, RIGHT, TABLE_RULE
from creditmate.documents.text import shortened
from creditmate.documents.voice import Voice
from creditmate.domain.application_form import (
    CHOICES,
    REFERENCES,
    SEVERAL_LINES,
    TICKED,
    Item,
    Who,
)
from creditmate.i18n.application_words import (
    form_choices,
    item_title,
    item_words,
    person_words,
    run_choices,
)
from creditmate.i18n.countries import countries

ROW = 12.2
"""From one row's label to the next, in mm."""
_GAP, _COLUMN, _GUTTER = 9.4, 10.5, 4.0
_LINES_HIGH = 19.6
_TABLE_ROW = 8.6
MOST = {
    Item.LEGAL_NAME: 200, Item.TRADING_NAME: 200, Item.COMPANY_NUMBER: 40, Item.TAX_NUMBER: 40,
    Item.INVOICES_TO: 200, Item.SIGNED_DAY: 30, Item.LIMIT: 30,
}  # fmt: skip
"""Letters that may be typed; elsewhere a hundred."""


@dataclass
class Part:
    """What the blocks are drawn with: the page, its language, and what is known already."""

    page: FormPage
    voice: Voice
    given: Mapping[Item, str]

    @property
    def say(self) -> Callable[[str], str]:
        """What puts words into the customer's language."""
        return self.voice.gettext

    def heading(self, y: float, text: str) -> float:
        """Draw the heading of a block over its rule; return the first label's baseline."""
        self.page.sheet.text(LEFT, y, text, HEADING)
        self.page.sheet.rule(LEFT, RIGHT, y + 2.0, TABLE_RULE)
        return y + 6.6

    def ask(self, item: Item, y: float, first: int, columns: int, label: str | None = None) -> None:
        """Put a field on the grid.

        Args:
            item: What it asks.
            y: Baseline of the label; of a row in a table, the top of the field.
            first: Column where it begins, from 1 to 12.
            columns: How many it takes.
            label: As drawn; None for the field's own.
        """
        x = LEFT + (first - 1) * (_COLUMN + _GUTTER)
        wide = columns * (_COLUMN + _GUTTER) - _GUTTER
        language = self.voice.locale
        self.page.ask(
            item.value,
            item_words(item, language) if label is None else label,
            item_title(item, language),
            (x, y, wide),
            kind=_kind(item),
            high=_LINES_HIGH if item in SEVERAL_LINES else FIELD_HIGH,
            value=self.given.get(item, ""),
            options=self.options(item),
            most=0 if item in SEVERAL_LINES else MOST.get(item, 100),
        )

    def options(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Return the codes and words of a choice; nothing for what is written."""
        language = self.voice.locale
        if item is Item.LEGAL_FORM:
            return tuple(form_choices(language))
        if item is Item.PAYMENT_RUN:
            return tuple(run_choices(language))
        return countries(language) if item in CHOICES else ()

    def tick(self, item: Item, y: float, label: str) -> float:
        """Put a box with what it says; return the baseline below."""
        on = self.given.get(item, "") == TICKED
        return self.page.tick(item.value, label, (LEFT, y, RIGHT - LEFT), on=on)


def _kind(item: Item) -> FieldKind:
    if item in SEVERAL_LINES:
        return FieldKind.LINES
    return FieldKind.CHOICE if item in CHOICES else FieldKind.TEXT


def draw_business(part: Part, y: float) -> float:
    """Draw who the customer is and where; return the next heading's baseline."""
    y = part.heading(y, part.say("Your business"))
    part.ask(Item.LEGAL_NAME, y, 1, 7)
    part.ask(Item.TRADING_NAME, y, 8, 5)
    y += ROW
    part.ask(Item.LEGAL_FORM, y, 1, 5)
    part.ask(Item.COMPANY_NUMBER, y, 6, 3)
    part.ask(Item.TAX_NUMBER, y, 9, 4)
    y += ROW
    part.ask(Item.INVOICE_ADDRESS, y, 1, 6)
    part.ask(Item.DELIVERY_ADDRESS, y, 7, 6)
    y += ROW + _LINES_HIGH - FIELD_HIGH
    part.ask(Item.INVOICE_POSTCODE, y, 1, 2)
    part.ask(Item.INVOICE_COUNTRY, y, 3, 4)
    part.ask(Item.DELIVERY_POSTCODE, y, 7, 2)
    part.ask(Item.DELIVERY_COUNTRY, y, 9, 4)
    return y + ROW + _GAP - 4.4


def draw_people(part: Part, y: float) -> float:
    """Draw whom we may turn to; return the next heading's baseline."""
    y = part.heading(y, part.say("People"))
    _heads(part, y, (Item.ORDERS_NAME, Item.ORDERS_PHONE, Item.ORDERS_EMAIL), (4, 7, 9))
    y += 1.6
    for who in Who:
        name, phone, email = who.items
        label = shortened(person_words(who, part.voice.locale), BODY, 39.0)
        part.page.sheet.text(LEFT, y + FIELD_HIGH - 1.6, label, BODY)
        part.ask(name, y, 4, 3, "")
        part.ask(phone, y, 7, 2, "")
        part.ask(email, y, 9, 4, "")
        y += _TABLE_ROW
    return y + _GAP - 1.6


def draw_trade(part: Part, y: float) -> float:
    """Draw how they order and pay, and who speaks for them; return the baseline below."""
    y = part.heading(y, part.say("How you order and pay"))
    part.ask(Item.INVOICES_TO, y, 1, 5)
    part.ask(Item.PAYMENT_RUN, y, 6, 4)
    part.ask(Item.BANK, y, 10, 3)
    y += ROW + 1.6
    y = part.tick(Item.ORDER_REQUIRED, y, part.say("Invoices must carry our order number."))
    y = part.heading(y + _GAP - 3.0, part.say("Trade references"))
    asked = part.say("Two or three firms that you buy from on account and that we may ask.")
    part.page.sheet.text(LEFT, y - 0.6, asked, NOTE, MUTED)
    y += 4.2
    _heads(part, y, REFERENCES[0], (1, 5, 9))
    y += 1.6
    for name, contact, reach in REFERENCES:
        part.ask(name, y, 1, 4, "")
        part.ask(contact, y, 5, 4, "")
        part.ask(reach, y, 9, 4, "")
        y += _TABLE_ROW
    return y


def _heads(part: Part, y: float, items: tuple[Item, ...], columns: tuple[int, ...]) -> None:
    """Draw the heads of a table of fields."""
    for item, column in zip(items, columns, strict=True):
        x = LEFT + (column - 1) * (_COLUMN + _GUTTER)
        part.page.sheet.text(x, y, item_words(item, part.voice.locale), LABEL, MUTED)
