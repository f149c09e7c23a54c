"""What the chips over a story narrow it to: a topic, or one way of being in contact."""

from collections.abc import Mapping
from dataclasses import replace

from creditmate.domain.contact_channels import Way
from creditmate.domain.story import StoryWanted, Topic
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.story_words import topic_words
from creditmate.ui.kit.chips import ChipText

_WAYS: Mapping[Way, str] = {
    Way.CALL: N_("Calls"),
    Way.EMAIL: N_("E-mails"),
    Way.VISIT: N_("Visits"),
    Way.TEXT: N_("Text messages"),
    Way.MEETING: N_("Meetings"),
    Way.LETTER: N_("By post"),
}
"""In their order: the first of them have keys."""
KEYS: tuple[str, ...] = (*(topic.value for topic in Topic), *(way.value for way in _WAYS))
"""The chips in their order; the values of topics and ways are all different."""


def story_chips(language: str) -> list[ChipText]:
    """Return the chips: what does not fit into the row folds away behind *More*."""
    return [ChipText(key, chip_words(key, language)) for key in KEYS]


def chip_words(key: str, language: str) -> str:
    """Return what a chip says."""
    if key in _WAYS:
        return words(language).gettext(_WAYS[Way(key)])
    return topic_words(Topic(key), language)


def narrowed(wanted: StoryWanted, key: str) -> StoryWanted:
    """Return what is wanted once a chip was chosen: the words that are looked for stay."""
    if key in _WAYS:
        return replace(wanted, topic=Topic.EVERYTHING, channel=key)
    return replace(wanted, topic=Topic(key), channel="")


def chip_of(wanted: StoryWanted) -> str:
    """Return the chip that stands for what is wanted."""
    return wanted.channel or wanted.topic.value
