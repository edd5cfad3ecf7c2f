"""Turns clauses that end in who says so the right way round (« L'usine fermera, a dit la ministre »).

Parsers hang the saying verb below what is said. Here it becomes the governor, its noun the subject and what is said
its content, so that everything after reads one shape only.
"""

from dataclasses import replace

from kg.extract.frames.load import load_frames
from kg.model.annotation import Annotation, Sentence, Token, make_sentence


def turn_sayings(annotation: Annotation) -> Annotation:
    """Return the annotation with such clauses turned."""
    saying = load_frames(annotation.document.language).clause_verbs["saying"]
    return replace(annotation, sentences=tuple(_turned(sentence, saying) for sentence in annotation.sentences))


def _turned(sentence: Sentence, saying: frozenset[str]) -> Sentence:
    for verb in sentence.tokens:
        if verb.pos == "VERB" and verb.lower in saying:
            said, speaker = _said(sentence, verb), _speaker(sentence, verb)
            if said is not None and speaker is not None:
                return _hang(sentence, verb, said, speaker)
    return sentence


def _said(sentence: Sentence, verb: Token) -> Token | None:
    """Return the clause before « , a annoncé », or None where the verb stands in another way."""
    head = sentence.head(verb)
    if head is None or head.quote is not None or verb.dep not in ("conj", "parataxis") or head.index > verb.index:
        return None
    if any(sentence.children(verb, "cc")) or any(t.index < verb.index for t in sentence.children(verb, "nsubj")):
        return None
    helpers = [t.index for t in sentence.children(verb, "aux", "expl", "advmod") if t.index < verb.index]
    first = min([verb.index, *helpers])
    return head if first > 0 and sentence.tokens[first - 1].text == "," else None


def _speaker(sentence: Sentence, verb: Token) -> Token | None:
    nouns = [t for t in sentence.children(verb, "nsubj", "obj") if t.index > verb.index and t.pos in ("NOUN", "PROPN")]
    bare = [t for t in nouns if not any(sentence.children(t, "case"))]
    return bare[0] if bare else None


def _hang(sentence: Sentence, verb: Token, said: Token, speaker: Token) -> Sentence:
    root = said.head == said.index
    moved = {
        verb.index: replace(verb, head=verb.index if root else said.head, dep=said.dep),
        said.index: replace(said, head=verb.index, dep="ccomp"),
        speaker.index: replace(speaker, dep="nsubj"),
    }
    tokens = tuple(moved.get(token.index, token) for token in sentence.tokens)
    return make_sentence(sentence.index, sentence.span, tokens, sentence.paragraph, sentence.inside)
