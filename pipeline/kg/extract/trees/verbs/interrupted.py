"""Puts the French verb on top that an infinitive between commas parts from its subject.

« Dubois, après avoir quitté Novatel, a rejoint Airbus »: parsers take « quitté » for the verb of the sentence, and what
follows for a clause without a subject.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.infinitives import BEFORE_INFINITIVE
from kg.extract.grammar.voice import has_finite
from kg.extract.trees.mend import mend_each, subject_label
from kg.model.annotation import Annotation, Sentence, Token

_LOOSE: Final = ("parataxis", "advcl", "conj", "dep", "ccomp", "xcomp", "acl")


def put_interrupted(annotation: Annotation) -> Annotation:
    """Return the annotation with such verbs in the place of the infinitive, which becomes their circumstance."""
    return mend_each(annotation, _interrupted) if annotation.document.language == "fr" else annotation


def _interrupted(sentence: Sentence) -> dict[int, Token]:
    if sentence.words.isdisjoint(BEFORE_INFINITIVE):
        return {}
    for aside in sentence.tokens[3:-1]:
        mark = next((t for t in sentence.children(aside, "mark") if t.lower in BEFORE_INFINITIVE), None)
        if mark is None or mark.index < 2 or sentence.tokens[mark.index - 1].text != ",":
            continue
        subject = _subject(sentence, aside, mark)
        verb = _finite_behind(sentence, aside) if subject is not None and _infinitive(sentence, aside) else None
        if subject is not None and verb is not None:
            return _swapped(sentence, subject, aside, verb)
        above = sentence.head(aside)
        if subject is not None and above is not None and _lacks(sentence, subject, aside, above):
            return {subject.index: replace(subject, head=above.index, dep=subject_label(sentence, above))}
    return {}


def _lacks(sentence: Sentence, subject: Token, aside: Token, verb: Token) -> bool:
    """Tell « est allé » of « Dubois, après avoir été éliminé, est allé … », whose subject hangs from the infinitive."""
    below = aside.dep.startswith("advcl") and subject.head == aside.index and aside.index < verb.index
    finite = has_finite((verb, *sentence.children(verb, "aux", "cop")))
    return below and finite and _infinitive(sentence, aside) and not any(sentence.children(verb, "nsubj"))


def _subject(sentence: Sentence, aside: Token, mark: Token) -> Token | None:
    """Return the subject that the parser gave the infinitive, or the bare name right before the comma."""
    before = sentence.tokens[mark.index - 2]
    bare = before.name is not None and before.dep in ("conj", "appos", "dep") and not any(sentence.children(before))
    return next((t for t in sentence.children(aside, "nsubj") if t.index < mark.index), before if bare else None)


def _infinitive(sentence: Sentence, verb: Token) -> bool:
    return any("VerbForm=Inf" in t.morph for t in (verb, *sentence.children(verb, "aux", "cop")))


def _finite_behind(sentence: Sentence, aside: Token) -> Token | None:
    """Return the finite verb without a subject before it that a comma parts from the infinitive."""
    for verb in sentence.children(aside, *_LOOSE):
        words = [verb, *sentence.children(verb, "aux", "cop", "expl", "advmod", "iobj", "obj")]
        first = min(t.index for t in words)
        finite = has_finite(words)
        bare = not any(sentence.children(verb, "mark", "cc"))
        bare = bare and not any(t.index < verb.index for t in sentence.children(verb, "nsubj"))
        if finite and bare and first > aside.index and sentence.tokens[first - 1].text == ",":
            return verb
    return None


def _swapped(sentence: Sentence, subject: Token, aside: Token, verb: Token) -> dict[int, Token]:
    function = subject_label(sentence, verb)
    behind = [t for t in sentence.children(aside) if t.index > verb.index]
    objects = [
        t for t in sentence.children(verb, "nsubj") if function == "nsubj" and not any(sentence.children(t, "case"))
    ]
    return {
        **{t.index: replace(t, head=verb.index) for t in behind},
        **{t.index: replace(t, dep="obj") for t in objects},
        verb.index: replace(verb, head=verb.index if aside.head == aside.index else aside.head, dep=aside.dep),
        aside.index: replace(aside, head=verb.index, dep="advcl"),
        subject.index: replace(subject, head=verb.index, dep=function),
    }
