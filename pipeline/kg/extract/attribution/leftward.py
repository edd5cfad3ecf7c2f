"""Finds who speaks by the order of the words: the last verb of saying before a quotation, the noun right before it.

Masked quotations often hang from the wrong word: « que ceux-ci ont été « victimes de … » », "that the twins were “…”".
"""

from typing import Final

from kg.extract.attribution.inquit import nominal, says
from kg.extract.attribution.whoever import subjects, whoever
from kg.extract.reading import Reading
from kg.model import Participant
from kg.model.annotation import Sentence, Token

REACH: Final = 25  # tokens between the verb and its quotation
_CONCEDING: Final = frozenset("si s' s’ quand lorsque lorsqu' bien quoique quoiqu' if though although unless".split())
# « Dans un communiqué, la fédération « prend acte … » », « Contactée, la direction « ne commente pas » »
MEDIA: Final = frozenset(
    """communiqué lettre courrier mail courriel interview entretien message tweet post twitter facebook instagram x
    interrogé interrogée interrogés contacté contactée contactés contactées joint jointe sollicité sollicitée statement
    email letter asked contacted""".split()
)


def to_the_left(reading: Reading, sentence: Sentence, quote: Token) -> tuple[Participant, ...]:
    """Return the subject of the last verb of saying before the quotation; else the noun between a comma and it."""
    for verb in reversed(sentence.tokens[max(0, quote.index - REACH) : quote.index]):
        if verb.text in (";", ")") or verb.quote is not None:
            return ()
        spoken = verb.pos in ("VERB", "AUX") and verb.name is None and says(verb, reading.language)
        if spoken and not _in_clause_before(sentence, verb, quote):
            people = [p for token in _speakers(sentence, verb) for p in whoever(reading, sentence, token)]
            return tuple(people)
    return _bare(reading, sentence, quote)


def _in_clause_before(sentence: Sentence, verb: Token, quote: Token) -> bool:
    """Tell « S'il évite de raconter la guerre, il a « œuvré … » »: the clause that a comma closes does not say it."""
    clause = verb
    while clause.dep in ("xcomp", "conj", "ccomp") and clause.head != clause.index:
        clause = sentence.tokens[clause.head]
    words = list(sentence.subtree(clause))
    marks = {word.lower for word in words if word.dep == "mark" and word.index < clause.index}
    if not clause.dep.startswith("advcl") or not marks & _CONCEDING:
        return False
    last = max(word.index for word in words)
    return last < quote.index and any(token.text == "," for token in sentence.tokens[last : last + 2])


def _speakers(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the subject of a verb, also behind it: « Comme l'a rappelé Anne Dubois, « … » »."""
    behind = nominal(sentence, verb.index + 1) if sentence.tokens[0].lower in ("comme", "as", "ainsi") else None
    return [behind] if behind is not None else subjects(sentence, verb)


def _bare(reading: Reading, sentence: Sentence, quote: Token) -> tuple[Participant, ...]:
    """Return the noun that nothing but an article parts from the comma before and the quotation behind."""
    comma = next((t for t in reversed(sentence.tokens[: quote.index]) if t.text == ","), None)
    if comma is None or not any(t.lower in MEDIA for t in sentence.tokens[: comma.index]):
        return ()
    between = sentence.tokens[comma.index + 1 : quote.index]
    if any(t.pos in ("VERB", "AUX", "PRON", "ADP") and t.head not in (u.index for u in between) for t in between):
        return ()
    nouns = [t for t in between if (t.pos in ("NOUN", "PROPN") or t.name is not None) and _top(t, between)]
    return tuple(whoever(reading, sentence, nouns[0])) if nouns else ()


def _top(token: Token, between: tuple[Token, ...]) -> bool:
    return token.head not in {t.index for t in between} or token.head == token.index
