"""The evidence of one fact, for people."""

from collections.abc import Iterator

from kg.model.document import Document
from kg.model.fact import Fact
from kg.model.rows import Row, fact_row
from kg.model.span import Span


def why(fact: Fact, document: Document) -> Row:
    """Return a fact's row with its sentence marked, its rule, steps, speaker and document."""
    return {
        **fact_row(fact, document),
        "statement": statement(fact),
        "marked": marked(fact, document),
        "rule": fact.by,
        "steps": list(fact.steps),
        "speaker": None if fact.attributed_to is None else fact.attributed_to.name,
        "title": document.title,
        "source": document.source,
        "published": document.published,
    }


def statement(fact: Fact) -> str:
    """Return the fact in one line: subject, relation, object."""
    ends = ("?" if end is None else end.name for end in (fact.subject, fact.object))
    return f" {fact.relation} ".join(ends)


def marked(fact: Fact, document: Document) -> str:
    """Return the sentence with each participant and the trigger in brackets, its role behind it."""
    pieces, at = list[str](), fact.sentence.start
    for span, role in _marks(fact):
        if span.start < at or not fact.sentence.contains(span):
            continue
        pieces += [document.text[at : span.start], f"[{span.of(document.text)}]({role})"]
        at = span.end
    return "".join([*pieces, document.text[at : fact.sentence.end]])


def _marks(fact: Fact) -> list[tuple[Span, str]]:
    found = [(fact.trigger, "trigger"), *_participants(fact)]
    return sorted(found, key=lambda mark: (mark[0].start, -mark[0].end, mark[1]))


def _participants(fact: Fact) -> Iterator[tuple[Span, str]]:
    fixed = [
        ("subject", fact.subject),
        ("object", fact.object),
        ("place", fact.place),
        ("speaker", fact.attributed_to),
    ]
    for role, value in [*fixed, *fact.roles]:
        for item in value if isinstance(value, tuple) else (value,):
            span = getattr(item, "span", None)
            if isinstance(span, Span):
                yield span, role
