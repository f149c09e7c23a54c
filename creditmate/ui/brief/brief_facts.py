"""What is known of the customer, at the foot of the brief: a label and a few words each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from creditmate.domain.whom import who_decides
from creditmate.i18n import brief_words as say
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table
from creditmate.i18n.terms_words import terms_words
from creditmate.services.customers import Brief
from creditmate.ui.brief.sections import Section
from creditmate.ui.kit.phrase import Run
from creditmate.ui.theme.tokens import Ink


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is known."""

    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class BriefFacts:
    """Makes the facts of a brief, for a language and a locale."""

    brief: Brief
    language: str
    locale: str

    def of(self, sections: frozenset[Section]) -> list[Fact]:
        """Return what is known, of the sections asked for and in their order."""
        made: dict[Section, Callable[[], Iterator[Fact]]] = {
            Section.WHOM: self._whom,
            Section.DECIDES: self._decides,
            Section.PROMISES: self._promises,
            Section.TERMS: self._terms,
            Section.BUDGET: self._budget,
            Section.NEXT: self._next,
            Section.REMEMBER: self._remember,
        }
        wanted = (make() for section, make in made.items() if section in sections)
        return list(chain.from_iterable(wanted))

    def _whom(self) -> Iterator[Fact]:
        _, person = words(self.language).gettext, self.brief.person
        if person is not None:
            yield Fact(_("Speak to"), (Run(say.person_words(person, self.language)),))

    def _decides(self) -> Iterator[Fact]:
        _ = words(self.language).gettext
        person = who_decides(self.brief.people, self.brief.person)
        if person is not None:
            said = ", ".join(part for part in (person.name, person.role) if part)
            yield Fact(_("Decides"), (Run(said),))

    def _promises(self) -> Iterator[Fact]:
        _ = words(self.language).gettext
        for rate in self.brief.kept_rates:
            runs = [Run(say.kept_words(rate, self.language, self.locale))]
            missed = say.missed_words(rate, self.language, self.locale)
            runs += [Run(missed, Ink.DANGER)] if missed else []
            yield Fact(_("Promises"), tuple(runs))

    def _terms(self) -> Iterator[Fact]:
        if self.brief.terms is not None:
            said = terms_words(self.brief.terms, self.language)
            yield Fact(words(self.language).gettext("Terms"), (Run(said),))

    def _budget(self) -> Iterator[Fact]:
        week, month = self.brief.contacts_week, self.brief.contacts_month
        said = say.budget_words(week, month, self.language, self.locale)
        yield Fact(words(self.language).gettext("Contacts"), (Run(said),))

    def _next(self) -> Iterator[Fact]:
        for task in self.brief.tasks:
            day = day_in_table(task.day, self.locale, self.brief.as_at)
            said = " ".join(part for part in (day, task.note) if part)
            yield Fact(words(self.language).gettext("Next step"), (Run(said),))

    def _remember(self) -> Iterator[Fact]:
        if self.brief.customer.remember:
            label = words(self.language).gettext("Remember")
            yield Fact(label, (Run(self.brief.customer.remember),))
