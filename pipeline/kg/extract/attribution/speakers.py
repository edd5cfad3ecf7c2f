"""Finds who says a quotation: a verb of saying beside it, « selon », a colon, the quotation before."""

import re
from typing import Final

from kg.extract import grammar
from kg.extract.coreference.nouns import speaks
from kg.extract.frames.load import load_frames
from kg.extract.participants import expand, words_of
from kg.extract.reading import Reading
from kg.model import EntityType, Participant
from kg.model.annotation import Sentence, Token

ACCORDING: Final = ("selon", "d'après", "d' après", "according to")
WORDS_OF: Final = frozenset(
    """affirmation déclaration propos mots mot phrase formule message tweet promesse slogan claim statement words remark
    promise assertion""".split()
)
NEAR: Final = 4  # tokens between a quotation and the verb of a speaker without a name
SPEAKERS: Final = (
    EntityType.PERSON,
    EntityType.ORGANIZATION,
    EntityType.ONLINE_ACCOUNT,
    EntityType.GROUP,
    EntityType.PLACE,
)


def find_speakers(reading: Reading) -> None:
    """Fill in the speakers of the quotations that the text gives."""
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            if token.quote is not None:
                within = _noun_above(sentence, token)
                speakers = _beside(reading, sentence, token) if within is None else _whose(reading, sentence, within)
                if speakers:
                    reading.speakers[token.quote] = speakers
    _carry_on(reading)


def _beside(reading: Reading, sentence: Sentence, quote: Token) -> tuple[Participant, ...]:
    """Return the speaker by the nearest governing verb of saying, or by « selon »."""
    saying = load_frames(reading.language).clause_verbs["saying"]
    for verb in _governors(sentence, quote):
        if verb.pos in ("VERB", "AUX") and (verb.lower in saying or _has_colon(reading, verb, quote)):
            near = abs(verb.index - quote.index) <= NEAR
            subjects = grammar.deep_subject(sentence, verb)
            fitting = tuple(p for t in subjects for p in whoever(reading, sentence, t) if p.id or near)
            if fitting:
                return fitting
    for token in sentence.tokens:
        opens = token.span.start - sentence.span.start < 8 and token.index < quote.index
        if grammar.preposition(sentence, token) in ACCORDING or (
            opens and grammar.preposition(sentence, token) == "pour"
        ):
            found = tuple(whoever(reading, sentence, token))
            if found:
                return found
    return ()


def _noun_above(sentence: Sentence, quote: Token) -> Token | None:
    """Return the noun whose words a quotation is, inside of a larger clause: « l'affirmation de X d'être un "…" »."""
    at = sentence.head(quote)
    for _ in range(3):
        if at is None or (at.pos in ("VERB", "AUX") and any(sentence.children(at, "nsubj"))):
            return None
        if at.pos == "NOUN" and at.name is None and at.quote is None and at.lower in WORDS_OF:
            return at
        at = sentence.head(at)
    return None


def _whose(reading: Reading, sentence: Sentence, noun: Token) -> tuple[Participant, ...]:
    """Return whose words the noun speaks of: « les propos de X », "his claim"."""
    beside = [t for t in sentence.children(noun, "nmod", "det") if grammar.preposition(sentence, t) in ("de", "of", "")]
    return tuple(p for t in beside for p in expand(reading, sentence, t) if p.type in SPEAKERS)


def whoever(reading: Reading, sentence: Sentence, token: Token) -> list[Participant]:
    """Return who speaks: entities, or the words of the text for somebody without a name (« un témoin »)."""
    named = [p for p in expand(reading, sentence, token) if p.type in SPEAKERS]
    if named or token.name is not None or token.pos != "NOUN" or not speaks(token, reading.language):
        return named
    return [words_of(reading, sentence, token)]


def _governors(sentence: Sentence, token: Token) -> list[Token]:
    """Return the verbs above a quotation, and verbs that hang from it (the parser often turns this round)."""
    below = [t for t in sentence.children(token) if t.pos in ("VERB", "AUX")]
    above: list[Token] = []
    head = sentence.head(token)
    while head is not None and len(above) < 4:
        above.append(head)
        above += [t for t in sentence.children(head, "conj", "parataxis", "dep") if t.pos == "VERB" and t is not token]
        head = sentence.head(head)
    return below + above


def _has_colon(reading: Reading, verb: Token, quote: Token) -> bool:
    between = reading.text[verb.span.end : quote.span.start]
    return bool(re.search(r":\s*$", between))


def _carry_on(reading: Reading) -> None:
    """Give a quotation that stands alone in its sentence the speaker of the one before it in the paragraph."""
    previous: tuple[Participant, ...] = ()
    paragraph = -1
    for sentence in reading.annotation.sentences:
        if sentence.inside is None:
            previous = () if sentence.paragraph != paragraph else previous
            paragraph = sentence.paragraph
            previous = _next_speaker(reading, sentence, previous)


def _next_speaker(reading: Reading, sentence: Sentence, previous: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Note the speaker of quotations that stand alone; return who speaks at the end of the sentence."""
    quotes = [t.quote for t in sentence.tokens if t.quote is not None]
    told = any(t.pos in ("VERB", "AUX", "NOUN", "PROPN") and t.quote is None for t in sentence.tokens)
    if previous and not told:
        for quote in quotes:
            reading.speakers.setdefault(quote, previous)
    known = [reading.speakers[quote] for quote in quotes if quote in reading.speakers]
    if known:
        return known[-1]
    return () if told else previous
