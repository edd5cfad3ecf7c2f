"""Makes a fact of each quotation whose speaker is known and that no verb of saying has given one."""

import re
from bisect import bisect_right
from typing import Final

from kg.extract.attribution.halves import (
    FAR,
    let_halves_speak,
    other_half,
    same_speaker,
    second_half,
    whole,
    with_quote,
    words_said,
)
from kg.extract.dating.lead import inside, of_main_clause
from kg.extract.grammar.negation import negated
from kg.extract.reading import Reading
from kg.extract.time import TimeExpression
from kg.lexicon.forms import verb_table
from kg.model import Fact, Modality, Participant, Span
from kg.model.annotation import Quote, Sentence
from kg.model.ids import fact_id

CONFIDENCE = 0.75


# Relations that tell what somebody says of a thing: a quotation in their clause is the words of it.
HOSTS: Final = frozenset(
    """stated announced denied accused criticized praised warned threatened requested rejected opposes supports endorses
    reported""".split()
)
# « reconnu coupable de « complicité de meurtre » »: what he is charged with, nothing that was said
_CHARGE: Final = re.compile(
    r"\b(?:coupables?|inculpée?s?|examen|condamnée?s?|poursuivie?s?|chefs?|écrouée?s?|jugée?s?) (?:de |pour |d['’])$"
)
_SUED_FOR: Final = re.compile(
    r"\b(?:enquête|information judiciaire|instruction|plainte|procédure|garde à vue|mandat|détention)\b"
    r"[^.;«»\n]{0,110} pour $"
)
# Verbs that use words and tell nothing of them: « a parlé de « trahison » ».
_SPEAKING: Final = frozenset(verb_table(["parler", "employer", "utiliser", "prononcer", "évoquer", "qualifier"], "fr"))
# « a décidé de lancer un « dispositif de crise » »: a thing so called
_LAUNCHED: Final = re.compile(
    r"\b(?:lanc|publi|repren|repris|précis|complét|commenc|poursuiv|prononc|inflig)\w* "
    r"(?:une?|l[ae]s?|des|ce|cette|ces|s[ao]n?|ses) $"
)
_ASIDE: Final = re.compile(r"[^»”\"], (?:qui|who|which) [^»”\"]*$")
_RELATIVES: Final = ("qui", "dont", "où", "who", "which")
_OVERLAP: Final = 4  # sentences that may overlap
FEW: Final = 3  # words that are somebody's own where a verb of saying brings them up
# « « … », a déploré Anne Dubois, qui demande à être reçue »: what she does besides is no saying of those words
_BESIDES: Final = re.compile(r",[ \u00a0](?:qui|dont)[ \u00a0]")


def quoted(reading: Reading, facts: list[Fact], times: tuple[TimeExpression, ...], version: str) -> list[Fact]:
    """Return the facts with each remaining quotation: in the fact of its own clause, else in a `stated` fact.

    Its time is that of the clause that says who speaks; one that goes on shares the time of the one before.
    """
    made = list(facts)
    narrated = reading.narrated()
    _let_hosts_speak(reading, facts)
    let_halves_speak(reading)
    for index, speakers in sorted(reading.speakers.items()):
        quote = reading.annotation.quotes[index]
        words = words_said(reading, quote)
        second = second_half(reading, index)  # a stop within its marks ends the sentence before them
        around = _around(narrated, (reading.annotation.quotes[index - 1] if second else quote).span)
        if (
            not (quote.speech or second)
            or _charge(reading, quote)
            or not around
            or any(fact.quote == words for fact in facts)
        ):
            continue
        for speaker in (s for s in speakers if not s.name.isdigit()):  # "… to the 2020 census"
            sentence = next((s for s in around if speaker.span and s.span.contains(speaker.span)), around[0])
            if (half := other_half(reading, made, index, speaker)) is not None:
                made[made.index(half)] = whole(half, quote, words)
                continue
            host = _host(reading, made, quote, speaker)
            if (
                _told(made, quote, speaker)
                or _goes_on(reading, made, quote, speaker)
                or _once(reading, made, sentence, speaker, words)
            ):
                continue
            if host is not None:
                made[made.index(host)] = with_quote(host, quote, words)
            else:
                told = _day_told(reading, times, sentence, speaker) or _time(made, quote, speaker)
                made.append(_stated(reading, quote, speaker, sentence, told, version))
    return _with_short_ones(reading, made)


def _charge(reading: Reading, quote: Quote) -> bool:
    """Tell what somebody is charged with, or what an inquiry is about: « une enquête ouverte par X pour « vol » »."""
    start = quote.span.start
    before = reading.text[max(0, start - FAR) : start]
    return any(p.search(before) for p in (_CHARGE, _SUED_FOR, _LAUNCHED))


def _with_short_ones(reading: Reading, facts: list[Fact]) -> list[Fact]:
    """Return the facts with the few words of somebody that what they tell holds: « dénonce un « acte si lâche » ».

    French only: English papers put as few words between marks where nobody says them so.
    """
    made = list(facts)
    for quote in reading.annotation.quotes if reading.language == "fr" else ():
        words = words_said(reading, quote)
        if quote.speech or len(words.split()) < FEW or any(fact.quote == words for fact in made):
            continue
        own = [f for f in made if f.relation in HOSTS - {"stated"} and f.quote is None and _in_object(f, quote)]
        host = max(own, key=lambda fact: (fact.trigger.start, fact.id), default=None)
        if host is not None:
            made[made.index(host)] = with_quote(host, quote, words)
    return made


def _in_object(fact: Fact, quote: Quote) -> bool:
    inside = fact.object is not None and fact.object.span is not None and fact.object.span.overlaps(quote.span)
    return inside and fact.subject is not None and not quote.span.contains(fact.trigger)


def _let_hosts_speak(reading: Reading, facts: list[Fact]) -> None:
    """Note who does the last saying before a quotation without a speaker: « paid tribute to "a giant of …" »."""
    for index, quote in enumerate(reading.annotation.quotes):
        if not quote.speech or index in reading.speakers:
            continue
        before = [f for f in facts if f.relation in HOSTS and f.subject and f.trigger.start < quote.span.start]
        own = [f for f in before if f.sentence.contains(quote.span) and _holds(reading, f, quote)]
        last = max((f.trigger.start for f in own), default=None)
        speakers = {f.subject.id or f.subject.name: f.subject for f in own if f.trigger.start == last and f.subject}
        if speakers:
            reading.speakers[index] = tuple(speakers.values())


def _host(reading: Reading, facts: list[Fact], quote: Quote, speaker: Participant) -> Fact | None:
    """Return the fact that tells more exactly what the speaker does by saying so: « accuse X d'avoir « … » »."""
    own = [
        fact
        for fact in facts
        if fact.relation in HOSTS
        and fact.quote is None
        and same_speaker(fact.subject, speaker)
        and (fact.sentence.contains(quote.span) or quote.span.contains(fact.sentence))
        and not quote.span.contains(
            fact.trigger
        )  # « dit vouloir « défendre la réforme » »: what is said, not the saying
        and _holds(reading, fact, quote)
    ]
    return min(own, key=lambda fact: (abs(fact.trigger.start - quote.span.start), fact.id), default=None)


def _told(facts: list[Fact], quote: Quote, speaker: Participant) -> bool:
    """Tell a quotation within what a fact with a quotation says: « dénonce un « acte » contre « des innocents » »."""
    own = [f for f in facts if f.relation in HOSTS and f.quote is not None and same_speaker(f.subject, speaker)]
    return any(f.object is not None and f.object.span is not None and f.object.span.overlaps(quote.span) for f in own)


def _once(reading: Reading, facts: list[Fact], sentence: Sentence, speaker: Participant, words: str) -> bool:
    """Tell a few further words of one saying: "said there was “a danger” in “parts of it”"; English papers quote so."""
    own = (f for f in facts if f.relation == "stated" and f.quote is not None and f.sentence == sentence.span)
    few = reading.language == "en" and len(words.split()) <= FEW
    return few and any(same_speaker(f.subject, speaker) for f in own)


def _goes_on(reading: Reading, facts: list[Fact], quote: Quote, speaker: Participant) -> bool:
    """Tell a quotation that says more of the one before: « dénonce un « acte » qui a frappé « des innocents » »."""
    start = quote.span.start
    own = (f for f in facts if f.relation in HOSTS and f.quote is not None and same_speaker(f.subject, speaker))
    ends = (f.object.span.end for f in own if f.object is not None and f.object.span is not None)
    between = next((reading.text[end:start] for end in ends if 0 < start - end < FAR), "").strip('»”" ')
    return between.partition(" ")[0] in _RELATIVES and not set(between) & set(",.;\n")


def _holds(reading: Reading, fact: Fact, quote: Quote) -> bool:
    """Tell whether the quotation stands in what the fact says, or close to its trigger."""
    if fact.object is not None and fact.object.span is not None and fact.object.span.overlaps(quote.span):
        return True
    if fact.relation == "stated" or _BESIDES.search(
        reading.text, quote.span.end, max(quote.span.end, fact.trigger.start)
    ):
        return False
    start, end = sorted((fact.trigger.start, quote.span.start))
    between = reading.text[start:end]
    if fact.trigger.start >= quote.span.end and _ASIDE.search(between):
        return False  # « « C'est une honte », a regretté Anne Dubois, qui accuse la mairie »
    return end - start < FAR and not set(between) & set(".;\n")


def _day_told(
    reading: Reading, times: tuple[TimeExpression, ...], sentence: Sentence, speaker: Participant
) -> str | None:
    """Return the one day of the clause around the quotation: “…”, Mr. Lee, 72, told the court on Monday."""
    if speaker.span is None or not sentence.span.contains(speaker.span):
        return None
    spoken = [quote.span for quote in reading.annotation.quotes if quote.span.overlaps(sentence.span)]
    days = [
        one.value
        for one in inside(times, sentence.span)
        if one.kind == "date" and not any(span.overlaps(one.span) for span in spoken)
        # « Samedi, « un homme a tiré », a précisé X »: when that was, not when X said so
        if not any(one.span.end <= span.start < speaker.span.start for span in spoken)
        if of_main_clause(sentence, one.span)
    ]
    return days[0] if len(days) == 1 else None


def _time(facts: list[Fact], quote: Quote, speaker: Participant) -> str | None:
    """Return when the speaker said the quotation right before, if this one goes on with it."""
    said_before = [f for f in facts if f.quote is not None and f.subject is not None and f.subject.id]
    before = [f for f in said_before if f.subject is not None and f.subject.id == speaker.id]
    goes_on = bool(before) and 0 <= quote.span.start - before[-1].evidence.end < FAR
    return before[-1].time if goes_on else None


def _stated(
    reading: Reading,
    quote: Quote,
    speaker: Participant,
    sentence: Sentence,
    time: str | None,
    version: str,
) -> Fact:
    document = reading.annotation.document
    words = words_said(reading, quote)
    inside = speaker.span is not None and sentence.span.contains(speaker.span)
    spans = [quote.span, *([speaker.span] if inside and speaker.span else [])]
    evidence = Span.over(spans)
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
        modality=Modality.DENIED if _never_said(sentence, quote) else Modality.ASSERTED,
        time=time,
        quote=words,
        steps=() if inside else ("the quotation goes on with the speaker of the one before",),
    )


def _never_said(sentence: Sentence, quote: Quote) -> bool:
    """Tell « n'a jamais parlé de « trahison » »: what nobody said in these words."""
    words = next((t for t in sentence.tokens if t.quote is not None and quote.span.contains(t.span)), None)
    verb = sentence.head(words) if words is not None and words.dep.startswith(("obl", "obj", "xcomp")) else None
    return verb is not None and verb.lower in _SPEAKING and negated(sentence, verb)


def _around(sentences: list[Sentence], span: Span) -> list[Sentence]:
    """Return those of the sentences, in order, that hold a span: one joined to what it goes on with overlaps others."""
    end = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start)
    return [sentence for sentence in sentences[max(0, end - _OVERLAP) : end] if sentence.span.contains(span)]
