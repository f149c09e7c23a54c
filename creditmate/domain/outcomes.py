"""How a call can end: a fixed list, so that outcomes can be counted.

Source: domain-rules 4.7; the letters of the first sixteen from mock-up 05, the others' are what
the alphabet had left, so that a letter means the same outcome in every call.
"""

from enum import StrEnum


class OutcomeGroup(StrEnum):
    """What sort of result an outcome is."""

    NOT_REACHED = "not_reached"
    REACHED = "reached"
    COURTESY = "courtesy"


class Outcome(StrEnum):
    """Every result a call can have; the values are stored and never change."""

    NO_ANSWER = "no_answer"
    VOICEMAIL = "voicemail"
    WRONG_NUMBER = "wrong_number"
    GATEKEEPER = "gatekeeper"
    AWAY = "away"
    BUSY = "busy"
    PAYMENT_SENT = "payment_sent"
    WILL_PAY = "will_pay"
    PART_PAYMENT = "part_payment"
    PLAN_AGREED = "plan_agreed"
    WAITING_APPROVAL = "waiting_approval"
    NEXT_PAYMENT_RUN = "next_payment_run"
    INVOICE_NOT_RECEIVED = "invoice_not_received"
    PAPERS_MISSING = "papers_missing"
    DISPUTE = "dispute"
    ASKS_FOR_TIME = "asks_for_time"
    CANNOT_PAY = "cannot_pay"
    REFUSES = "refuses"
    CEASED_TRADING = "ceased_trading"
    CALL_BACK = "call_back"
    ALL_WELL = "all_well"
    QUERY_TAKEN = "query_taken"
    DETAILS_CORRECTED = "details_corrected"
    FEEDBACK = "feedback"
    OPPORTUNITY = "opportunity"
    DO_NOT_CALL = "do_not_call"

    @property
    def group(self) -> OutcomeGroup:
        """What sort of result this is."""
        if self in _NOT_REACHED:
            return OutcomeGroup.NOT_REACHED
        return OutcomeGroup.COURTESY if self in _COURTESY else OutcomeGroup.REACHED

    @property
    def reached(self) -> bool:
        """Whether we spoke with somebody of the customer's who could answer."""
        return self.group is not OutcomeGroup.NOT_REACHED

    def answers(self, *, incoming: bool) -> bool:
        """Whether what is owed was spoken of, as far as is known.

        A talk that they began about something else answers nothing that we wait for.
        """
        return self.reached and not (incoming and self.group is OutcomeGroup.COURTESY)

    @property
    def agrees(self) -> bool:
        """Whether a day set in such a talk was agreed with them: who refuses agrees to nothing."""
        return self.reached and not self.leaves_it_to_us

    @property
    def leaves_it_to_us(self) -> bool:
        """Whether a day set in such a talk is ours: they refused, or asked not to be called."""
        return self in _OURS_TO_PLAN

    @property
    def key(self) -> str:
        """The letter that chooses this outcome during a call."""
        return _KEYS[self]

    @property
    def promises_money(self) -> bool:
        """Whether it is a promise to pay, which needs an amount and a day."""
        return self in _PROMISES

    @property
    def rules_out_promise(self) -> bool:
        """Whether they cannot have promised money: nobody was reached, or they said they do not."""
        return not self.reached or self in _NO_MONEY


class CallKind(StrEnum):
    """What a call is for, which decides the outcomes that are shown first."""

    COLLECTION = "collection"
    COURTESY = "courtesy"
    INCOMING = "incoming"


def usual_outcomes(kind: CallKind) -> tuple[Outcome, ...]:
    """Return the sixteen outcomes that a kind of call mostly has, in reading order."""
    return _USUAL[kind]


def further_outcomes(kind: CallKind) -> tuple[Outcome, ...]:
    """Return all the others."""
    return tuple(outcome for outcome in Outcome if outcome not in _USUAL[kind])


def outcome_of_key(letter: str) -> Outcome | None:
    """Return what a letter chooses, small or capital; ``None`` if it is no letter of ours."""
    return next((o for o, key in _KEYS.items() if key == letter.upper()), None)


_NOT_REACHED = frozenset(
    {
        Outcome.NO_ANSWER,
        Outcome.VOICEMAIL,
        Outcome.WRONG_NUMBER,
        Outcome.GATEKEEPER,
        Outcome.AWAY,
        Outcome.BUSY,
    }
)
_COURTESY = frozenset(
    {
        Outcome.ALL_WELL,
        Outcome.QUERY_TAKEN,
        Outcome.DETAILS_CORRECTED,
        Outcome.FEEDBACK,
        Outcome.OPPORTUNITY,
        Outcome.DO_NOT_CALL,
    }
)
_KEYS = {
    Outcome.WILL_PAY: "P",
    Outcome.PAYMENT_SENT: "S",
    Outcome.PART_PAYMENT: "T",
    Outcome.PLAN_AGREED: "L",
    Outcome.WAITING_APPROVAL: "W",
    Outcome.NEXT_PAYMENT_RUN: "R",
    Outcome.INVOICE_NOT_RECEIVED: "I",
    Outcome.PAPERS_MISSING: "O",
    Outcome.DISPUTE: "D",
    Outcome.ASKS_FOR_TIME: "A",
    Outcome.CANNOT_PAY: "H",
    Outcome.REFUSES: "X",
    Outcome.NO_ANSWER: "N",
    Outcome.VOICEMAIL: "V",
    Outcome.GATEKEEPER: "G",
    Outcome.CALL_BACK: "B",
    Outcome.ALL_WELL: "E",
    Outcome.QUERY_TAKEN: "Q",
    Outcome.DETAILS_CORRECTED: "K",
    Outcome.FEEDBACK: "F",
    Outcome.OPPORTUNITY: "U",
    Outcome.DO_NOT_CALL: "Z",
    Outcome.WRONG_NUMBER: "M",
    Outcome.AWAY: "Y",
    Outcome.BUSY: "J",
    Outcome.CEASED_TRADING: "C",
}
_PROMISES = frozenset({Outcome.WILL_PAY, Outcome.PART_PAYMENT, Outcome.NEXT_PAYMENT_RUN})
_OURS_TO_PLAN = frozenset({Outcome.REFUSES, Outcome.DO_NOT_CALL})
_NO_MONEY = frozenset({Outcome.REFUSES, Outcome.CANNOT_PAY, Outcome.CEASED_TRADING})
_USUAL = {
    CallKind.COLLECTION: (
        Outcome.WILL_PAY, Outcome.PAYMENT_SENT, Outcome.PART_PAYMENT, Outcome.PLAN_AGREED,
        Outcome.WAITING_APPROVAL, Outcome.NEXT_PAYMENT_RUN, Outcome.INVOICE_NOT_RECEIVED,
        Outcome.PAPERS_MISSING,
        Outcome.DISPUTE, Outcome.ASKS_FOR_TIME, Outcome.CANNOT_PAY, Outcome.REFUSES,
        Outcome.NO_ANSWER, Outcome.VOICEMAIL, Outcome.GATEKEEPER, Outcome.CALL_BACK,
    ),
    CallKind.COURTESY: (
        Outcome.ALL_WELL, Outcome.QUERY_TAKEN, Outcome.DETAILS_CORRECTED, Outcome.FEEDBACK,
        Outcome.INVOICE_NOT_RECEIVED, Outcome.PAPERS_MISSING, Outcome.WAITING_APPROVAL,
        Outcome.NEXT_PAYMENT_RUN,
        Outcome.WILL_PAY, Outcome.DISPUTE, Outcome.OPPORTUNITY, Outcome.DO_NOT_CALL,
        Outcome.NO_ANSWER, Outcome.VOICEMAIL, Outcome.GATEKEEPER, Outcome.CALL_BACK,
    ),
    CallKind.INCOMING: (
        Outcome.PAYMENT_SENT, Outcome.WILL_PAY, Outcome.PART_PAYMENT, Outcome.NEXT_PAYMENT_RUN,
        Outcome.DISPUTE, Outcome.QUERY_TAKEN, Outcome.INVOICE_NOT_RECEIVED, Outcome.PAPERS_MISSING,
        Outcome.ASKS_FOR_TIME, Outcome.PLAN_AGREED, Outcome.CANNOT_PAY, Outcome.WAITING_APPROVAL,
        Outcome.CALL_BACK, Outcome.DETAILS_CORRECTED, Outcome.ALL_WELL, Outcome.FEEDBACK,
    ),
}  # fmt: skip
