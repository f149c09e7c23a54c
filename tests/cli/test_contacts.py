"""Contacts on the command line: recorded in any way, found, confirmed, told, put right, moved."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.people import CONTACT_COLUMNS, create_contacts, create_emails, create_phones
from tests.builders import SetClock, a_customer, an_invoice, make_ledger
from tests.cli.conftest import Answer, Run
from tests.services.test_calls_and_today import FRIDAY, MONDAY


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Two customers; of one a person is known."""
    path = tmp_path / "books.creditmate"
    gateway = make_ledger(path, SetClock())
    contact = dict.fromkeys(CONTACT_COLUMNS, "") | {
        "name": "Ann Lee", "authority": "pays", "channel": "call", "confirmed_day": None,
    }  # fmt: skip
    with gateway.write("test") as writing:
        acme, bolt = a_customer(writing, "ACME"), a_customer(writing, "BOLT")
        an_invoice(
            writing, acme, "A-1", MONDAY.replace(month=10), 500_00, due=MONDAY.replace(day=2)
        )
        an_invoice(
            writing, bolt, "B-1", MONDAY.replace(month=10), 700_00, due=MONDAY.replace(day=2)
        )
        row = {**contact, "customer_id": acme}
        (ann,) = create_contacts(writing, [tuple(row[one] for one in CONTACT_COLUMNS)])
        create_phones(writing, [(ann, "0161 496 0142", "office")])
        create_emails(writing, [(ann, "ann@acme.example")])
    connection.close()
    return path


@pytest.fixture
def tell(run: Run, ledger: Path) -> Run:
    """Run a command on the ledger on Monday."""

    def told(*arguments: object, on: object = MONDAY) -> Answer:
        return run(*arguments, "--ledger", ledger, "--on", on)

    return told


def plain(answer: Answer) -> str:
    assert answer.status == 0, answer.err
    return answer.out.replace("\u00a0", " ").strip()


def plain_error(answer: Answer) -> str:
    return answer.err.replace("\u00a0", " ")


CALL = ("call", "ACME", "--with", "Ann Lee", "--outcome", "call_back", "--note", "Rings back")


def test_everything_a_call_can_tell_is_recorded(tell: Run) -> None:
    more = (
        "--next", FRIDAY, "--next-at", "3 pm", "--barrier", "approval", "--told", "due_date",
        "--told", "where_to", "--step", "call_1", "--about", "A-1", "--opportunity", "A line",
        "--more-time", FRIDAY, "--because", "Their run",
    )  # fmt: skip
    said = plain(tell(*CALL, *more))
    assert said == "Recorded. Next step on Friday 27 November 2026 at 15:00."
    story = plain(tell("timeline", "ACME"))
    assert "Waiting for approval." in story
    assert "Told: the due day, where to pay to." in story


def test_nobody_answered_is_one_option_with_the_next_attempt(tell: Run) -> None:
    for count in range(2):
        found = tell("call", "ACME", "--no-answer", "--json").json
        assert (found["next"], found["another_way"]) == ("2026-11-24", False), count
    said = tell("call", "ACME", "--no-answer", "voicemail")
    assert said.status == 1  # two attempts a day are enough
    found = tell("call", "ACME", "--no-answer", "--override", "They asked me to try", "--json").json
    assert found["another_way"] is True


def test_against_the_policy_a_reason_is_needed_and_kept(tell: Run) -> None:
    assert tell(*CALL, "--none-because", "all said").status == 0
    refused = tell(*CALL, "--none-because", "again", on="2026-11-24")
    assert refused.status == 1
    assert "--override" in refused.err
    allowed = tell(*CALL, "--none-because", "again", "--override", "He asked", on="2026-11-24")
    assert allowed.status == 0
    assert allowed.err != ""  # what it goes against is said all the same
    for command in ("timeline", "brief"):  # and whoever rings next reads it
        said = plain(tell(command, "ACME", on="2026-11-24"))
        assert said.count("Contacted all the same: He asked.") == 1, command
    told = tell("timeline", "ACME", "--search", "he asked", "--json", on="2026-11-24").json
    assert [one["override"] for one in told] == ["He asked"]


def test_whoever_knows_why_it_was_made_says_so_and_what_was_agreed_costs_nothing(tell: Run) -> None:
    assert tell(*CALL, "--none-because", "all said").status == 0
    agreed = ("--none-because", "again", "--why", "agreed")
    assert tell(*CALL, *agreed, on="2026-11-24").status == 0
    assert tell("call", "ACME", "--no-answer", "--why", "agreed", on="2026-11-24").status == 0
    own = tell(*CALL, "--none-because", "x", "--why", "own", on="2026-11-25")
    assert own.status == 1
    assert "Again from" in own.err
    assert "Monday 30 November" in plain_error(own)  # five days on is a Saturday


@pytest.mark.parametrize(
    "options",
    [
        ("--outcome", "will_pay", "--next", FRIDAY),  # nothing said
        ("--note", "x", "--next", FRIDAY),  # no outcome
        ("--outcome", "call_back", "--note", "x", "--next", FRIDAY, "--next-at", "25"),
        ("--outcome", "call_back", "--note", "x", "--next", FRIDAY, "--about", "Z-9"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_recorded(
    tell: Run, options: tuple[object, ...]
) -> None:
    refused = tell("call", "ACME", *options)
    assert refused.status == 1
    assert refused.err
    assert tell("timeline", "ACME", "--topic", "talks", "--json").json == []


@pytest.mark.parametrize("outcome", ["will_pay", "part_payment", "next_payment_run"])
def test_what_they_will_pay_is_told_with_its_amount_and_day(tell: Run, outcome: str) -> None:
    told = ("--with", "Ann", "--outcome", outcome, "--note", "x", "--next", FRIDAY)
    refused = tell("call", "ACME", *told)
    assert refused.status == 1
    assert "--promise and --by: what they will pay, and by when." in plain_error(refused)
    assert tell("timeline", "ACME", "--topic", "talks", "--json").json == []
    assert tell("call", "ACME", *told, "--promise", "100", "--by", FRIDAY).status == 0


def test_how_they_will_pay_is_read_back_told_moved_and_confirmed(tell: Run) -> None:
    told = ("--with", "Ann Lee", "--outcome", "will_pay", "--note", "x", "--next", FRIDAY)
    promise = ("--promise", "100", "--by", FRIDAY, "--method", "cheque")
    made = tell("call", "ACME", *told, *promise, "--json").json
    assert made["method"] == "cheque"
    assert "Will pay £100.00 by cheque by Fri 27 Nov." in plain(tell("timeline", "ACME"))
    moved = tell("move-contact", made["interaction"], "--to", "BOLT", "--because", "Two lines")
    assert moved.status == 0, moved.err
    assert "Will pay £100.00 by cheque by Fri 27 Nov." in plain(tell("timeline", "BOLT"))
    letter = plain(tell("confirm", "BOLT", "--text"))
    assert "You pay £100.00 by cheque by Friday 27 November 2026." in letter
    said = plain(tell("call", "ACME", *told, *promise))
    assert "They pay £100.00 by cheque by Friday 27 November 2026." in said


# ------------------------------------------------------------------ other ways
def a_mail(folder: Path) -> Path:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["Subject"] = "Ann Lee <ann@acme.example>", "Order number"
    mail["Date"] = "Fri, 20 Nov 2026 16:00:00 +0000"
    mail.set_content("Please put order 4711 on it.")
    path = folder / "from ann.eml"
    path.write_bytes(mail.as_bytes())
    return path


def test_an_email_of_theirs_is_read_from_its_file_and_kept(tell: Run, tmp_path: Path) -> None:
    made = tell(
        "log", "ACME", "--in", "--file", a_mail(tmp_path), "--outcome", "papers_missing",
        "--none-because", "reissued", "--json",
    ).json  # fmt: skip
    (told,) = tell("timeline", "ACME", "--channel", "email", "--json").json
    assert (told["id"], told["day"], told["with"]) == (made["interaction"], "2026-11-20", "Ann Lee")
    assert told["notes"] == "Order number\n\nPlease put order 4711 on it."
    assert (told["direction"], told["files"]) == ("in", ["from ann.eml"])


def test_its_own_words_are_found_where_a_note_was_typed_with_it(tell: Run, tmp_path: Path) -> None:
    noted = tell(
        "log", "ACME", "--in", "--file", a_mail(tmp_path), "--outcome", "papers_missing",
        "--none-because", "reissued", "--note", "They wait.",
    )  # fmt: skip
    assert noted.status == 0, noted.err
    (told,) = tell("timeline", "ACME", "--search", "4711 wait", "--json").json
    assert told["notes"] == "They wait.\n\nOrder number\n\nPlease put order 4711 on it."


def test_what_we_wrote_needs_no_outcome_and_leaves_the_next_step(tell: Run) -> None:
    assert tell(*CALL, "--next", FRIDAY).status == 0
    sent = tell("log", "ACME", "--channel", "text", "--note", "Sent the bank details", "--override",
                "with the call")  # fmt: skip
    assert sent.status == 0, sent.err
    refused = tell("log", "BOLT", "--channel", "letter", "--note", "x")
    assert refused.status == 1
    for came in ((), ("--in",)):
        unsaid = tell("log", "BOLT", *came, "--note", "x")
        assert (unsaid.status, "by which way was it?" in unsaid.err) == (1, True)
    assert tell("log", "BOLT", "--in", "--channel", "text", "--note", "x").status == 1  # what?


# ------------------------------------------------------------------ they called
def test_who_it_may_be(tell: Run) -> None:
    assert plain(tell("who", "0161", "496", "0142")) == (
        "ACME  Acme Ltd: telephone 0161 496 0142 (Ann Lee)"
    )
    assert plain(tell("who", "500")) == (
        "ACME  Acme Ltd: £500.00 open on A-1, £500.00 overdue in all"
    )
    (found,) = tell("who", "b-1", "--json").json
    assert (found["code"], found["matches"][0]["why"]) == ("BOLT", "paper")
    assert plain(tell("who", "zzz")).startswith("Nobody was found.")


def test_a_talk_is_parked_and_given_to_its_customer(tell: Run) -> None:
    assert plain(tell("incoming")) == "No talk waits for its customer."
    assert plain(tell("incoming", "--park", "About the refit", "--with", "Ann")) == "Parked as 1."
    (row,) = tell("incoming", "--json").json
    assert (row["id"], row["notes"], row["with"]) == (1, "About the refit", "Ann")
    assert "About the refit" in plain(tell("incoming"))
    assert plain(tell("incoming", "--give", "1", "--to", "ACME")) == (
        "It is the call form of ACME now."
    )
    assert tell("incoming", "--give", "1", "--to", "ACME").status == 1
    tell("incoming", "--park", "x")
    assert plain(tell("incoming", "--discard", "1")) == "Thrown away."


# ------------------------------------------------------------------ in writing, and put right
def test_what_was_agreed_is_confirmed(tell: Run, tmp_path: Path) -> None:
    made = tell(*CALL, "--next", FRIDAY, "--json").json["interaction"]
    draft = tmp_path / "draft.eml"
    assert str(draft) in plain(tell("confirm", "ACME", "--talk", made, "--out", draft))
    assert b"X-Unsent: 1" in draft.read_bytes()
    text = plain(tell("confirm", "ACME", "--text"))
    assert "We are in touch again on Friday 27 November 2026." in text
    told = tell("confirm", "ACME", "--text", "--attach", "--json").json
    assert (told["address"], told["copies"]) == ("ann@acme.example", [])
    assert tell("confirm", "ACME", "--text", "--attach", "Z-9").status == 1


def test_what_became_of_a_promise_is_said_where_the_outcome_is_put_right(tell: Run) -> None:
    paying = ("call", "ACME", "--with", "Ann", "--outcome", "will_pay", "--note", "x")
    promise = ("--promise", "400", "--by", FRIDAY, "--next", FRIDAY)
    made = tell(*paying, *promise, "--json").json["interaction"]
    stands = plain(tell("correct", made, "--outcome", "waiting_approval"))
    assert "Their promise of £400.00 by Friday 27 November stands" in stands
    assert "--no-promise" in stands
    ended = plain(tell("correct", made, "--outcome", "refuses"))
    assert "Their promise of £400.00 by Friday 27 November is taken back." in ended
    again = tell(*paying, *promise, "--json").json["interaction"]
    told = tell("correct", again, "--outcome", "no_answer", "--json").json
    assert [one["amount"]["minor"] for one in told["taken_back"]] == [40_000]
    assert told["stands"] == []


def test_it_is_said_what_a_call_takes_the_place_of(tell: Run) -> None:
    tell("diary", "--add", "ACME", "--at", FRIDAY, "--note", "the doors")
    agreed = ("call", "ACME", "--with", "Ann", "--outcome", "call_back", "--note", "x")
    tell(*agreed, "--next", FRIDAY, "--next-at", "10")
    said = plain(tell(*agreed, "--next", FRIDAY, "--next-at", "11"))
    assert "It takes the place of: Call back (Ann Lee), Fri 27 Nov, 10:00." in said
    assert "doors" not in said
    told = plain(tell("call", "ACME", "--no-answer", on=FRIDAY))
    assert "To be tried again then: Call: the doors, " in told
    assert "Call back (Ann Lee)" in told
    again = tell("call", "ACME", "--no-answer", "--json").json
    assert (again["takes_place_of"], again["goes_on"]) == ([], [])


def test_what_became_of_more_time_is_said_where_the_outcome_is_put_right(tell: Run) -> None:
    asks = ("call", "ACME", "--with", "Ann", "--outcome", "asks_for_time", "--note", "x")
    time = ("--more-time", FRIDAY, "--because", "y", "--next", FRIDAY)
    made = tell(*asks, *time, "--json").json["interaction"]
    stands = plain(tell("correct", made, "--outcome", "waiting_approval"))
    assert (
        "More time until Friday 27 November stands all the same. more-time --withdraw 1" in stands
    )
    told = tell("correct", made, "--outcome", "refuses", "--json").json
    assert [(one["what"], one["day"]) for one in told["ended"]] == [
        ("extension", FRIDAY.isoformat())
    ]
    assert told["stands_besides"] == []


def test_a_contact_is_put_right_and_moved(tell: Run) -> None:
    made = tell(*CALL, "--next", FRIDAY, "--json").json["interaction"]
    right = tell("correct", made, "--note", "Rings on Friday", "--json").json
    assert right["corrects"] == made
    assert tell("correct", made, "--promise", "400", "--by", FRIDAY).status == 0
    first, second, third = tell("timeline", "ACME", "--channel", "call", "--json").json
    assert [one["corrected"] for one in (first, second, third)] == [False, True, True]
    assert tell("move-contact", made, "--to", "BOLT", "--because", "slip").status == 0
    assert tell("timeline", "ACME", "--channel", "call", "--json").json == []
    (there,) = tell("timeline", "BOLT", "--channel", "call", "--json").json
    assert there["notes"] == "Rings on Friday"
    other = tell(
        "call", "ACME", "--incoming", "--with", "Ann", "--outcome", "will_pay", "--promise", "500",
        "--by", FRIDAY, "--next", FRIDAY, "--json",
    ).json["interaction"]  # fmt: skip
    assert plain(tell("move-contact", other, "--to", "BOLT", "--because", "Two Anns")) == (
        "It is with BOLT now."
    )
    assert "A contact was moved to Bolt Ltd: Call of" in plain(tell("timeline", "ACME"))
    assert "First put down with ACME." in plain(tell("timeline", "BOLT"))


def test_a_timeline_is_narrowed_by_days_words_and_topic(tell: Run) -> None:
    tell(*CALL, "--next", FRIDAY)
    assert len(tell("timeline", "ACME", "--json").json) == 2
    assert len(tell("timeline", "ACME", "--search", "rings", "--json").json) == 1
    assert len(tell("timeline", "ACME", "--from", MONDAY, "--json").json) == 1
    assert len(tell("timeline", "ACME", "--to", "2026-11-22", "--json").json) == 1
    assert len(tell("timeline", "ACME", "--topic", "money", "--json").json) == 1
    assert plain(tell("timeline", "ACME", "--search", "nowhere")) == (
        "Nothing of that kind happened."
    )


@pytest.mark.parametrize(("typed", "taken"), [
    ("20/11", False),
    ("20 Nov", False),
    ("20/11/2027", True),
    ("20 Nov 27", True),
    ("2027-11-20", True),
    ("+120", True),
    ("27/11", True),
])  # fmt: skip
@pytest.mark.parametrize("option", ["--by", "--next"])
def test_a_day_that_has_passed_is_not_silently_next_years(
    tell: Run, option: str, typed: str, taken: bool
) -> None:
    days = {"--by": "fri", "--next": "fri", option: typed}
    told = ("--promise", "100", "--by", days["--by"], "--next", days["--next"])
    found = tell("call", "ACME", "--with", "Ann", "--outcome", "will_pay", *told)
    assert (found.status == 0) is taken, found.err
    if not taken:
        assert "20 Nov 2027" in plain_error(found)
        assert "with its year" in found.err


def test_more_time_and_a_plan_far_away_are_doubted_too(tell: Run) -> None:
    for command in (
        ("more-time", "ACME", "--all", "--to", "20/11", "--because", "x"),
        ("plan", "ACME", "--total", "--parts", "2", "--first", "18/10"),
        ("call", "ACME", "--with", "Ann", "--outcome", "plan_agreed", "--plan", "2",
         "--plan-first", "18/10", "--next", "fri", "--note", "x"),
    ):  # fmt: skip
        found = tell(*command)
        assert found.status != 0
        assert "with its year" in found.err, found.err
