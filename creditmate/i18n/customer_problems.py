"""Why something cannot be done with a customer, in words: what is open, what rests on it."""

from collections.abc import Mapping
from typing import cast

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.groups import NoGroup
from creditmate.domain.merging import NoMerge
from creditmate.domain.open_business import Open
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import number

_OPEN = {
    Open.ITEMS: N_("invoices, receipts or credits not settled ({count})"),
    Open.DISPUTES: N_("queries ({count})"),
    Open.STEPS: N_("next steps ({count})"),
    Open.DEEDS: N_("promises of ours ({count})"),
    Open.WORK: N_("work not invoiced ({count})"),
    Open.DRAFTS: N_("calls or invoices being typed ({count})"),
    Open.BRANCHES: N_("branches ({count})"),
}
_GROUPS = {
    NoGroup.ITSELF: N_("Nobody is the head office of themselves."),
    NoGroup.HEAD_IS_BRANCH: N_(
        "That head office is a branch itself. Choose the one above it: groups have one level."
    ),
    NoGroup.HAS_BRANCHES: N_(
        "This customer has branches of its own, so it cannot be one. Let them belong to the other"
        " head office first."
    ),
    NoGroup.HEAD_ARCHIVED: N_("That head office is put away. Take it back first."),
}
_MERGES = {
    NoMerge.SAME: N_("That is one and the same customer already."),
    NoMerge.ARCHIVED: N_("One of the two is put away. Take it back first."),
    NoMerge.BRANCH_OF_GIVER: N_(
        "The one that would stay is a branch of the other. Merge them the other way round."
    ),
    NoMerge.KEEPER_IS_BRANCH: N_(
        "The one that would stay is a branch, and the other has branches. Let them belong to"
        " another head office first."
    ),
    NoMerge.MERGED: N_(
        "This customer was merged into another one. Undo the merge to take it back."
    ),
    NoMerge.BOTH_TYPED: N_("Calls with both are being typed. Save or discard one of them first."),
}
_RESTING = {
    "allocation": N_("money matched between the two"),
    "merge": N_("another merge"),
    "interaction": N_("a contact"),
    "task": N_("a next step"),
    "promise": N_("a promise"),
    "promise_item": N_("a promise"),
    "promise_event": N_("a promise"),
    "dispute_item": N_("a query"),
    "claim": N_("a payment said to be sent"),
    "claim_item": N_("a payment said to be sent"),
    "claim_event": N_("a payment said to be sent"),
    "document_paper": N_("an invoice"),
    "own_document": N_("an invoice"),
    "work_item": N_("work that was invoiced"),
    "attachment": N_("a file"),
    "customer": N_("a change of the customer"),
    "contact": N_("a change of a contact"),
    "site": N_("a change of an address"),
}
_FILES = {
    "empty": N_("{name} is empty."),
    "large": N_("{name} is larger than 20 MB. Make it smaller, or keep it in a folder."),
    "unreadable": N_("{name} cannot be read: {system}"),
    "subject": N_("{name}: what it is to prove is not this customer's."),
    "gone": N_("That file is not in the ledger."),
    "mail": N_("{name} is no e-mail that was saved as a file (.eml)."),
}
_SAYS = frozenset(
    {
        Problem.CUSTOMER_OPEN,
        Problem.GROUP_REFUSED,
        Problem.DECISION_STANDS,
        Problem.MERGE_REFUSED,
        Problem.MERGE_STANDS,
        Problem.ATTACHMENT_REFUSED,
    }
)


def is_about_customers(problem: Problem) -> bool:
    """Whether ``customer_problem_words`` has the words for a problem."""
    return problem in _SAYS


def customer_problem_words(error: UserError, language: str, locale: str) -> str:
    """Return an error about a customer in words; every fact is filled in already."""
    _, facts = words(language).gettext, error.facts
    why = str(facts.get("why", ""))
    if error.problem is Problem.GROUP_REFUSED:
        return _(_GROUPS[NoGroup(why)])
    if error.problem is Problem.MERGE_REFUSED:
        return _(_MERGES[NoMerge(why)])
    if error.problem is Problem.ATTACHMENT_REFUSED:
        return _(_FILES[why]).format(name=facts.get("name", ""), system=facts.get("system", "–"))
    if error.problem is Problem.DECISION_STANDS:
        return _("This was taken back or ended already, or something later rests on it.")
    if error.problem is Problem.MERGE_STANDS:
        return _merge_stands(facts, language)
    counts = cast("Mapping[Open, int]", facts["open"])
    waiting = ", ".join(
        _(_OPEN[what]).format(count=number(count, locale)) for what, count in counts.items()
    )
    text = _("{code} cannot be put away while this is open: {what}.")
    return text.format(code=facts["code"], what=waiting)


def _merge_stands(facts: Mapping[str, object], language: str) -> str:
    _ = words(language).gettext
    rows = cast("tuple[tuple[str, int], ...]", facts["rows"])
    if not rows:
        return _("This merge was undone already.")
    other = N_("something recorded since")
    said = dict.fromkeys(_(_RESTING.get(table, other)) for table, _id in rows)
    text = _("This merge cannot be undone any more. It rests on: {what}.")
    return text.format(what=", ".join(said))
