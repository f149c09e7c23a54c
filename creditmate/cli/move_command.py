"""``move``: take a ledger from where it must not lie into the program's own folder."""

from creditmate.cli.session import Session


def move(session: Session) -> int:
    """Copy the ledger, prove the copy and open it; the old file stays."""
    path = session.arguments.file
    key, moving = session.passwords.key(path), session.program.moving
    moved = session.when_free(
        lambda: session.ask_unless_stopped(lambda progress: moving.move_here(path, key, progress))
    )
    if session.wants_json:
        copies = [str(each) for each in moved.copies]
        session.say_json({"ledger": str(moved.path), "left": str(moved.left), "copies": copies})
        return 0
    _ = session.translate
    session.say(_("Copied, proved and opened: {path}").format(path=moved.path))
    session.say(
        _("The old file is still {path}. Delete it once you have looked at the new one.").format(
            path=moved.left
        )
    )
    session.tell_copies(moved.copies)
    return 0
