"""The way back from what was just done with a question, a promise or a note."""

from creditmate.db.agreement_undo import files_of, made_in, put_files_away, rests_on, void_made
from creditmate.db.gateway import Gateway
from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock

_USE_CASES = frozenset(
    {
        "raise-dispute", "amend-dispute", "reopen-dispute", "hand-over-dispute", "end-dispute",
        "withdraw-promise", "replace-promise", "promise-done",
        "note-words", "noted-done", "noted-dropped", "noted-put_off",
    }
)  # fmt: skip
_TOUCHED = {"dispute": Touched.DISPUTES, "promise": Touched.PROMISES, "noted": Touched.TASKS}


class AgreementUndoing:
    """Takes such a deed back, as long as nothing rests on it."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def undo(self, action: int) -> Touched:
        """Take back what an action did: it never was, and is on record as taken back.

        Raises:
            UserError: ``AGREEMENT_STANDS``: it was taken back already, or something that was put
                down later rests on it.
        """
        made = made_in(action, _USE_CASES)
        if not made or rests_on(action):
            raise UserError(Problem.AGREEMENT_STANDS, what="deed", why="rests", id=action)
        files = files_of(action)
        with self._gateway.write("undo-agreement", undoes=action) as writing:
            void_made(writing, made)
            put_files_away(writing, files, self._clock.today)
        touched = Touched.CUSTOMERS if files else Touched.NOTHING
        for table in made:
            touched |= _TOUCHED[table.partition("_")[0]]
        return touched
