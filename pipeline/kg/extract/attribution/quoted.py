"""Makes a fact of each quotation whose speaker is known and that no verb of saying has given one."""

from collections.abc import Iterator

from kg.extract.participants import said
from kg.extract.reading import Reading
from kg.model import Fact, Modality, Participant, Span
from kg.model.annotation import Quote, Sentence
from kg.model.ids import fact_id

CONFIDENCE = 0.75


def quoted(reading: Reading, facts: list[Fact], version: str) -> Iterator[Fact]:
    """Yield a `stated` fact for each remaining quotation; one that goes on shares the time of the one before."""
    covered = {fact.quote for fact in facts if fact.quote is not None}
    latest: dict[str, Fact] = {
        f.subject.id: f for f in facts if f.quote is not None and f.subject is not None and f.subject.id
    }
    for index, speakers in sorted(reading.speakers.items()):
        quote = reading.annotation.quotes[index]
        words = _words(reading, quote)
        sentence = _sentence(reading, quote)
        if words in covered or not quote.speech or sentence is None:
            continue
        for speaker in speakers:
            before = latest.get(speaker.id or "")
            goes_on = before is not None and 0 <= quote.span.start - before.evidence.end < 120
            time = before.time if goes_on and before is not None else None
            yield _stated(reading, quote, speaker, sentence, time, version)


def _words(reading: Reading, quote: Quote) -> str:
    return said(quote.inner.of(reading.text))


def _stated(
    reading: Reading,
    quote: Quote,
    speaker: Participant,
    sentence: Sentence,
    time: str | None,
    version: str,
) -> Fact:
    document = reading.annotation.document
    words = _words(reading, quote)
    inside = speaker.span is not None and sentence.span.contains(speaker.span)
    spans = [quote.span, *([speaker.span] if inside and speaker.span else [])]
    evidence = Span(min(s.start for s in spans), max(s.end for s in spans))
    return Fact(
        id=fact_id(document.id, "stated", speaker.id or speaker.name, words, str(evidence)),
        relation="stated",
        subject=speaker,
        object=None,
        document=document.id,
        evidence=evidence,
        sentence=sentence.span,
        trigger=quote.span,
        by=f"quote:speaker@{version}",
        confidence=CONFIDENCE,
        modality=Modality.ASSERTED,
        time=time,
        quote=words,
        steps=() if inside else ("the quotation goes on with the speaker of the one before",),
    )


def _sentence(reading: Reading, quote: Quote) -> Sentence | None:
    return next((s for s in reading.annotation.sentences if s.inside is None and s.span.contains(quote.span)), None)
