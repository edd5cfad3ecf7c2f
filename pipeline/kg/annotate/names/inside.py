"""Reads from the words of a name itself what kind of thing it names: « Boeing 737 », "Research Council of Norway"."""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotate.names.english_places import PROTECTED
from kg.annotate.names.houses import called
from kg.annotate.names.venues import VENUE
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import PLACE_WEIGHT, first_names, fold, lexicon, places
from kg.lexicon.terms import terms
from kg.model import EntityType

# Aircraft and other machines by their model: « Boeing 737 », « ATR 42-500 », « CF-18 ».
_MODEL = re.compile(
    r"(?:Boeing|Airbus|ATR|Antonov|Tupolev|Iliouchine|Ilyushin|Embraer|Cessna|Sou?kho[iï]|Mi[gG]|Fokker|Learjet|Bombardier"
    r"|McDonnell Douglas|Falcon|Piper|Pilatus|Mirage|Rafale)[ -][A-Z]{0,4}-?\d[\w-]*"
    r"|(?!NH-|SH-|US-|I-)[A-Z][A-Za-z]?[A-Z]?-\d{1,3}[A-Z]?"
)
_SIDE = re.compile(r"[a-z] (?:East|West|(?:North|South)(?:-?(?:[Ee]ast|[Ww]est))?)$")
_CONFESSION = re.compile(
    r"^(?:Church of|Église (?:catholique|orthodoxe|protestante|de Scientologie|épiscopale|anglicane|évangélique"
    r"|réformée|luthérienne|presbytérienne|méthodiste|baptiste|adventiste|copte|maronite|unie))"
    r"|(?:Catholic|Orthodox|Anglican|Presbyterian|Methodist|Lutheran|Coptic|Baptist|Episcopal) (?:Church|Conference)$"
)
_MONARCH = re.compile(
    r"^(?!Grade|Chapter|Part|Type|Class|Phase|Tier|Title|Mark|War)[A-Z][a-zà-ÿ]+ "
    r"(?:I{2,3}|I[VX]|VI{0,3}|XI{0,3}|XI?V|XVI{0,3}|I?er)$"
)
_LOUD_LAST = re.compile(
    r"^(?!Team|Air|Radio|Club|The)[A-Z][a-zà-ÿ-]+(?: [A-Z][a-zà-ÿ-]+)? (?!FC|AFC|SC|CF|TV|FM|UK|US)[A-ZÀ-Þ-]{3,}$"
)
# "Santa Cruz", "Los Vilos", "Puerto Montt", « Aïn Témouchent », « Ouled Djellal »
_SAINTED = re.compile(
    r"^(?:(?:San|Santa|Santo|São|Los|Las|Puerto|Ciudad|Punta|Isla|Cerro|Villa|Porto)"
    r"|(?:A[iï]n|Oued|Bordj|Hammam|Souk|B[ée]ni|Ouled|Ksar|Tizi|Hassi|Dra[aâ]|Djebel|Douar))[ -]"
    r"[A-ZÀ-Þ](?:['’][A-Za-zÀ-ÿ]|[a-zà-ÿ])[a-zà-ÿ]*(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+)?$"
)
_SHAPES = (
    (EntityType.WORK, 3.0, re.compile(rf"^(?:{_MODEL.pattern})$")),
    (EntityType.WORK, 3.0, re.compile(r"^Space Shuttle\b| (?:Satellite|Telescope|Orbiter|Lander|Rover|Probe)$")),
    (EntityType.WORK, 6.0, re.compile(r"^Code (?:d[eu]s? |d['’]|civil|pénal|général|électoral|rural|minier)")),
    (EntityType.WORK, 3.0, re.compile(r"^(?:[A-Z]\w+ )*(?:Vision|Agenda) 20\d\d$")),  # what a state plans
    (EntityType.EVENT, 3.0, re.compile(r"^(?:Euro|Expo|World Cup) (?:19|20)\d\d$")),
    (
        EntityType.EVENT,
        4.0,
        re.compile(r" (?:Conference|Summit|Symposium|Congress|Forum) (?:on|for) |National Convention$"),
    ),
    (EntityType.EVENT, 6.0, re.compile(r" Championships?$|^(?:UN|U\.N\.|United Nations) .*(?:Conference|Summit)$")),
    (EntityType.PERSON, 1.5, _MONARCH),
    (EntityType.PERSON, 2.5, re.compile(r"^(?:[A-Z]\. ){1,3}[A-Z][a-z]{2,}$")),  # "P. V. Sindhu"
    (EntityType.WORK, 6.0, re.compile(r"[Ff]light [A-Z]{0,2}\d{1,4}$")),
    (EntityType.PLACE, 4.0, VENUE),
    (EntityType.PLACE, 3.0, _SIDE),
    (EntityType.PLACE, 4.0, PROTECTED),
    (EntityType.PLACE, 1.6, _SAINTED),
    (EntityType.PERSON, 1.2, _LOUD_LAST),
    (EntityType.PERSON, 1.5, re.compile(r"^[A-Z][a-z]+ (?:ka|wa|arap|bin|bint|ibn) [A-Z]")),
    (EntityType.WORK, 3.0, re.compile(r"^(?:[A-Z][\w-]+ ){2,}Law$")),  # not "Nathan Law"
    (EntityType.ORGANIZATION, 6.0, re.compile(r"School District$| (?:Embassy|Consulate)$| Task Force(?:[ -]\d+)?$")),
    (EntityType.ORGANIZATION, 2.5, re.compile(r"^(?:[A-Z]\w+ )+Air$|Bishops['’] Conference$")),
    (
        EntityType.ORGANIZATION,
        4.0,
        re.compile(
            r"^(?:House|Senate) (?:Intelligence|Judiciary|Ethics|Budget|Finance|Oversight|Appropriations|Rules)$"
        ),
    ),
    (EntityType.ORGANIZATION, 4.0, re.compile(r"(?<!^Big) (?:A&M|A&T|Tech|Polytechnic)$")),
    (EntityType.ORGANIZATION, 4.0, _CONFESSION),
    (EntityType.ORGANIZATION, 4.0, re.compile(r"^Conférence (?:des |épiscopale)")),
)
_NEVER_FIRST = frozenset("bill act law programme program park wood glen".split())  # English heads stand last
_BRANCH = re.compile(r"(?!New|North|South|East|West|Great|Miss|Mr)[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+){1,2}$")
_JOINT = re.compile(r" (?:of|for) ")
_LEGAL_END = re.compile(r"(?:Inc|Corp|Ltd|SA|SAS|SARL|GmbH|LLC|LLP|PLC|AG|Co)\.?$")

_JOINED_CAPITALS = re.compile(
    r"[A-Z][a-z]{2,}(?:Desk|Feed|Wire|Soft|Tech|Bank|Pay|Net|Data|Cloud|Hub|Book|Tube|Works|Labs|Bio|Pharma|Media|Coin|Link"
    r"|Space|Ware|Force|Gen|Chain|Box|Cast|Trust|Energy|Power|Watch|Point|Source|Base)"
)
_CAMEL = re.compile(r"(?!Mc|Mac|Di|De|Da|La|Le|Du|Fitz|Van|Von|Ben|Abu|Al|El|Ab|Mo)[A-Z][a-z]{2,}[A-Z][a-z]{2,}")
FIRM_END = re.compile(
    r" (?:Capital|Partners|Ventures|Holdings?|Media|Médias|TV|News|Energy|Labs|Software|Pharma|Technologies|Securities"
    r"|Investments?|Equity|Management|Research|Consulting|Trading|[ÉE]nergies?|Télécoms?|Assurances|Ingénierie|Immobilier"
    r"|Logistique|Environnement|Hydrogène|Électricité|Biotech)$"
)


def inside(name: str, words: list[str]) -> Iterator[tuple[EntityType, float]]:
    """Yield types that the words of a name itself speak for, with a weight each; the words come folded."""
    yield from _shaped(name)
    yield from _firm_ends(name, words)
    if _BRANCH.match(name) and name not in places() and name.rsplit(maxsplit=1)[-1] in countries_of():
        yield EntityType.ORGANIZATION, 2.2  # « Nokté France »: a firm's branch
    head = _JOINT.split(name)[0]
    if head != name and head.split()[-1].lower() in lexicon()["organization_words"]:
        yield EntityType.ORGANIZATION, 2.4  # "Research Council of Norway"
    elif name not in known_by_form() and name not in places():  # "United States": its words say nothing
        yield from _listed_words(words)


def _shaped(name: str) -> Iterator[tuple[EntityType, float]]:
    lettered = _ends_in_body(name)
    for kind, weight, shape in _SHAPES:
        if shape.search(name) and not (shape is _SIDE and called(name)) and not (shape is _LOUD_LAST and lettered):
            yield kind, weight
    if lettered:
        yield EntityType.ORGANIZATION, 3.0


def _ends_in_body(name: str) -> bool:
    """Tell « Fret SNCF », « Solidaires RATP »: a branch of the body whose letters end its name."""
    first, _, last = name.rpartition(" ")
    known = known_by_form().get(last) if first and last.isupper() else None
    body = known is not None and known.type is EntityType.ORGANIZATION and not known.only
    return body and name not in known_by_form() and first not in first_names()


def _firm_ends(name: str, words: list[str]) -> Iterator[tuple[EntityType, float]]:
    """Yield what the last word of a firm's name says: "Blockchain Capital", besides what the lists say."""
    if _LEGAL_END.search(name) and len(words) > 1:
        yield EntityType.ORGANIZATION, 2.5
    if FIRM_END.search(name):
        yield EntityType.ORGANIZATION, 2.0
    if _JOINED_CAPITALS.fullmatch(name):
        yield EntityType.ORGANIZATION, 2.0  # "CoinDesk"
    elif _CAMEL.fullmatch(name):
        yield EntityType.ORGANIZATION, 0.9  # "NewsGuard", where nothing says more


def known_person(name: str) -> Iterator[tuple[EntityType, float]]:
    """Yield person for heads of state: « La plateforme accueillera Donald Trump », of whom models make a body."""
    if name in terms():
        yield EntityType.PERSON, 6.0


def _listed_words(words: list[str]) -> Iterator[tuple[EntityType, float]]:
    for kind, weight, words_of in (
        (EntityType.ORGANIZATION, 2.4, "organization_words"),
        (EntityType.EVENT, 1.2, "event_words"),
        (EntityType.PLACE, 1.2, "place_words"),
        (EntityType.WORK, 1.4, "work_words"),
    ):
        known = folded(words_of)
        if len(words) == 1 and words[0] in ("congress", "parliament", "senate") and kind is EntityType.ORGANIZATION:
            yield kind, 1.5
        # The first word is the head of a French name, the last one of an English name.
        begins = words[:1] and words[0] in known - _NEVER_FIRST
        if len(words) > 1 and (begins or (words[-1] in known and not _french_body(words))):
            yield kind, weight


def _french_body(words: list[str]) -> bool:
    """Tell « Fédération européenne de triathlon »: the head stands first, the last word says nothing."""
    return words[0] in folded("organization_words") and bool({"de", "du", "des", "d"} & set(words))


@cache
def countries_of() -> frozenset[str]:
    """Return the names of countries of one word."""
    return frozenset(name for name, weight in places().items() if weight >= PLACE_WEIGHT["country"] and " " not in name)


@cache
def folded(words: str) -> frozenset[str]:
    """Return a list of `lexicon/names.yaml` without case and accents."""
    return frozenset(fold(word) for word in lexicon()[words])
