"""Gives quotations that stand alone a speaker: of the one before, of the sentence before, of a signature below.

« Dubois a évoqué des raisons familiales. » ¶ « J'ai choisi ma famille. » · « … » ¶ — Anne Dubois, témoin
"""

import re
from typing import Final

from kg.extract.attribution.colon import by_colon
from kg.extract.attribution.inquit import by_one, inquit, says
from kg.extract.attribution.leftward import to_the_left
from kg.extract.attribution.whoever import whoever
from kg.extract.coreference.nouns import BODIES, names_person
from kg.extract.coreference.tellers import tells
from kg.extract.grammar.prepositions import ACCORDING, preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading
from kg.model import EntityType, Participant
from kg.model.annotation import Sentence, Token

_DASHES: Final = ("—", "–", "-", "―")
_THIRD: Final = frozenset("il elle ils elles he she they it".split())
_NEAR: Final = 5  # sentences
_SAME_VIEW: Final = re.compile(
    r"même (?:son|constat|avis|analyse|discours|écho|réaction|tonalité|sentiment|position|point|inquiétude|colère)\b"
    r"|une? (?:avis|constat|analyse|position|opinion|point de vue|sentiment|inquiétude|vision) partagée?\b"
    r"|idem (?:pour|chez)\b"
)
_WITH_WHOM: Final = ("de", "du", "chez", "pour", "par", "à", "au", "auprès de")
AND_TO_ADD: Final = 3  # words of « Et d'ajouter »
Speakers = tuple[Participant, ...]


def carry_on(reading: Reading) -> None:
    """Note the speakers of quotations that stand alone in their sentences."""
    _through_paragraphs(reading)
    told = reading.narrated()
    last: Speakers = ()  # who spoke last, while nothing else was told
    before: Sentence | None = None  # the sentence that was told last
    steady: Speakers = ()  # who spoke last, whatever was told since
    heard = 0  # the sentence in which
    for number, sentence in enumerate(told):
        quotes = [t.quote for t in sentence.tokens if t.quote is not None]
        if quotes and _alone(sentence):
            found = (
                _signed(reading, told[number + 1 : number + 2])
                or _brought_up(reading, told[max(0, number - 1) : number])
                or last
                or _leads_to(reading, sentence, told[number + 1 : number + 2])
                or _of_same_view(reading, before)
                or _teller(reading, sentence, before)
                or _nobody_else(reading, steady, told[heard:number])
                or _according(reading, sentence, before)
            )
            for quote in quotes:
                if found:
                    reading.speakers.setdefault(quote, found)
        for token in sentence.tokens:
            if token.quote is not None and token.quote not in reading.speakers:
                found = _going_on(reading, sentence, token, last or _source(reading, before))
                reading.speakers.update({token.quote: found} if found else {})
        known = [reading.speakers[quote] for quote in quotes if quote in reading.speakers]
        last = known[-1] if known else () if tells(sentence) else last
        steady, heard = (known[-1], number) if known else (steady, heard)
        before = sentence if tells(sentence) else before
    _through_paragraphs(reading)


def _according(reading: Reading, sentence: Sentence, before: Sentence | None) -> Speakers:
    """Return the source of the sentence before, which a quotation goes on with: « …, selon la préfète. « … » »."""
    same = before is not None and before.paragraph == sentence.paragraph and reading.language == "fr"
    sources = [t for t in before.tokens if preposition(before, t) in ACCORDING] if same and before is not None else []
    return tuple(whoever(reading, before, sources[-1])) if before is not None and len(sources) == 1 else ()


def _going_on(reading: Reading, sentence: Sentence, quote: Token, spoke: Speakers) -> Speakers:
    """Return who spoke last where the clause behind a quotation says that they go on: a body where « on » does."""
    if _goes_on(reading, sentence, quote):
        return _bodies(reading, sentence, quote, spoke)
    on = reading.language == "fr" and by_one(sentence, quote)
    return tuple(p for p in spoke if on and p.type is not EntityType.PERSON)


def _of_same_view(reading: Reading, before: Sentence | None) -> Speakers:
    """Return Dubois of « Même son de cloche du côté d'Anne Dubois. « … » », « Un avis partagé par Anne Dubois. »."""
    if before is None or before.inside is not None or any(t.dep == "ROOT" and t.pos == "VERB" for t in before.tokens):
        return ()
    opening = " ".join(t.lower for t in before.tokens[:5])
    if reading.language != "fr" or _SAME_VIEW.match(opening) is None:
        return ()
    for token in before.tokens[2:]:
        person = token.name is not None or (token.pos == "NOUN" and names_person(token.lower, "fr"))
        if person and preposition(before, token) in _WITH_WHOM:
            return tuple(p for t in (token, *before.children(token, "appos")) for p in whoever(reading, before, t))[:1]
    return ()


def _nobody_else(reading: Reading, speakers: Speakers, since: list[Sentence]) -> Speakers:
    """Return who spoke last, where what is told since then, and not for long, names and means no other person."""
    if len(speakers) != 1 or speakers[0].type is not EntityType.PERSON or len(since) > _NEAR:
        return ()
    people = {
        r.entity
        for s in since
        for t in s.tokens
        if t.quote is None
        for r in reading.referents(s, t)
        if reading.entities[r.entity].type is EntityType.PERSON
    }
    return speakers if people == {speakers[0].id} else ()


def _through_paragraphs(reading: Reading) -> None:
    """Note the speaker of a quotation that its paragraph leaves open: who says the next one, which goes on with it."""
    quotes = reading.annotation.quotes
    for index in range(len(quotes) - 2, -1, -1):
        quote, following = quotes[index], quotes[index + 1]
        open_ = quote.speech and quote.span.end == quote.inner.end
        apart = reading.text[quote.span.end : following.span.start].strip()
        if open_ and not apart and index not in reading.speakers and index + 1 in reading.speakers:
            reading.speakers[index] = reading.speakers[index + 1]


def _goes_on(reading: Reading, sentence: Sentence, quote: Token) -> bool:
    """Tell whether the clause behind a quotation has a pronoun for a speaker without a name: « …, ajoute-t-il »."""
    told = [t for t in sentence.tokens[: quote.index] if t.pos not in ("PUNCT", "ADV")]
    if quote.index < 6 and len(told) == AND_TO_ADD and told[0].lower in ("et", "puis"):
        return any("VerbForm=Inf" in t.morph for t in told)  # « Et d'ajouter : « … » »
    behind = inquit(sentence, quote, reading.language)
    return behind is not None and behind[1].lower in _THIRD and not reading.referents(sentence, behind[1])


def _bodies(reading: Reading, sentence: Sentence, quote: Token, found: Speakers) -> Speakers:
    """Return the speakers, without the persons where "it" speaks: "…," it continued."""
    behind = inquit(sentence, quote, reading.language)
    thing = behind is not None and behind[1].lower == "it"
    return tuple(p for p in found if not (thing and p.type is EntityType.PERSON))


def _source(reading: Reading, before: Sentence | None) -> Speakers:
    """Return whom the sentence before told something by: « Selon un ouvrier, … « … », a-t-il déclaré. ».

    So is who says it: "One official warned that … “…,” he said."
    """
    if before is None:
        return ()
    for token in before.tokens:
        if preposition(before, token) in ACCORDING:
            return tuple(whoever(reading, before, token))
    told = [t for verb in _main_verbs(before) if says(verb, reading.language) for t in surface_subject(before, verb)]
    return tuple(p for t in told[:1] for p in whoever(reading, before, t))


def _alone(sentence: Sentence) -> bool:
    """Tell a quotation by itself; « Pour eux, « … » » says whose words it is, though not by name."""
    if any(t.lower in ("eux", "elles", "certains", "beaucoup", "them", "others", "autres") for t in sentence.tokens):
        return False
    return not any(t.pos in ("VERB", "AUX", "NOUN", "PROPN") and t.quote is None for t in sentence.tokens)


def _signed(reading: Reading, following: list[Sentence]) -> Speakers:
    """Return who is named behind a dash right below: « — Anne Dubois, témoin »."""
    if not following or following[0].tokens[0].text not in _DASHES:
        return ()
    sentence = following[0]
    names = [t for t in sentence.tokens[1:3] if t.name is not None]
    return tuple(p for t in names[:1] for p in whoever(reading, sentence, t))


def _brought_up(reading: Reading, before: list[Sentence]) -> Speakers:
    """Return whom the sentence right before names as the speaker ahead of its colon: « Et Dubois d'ajouter : ».

    So is who says something there last: « Martin, cité par Dubois, qui disait en mai : ».
    """
    if not before:
        return ()
    last = before[0].tokens[-1]
    told = by_colon(reading, before[0], len(before[0].tokens))
    return told or (to_the_left(reading, before[0], last) if last.text == ":" else ())


def _leads_to(reading: Reading, sentence: Sentence, following: list[Sentence]) -> Speakers:
    """Return the person whom the sentence behind a quotation that opens its paragraph tells of.

    « Je le dédie à ma mère. » En larmes, la réalisatrice Anne Dubois a reçu le prix.
    """
    if not following or following[0].paragraph != sentence.paragraph:
        return ()
    if any(s.paragraph == sentence.paragraph and s.inside is None for s in _earlier(reading, sentence)):
        return ()
    return _teller(reading, sentence, following[0])


def _earlier(reading: Reading, sentence: Sentence) -> tuple[Sentence, ...]:
    return reading.annotation.sentences[max(0, sentence.index - 4) : sentence.index]


def _teller(reading: Reading, sentence: Sentence, before: Sentence | None) -> Speakers:
    """Return the person whom the sentence before tells of, or the body that says something there."""
    if before is None or sentence.paragraph - before.paragraph > 1:
        return ()
    for verb in _main_verbs(before):
        told = says(verb, reading.language)
        for subject in surface_subject(before, verb):
            people = [p for p in whoever(reading, before, subject) if p.id]
            fitting = [p for p in people if p.type is EntityType.PERSON or (told and p.type in BODIES)]
            close = told or sentence.paragraph == before.paragraph or _first_person(reading, sentence)
            if len(fitting) == 1 and close:
                return tuple(fitting)
    return ()


def _main_verbs(sentence: Sentence) -> list[Token]:
    roots = [t for t in sentence.roots() if t.quote is None]
    return [*roots, *(c for t in roots for c in sentence.children(t, "conj") if c.pos == "VERB")]


def _first_person(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a quotation of the sentence speaks of its speaker."""
    quotes = {t.quote for t in sentence.tokens if t.quote is not None}
    inside = (s for s in reading.annotation.sentences if s.inside in quotes)
    return any(t.lower in ("je", "j'", "i", "nous", "we") for s in inside for t in s.tokens)
