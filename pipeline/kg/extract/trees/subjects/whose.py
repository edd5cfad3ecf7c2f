"""Makes the noun after "whose" the subject of the verb behind it: "Novatel, whose director, Jane Miller, said …".

Where a name stands between the two English parsers take the noun for an apposition and the verb for a clause apart.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.antecedents import whose
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_THEN: Final = (["at", "the", "time"],)
_REACH: Final = 8  # words from the noun to its verb


def put_whose(annotation: Annotation) -> Annotation:
    """Return an English annotation with such relative clauses whole; any other as it is."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _whose, _below)


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
        names = (
            t for t in sentence.children(owner, "appos") if noun.index < t.index < verb.index and t.name is not None
        )
        moved |= {t.index: replace(t, head=noun.index) for t in names}
        if owner.index in moved or owner.head != verb.index:
            moved[noun.index] = replace(noun, head=verb.index, dep="nsubj")
            moved[verb.index] = replace(verb, head=owner.index, dep="acl:relcl")
    return moved


def _below(sentence: Sentence) -> dict[int, Token]:
    """Return "… by the union, whose secretary, Jane Miller, said …" with the saying below the clause before."""
    for pronoun in sentence.tokens:
        noun = sentence.head(pronoun) if pronoun.lower == "whose" else None
        name = _name_behind(sentence, noun) if noun is not None and noun.dep == "appos" else None
        verb = sentence.head(name) if name is not None else None
        owner = sentence.head(noun) if noun is not None else None
        if noun is None or name is None or verb is None or owner is None or name.dep != "nsubj":
            continue
        before = (t for t in sentence.children(verb, "ccomp") if t.index < pronoun.index)
        clause = next((t for t in before if any(one is owner for one in sentence.subtree(t))), None)
        if clause is not None and not any(sentence.children(clause, "mark")):
            top = clause.index if verb.head == verb.index else verb.head
            return {
                clause.index: replace(clause, head=top, dep=verb.dep),
                verb.index: replace(verb, head=owner.index, dep="acl:relcl"),
                noun.index: replace(noun, head=name.index),
            }
    return {}


def _name_behind(sentence: Sentence, noun: Token) -> Token | None:
    """Return the name between commas right behind a noun."""
    near = sentence.tokens[noun.index + 1 : noun.index + 4]
    marked = len(near) == 3 and near[0].text == near[2].text == ","
    return near[1] if marked and near[1].name is not None else None


def _title_before(sentence: Sentence, word: Token) -> bool:
    """Tell "Rear Adm." of "Rear Adm. Jane Miller", which belongs to the name."""
    name = sentence.tokens[word.index + 1 : word.index + 3]
    return word.name is None and word.text.istitle() and any(t.name is not None for t in name) and word.pos != "VERB"


def _verb_behind(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb right after "noun, NAME,", which has no subject of its own."""
    after = sentence.tokens[noun.index + 1 : noun.index + _REACH]
    if [t.lower for t in after[:3]] in _THEN:  # "whose director at the time, Jane Miller, had …"
        after = sentence.tokens[noun.index + 4 : noun.index + 4 + _REACH]
    rest = [t for t in after if t.pos not in ("AUX", "ADV", "PUNCT") and not _title_before(sentence, t)]
    if len(rest) < 2 or rest[0].name is None or rest[1].pos != "VERB" or rest[1].dep in ("ROOT", "ccomp"):
        return None
    own = [t for t in sentence.children(rest[1], "nsubj", "nsubj:pass") if t.index > noun.index]
    return None if own else rest[1]
