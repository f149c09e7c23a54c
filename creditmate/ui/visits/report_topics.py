"""What was seen: each topic beside how it was found the last time, and what has changed since."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.visit_observations import Observation, Picture, Seen, Topic
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short
from creditmate.i18n.visit_report_words import (
    change_words,
    seen_words,
    topic_hint,
    topic_words,
)
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type
from creditmate.ui.visits.report_values import ReportValues

_SHARES = (4, 4)
"""How the room beside the marks is shared: the topic, the note."""


class LastSeen(NamedTuple):
    """How a topic was found the last time it was seen, and on which day."""

    observation: Observation
    day: date


def last_seen(picture: Picture | None, topic: Topic, *, adding: bool = False) -> LastSeen | None:
    """Return how a topic was found the last time it was seen; None where it never was.

    Args:
        picture: What the visits showed, the latest before those before it.
        topic: Which.
        adding: The latest is the visit that is being told of itself.
    """
    if picture is None:
        return None
    trend = next(one for one in picture.topics if one.topic is topic)
    if trend.now is not None and not adding:
        return LastSeen(trend.now, picture.day)
    if trend.before is not None and trend.before_day is not None:
        return LastSeen(trend.before, trend.before_day)
    return None


class TopicRow(QWidget):
    """A mark by arrow keys, a note, and below them the last time and what has changed since.

    Attributes:
        seen: How it was found; "not seen" until something else is chosen.
        note: What was noticed.
        said: What is said of the last time.
    """

    def __init__(
        self,
        around: Surroundings,
        topic: Topic,
        last: LastSeen | None,
        told: Observation | None = None,
    ) -> None:
        """Make it; ``told`` is what was told of this visit already."""
        super().__init__()
        self._around, self._topic, self._last, self._before = around, topic, last, told
        _, language, theme = words(around.language).gettext, around.language, around.theme
        name = topic_words(topic, language)
        marks = [SegmentText(seen.value, seen_words(seen, language)) for seen in Seen]
        self.seen = Segments(theme, name, marks, is_input=True)
        self.seen.choose(Seen.NOT_SEEN.value)
        self.note = LineInput(theme, _("{topic}: what you noticed").format(topic=name))
        self.note.setPlaceholderText(topic_hint(topic, language))
        self.said = Paragraph(theme, "", Type.SMALL, Ink.MUTED)
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(Paragraph(theme, name, Type.BODY_MEDIUM), _SHARES[0], middle)
        row.addWidget(self.seen)
        row.addWidget(self.note, _SHARES[1])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(row)
        column.addWidget(self.said)
        self.seen.chosen.connect(self._say)
        self.note.textChanged.connect(self._say)
        self._say()

    def be_known(self, values: ReportValues) -> None:
        """Have the fields kept as they are typed."""
        values.know(f"topic.{self._topic.value}.seen", self.seen)
        values.know(f"topic.{self._topic.value}.note", self.note)

    @property
    def told(self) -> Observation | None:
        """How it was found; None where nothing is told of it."""
        seen, note = Seen(self.seen.key or Seen.NOT_SEEN.value), self.note.text().strip()
        if seen is Seen.NOT_SEEN and not note:
            return None
        return Observation(self._topic, seen, note)

    def _say(self) -> None:
        """Say how it was the last time, and what has changed since."""
        _, language = words(self._around.language).gettext, self._around.language
        now, parts = self.told, []
        if self._before is not None:
            text = _("Told so far: {words}").format(words=_said(self._before, language))
            parts.append(f"{text}.")
        if self._last is not None:
            before, day = self._last
            said = _("{day}: {seen}").format(
                day=day_short(day, self._around.locale), seen=_said(before, language)
            )
            parts.append(f"{said}.")
            parts.append("" if now is None else change_words(now.seen, before.seen, language))
        worse = now is not None and now.seen is Seen.WORSE
        self.said.set_text(
            " ".join(part for part in parts if part), Ink.WARNING if worse else Ink.MUTED
        )
        self.said.setVisible(bool(self.said.text()))
        self.note.setAccessibleDescription(self.said.text())


def _said(observation: Observation, language: str) -> str:
    said = (seen_words(observation.seen, language), observation.note)
    return ", ".join(part for part in said if part)
