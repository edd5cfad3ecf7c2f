"""Finds the disaster that a text tells of right before it says what was hit: « Nemours a aussi été touchée »."""

from typing import Final

from kg.extract.frames.site import Site
from kg.extract.grammar.agents import agents
from kg.extract.participants.verbatim import words_of
from kg.extract.reading import Reading
from kg.model import Participant

_NEAR: Final = 4  # sentences
_NATURAL: Final = tuple(
    """séisme tremblement ouragan tempête cyclone typhon inondation crue tornade tsunami éruption avalanche glissement
    coulée sécheresse canicule épidémie intempéri""".split()
)


def disaster_told(reading: Reading, site: Site) -> list[Participant]:
    """Return the disaster of the sentences before, where no other has struck meanwhile and nothing else does it."""
    if agents(site.sentence, site.token):
        return []
    found: list[Participant] = []
    kinds: set[str] = set()
    for sentence in reading.annotation.sentences[max(0, site.sentence.index - _NEAR) : site.sentence.index + 1]:
        for token in sentence.tokens:
            kind = next((stem for stem in _NATURAL if token.lower.startswith(stem)), None)
            if kind is None or token.pos not in ("NOUN", "PROPN"):
                continue
            kinds.add(kind)
            references = reading.referents(sentence, token)
            known = [reading.participant(r, token.span) for r in references]
            found = known[:1] or [words_of(reading, sentence, token)]
    return found if len(kinds) == 1 else []
