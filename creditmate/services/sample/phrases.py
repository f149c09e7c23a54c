"""What is noted after ordinary calls and letters: short, kind and concrete.

``{who}`` is the person, ``{sum}`` the amount, ``{by}`` the day and ``{inv}`` the oldest invoice.
"""

from collections.abc import Mapping

from creditmate.domain.outcomes import Outcome

LATE: Mapping[Outcome, tuple[str, ...]] = {
    Outcome.WILL_PAY: (
        "{who} had {inv} in the pile, apologised. {sum} by {by}.",
        "{sum} by {by}, {who} said it twice and wrote it down. Friendly.",
        "{who}: waiting for a big customer of theirs, but {sum} comes by {by} either way.",
        "Read out what is overdue, {who} ticked each off. {sum} by {by}.",
        "{who} had the payment keyed and not released. Will be done by {by}, {sum}.",
        "Bank token expired, says {who}; new one is in the post. {sum} by {by}.",
        "{who} back from holiday to three hundred e-mails. {inv} first, {sum} by {by}.",
        "{who} thought {inv} was on 60 days. Went through the terms together: {sum} by {by}.",
    ),
    Outcome.NEXT_PAYMENT_RUN: (
        "{inv} is approved and in the run of {by}, {sum}.",
        "{who}: run is on {by}, everything overdue is in it, {sum}.",
        "Missed the last run by a day. In the next one, {by}: {sum}. {who} checked on screen.",
        "{who} confirms {sum} for the run on {by}; remittance follows by e-mail.",
        "New system, says {who}, runs only every second week. Ours on {by}, {sum}.",
    ),
    Outcome.PAYMENT_SENT: (
        "{who} says {sum} went this morning, reference is {inv}.",
        "Rang to say it is on its way, {sum}. Nice touch.",
        "Payment sent according to {who}, {sum}; should be here by {by}.",
        "{who} laughed: pressed the button ten minutes before I rang. {sum}.",
    ),
    Outcome.WAITING_APPROVAL: (
        "{inv} waits for a signature; {who} carries it round today.",
        "{who} has booked it, director still to sign. Expect {sum} about {by}.",
        "Site manager has not confirmed the delivery of {inv} yet. {who} chases him for us.",
    ),
    Outcome.INVOICE_NOT_RECEIVED: (
        "{who} never had {inv}. Mailed it again while we spoke, arrived. Pays by {by}.",
        "{inv} went to an address that is gone. Corrected, sent again; {who} books it for {by}.",
        "{who} cannot find {inv}. Copy sent the same hour, {sum} follows by {by}.",
    ),
}
"""Talks about what was late."""

BY_MAIL = (
    "{who} answered the reminder within the day: {sum} goes with the run of {by}.",
    "Answer from {who}: {inv} was filed too early. {sum} by {by}, with apologies.",
    "{who} writes that {sum} is released for {by}.",
)
"""Written answers, of those who would rather not be rung."""

COURTESY: tuple[tuple[Outcome, str, str], ...] = (
    (Outcome.ALL_WELL, "Courtesy call: goods complete, {inv} is booked. {who} had nothing to add.",
     "all well, next time when they order"),
    (Outcome.ALL_WELL, "All in order with {inv}; {who} expects to pay on the day.",
     "pays on the day"),
    (Outcome.ALL_WELL, "{who} glad to hear from us when nothing is wrong. {inv} approved already.",
     "approved, nothing to follow up"),
    (Outcome.FEEDBACK, "Praise for the driver, who waited for the forklift. {who} told him too.",
     "told the driver"),
    (Outcome.FEEDBACK, "{who} would like delivery notes by e-mail the same day. Yard told.",
     "yard knows and has started"),
    (Outcome.DETAILS_CORRECTED, "Invoices to go to the accounts mailbox from now on. Changed while "
     "we spoke, {inv} sent there.", "changed and tried"),
    (Outcome.DETAILS_CORRECTED, "{who}: order number has to stand on the first line. Noted on the "
     "account.", "noted on the account"),
    (Outcome.OPPORTUNITY, "{who} asked whether we do fire doors. Ellen rings about drawings.",
     "Ellen has taken it over"),
    (Outcome.QUERY_TAKEN, "One length on {inv} split at the end, {who} used it anyway. Thanked for "
     "telling us, yard informed.", "settled on the phone"),
    (Outcome.QUERY_TAKEN, "{who} asked for the certificate for the oak on {inv}; mailed at once.",
     "sent while we spoke"),
)  # fmt: skip
"""Talks before anything was late: outcome, note, and why nothing follows."""

MISSED: tuple[tuple[Outcome, str], ...] = (
    (Outcome.NO_ANSWER, "Rang out."),
    (Outcome.VOICEMAIL, "Left name, number and {inv} on the machine."),
    (Outcome.VOICEMAIL, "Mailbox. Said what it is about in one sentence."),
    (Outcome.GATEKEEPER, "Switchboard took a message for {who}."),
    (Outcome.AWAY, "{who} out today, back tomorrow."),
    (Outcome.BUSY, "Engaged, twice."),
)
"""Attempts that reached nobody who could answer."""

REMINDERS = (
    "Reminder 1 with a copy of {inv}. No answer.",
    "Friendly reminder about {inv}, statement attached. No answer.",
    "Statement with {inv} marked. Nothing back yet.",
)
"""Reminders by e-mail."""
