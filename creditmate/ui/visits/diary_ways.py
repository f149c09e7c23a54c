"""The deeds of the diary, with those that it needs for visits."""

from creditmate.ui.diary.diary_deeds import DiaryDeeds
from creditmate.ui.kit.screen import Screen
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.planning import Planning
from creditmate.ui.visits.route_deeds import RouteDeeds


def diary_deeds(around: Surroundings, screen: Screen) -> DiaryDeeds:
    """Return the deeds of the diary upon a screen, which tells what comes of them."""
    planning, routes = Planning(around, screen), RouteDeeds(around, screen)
    planning.pass_on_to(screen)
    routes.pass_on_to(screen)
    return DiaryDeeds(around, screen, planning, routes)
