"""Spots French names whose head is a common noun: « le lycée Vaugelas », « la cour d'appel de Lyon ».

The parts are as fixed as in any name, but only the last of them has a capital.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.capital_words import PLAIN_CAPITAL, PLAIN_NAME
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import peoples_adjectives
from kg.lexicon.tables import PLACE_WEIGHT, first_names, lexicon, person_nouns, places
from kg.model import EntityType, Span

_OF: Final = r"(?:(?:de|à)[ \u00a0]la[ \u00a0]|(?:de|à)[ \u00a0]l['’] ?|(?:du|des|aux?|de|en)[ \u00a0]|d['’] ?)"
_STATE: Final = r"(?:État[ \u00a0](?:de[ \u00a0](?:la[ \u00a0]|l['’] ?)?|du[ \u00a0]))?"
_NAME: Final = (
    rf"{_STATE}(?:(?:[A-Z]\.){{1,3}}[ \u00a0])?{PLAIN_CAPITAL}"
    rf"(?:[ \u00a0](?:(?:ben|ibn|bin|al|el)[ \u00a0-])?{PLAIN_CAPITAL})*"
    r"(?:[ \u00a0]d['’](?:Azur|[EÉ]milie|Aoste|Ascq|Arc|Opale|Oléron|Armor|Aix))?"
)
# « de handball 2016-2017 », « de triathlon longue distance »
_EDITION: Final = (
    r"(?:[ \u00a0](?:de[ \u00a0]|d['’])(?!l[ae]\b)[a-zé]{5,}(?:[ \u00a0]longue[ \u00a0]distance)?)?"
    r"(?:[ \u00a0]\d{4}(?:[-–]\d{4})?)?"
)
# A kind or a field in lower case between head and name: « université technique de … », « conseil général de … ».
_KINDS: Final = (
    r"(?:[ \u00a0](?:de[ \u00a0]grande[ \u00a0]instance|libre|[a-zéèà]+(?:al|ale|el|elle|ique|ier|ière|aire|if|ive)))?"
)

# « un tribunal de Lyon » is one of several: no name.
_ANY: Final = re.compile(r"(?:\b(?:[Uu]ne?|[Dd]eux|[Tt]rois|[Pp]lusieurs|[Cc]haque|[Aa]utres?)|[Dd]['’]une?)[ \u00a0]$")

_CALLED: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ-]+ $")  # « Jean Zoo Zamé »: part of somebody's name

_ABROAD: Final = re.compile(r"\w+[ \u00a0](?:aux?|en)[ \u00a0](?P<land>[A-ZÀ-Þ].*)")  # « la prison au Maroc »
_TOP: Final = re.compile(
    r"(?:sommet|[Pp]olice) de l['’] ?[EÉ]tat\b.*"
)  # « l'alternance au sommet de l'État » is no meeting

# The fields of ministries: « le ministère turc des Affaires étrangères », « de l'économie et des finances ».
_FIELD: Final = (
    r"(?i:affaires[ \u00a0](?:étrangères|sociales|européennes|religieuses)"
    r"|forces[ \u00a0]armées(?:[ \u00a0]révolutionnaires)?"
    r"|(?:éducation|défense)(?:[ \u00a0]nationale)?"
    r"|enseignement[ \u00a0]supérieur|santé(?:[ \u00a0]publique)?|sécurité(?:[ \u00a0](?:publique|intérieure))?"
    r"|intérieur|justice|culture|économie|finances|travail|transports|environnement|agriculture|budget|écologie|sports?"
    r"|recherche|commerce(?:[ \u00a0]extérieur)?|industrie|énergie|communication|logement|tourisme|jeunesse|pêche"
    r"|développement[ \u00a0]durable|transition[ \u00a0]écologique|information|emploi|famille|immigration|outre-mer)"
)
_MINISTRY: Final = re.compile(
    rf"(?<![\w-])(?i:ministère)(?:[ \u00a0][a-zéèçà]+)?[ \u00a0]{_OF}{_FIELD}(?![\w-])"
    rf"(?:(?:,| et)[ \u00a0](?:{_OF})?{_FIELD}(?![\w-]))*"
)
# « le département d'État », « le département américain de la Justice »: what ministries are called in Washington
_DEPARTMENT: Final = re.compile(
    rf"(?<![\w-])(?i:département)(?:[ \u00a0]américain)?[ \u00a0](?:d['’] ?(?:É|E)tat(?![\w-])"
    rf"|{_OF}(?:Trésor|{_FIELD})(?![\w-]))(?:[ \u00a0]américain(?!e)(?![\w-]))?"
)
# « la commission des finances de l'Assemblée nationale », « la commission des Lois »
_MATTER: Final = r"(?:lois|finances|affaires[ \u00a0](?:étrangères|sociales|économiques|européennes|culturelles))"
_HOUSE: Final = r"[ \u00a0](?:de[ \u00a0]l['’]Assemblée(?:[ \u00a0]nationale)?|du[ \u00a0](?:Sénat|Parlement))"
_COMMITTEE: Final = re.compile(
    rf"(?<![\w-])(?i:commission)[ \u00a0]des[ \u00a0](?:(?i:{_MATTER}){_HOUSE}|(?=[A-Z])(?i:{_MATTER}))(?![\w-])"
)
# « le ministère des Affaires étrangères chinois », « le ministère de la Défense de Russie »
_NATION: Final = re.compile(rf"[ \u00a0](?:(?P<people>[a-zà-ÿ-]{{4,}})(?![\w-])|{_OF}(?P<land>{PLAIN_NAME}))")


# « le préfet de [police] », « la présidente du [conseil] »
# « l'ex-président PS du [conseil régional] »
_OFFICE: Final = re.compile(r"([\w-]+)(?: ([a-zà-ÿ]+|[A-Z]{2,5}))? (?:de la |de l['’]|des? |du |d['’])$")
# « la candidate du Parti radical à la [mairie de Lyon Anne Dubois] »: her office stands further off
_SEEKER: Final = re.compile(r"\b((?:[\w'’-]+ ){1,6})(?:à la |à l['’]|au )$")
_OF_TOWN: Final = re.compile(r"[ \u00a0](?:de|du|des|d['’])")
_LISTENER: Final = re.compile(r"[a-z] (?:à l['’]|au |à )(?P<body>[A-ZÀ-Þ][\w ]*)\Z")
_LAST: Final = re.compile(r"[A-ZÀ-Þ][\w-]*\Z")
_BEHIND: Final = re.compile(r" [a-zà-ÿ]+")
_SURE: Final = 6.0  # more than the noun before it says: « île » tells of places
_NATIONAL: Final = re.compile(
    r"(?i:police|gendarmerie|conseil|tribunal|cour|parquet|assemblée|garde)[ \u00a0]"
    r"(?:nationale?|judiciaire|municipale?|régionale?|générale?|départementale?|constitutionnel|correctionnel"
    r"|administratif|européenne|financier|républicaine)[ \u00a0]"
)
_ISLE: Final = re.compile(r"(?:presqu['’])?île[ \u00a0]")
_SPACES: Final = (" ", "\u00a0")
_CAPITALS: Final = re.compile(PLAIN_CAPITAL)
# « dans la mer Selon la préfecture »: the stop before a sentence was lost
_NEXT_SENTENCE: Final = re.compile(
    r"[ \u00a0](?:Selon|D['’]après|Dans|Après|Avant|Pour|Avec|Mais|Depuis|Lors|Alors|Pendant|Malgré|Comme|Cette?|Ces"
    r"|Ils?|Elles?|On|Nous|Vous|Quant|Plusieurs|Aucune?)(?![\w'’-])"
)
_SIZED: Final = r"(?:(?:Grande?|Haute?|Vieux|Vieille)[ \u00a0])?"  # « la Grande mosquée de Paris »


def _head(word: str) -> str:
    return re.escape(word.replace("_", " ")).replace("'", "['’]")


_OF_TOWNS: Final = (
    *("mairie", "parquet", "tribunal", "rectorat", "police", "municipalité", "commissariat"),
    *("gendarmerie", "APC"),
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], EntityType], ...]:
    made = []
    for name, kind in (
        ("institution_heads", EntityType.ORGANIZATION),
        ("site_heads", EntityType.PLACE),
        ("event_heads", EntityType.EVENT),
    ):
        heads = "|".join(sorted(map(_head, lexicon()[name]), key=len, reverse=True))
        joint = _OF if kind is EntityType.EVENT else rf"(?:{_OF})?"
        year = _EDITION if kind is EntityType.EVENT else ""
        # « le lycée Vaugelas », but « la mairie Louise Harel », « le chef de police Paul Moreau » are none.
        bare = "".join(rf"(?<!{head}[ \u00a0])" for head in _OF_TOWNS) + joint
        pattern = rf"(?<![\w-]){_SIZED}(?:{heads}){_KINDS}[ \u00a0](?:{_OF}|{bare}){_NAME}{year}"
        made.append((re.compile(pattern.replace("(?:" + heads, "(?:(?i:" + heads + ")", 1)), kind))
    return tuple(made)


def institutions(text: str) -> Iterator[Candidate]:
    """Yield such names, firm: nothing shorter inside them is a name of its own."""
    for match in (*_DEPARTMENT.finditer(text), *_COMMITTEE.finditer(text)):
        yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, 3.0, "rule:institution", firm=True)
    for match in _MINISTRY.finditer(text):
        nation = _NATION.match(text, match.end())
        end = nation.end() if nation and _is_nation(nation) else match.end()
        yield Candidate(Span(match.start(), end), EntityType.ORGANIZATION, 3.0, "rule:institution", firm=True)
    for pattern, kind in _patterns():
        for match in pattern.finditer(text):
            found = _institution(text, match, kind)
            if found is not None:
                yield found


def _institution(text: str, match: re.Match[str], kind: EntityType) -> Candidate | None:
    """Return the body, site or event that a head noun begins; None where the noun names no body of its own."""
    before = text[max(0, match.start() - 12) : match.start()]
    abroad = _ABROAD.fullmatch(match.group()) if kind is not EntityType.EVENT else None
    if abroad is not None and places().get(abroad["land"], 0.0) >= PLACE_WEIGHT["country"]:
        return None
    if _TOP.fullmatch(match.group()) is not None or _of_known(text, match.end()) or _ANY.search(before):
        return None
    whole = _before_sentence(text, Span(*match.span()))
    if whole is None or (match.group()[0].isupper() and _CALLED.search(before)):
        return None
    span = _without_holder(text, whole)
    return _governor(match) if span is None else Candidate(span, kind, 3.0, "rule:institution", firm=True)


def _before_sentence(text: str, span: Span) -> Span | None:
    """Return the name without the words of a sentence that begins in it; None where no name is left."""
    following = _NEXT_SENTENCE.search(text, span.start, span.end)
    if following is None:
        return span
    named = _CAPITALS.search(text, span.start + 1, following.start())
    return Span(span.start, following.start()) if named is not None else None


def _of_known(text: str, end: int) -> bool:
    """Tell « institut de la Commission européenne »: no name of its own, and the other body's name goes on."""
    whole = _LISTENER.search(text, max(0, end - 40), end)
    if whole is not None and whole["body"] in known_by_form():
        return True  # « a dit une porte-parole de l'institut à l'AFP »
    last, behind = _LAST.search(text, max(0, end - 40), end), _BEHIND.match(text, end)
    return last is not None and behind is not None and last.group() + behind.group() in known_by_form()


def _without_holder(text: str, span: Span) -> Span | None:
    """Return the body without its officer: « le préfet de police du Nord [Paul Martin] »; None if he is all."""
    words = list(_CAPITALS.finditer(text, span.start, span.end))
    office = _OFFICE.search(text[max(0, span.start - 40) : span.start])
    if office is None and words and _OF_TOWN.search(text, span.start, words[0].start()):
        office = _SEEKER.search(text[max(0, span.start - 70) : span.start])
    if (
        office is None
        or not {word.lower() for group in office.groups("") for word in group.removeprefix("ex-").split()}
        & person_nouns()
    ):
        return span
    bare = _NATIONAL.match(text, span.start, span.end)
    if bare and len(words) > 1 and words[0].start() == bare.end() and words[0].group() in first_names():
        return Span(span.start, bare.end() - 1)  # « l'ancien patron de la police nationale [Paul Martin] »
    isle = _ISLE.match(text, span.start, span.end)
    if isle and len(words) > 1 and words[0].start() == isle.end() and words[0].group() in first_names():
        return None  # « le maire de l'île Paul Martin »
    for before, first, last in zip(words, words[1:], words[2:], strict=False):
        apart = text[before.end() : first.start()], text[first.end() : last.start()]
        if apart[0] in _SPACES and apart[1] in {*_SPACES, "-"} and first.group() in first_names():
            return Span(span.start, before.end())
    return span


def _governor(match: re.Match[str]) -> Candidate:
    """Return whoever governs the island behind whose noun his name stands."""
    noun = re.split(r"[ \u00a0]", match.group())[0]
    span = Span(match.start() + len(noun) + 1, match.end())
    return Candidate(span, EntityType.PERSON, _SURE, "rule:institution", firm=True)


def _is_nation(found: re.Match[str]) -> bool:
    if found["land"]:
        return places().get(found["land"], 0.0) >= PLACE_WEIGHT["country"]
    return found["people"] in peoples_adjectives()
