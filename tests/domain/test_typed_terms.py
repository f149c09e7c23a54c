from creditmate.domain.typed_terms import TypedClause, TypedTerms, from_json

TYPED = TypedTerms(
    "Terms", "en", "1 Oct", "# Zahlung", "t.pdf", "note",
    (TypedClause("interest", "5.1", "1 %", "1", "month"), TypedClause("costs")),
)  # fmt: skip


def test_what_is_typed_is_kept_word_for_word() -> None:
    assert from_json(TYPED.to_json()) == TYPED
    assert from_json(TypedTerms().to_json()) == TypedTerms()


def test_what_an_older_program_kept_is_read() -> None:
    assert from_json('{"title": "Terms"}') == TypedTerms("Terms")
    assert from_json('{"clauses": null}') == TypedTerms()
    assert from_json('{"clauses": [{"kind": "costs"}]}').clauses == (TypedClause("costs"),)
