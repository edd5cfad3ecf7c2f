"""Reads « s'est fait battre par X » as the passive that it is, « s'est vu décerner » with « vu » on top."""

from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.trees.mend import mended
from kg.model.annotation import Annotation, Sentence, Token

_MADE: Final = frozenset(
    """fait faite faits faites faire fera feront fait font faisait faisaient faisant fit firent laissé laissée laissés
    laisser""".split()
)
_SELF: Final = frozenset("se s'".split())
_SEEN: Final = frozenset("vu vue vus vues".split())
_ASKED: Final = _MADE | _SEEN
_BELOW: Final = ("xcomp", "obj", "ccomp", "advcl")


def put_undergone(annotation: Annotation) -> Annotation:
    """Return the annotation with such infinitives as passives, « fait » as their auxiliary."""
    if annotation.document.language != "fr":
        return annotation
    return replace(annotation, sentences=tuple(_mended(sentence) for sentence in annotation.sentences))


def _mended(sentence: Sentence) -> Sentence:
    if sentence.words.isdisjoint(_ASKED):
        return sentence
    for made in sentence.tokens:
        pronoun = next((t for t in sentence.children(made) if t.lower in _SELF and t.index < made.index), None)
        done = _done(sentence, made) if made.lower in _MADE and pronoun is not None else None
        if done is not None and pronoun is not None:
            sentence = mended(sentence, _passive(sentence, made, done, pronoun))
        elif made.lower in _MADE and made.dep.startswith("aux"):
            sentence = mended(sentence, _helped(sentence, made))
        elif made.lower in _SEEN and made.dep == "advmod":
            sentence = mended(sentence, _seen(sentence, made))
    return sentence


def _seen(sentence: Sentence, seen: Token) -> dict[int, Token]:
    """Return « vu » of « s'était vu décerner le prix » above the infinitive, whose adverb the parser takes it for."""
    done = sentence.head(seen)
    if done is None or done.index != seen.index + 1 or not done.lower.endswith(("er", "ir", "re")):
        return {}
    before = [t for t in sentence.children(done) if t.index < seen.index]
    if not any(t.lower in _SELF for t in before):
        return {}
    moved = {t.index: replace(t, head=seen.index, dep=t.dep.replace("nsubj:pass", "nsubj")) for t in before}
    moved[seen.index] = replace(seen, head=seen.index if done.head == done.index else done.head, dep=done.dep)
    moved[done.index] = replace(done, head=seen.index, dep="xcomp")
    return moved


def _helped(sentence: Sentence, made: Token) -> dict[int, Token]:
    """Return the passive of « s'est fait licencier » whose « fait » the parser has for its auxiliary already."""
    done = sentence.head(made)
    known = done is not None and done.lower in load_frames("fr").verbs and done.lower.endswith(("er", "ir", "re"))
    if done is None or not known or not made.index < done.index <= made.index + 2:
        return {}
    around = (*sentence.children(made), *sentence.children(done))
    pronoun = next((t for t in around if t.lower in _SELF and t.index < made.index), None)
    if pronoun is None or any(t.index > done.index for t in sentence.children(done, "obj")):
        return {}
    subjects = {t.index: replace(t, dep="nsubj:pass") for t in sentence.children(done, "nsubj")}
    return subjects | {
        pronoun.index: replace(pronoun, head=made.index, dep="expl"),
        made.index: replace(made, dep="aux:pass", pos="AUX"),
        done.index: replace(done, pos="VERB"),
    }


def _done(sentence: Sentence, made: Token) -> Token | None:
    """Return the infinitive right behind « s'est fait », at most an adverb between; of a verb without an object."""
    for token in sentence.tokens[made.index + 1 : made.index + 3]:
        known = token.lower in load_frames("fr").verbs and token.lower.endswith(("er", "ir", "re"))
        if known and token.head == made.index and token.dep.partition(":")[0] in _BELOW:
            return None if any(t.index > token.index for t in sentence.children(token, "obj")) else token
        if token.pos != "ADV":
            return None
    return None


def _passive(sentence: Sentence, made: Token, done: Token, pronoun: Token) -> dict[int, Token]:
    """Return the infinitive in the place of « fait », with its subject and complements."""
    top = done.index if made.head == made.index else made.head
    moved = {
        child.index: replace(child, head=done.index, dep="nsubj:pass" if child.dep == "nsubj" else child.dep)
        for child in sentence.children(made)
        if child is not done and child is not pronoun
    }
    moved[pronoun.index] = replace(pronoun, dep="expl")
    moved[made.index] = replace(made, head=done.index, dep="aux:pass", pos="AUX")
    moved[done.index] = replace(done, head=top, dep=made.dep, pos="VERB")
    return moved
