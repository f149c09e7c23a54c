"""The steps before a visit and the report after it, in words."""

from collections.abc import Mapping

from creditmate.domain.next_steps import About
from creditmate.i18n.catalogue import N_, words

_STEPS: Mapping[str, str] = {
    About.VISIT_SALES: N_("Ask those who deliver and sell, before the visit"),
    About.VISIT_AGENDA: N_("Send the agenda of the visit"),
    About.VISIT_PAPERS: N_("Send the papers for the visit ahead"),
    About.VISIT_CONFIRM: N_("Ask them to confirm the visit in writing"),
    About.VISIT_PACK: N_("Print what to take to the visit"),
    About.VISIT_RECONFIRM: N_("Ring to make sure of the visit"),
    About.VISIT_STEP: N_("Prepare the visit"),
    About.VISIT_REPORT: N_("Write the report of the visit"),
}


def visit_step_words(code: str, language: str) -> str:
    """Return what is to be done; anything but a code of ``task.about`` is somebody's own words."""
    return words(language).gettext(_STEPS[code]) if code in _STEPS else code
