"""Extractions made by hand, for tests of what comes after extraction."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from kg.model import Document, Entity, EntityType, Extraction, Fact, Mention, MentionKind, Participant, Span
from kg.model.ids import ONTOLOGY, entity_id, fact_id
from kg.model.naming import fold
from kg.resolve import across
from kg.store import Reader, Writer

LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


def entity(
    name: str,
    kind: EntityType = EntityType.PERSON,
    *,
    key: str | None = None,
    aliases: Sequence[str] = (),
    cues: Sequence[str] = (),
) -> Entity:
    """Make an entity as a document describes it."""
    key = key or fold(name)
    same = (f"http://www.wikidata.org/entity/{key[3:]}",) if key.startswith("wd:") else ()
    aliases, cues = tuple(sorted(aliases)), tuple(sorted(cues))
    return Entity(entity_id(kind.value, key, name), kind, name, key, aliases, same, cues, 1)


def extraction(
    triples: Iterable[tuple[Entity, str, Entity]],
    *,
    title: str = "A title",
    source: str = "a.txt",
    confidence: float = 0.9,
) -> Extraction:
    """Make a document that says each triple in a sentence of its own."""
    triples = list(triples)
    lines = [f"{subject.name} {relation} {object_.name}." for subject, relation, object_ in triples]
    document = Document.create("\n".join(lines), "en", source, published="2024-07-29", title=title)
    facts, mentions, start = [], [], 0
    for line, (subject, relation, object_) in zip(lines, triples, strict=True):
        ends = (
            Span(start, start + len(subject.name)),
            Span(start + len(line) - 1 - len(object_.name), start + len(line) - 1),
        )
        for one, span in zip((subject, object_), ends, strict=True):
            mentions.append(Mention(span, one.name, one.id, one.type, MentionKind.NAME, "hand@1"))
        sentence = Span(start, start + len(line))
        facts.append(
            Fact(
                id=fact_id(document.id, str(start), relation),
                relation=relation,
                subject=Participant(subject.name, subject.id, subject.type, ends[0]),
                object=Participant(object_.name, object_.id, object_.type, ends[1]),
                document=document.id,
                evidence=sentence,
                sentence=sentence,
                trigger=Span(ends[0].end + 1, ends[1].start - 1),
                by="hand@1",
                confidence=confidence,
            )
        )
        start += len(line) + 1
    entities = {one.id: one for triple in triples for one in (triple[0], triple[2])}
    return Extraction(document, tuple(entities.values()), tuple(mentions), tuple(facts))


def tiny_quads(extraction: Extraction, mapping: Mapping[str, str]) -> list[Quad]:
    """State an extraction as a few quads: enough to see that a graph is whole."""
    graph = NamedNode(extraction.document.id)
    node = lambda iri: NamedNode(mapping.get(iri, iri))  # noqa: E731
    found = [Quad(graph, NamedNode(ONTOLOGY + "text"), Literal(extraction.document.text), graph)]
    found += [Quad(graph, NamedNode(ONTOLOGY + "source"), Literal(extraction.document.source), graph)]
    found += [Quad(node(one.id), LABEL, Literal(one.name), graph) for one in extraction.entities]
    for fact in extraction.facts:
        if fact.subject and fact.object and fact.subject.id and fact.object.id:
            predicate = NamedNode(ONTOLOGY + fact.relation)
            found.append(Quad(node(fact.subject.id), predicate, node(fact.object.id), graph))
    return found


def writer(folder: Path, **options: float) -> Writer:
    """Open a store with the real resolution."""
    return Writer(folder, render=tiny_quads, resolver=across, **options)


def fill(folder: Path, extractions: Iterable[Extraction]) -> list[str]:
    """Commit the extractions and return what became of each."""
    with writer(folder) as store:
        return [store.commit(one) for one in extractions]


def content(folder: Path) -> bytes:
    """Return all quads of the newest snapshot, sorted."""
    found = serialize(Reader(folder).dataset, format=RdfFormat.N_QUADS)
    return b"\n".join(sorted(found.splitlines()))
