"""What a talk may open with, and should bring, by the line of the day it is about.

Source: product.md (convictions 1-3 and 14), mock-ups 01 and 05: plain, kind, no blame.
"""

from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Kind
from creditmate.i18n.catalogue import N_

GOALS = {
    Kind.OURS_LATE: N_("Do what we promised, and say by when the rest follows."),
    Kind.OURS_DUE: N_("Do today what we promised for today."),
    Kind.CALL_BACK: N_("The answer we were to ring back for, and the next step with a day."),
    Kind.PROMISE_NOT_KEPT: N_("What got in the way, and a firm day for {amount}."),
    Kind.SAID_PAID: N_(
        "How and when {amount} was sent, with which reference, and to which account."
    ),
    Kind.CHECK_MONEY: N_(
        "Match {amount} first; ring only where nothing shows which invoice it is for."
    ),
    Kind.PLANNED_CALL: N_("What you planned to ask or to tell, and the next step with a day."),
    Kind.FOLLOW_UP: N_("A day for {amount}, and whether anything holds it up."),
    Kind.COURTESY: N_(
        "Goods and invoice right, its order number on it, who approves it, and when the payment"
        " run is."
    ),
    Kind.ANSWER_DUE: N_("Our answer to what they asked, and the next step with a day."),
    Kind.VISIT: N_("What the visit is for, and that the time still suits them."),
    Kind.PLAN_DEFAULT: N_("Whether the plan can be taken up again, or what fits instead."),
    Kind.INSTALMENT: N_("Whether {amount} of the plan is on its way, and whether it still fits."),
    Kind.NOTED: N_("What they told us last time, and what we make of it."),
    Kind.STAY_IN_TOUCH: N_("How things are, and whether anything is open between us."),
}
OPENINGS = {
    Kind.OURS_LATE: N_(
        "{hello}I said you would hear from me, and it has taken longer than it should."
    ),
    Kind.OURS_DUE: N_("{hello}I said you would hear from me today."),
    Kind.CALL_BACK: N_("{hello}we agreed that I would ring again today. Is this a good moment?"),
    Kind.PROMISE_NOT_KEPT: N_(
        "{hello}we agreed {amount} for {day} and I haven't seen it yet. Is something holding it up?"
    ),
    Kind.SAID_PAID: N_(
        "{hello}you told me that {amount} was sent on {day}. I have looked and cannot find it."
        " Could you tell me how it went?"
    ),
    Kind.CHECK_MONEY: N_(
        "{hello}there is {amount} on your account that I have not matched yet. Which invoice is"
        " it for?"
    ),
    Kind.PLANNED_CALL: N_("{hello}I wanted to hear how things stand. Is this a good moment?"),
    Kind.FOLLOW_UP: N_(
        "{hello}this is about {amount} that has passed its day. Did the invoices reach you,"
        " and is everything as it should be?"
    ),
    Kind.COURTESY: N_(
        "{hello}did everything arrive as you wanted it, and is our invoice with the right person?"
    ),
    Kind.ANSWER_DUE: N_(
        "{hello}you asked us about an invoice, and you are to have our answer. Is this a good"
        " moment?"
    ),
    Kind.VISIT: N_("{hello}I am ringing about our visit. Does the time still suit you?"),
    Kind.PLAN_DEFAULT: N_(
        "{hello}our plan has come to a stop, and I would like to find with you what fits now."
    ),
    Kind.INSTALMENT: N_(
        "{hello}the part of our plan for {day} is {amount}. Does it go as we agreed?"
    ),
    Kind.NOTED: N_("{hello}you told me something last time that I wanted to come back to."),
    Kind.STAY_IN_TOUCH: N_(
        "{hello}we have not spoken for a while. How are things, and is there anything we can do?"
    ),
}
CALL_BACK_LATE = N_(
    "{hello}I said that I would ring you on {day}, and I am late. Is this a good moment?"
)
CALL_BACK_FIRST = N_("{hello}we agreed that I would ring again today.")
CALL_BACK_LATE_FIRST = N_("{hello}I said that I would ring you on {day}, and I am late.")
"""The same where something else is spoken of after it, with a question of its own."""
VISIT_GOAL = N_(
    "That they know we look forward to the visit on {visit}, and what they need from us for it."
)
VISIT_OPENING = N_(
    "{hello}we see each other on {visit}. Is there anything that you would like to speak about"
    " then, or that I should bring along?"
)
"""Where what they owe is left to a visit that they know of: it is not asked for before."""
CHORE_GOAL = N_("What is to be done for the visit, done.")
BANK_GOAL = N_("See whether {amount} has come before anybody is rung.")
BANK_OPENING = N_(
    "{hello}I am going through what has come in. Is {amount} on its way, or has it been sent?"
)
"""Nobody is to be rung yet, and nothing is known to have come, so there is nothing to thank for."""
PART_LATE = N_(
    "{hello}we agreed {amount} for {day}, and I haven't seen it yet. Does our plan still fit?"
)
"""Of a part of a plan whose day has passed; before it the plan is asked about."""
RETURNED = N_(
    "{hello}the bank sent the payment of {amount} back to us on {day}. Perhaps you know of it"
    " already: when can it go again?"
)
PART_CAME_GOAL = N_("Thank them for {came}; what holds up the rest, and a firm day for {amount}.")
PART_CAME = N_(
    "{hello}thank you for {came}. We agreed {amount} for {day}, so {rest} of it is still to come."
    " Is something holding it up?"
)
TIME_GOAL = N_("How it stands now that the time until {passed} is over, and a day for {amount}.")
TIME = N_(
    "{hello}we agreed on time until {day} for {amount}, and I haven't seen it yet. How does it"
    " stand?"
)
PEACE_GOAL = N_("How things are now, and what is possible for {amount}.")
PEACE = N_("{hello}we have left things until {day}. How are you now, and what is possible for you?")
"""Of what was agreed until a day that has passed: that comes before any step of ours."""
VISIT_PASSED_GOAL = N_("To put down how it went on {passed}, or another day for the visit.")
VISIT_PASSED = N_(
    "{hello}our visit was planned for {day}. I would like to hear how we go on from there."
)
"""Of a visit whose day has passed, and of which nothing was put down since."""
PASSED = {
    ReasonCode.TIME_PASSED: TIME,
    ReasonCode.PEACE_PASSED: PEACE,
    ReasonCode.VISIT_PASSED: VISIT_PASSED,
}
PASSED_GOALS = {
    ReasonCode.TIME_PASSED: TIME_GOAL,
    ReasonCode.VISIT_PASSED: VISIT_PASSED_GOAL,
    ReasonCode.PEACE_PASSED: PEACE_GOAL,
    ReasonCode.PAYMENT_RETURNED: GOALS[Kind.PROMISE_NOT_KEPT],
}

ANSWER_FIRST = N_("{hello}you asked us about an invoice, and you are to have our answer.")
"""Where something else is spoken of after it, with a question of its own."""
BESIDES = {
    ReasonCode.PROMISE_BROKEN: N_(
        "{opening} And there is the {amount} that we agreed for {day}: is something holding it up?"
    ),
    ReasonCode.PROMISE_PART_KEPT: N_(
        "{opening} And of the {amount} that we agreed for {day}, {rest} is still to come: is"
        " something holding it up?"
    ),
    ReasonCode.PAYMENT_RETURNED: N_(
        "{opening} And the bank sent the payment of {amount} back to us on {day}: when can it go"
        " again?"
    ),
    ReasonCode.TIME_PASSED: N_(
        "{opening} And the time that we agreed until {day} for {amount} is over: how does it stand?"
    ),
    ReasonCode.PLAN_DEFAULT: N_(
        "{opening} And our plan has come to a stop: I would like to find with you what fits now."
    ),
    ReasonCode.INSTALMENT_LATE: N_(
        "{opening} And there is the {amount} of our plan that we agreed for {day}: does it still"
        " fit?"
    ),
    ReasonCode.INSTALMENT_PART: N_(
        "{opening} And of the {amount} of our plan for {day}, {rest} is still to come: does it"
        " still fit?"
    ),
    ReasonCode.SAID_PAID_NOT_FOUND: N_(
        "{opening} And there is the {amount} that was sent on {day}, as you told me: I have looked"
        " and cannot find it. Could you tell me how it went?"
    ),
}
BESIDES_GOAL = N_("{goal} And what got in the way of {rest}, and a firm day for it.")
_PLAN_BESIDES = N_("{goal} And whether the plan still fits, and a day for {rest}.")
BESIDES_GOALS = {
    ReasonCode.TIME_PASSED: N_("{goal} And how it stands with {rest}, and a day for it."),
    ReasonCode.PLAN_DEFAULT: N_(
        "{goal} And whether the plan can be taken up again, or what fits instead."
    ),
    ReasonCode.INSTALMENT_LATE: _PLAN_BESIDES,
    ReasonCode.INSTALMENT_PART: _PLAN_BESIDES,
    ReasonCode.SAID_PAID_NOT_FOUND: N_(
        "{goal} And how and when {rest} was sent, with which reference, and to which account."
    ),
}
"""Of what was missed, behind what we owe them: ours is always said first."""
