"""Terms in the sample: published, sent, signed, agreed by mail, accepted by conduct, or not at all.

Nobody is asked by a calendar: who signed what follows from the place in the list of customers,
but for those who show something.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.db.acceptances import add_acceptance, add_sent
from creditmate.db.attachments import add_attachment
from creditmate.db.gateway import Writing
from creditmate.db.next_steps import add_task
from creditmate.db.terms import add_version
from creditmate.domain.acceptance import Capacity, Method, Way, clauses_text
from creditmate.domain.attachments import About, Subject
from creditmate.domain.terms import TICKED, Clause, in_order, wording_sha256
from creditmate.domain.wording import normal
from creditmate.services.sample import terms_texts as texts
from creditmate.services.sample.firms import Firm
from creditmate.services.sample.situations import SITUATIONS
from creditmate.services.sample.write import Ids

_FIRST_AGO, _SECOND_AGO = timedelta(days=1000), timedelta(days=240)
_SIGNED_AFTER = 12
"""Days after a version took effect, at the earliest, and as many apart."""
_MOST_DAYS = 180
_STRENGTHS = (
    (Method.SIGNED_TERMS, Capacity.DIRECTOR),
    (Method.SIGNED_APPLICATION, Capacity.OWNER),
    (Method.EMAIL, Capacity.MANAGER),
    (Method.TICKED, Capacity.UNKNOWN),
    (Method.SIGNED_TERMS, Capacity.PARTNER),
    (Method.QUOTE, Capacity.UNKNOWN),
)
_OLD_EVERY = 7
"""Of so many customers one has signed the first version only."""
_SENT_AGO, _ASK_AFTER = timedelta(days=16), timedelta(days=14)
_SAYS = b"From: accounts\r\nSubject: Your terms\r\n\r\nAgreed, thank you.\r\n"


@dataclass(frozen=True, slots=True)
class _Published:
    """A version in the sample."""

    id: int
    from_day: date
    clauses: Sequence[Clause]


def write_terms(writing: Writing, firms: Sequence[Firm], ids: Ids, today: date) -> None:
    """Publish the terms and put down who was sent and accepted what, and how."""
    first = _publish(
        writing, texts.TITLE, "en", 1, today - _FIRST_AGO, texts.FIRST, texts.FIRST_CLAUSES
    )
    german = _publish(
        writing, texts.GERMAN_TITLE, "de", 1, today - _FIRST_AGO, texts.GERMAN, texts.GERMAN_CLAUSES
    )
    second = _publish(
        writing, texts.TITLE, "en", 2, today - _SECOND_AGO, texts.SECOND, texts.SECOND_CLAUSES
    )
    special = {SITUATIONS[name] for name in ("terms_without_proof", "first_invoice")}
    conduct, waits = SITUATIONS["terms_by_conduct"], SITUATIONS["terms_not_returned"]
    old, proved = SITUATIONS["terms_old_version"], SITUATIONS["terms_signed"]
    for place, firm in enumerate(firms):
        customer = ids.customers[firm.code]
        if firm.code in special:
            continue
        if firm.code == waits:
            _send(writing, customer, firm, second, today)
        elif firm.code == conduct:
            _conduct(writing, customer, second)
        elif firm.country == "DE":
            _accept(writing, customer, firm, german, place)
        elif firm.code == old or (place % _OLD_EVERY == 0 and firm.code != proved):
            _accept(writing, customer, firm, first, place)
        else:
            _accept(writing, customer, firm, second, place)


def _publish(  # noqa: PLR0913, PLR0917 - a version has so many parts
    writing: Writing,
    title: str,
    language: str,
    number: int,
    day: date,
    wording: str,
    clauses: Sequence[Clause],
) -> _Published:
    id_ = add_version(
        writing,
        in_order(clauses),
        None,
        title=title,
        language=language,
        number=number,
        effective_day=day,
        wording=normal(wording),
        file_name="",
        pages=None,
        sha256=wording_sha256(wording),
        note="" if number == 1 else "Fixed sums and costs, which the first version left out",
    )
    return _Published(id_, day, clauses)


def _accept(writing: Writing, customer: int, firm: Firm, version: _Published, place: int) -> None:
    method, capacity = _STRENGTHS[place % len(_STRENGTHS)]
    kinds = {clause.kind for clause in version.clauses} & set(TICKED)
    after = timedelta(days=_SIGNED_AFTER * (1 + place) % _MOST_DAYS)
    id_ = add_acceptance(
        writing,
        customer_id=customer,
        terms_version_id=version.id,
        day=version.from_day + after,
        method=method.value,
        contact_id=None,
        by_whom=firm.people[0].name,
        capacity=capacity.value,
        clauses=clauses_text(kinds),
        reference="",
        note="",
    )
    if method is Method.EMAIL:
        add_attachment(writing, _SAYS, customer, "agreed.eml", About(Subject.ACCEPTANCE, id_))


def _conduct(writing: Writing, customer: int, version: _Published) -> None:
    add_acceptance(
        writing,
        customer_id=customer,
        terms_version_id=version.id,
        day=version.from_day + timedelta(days=_SIGNED_AFTER),
        method=Method.CONDUCT.value,
        contact_id=None,
        by_whom="",
        capacity=Capacity.UNKNOWN.value,
        clauses="",
        reference="",
        note="They have ordered since, and said nothing",
    )


def _send(writing: Writing, customer: int, firm: Firm, version: _Published, today: date) -> None:
    task = add_task(
        writing,
        customer_id=customer,
        kind="other",
        day=today - _SENT_AGO + _ASK_AFTER,
        note=f"{texts.TITLE} v2 sent, not returned",
        from_interaction_id=None,
    )
    add_sent(
        writing,
        customer_id=customer,
        terms_version_id=version.id,
        day=today - _SENT_AGO,
        way=Way.POST.value,
        contact_id=None,
        to_whom=firm.people[0].name,
        paper_id=None,
        task_id=task,
    )
