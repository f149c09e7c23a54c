"""What to look at before a document is issued or a balance is written off; nothing of it stops."""

from enum import StrEnum


class Notice(StrEnum):
    """What to look at before a document is issued."""

    SUPPLIED_LATER = "supplied_later"
    USUAL_TERMS = "usual_terms"
    NOT_REGISTERED = "not_registered"
    NO_TAX_NUMBER_OF_THEIRS = "no_tax_number_of_theirs"
    BOOKS_ELSEWHERE = "books_elsewhere"
    NO_BANK = "no_bank"
    NO_ADVICE = "no_advice"
    ON_STOP = "on_stop"
    WITH_AGENCY = "with_agency"
    CLOSED = "closed"
    PUT_AWAY = "put_away"
    AT_REST = "at_rest"
    CHARGES_STOPPED = "charges_stopped"
    OVER_LIMIT = "over_limit"
    TERMS_NOT_PROVED = "terms_not_proved"
    TERMS_BY_CONDUCT = "terms_by_conduct"


class LeaveOut(StrEnum):
    """Why a small balance is better not written off."""

    IN_DISPUTE = "in_dispute"
    SAID_PAID = "said_paid"
    PROMISED = "promised"
    MONEY_TO_MATCH = "money_to_match"
