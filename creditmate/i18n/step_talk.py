"""What a talk at a step of the policy opens with and should bring: the further, the plainer.

Nobody is threatened: what follows is named where it is the next thing that we do, as a fact, and
with it what can still be agreed instead.

Source: product.md (convictions 1-3, 7, 14), domain-rules 4.12 and 4.13.
"""

from collections.abc import Mapping

from creditmate.domain.contact_steps import Step
from creditmate.i18n.catalogue import N_

STEP_GOALS: Mapping[Step, str] = {
    Step.WELCOME: N_("The invoice with the right person, and how they like to be invoiced."),
    Step.CALL_2: N_("What holds {amount} up, what would help, and a day for it."),
    Step.MANAGER: N_(
        "Our manager’s call: who can decide about {amount}, what stands in the way, and a firm day."
    ),
    Step.FINAL: N_(
        "A firm day for {amount}, and that they know what we decide next: whether we go on"
        " supplying on account."
    ),
    Step.LETTER_BEFORE: N_(
        "An agreement about {amount}, and that they know what comes next: a letter before action."
    ),
    Step.REVIEW: N_("What is realistic for {amount}: a plan, a visit, or help for them."),
    Step.HAND_OVER: N_(
        "Whether anything about {amount} can still be agreed, and that they know what comes next:"
        " we hand it over."
    ),
}
"""What a talk should bring at a step; the others are like any about money that is due."""
STEP_OPENINGS: Mapping[Step, str] = {
    Step.WELCOME: N_(
        "{hello}our invoice went out to you the other day. Is it with the right person, and is"
        " everything on it as you need it?"
    ),
    Step.REMINDER_1: N_(
        "{hello}there is still {amount} open here. Is there anything about it that we should clear"
        " up, and when can we look out for it?"
    ),
    Step.CALL_2: N_(
        "{hello}{amount} has been open here for a while now. What holds it up, and which day would"
        " work for you?"
    ),
    Step.MANAGER: N_(
        "{hello}there is still {amount} open here, and I would like to settle with you today how we"
        " go on. What stands in the way, and who can decide it with us?"
    ),
    Step.FINAL: N_(
        "{hello}this is about {amount}, and I would like to be open with you: it is our last"
        " reminder before we decide whether we can go on supplying on account. Can we agree a day,"
        " or parts that you can keep to?"
    ),
    Step.LETTER_BEFORE: N_(
        "{hello}this is about {amount}, and I would like to be open with you: the next thing we"
        " would send is a letter before action. I would much rather agree something with you now."
        " What would work for you?"
    ),
    Step.REVIEW: N_(
        "{hello}{amount} has been open for a long time, and I would like to find out with you what"
        " is realistic: in parts, or by sitting down together. What would work for you?"
    ),
    Step.HAND_OVER: N_(
        "{hello}this is about {amount}, and I would like to be open with you: we are about to hand"
        " it over to somebody outside. Before we do, is there anything that the two of us can"
        " still agree?"
    ),
}
"""What a talk opens with at a step; a friendly call does as any about money that is due."""
