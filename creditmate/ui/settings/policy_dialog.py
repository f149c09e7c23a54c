"""Other values of the policy of contacts for a tag, or for one customer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.contact_policy import rules_of
from creditmate.domain.contact_steps import Step
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.services.contact_policy_checks import changed
from creditmate.services.contact_policy_editing import ContactPolicies, Override
from creditmate.services.contact_policy_sheet import PolicySheet
from creditmate.services.policy_examples import ExampleFor, example_for
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.settings.policy_example import example_words
from creditmate.ui.settings.policy_fields import (
    AFTER,
    BEFORE,
    Offers,
    StepPair,
    day_label,
    label_of,
    name_of,
    way_offers,
    yes_no,
)
from creditmate.ui.settings.policy_says import say_below
from creditmate.ui.settings.policy_state import (
    A_DAY,
    FLAGS,
    LARGE,
    PLAIN,
    days_field,
    how_field,
    rules_of_texts,
    texts_of,
)
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_WHOSE, _TAG, _CODE = "policy.whose", "policy.tag", "policy.code"
_FOR_TAG, _FOR_CUSTOMER = "tag", "customer"
_HINTS = 3  # tags in use that are named where one is typed
_VALUES = tuple(key for key in PLAIN if key != A_DAY)


class PolicyDialog(EditDialog):
    """What is left empty is as for everybody; ``then`` is given tag, code and what was touched.

    ``one`` is what is set already for somebody; None to choose for whom.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        sheet: PolicySheet,
        one: Override | None,
        then: Callable[[Any], object],
    ) -> None:
        _ = words(around.language).gettext
        title = _("Other values for some")
        if one is not None:
            title = _("Other values for {name}").format(name=one.tag or one.name)
        detail = _(
            "What is left empty is as it stands there faintly. A customer's own values count first,"
            " then those of the head office, then of tags (of several the strictest), then those"
            " for everybody."
        )
        super().__init__(around, window, title, _("Save"), detail=detail, width=SIZES.settings_form)
        self._sheet, self._one, self._then_told = sheet, one, then
        self.book = FieldBook(around.theme, self, echoes=False)
        self._base = sheet.kept.policy
        self._offers: dict[str, Offers] = {}
        self._usual = texts_of(rules_of(self._base), sheet.kept.currency, around.locale)
        self._about = Paragraph(around.theme, "", Type.BODY, Ink.MUTED)
        self._looking: Latest[ExampleFor] = Latest(
            around.desk, self._on_example, around.desk.failed.emit, self
        )
        if one is None:
            self._put_whose()
        self._put_values()
        for name, field in self.book.fields.items():
            self.add(name, field)
        rules = {} if one is None else one.rules
        self.book.show(texts_of(rules, sheet.kept.currency, around.locale))
        self._say()
        self.book.edited.connect(self._say)
        self._look_for_theirs()

    def begin(self) -> None:
        """Open where one begins: at for whom, or at the first value."""
        self.open_at(self.book.inputs[0])

    # ------------------------------------------------------------- laying out
    def _put_whose(self) -> None:
        _ = words(self.around.language).gettext
        offers = ((_FOR_TAG, _("Customers with a tag")), (_FOR_CUSTOMER, _("One customer")))
        hint = ", ".join(self._sheet.tags[:_HINTS])
        grid = ColumnGrid(2, gap=SPACE.l)
        grid.add(
            self.book.choice(_WHOSE, _("For whom"), offers),
            self.book.line(_TAG, _("Tag"), hint),
            self.book.line(_CODE, _("Code of the customer")),
        )
        self.book.fields[_CODE].hide()
        self.book.edited.connect(self._on_edited)
        self.put(grid)

    def _on_edited(self, name: str) -> None:
        if name == _WHOSE:
            is_tag = self.book.values()[_WHOSE] == _FOR_TAG
            self.book.fields[_TAG].setVisible(is_tag)
            self.book.fields[_CODE].setVisible(not is_tag)
            self.refit()
        if name in (_WHOSE, _TAG, _CODE):
            self._look_for_theirs()

    # ------------------------------------------------------------- the invoice at hand
    def _look_for_theirs(self) -> None:
        """Look at an invoice of those for whom it is; before that is known, at the page's."""
        tag, code, _version = self._whose(self.book.values())
        if tag or code:
            today = self.around.program.clock.today
            self._looking.ask(partial(example_for, tag or "", code, today))

    def _on_example(self, found: ExampleFor) -> None:
        self._sheet = replace(self._sheet, example=found.example)
        self._base = found.base
        currency, locale = self._sheet.kept.currency, self.around.locale
        self._usual = texts_of(rules_of(found.base), currency, locale)
        for name, made in self.book.fields.items():
            if name in self._offers:
                self.book.offer(name, self._with_usual(name))
            elif name in self._usual and isinstance(made.input, LineInput):
                made.input.setPlaceholderText(self._usual[name])
        self._say()

    def _say(self, _name: str = "") -> None:
        """Say below the steps their days; of what cannot be read nothing is said."""
        around, sheet = self.around, self._sheet
        said = example_words(sheet.example, around.language, around.locale, ours=False)
        self._about.set_text(said)
        before = {} if self._one is None else self._one.rules
        try:
            typed = rules_of_texts(self.book.values(), before, sheet.kept.currency, around.locale)
            policy = changed(self._base, typed)
        except UserError:
            return
        say_below(self.book.fields, policy, sheet, around)

    # ------------------------------------------------------------- the values
    def _put_values(self) -> None:
        _, theme = words(self.around.language).gettext, self.around.theme
        others = ColumnGrid(3, gap=SPACE.l)
        others.add(*(self._value(key) for key in _VALUES))
        self.put(self._about, SectionHead(theme, _("How often, when and to whom")), others)
        for title, steps in (
            (_("Before it is due, in days"), BEFORE),
            (_("After it was due, in days"), AFTER),
        ):
            grid = ColumnGrid(2, gap=SPACE.l)
            grid.add(*(self._step(step) for step in steps))
            self.put(SectionHead(theme, title), grid)

    def _step(self, step: Step) -> StepPair:
        language, how = self.around.language, words(self.around.language).gettext("How")
        days = days_field(step)
        line = self.book.line(days, day_label(step, language), self._usual[days])
        choice = self._choice(how_field(step), how, way_offers(language))
        return StepPair(line, choice, step, language)

    def _value(self, key: str) -> Field[Any]:
        language, name = self.around.language, name_of(key)
        if key in FLAGS:
            return self._choice(name, label_of(key, language), yes_no(language))
        label = label_of(key, language)
        return self.book.line(name, label, self._usual[name], amount=key == LARGE)

    def _choice(self, name: str, label: str, offers: Offers) -> Field[Any]:
        self._offers[name] = offers
        return self.book.choice(name, label, self._with_usual(name))

    def _with_usual(self, name: str) -> Offers:
        """What may be chosen, before it what counts if nothing is."""
        offers = self._offers[name]
        said = dict(offers).get(self._usual[name], "")
        text = words(self.around.language).gettext("As usual: {value}")
        return (("", text.format(value=said)), *offers)

    # ------------------------------------------------------------- saving
    def on_verb(self) -> None:
        """Save what is typed, for whom it is."""
        held: Mapping[str, Any] = self.book.values()
        before = {} if self._one is None else self._one.rules
        currency = self._sheet.kept.currency
        try:
            rules = rules_of_texts(held, before, currency, self.around.locale)
        except UserError as error:
            self.clear()
            self.refuse(error)
            return
        tag, code, version = self._whose(held)
        changes = {**dict.fromkeys(before), **rules}
        set_ = self.around.program.contact_policies
        self.submit(partial(_set, set_, (tag, code), changes, version), self._then_told)

    def _whose(self, held: Mapping[str, Any]) -> tuple[str | None, str, int | None]:
        """The tag, None for a customer's code, and the version at which it was read."""
        if self._one is not None:
            return self._one.tag or None, self._one.code, self._one.version
        if held[_WHOSE] == _FOR_TAG:
            return held[_TAG], "", None
        return None, held[_CODE], None


def _set(
    service: ContactPolicies,
    whose: tuple[str | None, str],
    changes: Mapping[str, object],
    version: int | None,
) -> tuple[str, str, Touched]:
    """Set on the database thread; without a tag it is a customer's."""
    tag, code = whose
    if tag is None:
        return "", code, service.set_for_customer(code, changes, version)
    return tag, "", service.set_for_tag(tag, changes, version)
