"""What colours and icons say of a customer, in the list and on the page alike."""

from creditmate.domain.customer_list import Flag, NextStep, Step
from creditmate.domain.worklist import Channel
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.icons import Glyph

FLAG_TONES = {
    Flag.ARCHIVED: Tone.NEUTRAL,
    Flag.DECEASED: Tone.NEUTRAL,
    Flag.INSOLVENT: Tone.NEUTRAL,
    Flag.BREATHING_SPACE: Tone.NEUTRAL,
    Flag.HARDSHIP: Tone.NEUTRAL,
    Flag.CEASED: Tone.WARNING,
    Flag.AT_REST: Tone.NEUTRAL,
    Flag.WITH_AGENCY: Tone.NEUTRAL,
    Flag.ON_STOP: Tone.DANGER,
    Flag.OVER_LIMIT: Tone.WARNING,
    Flag.DISPUTE: Tone.WARNING,
    Flag.PROMISE_PASSED: Tone.DANGER,
    Flag.NO_PHONE: Tone.WARNING,
}
_CHANNELS = {
    Channel.CALL: Glyph.CALL,
    Channel.EMAIL: Glyph.EMAIL,
    Channel.LETTER: Glyph.LETTER,
    Channel.BANK: Glyph.BANK,
    Channel.MATCH: Glyph.PAYMENT,
    Channel.VISIT: Glyph.VISIT,
    Channel.NONE: Glyph.LOCK,
}
_STEPS = {Step.PROMISE: Glyph.THEIR_PROMISE, Step.CALL: Glyph.CALL, Step.CHECK: Glyph.BANK}


def step_glyph(step: NextStep) -> Glyph:
    """Return the icon of a next step: the channel's for what is to be done today."""
    return _STEPS[step.step] if step.channel is None else _CHANNELS[step.channel]
