"""Gives French verbs the subjects that stand behind them (« …, explique-t-elle », « …, estime pour sa part Dubois »).

The parser cuts « explique-t-elle » into three words and calls the last two by many names. Here the pronoun becomes the
subject of the verb, without its hyphen, and a quotation before the verb its content.
"""

import re
from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar import AVOIR
from kg.model import Span
from kg.model.annotation import Annotation, Sentence, Token, make_sentence

_PRONOUN: Final = re.compile(r"-(?:il|elle|ils|elles|on)")
_JOINT: Final = ("-t", "t", "-t-")
# « pour sa part », « de son côté », « à son tour »: they stand between a verb of saying and who speaks.
_ASIDE: Final = (("pour", "part"), ("de", "côté"), ("à", "tour"))
_BE: Final = ("est", "sont", "était", "étaient", "fut")  # « s'est-elle félicitée »
_OWN: Final = ("sa", "son", "leur")


def turn_inverted(annotation: Annotation) -> Annotation:
    """Return the annotation with the subjects behind their verbs in their function."""
    if annotation.document.language != "fr":
        return annotation
    saying = load_frames("fr").clause_verbs["saying"]
    made = []
    for sentence in annotation.sentences:
        for pronoun in sentence.tokens:
            if _PRONOUN.fullmatch(pronoun.lower):
                sentence = _with_pronoun(sentence, pronoun.index)
        made.append(_with_speaker(sentence, saying))
    return replace(annotation, sentences=tuple(made))


def _with_pronoun(sentence: Sentence, at: int) -> Sentence:
    """Return the sentence with the pronoun at an index as the subject of the verb before it."""
    pronoun = sentence.tokens[at]
    joint = sentence.tokens[at - 1] if at > 1 and sentence.tokens[at - 1].lower in _JOINT else None
    before = at - 2 if joint is not None else at - 1
    if before < 0 or sentence.tokens[before].name is not None or sentence.tokens[before].quote is not None:
        return sentence
    finite = sentence.tokens[before]
    reflexive = before > 0 and sentence.tokens[before - 1].lower == "s'" and finite.lower in _BE
    verb = _participle_after(sentence, at) if finite.lower in AVOIR or reflexive else None
    main = verb or finite
    small = {t.index for t in (joint, pronoun, finite if verb is not None else None) if t is not None}
    moved = {main.index: _on_top(sentence, main, small)}
    if verb is None:  # « dit-il » is no participle
        moved[main.index] = replace(moved[main.index], morph="Mood=Ind|VerbForm=Fin")
    roots = moved[main.index].dep == "ROOT"
    for token in sentence.tokens:
        if token.index in small or token.index == main.index:
            continue
        root = roots and token.head == token.index
        if token.head in small or root or (token.head == main.index and token.quote is not None):
            dep = "ccomp" if token.quote is not None else "parataxis" if root else token.dep
            moved[token.index] = replace(token, head=main.index, dep=dep)
    text = pronoun.text.removeprefix("-")
    span = Span(pronoun.span.end - len(text), pronoun.span.end)
    moved[at] = replace(pronoun, text=text, span=span, pos="PRON", head=main.index, dep="nsubj")
    if joint is not None:
        moved[joint.index] = replace(joint, head=main.index, dep="punct", pos="PUNCT")
    if verb is not None:
        moved[finite.index] = replace(finite, head=main.index, dep="aux:tense", pos="AUX")
        if reflexive:
            moved[before - 1] = replace(sentence.tokens[before - 1], head=main.index, dep="expl:comp")
    return _moved(sentence, moved)


def _participle_after(sentence: Sentence, at: int) -> Token | None:
    """Return the participle of « a-t-il ajouté », « a-t-elle ensuite ajouté »."""
    for token in sentence.tokens[at + 1 : at + 4]:
        if token.pos in ("VERB", "ADJ", "NOUN") and token.name is None and token.quote is None:
            return token
        if token.pos != "ADV":
            return None
    return None


def _on_top(sentence: Sentence, main: Token, small: set[int]) -> Token:
    """Return the verb hung from the first word above it that is neither small nor a quotation; else as the root."""
    seen = {main.index, *small}
    above = sentence.tokens[main.head]
    while above.index in seen or above.quote is not None:
        if above.head in seen or above.head == above.index:
            return replace(main, head=main.index, dep="ROOT", pos="VERB")
        seen.add(above.index)
        above = sentence.tokens[above.head]
    dep = main.dep if main.head == above.index else "parataxis"
    return replace(main, head=above.index, dep=dep, pos="VERB")


def _with_speaker(sentence: Sentence, saying: frozenset[str]) -> Sentence:
    """Return the sentence with the name after « estime pour sa part » as the subject of the verb."""
    for verb in sentence.tokens[:-4]:
        preposition, own, noun = (sentence.tokens[verb.index + step] for step in (1, 2, 3))
        aside = verb.lower in saying and (preposition.lower, noun.lower) in _ASIDE and own.lower in _OWN
        if not aside:
            continue
        speaker = _nominal(sentence, noun.index + 1)
        if speaker is not None and not any(sentence.children(speaker, "case")):
            moved = {speaker.index: replace(speaker, head=verb.index, dep="nsubj")}
            for token in sentence.children(verb, "nsubj"):
                if token.quote is not None:
                    moved[token.index] = replace(token, dep="ccomp")
            return _moved(sentence, moved)
    return sentence


def _nominal(sentence: Sentence, at: int) -> Token | None:
    for token in sentence.tokens[at : at + 3]:
        if token.name is not None or token.pos == "NOUN":
            return token
        if token.pos not in ("DET", "ADJ"):
            return None
    return None


def _moved(sentence: Sentence, moved: dict[int, Token]) -> Sentence:
    tokens = tuple(moved.get(token.index, token) for token in sentence.tokens)
    return make_sentence(sentence.index, sentence.span, tokens, sentence.paragraph, sentence.inside)
