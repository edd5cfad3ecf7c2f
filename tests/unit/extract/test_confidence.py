"""A fact is as sure as facts on the same grounds: rule, how participants are called, where they stand, modality."""

from dataclasses import replace

import pytest

from hand_made import entity, extraction
from kg.extract.finish.confidence import rated
from kg.extract.finish.grounds import Ground, stand_in
from kg.extract.finish.grounds import grounds as found_grounds
from kg.extract.reading import Reading
from kg.lexicon.calibration import load_calibration
from kg.model import EntityType, Extraction, Fact, MentionKind, Modality, Participant, Span
from kg.model.annotation import Annotation, Token, make_sentence

MUSK, X = entity("Elon Musk"), entity("X", EntityType.ORGANIZATION)
MADE = extraction([(MUSK, "acquired", X)])
FACT = replace(MADE.facts[0], by="frame:acquired@1")


def read(made: Extraction) -> Reading:
    """Return the reading of a document without trees."""
    return Reading(Annotation(made.document, (), (), ()), made.document.language)


def pairs(fact: Fact, made: Extraction) -> tuple[Ground, ...]:
    return found_grounds(fact, made.mentions, read(made))


def grounds(fact: Fact, made: Extraction) -> dict[str, str]:
    return dict(pairs(fact, made))


def said(kind: MentionKind, whom: str = MUSK.id) -> Extraction:
    """Return the extraction with a mention of this kind in place of the participant's name."""
    mentions = (replace(m, kind=kind) if m.entity == whom else m for m in MADE.mentions)
    return replace(MADE, mentions=tuple(mentions))


def triggered(word: str, relation: str) -> tuple[Fact, Extraction]:
    made = extraction([(MUSK, word, X)])
    return replace(made.facts[0], relation=relation, by=f"frame:{relation}@1"), made


@pytest.mark.parametrize(
    ("word", "relation", "rule"),
    [("acquired", "acquired", "verb"), ("founder", "founderOf", "noun"), ("Acquires", "acquired", "verb")],
)
def test_the_word_that_called_a_frame_tells_the_rule(word: str, relation: str, rule: str) -> None:
    assert grounds(*triggered(word, relation))["rule"] == rule


@pytest.mark.parametrize("by", ["joint:memberOf@1", "place:partOf@1", "quote:speaker@1", "source:according@1"])
def test_what_needs_no_frame_is_a_pattern(by: str) -> None:
    assert grounds(replace(FACT, by=by), MADE)["rule"] == "pattern"


@pytest.mark.parametrize(
    ("kind", "ends"),
    [(MentionKind.NAME, "name"), (MentionKind.NOMINAL, "description"), (MentionKind.PRONOUN, "pronoun")],
)
@pytest.mark.parametrize("whom", [MUSK.id, X.id])
def test_the_weakest_way_to_call_a_participant_counts(kind: MentionKind, ends: str, whom: str) -> None:
    assert grounds(FACT, said(kind, whom))["ends"] == ends


def test_a_subject_in_words_or_missing_is_weaker_than_a_name_but_an_object_in_words_is_not() -> None:
    words = Participant("a judge")
    assert grounds(replace(FACT, subject=words), MADE)["ends"] == "words"
    assert grounds(replace(FACT, subject=None), MADE)["ends"] == "words"
    assert grounds(replace(FACT, object=words), MADE)["ends"] == "name"
    assert grounds(replace(FACT, object=words), said(MentionKind.PRONOUN))["ends"] == "pronoun"


@pytest.mark.parametrize(
    ("relation", "object_", "expected"),
    [
        ("stated", Participant("the bridge opens"), "said"),
        ("stated", None, "said"),
        ("won", Participant("the title"), "words"),
        ("died", None, "none"),
        ("acquired", FACT.object, "entity"),
    ],
)
def test_what_stands_in_the_place_of_the_object(relation: str, object_: Participant | None, expected: str) -> None:
    assert grounds(replace(FACT, relation=relation, object=object_), MADE)["object"] == expected


def test_an_implied_participant_is_known_by_description() -> None:
    assert FACT.object is not None
    assert grounds(replace(FACT, object=replace(FACT.object, span=None)), MADE)["ends"] == "description"
    assert stand_in(replace(FACT.object, span=None), MADE.mentions) is None


@pytest.mark.parametrize("modality", list(Modality))
def test_only_what_the_text_asserts_is_asserted(modality: Modality) -> None:
    expected = "asserted" if modality is Modality.ASSERTED else "other"
    assert grounds(replace(FACT, modality=modality), MADE)["modality"] == expected


def test_where_the_participants_stand_in_the_tree_is_a_ground() -> None:
    words = [("Elon Musk", "PROPN", "nsubj", 1), ("acquired", "VERB", "ROOT", 1), ("X", "PROPN", "obj", 1)]
    tokens, at = [], 0
    for index, (text, pos, dep, head) in enumerate(words):
        tokens.append(Token(index, Span(at, at + len(text)), text, pos, dep, head))
        at += len(text) + 1
    sentence = make_sentence(0, FACT.sentence, tuple(tokens), 0)
    reading = Reading(Annotation(MADE.document, (), (), (sentence,)), "en")
    found = found_grounds(replace(FACT, trigger=tokens[1].span), MADE.mentions, reading)
    assert {("subject path", "nsubj"), ("object path", "VERB obj"), ("subject side", "before VERB")} <= set(found)
    assert found == tuple(sorted(set(found)))


def test_every_fact_gets_the_confidence_of_its_grounds_and_nothing_else_changes() -> None:
    facts = [FACT, replace(FACT, id="another", modality=Modality.PLANNED, subject=None)]
    told, unsure = rated(facts, MADE.mentions, read(MADE), least=0)
    table = load_calibration()
    assert [fact.confidence for fact in told] == [table.confidence(pairs(f, MADE)) for f in facts]
    assert [replace(fact, confidence=0.9) for fact in told] == facts
    assert told[0].confidence > told[1].confidence
    assert not unsure


def test_what_is_too_unsure_is_left_out_with_the_reason() -> None:
    facts = [FACT, replace(FACT, id="another", modality=Modality.PLANNED, subject=None)]
    sure, doubtful = rated(facts, MADE.mentions, read(MADE), least=0)[0]
    told, unsure = rated(facts, MADE.mentions, read(MADE), least=(sure.confidence + doubtful.confidence) / 2)
    assert told == [sure]
    assert [item.reason for item in unsure] == [f"too unsure: confidence {doubtful.confidence:.2f}"]
    assert unsure[0].span == doubtful.evidence
