"""Puts names beside the nouns of people that a text says are so called, as if only a comma stood between.

"The suspect, identified by police as Marcus Hale, was arrested" · "Police named the victim as Jane Porter" ·
« un homme identifié comme étant Marc Dubois ». The name takes part in what the noun takes part in.
"""

from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.grammar.voice import is_passive
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_NAMING: Final = {
    "en": frozenset("identified identifies named names".split()),
    "fr": frozenset("identifié identifiée identifiés identifiées".split()),
}
_AS: Final = {"en": frozenset(("as",)), "fr": frozenset(("comme",))}
_REACH: Final = 8  # tokens from the verb to "as": "named locally on Monday as"


def put_identified(annotation: Annotation) -> Annotation:
    """Return the annotation with such names in apposition to the nouns."""
    return mend_each(annotation, partial(_identified, annotation))


def _identified(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    language = annotation.document.language
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.lower not in _NAMING[language]:
            continue
        joint, name = _name_after(annotation, sentence, verb, _AS[language])
        noun = _noun(sentence, verb)
        if joint is None or name is None or noun is None or not calls_person(noun.lower, language):
            continue
        named = any(child.name is not None for child in sentence.children(noun, "appos", "flat"))
        if named or any(token is noun for token in sentence.subtree(name)):
            continue
        moved[name.index] = replace(name, head=noun.index, dep="appos")
        for child in (joint, *sentence.children(name, "case", "mark")):
            moved[child.index] = replace(child, head=verb.index, dep="dep")
    return moved


def _name_after(
    annotation: Annotation, sentence: Sentence, verb: Token, joints: frozenset[str]
) -> tuple[Token | None, Token | None]:
    """Return "as" and the person's name that it leads to, a title or an age between them at most."""
    after = sentence.tokens[verb.index + 1 : verb.index + _REACH]
    joint = next((token for token in after if token.lower in joints), None)
    if joint is None or any(token.pos == "VERB" for token in after[: joint.index - verb.index - 1]):
        return None, None
    for token in sentence.tokens[joint.index + 1 : joint.index + 7]:
        if is_person(annotation, token):
            return joint, token
        if token.pos not in ("NUM", "NOUN", "PROPN", "ADJ", "PUNCT", "AUX") or token.text == ",":
            return None, None
    return None, None


def _noun(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun for whoever is so called: above a participle, below a verb."""
    comma = sentence.tokens[verb.index - 1] if verb.index > 1 else None
    if verb.dep == "advcl" and comma is not None and comma.text == ",":
        before = sentence.tokens[comma.index - 1]
        return before if before.pos == "NOUN" else None
    head = sentence.head(verb)
    if verb.dep.partition(":")[0] in ("acl", "appos") and head is not None:
        return head if head.pos == "NOUN" else None
    found = sentence.children(verb, "nsubj") if is_passive(sentence, verb) else sentence.children(verb, "obj")
    return next((token for token in found if token.pos == "NOUN"), None)
