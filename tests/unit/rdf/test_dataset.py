"""A document's named graph: what it holds of a fact, and how many quads that costs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.namespace import OWL, SKOS

from hand_made import entity, extraction
from kg.extract.frames.load import load_frames
from kg.model import Amount, EntityType, Extraction, Fact, Modality, Participant
from kg.model.ids import ONTOLOGY
from kg.rdf import quads, terms
from kg.resources import ontology
from kg.validate import reference, validate

MUSK, X = entity("Elon Musk"), entity("X", EntityType.ORGANIZATION)
DIRECT = Quad(NamedNode(MUSK.id), NamedNode(ONTOLOGY + "acquired"), NamedNode(X.id))


def bought(**changes: object) -> Extraction:
    made = extraction([(MUSK, "acquired", X)])
    return replace(made, facts=tuple(replace(fact, **changes) for fact in made.facts))  # type: ignore[arg-type]


def test_a_plain_fact_costs_twelve_quads_and_what_qualifies_it_one_each() -> None:
    assert cost(bought()) == 12
    assert cost(bought(time="2022-10")) == 13
    assert cost(bought(modality=Modality.ALLEGED, time="2022-10")) == 12


def cost(made: Extraction) -> int:
    return len(quads(made, {})) - len(quads(replace(made, facts=()), {}))


def kept(found: list[Quad]) -> set[Quad]:
    store = Store()
    store.extend(found)
    return set(store)


@pytest.mark.parametrize("modality", list(Modality))
def test_only_what_the_text_stands_behind_is_a_triple(modality: Modality) -> None:
    found = {quad.triple for quad in quads(bought(modality=modality), {})}
    assert (DIRECT.triple in found) == (modality in {Modality.ASSERTED, Modality.REPORTED})


def test_entities_take_their_global_id_everywhere() -> None:
    other = "https://kg.example/entity/Person/other-0123456789"
    found = quads(bought(), {MUSK.id: other})
    assert not [quad for quad in found if MUSK.id in {getattr(quad.subject, "value", ""), quad.object.value}]
    assert Quad(NamedNode(other), terms.A, terms.CLASSES[EntityType.PERSON], found[0].graph_name) in found


def test_amounts_words_and_roles_are_kept() -> None:
    amount = Amount(4_000_000, "USD", None, "more than")
    roles = (("participants", 190_000), ("seller", (Participant("des fonds"), Participant(X.name, X.id))))
    made = bought(amount=amount, object=Participant("une société"), quote="dit", roles=roles, time="2024-07-29")
    node = NamedNode(made.facts[0].id)
    found = {(quad.predicate, quad.object) for quad in quads(made, {}) if quad.subject == node}
    assert (terms.OBJECT, Literal("une société", language="en")) in found
    assert (terms.own("participants"), terms.number(190_000)) in found
    assert (terms.own("seller"), NamedNode(X.id)) in found
    assert (terms.TIME, Literal("2024-07-29", datatype=terms.EDTF)) in found
    quantity = NamedNode(f"{node.value}#amount")
    values = {(quad.predicate, quad.object) for quad in quads(made, {}) if quad.subject == quantity}
    assert (terms.QUALIFIER, Literal("more than")) in values
    assert (terms.VALUE, terms.number(4_000_000)) in values


@given(st.floats(0, 1).map(lambda x: round(x, 3)) | st.integers(-(10**12), 10**12) | st.floats(-1e9, 1e9))
def test_numbers_come_back_from_a_store_as_they_were_written(value: float) -> None:
    for literal in (terms.number(value), terms.decimal(value)):
        quad = Quad(NamedNode(MUSK.id), terms.VALUE, literal)
        assert kept([quad]) == {quad}


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_come_back_from_a_store(words: str) -> None:
    found = quads(bought(quote=words, object=Participant(words)), {})
    assert kept(found) == set(found)


def test_what_is_written_conforms_by_the_gate_and_by_the_shapes() -> None:
    found = quads(bought(time="2022-10", place=Participant(X.name, X.id), attributed_to=Participant(X.name, X.id)), {})
    assert validate(found).results == ()
    assert reference(found).results == ()


BREAKS = {
    "no relation": lambda quad: None if quad.predicate == terms.PREDICATE else quad,
    "no modality": lambda quad: None if quad.predicate == terms.MODALITY else quad,
    "unknown modality": lambda quad: changed(quad, terms.MODALITY, terms.own("perhaps")),
    "too sure": lambda quad: changed(quad, terms.CONFIDENCE, terms.decimal(1.5)),
    "no rule": lambda quad: None if quad.predicate == terms.RULE else quad,
    "no evidence": lambda quad: None if quad.predicate == terms.EVIDENCE else quad,
    "words that are not there": lambda quad: changed(quad, terms.EXACT, Literal("Elon Musk acquired Y")),
    "no words": lambda quad: None if quad.predicate == terms.EXACT else quad,
    "a time that is no EDTF": lambda quad: changed(quad, terms.TIME, Literal("2022-10")),
    "a nameless participant": lambda quad: None if quad.predicate == terms.LABEL else quad,
    "no text": lambda quad: None if quad.predicate == terms.BODY else quad,
    "a third language": lambda quad: changed(quad, terms.LANGUAGE, Literal("de")),
    "a denied fact that stands": lambda quad: changed(quad, terms.MODALITY, terms.own("denied")),
}


def changed(quad: Quad, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
    return Quad(quad.subject, predicate, value, quad.graph_name) if quad.predicate == predicate else quad


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_broken_is_found_by_the_gate_and_by_the_shapes(name: str) -> None:
    broken = [kept for quad in quads(bought(time="2022-10"), {}) if (kept := BREAKS[name](quad)) is not None]
    assert not validate(broken).conforms
    assert not reference(broken).conforms


KGO = Namespace(ONTOLOGY)


@pytest.fixture(scope="module")
def news() -> Graph:
    return Graph().parse(ontology() / "news.ttl")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_ontology_defines_every_relation_and_role_of_the_frames(news: Graph, language: str) -> None:
    frames = load_frames(language)
    roles = {role for frame in frames.frames.values() for role in frame.types} - {"subject", "object"}
    for name in {*frames.frames, *roles}:
        assert (KGO[name], RDFS.label, None) in news, name


def test_every_own_term_is_defined_in_both_languages(news: Graph) -> None:
    own = {node for node in news.subjects(RDF.type) if str(node).startswith(ONTOLOGY)}
    assert len(own) > 100
    for node in own:
        assert {value.language for value in news.objects(node, SKOS.definition)} == {"en", "fr"}, node


def test_relations_say_whom_they_join(news: Graph) -> None:
    includes = [URIRef(f"https://schema.org/{end}Includes") for end in ("domain", "range")]
    for node in news.subjects(RDF.type, OWL.ObjectProperty):
        assert list(news.objects(node, RDFS.domain)) or list(news.objects(node, includes[0])), node


def test_the_terms_written_are_the_terms_defined(news: Graph) -> None:
    written = {value for value in vars(terms).values() if isinstance(value, NamedNode) and ONTOLOGY in value.value}
    for term in written:
        assert (URIRef(term.value), RDF.type, None) in news, term


def test_facts_of_one_evidence_share_it() -> None:
    made = bought()
    again: Fact = replace(made.facts[0], id=made.facts[0].id + "0", relation="owns")
    both = replace(made, facts=(*made.facts, again))
    assert len(quads(both, {})) - len(quads(made, {})) == 9
