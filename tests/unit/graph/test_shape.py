"""A document as nodes and relationships: what stands where, and that no name can carry Cypher."""

import json
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hand_made import entity, extraction
from kg.model import Amount, EntityType, Extraction, Modality, Participant
from kg.model.codec import dumps, loads
from kg.store.graph.names import label, property_name, relationship_type
from kg.store.graph.shape import Edge, Shape, shape

MUSK, TRUMP, X = entity("Elon Musk"), entity("Donald Trump"), entity("X", EntityType.ORGANIZATION)
MADE = extraction([(MUSK, "endorses", TRUMP)])


def shaped(found: Extraction, mapping: dict[str, str]) -> Shape:
    return shape(found, mapping, dumps(found))


def edges(found: Extraction, mapping: dict[str, str] | None = None) -> dict[str, list[Edge]]:
    kinds: dict[str, list[Edge]] = {}
    for edge in shaped(found, mapping or {}).edges:
        kinds.setdefault(edge.type, []).append(edge)
    return kinds


def changed(**values: object) -> Extraction:
    """Return the document with its fact changed, and X known to it."""
    return replace(MADE, entities=(*MADE.entities, X), facts=(replace(MADE.facts[0], **values),))  # type: ignore[arg-type]


def test_a_fact_is_a_node_with_its_roles_and_a_relationship() -> None:
    found = edges(MADE)
    assert sorted(found) == ["ENDORSES", "MENTIONS", "OBJECT", "SAYS", "SUBJECT"]
    (direct,) = found["ENDORSES"]
    assert (direct.start, direct.end) == (MUSK.id, TRUMP.id)
    assert direct.properties == {
        "fact": MADE.facts[0].id,
        "modality": "asserted",
        "confidence": 0.9,
        "document": MADE.document.id,
        "sentence": "Elon Musk endorses Donald Trump.",
        "start": 0,
        "end": 32,
        "by": "hand@1",
    }
    (node,) = shaped(MADE, {}).facts
    assert node.labels == ("Fact", "Endorses")
    assert (node.properties["subject"], node.properties["trigger"]) == ("Elon Musk", "endorses")


def test_only_what_is_asserted_or_reported_joins_entities_directly() -> None:
    standing = [kind for kind in Modality if "ENDORSES" in edges(changed(modality=kind))]
    assert standing == [Modality.ASSERTED, Modality.REPORTED]
    assert "ENDORSES" not in edges(changed(object=Participant("some words")))
    assert "ENDORSES" not in edges(changed(subject=None))


def test_every_entity_goes_by_its_global_id() -> None:
    merged = {MUSK.id: "https://kg.example/entity/Person/one", TRUMP.id: "https://kg.example/entity/Person/one"}
    found = edges(MADE, merged)
    assert [(edge.end, edge.properties) for edge in found["MENTIONS"]] == [(merged[MUSK.id], {"count": 2})]
    assert {edge.end for edge in (*found["SUBJECT"], *found["OBJECT"], *found["ENDORSES"])} == {merged[MUSK.id]}


def test_roles_become_relationships_or_properties_and_never_hide_others() -> None:
    x = Participant(X.name, X.id, X.type)
    roles = (
        ("price", Amount(2**70, "EUR", "m²", "about")),
        ("seller", x),
        ("participants", (x, Participant("others"))),
        ("by", "train"),
        ("number", 3),
    )
    found = changed(roles=roles, amount=Amount(4.5), place=x, attributed_to=x)
    values = shaped(found, {}).facts[0].properties
    assert {name: values[name] for name in ("price", "price_currency", "price_unit", "price_qualifier")} == {
        "price": float(2**70),
        "price_currency": "EUR",
        "price_unit": "m²",
        "price_qualifier": "about",
    }
    assert (values["by"], values["role_by"], values["number"], values["amount"]) == ("hand@1", "train", 3, 4.5)
    assert (values["seller"], values["participants"], values["place"]) == ("X", ["X", "others"], "X")
    kinds = edges(found)
    for role in ("SELLER", "PARTICIPANTS", "PLACE", "ATTRIBUTED_TO"):
        assert [edge.end for edge in kinds[role]] == [X.id]


def test_a_participant_that_the_document_does_not_describe_has_a_node_all_the_same() -> None:
    unknown = entity("Somebody Else")
    found = shaped(changed(subject=Participant(unknown.name, unknown.id, unknown.type)), {})
    assert found.entities[unknown.id].labels == ("Entity", "Person")
    assert {edge.end for edge in found.edges} <= {*found.entities, *(fact.iri for fact in found.facts)}


def test_the_document_keeps_all_that_it_was_made_from() -> None:
    node = shaped(MADE, {MUSK.id: "a"}).document
    assert loads(str(node.properties["record"])) == MADE
    assert json.loads(str(node.properties["mapping"])) == {MUSK.id: "a"}
    assert {"title", "source", "published", "language"} <= node.properties.keys()
    assert "author" not in node.properties


def test_words_of_the_ontology() -> None:
    assert relationship_type("raisedFunds") == "RAISED_FUNDS"
    assert relationship_type("parsedHTMLPage") == "PARSED_HTML_PAGE"
    assert label("raisedFunds") == "RaisedFunds"
    assert property_name("sharePercent") == "sharePercent"
    assert relationship_type("2ndRound") == "X_2ND_ROUND"


@given(st.text())
def test_no_word_can_carry_cypher(text: str) -> None:
    for spell in (relationship_type, label):
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", spell(text), re.ASCII)
    assert re.fullmatch(r"[A-Za-z0-9_]+", property_name(text), re.ASCII)
