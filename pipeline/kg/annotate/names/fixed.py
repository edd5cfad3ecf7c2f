"""Spots names of fixed shape though their parts are common words: laws, prizes, ships, datelines, national bodies."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg.annotate.datelines import LONGEST, dateline_names
from kg.annotate.names.candidate import Candidate
from kg.annotate.names.fields import fields
from kg.annotate.names.formal import formal
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import adjectives, parties, peoples_adjectives
from kg.lexicon.tables import demonyms, first_names, fold, lexicon, places
from kg.model import EntityType, Span
from kg.model.annotation import Quote

_CAPITAL: Final = r"(?:[A-ZÀ-ÖØ-ÞŒ](?:[\w-]|['’](?=[A-ZÀ-Ý]))*)"
_NAMES: Final = rf"{_CAPITAL}(?:[ \u00a0-]{_CAPITAL})*"
_OF: Final = r"(?:de[ \u00a0]la[ \u00a0]|de[ \u00a0]l['’] ?|du[ \u00a0]|des[ \u00a0]|de[ \u00a0]|d['’] ?)"
# « CLERMONT-FERRAND, 20 juil. – », "BATON ROUGE, La. --", « PARIS (AFP) - »: where the news was written.
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]*(?:[ -][A-ZÀ-Þ.'’]{2,})*"
    r"(?=(?:,[^\n–—]{2,24})?[ \u00a0]?(?:\([^)\n]{2,40}\)[ \u00a0]?)?(?:--|[–—]|- ))"
)
_LAW = re.compile(
    r"(?<![\w-])(?:projet de loi|proposition de loi|loi|décret(?: présidentiel)?)[ \u00a0]"
    rf"(?:{_NAMES}(?:[ \u00a0]\d{{1,2}})?|\d[\d-]*|travail)(?![\w-])"
    r"|(?<![\w-])article[ \u00a0]\d+(?:-\d+)?(?=[ \u00a0]de[ \u00a0]la[ \u00a0]Constitution)"
)
_PRIZE = re.compile(
    rf"(?<![\w-])(?:(?i:prix)|médaille|trophée)[ \u00a0]{_OF}?{_CAPITAL}(?:-{_CAPITAL})*"
    rf"(?:[ \u00a0]{_OF}(?:paix|littérature|physique|chimie|médecine|économie|lecteurs|lycéens|public|jury))?"
)
# « le prix Peter Mackler »: named after somebody, by his full name
_NAMED_AFTER = re.compile(rf"(?<![\w-])(?i:prix|trophée|bourse)[ \u00a0](?P<first>{_CAPITAL})[ \u00a0]{_NAMES}")
# « le Nobel de la paix », « le César du meilleur premier film »
_NAMED_PRIZE = re.compile(
    r"(?<![\w-])(?<!prix )(?<!Prix )(?:Nobel|Césars?|Oscars?|Molières?|Grammys?|Emmys?|Goyas?|Victoires?)[ \u00a0]"
    r"(?:de[ \u00a0](?:la[ \u00a0](?:paix|musique)|littérature|physique|chimie|médecine)|d['’](?:économie|honneur)"
    r"|(?:du[ \u00a0]meilleur|de[ \u00a0]la[ \u00a0]meilleure)(?:[ \u00a0](?:jeune|premi(?:er|ère)|second))?"
    r"[ \u00a0][a-zé-]+(?:[ \u00a0](?:original|étranger|adapté|masculin|féminin)e?)?)(?![\w-])"
)
_VOTE: Final = (
    "(?i:législatives?|municipales?|régionales?|européennes?|présidentielles?|sénatoriales?|départementales?)"
)
# "the 2014 independence referendum", "the 2026 World Cup"
_DATED = re.compile(
    r"\b(?:19|20)\d\d[ \u00a0](?:[A-Z.]{2,4}[ \u00a0])?(?:[a-zA-Z]+[ \u00a0]){0,2}?"
    r"(?:elections?|referendum|World Cup|Olympics|Olympic Games|Games|coup|uprising)\b"
)
_PRIMARY = re.compile(
    rf"(?<![\w-])primaires?(?:[ \u00a0]présidentielles?)?[ \u00a0](?:socialistes?|{_OF}(?:droite|[Gg]auche|centre)"
    r"(?:[ \u00a0]et[ \u00a0]du[ \u00a0]centre)?)(?![\w-])"
    rf"|(?<![\w-])(?i:élections?[ \u00a0])?(?:{_VOTE})"
    r"(?:[ \u00a0][a-zà-ÿ-]+(?:ain|ais|ien|que|and|ois|ol)e?s?)?[ \u00a0]"
    r"(?:de[ \u00a0]|d['’] ?)?(?:[a-zéû]+[ \u00a0])?(?:19|20)\d\d\b"
)
_AMENDMENT = re.compile(
    r"\b(?:Premier|Deuxième|Second|Cinquième|Quatorzième)[ \u00a0]amendement\b"
    r"|\b(?:First|Second|Fourth|Fifth|Fourteenth)[ \u00a0]Amendment\b"
)
_FAMILY = re.compile(
    rf"\bfamille[ \u00a0]{_NAMES}|(?<![\w-])(?!(?:The|His|Her|Their|Our|My|Your|This|That|Whose|Both|Each|Every|One|A"
    rf"|An)[ \u00a0]){_NAMES}[ \u00a0]family\b"
)
_SHIP = re.compile(rf"(?<![\w-])(?:MV|MS|MT|SS|HMS|USS|RMS|FV|RRS|INS|HMCS|HMAS)[ \u00a0]{_NAMES}")
# "St Oswin's Hospice", "New People's Party"
_POSSESSED = re.compile(
    r"(?<![\w-])(?!The[ \u00a0])(?:St\.?[ \u00a0][A-Z]\w+|(?:[A-Z]\w+[ \u00a0])*"
    r"(?:People|Women|Children|Queen|King|Men|Worker|Farmer"
    r"|Player|Teacher|Mother|Bishop|Girl|Boy|Lawyer|Doctor|Student)s?)['’]s?[ \u00a0]"
    r"(?P<head>(?:[A-Z][\w-]+[ \u00a0])*[A-Z][\w-]+)"
)
# "Tribhuvan airport", "Manouba women's prison"; not "a Victorian library"
_SITE = re.compile(
    rf"(?<![\w-]){_NAMES}(?<!ian)(?<!ish)[ \u00a0]"
    r"(?:(?:men|women)['’]s[ \u00a0]|international[ \u00a0]|military[ \u00a0])?"
    r"(?:airport|airfield|airbase|air[ \u00a0]base|prison|jail|library|cathedral|mosque|dam|stadium|racecourse)\b"
)
_ROAD = re.compile(
    r"(?<![\w-])(?:[ADEMN]\d{1,4}|R[ND][ \u00a0]?\d{1,4}"
    r"|(?:NH|SH|I|US)-\d{1,3}|NH[ \u00a0]\d{1,3}|route[ \u00a0](?:nationale|départementale)[ \u00a0]\d+)(?![\w-])"
)
_BODY: Final = (
    r"(?:armée|gouvernement|forces[ \u00a0]armées|banque[ \u00a0]centrale|marine|parlement|équipe|sélection|sénat"
    r"|relais|ministère|cour[ \u00a0](?:constitutionnelle|suprême)|assemblée[ \u00a0]nationale|télévision"
    r"|garde[ \u00a0]nationale|police)"
)
# « réalisateur de télévision français »: the adjective says who he is, not whose the television
_FEMININE: Final = (
    "armée",
    "banque",
    "marine",
    "équipe",
    "sélection",
    "cour",
    "assemblée",
    "télévision",
    "garde",
    "police",
)
_VOTE_OF = re.compile(rf"(?<![\w-])(?i:élections?[ \u00a0])?(?:{_VOTE})[ \u00a0](?P<people>[a-zà-ÿ-]+)(?![\w-]| de)")
# « le gouvernement fédéral du Canada »
_BODY_OF = re.compile(
    r"(?<![\w-])(?i:gouvernement|parlement|armée|banque[ \u00a0]centrale|sénat|assemblée|cour[ \u00a0]constitutionnelle"
    r"|cour[ \u00a0]suprême|conseil[ \u00a0]constitutionnel|chambre[ \u00a0]des[ \u00a0]députés)"
    rf"(?:[ \u00a0](?:fédéral|national|central|constituant)e?)?[ \u00a0]{_OF}(?P<land>{_NAMES})"
)
# Bodies of which a state has one, written small.
_STATE_BODY = re.compile(
    r"(?<![\w-])(?:police[ \u00a0](?:fédérale|judiciaire|nationale)|(?:gendarmerie|assemblée)[ \u00a0]nationale"
    r"|administration[ \u00a0]fiscale|parquet[ \u00a0](?:national[ \u00a0])?(?:financier"
    r"|anti-?terroriste|fédéral)|garde[ \u00a0]républicaine"
    r"|ministère[ \u00a0]public)(?![\w-]|[ \u00a0][a-z]+(?:aise?|i?enne?|aine?|ien)\b)"
)
# « le Bayard d'or », « un Ours d'argent »
_METAL = re.compile(r"(?<![\w-])(?!Médaille|Âge)[A-ZÀ-Þ][a-zà-ÿ]+[ \u00a0]d['’](?:or|argent|honneur)\b")
_PEOPLE: Final = r"[A-Z][a-z]+(?:an|ese|ish|ch|ss|ek|qi|eli|ni|di|mi|sh)"
# "the Swiss government", "the Trump administration"
_NATIONAL_EN = re.compile(
    rf"(?<![\w-])(?:(?:South|North|Saudi|Central|New|Sri|Costa|Puerto)[ \u00a0])?"
    rf"(?:{_PEOPLE}[ \u00a0](?:government|parliament|army|navy|air[ \u00a0]force|central[ \u00a0]bank|police)"
    r"|(?:[A-Z]\w+[ \u00a0](?=County|City|District|Provincial|Town))?"
    r"(?!The|This|That|His|Her|Its|Their)[A-Z][a-z]+[ \u00a0]administration)\b"
)
_ADMINISTRATION = re.compile(rf"(?<![\w-])administration[ \u00a0]{_CAPITAL}(?![\w-])")
# « le FC Arzon », « l'US Lorgues »
_CLUB = re.compile(rf"(?<![\w-])(?:FC|AS|US|RC|SC|OGC|EA|SO|AJ|CS|JS|AC|CF|SK|FK)[ \u00a0](?!Open){_NAMES}")
# "UK Athletics", "England Hockey": the body that governs a sport, though the country is a name of its own
_GOVERNS = re.compile(
    r"(?<![\w-])(?:UK|US|USA|U\.S\.|GB|England|Britain|Scotland|Wales|Ireland|Canada|Australia|India|Kenya|Netball"
    r"|British|Scottish|Welsh|Team|Swim|Sport)[ \u00a0](?:Athletics|Soccer|Hockey|Swimming|Cycling|Rugby|Cricket"
    r"|Gymnastics|Rowing|Sailing|Basketball|Triathlon|Netball|Judo|Boxing|Fencing|Canoeing|Curling|Figure Skating"
    r"|Rail|Steel|Post|Biobank|Anti-Doping|GB|USA|England|Wales|Ireland|Australia)(?![\w-]|[ \u00a0][A-Z])"
)
_BILL = re.compile(
    r"(?<![\w-])(?:(?:Senate|House|Assembly)[ \u00a0])?(?:Bill|Proposition|Measure|Amendment|Initiative|Resolution)"
    r"[ \u00a0](?:[A-Z]{1,2}-?)?\d{1,4}(?![\w-])"
)
_NOBLE = re.compile(
    r"(?<![\w-])(?:Duke|Duchess|Earl|Marquess|Countess|Prince|Princess|Archduke)"
    r" of (?!Persia|Tides)[A-Z][a-z]+"
)
# "the Ethics and Anti-Corruption Commission", "the Arts and Humanities Research Council"
_JOINED = re.compile(
    r"(?<=\b[Tt]he )(?P<first>[A-Z][a-z]{3,}),? and (?:[A-Z][\w-]+ ){1,3}"
    r"(?:Commission|Council|Agency|Authority|Administration|Board|Department|Ministry|Committee|Office|Service|Association"
    r"|Union|Institute|Federation|Bureau|Fund|Foundation|Tribunal|Organi[sz]ation)(?![\w-])"
)
# "U.Khurelsukh", "K.R.Narayanan": initials without a blank behind them, as Mongolia and India write them
_INITIALLED = re.compile(r"(?<![\w.@-])(?!U\.[SKN]\.)(?:[A-Z]\.){1,3}[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,})?(?![\w@-])")
_FACTION = re.compile(r"(?<![\w-])[A-Z]{2,4}\([A-Z]{1,2}\)(?![\w(])")  # "JD(S)", "CPI(M)"
_PARTNERS = re.compile(
    rf"(?<![\w-])(?:{_CAPITAL}[ \u00a0])?{_CAPITAL}[ \u00a0]&[ \u00a0]{_CAPITAL}(?![\w-]|[ \u00a0][A-Z])"
)
_MISSION = re.compile(
    rf"(?<![\w-])(?i:mission)(?:[ \u00a0][a-zé]+){{0,3}}[ \u00a0](?:de[ \u00a0]l['’] ?|des[ \u00a0])"
    r"(?:ONU|Nations[ \u00a0][Uu]nies|Union[ \u00a0](?:africaine|européenne))"
    rf"(?:[ \u00a0][a-z]+){{0,4}}[ \u00a0](?:en|à|au|aux)[ \u00a0](?:la[ \u00a0])?{_NAMES}"
)
_MEMBERS = re.compile(
    rf"(?<![\w-])(?i:association|syndicat|amicale|collectif|fédération)[ \u00a0](?:des[ \u00a0]|d['’])[a-zé]{{4,}}"
    rf"[ \u00a0](?:de[ \u00a0](?:la[ \u00a0]|l['’] ?)?|du[ \u00a0]|d['’] ?){_NAMES}"
)
_NATIONAL = re.compile(rf"(?<![\w-])(?i:{_BODY})[ \u00a0](?P<people>[a-zà-ÿ-]+)(?![\w-])")
_TEAM = re.compile(
    rf"(?<![\w-])(?i:équipe)[ \u00a0]{_OF}(?P<land>{_NAMES})(?:[ \u00a0](?:féminine|masculine|olympique|espoirs))?"
    r"(?:[ \u00a0]de[ \u00a0][a-zé]{4,}(?:[ \u00a0](?:dames|hommes|messieurs))?)?"
)
_OF_WORK = re.compile(
    r"\b(?:romans?|livres?|essais?|films?|long-métrage|court-métrage|documentaires?|séries?|albums?|chansons?|singles?"
    r"|titre|tube|pièces?|spectacle|opéra|tableau|toile|recueil|mémoires|biographie|autobiographie"
    r"|ouvrage|manga|jeux? vidéo"
    r"|émissions?|téléfilm|feuilleton|comédie|poème|intitulée?s?|(?:auteur|autrice) d(?:e|u|es)|novels?"
    r"|books?|movies?|memoirs?"
    r"|songs?|plays?|documentary|musical|painting|comedy|thriller|titled|entitled|called|directed|starred in|wrote"
    r"|author of)(?:[ \u00a0][a-zà-ÿ-]+){0,2}[ \u00a0]?[,:(]?[ \u00a0]?$"
)

# « le quotidien indépendant « L'Aube » »
_OF_BODY = re.compile(
    r"\b(?:quotidien|journal|hebdomadaire|magazine|mensuel|newspaper|daily|weekly|association|collectif|compagnie|chaîne"
    r"|société|entreprise|revue)(?:[ \u00a0](?!intitul|titr)[a-zà-ÿ-]+)?[ \u00a0]$"
)
# « "Sept clous", de la plasticienne … », "“The Smoke Season,” a first feature by …"
_WORK_AFTER = re.compile(
    r"[ \u00a0]?,[ \u00a0](?:de|du|by|d['’])[ \u00a0]?(?:la |l['’]|le )?(?:[a-zà-ÿ]+[ \u00a0])?[A-ZÀ-Þ][a-zà-ÿ]"
    r"|[ \u00a0]?,[ \u00a0](?:son|sa|leur|une?|le|la|his|her|an?|the)(?:[ \u00a0][a-zà-ÿ-]+)?[ \u00a0]"
    r"(?:long[ -]métrage|film|roman|livre|album|série|documentaire|feature|novel|book|memoir|movie|comedy|drama)\b"
    r"|[ \u00a0](?:sortira|est sorti|sort|paraîtra|paraît|est paru|opens in|premiered|premieres)\b"
)


# « « Divines » de Houda Benyamina »
_OF_PERSON = re.compile(r"[ \u00a0](?:de[ \u00a0]|d['’] ?)([A-ZÀ-Þ][\w-]+)[ \u00a0][A-ZÀ-Þ][a-zà-ÿ]")


def fixed(text: str, paragraphs: tuple[Span, ...], quotes: tuple[Quote, ...], language: str) -> Iterator[Candidate]:
    """Yield such names, firm: nothing shorter inside them is a name of its own."""
    heads = tuple(a for a, b in pairwise(paragraphs) if a.end == b.start and a.end - a.start <= LONGEST)
    for paragraph in paragraphs:
        if paragraph in heads:
            for start, end, kind in dateline_names(paragraph.of(text)):
                yield _firm(Span(paragraph.start + start, paragraph.start + end), kind, "rule:dateline")
            continue
        found = _DATELINE.match(text, paragraph.start)
        if found and len(found.group()) > 2:
            yield _firm(Span(*found.span()), EntityType.PLACE, "rule:dateline")
    yield from (c for c in _shaped(text, language) if not any(head.contains(c.span) for head in heads))
    if language == "fr":
        yield from _bodies(text)
        yield from _named_after(text)
    else:
        yield from _possessed(text)
        yield from _joined(text)
        yield from fields(text)
        yield from formal(text)
    yield from _works(text, quotes)


def _shaped(text: str, language: str) -> Iterator[Candidate]:
    for pattern, kind in _shapes(language):
        for match in pattern.finditer(text):
            if match.group() not in known_by_form():  # « M23 » are rebels, « A350 » is an aircraft
                yield _firm(Span(*match.span()), kind, "rule:fixed")


def _firm(span: Span, kind: EntityType, by: str) -> Candidate:
    return Candidate(span, kind, 4.0, by, firm=True)


def _shapes(language: str) -> tuple[tuple[re.Pattern[str], EntityType], ...]:
    common: tuple[tuple[re.Pattern[str], EntityType], ...] = (
        (_AMENDMENT, EntityType.WORK),
        (_FAMILY, EntityType.GROUP),
        (_SHIP, EntityType.WORK),
        (_ROAD, EntityType.PLACE),
        (_PARTNERS, EntityType.ORGANIZATION),
    )
    bodies = (_STATE_BODY, _ADMINISTRATION, _CLUB, _MISSION, _MEMBERS)
    if language == "fr":
        common = (*common, *((body, EntityType.ORGANIZATION) for body in bodies))
        return (
            *common,
            (_METAL, EntityType.WORK),
            (_PRIMARY, EntityType.EVENT),
            (_LAW, EntityType.WORK),
            (_PRIZE, EntityType.WORK),
            (_NAMED_PRIZE, EntityType.WORK),
        )
    return (
        *common,
        (_SITE, EntityType.PLACE),
        (_GOVERNS, EntityType.ORGANIZATION),
        (_BILL, EntityType.WORK),
        (_NOBLE, EntityType.PERSON),
        (_DATED, EntityType.EVENT),
        (_INITIALLED, EntityType.PERSON),
        (_FACTION, EntityType.ORGANIZATION),
        (_NATIONAL_EN, EntityType.ORGANIZATION),
    )


def _bodies(text: str) -> Iterator[Candidate]:
    """Yield « l'armée syrienne », « l'équipe de France »: bodies and votes of which a state has one."""
    for pattern, kind in ((_NATIONAL, EntityType.ORGANIZATION), (_VOTE_OF, EntityType.EVENT)):
        for match in pattern.finditer(text):
            agrees = match["people"].endswith("e") or not match.group().lower().startswith(_FEMININE)
            if agrees and fold(match["people"]).replace("-", " ") in peoples_adjectives():
                yield _firm(Span(*match.span()), kind, "rule:national")
    for pattern in (_BODY_OF, _TEAM):
        for match in pattern.finditer(text):
            if fold(match["land"]) in adjectives():
                yield _firm(Span(*match.span()), EntityType.ORGANIZATION, "rule:national")


def _named_after(text: str) -> Iterator[Candidate]:
    """Yield prizes that bear somebody's full name: « le prix Peter Mackler »; a laureate comes after « Nobel »."""
    for match in _NAMED_AFTER.finditer(text):
        if match["first"] in first_names():
            yield _firm(Span(*match.span()), EntityType.WORK, "rule:named-after")


def _joined(text: str) -> Iterator[Candidate]:
    """Yield bodies in charge of two things, where the first is no name of its own ("the Senate and House Board")."""
    for match in _JOINED.finditer(text):
        first = match["first"]
        named = first in known_by_form() or first in places() or first in parties("en") or first in demonyms()
        if not named and first.lower() not in lexicon()["organization_words"]:
            yield _firm(Span(*match.span()), EntityType.ORGANIZATION, "rule:joined")


def _possessed(text: str) -> Iterator[Candidate]:
    for match in _POSSESSED.finditer(text):
        head = match["head"].lower().split()[-1]
        if match.group().partition(match["head"])[0].strip().endswith(("People's", "People’s")):
            yield _firm(Span(*match.span()), EntityType.ORGANIZATION, "rule:possessive")
            continue  # "Supreme People's Procuratorate"
        for kind, words in ((EntityType.ORGANIZATION, "organization_words"), (EntityType.PLACE, "place_words")):
            if head in lexicon()[words]:
                yield _firm(Span(*match.span()), kind, "rule:possessive")
                break


def _works(text: str, quotes: tuple[Quote, ...]) -> Iterator[Candidate]:
    """Yield titles in quotation marks after what has a title: « son roman, « La Semaine des quatre mardis » »."""
    for quote in quotes:
        name, before = quote.inner.of(text), text[max(0, quote.span.start - 45) : quote.span.start]
        if not quote.speech and name[:1].isupper() and len(name.split()) <= 5 and _OF_BODY.search(before):
            yield _firm(quote.inner, EntityType.ORGANIZATION, "rule:quoted-body")
            continue
        title = quote.inner.of(text)
        comma = title.endswith(",")  # American English sets it before the closing mark
        short = 0 < len(title.split()) <= 8 and title[0].isupper() and title[-1] != "."
        after = text[quote.span.end :][:50]
        told = ((not comma or _capital(title)) and _OF_WORK.search(before)) or _WORK_AFTER.match(
            "," + after if comma else after
        )
        if short and not quote.speech and told:
            span = Span(quote.inner.start, quote.inner.end - int(comma))
            yield _firm(span, EntityType.WORK, "rule:title-of-work")


def _after_title(after: str) -> bool:
    """Tell whether what follows a title says who made it, or that it comes out."""
    person = _OF_PERSON.match(after)
    return _WORK_AFTER.match(after) is not None or (person is not None and person[1] in first_names())


def _capital(title: str) -> bool:
    """Tell "The Ice Clerk," from words said: all the long words of an English title have a capital."""
    long_words = [word for word in title.rstrip(",").split() if len(word) > 4]
    return len(title.split()) > 1 and all(word[0].isupper() for word in long_words)
