"""Finds what « en » of « Paul Martin en est le président » stands for: the body or place just spoken of."""

from kg.extract.coreference.nouns import WITH_OFFICES
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES
from kg.model.annotation import Sentence, Token


def is_thereof(token: Token) -> bool:
    """Tell « en » that the tree makes the possessive of an office."""
    return token.lower == "en" and token.dep == "nmod:poss"


def thereof(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the subject of the clause or sentence before, else the only body or place that it names."""
    before = [t for t in sentence.tokens[: token.index] if t.name is not None]
    last = reading.annotation.sentences[sentence.index - 1] if sentence.index else None
    spoken = [(sentence, before), *([(last, list(last.tokens))] if last is not None else [])]
    for told, tokens in spoken:
        found = [(t, name) for t in tokens for name in _bodies(reading, told, t)]
        subjects = [one for one in found if one[0].dep.startswith("nsubj")]
        nouns = (t for t in tokens if t.dep.startswith("nsubj") and t.pos == "NOUN")
        things = any(not reading.referents(told, t) for t in nouns)  # « Le festival a été créé »
        best = subjects[:1] or _owners(reading, told, tokens) or ([] if things else found)
        if best:
            one = {name for _, name in best}
            known = Reference(best[0][1], "pronoun", "the body just spoken of", best[0][0].span)
            return (known,) if len(one) == 1 else ()
    return ()


def _owners(reading: Reading, told: Sentence, tokens: list[Token]) -> list[tuple[Token, str]]:
    """Return whose the subject is: « Ses fondateurs ont quitté Novatel »."""
    own = (t for t in tokens if t.lower in POSSESSIVES and told.tokens[t.head].dep.startswith("nsubj"))
    found = ((t, r.entity) for t in own for r in reading.referents(told, t))
    return [one for one in found if reading.entities[one[1]].type in WITH_OFFICES][:1]


def _bodies(reading: Reading, sentence: Sentence, token: Token) -> list[str]:
    """Return the body or place of a name, or of a noun that is a subject."""
    entity = reading.names.get(token.name) if token.name is not None else None
    found = [entity] if entity is not None else []
    if token.name is None and token.pos == "NOUN" and token.dep.startswith("nsubj"):
        found = [r.entity for r in reading.referents(sentence, token)]
    return [one for one in found if reading.entities[one].type in WITH_OFFICES]
