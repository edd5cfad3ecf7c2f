"""`verify` finds each kind of evidence that does not hold, and nothing where all does."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from hand_made import entity, extraction
from kg.cli import main
from kg.model import EntityType, Extraction, Fact, Mention, MentionKind, Participant, Span
from kg.rdf import quads
from kg.resolve import across
from kg.store import Writer
from kg.validate import verify

ANNE, NOVATEL = entity("Anne Dubois"), entity("Novatel", EntityType.ORGANIZATION)
GOOD = extraction([(ANNE, "acquired", NOVATEL)])


def told(**changes: object) -> Extraction:
    return replace(GOOD, facts=(replace(GOOD.facts[0], **changes),))  # type: ignore[arg-type]


def test_sound_evidence_gives_nothing() -> None:
    assert verify(GOOD) == ()


def test_a_quotation_may_stand_in_two_halves_but_in_turn() -> None:
    assert verify(told(quote="Anne Dubois Novatel")) == ()
    assert [one.check for one in verify(told(quote="Novatel Anne Dubois"))] == ["the text holds the quotation"]


BREAKS: dict[str, Callable[[], Extraction]] = {
    "evidence slices the text": lambda: told(evidence=Span(0, 999)),
    "sentence slices the text": lambda: told(sentence=Span(5, 5)),
    "evidence holds the trigger": lambda: told(evidence=Span(0, 11)),
    "the text holds the quotation": lambda: told(quote="never said"),
    "participant is an entity of the document": lambda: told(object=Participant("X", "https://x/x", None, Span(0, 4))),
    "participant is a mention or tied to one": lambda: told(subject=replace(subject(), span=Span(12, 20))),
    "participant slices the text": lambda: told(subject=replace(subject(), span=Span(0, 999))),
    "participant is called as its entity": lambda: told(subject=replace(subject(), name="Novatel")),
    "the text holds the words": lambda: told(object=Participant("never said")),
    "fact is of this document": lambda: told(document="https://kg.example/document/other"),
    "document has the id of its text": lambda: replace(
        GOOD, document=replace(GOOD.document, text=GOOD.document.text.replace("acquired", "suedsued"))
    ),
    "mention has an entity of the document": lambda: replace(GOOD, entities=GOOD.entities[:1]),
    "mention slices the text": lambda: replace(GOOD, mentions=(replace(GOOD.mentions[0], text="Anna"), *GOOD.mentions)),
}


def subject() -> Participant:
    found = GOOD.facts[0].subject
    assert found is not None
    return found


@pytest.mark.parametrize("check", BREAKS)
def test_each_kind_of_break_is_found(check: str) -> None:
    assert check in {finding.check for finding in verify(BREAKS[check]())}


def pronoun(antecedent: Span | None) -> Extraction:
    span = Span(12, 20)
    mention = Mention(span, span.of(GOOD.document.text), ANNE.id, ANNE.type, MentionKind.PRONOUN, "hand@1", antecedent)
    made = told(subject=replace(subject(), span=span))
    return replace(made, mentions=tuple(sorted((*GOOD.mentions, mention))))


def test_a_pronoun_must_lead_to_a_name() -> None:
    assert verify(pronoun(GOOD.mentions[0].span)) == ()
    assert {finding.check for finding in verify(pronoun(None))} == {"participant is a mention or tied to one"}


def test_who_is_implied_needs_a_step() -> None:
    implied = replace(subject(), span=None)
    assert verify(told(subject=implied))
    assert verify(told(subject=implied, steps=("Anne Dubois is implied",))) == ()


@pytest.mark.parametrize(("fact", "code"), [(GOOD.facts[0], 0), (replace(GOOD.facts[0], quote="never said"), 1)])
def test_the_verb_exits_with_1_where_something_does_not_hold(tmp_path: Path, fact: Fact, code: int) -> None:
    with Writer(tmp_path / "store", render=quads, resolver=across) as writer:
        writer.commit(replace(GOOD, facts=(fact,)))
    result = CliRunner().invoke(main, ["--store", str(tmp_path / "store"), "verify", "--format", "jsonl"])
    assert result.exit_code == code
    assert bool(result.stdout) is bool(code)
