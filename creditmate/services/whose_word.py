"""For whom a customer speaks: what a head office promises or says to have paid is for its group."""

from datetime import date

from creditmate.db.groups import branches_of
from creditmate.domain.workcase import Case
from creditmate.services.cases import CustomerFile
from creditmate.services.settings import work_policy
from creditmate.services.work_cases import WorkCases


def spoken_for(file: CustomerFile, as_at: date) -> Case:
    """Return the case of whom a customer speaks for: a head office for its branches too."""
    customer = file.case.customer
    if not branches_of([customer]):
        return file.case
    reading = WorkCases(as_at, file.case.lateness.book, work_policy(as_at), holidays=False)
    (case,) = reading.read([customer])
    return case
