"""What visits brought, in words: results, observations, what became of papers, what came in."""

from collections.abc import Mapping

from creditmate.domain.visit_observations import Course, Seen, Topic
from creditmate.domain.visit_report import Came, Field, IssueResult, LimitView, RiskView
from creditmate.domain.visit_route import Known
from creditmate.i18n.catalogue import N_, words

REPORT_FIELDS: Mapping[str, str] = {
    Field.RESULTS: N_("What came of each issue"),
    Field.RESULT_WORDS: N_("What was agreed in part, or why nothing was"),
    Field.REQUESTS: N_("Papers asked for"),
    Field.REQUEST_DAY: N_("By when the paper comes"),
    Field.OBSERVATIONS: N_("What was seen"),
    Field.COMMITMENT: N_("What each side will do"),
    Field.COMMITMENT_DAY: N_("By when it is done"),
    Field.SATISFACTION: N_("How satisfied they are"),
    Field.TOOK: N_("What the visit took"),
}
_RESULTS = {
    IssueResult.WANTED: N_("Agreed as we wanted"),
    IssueResult.FALL_BACK: N_("Agreed as the fall-back"),
    IssueResult.PART: N_("Agreed in part"),
    IssueResult.NONE: N_("Not agreed"),
    IssueResult.NOT_SPOKEN_OF: N_("Not spoken of"),
}
_CAME = {
    Came.RECEIVED: N_("Received"),
    Came.PROMISED: N_("Promised"),
    Came.REFUSED: N_("Not given"),
}
_TOPICS = {
    Topic.STOCK: (N_("Stock"), N_("level, age, empty shelves")),
    Topic.EQUIPMENT: (N_("Equipment"), N_("run down, idle, capacity used")),
    Topic.SITE: (N_("Site"), N_("tidiness, signs of moving or sale")),
    Topic.STAFF: (N_("Staff"), N_("morale, turnover, roles shifting")),
    Topic.ORDER: (N_("Order"), N_("calm or crisis, unusual disorder")),
    Topic.MANAGEMENT: (N_("Management"), N_("available or evasive, spending")),
    Topic.TRADE: (N_("Trade"), N_("footfall, orders, new competitor")),
    Topic.SUPPLIERS: (N_("Suppliers"), N_("whose goods, how ours are used")),
    Topic.LOGISTICS: (N_("Logistics"), N_("goods in and out, transport")),
    Topic.RECORDS: (N_("Records and payables"), N_("unpaid bills, who approves")),
    Topic.PLANS: (N_("Plans"), N_("other ventures, sale, financing")),
    Topic.REFERENCES: (N_("Limit and references"), N_("what others supply on")),
    Topic.TONE: (N_("Tone of the talk"), N_("open, hesitant, changed story")),
}
_SEEN = {
    Seen.BETTER: N_("Better"),
    Seen.SAME: N_("Same"),
    Seen.WORSE: N_("Worse"),
    Seen.NOT_SEEN: N_("Not seen"),
}
_COURSES = {
    Course.UNSEEN: N_("Nothing was looked at."),
    Course.STEADY: N_("As it was."),
    Course.MENDING: N_("More is better than worse."),
    Course.ONE_SIGN: N_("One sign is worse. One alone means little: look again next time."),
    Course.SLIPPING: N_("Several signs are worse: look at the limit again."),
}
_SINCE = {
    Seen.BETTER: N_("Better since."),
    Seen.SAME: N_("No change since."),
    Seen.WORSE: N_("Worse since."),
}
_TURNED = {
    (Seen.BETTER, Seen.BETTER): N_("Better once more."),
    (Seen.WORSE, Seen.WORSE): N_("Worse once more."),
    (Seen.WORSE, Seen.BETTER): N_("It has turned: better now."),
    (Seen.BETTER, Seen.WORSE): N_("It has turned: worse now."),
}
"""From how it was found the last time to how it is found now."""
_LIMITS = {
    LimitView.KEEP: N_("The limit stays"),
    LimitView.RAISE: N_("The limit may be raised"),
    LimitView.LOWER: N_("The limit is to be lowered"),
    LimitView.LATER: N_("The limit is looked at again later"),
}
_RISKS = {
    RiskView.LESS: N_("Less risk than before"),
    RiskView.SAME: N_("Risk as before"),
    RiskView.MORE: N_("More risk than before"),
}
_KNOWN = {
    Known.ENTERED: "",
    Known.DISTANCE: N_("estimated by distance"),
    Known.ROUGHLY: N_("rough estimate"),
    Known.UNKNOWN: N_("the way is not known"),
}


def result_words(result: IssueResult, language: str) -> str:
    """Return what came of an issue."""
    return words(language).gettext(_RESULTS[result])


def came_words(came: Came, language: str) -> str:
    """Return what became of a paper that we asked for."""
    return words(language).gettext(_CAME[came])


def topic_words(topic: Topic, language: str) -> str:
    """Return what a topic of the list is called."""
    return words(language).gettext(_TOPICS[topic][0])


def topic_hint(topic: Topic, language: str) -> str:
    """Return what is looked at under a topic, in a few words."""
    return words(language).gettext(_TOPICS[topic][1])


def seen_words(seen: Seen, language: str) -> str:
    """Return how a topic was found."""
    return words(language).gettext(_SEEN[seen])


def change_words(now: Seen, before: Seen, language: str) -> str:
    """Return what has changed with a topic since the last time it was seen; '' if it was not."""
    text = _TURNED.get((before, now), _SINCE.get(now, ""))
    return words(language).gettext(text) if text else ""


def course_words(course: Course, language: str) -> str:
    """Return where a customer goes, by what was seen."""
    return words(language).gettext(_COURSES[course])


def limit_view_words(view: LimitView, language: str) -> str:
    """Return what a visit says of the limit."""
    return words(language).gettext(_LIMITS[view])


def risk_view_words(view: RiskView, language: str) -> str:
    """Return what a visit says of the risk."""
    return words(language).gettext(_RISKS[view])


def known_words(known: Known, language: str) -> str:
    """Return how the time of a way is known; '' where it was entered."""
    return words(language).gettext(_KNOWN[known]) if _KNOWN[known] else ""
