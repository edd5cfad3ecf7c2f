"""Puts persons beside the noun before their comma: « La directrice de l'hôpital, Anne Dubois, a … »."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.apposition.french_nouns import deputy_of, does
from kg.extract.trees.mend import is_person
from kg.model.annotation import Annotation, Sentence, Token

ODD: Final = frozenset("dep parataxis obl nmod obj xcomp conj advcl nsubj fixed flat appos ROOT amod".split())
_AFTER: Final = (",", ".", ":", ")", ";", "»", "(", "—", "–")
REACH: Final = 12  # tokens of a noun phrase before its comma


def named_after(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the persons (or the nouns beside them) after « la directrice de l'hôpital , » in apposition to it."""
    moved: dict[int, Token] = {}
    for comma in sentence.tokens[1:-1]:
        if comma.text != ",":
            continue
        second, last = _phrase_after(annotation, sentence, comma.index + 1)
        if second is None or last is None or not _ends(sentence, last):
            continue
        if any(sentence.children(second, "case", "cc")) or second.dep.partition(":")[0] not in ODD:
            continue
        noun = _noun_before(sentence, comma.index)
        if noun is not None and second.head != noun.index and all(t is not noun for t in sentence.subtree(second)):
            moved |= _beside(sentence, noun, second)
    return moved


def _beside(sentence: Sentence, noun: Token, second: Token) -> dict[int, Token]:
    """Return the second phrase in apposition; where it was the subject, the first takes that place."""
    apposed = {second.index: replace(second, head=noun.index, dep="appos")}
    if not second.dep.startswith("nsubj"):
        return apposed
    if any(sentence.children(noun, "case", "mark")):
        return {}  # « Pour le maire, Jean Dubois a … »
    return {**apposed, noun.index: replace(noun, head=second.head, dep=second.dep)}


def _phrase_after(annotation: Annotation, sentence: Sentence, start: int) -> tuple[Token | None, Token | None]:
    """Return the head and the last token of « Jean Dubois » or « le cinéaste Jean Dubois » at an index."""
    first = sentence.tokens[start]
    if is_person(annotation, first):
        return first, first
    if first.lower not in ("le", "la", "l'"):
        return None, None
    for name in sentence.tokens[start + 2 : start + 5]:
        if is_person(annotation, name):
            noun = sentence.head(name)
            between = noun is not None and start < noun.index < name.index
            return (noun, name) if between and noun is not None and noun.pos in ("NOUN", "PROPN") else (None, None)
        if name.pos in ("PUNCT", "VERB", "AUX", "ADP", "CCONJ"):
            return None, None
    return None, None


def _ends(sentence: Sentence, last: Token) -> bool:
    """Tell whether the phrase ends with its last token: a comma, a full stop or a verb comes next."""
    if last.index + 1 >= len(sentence.tokens):
        return True
    after = sentence.tokens[last.index + 1]
    return after.text in _AFTER and not _listed(sentence, after)


def _listed(sentence: Sentence, comma: Token) -> bool:
    """Tell whether more members of a list follow: « , A, B et C »."""
    if comma.text != ",":
        return False
    for token in sentence.tokens[comma.index + 1 : comma.index + 8]:
        if token.pos == "CCONJ" and token.lower == "et":
            return sentence.tokens[token.index - 1].text != ","
        if token.pos in ("VERB", "AUX", "PRON", "ADP", "SCONJ"):
            return False
    return False


def _noun_before(sentence: Sentence, comma: int) -> Token | None:
    """Return the person noun with a determiner whose phrase ends at a comma and beside which nobody is named."""
    for token in _back(sentence, comma):
        if token.pos != "NOUN" or token.name is not None or not does(token):
            continue
        if not calls_person(token.lower, "fr") and any(sentence.children(token, "case")):
            continue  # « le ministre de l'Intérieur »
        beside = [c for c in sentence.children(token, "appos", "flat") if c.name is not None and c.index < comma]
        named = any(sentence.tokens[c.index - 1].text != "(" for c in beside)  # « né à Cannes (Var), Jean Dubois »
        deputy = deputy_of(sentence, token)
        if _taken(sentence, token if deputy is None else deputy):
            return None  # « Anne Dubois, adjointe au maire de Lyon, Jean Dubois, … »: a list
        if deputy is not None and not any(
            t.name is not None and t.index < comma for t in sentence.children(deputy, "appos")
        ):
            return deputy  # « le directeur de cabinet du préfet, Jean Dubois »
        return token if _determined(sentence, token) and not named else None
    return None


def _taken(sentence: Sentence, noun: Token) -> bool:
    """Tell a noun that says what the name before it is."""
    above = sentence.head(noun) if noun.dep == "appos" else None
    return above is not None and above.name is not None and above.index < noun.index


def _determined(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a determiner stands before the noun and its adjectives."""
    at = noun.index - 1
    while at > 0 and sentence.tokens[at].pos == "ADJ":
        at -= 1
    return at >= 0 and (sentence.tokens[at].pos == "DET" or sentence.tokens[at].lower in ("du", "au"))


def _back(sentence: Sentence, comma: int) -> Iterator[Token]:
    """Yield the tokens of the noun phrase before a comma, from its end: no verb, comma or conjunction is in it."""
    for token in reversed(sentence.tokens[max(0, comma - REACH) : comma]):
        if token.pos in ("VERB", "AUX", "CCONJ", "SCONJ", "PRON") or token.text in (",", ":", ";"):
            return
        yield token
