"""Takes the words of the text themselves, where no entity is named: a phrase, a clause, a quotation."""

import re

from kg.extract.grammar.whole_clauses import clause_taken_up, said_of_clause
from kg.extract.reading import Reading, phrase
from kg.model import Participant, Span
from kg.model.annotation import Sentence, Token

_BESIDE = frozenset("devant derrière face depuis avec lors since ahead with".split())
_DAYS = frozenset("hier demain aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche".split())
# What joins a noun to the clause above it is none of its words: « malgré le couvre-feu instauré par X »
_LED = re.compile(r"(?:malgré|dont|(?:tandis|alors|pendant) qu(?:e\b|['’])) ?", re.IGNORECASE)
_CLOSING = re.compile(r"(?:[ \u00a0\u202f](?=[»)]))?(?P<mark>[»)\"”])")
_OPENING = {"»": "«", "”": "“", ")": "("}
_JOINT = re.compile(r"^(?:que,? |qu['’]|that,? |à |de |(?-i:d['’])|to |as )", re.IGNORECASE)


def words_of(reading: Reading, sentence: Sentence, token: Token) -> Participant:
    """Return a participant that holds the words of the text where no entity is named."""
    span = _without_whose(sentence, token, closed(phrase(sentence, token, reading.text), reading.text))
    if reading.language == "fr":
        span = _past_joint(reading.text, token, _with_marked(reading, _past_marked(reading, token, span)))
    return Participant(clean(span.of(reading.text)), span=span)


def _past_joint(text: str, token: Token, span: Span) -> Span:
    """Return « les chiffres » of « dont les chiffres sont contestés »."""
    led = _LED.match(text, span.start, token.span.start)
    return Span(led.end(), span.end) if led is not None else span


def _without_whose(sentence: Sentence, token: Token, span: Span) -> Span:
    """Return "brother" of "Miller, whose brother was arrested": whose he is the name before it says."""
    whose = next((c for c in sentence.children(token, "nmod:poss") if c.lower == "whose"), None)
    verb = sentence.head(token)
    relative = verb is not None and any(t.dep.startswith("acl") for t in (verb, token))
    if whose is None or not relative or whose.span.start != span.start or whose.index + 1 >= len(sentence.tokens):
        return span
    return Span(sentence.tokens[whose.index + 1].span.start, span.end)


def _past_marked(reading: Reading, token: Token, span: Span) -> Span:
    """Return « les chiffres » of « qualifie de « faux » les chiffres »: what marks set apart before is its own."""
    for quote in reading.annotation.quotes:
        if quote.span.start < span.start < quote.span.end < token.span.start:
            rest = reading.text[quote.span.end : token.span.end]
            return Span(token.span.end - len(rest.lstrip()), span.end)
    return span


def _with_marked(reading: Reading, span: Span) -> Span:
    """Return « une présumée « discrimination » », « le « modèle Uber » » with the few words that marks set apart."""
    for quote in reading.annotation.quotes:
        cut = span.start < quote.span.start < span.end < quote.span.end
        if not quote.speech and (cut or quote.span.start - span.end == 1):
            return Span(span.start, quote.span.end)
    return span


def calling(reading: Reading, sentence: Sentence, token: Token) -> Participant:
    """Return what somebody is: « champion du monde », not « le champion du monde en titre Paul Martin »."""
    whole = phrase(sentence, token, reading.text)
    inside = [t for t in sentence.tokens if whole.contains(t.span)]
    first = next(t for t in inside if t.pos != "DET" or t is token)
    behind = [t for t in inside if t.index > token.index and _beside_calling(sentence, t)]
    last = sentence.tokens[behind[0].index - 1] if behind else inside[-1]
    span = Span(first.span.start, last.span.end)
    return Participant(clean(span.of(reading.text)), span=span)


def _beside_calling(sentence: Sentence, token: Token) -> bool:
    """Tell where the name, the rival, the time or the place begins behind what somebody is."""
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    named = token.name is not None and token.dep.startswith(("appos", "flat")) and not any(sentence.children(token))
    when = after is not None and (after.pos == "NUM" or after.name is not None or after.lower == "titre")
    return named or token.lower in _BESIDE or (token.lower in ("en", "à", "au", "aux", "in", "at") and when)


def closed(span: Span, text: str) -> Span:
    """Return « ce « crime barbare » », « l'assemblée (AN) » with the mark that closes what it opens."""
    after = _CLOSING.match(text, span.end)
    if after is None or not _opened(span.of(text), after["mark"]):
        return span
    return closed(Span(span.start, after.end()), text)


def _opened(words: str, mark: str) -> bool:
    """Tell whether the words open what a mark closes; straight marks open and close alike."""
    return words.count(mark) % 2 == 1 if mark == '"' else words.count(_OPENING[mark]) > words.count(mark)


def clause_words(reading: Reading, sentence: Sentence, token: Token) -> Participant:
    """Return a participant that holds the words of a whole clause."""
    verb = sentence.head(token)
    after = verb.index if verb is not None and verb.index < token.index else -1  # "which Miller has said may be late"
    taken = clause_taken_up(sentence, token)
    if taken is not None:
        inside = said_of_clause(sentence, taken, token)
    else:
        inside = sorted((t for t in sentence.subtree(token) if t.index > after), key=lambda t: t.index)
    tokens = [t for t in inside if t.pos != "PUNCT"]
    if token.pos == "NOUN" and not any(sentence.children(token, "cop", "nsubj")):
        tokens = _without_day(sentence, tokens)
    span = Span(min(t.span.start for t in tokens), max(t.span.end for t in tokens)) if tokens else token.span
    if token.pos == "NOUN" and reading.language == "fr":
        span = _past_joint(reading.text, token, span)
    span = closed(span, reading.text)
    words = clean(span.of(reading.text))
    return Participant(_JOINT.sub("", words, count=1), span=span)


def _without_day(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """Return « sa démission » of « annoncer sa démission mardi »: a bare day behind a noun says when it is told."""
    last = tokens[-1]
    bare = last.lower in _DAYS and not any(sentence.children(last, "case"))
    whole = [t for t in tokens if t is not last and t.head != last.index]
    return whole if bare and len(whole) > 1 else tokens


def said(words: str) -> str:
    """Return the words of a quotation, without the comma that ends them before its speaker."""
    return clean(words).rstrip(",")


def clean(words: str) -> str:
    """Return words of the text without line breaks and odd blanks."""
    return " ".join(words.split())
