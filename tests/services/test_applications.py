"""Applications for credit: handed out, filled in, read back, and the same customer comes of it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from creditmate.db.contact_records import contact_records
from creditmate.db.models import CreditApplication
from creditmate.db.proof import prove_all
from creditmate.documents.application_form import draw_application
from creditmate.domain.acceptance import Capacity, Method
from creditmate.domain.acceptance import Way as SentBy
from creditmate.domain.application import Fit
from creditmate.domain.application_form import TICKED, Item, Unread, Who
from creditmate.domain.application_merge import known_values
from creditmate.domain.application_rows import Way
from creditmate.domain.attachments import Subject
from creditmate.domain.contact_form import Authority
from creditmate.domain.customer_status import Status
from creditmate.domain.doubts import Odd
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.payment_runs import run_text
from creditmate.exchange.application_reader import read_application
from creditmate.i18n.problems import problem_words
from creditmate.services.acceptance_entries import SentEntry
from creditmate.services.acceptances import Acceptances
from creditmate.services.application_reading import ApplicationEntry, entry_of
from creditmate.services.applications import Applications
from creditmate.services.attachments import Attachments
from creditmate.services.customer_editing import CustomerEditing, whole_form
from creditmate.services.customers import Customers, require_customer
from creditmate.services.terms_checks import NewVersion
from creditmate.services.terms_library import TermsLibrary
from creditmate.services.terms_sending import TermsSending
from tests.builders import day
from tests.documents.application_papers import ANSWERS, filled, filled_oddly
from tests.services.conftest import Office

ROLES = {Who.ORDERS: "orders", Who.PAYS: "pays invoices", Who.APPROVES: "approves invoices"}


@pytest.fixture
def applications(office: Office) -> Applications:
    return Applications(office.gateway, office.clock)


def came_back(applications: Applications, code: str = "", oddly: bool = False) -> ApplicationEntry:
    """Hand a form out, have it filled in by the customer's program, and read it."""
    form = draw_application(applications.paper(code)).pdf
    content = (filled_oddly if oddly else filled)(form)
    return entry_of(read_application(content, "form.pdf"), content, "form.pdf")


def apply_all(applications: Applications, entry: ApplicationEntry, code: str = "") -> str:
    """Take everything over and return the customer's code."""
    preview = applications.preview(entry, code)
    applications.apply(entry, frozenset(Item), ROLES, code)
    return preview.code


def doubts(applications: Applications, entry: ApplicationEntry) -> dict[Item, list[Odd]]:
    fields = applications.preview(entry).understood.fields
    return {each.item: [one.odd for one in each.doubts] for each in fields if each.doubts}


@pytest.mark.parametrize("oddly", [False, True])
def test_a_form_printed_filled_in_and_read_back_makes_the_same_customer(
    applications: Applications, oddly: bool
) -> None:
    entry = came_back(applications, oddly=oddly)
    assert doubts(applications, entry) == {}
    code = apply_all(applications, entry)
    assert code == "LODZ01"
    id_ = require_customer(code).id
    form, people = whole_form(id_), contact_records(id_)
    kept = {item: text for item, text in ANSWERS.items() if item in known_values(form, people)}
    assert known_values(form, people) == kept
    assert (form.name, form.legal_form) == (ANSWERS[Item.LEGAL_NAME], LegalForm.COMPANY)
    assert form.payment_run is not None
    assert run_text(form.payment_run) == "monthly:last_fri"
    assert (form.order_required, form.approver) == (True, "Mr Oak")
    assert [(each.name, each.authority, each.role) for each in people] == [
        ("Jo Lund", Authority.UNKNOWN, "orders"),
        ("Ms Ash", Authority.PAYS, "pays invoices"),
        ("Mr Oak", Authority.DECIDES, "approves invoices"),
    ]
    prove_all()


def test_the_application_is_kept_with_its_file_and_all_it_says(
    applications: Applications, office: Office
) -> None:
    entry = came_back(applications)
    code = apply_all(applications, entry)
    (row,) = applications.of(code)
    assert (row.way, row.limit, row.signed_day) == (
        Way.FORM,
        Money(500_000, "GBP"),
        date(2026, 11, 20),
    )
    assert row.given == {item.value: text for item, text in ANSWERS.items()}
    attachments = Attachments(office.gateway, office.clock)
    (file,) = attachments.of(code)
    assert (file.subject, file.subject_id) == (Subject.APPLICATION, row.id)
    assert file.id == row.attachment
    assert attachments.content(file.id) == entry.content
    brief = Customers().brief(code, office.clock.today)
    assert brief.facts.status is Status.PROSPECT  # nobody has granted anything yet
    assert brief.facts.limit is None


def test_it_all_lands_in_one_action_or_not_at_all(
    applications: Applications, office: Office
) -> None:
    entry = came_back(applications)
    nameless = replace(entry, given={**entry.given, Item.LEGAL_NAME: ""})
    with pytest.raises(UserError) as refused:
        applications.apply(nameless, frozenset(Item), ROLES)
    assert refused.value.facts["field"] == "customer.name"
    assert CreditApplication.select().count() == 0
    before = CreditApplication.select().count()
    done = applications.apply(entry, frozenset(Item), ROLES)
    assert CreditApplication.select().count() == before + 1
    assert {row.action_id for row in CreditApplication.select()} == {done.action}


# ---------------------------------------------------------------- an existing customer
def test_what_differs_is_shown_and_left_alone_unless_ticked(
    applications: Applications, office: Office
) -> None:
    code = apply_all(applications, came_back(applications))
    given_again = {
        **ANSWERS,
        Item.TRADING_NAME: "New Mill",
        Item.PAYS_PHONE: "+44 161 496 0123",
        Item.INVOICES_TO: "post@mill.example",
        Item.DELIVERY_ADDRESS: "Yard 7",
    }
    entry = ApplicationEntry(given_again)
    preview = applications.preview(entry, code)
    fits = {each.item: each.fit for each in preview.understood.fields}
    assert not preview.new
    assert {item for item, fit in fits.items() if fit is Fit.DIFFERENT} == {
        Item.TRADING_NAME,
        Item.INVOICES_TO,
        Item.DELIVERY_ADDRESS,
    }
    assert fits[Item.PAYS_PHONE] is Fit.SAME
    assert fits[Item.LIMIT] is Fit.APART
    applications.apply(entry, preview.usual, ROLES, code)
    form = whole_form(require_customer(code).id)
    assert form.trading_name == ANSWERS[Item.TRADING_NAME]
    applications.apply(entry, preview.usual | {Item.TRADING_NAME}, ROLES, code)
    changed = whole_form(require_customer(code).id)
    assert (changed.trading_name, changed.invoices_to) == ("New Mill", form.invoices_to)
    assert len(contact_records(changed.id)) == 3
    assert len(applications.of(code)) == 3


def test_a_form_made_for_a_customer_has_in_it_what_is_known(applications: Applications) -> None:
    code = apply_all(applications, came_back(applications))
    paper = applications.paper(code)
    assert (paper.account, paper.currency) == (code, "GBP")
    form = draw_application(paper).pdf
    entry = entry_of(read_application(form, "f.pdf"), form, "f.pdf")
    fields = applications.preview(entry, code).understood.fields
    assert {each.fit for each in fields if each.understood} <= {Fit.SAME, Fit.APART}


def test_who_it_may_be_is_found_by_number_and_by_name(applications: Applications) -> None:
    code = apply_all(applications, came_back(applications))
    same_number = ApplicationEntry({Item.LEGAL_NAME: "Else", Item.TAX_NUMBER: "GB980780684"})
    (found,) = applications.preview(same_number).candidates
    assert (found.code, found.by) == (code, Item.TAX_NUMBER)
    name = ANSWERS[Item.LEGAL_NAME].replace("Joinery", "Joinry")
    (like,) = applications.preview(ApplicationEntry({Item.LEGAL_NAME: name})).candidates
    assert (like.code, like.by, like.name) == (code, Item.LEGAL_NAME, ANSWERS[Item.LEGAL_NAME])
    assert applications.preview(ApplicationEntry({Item.LEGAL_NAME: "Other"})).candidates == ()
    again = applications.preview(ApplicationEntry({Item.LEGAL_NAME: name}), code)
    assert again.candidates == ()  # not itself


# ---------------------------------------------------------------- doubtful, refused
def test_what_is_doubtful_says_why_and_what_is_missing_is_told(applications: Applications) -> None:
    odd = ApplicationEntry(
        {
            Item.LEGAL_NAME: "Acme Ltd",
            Item.TAX_NUMBER: "GB 980 7806 85",
            Item.INVOICE_ADDRESS: "1 Mill Lane",
            Item.INVOICE_POSTCODE: "12345",
            Item.INVOICE_COUNTRY: "QX",
            Item.PAYS_EMAIL: "ask Ms Ash",
            Item.LIMIT: "as much as we need",
            Item.LIMIT_CURRENCY: "GBP",
            Item.SIGNER_NAME: "Mr Oak",
            Item.SIGNED_DAY: "24/11/2026",
        }
    )
    assert doubts(applications, odd) == {
        Item.TAX_NUMBER: [Odd.CHECK_DIGIT],
        Item.INVOICE_POSTCODE: [Odd.POSTCODE],
        Item.INVOICE_COUNTRY: [Odd.NO_CHOICE],
        Item.PAYS_EMAIL: [Odd.NOT_AN_EMAIL],
        Item.LIMIT: [Odd.NO_AMOUNT],
        Item.ACCEPTS_TERMS: [Odd.MISSING],
        Item.SIGNED_DAY: [Odd.DAY_AHEAD],
    }
    unread = replace(odd, given={**odd.given, Item.SIGNED_DAY: "yesterday"})
    assert doubts(applications, unread)[Item.SIGNED_DAY] == [Odd.NO_DAY]
    code = apply_all(applications, odd)
    (row,) = applications.of(code)
    assert (row.limit, row.way, row.attachment) == (None, Way.TYPED, None)
    assert row.signed_day == date(2026, 11, 24)


def test_a_form_of_another_business_is_refused(applications: Applications) -> None:
    entry = replace(came_back(applications), ledger="fedcba9876543210")
    with pytest.raises(UserError) as refused:
        applications.preview(entry)
    assert refused.value.facts["why"] == Unread.OTHER_BUSINESS.value
    with pytest.raises(UserError):
        applications.apply(entry, frozenset(Item), ROLES)
    with pytest.raises(UserError) as unknown:
        applications.paper("NOBODY")
    assert unknown.value.problem is Problem.UNKNOWN_CUSTOMER


def test_one_put_down_by_mistake_is_taken_back(applications: Applications, office: Office) -> None:
    code = apply_all(applications, came_back(applications))
    (row,) = applications.of(code)
    office.on(day(400))
    applications.take_back(code, row.id)
    assert applications.of(code) == []
    with pytest.raises(UserError) as again:
        applications.take_back(code, row.id)
    assert again.value.problem is Problem.DECISION_STANDS


def test_the_form_speaks_the_customers_language_and_money(
    applications: Applications, office: Office
) -> None:
    editing = CustomerEditing(office.gateway, office.clock)
    form = replace(editing.blank(), name="Holz AG", code="HOLZ", locale="de_DE", currency="EUR")
    editing.save(replace(form, country="DE"))
    paper = applications.paper("HOLZ")
    assert (paper.locale, paper.currency, paper.mark.decimal) == ("de_DE", "EUR", ",")
    pdf = draw_application(paper).pdf
    answers = {**ANSWERS, Item.LIMIT: "5.000", Item.LIMIT_CURRENCY: "EUR"}
    content = filled(pdf, answers)
    entry = entry_of(read_application(content, "f.pdf"), content, "f.pdf")
    assert applications.preview(entry, "HOLZ").understood.limit == Money(500_000, "EUR")


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=40
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    _TEXT,
    st.dictionaries(
        st.sampled_from(
            [Item.TRADING_NAME, Item.INVOICES_TO, Item.INVOICE_ADDRESS, Item.PAYS_NAME, Item.BANK]
        ),
        _TEXT,
    ),
)
def test_any_texts_make_the_customer_that_gives_them_again(
    applications: Applications, name: str, others: dict[Item, str]
) -> None:
    answers = {**others, Item.LEGAL_NAME: name}
    content = filled_oddly(draw_application(applications.paper()).pdf, answers)
    entry = entry_of(read_application(content, "f.pdf"), content, "f.pdf")
    code = apply_all(applications, entry)
    id_ = require_customer(code).id
    known = known_values(whole_form(id_), contact_records(id_))
    assert known | {Item.BANK: answers.get(Item.BANK)} == known | {
        item: text for item, text in {Item.BANK: None, **answers}.items()
    }
    assert (
        applications.of(code)[0].given.items()
        >= {item.value: text for item, text in answers.items()}.items()
    )
    assert TICKED not in {known.get(Item.ORDER_REQUIRED)}


# ---------------------------------------------------------------- the terms that it accepts
ENCLOSED = NewVersion("Terms of trade", "en", date(2026, 10, 1), "# Payment\n\nPay in 30 days.")


@pytest.fixture
def library(office: Office) -> TermsLibrary:
    return TermsLibrary(office.gateway, office.clock)


def test_a_signed_application_accepts_the_terms_enclosed_once_somebody_says_so(
    applications: Applications, office: Office, library: TermsLibrary
) -> None:
    register = Acceptances(office.gateway, office.clock)
    version = library.publish(ENCLOSED).id
    entry = came_back(applications)
    library.publish(replace(ENCLOSED, effective_day=date(2026, 11, 1), wording="# Other terms"))
    offered = applications.preview(entry).agreement
    assert offered is not None
    assert (offered.version.id, offered.entry.by_whom) == (version, "Mr Oak")
    assert offered.entry.note == "Director"
    code = apply_all(applications, entry)
    assert register.of(code, office.clock.today).acceptances == ()  # nobody saw that it is signed
    sent = SentEntry(version, office.clock.today, SentBy.POST, follow_up=day(400))
    TermsSending(office.gateway, office.clock).record(code, sent)
    applications.apply(entry, frozenset(), ROLES, code, signed=Capacity.DIRECTOR)
    found = register.of(code, office.clock.today)
    (one,) = found.acceptances
    assert (one.version.id, one.method) == (version, Method.SIGNED_APPLICATION)
    assert (one.day, one.by_whom, one.clauses) == (date(2026, 11, 20), "Mr Oak", frozenset())
    assert (one.capacity, one.note) == (Capacity.DIRECTOR, "")
    (file,) = found.files
    assert Attachments(office.gateway, office.clock).content(file.id) == entry.content
    assert found.sent[0].follow_up is None
    assert list(prove_all()) == []


def test_of_a_paper_typed_in_it_is_the_version_of_the_day_it_was_signed(
    applications: Applications, library: TermsLibrary
) -> None:
    version = library.publish(ENCLOSED).id
    typed = ApplicationEntry(given=ANSWERS)
    offered = applications.preview(typed).agreement
    assert offered is not None
    assert offered.version.id == version


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (Item.ACCEPTS_TERMS, ""),
        (Item.SIGNER_NAME, ""),
        (Item.SIGNED_DAY, ""),
        (Item.SIGNED_DAY, "20/11/36"),
        (Item.SIGNED_DAY, "20/09/26"),  # before there were any
    ],
)
def test_one_that_does_not_say_who_accepted_what_and_when_accepts_nothing(
    applications: Applications, library: TermsLibrary, item: Item, said: str
) -> None:
    library.publish(ENCLOSED)
    typed = ApplicationEntry(given={**ANSWERS, item: said})
    assert applications.preview(typed).agreement is None
    with pytest.raises(UserError) as refused:
        applications.apply(typed, frozenset(Item), ROLES, signed=Capacity.UNKNOWN)
    assert refused.value.facts["field"] == "application.agreement"
    assert "a name, and a day" in problem_words(refused.value, "en", "en_GB")
    assert CreditApplication.select().count() == 0
