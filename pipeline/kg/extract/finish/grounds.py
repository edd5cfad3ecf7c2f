"""Says what a fact rests on, as pairs of ground and value: what its confidence is learnt from.

They are what a reader would ask for: which rule or word found it, how its participants are called in the sentence,
how far they stand from the word in the tree and in the line, and how far the text stands behind it.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.paths import path
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.model import Fact, Mention, MentionKind, Modality, Participant, Span
from kg.model.annotation import Sentence

Ground = tuple[str, str]

_FRAME: Final = "frame:"
_SAYING: Final = frozenset("stated announced denied warned threatened requested".split())
_LONG: Final = (10, 20, 30, 40)  # tokens of a sentence
_FAR: Final = (1, 3, 6, 10, 15)  # tokens between the word and a participant
_WORDY: Final = 24  # code points: what stands between two names may be longer than a word


def grounds(fact: Fact, mentions: Iterable[Mention], reading: Reading) -> tuple[Ground, ...]:
    """Return what a fact rests on, sorted, each pair once."""
    listed = tuple(mentions)
    sentence = reading.sentence_of(fact)
    found = {*_rule(fact, reading), *_stance(fact, sentence), ("ends", _ends(fact, listed))}
    for role, participant in (("subject", fact.subject), ("object", fact.object)):
        found.update(_called(fact, role, participant, listed))
        if sentence is not None and participant is not None and participant.span is not None:
            found.update(_placed(fact, role, participant.span, sentence))
    return tuple(sorted(found))


def _rule(fact: Fact, reading: Reading) -> Iterator[Ground]:
    """Yield what found the fact: `verb` or `noun` for a frame, else `pattern`; its relation and its word."""
    word = fact.trigger.of(reading.text).lower().replace("’", "'")
    verbs = load_frames(reading.language).verbs.get(word, ()) if fact.by.startswith(_FRAME) else ()
    kind = "verb" if any(trigger.relation == fact.relation for trigger in verbs) else "noun"
    yield "rule", kind if fact.by.startswith(_FRAME) else "pattern"
    yield "by", fact.by.partition(":")[0]
    yield "relation", fact.relation
    yield "object", _object(fact)
    yield "language", reading.language
    if len(word) <= _WORDY:
        yield "word", f"{fact.relation} {word}"


def _stance(fact: Fact, sentence: Sentence | None) -> Iterator[Ground]:
    yield "modality", "asserted" if fact.modality is Modality.ASSERTED else "other"
    yield "modality told", fact.modality.value
    yield "time", "told" if fact.time else "not told"
    for step in fact.steps:
        if ": " in step:
            yield "step", step.rsplit(": ", 1)[1].partition(" (")[0]
    yield "steps", str(len(fact.steps))
    if sentence is not None:
        yield "sentence", f"longer than {max((n for n in _LONG if len(sentence.tokens) > n), default=0)}"
        yield "stands", "first" if sentence.index == 0 else "later"  # a title or a lead is plainer than what follows
        yield "said", "in a quotation" if sentence.inside is not None else "by the text"
        token = sentence.token_at(fact.trigger)
        if token is not None:
            yield "word is", token.pos
            yield "word stands as", token.dep


def _called(fact: Fact, role: str, participant: Participant | None, mentions: tuple[Mention, ...]) -> Iterator[Ground]:
    kind = _kind(participant, mentions)
    yield f"{role} by", kind
    yield f"{role} by", f"{kind} {fact.relation}"
    if participant is not None and participant.type is not None:
        yield f"{role} is", participant.type.value
        yield f"{role} is", f"{participant.type.value} {fact.relation}"


def _placed(fact: Fact, role: str, span: Span, sentence: Sentence) -> Iterator[Ground]:
    """Yield where a participant stands, seen from the word."""
    word, token = sentence.token_at(fact.trigger), sentence.token_at(span)
    if word is None or token is None:
        return
    way = path(sentence, word, token)
    yield f"{role} path", way
    yield f"{role} path", f"{word.pos} {way}"
    yield f"{role} stands as", token.dep
    yield f"{role} side", f"{'before' if token.index < word.index else 'after'} {word.pos}"
    yield f"{role} distance", f"over {max((n for n in _FAR if abs(word.index - token.index) > n), default=0)}"
    yield f"{role} preposition", preposition(sentence, token) or "none"


def _ends(fact: Fact, mentions: tuple[Mention, ...]) -> str:
    """Return by what the participants are known, the weakest that holds: name, description, words, pronoun."""
    kinds = [_kind(participant, mentions) for participant in (fact.subject, fact.object)]
    if "pronoun" in kinds:
        return "pronoun"
    if kinds[0] in ("words", "nobody"):  # an object in words is a ground of its own
        return "words"
    return "description" if "description" in kinds else "name"


def _object(fact: Fact) -> str:
    """Return what stands in the place of the object: what is `said`, an `entity`, `words` for another thing, `none`."""
    if fact.relation in _SAYING:
        return "said"
    if fact.object is None:
        return "none"
    return "words" if fact.object.id is None else "entity"


def _kind(participant: Participant | None, mentions: tuple[Mention, ...]) -> str:
    if participant is None or participant.id is None:
        return "nobody" if participant is None else "words"
    if participant.span is None:
        return "description"
    mention = stand_in(participant, mentions)
    if mention is None:
        return "name"
    return "pronoun" if mention.kind is MentionKind.PRONOUN else "description"


def stand_in(participant: Participant, mentions: Iterable[Mention]) -> Mention | None:
    """Return the words that stand for a participant where the fact finds it; None where they are its name."""
    span = participant.span
    if span is None:
        return None
    same = [m for m in mentions if m.entity == participant.id and m.span.overlaps(span)]
    return None if not same or any(m.kind is MentionKind.NAME for m in same) else same[0]
