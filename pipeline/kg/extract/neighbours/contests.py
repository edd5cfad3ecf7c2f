"""Reads who plays whom off « face à » in news of sport: « Tennis : Anne Dubois sans solution face à Eva Petit ».

Whatever the verb is, and headlines have none: in news of a match, whoever does something « face à » somebody plays him.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kg.extract.attribution.mood import mood
from kg.extract.frames.load import load_frames
from kg.extract.grammar.climbing import verb_above
from kg.extract.grammar.negation import negated
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.neighbours.tell import Rule, fact_of, told_of
from kg.extract.participants.words import expand
from kg.extract.reading import Reading
from kg.model import EntityType, Fact, Participant, Span
from kg.model.annotation import Name, Sentence, Token

CONFIDENCE: Final = 0.75
_FACING: Final = re.compile(r"\b(?:face (?:à (?:la |l['’])?|aux? )|(?P<label>contre (?:la |les? |l['’])?))")
# whoever sues, bans or fights somebody does not play him
_AT_LAW: Final = re.compile(
    r"(?i)\b(?:plainte|recours|procès|enquête|accus|sanction|manifest|appel|grève|racis|lutte|mobilis|attaque|attentat"
    r"|violence|menace|justice|tribunal|campagne|pétition|colère|critique)"
)
_SPORTS: Final = (
    r"(?:[Tt]ennis|[Ff]oot(?:ball)?|[Rr]ugby|[Bb]asket|[Hh]and(?:ball)?|[Vv]olley|[Hh]ockey|[Bb]oxe|MMA|[Jj]udo"
    r"|[Ee]scrime|[Bb]adminton|[Bb]aseball|[Ss]nooker|ATP|WTA|NBA|NHL|Top 14|Pro ?(?:A|B|D2)|Ligue (?:1|2|des champions"
    r"|Europa)|Eurocoupe|Euroligue|Six [Nn]ations|Amica(?:l|ux)|Roland-Garros"
    r"|Wimbledon|US Open|Fed Cup|Liga|Serie A|Bundesliga|Premier League|XV de France|Tournoi)"
)
_LABEL: Final = re.compile(rf"^[^\n:.]{{0,30}}{_SPORTS}[^\n:.]{{0,30}} ?:")
_MATCH: Final = re.compile(
    r"\b(?:matchs?|(?:demi-)?finales?|(?:quarts?|huitièmes?|seizièmes?) de finale|mi-temps|prolongations?|tie-break"
    r"|Grand Chelem|Ligue (?:1|2|des champions|Europa)|Top 14|Pro D2|championnat|tournoi|Roland-Garros|Wimbledon|sets?"
    r"|XV de France|\d{1,3}-\d{1,3}(?=[),. ]))\b"
)
_TEAMS: Final = frozenset((EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP))
# « le match amical France-Russie », « l'accord UE-Turquie »
_BOTH: Final = re.compile(
    r"\b(?P<word>(?:matchs?|(?:demi-)?finale|choc|derby|affiche|duel|rencontre amicale)|(?P<deal>accord|traité|pacte))"
    r"(?: (?:amical|retour|aller|historique|commercial|migratoire))? (?P<one>[A-ZÀ-Þ][\w'’]+(?: [A-ZÀ-Þ][\w'’]+)?)"
    r"-(?P<other>[A-ZÀ-Þ][\w'’]+(?: [A-ZÀ-Þ][\w'’]+)?)(?![\w-])"
)
_SAME: Final = {"opponentOf": ("opponentOf", "competitorOf", "defeated"), "agreedWith": ("agreedWith",)}


def contests(reading: Reading, told: Iterable[Fact], version: str) -> Iterator[Fact]:
    """Yield an `opponentOf` fact for each pair that play each other, of whom no fact says so yet; French only.

    « L'accord UE-Turquie » is one between the two in the same way.
    """
    if reading.language != "fr":
        return
    known = {(f.relation, _pair(f)) for f in told}
    for fact in (*_facing(reading, version), *_hyphened(reading, version)):
        if all((relation, _pair(fact)) not in known for relation in _SAME[fact.relation]):
            known.add((fact.relation, _pair(fact)))
            yield fact


def _pair(fact: Fact) -> frozenset[str | None]:
    return frozenset(end.id if end is not None else None for end in (fact.subject, fact.object))


def _facing(reading: Reading, version: str) -> Iterator[Fact]:
    """Yield who plays whom « face à » him, in a headline of sport also « contre » him."""
    found = [*_FACING.finditer(reading.text)]
    names = enumerate(reading.annotation.names) if found else ()
    starts = {name.span.start: name for index, name in names if index in reading.names}
    narrated = reading.narrated() if found else []
    for match in found:
        name = starts.get(match.end())
        sentence = _sentence(narrated, match.start()) if name is not None else None
        if name is None or sentence is None or not _of_sport(reading.text, sentence, label=bool(match["label"])):
            continue
        yield from _played(reading, sentence, name, version)


def _hyphened(reading: Reading, version: str) -> Iterator[Fact]:
    """Yield both sides of « le match France-Russie », « l'accord UE-Turquie », where the text names each elsewhere."""
    found = [*_BOTH.finditer(reading.text)]
    named = {reading.annotation.names[index].form: entity for index, entity in reading.names.items()} if found else {}
    narrated = reading.narrated() if found else []
    for match in found:
        sentence = _sentence(narrated, match.start())
        sides = [(named.get(match[side]), Span(*match.span(side))) for side in ("one", "other")]
        ends = [told_of(reading.entities[entity], span) for entity, span in sides if entity is not None]
        if sentence is None or len(ends) < len(sides) or ends[0].id == ends[1].id or not _alike(ends[0], ends[1]):
            continue
        relation = "agreedWith" if match["deal"] else "opponentOf"
        rule = Rule("hyphen", relation, version, CONFIDENCE)
        yield fact_of(reading, rule, sentence, (ends[0], ends[1]), Span(*match.span()), Span(*match.span("word")))


def _sentence(narrated: list[Sentence], at: int) -> Sentence | None:
    """Return the sentence that holds the character at this offset."""
    place = bisect_right(narrated, at, key=lambda s: s.span.start)
    last = narrated[place - 1] if place else None
    return last if last is not None and at < last.span.end else None


def _of_sport(text: str, sentence: Sentence, *, label: bool) -> bool:
    """Tell a headline with a sport for its label, « Tennis : … », where no `label` is asked also a match in it."""
    line = text[text.rfind("\n", 0, sentence.span.start) + 1 : sentence.span.end]
    if _LABEL.match(line) is not None:
        return _AT_LAW.search(line) is None
    return not label and _MATCH.search(sentence.span.of(text)) is not None


def _played(reading: Reading, sentence: Sentence, name: Name, version: str) -> Iterator[Fact]:
    """Yield the fact that who does something plays whom it is done « face à »."""
    other = next((t for t in sentence.tokens if t.span.contains(name.span) or name.span.contains(t.span)), None)
    verb = verb_above(sentence, other) if other is not None else None
    if other is None or (verb is not None and not _plays(sentence, verb)):
        return
    rival = next(iter(expand(reading, sentence, other)), None)
    side = _side(reading, sentence, verb, other, rival) if rival is not None else None
    if rival is not None and side is not None and side.id and rival.id and side.id != rival.id:
        yield _fact(reading, sentence, verb or other, (side, rival), version)


def _plays(sentence: Sentence, verb: Token) -> bool:
    """Tell what may be done in a match: nobody plays by saying something, nor who does not do it."""
    return not negated(sentence, verb) and verb.lower not in load_frames("fr").clause_verbs["saying"]


def _side(
    reading: Reading, sentence: Sentence, verb: Token | None, other: Token, rival: Participant
) -> Participant | None:
    """Return who does it: the subject of the verb; in a headline without one the only name of such a kind before.

    « Lyon sans idées face à Lille » · « démonstration de Lyon face à Lille »
    """
    before = sentence.tokens[: other.index] if verb is None else surface_subject(sentence, verb)
    tokens = [
        t for t in before if t.index < other.index and (t.name in reading.names if verb is None else t.pos != "PRON")
    ]
    for case in ("",) if verb is not None else ("", "de"):
        hung = [t for t in tokens if verb is not None or preposition(sentence, t) == case]
        found = {p.id: p for t in hung for p in expand(reading, sentence, t) if _alike(p, rival)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _alike(first: Participant, second: Participant) -> bool:
    """Tell two persons and two teams: a team goes by the name of its town, its land or its people."""
    people = EntityType.PERSON
    return (first.type is second.type is people) or (first.type in _TEAMS and second.type in _TEAMS)


def _fact(
    reading: Reading, sentence: Sentence, word: Token, pair: tuple[Participant, Participant], version: str
) -> Fact:
    rule = Rule("contest", "opponentOf", version, CONFIDENCE)
    spans = [p.span for p in pair if p.span is not None and sentence.span.contains(p.span)]
    fact = fact_of(reading, rule, sentence, pair, Span.over([word.span, *spans]), word.span)
    view = mood(sentence, word) if word.pos in ("VERB", "AUX") else None
    return fact if view is None else replace(fact, modality=view.modality)
