"""Reads from the words around a name, and from its own, what kind of thing it names."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.inside import folded, inside, known_person
from kg.annotate.names.venues import branch_of_known, stays_at
from kg.lexicon.initials import spells
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import fold, lexicon, listed, person_nouns, places
from kg.model import EntityType, Span

# « le petit Kelyan a été frappé »: who is small or young and has a name is a child
_YOUNG: Final = re.compile(r"\b(?:[LldD](?:e|a|u)|ce|cette) (?:petite?|jeune|bébé) $")
_AGE = re.compile(r"^,? (?:\(\d{2}\b|âgée? de \d|\d{2} ans|aged \d|\d{2},)")
_IN_PLACE = re.compile(
    r"(?:^|(?<!face)(?<!râce)(?<!quant)[ '’(])(?:à|en|in|at|near|from|près de|depuis)[ \u00a0]$", re.IGNORECASE
)
# « le député de Camille-Laurin », « élue en 2018 dans Chauveau »
_ELECTED_IN: Final = re.compile(
    r"(?:\b(?:le|la|du|au) députée? (?:de |d['’])|\b(?:ré)?élue?s?(?: en \d{4})? dans )$", re.IGNORECASE
)
_SCANDAL = re.compile(r"^ (?:scandal|affair|saga|controversy)\b")  # "the Chicken Gate scandal"
# "Espérance Nabintu, the administrator of Kalehe": nobody but a person is one
_IS_SOMEBODY = re.compile(
    r"^, (?:(?:the|an?|its|their|our|his|her|whose|now)[ \u00a0])?(?:[A-Z][a-z]+[ \u00a0])?(?:[a-z-]+[ \u00a0]){0,2}?"
    r"(?:vice-|ex-|co-)?(?:administrator|mayor|governor|minister|president|chairman|chairwoman|director|spokes\w+|professor|lawyer|attorney"
    r"|doctor|nurse|teacher|farmer|actor|actress|singer|writer|author|journalist|reporter|lawmaker|senator|councillor"
    r"|councilman|councilwoman|mother|father|sister|brother|wife|husband|widow|son|daughter|student|engineer|scientist"
    r"|researcher|economist|analyst|historian|judge|prosecutor|resident|fisherman|shopkeeper|trader|driver|coach"
    r"|manager|strategist|politician|activist|campaigner|businessman|businesswoman|official|expert|leader|founder|player|footballer|artist"
    r"|secretary|commissioner|ambassador|treasurer|maire|gouverneure?|ministre|présidente?|directrice|directeur|avocate?"
    r"|professeure?|députée?|sénateur|sénatrice|chercheuse|chercheur|médecin|infirmi(?:er|ère)|enseignante?"
    r"|agriculteur|agricultrice|habitante?|étudiante?|porte-parole)\b(?! (?:of the year|newspaper|magazine))|^, an?"
    r" (?:[a-z-]+ ){1,3}who\b"
)
# "Kolendar Balrut, who hails from …", "Tavindar Modhal struck his second century": people do
_WHO = re.compile(
    r"^,? (?:who|whose)\b|^ (?:(?:died|dies|has died) (?:on|at|in|aged|after|of|from)\b"
    r"|(?:was|were) (?:born|bowled|caught|jailed|arrested|shot|stabbed|pronounced)"
    r"|(?:wept|stroked|struck|bowled|smiled|tweeted|testified|pleaded|resigned|retired|grew up|studied|graduated"
    r"|hails|hailed|succumbed)\b|[a-z]{3,}(?:ed|s) (?:his|her) (?!\d))"
)
# "Kushnar's son-in-law", no firm's "sister company"
_HAS_KIN = re.compile(
    r"^['’]s (?:(?:late|eldest|youngest|second|first|estranged|younger|older|elder|former|longtime|close) )?"
    r"(?:ex-)?(?:(?:son|daughter|father|mother|brother|sister)(?:-in-law)?|wife|husband|widow|widower|fiancée?"
    r"|girlfriend|boyfriend|uncle|aunt|nephew|niece|cousin|grand(?:son|daughter|father|mother)|friends?"
    r"|running mate|presidential campaign|campaign (?:manager|chairman|chief)|impeachment)\b"
    r"(?! (?:[a-z]+ )?(?:company|companies|firm|ship|paper|title|station|channel|party|site|brand|club|group|magazine))"
)
_COUNTRY_AFTER = re.compile(r"^ ?\((?:[A-ZÀ-Þ][\w-]+(?: [\w-]+)?)\)")
_SAID = re.compile(
    r"^,? (?:a |ont |has |had )?(?:déclaré|affirmé|annoncé|expliqué|estimé|indiqué|said|says|told|added)\b"
)
# "Kaiwai said.", "said Atikul.", "the late Muhammed"
_SPEAKS = re.compile(r"\bsaid \0[.,\n]|[a-z\"”,] \0 (?:said|told|added)\b|\b(?:the late|Mr\.?|Ms\.?|Mrs\.?|Dr\.?) \0")
_PERSONALLY = re.compile(
    r",? (?:himself|herself)\b| (?:said|added|wrote|told \w+) in (?:her|his) "
    r"| (?:ha[sd] )?(?:bec[ao]mes?|is|was) (?:only )?the (?:first|second|third|fourth|youngest|oldest|only) "
    r"(?:\w+ ){0,2}(?:woman|man|girl|boy|actress|actor|singer)\b"
)
_ENGLISH_DEMONYM = re.compile(
    r"(?:(?:north|south|east|west|midwest)ern|an|ish|ese|ch|ic|im|eek|iss|[bdqlrsty]i|ni|welsh|dutch|uzbek|tajik|turkmen|kyrgyz"
    r"|slovak|croat|kazakh|malagasy|argentine|philippine|slovene|thai|filipin[oa])$"
)
_VERB = re.compile(r"(?:have|has|had|are|is|was|were|will|would|can|could|do|did|say|said|voted|want|wanted)\b")
_FIRM = re.compile(
    r"^(?:, (?:a|the) (?:[\w-]+ )?(?:subsidiary|unit|division|affiliate) of\b|'s (?:[a-z-]+ )?(?:subsidiary"
    r"|shareholders?|chief executive|headquarters|finance director|general counsel|board)\b)"
)
# "Ewan Rennie, 52, of Dingwall" · "of Mill Road, Grantham," · "the Bolton developer": towns that no table knows
_OF_AGE = re.compile(r"(?:, (?:aged )?\d{2},|\(\d{2}\),?) (?:of|from)(?: (?:nearby|the \w+ of))? $")
_OF_BARE = re.compile(r"[a-z]+ [A-Z][a-z]+, of $|[A-Z][a-z]+ [A-Z][a-z]+, of $")
_SEE = re.compile(
    r"\b(?:[bB]ishop|[aA]rchbishop|[mM]ayor|[dD]ean|Duke|Earl|MP|(?:[rR]esident|native)s?) (?:of|for) $"
    r"|\b(?:[iI]sland|[iI]sle|[tT]own|[vV]illage|hamlet|suburb|commune|municipality) of $"
)
_STREET = re.compile(r" [A-Z]\w+ (?:Street|Road|Lane|Avenue|Close|Drive|Crescent|Terrace|Gardens|Grove|Way), $")
_LOCAL = re.compile(
    r"^ (?:(?:property|software|law|building|shoe|furniture|food|cider|beer|tech|construction|engineering|haulage"
    r"|manufacturing|family) )?(?:developer|brewer|brewery|builder|firm|company|start-?up|charity|restaurateur"
    r"|shopkeeper|housebuilder|baker|bakery|retailer|manufacturer|estate agents?|man|woman|couple|teenager"
    r"|schoolboy|schoolgirl|pensioner|residents?|businessman|businesswoman|landlord|mum|mother"
    r"|father|dad|grandmother|grandfather|motorist|councillors?|MP|magistrates|police)\b"
)
_STATION = re.compile(
    r"\b(?:radio|television|TV) stations? $|\bcompetitors? $|\b(?:auditors|(?:bid|offer)s?) from $"
    r"|\b[Aa]gence de presse (?:[a-zà-ÿ-]+(?:elle|ienne|aise|oise|aine|ale|ive|ique|ée|ane|ande|arde|que) ){2,3}$"
)
_CEREMONY = re.compile(r"\b(?:at|host(?:ed)?|attend(?:ed|s)?|during)(?: the)? $")
_SOURCE = re.compile(r"\b(?:according to the|(?:[Ss]elon|d['’]après) (?:l['’] ?|la |le )|told The|told the) ?$")
_SURNAMED = re.compile(r"\bsurnamed $|\bidentified (?:only )?(?:as|by (?:his|her|the) surname),? $")
_ROW_BEFORE = re.compile(r"((?:[A-ZÀ-Þ][\w’'-]+ (?:(?:for|of|and|on|the|de|del|la|y) ){0,2}){2,8})\($")


def cues(text: str, span: Span) -> Iterator[tuple[EntityType, float]]:
    """Yield types that the words in and around a name speak for, with a weight each."""
    name, words = span.of(text), [fold(word) for word in re.findall(r"[\w-]+", span.of(text))]
    yield from (*inside(name, words), *known_person(name))
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
    yield from _governing(name, words, before)
    yield from _of_town(name, words, before, after)
    if _AGE.match(after) or _is_young(name, before):
        yield EntityType.PERSON, 2.0
    acts = _WHO.match(after) and not _ARTICLE_BEFORE.search(before)  # not "a Chicago Democrat who"
    lettered = _LETTERED.fullmatch(name) and name.split()[0] not in known_by_form()
    if (lettered or _FULL.fullmatch(name)) and not _listed(words) and (_IS_SOMEBODY.match(after) or acts):
        yield EntityType.PERSON, 2.5 if lettered else 1.5
    if stays_at(words, before, after):
        yield EntityType.PLACE, 3.0
    if len(words) == 1 and _IN_PLACE.search(before):
        yield EntityType.PLACE, 0.8
    house = len(words) > 1 and words[-1] in folded("place_words") and before.lower().endswith("the ")
    if house or "arrondissement" in words[:2]:
        yield EntityType.PLACE, 2.0  # "the Magnolia House": people have no article
    yield from _spelt(name, text[max(0, span.start - 120) : span.start], after)
    if _SCANDAL.match(after):
        yield EntityType.EVENT, 3.0
    yield from _speaking(name, words, before, after)


def _is_young(name: str, before: str) -> bool:
    known = name in places() or name in known_by_form()
    return name.istitle() and not known and _YOUNG.search(before) is not None


def _speaking(name: str, words: list[str], before: str, after: str) -> Iterator[tuple[EntityType, float]]:
    """Yield person for who speaks, of one word only where nothing but a name can stand: "said Atikur."."""
    if _SAID.match(after) and len(words) > 1:
        yield EntityType.PERSON, 0.9
    if _PERSONALLY.match(after) or _HAS_KIN.match(after):
        yield EntityType.PERSON, 3.0
    elif len(words) == 1 and name.istitle() and _SPEAKS.search(f"{before[-12:]}\0{after}") and name not in places():
        yield EntityType.PERSON, 0.7


def _spelt(short: str, before: str, after: str) -> Iterator[tuple[EntityType, float]]:
    """Yield organisation for "(Tran)" behind "Trade Regulation Authority of Namoria", whose capitals it spells."""
    row = _ROW_BEFORE.search(before) if after.startswith(")") and 2 < len(short) < 9 else None
    words = row[1].lower().split() if row is not None else []
    if not words and short.isupper() and before.endswith("(") and _small_body(short, before):
        yield EntityType.ORGANIZATION, 3.0
    if not words or words[-1] in listed("post_words", "person_titles"):  # "District Education Officer (DEO)"
        return
    body = any(word in lexicon()["organization_words"] for word in words)
    if body or "".join(re.findall(r"\b[A-Z]", before)).endswith(short.upper()):
        yield EntityType.ORGANIZATION, 3.0


def _small_body(short: str, before: str) -> bool:
    """Tell « EFB » of « l'école de formation du barreau (EFB) », which its words spell."""
    words = [fold(word) for word in re.findall(r"[\w-]+", before)][-8:]
    letters = fold(short)
    heads = (n for n, word in enumerate(words) if word in folded("organization_words"))
    return any(spells(letters, words[n:]) for n in heads)


def _governing(name: str, words: list[str], before: str) -> Iterator[tuple[EntityType, float]]:
    """Yield types that what governs a name speaks for: "at the Soap Awards", "told The Daily Buzz"."""
    if _SURNAMED.search(before):
        yield EntityType.PERSON, 4.0
    if words[-1:] == ["awards"] and _CEREMONY.search(before):
        yield EntityType.EVENT, 2.5
    if _SOURCE.search(before) and len(words) > 1:
        yield EntityType.ORGANIZATION, 1.5
    if _STATION.search(before):
        yield EntityType.ORGANIZATION, 3.5
    if name.startswith("The ") and before.endswith(" told "):
        yield EntityType.ORGANIZATION, 2.5


def _of_town(name: str, words: list[str], before: str, after: str) -> Iterator[tuple[EntityType, float]]:
    """Yield place for what somebody is of, "Ewan Rennie, 52, of Dingwall", a firm for what has a chief executive."""
    if _FIRM.match(after.replace("’", "'")) and name not in places():
        yield EntityType.ORGANIZATION, 1.5
    if len(words) == 2 and branch_of_known(name):
        yield EntityType.ORGANIZATION, 3.0
    if _ELECTED_IN.search(before):
        yield EntityType.PLACE, 4.0
    if _SEE.search(before) or _OF_AGE.search(before) or (_STREET.search(before) and len(words) == 1):
        yield EntityType.PLACE, 2.0
    elif len(words) == 1 and after.startswith(",") and _OF_BARE.search(before):
        yield EntityType.PLACE, 1.5
    if len(words) == 1 and _LOCAL.match(after) and not name.isupper():
        yield EntityType.PLACE, 0.7


def _listed(words: list[str]) -> bool:
    """Tell a name that holds a word for a body, place, event or work."""
    lists = ("organization_words", "place_words", "event_words", "work_words")
    return any(word in folded(found) for word in words for found in lists)


def adjective(text: str, span: Span) -> bool:
    """Tell "Greek court", "an American academic" from "the Greeks", "the French have": English writes both big."""
    name = span.of(text)
    if not _ENGLISH_DEMONYM.search(name.lower() if name.isupper() else name):
        return False
    after = re.match(r"[ \u00a0-](\w+)", text[span.end : span.end + 20])
    if after is None:
        return False
    return after[1].lower() not in lexicon()["function_words"] and not _VERB.match(after[1])


def full_name(text: str, span: Span) -> bool:
    """Tell two or three plain capital words that no list knows, without a preposition of place before them."""
    name, before = span.of(text), text[max(0, span.start - 40) : span.start]
    words = name.split()
    plain = all(re.fullmatch(r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-öø-ÿ]+)?", word) for word in words)
    if not 2 <= len(words) <= 3 or not plain or name in places() or any(word in places() for word in words):
        return False
    kinds = listed("organization_words", "place_words", "event_words", "work_words")
    common = listed("common_capitals", "calendar")
    bare = {word.lower() for word in words}
    return bare.isdisjoint(kinds) and bare.isdisjoint(common) and not _IN_PLACE.search(before)


_FULL: Final = re.compile(
    r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-öø-ÿ]+)?(?: [A-Z]\.)?"
    r"(?: (?:[Ll]e|[Ll]a|[Dd]e|[Dd]i|[Dd]a|[Dd]el|[Vv]an|[Vv]on|[Bb]en|[Bb]in|[Aa]l|[Ee]l|Mac|St))?"
    r"(?: (?:O['’]|D['’]|Mc|Mac|al-|el-)?[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:['’]h)?(?:-[A-ZÀ-Þ]?[a-zà-öø-ÿ]+)?){1,2}"
)
_LETTERED: Final = re.compile(r"(?!US |UK |EU |UN )[A-Z]{2,3} [A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?")  # "RK Sharma"
_ADJECTIVE: Final = re.compile(r"\S+(?:-[a-zà-ÿ]+|[a-z](?:al|ic|ern|ous)) ")
_ARTICLE_BEFORE: Final = re.compile(r"\b(?:the|an?|le|la|les|du|des|au|aux|une?|l['’])[ \u00a0]?$", re.IGNORECASE)


def unknown_person(text: str, span: Span) -> bool:
    """Tell the full name of somebody unknown: two or three plain words, no article before, no word for a thing."""
    name = span.of(text)
    start = text[max(0, span.start - 3) : span.start].rstrip(' \u00a0«"“')[-1:]
    if not start or start in ".!?…:;»\n" or name.split()[0].lower() in person_nouns():
        return False  # what begins a sentence has a capital anyway: "Should Lund", "Late Nkosi"
    if not _FULL.fullmatch(name) or _ARTICLE_BEFORE.search(text[max(0, span.start - 6) : span.start]):
        return False
    lists = (
        "organization_words",
        "place_words",
        "event_words",
        "work_words",
        "common_capitals",
        "calendar",
        "function_words",
    )
    if _ADJECTIVE.match(name) or name.endswith((" Mr", " Olympic")):
        return False
    words = {word.lower() for word in name.split()} - {"le", "la", "de", "al", "el"}
    kept = not any(words & lexicon()[listed] for listed in lists)
    return kept and name not in places() and not _IN_PLACE.search(text[max(0, span.start - 40) : span.start])
