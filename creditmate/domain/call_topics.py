"""What can be talked about in a call, each topic with the facts it names.

Source: product.md (convictions 1-3, 7, 10), domain-rules 4.7, mock-up 05.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.money import Money


class TopicCode(StrEnum):
    """Something to talk about; each names the facts of ``Topic`` that it fills."""

    HOW_ARE_THINGS = "how_are_things"
    RECALL_DAY = "recall_day"  # day
    THANK_PART = "thank_part"  # day, amount (what came)
    HOLDS_REST = "holds_rest"  # day, amount (what did not)
    WHAT_GOT_IN_THE_WAY = "what_got_in_the_way"
    RECALL_PAID = "recall_paid"  # day, amount
    HOW_SENT = "how_sent"
    UNDER_QUERY = "under_query"  # amount
    ANY_QUESTION = "any_question"
    AGREE = "agree"
    READ_BACK = "read_back"
    OUR_NEWS = "our_news"  # words
    WHEN_THE_REST = "when_the_rest"
    AS_AGREED = "as_agreed"
    RECEIVED = "received"
    WHO_APPROVES = "who_approves"
    ON_ITS_WAY = "on_its_way"
    FOR_WHICH = "for_which"
    GOODS_RIGHT = "goods_right"
    INVOICE_RIGHT = "invoice_right"
    PAYMENT_RUN = "payment_run"
    ANYTHING_ELSE = "anything_else"
    WHO_IS_IT = "who_is_it"
    WHAT_THEY_NEED = "what_they_need"
    WHAT_WE_DO = "what_we_do"
    WHAT_HOLDS_IT = "what_holds_it"
    WHAT_IS_WRONG = "what_is_wrong"  # amount
    WHAT_SHOWS_IT = "what_shows_it"
    WHO_ANSWERS = "who_answers"
    THE_REST = "the_rest"  # amount
    RECALL_PART = "recall_part"  # amount, day
    DOES_IT_FIT = "does_it_fit"
    WHAT_CHANGED = "what_changed"
    WHAT_FITS = "what_fits"
    WHAT_HELPS = "what_helps"
    SPEAK_AGAIN = "speak_again"
    PROMISED = "promised"  # amount, day
    SENT = "sent"  # amount, day
    MORE_TIME = "more_time"  # amount, day
    NEXT_PART = "next_part"  # amount, day
    STILL_FITS = "still_fits"
    OUR_VISIT = "our_visit"  # day
    OUR_LETTER = "our_letter"  # day
    TELL_ANSWER = "tell_answer"  # amount
    IS_IT_SETTLED = "is_it_settled"
    WHO_DECIDES = "who_decides"
    WHAT_FOLLOWS = "what_follows"
    WHAT_WOULD_WORK = "what_would_work"
    LEAVE_NAME = "leave_name"
    LEAVE_NUMBER = "leave_number"
    WHEN_IN = "when_in"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and its facts; those that its code does not name stay empty."""

    code: TopicCode
    day: date | None = None
    amount: Money | None = None
    words: str = ""
