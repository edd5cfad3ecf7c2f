"""Hangs a bare participle behind a comma from the noun before it, where the parser joins it to the main verb.

« Dubois a assisté aux obsèques de son frère, mort vendredi » · « se rend à la mairie, fermée depuis lundi »: « a mort »
and « se rend et fermée » are no French.
"""

from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.voice import AVOIR, is_participle, with_etre
from kg.extract.trees.mend import is_person
from kg.model.annotation import Annotation, Sentence, Token

_LEAST: Final = 5  # tokens of such a sentence
_LIVES: Final = ("mort", "né", "décédé")  # said of people


def bare_participles(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return such participles below the noun before their comma."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens[3:]:
        lives = _of_life(verb) and verb.dep == "advcl"
        main = sentence.head(verb) if (verb.dep == "conj" or lives) and verb.pos in ("VERB", "ADJ") else None
        if main is None or main.index > verb.index or sentence.tokens[verb.index - 1].text != ",":
            continue
        own = any(sentence.children(verb, "aux", "cc", "nsubj", "obj", "cop"))
        if own or not is_participle(verb) or not _cannot_join(sentence, main, verb):
            continue
        noun = _described(annotation, sentence, main, verb)
        if noun is not None:
            moved[verb.index] = replace(verb, head=noun.index, dep="acl")
    return moved | _predicates(sentence)


def _predicates(sentence: Sentence) -> dict[int, Token]:
    """Return « championne » of « Sacrée championne du monde à Tokyo, Anne Dubois … » as what she was made.

    What follows a participle that opens a sentence, with no article, is no subject of it.
    """
    verb, noun = sentence.tokens[:2] if len(sentence.tokens) > _LEAST else (None, None)
    if verb is None or noun is None or noun.pos != "NOUN" or noun.head != verb.index or not is_participle(verb):
        return {}
    made = noun.dep.startswith(("nsubj", "obj")) and names_person(noun.lower, "fr")
    return {noun.index: replace(noun, dep="xcomp")} if made else {}


def _cannot_join(sentence: Sentence, main: Token, verb: Token) -> bool:
    """Tell a verb whose auxiliary, or want of one, no such participle can share."""
    helpers = [t.lower for t in sentence.children(main, "aux", "cop")]
    if not helpers:
        return main.pos == "VERB" and "VerbForm=Fin" in main.morph
    return with_etre(verb) and any(t in AVOIR for t in helpers) and "été" not in helpers


def _described(annotation: Annotation, sentence: Sentence, main: Token, verb: Token) -> Token | None:
    """Return the nearest noun above what stands before the comma that the participle can be said of."""
    at: Token | None = sentence.tokens[verb.index - 2]
    people = _of_life(verb)
    while at is not None and main.index < at.index and at.pos not in ("VERB", "AUX"):
        person = is_person(annotation, at) or (at.name is None and names_person(at.lower, "fr"))
        if at.pos in ("NOUN", "PROPN") and (person or not people) and _agree(verb, at):
            return at
        at = sentence.head(at)
    return None


def _of_life(verb: Token) -> bool:
    return verb.lower.rstrip("s").rstrip("e") in _LIVES


def _agree(verb: Token, noun: Token) -> bool:
    """Tell whether a participle can be of a noun's gender and number."""
    feminine, plural = verb.lower.endswith(("e", "es")), verb.lower.endswith("s")
    gender = "Gender=Fem" in noun.morph or "Gender=Masc" not in noun.morph
    masculine = "Gender=Masc" in noun.morph or "Gender=Fem" not in noun.morph
    return (gender if feminine else masculine) and (noun.name is not None or noun.plural is plural)
