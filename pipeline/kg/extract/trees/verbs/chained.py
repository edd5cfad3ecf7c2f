"""Gives English verbs in a row what is theirs, where the parser read across the comma between two of them.

"destroyed 300 homes, ripped up roads and killed one" · "was held after Jane Miller, the mayor of Leeds, was stabbed" ·
"said fixing the plant, which was hit, may take a year" · "posted a message on Twitter blaming Novatel"
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.trees.mend import mend_each, subject_label
from kg.model.annotation import Annotation, Sentence, Token

_SINCE: Final = frozenset("after before when while since because until as once".split())
_CROWDS: Final = frozenset("protesting striking rioting marching demonstrating rallying cheering visiting".split())
_SITES: Final = frozenset("on in at via from".split())


def put_chained(annotation: Annotation) -> Annotation:
    """Return the annotation with such verbs joined, below the clause before, or above their subjects; English only."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _objects, _after_name, _gerunds, _on_site, _by_people, _effective)


def _objects(sentence: Sentence) -> dict[int, Token]:
    """Return the homes of "destroyed 300 homes, ripped up roads" as what was destroyed."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens[2:-2]:
        second = sentence.head(noun) if noun.dep == "nsubj" and sentence.tokens[noun.index + 1].text == "," else None
        first = sentence.head(second) if second is not None and second.dep in ("advcl", "ccomp") else None
        if second is None or first is None or second.index != noun.index + 2 or not _past(first) or not _past(second):
            continue
        start = min(t.index for t in sentence.subtree(noun) if t.pos != "PUNCT")
        if start == first.index + 1 and not any(sentence.children(first, "obj")):
            moved[noun.index] = replace(noun, head=first.index, dep="obj")
            moved[second.index] = replace(second, dep="conj")
    return moved


def _past(verb: Token) -> bool:
    return verb.pos == "VERB" and "Tense=Past" in verb.morph and "VerbForm=Fin" in verb.morph


def _after_name(sentence: Sentence) -> dict[int, Token]:
    """Return "was stabbed" of "after Jane Miller, the mayor, was stabbed" as what "after" opens, said of her."""
    moved: dict[int, Token] = {}
    for case, name in pairwise(sentence.tokens):
        opens = case.lower in _SINCE and case.head == name.index and case.dep in ("case", "mark")
        if not opens or name.name is None or not name.dep.startswith("obl"):
            continue
        verb = next((t for t in sentence.tokens[name.index :] if t.dep == "conj" and t.head == name.head), None)
        subjects = list(sentence.children(verb, "nsubj")) if verb is not None else []
        aside = next(iter(subjects or sentence.children(name, "appos")), None)
        if verb is None or aside is None or verb.pos != "VERB" or not _commas(sentence, name, aside, verb):
            continue
        moved[case.index] = replace(case, head=verb.index, dep="mark", pos="SCONJ")
        moved[verb.index] = replace(verb, dep="advcl")
        moved[name.index] = replace(name, head=verb.index, dep=subject_label(sentence, verb))
        moved[aside.index] = replace(aside, head=name.index, dep="appos")
    return moved


def _commas(sentence: Sentence, name: Token, aside: Token, verb: Token) -> bool:
    """Tell an aside right behind a name, with a comma before it and one right before the verb or its auxiliary."""
    start = min((t.index for t in sentence.subtree(aside) if t.pos != "PUNCT"), default=0)
    first = min((t.index for t in sentence.children(verb, "aux", "cop")), default=verb.index)
    return start == name.index + 2 and sentence.tokens[name.index + 1].text == sentence.tokens[first - 1].text == ","


def _gerunds(sentence: Sentence) -> dict[int, Token]:
    """Return the gerund of "said fixing the plant, which was hit, may take a year" as the subject of what is said."""
    moved: dict[int, Token] = {}
    for verb, gerund in pairwise(sentence.tokens):
        if gerund.head != verb.index or gerund.dep != "xcomp" or not gerund.lower.endswith("ing"):
            continue
        clause = next((t for t in sentence.children(verb, "ccomp") if t.index > gerund.index), None)
        helped = clause is not None and any("VerbForm=Fin" in t.morph for t in sentence.children(clause, "aux", "cop"))
        if clause is not None and helped and not any(sentence.children(clause, "nsubj", "csubj", "expl", "mark")):
            moved[gerund.index] = replace(gerund, head=clause.index, dep="csubj")
    return moved


def _on_site(sentence: Sentence) -> dict[int, Token]:
    """Return "blaming" of "posted a message on Twitter blaming Novatel" as what whoever posts it does."""
    moved: dict[int, Token] = {}
    for site, gerund in zip(sentence.tokens[2:], sentence.tokens[3:], strict=False):
        case = sentence.tokens[site.index - 1]
        thing = sentence.head(gerund) if site.head == gerund.index and site.dep == "nsubj" else None
        own = case.lower in _SITES and case.head == gerund.index and gerund.lower.endswith("ing")
        if thing is None or not own or site.name is None or thing.index > case.index:
            continue
        verb = sentence.head(thing) if thing.dep.startswith("obj") else None
        moved[case.index] = replace(case, head=site.index, dep="case")
        moved[site.index] = replace(site, head=thing.index, dep="nmod")
        moved[gerund.index] = replace(gerund, head=verb.index if verb is not None else thing.index, dep="advcl")
    return moved


def _by_people(sentence: Sentence) -> dict[int, Token]:
    """Return the workers of "was interrupted by striking workers" as who did it, not as whom somebody struck."""
    moved: dict[int, Token] = {}
    for by, gerund, noun in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        crowd = by.lower == "by" and by.head == gerund.index and gerund.lower in _CROWDS
        verb = sentence.head(gerund) if crowd and noun.dep == "obj" and noun.head == gerund.index else None
        if verb is not None and noun.plural and any(sentence.children(verb, "aux:pass")):
            moved[by.index] = replace(by, head=noun.index, dep="case", pos="ADP")
            moved[gerund.index] = replace(gerund, head=noun.index, dep="amod")
            moved[noun.index] = replace(noun, head=verb.index, dep="obl:agent")
    return moved


def _effective(sentence: Sentence) -> dict[int, Token]:
    """Return "effective" of "announced his resignation effective next Monday" as said of what is announced."""
    moved: dict[int, Token] = {}
    for noun, word in pairwise(sentence.tokens):
        beside = noun.dep == "obj" and noun.head == word.head and word.dep in ("xcomp", "ccomp", "advcl")
        if word.lower == "effective" and word.pos == "ADJ" and beside:
            moved[word.index] = replace(word, head=noun.index, dep="amod")
    return moved
