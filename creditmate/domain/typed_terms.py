"""Terms as they are typed in the editor: kept word for word until they are published."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True)
class TypedClause:
    """A clause as it stands in the form; ``kind`` and ``per`` are codes of ``domain.terms``."""

    kind: str
    number: str = ""
    summary: str = ""
    rate: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True)
class TypedTerms:
    """The form of a version; ``file`` is the path of a PDF that takes the place of the wording."""

    title: str = ""
    language: str = ""
    effective: str = ""
    wording: str = ""
    file: str = ""
    note: str = ""
    clauses: tuple[TypedClause, ...] = ()

    def to_json(self) -> str:
        """Return what is kept."""
        return json.dumps(asdict(self), ensure_ascii=False)


_TEXTS = tuple(field.name for field in fields(TypedTerms) if field.name != "clauses")
_OF_A_CLAUSE = tuple(field.name for field in fields(TypedClause))


def from_json(text: str) -> TypedTerms:
    """Return what was kept; what an older program did not know is empty."""
    kept: Mapping[str, object] = json.loads(text)
    clauses = kept.get("clauses", [])
    return TypedTerms(
        **{name: str(kept.get(name, "")) for name in _TEXTS},
        clauses=tuple(
            TypedClause(**{name: str(each.get(name, "")) for name in _OF_A_CLAUSE})
            for each in (clauses if isinstance(clauses, list) else [])
        ),
    )
