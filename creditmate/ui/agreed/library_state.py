"""What is typed about a version of terms, read strictly to publish it and leniently to show it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from creditmate.domain.errors import UserError
from creditmate.domain.refusals import Why, refused
from creditmate.domain.terms import Clause, ClauseKind, Per
from creditmate.domain.typed_terms import TypedClause, TypedTerms
from creditmate.i18n.day_parsing import Towards, parse_day
from creditmate.i18n.formats import day_short
from creditmate.i18n.quantities import decimal_words, parse_decimal
from creditmate.services.terms_checks import NewVersion, TermsFile

RATE = "terms.clause_rate"
EFFECTIVE = "terms.effective_day"


def read(typed: TypedTerms, locale: str, today: date, file: TermsFile | None = None) -> NewVersion:
    """Return what is typed, to be published.

    Raises:
        UserError: ``BAD_DATE``, ``BAD_NUMBER`` or ``FIELD_REFUSED``, with the field.
    """
    return NewVersion(
        title=typed.title,
        language=typed.language,
        effective_day=parse_day(
            typed.effective, locale, today, towards=Towards.FUTURE, field=EFFECTIVE
        ),
        wording="" if file is not None else typed.wording,
        clauses=tuple(_clauses(typed, locale)),
        note=typed.note,
        file=file,
    )


def seen(typed: TypedTerms, locale: str, today: date) -> NewVersion:
    """Return what is typed as far as it can be read, to be looked at."""
    try:
        return read(typed, locale, today)
    except UserError:
        plain = tuple(replace(one, rate="") for one in typed.clauses)
        effective = day_short(today, locale)
        return read(replace(typed, effective=effective, clauses=plain), locale, today)


def _clauses(typed: TypedTerms, locale: str) -> Iterator[Clause]:
    for one in typed.clauses:
        if one.summary.strip():
            yield _clause(one, locale)


def _clause(one: TypedClause, locale: str) -> Clause:
    kind, rate = ClauseKind(one.kind), None
    if one.rate.strip() and kind is ClauseKind.INTEREST:
        rate = parse_decimal(one.rate, locale, field=RATE)
        if rate <= Decimal(0):
            raise refused(RATE, Why.RATE, found=one.rate)
    per = None if rate is None else Per(one.per or Per.YEAR.value)
    return Clause(kind, one.summary, one.number.strip(), rate, per)


def typed_again(new: NewVersion, locale: str, today: date) -> TypedTerms:
    """Return a version as it would be typed, to begin the next one from."""
    return TypedTerms(
        title=new.title,
        language=new.language,
        effective=day_short(max(new.effective_day, today), locale),
        wording=new.wording,
        clauses=tuple(
            TypedClause(
                kind=one.kind.value,
                number=one.number,
                summary=one.summary,
                rate="" if one.rate is None else decimal_words(one.rate, locale),
                per="" if one.per is None else one.per.value,
            )
            for one in new.clauses
        ),
    )
