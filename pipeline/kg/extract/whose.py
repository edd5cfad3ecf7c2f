"""Makes the noun after "whose" the subject of the verb behind it: "Novatel, whose director, Jane Miller, said …".

Where a name stands between the two English parsers take the noun for an apposition and the verb for a clause apart.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.antecedents import whose
from kg.extract.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_REACH: Final = 8  # words from the noun to its verb


def put_whose(annotation: Annotation) -> Annotation:
    """Return an English annotation with such relative clauses whole; any other as it is."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _whose)


def _whose(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for pronoun in sentence.tokens:
        noun = sentence.head(pronoun) if pronoun.lower == "whose" else None
        if noun is None or noun.dep != "appos" or noun.index < pronoun.index:
            continue
        verb = _verb_behind(sentence, noun)
        owner = whose(sentence, pronoun)
        if verb is None or owner is pronoun or owner.index > pronoun.index:
            continue
        if owner.head == verb.index:  # "by the meat giant Novatel, whose …": the parser took the giant for the agent
            before = sentence.tokens[owner.index - 1] if owner.index else owner
            if before.pos != "NOUN":
                continue
            moved[owner.index] = replace(owner, head=before.index, dep="appos")
        if owner.index in moved or owner.head != verb.index:
            moved[noun.index] = replace(noun, head=verb.index, dep="nsubj")
            moved[verb.index] = replace(verb, head=owner.index, dep="acl:relcl")
    return moved


def _verb_behind(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb right after "noun, NAME,", which has no subject of its own."""
    rest = [t for t in sentence.tokens[noun.index + 1 : noun.index + _REACH] if t.pos not in ("AUX", "ADV", "PUNCT")]
    if len(rest) < 2 or rest[0].name is None or rest[1].pos != "VERB" or rest[1].dep in ("ROOT", "ccomp"):
        return None
    own = [t for t in sentence.children(rest[1], "nsubj", "nsubj:pass") if t.index > noun.index]
    return None if own else rest[1]
