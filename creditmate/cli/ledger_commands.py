"""``posted`` and ``check``."""

from dataclasses import asdict

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.formats import day_long, number
from creditmate.services.backup_checks import CheckedBackup, Past, check_backups
from creditmate.services.checking import damaged, is_damage
from creditmate.services.protection_facts import ProtectionFacts, protection_facts
from creditmate.services.upkeep import Proof


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
    try:
        session.open_to_read()
        proof = session.ask_unless_stopped(session.program.checking.full)
    except UserError as error:
        if session.wants_json and error.problem is Problem.LEDGER_DAMAGED:
            session.say_json(_proof(damaged(str(error.facts.get("why", "")))))
        raise
    facts = session.ask(protection_facts)
    backups = _backups(session) if session.arguments.full else None
    bad = [each for each in backups or [] if each.problem or each.past is Past.MISSING]
    status = 1 if proof.findings or bad else 0
    if session.wants_json:
        protection = {"protection": None if facts is None else asdict(facts)}
        session.say_json(
            _proof(proof)
            | protection
            | ({} if backups is None else _read_backups(backups))
            | {"ok": not status}
        )
    else:
        _print_proof(session, proof)
        session.say(_protection(session, facts))
        if backups is not None:
            _print_backups(session, backups)
    return status


def _protection(session: Session, facts: ProtectionFacts | None) -> str:
    """How the ledger is protected; names and numbers are the same in every language."""
    _, ngettext = session.translate, session.catalogue.ngettext
    if facts is None:
        return _("The ledger is unprotected: whoever gets the file can read it.")
    if not facts.passwords:
        return _("The ledger is protected, but without a key file only its sheet opens it.")
    text = ngettext(
        "Protected by SQLCipher {version}; {count} password, locked by {kdf} with {memory} MiB and"
        " {passes} passes.",
        "Protected by SQLCipher {version}; {count} passwords, locked by {kdf} with {memory} MiB"
        " and {passes} passes.",
        facts.passwords,
    )
    return text.format(
        version=facts.cipher,
        count=facts.passwords,
        kdf=facts.kdf,
        memory=facts.memory_kib // 1024,
        passes=facts.passes,
    )


def _backups(session: Session) -> list[CheckedBackup]:
    backups = session.program.backups
    return session.ask_unless_stopped(
        lambda progress: check_backups([*backups.listed(), *backups.unread()], progress)
    )


def _read_backups(backups: list[CheckedBackup]) -> answers.Json:
    return {
        "backups": [
            {
                "path": str(each.backup.path),
                "made_at": each.backup.made_at.isoformat(),
                "whole": each.problem is None,
                "problem": None if each.problem is None else each.problem.problem.value,
                "past": each.past.value,
            }
            for each in backups
        ]
    }


def _print_backups(session: Session, backups: list[CheckedBackup]) -> None:
    """Name every backup that is not as it should be; count the others."""
    _, good, unknown = session.translate, 0, 0
    bad = {each.backup.path for each in backups if each.problem is not None}
    for each in backups:
        if each.problem is not None:
            session.tell(each.problem)
        elif each.past is Past.MISSING:
            text = _(
                "The backup {path} ends with an action that this ledger does not have, and nothing"
                " on record says why: its history has been changed since."
            )
            session.say(text.format(path=each.backup.path))
        elif each.past is Past.UNKNOWN:
            unknown += 1
        else:
            good += 1
    if unknown:
        text = session.catalogue.ngettext(
            "{count} backup is whole. The ledger is too damaged to tell whether it agrees with it.",
            "{count} backups are whole. The ledger is too damaged to tell whether they agree with"
            " it.",
            unknown,
        )
        session.say(text.format(count=number(unknown, session.locale)))
    elif not backups:
        text = _(
            "This computer knows of no backup of this ledger: if its file or its disk fails,"
            " everything in it is lost. Make one now: creditmate backup --ledger {path}"
        )
        session.say(text.format(path=session.ask(lambda: session.program.ledgers.path)))
    elif len(bad) < len(backups):
        text = session.catalogue.ngettext(
            "{count} backup is whole and agrees with the ledger.",
            "{count} backups are whole and agree with the ledger.",
            good,
        )
        session.say(text.format(count=number(good, session.locale)))
    newest = session.ask(session.program.backups.newest)
    if newest is not None and newest.path in bad:
        text = _(
            "The newest backup is not whole. Make another one now: creditmate backup --ledger"
            " {path}"
        )
        session.say(text.format(path=session.ask(lambda: session.program.ledgers.path)))


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
    if proof.actions is not None and proof.entries is not None and proof.papers is not None:
        looked_at = _("Looked at {actions} actions, {entries} entries and {papers} papers.")
        session.say(
            looked_at.format(
                actions=number(proof.actions, session.locale),
                entries=number(proof.entries, session.locale),
                papers=number(proof.papers, session.locale),
            )
        )
    if is_damage(proof.findings):
        session.say(
            _(
                "A part of the ledger's file cannot be read. Keep the file as it is, and put the"
                " newest backup in its place: creditmate restore BACKUP --into LEDGER. The file"
                " from before is kept aside."
            )
        )
    elif proof.findings:
        session.say(_("The ledger is not as it must be. Keep the file and take a backup."))
    else:
        session.say(_("Everything is as it must be. Chain head {head}").format(head=proof.head))
