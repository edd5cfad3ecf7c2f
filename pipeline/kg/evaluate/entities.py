"""Scores entities and coreference."""

from kg.evaluate.gold import GoldPlace
from kg.evaluate.match import Matcher
from kg.evaluate.tally import Score
from kg.model import Entity, Span


def score_entities(made: Score, matcher: Matcher) -> None:
    """Count the entities of the right name and type; of several for one annotated entity one is right."""
    found: set[str] = set()
    for entity in matcher.extraction.entities:
        known = [gold for gold in matcher.candidates(entity.id) if gold.type == entity.type.value]
        new = [gold for gold in known if gold.id not in found]
        if new:
            found.add(new[0].id)
        elif not any(gold.optional for gold in matcher.candidates(entity.id)):
            _wrong(made, entity, split=bool(known))
    for gold in matcher.gold.entities:
        if not gold.optional:
            made.count("right" if gold.id in found else "missing", "entities", f"entities:{gold.type}")
            if gold.id not in found:
                made.fault("missing", f"entity {gold.type} {gold.name}")


def _wrong(made: Score, entity: Entity, *, split: bool) -> None:
    made.count("wrong", "entities", f"entities:{entity.type.value}")
    made.fault("wrong", f"entity {entity.type.value} {entity.name}{' (there twice)' if split else ''}")


def score_coreference(made: Score, matcher: Matcher) -> None:
    """Count the pronouns and descriptions at whose place a mention of the right entity stands."""
    for wanted in matcher.gold.coreference:
        if wanted.entity is None or matcher.gold.by_id[wanted.entity].unnamed:
            continue  # whoever has no name in the text is no entity to resolve to
        near = {mention.entity for mention in matcher.extraction.mentions if _there(matcher, wanted, mention.span)}
        right = any(matcher.gold.by_id[wanted.entity] in matcher.candidates(entity) for entity in near)
        made.count("right" if right else "missing", "coreference")
        if not right:
            names = sorted(entity.name for entity in matcher.extraction.entities if entity.id in near)
            made.fault("missing", f"coreference {wanted.text!r} of {wanted.entity}, found {names}", wanted.context)


def _there(matcher: Matcher, wanted: GoldPlace, span: Span) -> bool:
    return any(span.overlaps(place) for place in matcher.places(wanted))
