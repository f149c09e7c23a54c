"""What they said besides: an opportunity, feedback, how satisfied they are, what they were told."""

from dataclasses import replace

from creditmate.domain.barriers import Barrier
from creditmate.domain.contact_details import Told
from creditmate.domain.outcomes import Outcome
from creditmate.i18n.besides_words import barrier_title, told_chip
from creditmate.i18n.catalogue import words
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_sheets import CallSheet
from creditmate.ui.call.copies_wanted import CopiesWanted
from creditmate.ui.call.extra_part import ExtraPart
from creditmate.ui.call.extra_state import asks_copies
from creditmate.ui.kit.chip_flow import ChipFlow
from creditmate.ui.kit.chips import ChipText
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.theme.theme import Theme

_SCORES = range(1, 6)


class BarrierField(ExtraPart):
    """One tap, so that it can be counted; an outcome that names a barrier has it on already."""

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        _ = words(language).gettext
        super().__init__(theme, _("What is in the way?"))
        self.copies = CopiesWanted(theme, language, locale)
        self._outcome: Outcome | None = None
        texts = [ChipText(one.value, barrier_title(one, language)) for one in Barrier]
        self.chips = ChipFlow(theme, _("What is in the way"), texts, one=True)
        self.add_row((self.chips,), 0)
        self.add_row((self.copies,), 0)
        self.end(barrier=self.chips, copies=self.copies.chips)
        self.chips.turned.connect(self._on_turned)
        self.copies.chips.turned.connect(self.edited)

    def show_sheet(self, sheet: CallSheet) -> None:
        """Offer what is open, of which a copy may be wanted."""
        self.copies.show_sheet(sheet)

    def _on_turned(self) -> None:
        self._ask_which()
        self.edited.emit()

    def _ask_which(self) -> None:
        told = Barrier(self.barrier) if self.barrier else None
        wanted = asks_copies(self._outcome or "", told)
        self.copies.setVisible(wanted and self.copies.asks)

    @property
    def barrier(self) -> str:
        """The code of the barrier; '' where none is told."""
        return "".join(self.chips.on)

    def offer(self, barrier: str, outcome: Outcome | None) -> None:
        """Show what follows from the outcome."""
        self._outcome = outcome
        self.copies.ask_for(outcome)
        self.chips.turn((barrier,))
        self._ask_which()

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was tapped before."""
        self.offer(typed.barrier, Outcome(typed.outcome) if typed.outcome else None)
        self.copies.chips.turn(typed.copies)

    def typed(self, rest: TypedCall) -> TypedCall:
        """Return a form with what stands here."""
        return replace(rest, barrier=self.barrier, copies=self.copies.chosen)


class OpportunityField(ExtraPart):
    """A need that they spoke of themselves: a call that sells is another call."""

    def __init__(self, theme: Theme, language: str) -> None:
        _ = words(language).gettext
        super().__init__(theme, _("Opportunity"))
        self.line = LineInput(theme, _("Opportunity, in their words"))
        self.line.setPlaceholderText(_("what they would need, in their words"))
        self.add_row((self.line,), 0)
        self.end(opportunity=self.line)

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was typed before."""
        self.line.setText(typed.opportunity)

    def typed(self, rest: TypedCall) -> TypedCall:
        """Return a form with what stands here."""
        return replace(rest, opportunity=self.line.text())


class FeedbackField(ExtraPart):
    """What they think of us, in their words."""

    def __init__(self, theme: Theme, language: str) -> None:
        _ = words(language).gettext
        super().__init__(theme, _("Feedback"))
        self.line = LineInput(theme, _("Feedback, in their words"))
        self.line.setPlaceholderText(_("what they think of us, in their words"))
        self.add_row((self.line,), 0)
        self.end(feedback=self.line)

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was typed before."""
        self.line.setText(typed.feedback)

    def typed(self, rest: TypedCall) -> TypedCall:
        """Return a form with what stands here."""
        return replace(rest, feedback=self.line.text())


class SatisfactionField(ExtraPart):
    """From 1 to 5, asked when a question was answered or a plan has ended, and seldom."""

    def __init__(self, theme: Theme, language: str) -> None:
        _ = words(language).gettext
        super().__init__(theme, _("How satisfied are they with how we dealt with it? 5 is best"))
        chips = [ChipText(str(score), str(score)) for score in _SCORES]
        self.scores = ChipFlow(theme, _("How satisfied, 1 to 5"), chips, one=True)
        self.add_row((self.scores,), 0)
        self.end(satisfaction=self.scores)
        self.scores.turned.connect(self.edited)

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was typed before."""
        self.scores.turn((typed.satisfaction,))

    def typed(self, rest: TypedCall) -> TypedCall:
        """Return a form with what stands here."""
        return replace(rest, satisfaction="".join(self.scores.on))


class ToldField(ExtraPart):
    """What was said so that they know it; the brief tells it before the next call."""

    def __init__(self, theme: Theme, language: str) -> None:
        _ = words(language).gettext
        super().__init__(theme, _("They were told"))
        chips = [ChipText(one.value, told_chip(one, language)) for one in Told]
        self.told = ChipFlow(theme, _("What they were told"), chips)
        self.add_row((self.told,), 0)
        self.end(told=self.told)
        self.told.turned.connect(self.edited)

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was ticked before."""
        self.told.turn(typed.told)

    def typed(self, rest: TypedCall) -> TypedCall:
        """Return a form with what stands here."""
        return replace(rest, told=self.told.on)
