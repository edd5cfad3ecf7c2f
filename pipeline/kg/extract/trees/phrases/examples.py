"""Hangs the examples of a group from its noun, where something stands between them.

« Plusieurs pays ont signé l'accord, dont la France et l'Italie » · "Three people were arrested in Lyon, including Jane
Miller": parsers make a relative clause of the first, and hang both from the verb or from the noun before the comma.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import noun_classes
from kg.extract.trees.mend import mended
from kg.lexicon.tables import person_nouns
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_LEADS: Final = {
    "fr": (("dont",), ("parmi", "lesquels"), ("parmi", "lesquelles"), ("notamment",), ("à", "savoir")),
    "en": (("including",), ("among", "them"), ("notably",)),
}
_BESIDE_NAMES: Final = ("DET", "ADJ", "NOUN", "NUM")
_MANY: Final = frozenset(
    """des plusieurs certains certaines quelques nombreux nombreuses divers diverses différents différentes several many
    some various numerous dozens scores hundreds""".split()
)
_PEOPLE: Final = frozenset("people celebrities dignitaries personnalités morts blessés tués invités dead".split())


def put_examples(annotation: Annotation) -> Annotation:
    """Return the annotation with such examples below the noun of their group."""
    sentences = (mended(s, _examples(annotation, s)) for s in annotation.sentences)
    return replace(annotation, sentences=tuple(sentences))


def _examples(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for lead in _leads(annotation.document.language, sentence):
        first = _first_name(sentence, lead[-1])
        group = _group(annotation, sentence, lead[0], first) if first is not None else None
        if first is None or group is None or first.head == group.index:
            continue
        moved[first.index] = replace(first, head=group.index, dep="nmod")
        moved[lead[0].index] = replace(lead[0], head=first.index, dep="case", pos="ADP")
        moved |= {t.index: replace(t, head=lead[0].index, dep="fixed") for t in lead[1:]}
    return moved


def _leads(language: str, sentence: Sentence) -> Iterator[tuple[Token, ...]]:
    """Yield the words that lead examples in behind a comma."""
    for words in _LEADS.get(language, ()):
        for at in range(2, len(sentence.tokens) - len(words)):
            lead = sentence.tokens[at : at + len(words)]
            if tuple(t.lower for t in lead) == words and sentence.tokens[at - 1].text in (",", "("):
                yield lead


def _first_name(sentence: Sentence, lead: Token) -> Token | None:
    """Return the first name behind a lead that no clause follows: examples end the sentence, or stand in brackets."""
    behind = sentence.tokens[lead.index + 1 :]
    first = next((t for t in behind if t.pos not in _BESIDE_NAMES or t.name is not None), None)
    if first is None or first.name is None:
        return None
    end = next((t.index for t in behind if t.text in (")", ";", ".")), len(sentence.tokens))
    clause = any(t.pos in ("VERB", "AUX") for t in sentence.tokens[first.index + 1 : end])
    return None if clause else first


def _group(annotation: Annotation, sentence: Sentence, lead: Token, first: Token) -> Token | None:
    """Return the nearest plural noun before the comma that says of what kind the examples are."""
    for noun in reversed(sentence.tokens[: lead.index - 1]):
        if noun.pos == "NOUN" and noun.name is None and _some(sentence, noun):
            return noun if _of_kind(annotation, noun, first) else None
    return None


def _some(sentence: Sentence, noun: Token) -> bool:
    """Tell a noun of which some are meant: counted, or of a number that is left open (« pays » is one and many)."""
    own = sentence.children(noun, "det", "nummod", "amod", "nmod", "obl")
    many = any(t.lower in _MANY or t.dep == "nummod" for t in own)
    return many or (noun.plural and not any(sentence.children(noun, "det")))


def _of_kind(annotation: Annotation, noun: Token, first: Token) -> bool:
    """Tell whether a noun can name what the first example is."""
    assert first.name is not None
    kind = annotation.names[first.name].type
    known = noun_classes(annotation.document.language).get(noun.lower)
    people = not {noun.lower, noun.lower.removesuffix("s")}.isdisjoint(person_nouns() | _PEOPLE)
    return (known is not None and known.type is kind) or (people and kind is EntityType.PERSON)
