"""Words for when one cannot talk, or not any more: a message, whom to ask, and a calm leave.

What is left with a machine or with somebody else says who called and where to ring, and never
what about: who hears it is not known (domain-rules 4.2). Source: S3, "remain calm".
"""

from collections.abc import Mapping

from creditmate.domain.call_manner import Closing
from creditmate.domain.our_people import Us
from creditmate.i18n.catalogue import N_, words

_CLOSINGS = {
    Closing.ANGRY: (
        N_("“I can hear that this has made you angry, and I want to understand why.”"),
        N_("“I would like to look into it before we go on, so that you get a proper answer.”"),
        N_("“Let me ring you again tomorrow when I have it in front of me. Thank you for"
           " telling me.”"),
    ),
    Closing.REFUSING: (
        N_("“I hear that you do not want to settle this today.”"),
        N_("“Let me note what you have told me, so that nobody asks you the same again.”"),
        N_("“I will write down where we are and send it to you, and ring you after that. Thank"
           " you for your time.”"),
    ),
    Closing.DISTRESSED: (
        N_("“Thank you for telling me. You do not have to settle anything on the telephone.”"),
        N_("“We can find something that you can manage, and there are people who help with this"
           " for nothing: I can send you their numbers.”"),
        N_("“Shall I leave you in peace for now, and ring again on a day that suits you?”"),
    ),
}  # fmt: skip
_NAMES = {
    Closing.ANGRY: N_("Angry"),
    Closing.REFUSING: N_("Refuses"),
    Closing.DISTRESSED: N_("In distress"),
}
_VOICEMAIL = {
    (True, True): N_(
        "“Good morning, this is {us}, for {contact}. Please ring me on {phone} when it suits you."
        " Thank you.”"
    ),
    (True, False): N_(
        "“Good morning, this is {us}, for {contact}. Please ring me when it suits you. Thank you.”"
    ),
    (False, True): N_(
        "“Good morning, this is {us}. Please ring me on {phone} when it suits you. Thank you.”"
    ),
    (False, False): N_("“Good morning, this is {us}. I will ring again. Thank you.”"),
}
"""By whether it is known whom one calls, and which number to leave."""
_GUARDED = {
    (True, True): N_(
        "“Good morning, this is {us}. May I speak with {contact}? If they are not in, would you"
        " ask them to ring me on {phone}? Thank you.”"
    ),
    (True, False): N_(
        "“Good morning, this is {us}. May I speak with {contact}? When would be a good time to"
        " ring again? Thank you.”"
    ),
    (False, True): N_(
        "“Good morning, this is {us}. When would be a good time to ring again? My number is"
        " {phone}. Thank you.”"
    ),
    (False, False): N_(
        "“Good morning, this is {us}. When would be a good time to ring again? Thank you.”"
    ),
}


def closing_words(closing: Closing, language: str) -> tuple[str, ...]:
    """Return three sentences, to be said in their order or one of them alone."""
    return tuple(map(words(language).gettext, _CLOSINGS[closing]))


def closing_name(closing: Closing, language: str) -> str:
    """Return what the three sentences are for: ``Angry``."""
    return words(language).gettext(_NAMES[closing])


def voicemail_words(us: Us, contact: str, language: str) -> str:
    """Return what to say to a machine: who calls, for whom, and where to ring."""
    return _left(_VOICEMAIL, us, contact, language)


def guarded_words(us: Us, contact: str, language: str) -> str:
    """Return what to say to somebody with whom the account may not be discussed.

    Args:
        us: Who of us is calling.
        contact: Who may be spoken with; '' where nobody is known by name.
        language: Of the words.
    """
    return _left(_GUARDED, us, contact, language)


def us_words(us: Us, language: str) -> str:
    """Return who of us is calling: ``Ros from Kestrel Lane``; '' where nobody knows."""
    if us.person and us.business:
        text = words(language).gettext("{person} from {business}")
        return text.format(person=us.person, business=us.business)
    return us.person or us.business


def _left(texts: Mapping[tuple[bool, bool], str], us: Us, contact: str, language: str) -> str:
    text = words(language).gettext(texts[bool(contact), bool(us.phone)])
    return text.format(us=us_words(us, language) or "…", contact=contact, phone=us.phone)
