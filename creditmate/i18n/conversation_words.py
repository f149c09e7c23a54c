"""Outcomes of calls and states of promises in words: facts, never blame."""

from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import DeedState, PromiseState
from creditmate.i18n.catalogue import N_, words

_OUTCOMES = {
    Outcome.NO_ANSWER: N_("no answer"),
    Outcome.VOICEMAIL: N_("voicemail"),
    Outcome.WRONG_NUMBER: N_("wrong number"),
    Outcome.GATEKEEPER: N_("message left"),
    Outcome.AWAY: N_("person away"),
    Outcome.BUSY: N_("line busy"),
    Outcome.PAYMENT_SENT: N_("says paid"),
    Outcome.WILL_PAY: N_("will pay"),
    Outcome.PART_PAYMENT: N_("part payment"),
    Outcome.PLAN_AGREED: N_("plan agreed"),
    Outcome.WAITING_APPROVAL: N_("awaiting approval"),
    Outcome.NEXT_PAYMENT_RUN: N_("in the next payment run"),
    Outcome.INVOICE_NOT_RECEIVED: N_("invoice not received"),
    Outcome.PAPERS_MISSING: N_("papers missing"),
    Outcome.DISPUTE: N_("under query"),
    Outcome.ASKS_FOR_TIME: N_("asks for time"),
    Outcome.CANNOT_PAY: N_("cannot pay now"),
    Outcome.REFUSES: N_("will not pay"),
    Outcome.CEASED_TRADING: N_("ceased trading"),
    Outcome.CALL_BACK: N_("call back later"),
    Outcome.ALL_WELL: N_("all well"),
    Outcome.QUERY_TAKEN: N_("request taken"),
    Outcome.DETAILS_CORRECTED: N_("details corrected"),
    Outcome.FEEDBACK: N_("feedback given"),
    Outcome.OPPORTUNITY: N_("opportunity noted"),
    Outcome.DO_NOT_CALL: N_("asked not to be called"),
}
_STATES = {
    PromiseState.OPEN: N_("still open"),
    PromiseState.CHECK_BANK: N_("check the bank"),
    PromiseState.KEPT: N_("kept"),
    PromiseState.PART_KEPT: N_("part came"),
    PromiseState.LATE_KEPT: N_("came late"),
    PromiseState.BROKEN: N_("date passed"),
    PromiseState.WITHDRAWN: N_("withdrawn"),
    PromiseState.REPLACED: N_("replaced by a newer one"),
    PromiseState.LAPSED: N_("nothing left to pay"),
}
_DEEDS = {
    DeedState.OPEN: N_("still to do"),
    DeedState.LATE: N_("we are late"),
    DeedState.DONE: N_("done"),
    DeedState.DONE_LATE: N_("done late"),
    DeedState.WITHDRAWN: N_("withdrawn"),
    DeedState.REPLACED: N_("replaced by a newer one"),
}


def override_words(why: str, language: str) -> str:
    """Return why somebody went against the policy of contacts."""
    text = words(language).gettext("Contacted all the same: {why}.")
    return text.format(why=why.rstrip("."))


def outcome_words(code: str, language: str) -> str:
    """Return how a call ended."""
    return words(language).gettext(_OUTCOMES[Outcome(code)])


def promise_state_words(state: PromiseState, language: str) -> str:
    """Return how a promise stands."""
    return words(language).gettext(_STATES[state])


def deed_state_words(state: DeedState, language: str) -> str:
    """Return how a promise of ours stands."""
    return words(language).gettext(_DEEDS[state])
