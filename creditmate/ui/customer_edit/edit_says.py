"""What stands below the fields of a customer's form: understood, odd, or wrong; no toolkit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from creditmate.domain.customer_facts import HowTheyPay
from creditmate.domain.doubts import Doubt
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.refusals import Why
from creditmate.i18n.account_words import run_line
from creditmate.i18n.catalogue import words
from creditmate.i18n.customer_fields import CUSTOMER_FIELDS, doubt_words
from creditmate.i18n.formats import day_in_table, money
from creditmate.i18n.problems import problem_words
from creditmate.i18n.standing_words import payment_run_words
from creditmate.i18n.terms_examples import ExampleWords, TermsExamples
from creditmate.services.customer_editing import LookedAt
from creditmate.ui.customer_edit import typed_run
from creditmate.ui.customer_edit.typed_customer import TypedCustomer, Understood

SITES = "sites."
_NAMES = {"payment_run": "run", "limit.amount": "limit"}
"""Fields of the form whose services call them otherwise."""


class Tone(Enum):
    """How something is said."""

    ECHO = auto()
    DOUBT = auto()
    WRONG = auto()


@dataclass(frozen=True, slots=True)
class Said:
    """What stands below a field, by its name; ``place`` counts addresses.

    ``at_once`` is said of a field even while it is typed into: waiting would not mend it.
    """

    field: str
    tone: Tone
    text: str
    place: int | None = None
    at_once: bool = False


def field_of(error: UserError) -> str:
    """Return the field of the form that an error names; empty where it names none."""
    name = str(error.facts.get("field", "")).removeprefix("customer.")
    return _NAMES.get(name, name)


def kept_words(given: TypedCustomer, language: str, locale: str, as_at: date) -> str:
    """Return the payment run in words, where the fields cannot tell it; else nothing."""
    run = given.run.kept
    if run is None or given.run.often != typed_run.KEPT:
        return ""
    return payment_run_words(run, language, locale, as_at)


@dataclass(frozen=True, slots=True)
class EditSays:
    """Makes the lines below the fields, for a language, a locale and a day."""

    language: str
    locale: str
    as_at: date

    def lines(self, read: Understood, looked: LookedAt) -> list[Said]:
        """Return what follows from a form as it is typed; the last of a field counts."""
        said = [*self._echoes(read, looked)]
        said += [self.doubt(doubt) for doubt in looked.doubts]
        wrong = [*read.problems.values(), *([looked.refused] if looked.refused else [])]
        said += [self.wrong(error) for error in wrong if error.facts.get("why") != Why.EMPTY.value]
        return said

    def examples(self, read: Understood, looked: LookedAt) -> TermsExamples | None:
        """Return what the terms come to; None where none are agreed or can be read."""
        if read.form.terms is None or not looked.worked:
            return None
        says = ExampleWords(self.language, self.locale, self.as_at)
        return says.of(read.form.terms, looked.worked)

    def wrong(self, error: UserError) -> Said:
        """Return why something cannot be, for its field."""
        facts = dict(error.facts)
        label = CUSTOMER_FIELDS.get(str(facts.get("field", "")))
        if label is not None and error.problem is not Problem.FIELD_REFUSED:
            facts["field"] = words(self.language).gettext(label)
        text = problem_words(UserError(error.problem, **facts), self.language, self.locale)
        taken = error.facts.get("why") == Why.TAKEN.value
        row = error.facts.get("row")
        place = row if isinstance(row, int) else None
        return Said(field_of(error), Tone.WRONG, text, place, at_once=taken)

    def doubt(self, doubt: Doubt) -> Said:
        """Return what looks odd."""
        return Said(doubt.field, Tone.DOUBT, doubt_words(doubt, self.language), doubt.place)

    def clash(self, field: str, theirs: str) -> Said:
        """Return that somebody else has changed a field too."""
        return Said(field, Tone.DOUBT, clash_words(field, theirs, self.language))

    def _echoes(self, read: Understood, looked: LookedAt) -> Iterator[Said]:
        _ = words(self.language).gettext
        if looked.due_days:
            days = ", ".join(day_in_table(day, self.locale, self.as_at) for day in looked.due_days)
            yield Said("terms", Tone.ECHO, _("An invoice of today: due {days}").format(days=days))
        if read.form.payment_run is not None:
            pays = HowTheyPay(read.form.payment_run, looked.next_run)
            yield Said("run", Tone.ECHO, run_line(pays, self.language, self.locale, self.as_at))
        for field, amount in (("limit", read.limit), ("insured", read.form.insured)):
            if amount is not None:
                yield Said(field, Tone.ECHO, money(amount, self.locale, symbol=True))
        for field in ("company_number", "tax_number"):
            if getattr(read.form, field):
                yield Said(field, Tone.ECHO, _("Written as such numbers are"))


def clash_words(field: str, theirs: str, language: str) -> str:
    """Return that somebody else has changed a field too, and to what."""
    _ = words(language).gettext
    if field not in {"terms", "run", "sites"} and theirs:
        return _("Meanwhile it was changed to “{found}”.").format(found=theirs)
    return _("Meanwhile it was changed. Saving keeps yours.")
