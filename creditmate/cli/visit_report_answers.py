"""What visits brought, as it is printed and as JSON; all of it is ours alone."""

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table
from creditmate.domain.visit_observations import Picture
from creditmate.domain.visit_report import Review
from creditmate.i18n.call_words import mood_words
from creditmate.i18n.distances import distance_words, duration_words
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.visit_report_words import (
    came_words,
    course_words,
    limit_view_words,
    result_words,
    risk_view_words,
    seen_words,
    topic_words,
)
from creditmate.services.visit_report_pages import ReportPage


def report_json(page: ReportPage) -> answers.Json:
    """Return what a visit brought."""
    visit, found = page.file.visit, page.findings
    results = {one.issue: one for one in found.results}
    requests = {one.request: one for one in found.requests}
    return {
        "number": visit.number,
        "told": [answers.day(one.day) for one in page.told],
        "issues": [
            {
                "what": issue.what,
                "result": results[issue.id].result.value if issue.id in results else None,
                "inner_words": results[issue.id].words if issue.id in results else "",
            }
            for issue in visit.issues
        ],
        "papers": [
            {
                "what": one.what,
                "came": requests[one.id].came.value if one.id in requests else None,
                "by": answers.day(requests[one.id].by_day) if one.id in requests else None,
                "file": page.files.get(one.id),
                "note": requests[one.id].note if one.id in requests else "",
            }
            for one in visit.requests
        ],
        "inner_observations": [
            {"topic": one.topic.value, "seen": one.seen.value, "note": one.note}
            for one in found.observations
        ],
        "inner_picture": None if page.picture is None else picture_json(page.picture),
        "inner_review": review_json(found.review),
    }


def picture_json(picture: Picture) -> answers.Json:
    """Return what a visit showed beside those before it."""
    return {
        "day": answers.day(picture.day),
        "last_day": answers.day(picture.last_day),
        "better": [topic.value for topic in picture.better],
        "worse": [topic.value for topic in picture.worse],
        "worse_again": [topic.value for topic in picture.worse_again],
        "course": picture.course.value,
    }


def review_json(review: Review) -> answers.Json:
    """Return what a visit says of limit, risk and mood, and what it took."""
    return {
        "limit": review.limit.value if review.limit else None,
        "risk": review.risk.value if review.risk else None,
        "mood": review.mood.value if review.mood else None,
        "satisfaction": review.satisfaction,
        "minutes": review.minutes,
        "distance_tenths": review.distance_tenths,
        "cost": None if review.cost is None else answers.money(review.cost),
        "note": review.note,
    }


def report_lines(session: Session, page: ReportPage) -> list[str]:
    """Return what a visit brought, in lines."""
    _, language, locale = session.translate, session.language, session.locale
    visit, found = page.file.visit, page.findings
    results = {one.issue: one for one in found.results}
    rows = [
        [issue.what, result_words(one.result, language), one.words]
        for issue in visit.issues
        if (one := results.get(issue.id)) is not None
    ]
    lines = (
        table([_("Issue"), _("What came of it"), _("In our words")], rows, "lll") if rows else []
    )
    names = {one.id: one.what for one in visit.requests}
    for paper in found.requests:
        until = "" if paper.by_day is None else f" ({day_short(paper.by_day, locale)})"
        said = came_words(paper.came, language) + until
        lines.append(": ".join(part for part in (names[paper.request], said, paper.note) if part))
    seen = [
        [topic_words(one.topic, language), seen_words(one.seen, language), one.note]
        for one in found.observations
    ]
    if seen:
        lines += ["", *table([_("What was seen"), _("How it was"), _("Note")], seen, "lll")]
    if page.picture is not None:
        lines.append(course_words(page.picture.course, language))
    return [*lines, *_review_lines(session, page)]


def _review_lines(session: Session, page: ReportPage) -> list[str]:
    _, language, locale = session.translate, session.language, session.locale
    review = page.findings.review
    said = []
    if review.limit is not None:
        said.append(limit_view_words(review.limit, language))
    if review.risk is not None:
        said.append(risk_view_words(review.risk, language))
    if review.mood is not None:
        said.append(_("Mood: {mood}").format(mood=mood_words(review.mood, language)))
    if review.satisfaction is not None:
        said.append(_("How satisfied they are: {score} of 5").format(score=review.satisfaction))
    if review.note:
        said.append(review.note)
    took = []
    if review.minutes is not None:
        took.append(duration_words(review.minutes, locale))
    if review.distance_tenths:
        took.append(distance_words(review.distance_tenths, page.file.inner.unit.value, locale))
    if review.cost is not None:
        took.append(money(review.cost, locale, symbol=True))
    return [line for line in (". ".join(said), ", ".join(took)) if line]
