"""E-mails that came in: read from the files that mail programs save, and from whom they are."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from creditmate.db.business import business
from creditmate.db.search import people_found
from creditmate.domain.email_syntax import email_key
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.found import FoundKind
from creditmate.exchange.mail_file import ReadMail, read_mail

_MOST = 10


@dataclass(frozen=True, slots=True)
class CameIn:
    """An e-mail as it was read: the business's day on which it was sent, None if it has none.

    ``codes`` are the customers where its sender's address is known.
    """

    mail: ReadMail
    day: date | None
    codes: tuple[str, ...]

    @property
    def note(self) -> str:
        """What it says, with what it is about before it."""
        return self.below("")

    def below(self, typed: str) -> str:
        """Return a note that was typed, with what the e-mail says below it: both are found."""
        return "\n\n".join(part for part in (typed, self.mail.subject, self.mail.text) if part)


class IncomingMail:
    """Reads e-mails that came in; writes nothing."""

    def read(self, name: str, content: bytes) -> CameIn:
        """Return what an e-mail says, and whose it may be.

        Raises:
            UserError: ``ATTACHMENT_REFUSED`` with ``why`` ``mail``: the file is no e-mail.
        """
        mail = read_mail(content)
        if mail is None:
            raise UserError(Problem.ATTACHMENT_REFUSED, why="mail", name=name)
        day = None
        if mail.sent_at is not None:
            sent = mail.sent_at
            zone = ZoneInfo(business().zone)
            day = (sent if sent.tzinfo is None else sent.astimezone(zone)).date()
        key = email_key(mail.from_address)
        codes = (
            found.code
            for found in (people_found(mail.from_address, _MOST) if key else ())
            if found.kind is FoundKind.EMAIL and email_key(found.text) == key
        )
        return CameIn(mail, day, tuple(dict.fromkeys(codes)))
