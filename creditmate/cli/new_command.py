"""``new``: a ledger, protected unless somebody says otherwise."""

from creditmate.cli.session import Session
from creditmate.disk import is_there
from creditmate.domain.currencies import CODES
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.countries import country_defaults
from creditmate.services.ledgers import NewBusiness
from creditmate.services.unlocking import Lock, new_lock


def new(session: Session) -> int:
    """Make a ledger."""
    arguments = session.arguments
    path = arguments.file
    if arguments.sample and (arguments.name or arguments.country or arguments.currency):
        raise UserError(Problem.BAD_OPTION, option="--sample", found="--name/--country/--currency")
    business = None if arguments.sample else _business(session)
    if is_there(path):
        raise UserError(Problem.LEDGER_EXISTS, path=path)
    lock = _lock(session)
    ledgers = session.program.ledgers
    if business is None:
        session.ask(lambda: ledgers.create_sample(path, lock))
    else:
        session.ask(lambda: ledgers.create(path, business, lock))
    _say_made(session, protected=lock is not None)
    return 0


def _lock(session: Session) -> Lock | None:
    """Return the key of the new ledger; None where it is to be an unprotected one."""
    arguments = session.arguments
    named = session.named("password_file")
    if arguments.no_password and named is not None:
        raise UserError(Problem.BAD_OPTION, option="--no-password", found="--password-file")
    if arguments.no_password or (arguments.sample and named is None):
        return None  # the sample holds nothing that is anybody's
    return new_lock(session.passwords.new(named, UserError(Problem.PROTECTION_UNDECIDED)))


def _say_made(session: Session, *, protected: bool) -> None:
    _, path = session.translate, session.arguments.file
    if session.wants_json:
        session.say_json(
            {
                "ledger": str(path.absolute()),
                "sample": session.arguments.sample,
                "protected": protected,
            }
        )
    elif protected:
        session.say(_("Made {path}, a protected ledger.").format(path=path))
        session.say(session.print_sheet_words(path))
    else:
        session.say(_("Made {path}, an unprotected ledger.").format(path=path))


def _business(session: Session) -> NewBusiness:
    arguments = session.arguments
    country = (arguments.country or "GB").upper()
    suggested = country_defaults(country)
    currency = (arguments.currency or suggested.currency).upper()
    if currency not in CODES:
        raise UserError(Problem.UNKNOWN_CURRENCY, found=arguments.currency)
    return NewBusiness(
        name=arguments.name or arguments.file.stem,
        country=country,
        currency=currency,
        locale=suggested.locale,
        zone=suggested.zone,
    )
