"""Extracts entities, mentions and facts from an annotated document.

Knows words, trees and frames; nothing of spaCy, RDF or stores.
"""

from typing import Final

from kg.extract.attribution import find_speakers, resolve_first_persons
from kg.extract.coreference import resolve_references
from kg.extract.coreference.accounts import link_handles
from kg.extract.dating.circumstances import circumstances
from kg.extract.dating.narrating import with_times
from kg.extract.entities.cluster import as_entity, cluster
from kg.extract.entities.people import genders
from kg.extract.facts import find_facts
from kg.extract.finish.assemble import finish
from kg.extract.finish.confidence import LEAST
from kg.extract.frames.load import load_frames
from kg.extract.neighbours.partisans import name_parties
from kg.extract.reading import Reading
from kg.extract.trees.order import mend_trees
from kg.lexicon.known import known_by_key
from kg.model import Discarded, EntityType, Extraction
from kg.model.annotation import Annotation

__all__ = ["extract", "read_references"]

_CHANNELS: Final = (" TV", " News", " Télévision", " Television", " Radio")


def extract(annotation: Annotation, discarded: tuple[Discarded, ...] = (), least: float = LEAST) -> Extraction:
    """Return the entities, mentions and facts of an annotated document: a pure function of it and the frames.

    Facts whose confidence lies below `least` (0..1) are among what is discarded.
    """
    reading = read_references(annotation)
    frames = load_frames(reading.language)
    found = circumstances(reading)
    events = frozenset(name for name, frame in frames.frames.items() if frame.event)
    facts, left_out = find_facts(reading, frames, found, events)
    once = frozenset(name for name, frame in frames.frames.items() if frame.once or frame.nameless)
    lasting = frozenset(name for name, frame in frames.frames.items() if frame.lasts)
    made = finish(reading, facts, (*discarded, *left_out), once, least)
    return with_times(reading, made, found, events, lasting)


def read_references(annotation: Annotation) -> Reading:
    """Return the annotation with its trees mended and whom each word and quotation is of."""
    reading = _read(annotation)
    resolve_references(reading)
    find_speakers(reading)
    resolve_first_persons(reading)
    return reading


def _read(annotation: Annotation) -> Reading:
    annotation = mend_trees(annotation)
    reading = Reading(annotation, annotation.document.language)
    positions = {name: index for index, name in enumerate(annotation.names)}
    for group in cluster(annotation.names, annotation.document.text):
        entity = as_entity(group)
        reading.entities[entity.id] = entity
        known = known_by_key().get(group.key.removeprefix("kb:"))
        if known is not None and known.kind and group.key.startswith("kb:"):
            reading.kinds[entity.id] = known.kind
        elif entity.type is EntityType.ORGANIZATION and entity.name.endswith(_CHANNELS):
            reading.kinds[entity.id] = "media"
        for name in group.names:
            reading.names[positions[name]] = entity.id
    name_parties(reading)
    reading.genders.update(genders(reading))
    link_handles(reading)
    return reading
