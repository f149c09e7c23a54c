"""The steps of the policy as a line of Today says them, in the middle of a sentence."""

from creditmate.domain.contact_steps import Step
from creditmate.i18n.catalogue import N_, words

_STEPS = {
    Step.WELCOME: N_("a welcome call"),
    Step.COURTESY: N_("a courtesy call"),
    Step.CALL_1: N_("a friendly call"),
    Step.REMINDER_1: N_("the first reminder"),
    Step.CALL_2: N_("the second call and reminder"),
    Step.MANAGER: N_("a call from our manager"),
    Step.FINAL: N_("the final notice"),
    Step.LETTER_BEFORE: N_("the letter before action"),
    Step.REVIEW: N_("deciding what comes next: a plan, a visit or an agency"),
    Step.HAND_OVER: N_("handing it over"),
}


def mid_step_words(step: Step, language: str) -> str:
    """Return what a step is called within a sentence: ``a friendly call``."""
    return words(language).gettext(_STEPS[step])
