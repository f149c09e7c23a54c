"""A customer's story in words: a title for every happening, what is told of it, and its end."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.barriers import barrier_of
from creditmate.domain.contact_channels import Way
from creditmate.domain.kinds import PaperKind
from creditmate.domain.money import Money
from creditmate.domain.noted import NotedKind
from creditmate.domain.outcomes import Outcome
from creditmate.domain.story import (
    ClaimMade,
    ClaimMoved,
    ContactMoved,
    DeedEnded,
    NotedDown,
    PaperIssued,
    PlanAgreed,
    PlanEnded,
    PlanMoved,
    PromiseEnded,
    PromiseMade,
    StepDone,
    StoryEvent,
    Talk,
    TimeEnded,
    TimeGiven,
    Topic,
    VisitMoved,
    VisitPlanned,
)
from creditmate.domain.visit_steps import step_about
from creditmate.i18n.before_words import told_title
from creditmate.i18n.bidi import sentences
from creditmate.i18n.call_words import signal_words
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.contact_made_words import barrier_title, way_title
from creditmate.i18n.conversation_words import outcome_words, override_words
from creditmate.i18n.formats import day_in_table, money, number
from creditmate.i18n.labels import paper_label
from creditmate.i18n.story_account_words import AccountTeller, Told
from creditmate.i18n.story_claim_words import ClaimTeller
from creditmate.i18n.story_plan_words import ArrangementTeller
from creditmate.i18n.story_promise_words import PromiseTeller
from creditmate.i18n.story_visit_words import (
    in_vain_title,
    in_vain_words,
    visit_moved_words,
    visit_planned_words,
)
from creditmate.i18n.visit_words import preparation_words

_TOPICS = {
    Topic.EVERYTHING: N_("Everything"),
    Topic.TALKS: N_("Talks"),
    Topic.MONEY: N_("Money"),
    Topic.PROMISES: N_("Promises"),
    Topic.DISPUTES: N_("Queries"),
    Topic.LETTERS: N_("Letters"),
}
_TALKS = {
    ("call", "out"): (N_("Call with {name}"), N_("Call")),
    ("call", "in"): (N_("{name} called"), N_("They called")),
    ("email", "out"): (N_("E-mail to {name}"), N_("E-mail")),
    ("email", "in"): (N_("E-mail from {name}"), N_("E-mail from them")),
    ("letter", "out"): (N_("Letter to {name}"), N_("Letter")),
    ("letter", "in"): (N_("Letter from {name}"), N_("Letter from them")),
    ("text", "out"): (N_("Message to {name}"), N_("Message")),
    ("text", "in"): (N_("Message from {name}"), N_("Message from them")),
    ("meeting", "out"): (N_("Meeting with {name}"), N_("Meeting")),
    ("meeting", "in"): (N_("Meeting with {name}"), N_("Meeting")),
    ("visit", "out"): (N_("Visit to {name}"), N_("Visit")),
    ("visit", "in"): (N_("Visit from {name}"), N_("Visit from them")),
}
"""With a name, and without one."""
_NOT_REACHED = N_("Call to {name}")
_DOT = " · "
_STEPS = {"call_back": N_("Call-back done"), "check_money": N_("Looked for promised money")}


def topic_words(topic: Topic, language: str) -> str:
    """Return what the story is narrowed to."""
    return words(language).gettext(_TOPICS[topic])


@dataclass(frozen=True, slots=True)
class StoryTeller:
    """Tells happenings in a language, as on a day; days of its year carry no year."""

    language: str
    locale: str
    as_at: date

    def tell(self, event: StoryEvent) -> Told:
        """Return a happening in words."""
        match event:
            case Talk() | ContactMoved() | NotedDown() | VisitMoved() | VisitPlanned():
                return self._spoken(event)
            case PromiseMade() | PromiseEnded() | DeedEnded():
                return self._promises().tell(event)
            case ClaimMade() | ClaimMoved():
                return self._claims().tell(event)
            case PlanAgreed() | PlanMoved() | PlanEnded() | TimeGiven() | TimeEnded():
                return ArrangementTeller(self.language, self.locale, self.as_at).tell(event)
            case PaperIssued() | StepDone():
                return self._paper(event) if isinstance(event, PaperIssued) else self._step(event)
            case _:
                return AccountTeller(self.language, self.locale, self.as_at).tell(event)

    def _promises(self) -> PromiseTeller:
        return PromiseTeller(self.language, self.locale, self.as_at)

    def _claims(self) -> ClaimTeller:
        return ClaimTeller(self.language, self.locale, self.as_at)

    # ------------------------------------------------------------- talks
    def _talk(self, talk: Talk) -> Told:
        _ = words(self.language).gettext
        parts = [self._promises().pledge(pledge) for pledge in talk.pledges]
        parts += [self._claims().claimed(claimed) for claimed in talk.claims]
        parts += self._about(talk)
        parts += in_vain_words(talk, self.language, self.locale, self.as_at)
        parts += [talk.notes, self._none_because(talk)]
        parts += [override_words(talk.override, self.language)] if talk.override else []
        parts += [_("This puts an earlier entry right.")] if talk.corrects else []
        parts += [_("Put right by a later entry.")] if talk.corrected else []
        if talk.moved_from:
            parts.append(_("First put down with {code}.").format(code=talk.moved_from))
        text = sentences(parts)
        noticed = (signal_words(signal, self.language) for signal in talk.signals)
        tag = _DOT.join(filter(None, (self._outcome(talk), *noticed)))
        return Told(self._talk_title(talk), text, tag, talk.by.partition(" ")[0])

    def _none_because(self, talk: Talk) -> str:
        """Why no step comes next; the visit itself does where another day was agreed for it."""
        again = talk.in_vain is not None and talk.in_vain.instead is not None
        if again or not talk.none_because:
            return ""
        said = words(self.language).gettext("No next step: {why}")
        return said.format(why=talk.none_because)

    def _about(self, talk: Talk) -> list[str]:
        """What keeps them from paying, what they were told, and the files of the contact."""
        _ = words(self.language).gettext
        parts = []
        if talk.barrier is not None and barrier_of(Outcome(talk.outcome)) is not talk.barrier:
            parts.append(f"{barrier_title(talk.barrier, self.language)}.")
        if talk.told:
            what = ", ".join(told_title(told, self.language) for told in talk.told)
            parts.append(_("Told: {what}.").format(what=what))
        if talk.files:
            parts.append(_("Attached: {files}.").format(files=", ".join(talk.files)))
        return parts

    def _spoken(self, event: Talk | ContactMoved | NotedDown | VisitMoved | VisitPlanned) -> Told:
        match event:
            case Talk():
                return self._talk(event)
            case ContactMoved():
                return self._moved(event)
            case NotedDown():
                return self._noted(event)
            case VisitMoved():
                return visit_moved_words(event, self.language, self.locale, self.as_at)
            case VisitPlanned():
                return visit_planned_words(event, self.language, self.locale, self.as_at)

    def _noted(self, noted: NotedDown) -> Told:
        _ = words(self.language).gettext
        title = _("Feedback") if noted.kind is NotedKind.FEEDBACK else _("Opportunity noted")
        back = noted.follow_up and _("We come back to it on {day}.").format(
            day=self._day(noted.follow_up)
        )
        return Told(title, sentences((noted.words, back or "")))

    def _moved(self, moved: ContactMoved) -> Told:
        _ = words(self.language).gettext
        text = _("{way} of {day}: {reason}").format(
            way=way_title(Way(moved.channel), self.language),
            day=self._day(moved.contact_day),
            reason=moved.reason,
        )
        title = _("A contact was moved to {customer}")
        return Told(title.format(customer=moved.to_name), text)

    def _talk_title(self, talk: Talk) -> str:
        _ = words(self.language).gettext
        if talk.in_vain is not None:
            return in_vain_title(talk.in_vain, self.language)
        named, alone = _TALKS[talk.channel, talk.direction]
        reached = Outcome(talk.outcome).reached
        if talk.channel == "call" and talk.direction == "out" and not reached:
            named = _NOT_REACHED
        title = _(named).format(name=talk.with_name) if talk.with_name else _(alone)
        if not talk.seconds:
            return title
        minutes = number(max(round(talk.seconds / 60), 1), self.locale)
        return _("{talk}, {minutes} min").format(talk=title, minutes=minutes)

    def _outcome(self, talk: Talk) -> str:
        """How it ended, as a tag; a letter that nobody answered is no news."""
        if talk.channel != "call" and not Outcome(talk.outcome).reached:
            return ""
        said = outcome_words(talk.outcome, self.language)
        return capital(said)

    # ------------------------------------------------------------- papers and steps
    def _paper(self, paper: PaperIssued) -> Told:
        catalogue, day = words(self.language), self._day(paper.as_at)
        title = paper_label(paper.kind, paper.number, self.language)
        text = catalogue.ngettext("{count} page", "{count} pages", paper.pages)
        if paper.kind is None:
            text = catalogue.ngettext(
                "As at {day}, {count} page", "As at {day}, {count} pages", paper.pages
            )
        text = text.format(day=day, count=number(paper.pages, self.locale))
        if isinstance(paper.kind, PaperKind):
            return Told(title, text)
        return Told(title, text, end=self._money(paper.total), is_amount=True)

    def _step(self, step: StepDone) -> Told:
        _ = words(self.language).gettext
        known = _STEPS.get(step.kind)
        on_its_day = step.set_for == step.key.day
        day = self._day(step.set_for)
        text = "" if on_its_day else _("It had been set for {day}.").format(day=day)
        title = _(known) if known else _("Next step done")
        before_visit = step_about(step.about)
        if before_visit is not None:
            title = preparation_words(before_visit, "", self.language)
        return Told(title, sentences((step.note, text)))

    def _day(self, day: date) -> str:
        return day_in_table(day, self.locale, self.as_at)

    def _money(self, amount: Money) -> str:
        return money(amount, self.locale, symbol=True)
