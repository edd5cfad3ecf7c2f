"""Mends complements: « auprès de X », « afin de saisir X », « les provinces de A, de B », « Me Dubois »."""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import is_place
from kg.model.annotation import Annotation, Sentence, Token

_AIMS: Final = ("afin", "avant")
_TITLES: Final = frozenset("Me Mgr Dr Pr Mᵉ".split())


def titled(sentence: Sentence) -> dict[int, Token]:
    """Return the names after « Me », « Dr » in the place that the parser gave to the title."""
    moved: dict[int, Token] = {}
    for title, name in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if title.text in _TITLES and title.name is None and name.name is not None and name.head == title.index:
            head = name.index if title.head == title.index else title.head
            moved[name.index] = replace(name, head=head, dep=title.dep)
            moved[title.index] = replace(title, head=name.index, dep="flat")
            for child in sentence.children(title):
                if child.index != name.index:
                    moved[child.index] = replace(child, head=name.index)
    return moved


def with_whom(sentence: Sentence) -> dict[int, Token]:
    """Return « auprès de X » as one complement of the verb; parsers take « auprès » for an adverb with its own one."""
    moved: dict[int, Token] = {}
    for adverb in sentence.tokens[:-2]:
        if adverb.lower != "auprès" or adverb.pos != "ADV":
            continue
        whom = next((t for t in sentence.children(adverb) if any(sentence.children(t, "case"))), None)
        verb = sentence.head(adverb)
        while verb is not None and verb.pos not in ("VERB", "AUX") and verb.head != verb.index:
            verb = sentence.head(verb)
        if whom is not None and verb is not None and verb.index < adverb.index:
            moved[whom.index] = replace(whom, head=verb.index, dep="obl:mod")
            moved[adverb.index] = replace(adverb, head=whom.index, dep="case", pos="ADP")
    return moved


def aims(sentence: Sentence) -> dict[int, Token]:
    """Return « afin de saisir X », « avant d'être arrêté » hung from the verb, as « pour saisir X » is."""
    moved: dict[int, Token] = {}
    for adverb in sentence.tokens:
        verb = sentence.head(adverb)
        if adverb.lower not in _AIMS:
            continue
        below = [t for t in sentence.children(adverb) if _infinitive(sentence, t)]
        if verb is not None and len(below) == 1:
            moved[adverb.index] = replace(adverb, head=below[0].index, dep="mark", pos="ADP")
            moved[below[0].index] = replace(below[0], head=verb.index, dep="advcl")
    return moved


def _infinitive(sentence: Sentence, verb: Token) -> bool:
    return any("VerbForm=Inf" in t.morph for t in (verb, *sentence.children(verb, "aux", "cop")))


def complements_joined(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « de la Saskatchewan » of « les provinces de l'Alberta, de la Saskatchewan » joined to the first of them.

    What is joined by « de » is joined to what « de » stands before, not to a noun without it.
    """
    moved: dict[int, Token] = {}
    for second in sentence.tokens:
        noun = sentence.head(second)
        if second.dep != "conj" or noun is None or noun.pos != "NOUN" or preposition(sentence, second) != "de":
            continue
        own = [t for t in sentence.children(noun, "nmod") if noun.index < t.index < second.index]
        first = next((t for t in reversed(own) if preposition(sentence, t) == "de"), None)
        places = first is not None and is_place(annotation, first) and is_place(annotation, second)
        bare = (
            not any(sentence.children(second, "det")) and preposition(sentence, noun) != "de"
        )  # « acteur de théâtre »
        if first is not None and (places or (bare and not any(sentence.children(first, "det")))):
            moved[second.index] = replace(second, head=first.index)
    return moved
