"""``move``: take a ledger from where it must not lie into the program's own folder."""

from creditmate.cli.session import Session


def move(session: Session) -> int:
    """Copy the ledger, prove the copy and open it; the old file stays."""
    path = session.arguments.file
    key = session.passwords.key(path)
    moved = session.ask(lambda: session.program.moving.move_here(path, key))
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
