"""Gives English subjects back the verb behind an aside: "Miller, known as the Duke, was mayor of Leeds".

No comma parts a subject from its verb. So a participle right behind the subject's comma only describes it, and what
is joined to it behind a second comma, without "and", is what the sentence says.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.voice import is_passive
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_OTHERS: Final = (["DET", "ADJ", ",", "name", ","], ["DET", "NOUN", ",", "name", ","])
_LONG, _AT = 7, 5  # words behind "and", and where the verb stands among them
_BEFORE: Final = ("ccomp", "csubj", "advcl", "dep", "parataxis")
_BEHIND: Final = ("conj", "parataxis", "advcl", "dep")


def put_parted(annotation: Annotation) -> Annotation:
    """Return the annotation with such verbs on top; English only."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _parted, _another)


def _parted(sentence: Sentence) -> dict[int, Token]:
    """Return the main verb on top with the subject, and the participle between the commas below the subject."""
    top = next(sentence.roots(), None)
    below = [] if top is None else [top, *(t for t in sentence.children(top, *_BEFORE) if t.index < top.index)]
    aside = next((t for t in below if _described(sentence, t) is not None), None)
    subject = _described(sentence, aside) if aside is not None else None
    if top is None or aside is None or subject is None:
        return {}
    behind = sentence.children(aside, *_BEHIND) if aside is top else [top]
    main = next((t for t in behind if _goes_on(sentence, aside, t)), None)
    if main is None:
        return {}
    passive = is_passive(sentence, main)
    moved = {t.index: replace(t, head=main.index) for t in sentence.children(aside) if t.index > main.index}
    moved[main.index] = replace(main, head=main.index, dep="ROOT")
    moved[subject.index] = replace(subject, head=main.index, dep="nsubj:pass" if passive else "nsubj")
    moved[aside.index] = replace(aside, head=subject.index, dep="acl")
    return moved


def _described(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject that a comma, and adverbs at most, part from a bare past form."""
    subject = next((t for t in sentence.children(verb, "nsubj") if t.index < verb.index), None)
    bare = verb.pos == "VERB" and "Tense=Past" in verb.morph and not any(sentence.children(verb, "aux", "cop"))
    if subject is None or not bare or subject.pos == "PRON":
        return None
    at = verb.index - 1
    while at > 0 and sentence.tokens[at].pos == "ADV":
        at -= 1
    commas = [t for t in sentence.tokens[:at] if t.text == "," and t.index > subject.index]
    return subject if sentence.tokens[at].text == "," and not commas and at > subject.index else None


def _goes_on(sentence: Sentence, aside: Token, verb: Token) -> bool:
    """Tell a finite verb without a subject or conjunction right behind a comma."""
    own = sentence.children(verb, "nsubj", "nsubj:pass", "mark", "expl")
    joined = any(t.index < verb.index for t in sentence.children(verb, "cc"))
    if verb.index < aside.index or joined or any(own):
        return False
    words = [verb, *(t for t in sentence.children(verb, "aux", "aux:pass", "cop", "advmod") if t.index < verb.index)]
    first = min(words, key=lambda t: t.index)
    finite = any("VerbForm=Fin" in t.morph for t in words)
    return finite and sentence.tokens[first.index - 1].text == ","


def _another(sentence: Sentence) -> dict[int, Token]:
    """Return Reed of "opposed the bill, and a third, Paul Reed, voted for it" as who votes."""
    moved: dict[int, Token] = {}
    for joint in sentence.tokens:
        words = sentence.tokens[joint.index + 1 : joint.index + _LONG]
        shape = [t.text if t.text == "," else "name" if t.name is not None else t.pos for t in words]
        verb = words[5] if shape[:5] in _OTHERS and len(words) > _AT else None
        if joint.pos != "CCONJ" or verb is None or "VerbForm=Fin" not in verb.morph or verb.pos != "VERB":
            continue
        if verb.dep.startswith("conj") and not any(sentence.children(verb, "nsubj", "cc")):
            moved[words[3].index] = replace(words[3], head=verb.index, dep="nsubj")
            moved[joint.index] = replace(joint, head=verb.index, dep="cc")
    return moved
