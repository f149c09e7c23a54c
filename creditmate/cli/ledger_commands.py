"""``new``, ``backup``, ``posted`` and ``check``."""

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.domain.currencies import CODES
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.countries import country_defaults
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.formats import day_long, number
from creditmate.services.ledgers import NewBusiness
from creditmate.services.upkeep import Proof


def new(session: Session) -> int:
    """Make a ledger."""
    arguments, _ = session.arguments, session.translate
    if not arguments.no_password:
        raise UserError(Problem.PROTECTION_UNDECIDED)
    path = arguments.file
    if arguments.sample and (arguments.name or arguments.country or arguments.currency):
        raise UserError(Problem.BAD_OPTION, option="--sample", found="--name/--country/--currency")
    if arguments.sample:
        session.ask(lambda: session.program.ledgers.create_sample(path))
    else:
        business = _business(session)
        session.ask(lambda: session.program.ledgers.create(path, business))
    if session.wants_json:
        session.say_json({"ledger": str(path.absolute()), "sample": arguments.sample})
    else:
        session.say(_("Made {path}, an unprotected ledger.").format(path=path))
    return 0


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


def backup(session: Session) -> int:
    """Back the ledger up and prove the copy."""
    session.open_to_read()
    made = session.ask(lambda: session.program.upkeep.back_up("by hand"))
    if session.wants_json:
        session.say_json(
            {"path": str(made.path), "size": made.size, "sha256": made.sha256, **made.manifest}
        )
        return 0
    _ = session.translate
    session.say(_("Backed up and proved: {path}").format(path=made.path))
    rows = number(sum(made.manifest["rows"].values()), session.locale)
    session.say(_("{rows} rows; chain head {head}").format(rows=rows, head=made.manifest["head"]))
    return 0


def posted(session: Session) -> int:
    """Say up to which day cash is posted."""
    session.open_to_write()
    to_day = session.day(session.arguments.to, "--to", Towards.PAST)
    session.ask(lambda: session.program.upkeep.post_cash(to_day))
    if session.wants_json:
        session.say_json({"posted_to": answers.day(to_day)})
        return 0
    _ = session.translate
    session.say(_("Cash is posted up to {day}.").format(day=day_long(to_day, session.locale)))
    return 0


def check(session: Session) -> int:
    """Prove the ledger; status 1 when anything is wrong."""
    session.open_to_read()
    proof = session.ask(session.program.upkeep.check)
    if session.wants_json:
        session.say_json(_proof(proof))
    else:
        _print_proof(session, proof)
    return 1 if proof.findings else 0


def _proof(proof: Proof) -> answers.Json:
    return {
        "ok": not proof.findings,
        "findings": [
            {"rule": f.rule, "table": f.table, "id": f.row_id, "detail": f.detail}
            for f in proof.findings
        ],
        "actions": proof.actions,
        "entries": proof.entries,
        "papers": proof.papers,
        "head": proof.head,
    }


def _print_proof(session: Session, proof: Proof) -> None:
    _ = session.translate
    for finding in proof.findings:
        session.say(f"{finding.rule}: {finding.table} {finding.row_id}: {finding.detail}")
    looked_at = _("Looked at {actions} actions, {entries} entries and {papers} papers.").format(
        actions=number(proof.actions, session.locale),
        entries=number(proof.entries, session.locale),
        papers=number(proof.papers, session.locale),
    )
    session.say(looked_at)
    if proof.findings:
        session.say(_("The ledger is not as it must be. Keep the file and take a backup."))
    else:
        session.say(_("Everything is as it must be. Chain head {head}").format(head=proof.head))
