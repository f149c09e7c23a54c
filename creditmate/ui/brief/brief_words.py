"""What the brief says, section by section; knows no toolkit."""

from collections.abc import Sequence
from dataclasses import dataclass

from creditmate.domain.ageing import Ageing
from creditmate.domain.call_script import Script, Situation
from creditmate.domain.claims import UNFOUND, ClaimState
from creditmate.domain.money import Money
from creditmate.domain.mood_trend import trend, warmth
from creditmate.domain.promises import (
    NOT_KEPT,
    Deed,
    DeedState,
    PromiseState,
    Standing,
    deed_state,
)
from creditmate.domain.rows import InteractionRow
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel
from creditmate.i18n import brief_words as say
from creditmate.i18n.before_words import tried_words
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.conversation_words import (
    deed_state_words,
    outcome_words,
    override_words,
    promise_state_words,
)
from creditmate.i18n.formats import NBSP, day_in_note, money, number
from creditmate.i18n.labels import entry_label
from creditmate.i18n.left_out_words import why_not_words
from creditmate.i18n.payment_words import running_claim_words
from creditmate.i18n.reasons import part_words, reason_words
from creditmate.i18n.talk_words import talk_goal, talk_opening
from creditmate.services.customers import Brief
from creditmate.ui.brief.in_talk import InTalk, Talk
from creditmate.ui.kit.figure_columns import TitledFigure
from creditmate.ui.kit.phrase import Run
from creditmate.ui.kit.stair import Step
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink

NOTHING = "–"
_DOT = " · "
_CHANNELS = {
    "call": Glyph.CALL,
    "email": Glyph.EMAIL,
    "letter": Glyph.LETTER,
    "text": Glyph.NOTE,
    "meeting": Glyph.VISIT,
    "visit": Glyph.VISIT,
}
_THEIRS = {
    PromiseState.KEPT: Ink.POSITIVE,
    PromiseState.CHECK_BANK: Ink.WARNING,
    **dict.fromkeys(NOT_KEPT, Ink.DANGER),
}
_SAID_ABOVE = {
    ReasonCode.UNMATCHED,
    ReasonCode.IN_QUESTION,
    ReasonCode.TO_CREDIT,
    ReasonCode.USUALLY_LATE,
}
"""Supporting reasons that stand among the figures, or beside the code."""
_NOTHING_TO_SAY = frozenset({Situation.COURTESY, Situation.MONEY_DUE})
"""Of whoever is not on the list nothing is asked for by these; in a call they are talked about."""
_OURS = {DeedState.DONE: Ink.POSITIVE, DeedState.LATE: Ink.WARNING}


@dataclass(frozen=True, slots=True)
class BriefWords:
    """Makes the words of a brief, for a language and a locale, and of a call if one is at hand."""

    brief: Brief
    language: str
    locale: str
    talk: InTalk | None = None

    def said_paid(self) -> list[tuple[Run, ...]]:
        """What they say to have paid and is not found, each with until when it is waited for."""
        found: list[tuple[Run, ...]] = []
        for standing in self.brief.said:
            if standing.state in UNFOUND:
                said, stands = running_claim_words(
                    standing, self.language, self.locale, self.brief.as_at
                )
                waits = standing.state is ClaimState.WAITING
                ink = Ink.MUTED if waits else Ink.WARNING
                found.append((Run(f"{said},"), Run(stands, ink)))
        return found

    # ------------------------------------------------------------- who and how much
    def second_line(self) -> str:
        """The code, and how the customer usually pays."""
        group, at = self.brief.group, (self.language, self.locale)
        if group is None:
            return self.brief.customer.code + _DOT + say.habit_words(self.brief.lateness, *at)
        return self.brief.customer.code + _DOT + say.group_habit_words(group.lateness, *at)

    def figures(self) -> list[TitledFigure]:
        """Owed, overdue, disputed, unallocated: a line for every currency, never a sum across."""
        _, accounts = words(self.language).gettext, self.brief.spoken_of
        ageings = [account.ageing for account in accounts]
        overdue = [ageing.overdue for ageing in ageings]
        disputed = [account.unanswered for account in accounts]
        return [
            self._figure(_("Owed"), [ageing.owed for ageing in ageings]),
            self._figure(_("Overdue"), overdue, Ink.DANGER),
            self._figure(_("Under query"), disputed),
            self._figure(_("Unallocated"), [-ageing.unallocated for ageing in ageings]),
        ]

    def parts(self) -> str:
        """That the figures are a head office's with its branches, and where; '' of anybody else."""
        group = self.brief.group
        if group is None:
            return ""
        parts = [(part.name, part.overdue) for part in group.parts]
        return say.parts_words(parts, self.language, self.locale)

    def _figure(self, title: str, amounts: Sequence[Money], ink: Ink = Ink.TEXT) -> TitledFigure:
        if not any(amounts):
            return TitledFigure(title, (NOTHING,), Ink.MUTED)
        lines = tuple(self._money(amount) if amount else NOTHING for amount in amounts)
        return TitledFigure(title, lines, ink)

    def stairs(self) -> list[tuple[Step, ...]]:
        """The ageing of every currency in which anything is owed."""
        aged = [account.ageing for account in self.brief.spoken_of if account.ageing.owed]
        return [self._steps(ageing, symbol=len(aged) > 1) for ageing in aged]

    def _steps(self, ageing: Ageing, *, symbol: bool) -> tuple[Step, ...]:
        amounts = [Money(minor, ageing.currency) for minor in ageing.sums]
        return tuple(
            Step(
                rank,
                say.bucket_mark(rank, self.language),
                money(amount, self.locale, symbol=symbol) if amount else NOTHING,
                amount.minor,
            )
            for rank, amount in enumerate(amounts)
        )

    def oldest(self) -> tuple[Run, ...]:
        """The oldest item that is open, and its age."""
        group, _ = self.brief.group, words(self.language).gettext
        oldest = self.brief.oldest if group is None else group.oldest
        if oldest is None or oldest.due_day is None:
            return (Run(_("Nothing is open."), Ink.MUTED),)
        late = (self.brief.as_at - oldest.due_day).days
        item = _("Oldest: {item}, {amount}, due {day},").format(
            item=entry_label(oldest.kind, oldest.number, self.language),
            amount=self._money(oldest.open),
            day=day_in_note(oldest.due_day, self.locale, self.brief.as_at),
        )
        age = _whole(say.age_words(late, self.language, self.locale))
        aged = Run(age, Ink.DANGER if late > 0 else Ink.MUTED)
        if group is None or oldest.customer_id == self.brief.customer.id:
            return Run(item, Ink.MUTED), aged
        return Run(item, Ink.MUTED), aged, Run(_("at {name}").format(name=group.oldest_of))

    # ------------------------------------------------------------- why and what to say
    def why(self) -> tuple[str, str]:
        """The reason to act on, and the supporting ones."""
        if self.brief.line is None:
            return self._why_not(), ""
        if self.brief.left_out is not None:
            return self._why_not(), _DOT.join(map(self._reason, self.brief.line.reasons))
        first, *others = self.brief.line.reasons
        supporting = [reason for reason in others if reason.code not in _SAID_ABOVE]
        return self._reason(first), _DOT.join(map(self._reason, supporting))

    def _why_not(self) -> str:
        """Nobody is asked today: perhaps because what is late is within its days of grace."""
        waits, out = self.brief.patience, self.brief.left_out
        if waits is None and out is not None:
            why = why_not_words(out, self.language, self.locale, self.brief.as_at)
            return words(self.language).gettext("Not on today's list: {why}.").format(why=why)
        if waits is None:
            return words(self.language).gettext("Not on today's list.")
        said = words(self.language).ngettext(
            "Late, and followed up from {day} (grace of {count} day).",
            "Late, and followed up from {day} (grace of {count} days).",
            waits.days,
        )
        day = day_in_note(waits.day, self.locale, self.brief.as_at)
        return said.format(day=day, count=number(waits.days, self.locale))

    def _reason(self, reason: Reason) -> str:
        return reason_words(reason, self.language, self.locale, self.brief.as_at)

    def points(self) -> str:
        """What the line's points are for; shown on request only."""
        line = self.brief.line
        parts = () if line is None else line.parts
        return _DOT.join(part_words(part, self.language, self.locale) for part in parts)

    @property
    def _script(self) -> Script | None:
        """What is talked about: in a call its own; else that of the day, where there is any."""
        if self.talk is not None:
            return self.talk.script
        found = self.brief.script
        idle = self.brief.line is None and found.situation in _NOTHING_TO_SAY
        return None if idle else found

    def goal(self) -> tuple[str, str]:
        """A title and what the contact should bring; nothing where none is due."""
        line, script, _ = self.brief.line, self._script, words(self.language).gettext
        if script is None:
            return "", ""
        rings = self.talk is not None or (line is not None and line.channel is Channel.CALL)
        title = _("Goal of this call") if rings else _("Goal")
        return title, talk_goal(script, self.language, self.locale)

    def opening(self) -> str:
        """A first sentence, in quotation marks."""
        script, _ = self._script, words(self.language).gettext
        if script is None:
            return ""
        person = self.brief.person
        name = self.brief.stranger if person is None else person.name
        name = name if self.talk is None else self.talk.contact
        us = self.brief.before.us
        said = talk_opening(script, name, us, self.language, self.locale)
        return _("“{words}”").format(words=said) if said else ""

    # ------------------------------------------------------------- what was said
    def talks(self) -> list[Talk]:
        """The last contacts, the latest first."""
        return [self._talk(row) for row in self.brief.talks]

    def tried(self) -> str:
        """Whom we tried to reach in vain since the last of them; '' if nobody."""
        tried = self.brief.before.tried
        return tried_words(tried, self.language, self.locale, self.brief.as_at)

    def mood(self) -> tuple[str, list[int]]:
        """Where the mood of the last talks goes, and its heights; none where none was noted."""
        moods = self.brief.moods
        said = say.mood_words(trend(moods), self.language) if moods else ""
        return said, [warmth(mood) for mood in moods]

    def _talk(self, row: InteractionRow) -> Talk:
        made = set(self.brief.made_in.get(row.id, ()))
        lines = [self._theirs(s) for s in self.brief.standings if s.promise.id in made]
        lines += [self._ours(deed) for deed in self.brief.deeds if deed.id in made]
        day = day_in_note(row.day, self.locale, self.brief.as_at)
        said = outcome_words(row.outcome, self.language)
        ended = (Run(capital(said) + "."), Run(row.notes))
        glyph = _CHANNELS.get(row.channel, Glyph.NOTE)
        shown = tuple(lines) or (ended,)
        if row.override:
            shown += ((Run(override_words(row.override, self.language), Ink.MUTED),),)
        return Talk(glyph, day, shown, row.notes, is_free=not lines)

    def _theirs(self, standing: Standing) -> tuple[Run, ...]:
        said = say.promise_words(standing.promise, self.language, self.locale, self.brief.as_at)
        state = _whole(promise_state_words(standing.state, self.language))
        return Run(said), Run(state, _THEIRS.get(standing.state, Ink.MUTED))

    def _ours(self, deed: Deed) -> tuple[Run, ...]:
        state = deed_state(deed, self.brief.as_at)
        said = say.deed_words(deed, self.language, self.locale, self.brief.as_at)
        stands = _whole(deed_state_words(state, self.language))
        return Run(said), Run(stands, _OURS.get(state, Ink.MUTED))

    def _money(self, amount: Money) -> str:
        return money(amount, self.locale, symbol=True)


def _whole(text: str) -> str:
    """A few words that no line end comes between."""
    return text.replace(" ", NBSP)
