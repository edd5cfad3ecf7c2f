"""Decides whether what was extracted is what the annotation says."""

import re
from typing import Final

from kg.evaluate.gold import End, Gold, GoldEntity, GoldFact, GoldPlace, Words
from kg.evaluate.words import alike
from kg.lexicon.peoples import adjectives
from kg.model import Entity, Extraction, Fact, Participant, Span
from kg.model.naming import fold

SYMMETRIC: Final = frozenset(
    "spouseOf relativeOf opponentOf alliedWith competitorOf negotiatedWith agreedWith met merged partneredWith".split()
)
SAYING: Final = frozenset("stated announced denied warned threatened requested reported".split())
_OR: Final = re.compile(r" *; *")
_GAP: Final = re.compile(r" *(?:…|\.\.\.) *")


class Matcher:
    """Hold a document's annotation and extraction, and the annotated entities that each extracted one can be."""

    def __init__(self, gold: Gold, extraction: Extraction) -> None:
        """Tie extracted entities to annotated ones by their names; those of the same type go before others."""
        self.gold = gold
        self.extraction = extraction
        self.text = extraction.document.text
        self._ids = {entity.id: self._candidates(entity) for entity in extraction.entities}

    def _candidates(self, entity: Entity) -> tuple[GoldEntity, ...]:
        names = {fold(name) for name in (entity.name, *entity.aliases)}
        names |= {form for name in names for form in adjectives().get(name, ())}  # « l'actrice danoise » names Denmark
        named = tuple(known for known in self.gold.entities if known.labels & names)
        return tuple(known for known in named if known.type == entity.type.value) or named

    def candidates(self, entity: str | None) -> tuple[GoldEntity, ...]:
        """Return the annotated entities that an extracted one (its id) can be."""
        return self._ids.get(entity or "", ())

    def fact(self, wanted: GoldFact, found: Fact) -> bool:
        """Tell whether a fact says what the annotation says: relation, subject and object, or who said what."""
        if wanted.relation != found.relation:
            return False
        if wanted.relation in SAYING and wanted.said is not None:
            return self._fills(wanted.subjects, found.subject) and self._same_saying(wanted, found)
        return self._ends(wanted, found.subject, found.object) or (
            (wanted.symmetric or wanted.relation in SYMMETRIC) and self._ends(wanted, found.object, found.subject)
        )

    def _same_saying(self, wanted: GoldFact, found: Fact) -> bool:
        place = self.place(wanted)
        told = found.quote or (found.object.name if found.object else "")
        return alike(wanted.said or "", told) or (place is not None and found.evidence.overlaps(place))

    def _ends(self, wanted: GoldFact, subject: Participant | None, object_: Participant | None) -> bool:
        return self._fills(wanted.subjects, subject) and self._fills(wanted.objects, object_)

    def _fills(self, ends: tuple[End, ...], found: Participant | None) -> bool:
        return any(self._is(end, found) for end in ends)

    def _is(self, end: End, found: Participant | None) -> bool:
        if end is None:  # « un juge »: somebody whom the text does not name may be words, or be left out
            return found is None or found.id is None
        if isinstance(end, Words):
            return found is not None and (alike(end.text, found.name) or _people_of(end.text, found.name))
        return self.is_entity(end, found)

    def is_entity(self, identifier: str, found: Participant | None) -> bool:
        """Tell whether a participant is the annotated entity; one without a name may be words, or be left out."""
        entity = self.gold.by_id[identifier]
        if found is not None and found.id is not None:
            return entity in self.candidates(found.id)
        if not entity.unnamed:
            return False
        return found is None or any(alike(label, found.name) for label in entity.labels)

    def place(self, wanted: GoldFact) -> Span | None:
        """Return where the evidence of an annotated fact stands: its offsets, or where its words are found."""
        if wanted.span is not None:
            return wanted.span
        found = (self._pieces(_GAP.split(words)) for words in _OR.split(wanted.why) if words)
        return next((span for span in found if span is not None), None)

    def _pieces(self, pieces: list[str]) -> Span | None:
        """Return the stretch of the text from the first of the pieces to the last, in this order."""
        start = at = self.text.find(pieces[0])
        for piece in pieces:
            found = self.text.find(piece, at)
            if found < 0:
                return None
            at = found + len(piece)
        return Span(start, at)

    def places(self, wanted: GoldPlace) -> list[Span]:
        """Return where the words of an annotation stand: its span, else all places of the text that have them."""
        if wanted.span is not None:
            return [wanted.span]
        return [Span(*found.span()) for found in re.finditer(re.escape(wanted.text), self.text)]


def _people_of(words: str, country: str) -> bool:
    """Tell whether words are an adjective of a country's people."""
    return fold(words) in adjectives().get(fold(country), ())
