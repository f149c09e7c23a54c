"""What of a promise still counts where something that it meant is under query or has more time.

Source: data-model.md, "What happens to money"; docs/decisions/0025: nobody waits for what we gave
time for, or have to answer first, and it is not held against them.
"""

from collections.abc import Mapping

from creditmate.domain.promises import LIVE, NOT_KEPT, Standing

COUNTED = LIVE | NOT_KEPT
"""States in which what has not come makes a difference."""


def rest_of(standing: Standing, open_of: Mapping[int, int], aside: Mapping[int, int]) -> int:
    """Return what of a promise counts, in minor units.

    What has come counts, and what of the rest the other items can take: whoever promised less
    than is left besides promised all of that.

    Args:
        standing: The promise as it would stand if nothing were set aside.
        open_of: What is open of each entry, in minor units.
        aside: What of that is in question, or was given more time.
    """
    promise = standing.promise
    if standing.state not in COUNTED or not promise.entries:
        return promise.minor
    open_ = sum(open_of.get(entry, 0) for entry in promise.entries)
    held = sum(min(aside.get(one, 0), open_of.get(one, 0)) for one in promise.entries)
    return promise.minor - max(min(standing.unfilled_minor - (open_ - held), held), 0)
