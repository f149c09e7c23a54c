"""How customers are approached: the steps with their dates, how often, at which hours, for whom."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.contact_policy import ContactPolicy, rules_of
from creditmate.domain.contact_steps import Step
from creditmate.domain.errors import UserError
from creditmate.services.contact_policy_editing import ContactPolicies
from creditmate.services.contact_policy_sheet import PolicySheet, policy_sheet
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.panel import Hairline, SectionHead
from creditmate.ui.settings.form_page import Deed, FormPage, Texts
from creditmate.ui.settings.policy_example import ExampleBar
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
from creditmate.ui.settings.policy_others import PolicyOthers
from creditmate.ui.settings.policy_says import say_below
from creditmate.ui.settings.policy_state import (
    FLAGS,
    LARGE,
    days_field,
    how_field,
    policy_of_texts,
    texts_of,
)
from creditmate.ui.settings.sections import POLICY, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.telling import Undo
from creditmate.ui.theme.tokens import SIZES, SPACE

_OFTEN = ("week", "month", "gap_days", "attempts_day", "attempts_week", "calls_per_day")
_HOURS = ("weekday_from", "weekday_to", "weekends", "weekend_from", "weekend_to")
_FOR = (LARGE, "new_days", "stay_in_touch_days", "gentle")


class PolicyPage(FormPage[PolicySheet]):
    """The business's policy as a form, and below it those for whom something differs.

    Attributes:
        example: Says for which invoice the days are, and chooses it.
        others: The list of those for whom something differs.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(POLICY))
        self._asked = "", ""
        _, self._column = self.words.gettext, QVBoxLayout()
        self._column.setSpacing(SPACE.s)
        self.example = ExampleBar(around)
        self.example.picked.connect(self.reload)
        self._column.addWidget(self.example)
        self._block(_("Before it is due, in days"), self._steps(BEFORE))
        self._block(_("After it was due, in days"), self._steps(AFTER))
        self._block(_("How often at most"), [self._value(key) for key in _OFTEN], columns=3)
        self._block(_("By the customer's clock"), [self._value(k) for k in _HOURS], columns=3)
        self._block(_("Which customers"), [self._value(key) for key in _FOR])
        self._column.addStretch()
        self.others = PolicyOthers(self)
        self.body.addWidget(self.scrolled(self._column, SIZES.settings_form), 1)
        self.body.addWidget(Hairline())
        self.body.addWidget(self.others)

    # ------------------------------------------------------------- building
    def _block(self, title: str, fields: Sequence[QWidget], columns: int = 2) -> None:
        grid = ColumnGrid(columns, gap=SPACE.l)
        grid.add(*fields)
        self._column.addWidget(SectionHead(self.around.theme, title))
        self._column.addWidget(grid)
        self._column.addSpacing(SPACE.s)

    def _steps(self, steps: Sequence[Step]) -> list[QWidget]:
        language, how = self.around.language, self.words.gettext("How")
        return [
            StepPair(
                self._line(days_field(step), day_label(step, language)),
                self._choice(how_field(step), how, way_offers(language)),
                step,
                language,
            )
            for step in steps
        ]

    def _value(self, key: str) -> Field[Any]:
        language, name = self.around.language, name_of(key)
        if key in FLAGS:
            return self._choice(name, label_of(key, language), yes_no(language))
        return self._line(name, label_of(key, language), amount=key == LARGE)

    def _line(self, name: str, label: str, *, amount: bool = False) -> Field[Any]:
        theme = self.around.theme
        return self.add(name, Field(theme, label, LineInput(theme, "", amount=amount)))

    def _choice(self, name: str, label: str, offers: Offers) -> Field[Any]:
        choice = Choice(self.around.theme, "")
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for value, text in offers:
            choice.addItem(text, value)
        return self.add(name, Field(self.around.theme, label, choice))

    # ------------------------------------------------------------- what is kept
    def begin(self) -> None:
        """Work begins at the first step."""
        self.fields[days_field(Step.WELCOME)].setFocus()

    def read(self) -> PolicySheet:
        """Ask for the policy, and for whom something differs."""
        program, (code, number) = self.around.program, self._asked
        return policy_sheet(program.contact_policies, program.clock.today, code, number)

    def reload(self) -> None:
        """Ask again, for the invoice that is looked at now."""
        self._asked = self.example.asked
        super().reload()

    def prepare(self, kept: PolicySheet) -> None:
        """Say which invoice the dates are of; show the list below."""
        self.example.show_example(kept.example, lacking=kept.lacking)
        self.others.show_sheet(kept)

    def texts_of(self, kept: PolicySheet) -> Texts:
        """What stands in the fields."""
        known = texts_of(rules_of(kept.kept.policy), kept.kept.currency, self.around.locale)
        return {name: known[name] for name in self.fields}

    def deed(self, texts: Texts, kept: PolicySheet) -> Deed:
        """Save the policy as a whole."""
        policy = policy_of_texts(texts, kept, self.around.locale)
        return partial(_save, self.around.program.contact_policies, policy, kept)

    def add_one(self) -> None:
        """Add values for somebody."""
        self.others.add_one()

    # ------------------------------------------------------------- what it means
    def on_typed(self) -> None:
        """Say beside every step its day; of what cannot be read nothing is said."""
        if self.kept is None:
            return
        try:
            policy = policy_of_texts(self.texts, self.kept, self.around.locale)
        except UserError:
            return
        say_below(self.fields, policy, self.kept, self.around)


def _save(
    service: ContactPolicies, policy: ContactPolicy, sheet: PolicySheet
) -> tuple[Touched, Undo]:
    """Save on the database thread; undone, it is as it was kept."""
    touched = service.save_business(policy, sheet.kept.version)

    def undo() -> Touched:
        return service.save_business(sheet.kept.policy, service.business().version)

    return touched, undo
