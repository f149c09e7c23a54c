"""What a report asks about each issue, each paper asked for, and each thing to be seen."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from creditmate.domain.visit_observations import Observation, Picture, Seen, Topic
from creditmate.domain.visit_report import Came, IssueOutcome, IssueResult, RequestOutcome
from creditmate.domain.visits import VisitIssue, VisitRequest
from creditmate.i18n.catalogue import words
from creditmate.i18n.visit_report_words import (
    came_words,
    result_words,
    seen_words,
    topic_hint,
    topic_words,
)
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

Code = TypeVar("Code", bound=StrEnum)


def choice_of(
    around: Surroundings,
    label: str,
    codes: Iterable[Code],
    say: Callable[[Code, str], str],
    none: str = "",
) -> Field[Choice]:
    """Return a field in which one of some codes is chosen; ``none`` is the choice of nothing."""
    choice = Choice(around.theme, label)
    if none:
        choice.addItem(none, None)
    for code in codes:
        choice.addItem(say(code, around.language), code.value)
    return Field(around.theme, label, choice, echoes=False)


class IssueRow(ColumnGrid):
    """What came of an issue, and how we would put it; nothing is chosen at first."""

    def __init__(self, around: Surroundings, issue: VisitIssue) -> None:
        super().__init__(2, gap=SPACE.l)
        _ = words(around.language).gettext
        self._issue = issue
        self.result = choice_of(around, issue.what, IssueResult, result_words)
        self.result.input.setPlaceholderText(_("Choose what came of it"))
        self.result.input.setCurrentIndex(-1)
        line = LineInput(around.theme, "")
        self.words = Field(around.theme, _("In words, for us"), line, echoes=False)
        self.add(self.result, self.words)

    @property
    def told(self) -> IssueOutcome | None:
        """What is told of it; None as long as nothing is."""
        result = self.result.input.currentData()
        if result is None:
            return None
        return IssueOutcome(self._issue.id, IssueResult(result), self.words.input.text().strip())


class PaperRow(ColumnGrid):
    """What became of a paper that we asked for; promised ones have a day."""

    def __init__(self, around: Surroundings, request: VisitRequest) -> None:
        super().__init__(2, gap=SPACE.l)
        _ = words(around.language).gettext
        self._request = request
        self.came = choice_of(around, request.what, Came, came_words, _("Nothing was said"))
        self.by = DayField(around, _("Promised by"))
        self.add(self.came, self.by)

    def read(self) -> tuple[RequestOutcome | None, bool]:
        """Return what is told of it, and whether it could be understood."""
        day, is_read = self.by.read_or_refuse()
        came = self.came.input.currentData()
        if came is None or not is_read:
            return None, is_read
        return RequestOutcome(self._request.id, Came(came), day), True


class TopicRow(ColumnGrid):
    """How one thing was found beside the last time; that one is said in the note's place."""

    def __init__(self, around: Surroundings, topic: Topic, before: Picture | None) -> None:
        super().__init__(2, gap=SPACE.l)
        _, language = words(around.language).gettext, around.language
        self._topic = topic
        named = _("{topic}: {hint}")
        label = named.format(topic=topic_words(topic, language), hint=topic_hint(topic, language))
        codes = (Seen.BETTER, Seen.SAME, Seen.WORSE)
        self.seen = choice_of(around, label, codes, seen_words, seen_words(Seen.NOT_SEEN, language))
        line = LineInput(around.theme, "")
        self.note = Field(around.theme, _("What you noticed"), line, echoes=False)
        last = (
            None
            if before is None
            else next((one.now for one in before.topics if one.topic is topic), None)
        )
        if last is not None:
            text = _("Last time: {seen}, {note}") if last.note else _("Last time: {seen}")
            said = text.format(seen=seen_words(last.seen, language), note=last.note)
            line.setPlaceholderText(said)
        self.add(self.seen, self.note)

    @property
    def told(self) -> Observation | None:
        """How it was found; None where it was not seen."""
        seen = self.seen.input.currentData()
        if seen is None:
            return None
        return Observation(self._topic, Seen(seen), self.note.input.text().strip())
