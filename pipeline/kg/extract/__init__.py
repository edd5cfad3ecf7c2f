"""Extracts entities, mentions and facts from an annotated document.

Knows words, trees and frames; nothing of spaCy, RDF or stores.
"""

from kg.extract.added import put_added
from kg.extract.addresses import put_towns
from kg.extract.agreeing import put_agreeing
from kg.extract.apposition.apart import put_apart
from kg.extract.apposition.apposed import put_apposed
from kg.extract.apposition.beside import put_beside
from kg.extract.apposition.english import put_called, put_english
from kg.extract.arguments import place_arguments
from kg.extract.attribution import find_speakers, resolve_first_persons
from kg.extract.caused import put_caused
from kg.extract.circumstances import circumstances
from kg.extract.clauses import put_clauses
from kg.extract.confidence import LEAST
from kg.extract.contents import place_contents
from kg.extract.coreference import resolve_references
from kg.extract.coreference.accounts import link_handles
from kg.extract.counted import put_counted
from kg.extract.days import put_days_aside
from kg.extract.entities.cluster import as_entity, cluster
from kg.extract.entities.people import genders
from kg.extract.enumerated import put_lists
from kg.extract.facts import find_facts
from kg.extract.finish import finish
from kg.extract.frames.load import load_frames
from kg.extract.habits import mend_habits
from kg.extract.headlines import put_headlines
from kg.extract.honours import put_honours
from kg.extract.identified import put_identified
from kg.extract.introduced import put_introduced
from kg.extract.inverted import turn_inverted
from kg.extract.listed import put_listed
from kg.extract.members import put_members
from kg.extract.messages import put_messages
from kg.extract.misread import read_verbs
from kg.extract.narrating import with_times
from kg.extract.offices import put_offices
from kg.extract.opening import put_openings
from kg.extract.origins import put_origins
from kg.extract.parted import join_parted
from kg.extract.partisans import name_parties
from kg.extract.peoples import put_peoples
from kg.extract.personal import name_personal
from kg.extract.phrases import put_phrases
from kg.extract.prenominal import put_prenominal
from kg.extract.preposed import put_preposed
from kg.extract.quotations import hang_quotations
from kg.extract.raised import put_raised
from kg.extract.reading import Reading
from kg.extract.relatives import put_relatives
from kg.extract.retinue import put_retinues
from kg.extract.several import put_several
from kg.extract.swallowed import give_back_subjects
from kg.extract.title_places import place_titles
from kg.extract.titled import put_titles
from kg.extract.turned import turn_sayings
from kg.extract.undergone import put_undergone
from kg.extract.whose import put_whose
from kg.extract.works import put_works
from kg.lexicon.known import known_by_key
from kg.model import Discarded, Extraction
from kg.model.annotation import Annotation

__all__ = ["extract", "read_references"]
MENDS = (
    put_counted,
    put_phrases,
    put_honours,
    name_personal,
    put_peoples,
    read_verbs,
    put_caused,
    mend_habits,
    put_headlines,
    join_parted,
    hang_quotations,
    give_back_subjects,
    put_relatives,
    put_raised,
    put_agreeing,
    put_openings,
    put_preposed,
    put_listed,
    put_days_aside,
    turn_inverted,
    turn_sayings,
    put_clauses,
    put_whose,
    put_origins,
    place_arguments,
    place_contents,
    put_undergone,
    put_messages,
    put_members,
    put_english,
    put_beside,
    put_towns,
    put_prenominal,
    put_titles,
    put_apposed,
    place_titles,
    put_apart,
    put_introduced,
    put_identified,
    put_several,
    put_called,
    put_offices,
    put_retinues,
    put_works,
    put_lists,
    put_added,
)


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
    for mend in MENDS:
        annotation = mend(annotation)
    reading = Reading(annotation, annotation.document.language)
    positions = {name: index for index, name in enumerate(annotation.names)}
    for group in cluster(annotation.names, annotation.document.text):
        entity = as_entity(group)
        reading.entities[entity.id] = entity
        known = known_by_key().get(group.key.removeprefix("kb:"))
        if known is not None and known.kind and group.key.startswith("kb:"):
            reading.kinds[entity.id] = known.kind
        for name in group.names:
            reading.names[positions[name]] = entity.id
    name_parties(reading)
    reading.genders.update(genders(reading))
    link_handles(reading)
    return reading
