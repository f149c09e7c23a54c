"""Visits in words: every code has its words, and the sentence for customers is looked at gently."""

from datetime import date, time

import pytest

from creditmate.domain.money import Money
from creditmate.domain.next_steps import VISIT_STEPS
from creditmate.domain.visit_courtesy import CourtesyHint, CourtesyWhy, courtesy_hints
from creditmate.domain.visit_hints import HintWhy, VisitHint
from creditmate.domain.visit_suggestions import VisitReason, WhyVisit
from creditmate.domain.visit_times import TimeWarning, TimeWhy
from creditmate.domain.visits import DistanceUnit, Preparation, VisitPurpose, VisitState
from creditmate.i18n.harsh_words import harsh_words, our_words
from creditmate.i18n.visit_step_words import visit_step_words
from creditmate.i18n.visit_words import (
    courtesy_words,
    distance_words,
    minutes_words,
    preparation_words,
    time_warning_words,
    visit_hint_words,
    visit_purpose_words,
    visit_reason_words,
    visit_state_words,
)

EN = ("en_GB", "en_GB")
TODAY = date(2026, 11, 23)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("why", WhyVisit)
def test_every_reason_for_a_visit_is_said_with_its_facts(why: WhyVisit) -> None:
    reason = VisitReason(why, Money(11_240_75, "GBP"), Money(9_000_00, "GBP"), 3, 64)
    said = plain(visit_reason_words(reason, *EN))
    expected = {
        WhyVisit.LARGE_AND_OLD: "£11,240.75 to ask for, oldest 64 days",
        WhyVisit.PROMISES_NOT_KEPT: "3 dates agreed have passed within a year",
        WhyVisit.NOT_REACHED: "3 attempts without reaching anybody",
        WhyVisit.DISPUTE_STUCK: "£11,240.75 under query for 64 days",
        WhyVisit.LIMIT_REVIEW: "£11,240.75 owed, above the limit of £9,000.00",
        WhyVisit.REVIEW_DUE: "limit to be looked at again since 64 days ago",
        WhyVisit.LIMIT_LEFT_OPEN: "limit to be decided since the visit 64 days ago",
        WhyVisit.VALUABLE: "buys £11,240.75 a year, nothing overdue",
        WhyVisit.NEVER_VISITED: "never visited",
        WhyVisit.LAST_VISIT: "last visit 64 days ago",
    }
    assert said == expected[why]


@pytest.mark.parametrize("why", TimeWhy)
def test_everything_against_an_hour_is_said(why: TimeWhy) -> None:
    one = TimeWarning(why, "Larch & Lintel", day=date(2026, 12, 3), at=time(12, 35), minutes=13)
    said = time_warning_words(one, *EN, TODAY)
    assert "{" not in said
    if why is TimeWhy.NO_TIME_TO_GO:
        assert plain(said) == (
            "Too little time for the way: 13 minutes short of Larch & Lintel at 12:35."
        )


@pytest.mark.parametrize("why", HintWhy)
def test_everything_to_think_of_is_said(why: HintWhy) -> None:
    said = visit_hint_words(VisitHint(why, days=3, count=2, amount=Money(1, "GBP")), *EN)
    assert "{" not in said
    assert not {"debtor", "chase"} & set(said.lower().split())


def test_states_purposes_and_steps_have_their_words() -> None:
    assert len({visit_state_words(state, "en") for state in VisitState}) == len(VisitState)
    assert len({visit_purpose_words(one, "en") for one in VisitPurpose}) == 2
    steps = {preparation_words(kind, "", "en") for kind in Preparation}
    assert len(steps) == len(Preparation)
    assert preparation_words(Preparation.OTHER, "Plan draft printed twice", "en") == (
        "Plan draft printed twice"
    )
    codes = {visit_step_words(step.value, "en") for step in VISIT_STEPS}
    assert len(codes) == len(VISIT_STEPS)
    assert not codes & {step.value for step in VISIT_STEPS}
    assert visit_step_words("Take two samples", "en") == "Take two samples"


def test_what_to_think_of_in_a_sentence_is_said_with_its_words() -> None:
    for why in CourtesyWhy:
        said = courtesy_words(CourtesyHint(why, ("demand", "court action")), "en")
        assert ("demand, court action" in said) == (why in {CourtesyWhy.HARSH, CourtesyWhy.SHOUTS})


def test_lengths_and_distances_as_they_are_said() -> None:
    assert [minutes_words(n, *EN) for n in (45, 60, 230)] == ["45 min", "1 h", "3 h 50"]
    mile, km = DistanceUnit.MILE, DistanceUnit.KM
    assert [distance_words(n, mile, *EN) for n in (960, 10, 105)] == [
        "96 miles",
        "1 mile",
        "10.5 miles",
    ]
    assert distance_words(15, km, "en", "de_DE") == "1,5 km"


GENTLE = {
    "en_GB": (
        "To agree together how the four open invoices can be settled before the spring season.",
        "To hear how our deliveries work for you, and to bring the account up to date together.",
        "To see the final delivery, your workforce's needs and Tansy Court.",
        "To see when the pallets can be collected, what lies ahead, and how you believe we earlier"
        " supplied the issues of the pursuit.",
    ),
    "de_DE": ("Um gemeinsam zu besprechen, wie die offenen Rechnungen ausgeglichen werden.",),
    "fr_FR": (
        "Pour convenir ensemble du règlement des factures ouvertes.",
        "Pour saisir ensemble les occasions du printemps et revoir votre police d'assurance.",
    ),
    "es_ES": (
        "Para hablar de su negocio y acordar juntos cómo saldar las facturas abiertas.",
        "Para preparar juntos la demanda de la primavera.",
    ),
    "it_IT": ("Per conoscere le vostre esigenze e concordare insieme il saldo delle fatture.",),
    "nl_NL": ("Om samen af te spreken hoe de open facturen worden voldaan.",),
}
HARSH = {
    "en_GB": "To insist on immediate payment after your failure to pay.",
    "de_DE": "Um Sie letztmals zu mahnen, bevor wir gerichtliche Schritte einleiten.",
    "fr_FR": "Pour exiger le paiement immédiat des impayés.",
    "es_ES": "Para exigirle el pago antes de acudir a los tribunales.",
    "it_IT": "Per esigere il pagamento immediato delle fatture insolute.",
    "nl_NL": "Om betaling te eisen voordat wij naar de rechtbank gaan.",
    "pt_PT": "To demand the money.",
}


THREATS = {
    "en_GB": (
        "We will sue you if you do not pay.",
        "To be paid, or else.",
        "To avoid the bailiffs.",
        "To speak before the sheriff calls.",
        "To speak before we issue a statutory demand or begin proceedings.",
        "To avoid that you are cut off.",
        "To give you a last chance.",
        "To avoid a collection agency.",
        "To save you an embarrassment.",
        "To ask why you were dishonest and told lies, as a liar does.",
    ),
    "de_DE": ("Um zu klären, ob wir Sie verklagen.", "Um eine Klage zu vermeiden."),
    "fr_FR": ("Pour éviter de porter plainte.", "Pour éviter une saisie."),
    "es_ES": ("Para no tener que demandarle.", "Para evitar un embargo."),
    "it_IT": ("Per evitare una denuncia.", "Per evitare un pignoramento."),
    "nl_NL": ("Om te voorkomen dat wij u aanklagen.", "Om de deurwaarder te voorkomen."),
}


@pytest.mark.parametrize(
    ("locale", "sentence"), [(key, one) for key, found in THREATS.items() for one in found]
)
def test_a_plain_threat_or_insult_is_noticed(locale: str, sentence: str) -> None:
    hints = courtesy_hints(sentence, harsh_words(locale))
    assert [hint.why for hint in hints] == [CourtesyWhy.HARSH]


@pytest.mark.parametrize(
    "sentence", ["To say that you broke your promises.", "We come because you did not pay.",
                 "To have you pay now.", "To hear why you have broken your word.",
                 "To get our money back.", "To see why you never pay.", "To avoid court.",
                 "To make sure that you finally pay.", "To see what is wrong with you people.",
                 "To hear why you have not paid.", "To collect what you owe.",
                 "To take our goods back.", "To see whether you are bankrupt.",
                 "To sort out your mess."],
)  # fmt: skip
def test_a_reproach_is_noticed(sentence: str) -> None:
    hints = courtesy_hints(sentence, harsh_words("en_GB"), ours=our_words("en_GB"))
    assert [hint.why for hint in hints] == [CourtesyWhy.HARSH]


def test_what_reads_as_an_order_is_noticed_where_the_language_is_known() -> None:
    ordered = "Settle the open invoices."
    (hint,) = courtesy_hints(ordered, harsh_words("en_US"), ours=our_words("en_US"))
    assert hint.why is CourtesyWhy.ORDERS
    assert "To" in courtesy_words(hint, "en")
    for kind in ("To settle the open invoices.", "We should like to settle them.", "To agree"):
        assert courtesy_hints(kind, harsh_words("en_US"), ours=our_words("en_US")) == ()
    assert courtesy_hints("Ein Gespräch.", harsh_words("de_DE"), ours=our_words("de_DE")) == ()


@pytest.mark.parametrize("locale", GENTLE)
def test_a_courteous_sentence_is_left_alone(locale: str) -> None:
    for sentence in GENTLE[locale]:
        assert courtesy_hints(sentence, harsh_words(locale)) == ()


@pytest.mark.parametrize("locale", HARSH)
def test_a_threat_is_noticed_in_each_language(locale: str) -> None:
    hints = courtesy_hints(HARSH[locale], harsh_words(locale))
    assert [hint.why for hint in hints] == [CourtesyWhy.HARSH]
