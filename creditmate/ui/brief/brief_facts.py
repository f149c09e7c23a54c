"""What is known of the customer, at the foot of the brief: a label and a few words each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from creditmate.domain.contact_form import Discuss
from creditmate.domain.customer_status import Status
from creditmate.domain.terms_standing import State
from creditmate.i18n import brief_words as say
from creditmate.i18n.account_words import (
    group_line,
    insurance_line,
    invoice_lines,
    limit_line,
    over_words,
    run_line,
    status_line,
)
from creditmate.i18n.agreed_words import standing_short
from creditmate.i18n.arranged_words import (
    answered_words,
    coming_words,
    longer_words,
    promised_words,
    replying_words,
    sent_words,
)
from creditmate.i18n.before_words import (
    kept_value_words,
    late_share_words,
    may_agree_words,
    printed_words,
    room_words,
    wait_words,
    was_told_words,
)
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_words import discuss_words
from creditmate.i18n.formats import money
from creditmate.i18n.next_step_words import step_title, step_when
from creditmate.i18n.standing_words import hold_words, wish_words
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
            Section.STANDING: self._standing,
            Section.ARRANGED: self._arranged,
            Section.WHOM: self._whom,
            Section.DECIDES: self._decides,
            Section.PROMISES: self._promises,
            Section.BUDGET: self._budget,
            Section.MAY: self._may,
            Section.TERMS: self._terms,
            Section.DAYS: self._days,
            Section.TOLD: self._told,
            Section.HABIT: self._habit,
            Section.PAYS: self._pays,
            Section.INVOICES: self._invoices,
            Section.LIMIT: self._limit,
            Section.GROUP: self._group,
            Section.NEXT: self._next,
            Section.REMEMBER: self._remember,
        }
        wanted = (make() for section, make in made.items() if section in sections)
        return list(chain.from_iterable(wanted))

    def _whom(self) -> Iterator[Fact]:
        _, person = words(self.language).gettext, self.brief.person
        if person is not None:
            runs = [Run(say.person_words(person, self.language, self.locale))]
            if person.discuss == Discuss.NO:
                runs.append(Run(discuss_words(Discuss.NO, self.language), Ink.DANGER))
            yield Fact(_("Speak to"), tuple(runs))
        elif self.brief.stranger:
            runs, known = [Run(self.brief.stranger)], self.brief.reached_by
            if known is not None:
                who = say.person_words(known, self.language, self.locale)
                said = _("Not on file; the number there is: {who}").format(who=who)
                runs.append(Run(said, Ink.MUTED))
            yield Fact(_("Speak to"), tuple(runs))

    def _decides(self) -> Iterator[Fact]:
        _ = words(self.language).gettext
        person = self.brief.decides
        if person is not None:
            said = ", ".join(part for part in (person.name, person.role) if part)
            yield Fact(_("Decides"), (Run(said),))

    def _promises(self) -> Iterator[Fact]:
        _ = words(self.language).gettext
        for rate in self.brief.kept_rates:
            runs = [Run(say.kept_words(rate, self.language, self.locale))]
            missed = say.missed_words(rate, self.language, self.locale)
            runs += [Run(missed, Ink.DANGER)] if missed else []
            if rate.minor:
                runs.append(Run(kept_value_words(rate, self.language, self.locale), Ink.MUTED))
            yield Fact(_("Promises"), tuple(runs))

    def _days(self) -> Iterator[Fact]:
        if self.brief.terms is not None:
            said = terms_words(self.brief.terms, self.language)
            yield Fact(words(self.language).gettext("Terms"), (Run(said),))

    def _terms(self) -> Iterator[Fact]:
        runs = [run for fact in self._days() for run in fact.runs]
        agreed = self.brief.agreed
        if agreed is not None:
            said = standing_short(agreed, self.language, self.locale, self.brief.as_at)
            runs.append(Run(said, Ink.TEXT if agreed.state is State.GOOD else Ink.WARNING))
        if runs:
            yield Fact(words(self.language).gettext("Terms"), tuple(runs))

    def _standing(self) -> Iterator[Fact]:
        _, facts, as_at = words(self.language).gettext, self.brief.facts, self.brief.as_at
        for hold in facts.holds:
            said = hold_words(hold, self.language, self.locale, as_at)
            yield Fact(_("In peace"), (Run(said, Ink.WARNING), Run(hold.reason)))
        if facts.status is not Status.ACTIVE:
            said = status_line(facts, self.language, self.locale, as_at)
            stopped = facts.status in {Status.ON_STOP, Status.WITH_AGENCY}
            yield Fact(_("Status"), (Run(said, Ink.DANGER if stopped else Ink.TEXT),))
        if facts.friend:
            yield Fact(_("A friend"), (Run(_("gently, no letters, nothing in a batch")),))
        if facts.wishes:
            wishes = dict.fromkeys(wish_words(wish, self.language) for wish in facts.wishes)
            yield Fact(_("Wishes"), (Run(", ".join(wishes)),))

    def _arranged(self) -> Iterator[Fact]:
        """What was arranged and is kept, and what nobody has told them our answer to."""
        _, around = words(self.language).gettext, self.brief.before.around
        at = (self.language, self.locale, self.brief.as_at)
        said = [promised_words(one, *at) for one in around.promised]
        said += [sent_words(one, *at) for one in around.sent]
        said += [longer_words(one, *at) for one in around.longer]
        said += [coming_words(one, *at) for one in around.coming]
        said += [replying_words(one, *at) for one in (around.replying,) if one is not None]
        for one in said:
            yield Fact(_("Arranged"), (Run(one),))
        for account in self.brief.spoken_of:
            if account.to_credit is not None:
                amount = money(account.to_credit, self.locale, symbol=True)
                waits = _("{amount}, our credit note is not written yet").format(amount=amount)
                yield Fact(_("To be credited"), (Run(waits, Ink.WARNING),))
        for answer in around.answered:
            yield Fact(_("Our answer"), (Run(answered_words(answer, *at)),))

    def _pays(self) -> Iterator[Fact]:
        _, pays = words(self.language).gettext, self.brief.facts.pays
        said = run_line(pays, self.language, self.locale, self.brief.as_at)
        if said or pays.method:
            yield Fact(_("Pays"), (Run(", ".join(filter(None, (said, pays.method)))),))

    def _invoices(self) -> Iterator[Fact]:
        _, pays = words(self.language).gettext, self.brief.facts.pays
        if needs := invoice_lines(pays, self.language):
            yield Fact(_("Invoices"), (Run(", ".join(needs)),))
        if pays.account_at_theirs:
            yield Fact(_("We are"), (Run(pays.account_at_theirs),))

    def _limit(self) -> Iterator[Fact]:
        _, facts = words(self.language).gettext, self.brief.facts
        for label, use in ((_("Limit"), facts.limit), (_("Group limit"), facts.group_limit)):
            if use is not None:
                over = over_words(use, self.language, self.locale)
                said = limit_line(use, self.language, self.locale).removesuffix(f", {over}")
                runs = [Run(said)] + ([Run(over, Ink.WARNING)] if over else [])
                yield Fact(label, tuple(runs))
        if facts.insurance is not None:
            said = insurance_line(facts.insurance, self.language, self.locale, self.brief.as_at)
            yield Fact(_("Insured"), (Run(said),))

    def _group(self) -> Iterator[Fact]:
        said = group_line(self.brief.facts, self.language)
        if said:
            yield Fact(words(self.language).gettext("Group"), (Run(said),))

    def _budget(self) -> Iterator[Fact]:
        room, as_at = self.brief.before.room, self.brief.as_at
        runs = [Run(room_words(room, self.language, self.locale))]
        wait = wait_words(room, self.language, self.locale, as_at)
        runs += [Run(wait, Ink.WARNING)] if wait else []
        yield Fact(words(self.language).gettext("Contacts"), tuple(runs))

    def _told(self) -> Iterator[Fact]:
        """Whether they know what we expect; that it was never said is what is worth saying now."""
        _, expects, as_at = (
            words(self.language).gettext,
            self.brief.before.expects,
            self.brief.as_at,
        )
        runs = []
        if expects.told is not None:
            runs.append(Run(was_told_words(expects.told, self.language, self.locale, as_at)))
        if expects.printed is not None:
            runs.append(Run(printed_words(expects.printed, self.language, self.locale, as_at)))
        if not expects.is_fair:
            runs.append(Run(_("the due day was not told yet"), Ink.WARNING))
        yield Fact(_("Told"), tuple(runs))

    def _may(self) -> Iterator[Fact]:
        may = self.brief.before.may_agree
        said = may_agree_words(may, self.language, self.locale)
        yield Fact(words(self.language).gettext("You may"), (Run(said),))

    def _habit(self) -> Iterator[Fact]:
        """How often they were late; by how much stands below their name."""
        group = self.brief.group
        lateness = self.brief.lateness if group is None else group.lateness
        said = late_share_words(lateness, self.language, self.locale)
        if said and lateness.late_count:
            yield Fact(words(self.language).gettext("Habit"), (Run(said),))

    def _next(self) -> Iterator[Fact]:
        for task in self.brief.tasks:
            _, passed = words(self.language).gettext, task.day < self.brief.as_at
            when = step_when(task, self.locale, self.brief.as_at)
            runs = [Run(when), Run(step_title(task, self.language))]
            runs += [Run(_("its day has passed"), Ink.WARNING)] if passed else []
            yield Fact(_("Next step"), tuple(runs))

    def _remember(self) -> Iterator[Fact]:
        if self.brief.customer.remember:
            label = words(self.language).gettext("Remember")
            yield Fact(label, (Run(self.brief.customer.remember),))
