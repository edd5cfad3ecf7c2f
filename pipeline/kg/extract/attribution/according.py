"""Makes a fact of what the text gives on somebody's word: « selon Anne Dubois, l'usine fermera »."""

import re
from collections.abc import Iterator

from kg.extract import grammar
from kg.extract.attribution.scope import scope
from kg.extract.attribution.whoever import whoever, whose
from kg.extract.coreference.nouns import names_person
from kg.extract.participants import clean
from kg.extract.reading import Reading
from kg.model import EntityType, Fact, Participant, Span
from kg.model.annotation import Sentence, Token
from kg.model.ids import fact_id

SOURCES = ("selon", "d'après", "d' après", "according to")
CONFIDENCE = 0.7
_PARTICIPLE = re.compile(r"\s*(?:s['’])?\w+ant\s")
# « D'après Anne Dubois, procureure de Lyon, l'homme avait … »: what stands between the commas says who she is.
# « Selon Anne Dubois, une professeure de physique, elle a … » likewise
_TITLE = re.compile(
    r"\s?,\s(?:(?:une?|la|le|son|sa|leur)\s|l['’]\s?)?(?:(?:anciens?|ancienne|autre|jeune|nouveau|nouvelle)\s)?"
    r"(?P<noun>[\w-]+)[^,.;:\n]{0,80}(?=,)"
)
VIEWS = ("avis", "yeux", "view", "opinion")
LEARNT = ("appris", "apprend", "apprenait")
OPENING = 40  # code points from the start of the sentence within which such a view opens it
SHORTEST = 3  # words of content below which « selon » names no statement


def according(reading: Reading, version: str) -> Iterator[Fact]:
    """Yield a `stated` fact for each sentence outside of quotations that names its source."""
    for sentence in reading.annotation.sentences:
        if sentence.inside is not None or any(token.quote is not None for token in sentence.tokens):
            continue
        for token in sentence.tokens:
            if _names_source(reading, sentence, token) and scope(sentence, token) is None:
                view = token.lower in VIEWS
                people = whose(reading, sentence, token) if view else whoever(reading, sentence, token)
                content = _content(reading, sentence, token)
                if people and content is not None:
                    yield from (_stated(reading, sentence, token, person, content, version) for person in people)


def _names_source(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « selon Dubois », « de l'avis de Dubois », « a-t-on appris auprès de Dubois »."""
    before = grammar.preposition(sentence, token)
    opens = token.span.start - sentence.span.start < OPENING
    if before in SOURCES or (token.lower in VIEWS and opens and before in ("de", "à", "in")):
        return True
    above = sentence.head(token)
    learnt = before == "auprès de" and above is not None and above.lower in LEARNT
    return learnt or _in_the_eyes_of(reading, sentence, token)


def _in_the_eyes_of(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « Pour Anne Dubois, … »: a person after « pour » at the start of the sentence, a comma and a clause."""
    if grammar.preposition(sentence, token) != "pour" or token.span.start - sentence.span.start > 6:
        return False
    persons = [r for r in reading.referents(sentence, token) if reading.entities[r.entity].type is EntityType.PERSON]
    last = max(t.index for t in sentence.subtree(token))
    comma = any(t.text == "," for t in sentence.tokens[last : last + 2])
    return bool(persons) and comma and any(t.dep.startswith("nsubj") for t in sentence.tokens[last:])


def _content(reading: Reading, sentence: Sentence, source: Token) -> Span | None:
    """Return what is said: all after the source where it opens the sentence, else all before it."""
    part = list(sentence.subtree(source))
    start, end = min(t.span.start for t in part), max(t.span.end for t in part)
    above = sentence.head(source)
    if above is not None and above.lower in LEARNT:  # « Il a été arrêté, a-t-on appris auprès du parquet »
        commas = [t.span.start for t in sentence.tokens[: above.index] if t.text == ","]
        start = commas[-1] if commas else start
    opens = start - sentence.span.start < 5
    verbs = [t for t in part if t is not source and any(sentence.children(t, "nsubj", "cop"))]
    if opens and verbs:  # the parser hung the clause from its source: the comma parts them
        commas = [t.span.end for t in part if t.text == "," and t.index < verbs[0].index]
        end = commas[-1] if commas else end
    if (
        opens
        and end == source.span.end
        and source.name is not None
        and (title := _TITLE.match(reading.text, end)) is not None
    ):
        end = title.end() if names_person(title["noun"].lower(), reading.language) else end
    if opens and _PARTICIPLE.match(reading.text, end):  # « Selon des témoins s'exprimant en ligne, … »
        comma = reading.text.find(",", end, sentence.span.end)
        end = comma if comma > 0 else end
    after = next((t for t in sentence.tokens if t.span.start >= end and t.pos != "PUNCT"), None)
    amid = after is not None and after.pos in ("VERB", "AUX")  # « Les pertes, selon Airbus, sont de … »
    said = Span(sentence.span.start, sentence.span.end if amid else start)
    return _bare(reading.text, Span(end, sentence.span.end) if opens else said)


def _bare(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",.;:–—"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:–—("):
        end -= 1
    return Span(start, end) if len(text[start:end].split()) >= SHORTEST else None


def _stated(
    reading: Reading, sentence: Sentence, source: Token, speaker: Participant, content: Span, version: str
) -> Fact:
    document = reading.annotation.document
    words = Participant(clean(content.of(reading.text)), span=content)
    return Fact(
        id=fact_id(document.id, "stated", speaker.id or speaker.name, words.name, str(sentence.span)),
        relation="stated",
        subject=speaker,
        object=words,
        document=document.id,
        evidence=sentence.span,
        sentence=sentence.span,
        trigger=source.span,
        by=f"source:according@{version}",
        confidence=CONFIDENCE,
    )
