"""Reads from the words before and after a name what kind of thing it names.

« le fonds Arvène », « le constructeur lyonnais Portéo », « chez Portéo », « Portéo, spécialiste du froid »: names that
no list holds and no model has seen are told by the nouns they stand beside.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.capital_words import CIVIL_STOP
from kg.annotate.names.describing import BEFORE, BODIES_ONLY, DESCRIBING, PLAIN, SOMEBODY_OF
from kg.annotate.names.firms import BY_NAME, FIRM_ACTS, OF_FIRM, governed
from kg.annotate.names.products import model, product, ware
from kg.annotate.names.sport import sporting
from kg.annotate.names.trades import traded
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import peoples_adjectives
from kg.lexicon.tables import PLACE_WEIGHT, first_names, fold, lexicon, person_nouns, places
from kg.model import EntityType, Span

_NEAREST: Final = 48  # code points: what says that a place follows is shorter
_SPOT = re.compile(
    r"[ \u00a0](?:oil ?|gas ?|coal ?|border ?)?(?:field|mine|dam|bridge|river|lake|creek"
    r"|reservoir|refinery|checkpoint|crossing|district"
    r"|province|region|peninsula|suburb|neighbou?rhood|valley|highlands|refugee camp"
    r"|town|township|village|municipality"
    r"|area|island|archipelago|intersection|roundabout|junction|interchange|bypass|upazila|subdistrict|prefecture"
    r"|governorate|basin|gorge|desert|plateau|plains?|coast|beach|glacier|volcano|waterfalls?|canal|strait|estuary"
    r"|corridor|slum|forests?|hills|mountains?|swamp|marshes|escarpment|shoal|reef|bay|gulf|fjord"
    r"|(?:power|nuclear|steel|coal) plant|(?:(?:police|railway|train|metro|power) )?station"
    r"|harbou?r|airport|international airport|national park|game reserve)\b"
)
# "in Ban Mai, Doi Lom and Nong Khwai districts"
_SPOTS = re.compile(
    r"(?:(?:,| and|, and) [A-ZÀ-Þ][\w'-]*(?: [A-ZÀ-Þ][\w'-]*){0,2}){0,5} (?:districts|provinces|counties|regions|states"
    r"|villages|towns|cities|islands|rivers|constituencies|wards|governorates|municipalities|prefectures|departments)\b"
)
_HOUSE = re.compile(r" (?:hospital|clinic|high school|secondary school|primary school|university|polytechnic)\b")
_NEAR = re.compile(
    r"\b(?:vers|jusqu['’]à|depuis|en|au (?:nord|sud|large|centre|cœur)(?:-est|-ouest)? d[eu']"
    r"|à l['’](?:est|ouest) d[eu']"
    r"|près de|non loin de|hail(?:s|ed|ing) from|(?:natives?|residents?) of"
    r"|(?:village|ville|port|gare|aéroport|prison|rues) de|in|near|outside|towards?|around"
    r"|(?:north|south|east|west|village|town|city|port|streets"
    r"|capital|governorate|provinces?|districts?|county|region|state|mayors?|governors?|outskirts|suburbs|island"
    r"|(?:foreign|prime|defen[cs]e|interior) ministers?|governments?) of)[ \u00a0'’]?$",
    re.IGNORECASE,
)
# « la ville moyenne de Sehwan Sharif », "the town of Ban Mai"
_TOWN_OF = re.compile(
    r"\b(?:(?:[Vv]illage|[Vv]ille|[Cc]ommune|[Ll]ocalité|[Bb]ourgade|[Hh]ameau)(?: [a-zà-ÿ-]{4,})? (?:de |d['’] ?)"
    r"|(?:[Tt]own|[Vv]illage|[Cc]ity) of )$"
)
_OR_BODIES: Final = frozenset("moteur modèle collection lanceur train messagerie assistant jouet".split())
# « son usine de Gerland »: what somebody has several of is told by where it lies
_SITE_OF: Final = re.compile(
    r"\b(?:[Ss]on|[Ss]a|[Ss]es|[Ll]eurs?|[Nn]otre|[Nn]os) (?:usine|site|siège|atelier"
    r"|entrepôt|studio|magasin|campus|chantier"
    r"|raffinerie|fonderie|domicile|maison|villa|appartement|résidence|domaine|propriété"
    r"|manoir|aciérie)s? (?:de |d['’])$"
)
# « la princesse de Cambridge », « le duc d'Anjou »
_REALM = re.compile(r"\b(?:[Pp]rince(?:sse)?|[Dd]uc|[Dd]uchesse|[Cc]omte(?:sse)?)s? (?:de |d['’] ?|du )$")
_HOME = re.compile(r"-(?:based|born|headquartered|area|bound|raised)\b")
_NEARBY = re.compile(r"(?<!face )(?<!grâce )(?<!quant )\b(?:à|vers|depuis|jusqu['’]à|près de|in|near)[ \u00a0'’]?$")
_GOVERNS_PLACE = re.compile(r"\b(?:[Ii]n|of|from|to|near|outside|at|through|across|into|hit|struck|around) $")
_REGION_AFTER = re.compile(r", ([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.;)])")
_LIES = re.compile(
    r" ?,? (?:en\b|in\b|au (?:nord|sud|centre)|dans (?:le|la|les|l['’])|près d|à \d+ (?:km|kilom)|à l['’](?:est|ouest)"
    r"|near|about \d+ ?(?:km|mi)|north |south |east |west )"
)
_BESIDE = re.compile(
    r" ?, ?(?P<article>(?:(?:une?|le|la|les|l['’]|son|sa|leur|ancien(?:ne)?|premi(?:er|ère)|principale?|jeune|petite?"
    r"|grande?|autre|célèbre|a|an|the|its|their|another|one of the|once|then|now|formerly)(?:[ \u00a0]|(?<=['’])))*)"
    r"(?P<words>[a-zà-öø-ÿA-Z][\w'’ -]{2,60})"
)
_FRONTED: Final = re.compile(
    r"(?:^|[.!?;:»”\"][ \u00a0]?)[\"«“]?[ \u00a0]?[A-ZÀ-Þ][\w'’-]*(?:[ \u00a0][\w'’-]+){0,4}[ \u00a0'’]$"
)
# « X, le groupe grenoblois, … », « X, la filiale de Y, … », not « X, la start-up Hydravane a levé … »
_CLOSED: Final = re.compile(
    r" ?, ?(?:l[ae]s?[ ]|l['’]|les |son |sa |the |its |their )(?:[\w-]+ ){0,2}?[\w-]+"
    r"(?:[,.;:)»]|$| (?:d[eu]s?|d['’]|qui|dont|que|où|spécialis|basée?|fondée?|créée?|of|that|which|based|owned)\b)"
)
_BY_BODY: Final = re.compile(
    r"\b(?:association|ONG|collectif|syndicat|fondation|fédération|société|entreprise|cabinet|institut) $"
)
_DEFINITE: Final = re.compile(r" ?, ?(?:l[ae]|les|the|son|sa|its|their)\b|[ ,]*l['’]")
_PLACED = re.compile(r"-(?:based|born|area)|['’]s? ")
# Words for a person as for a firm or a place.
_EITHER: Final = frozenset(
    "investor producer developer publisher promoter lender builder rival leader centre center owner backer trader"
    " broker insurer manufacturer concurrent exploitant éditeur fournisseur promoteur leader rival opérateur".split()
)
_SITES: Final = frozenset("centre restaurant hypermarché supermarché galerie studio centre center".split())
_AGENT: Final = ("eur", "ier", "iste", "ien", "er", "or")
_WEAK: Final = [(EntityType.PERSON, 0.7)]
_THINGS: Final = (EntityType.ORGANIZATION, EntityType.WORK)
_SURELY: Final = 1.2  # « le façadier Rinal Structel »: more than two models that take it for somebody
_TRADE = re.compile(r"\b(?:the|its|their|his|her|our)(?: [a-z-]+){1,4}? ([a-z-]+), $")
# « la 4e Márton », « le Lorientais Ndong »: so papers tell athletes
_RANKED: Final = re.compile(
    r"\bl[ea][ \u00a0](?:\d{1,3}[ \u00a0]?(?:re|ère|e|ème)|[a-zà-ÿ]{3,}(?:ais|ois|ien|éen|ain)(?:e|ne)?)[ \u00a0]$"
)
# « L'entreprise de Boulogne-Billancourt emploie 100 personnes »: the town does not
_OF_PLACE: Final = re.compile(
    r"\b(?:entreprise|société|groupe|start-up|firme|usine|fabricant|éditeur|site|PME) (?:de |d['’])$"
)
_STOP = re.compile(
    r"[ ,.;](?:d[eu]s?|d['’]|à|aux?|en|qui|que|dont|où|of|that|which|who|in|for|based|with|from|by|to|at|on)\b"
)
# "Fan Expo Canada took place", "the annual Novatel Gala"
_TAKES_PLACE = re.compile(
    r"^(?: (?:19|20)\d\d)? (?:(?:has|had|will|would|to|is|was) )?(?:took|takes?|taking|taken) place\b"
)
# "the Nordic Forum was held in Oslo", "Wikimania, the annual conference of …"; "Miller was held in Oslo" is no event
_WAS_HELD = re.compile(
    r"^(?: (?:19|20)\d\d)?,? (?:was|were|is|are|(?:will|to) be)(?: (?:being|also))? (?:held|staged) (?:in|at|on)\b"
)
_THE: Final = re.compile(r"(?:^|[ \n])(?:[Tt]he|[Tt]his year['’]s|[Ll]ast year['’]s|[Aa]nnual)(?: \d{4})? $")
_AN_EVENT = re.compile(
    r"^(?: (?:19|20)\d\d)?, (?:the|an?|its|their|this year['’]s)(?: [a-z][\w'’-]+| [A-Z][\w'’-]+){0,3} "
    r"(?:conference|festival|summit|convention|exhibition|tournament|expo|fair|contest|competition|parade|gala|marathon"
    r"|championships?|regatta|symposium|biennale|hackathon)\b(?! (?:organi[sz]er|company|venue|committee|director))"
)
_UNDER = re.compile(r"\b(?:under|in|at|of|for|by|with|from|on|to|near|between|and)(?: the| an?)? $")
_CONFERENCE = re.compile(r"\bannual (?:[a-z]+ )?(?:conference|festival|summit|convention|fair|tournament),? $")
_YEARLY = re.compile(r"\b(?:annual|inaugural|first[- ]ever) $")
_GLUED: Final = re.compile(rf"(?<![\w.]){CIVIL_STOP}$")
_PEOPLE_FIRM = re.compile(r"\b(?:[Ll]e |[Ll]['’]|[Dd]u |[Aa]u |[Dd]e l['’]|[Àà] l['’])([a-zà-öø-ÿ-]+)[ \u00a0]$")

# "the Winterfest festival", not "a Google conference"
_EVENT_BEHIND: Final = re.compile(
    r"^ (?:event|festival|tournament|marathon|regatta|carnival|parade|championships?|expo|convention|gala|triathlon"
    r"|hackathon)\b"
)
_SET_EVENT: Final = re.compile(r"(?:^|[ \n])(?:[Tt]he|[Tt]his year['’]s|[Ll]ast year['’]s|[Aa]nnual) $")

_DONE_BY: Final = re.compile(
    r"\b(?:soutenu|accusé|critiqué|dirigé|investi|créé|fondé|lancé|désigné)e?s? par[ \u00a0](?:le|la)[ \u00a0]$"
)
_SEATED: Final = re.compile(
    r"\b(?:députée?s?|sénat(?:eur|rice)s?|eurodéputée?s?|maires?|élue?s?|conseill(?:er|ère)s?|ministres?)"
    r"[ \u00a0](?:[a-zé]+[ \u00a0])?[A-ZÀ-Þ][\w'’-]+(?:[ \u00a0][A-ZÀ-Þ][\w'’-]+){1,2}[ \u00a0]\($"
)
# « une fille prénommée Sofia », « Jul, de son vrai nom Julien Mari », « Renaud, né Renaud Séchan »
_GIVEN: Final = re.compile(
    r"\b(?:(?:prénommée?s?|de son (?:vrai|véritable) nom|(?P<born>née?))[ \u00a0]"
    r"|accouch(?:é|e|ait) d(?:e[ \u00a0]|['’])|(?P<birth>donn\w+ naissance)[ \u00a0]à[ \u00a0])$"
)
_STAGE: Final = re.compile(
    r"^(?:,?[ \u00a0]|,[ \u00a0][A-ZÀ-Þ][\w'’-]+(?:[ \u00a0](?:de[ \u00a0])?[A-ZÀ-Þ][\w'’-]+){1,2},?[ \u00a0])"
    r"de son (?:vrai|véritable) nom\b"
)


def around(text: str, span: Span) -> Iterator[tuple[EntityType, float]]:
    """Yield types that the words around a name speak for, with a weight each."""
    before, after = text[max(0, span.start - 120) : span.start], text[span.end : span.end + 90]
    before = before.rpartition("\n")[2]
    before += " " if _GLUED.search(before) else ""
    after = after.partition("\n")[0]
    single = " " not in span.of(text)
    land = places().get(span.of(text), 0.0) >= PLACE_WEIGHT["country"]
    if not land:
        sure = span.of(text) not in known_by_form()  # « l'application Telegram »
        yield from _before(before, called=_called(span.of(text)), unknown=sure)  # « le bureau Afrique »: no body
    if not _PLACED.match(after) and (span.of(text) not in places() or sporting(text)):
        yield from governed(before, after)
    yield from _behind(after, land=land or (span.of(text) in places() and _OF_PLACE.search(before) is not None))
    yield from traded(before, after, span.of(text))
    trade = _TRADE.search(before)
    if trade is not None and trade[1] in lexicon()["before:Person"] and after[:1] in (",", ".", ";") and not land:
        yield EntityType.PERSON, 1.2  # "by the executive director, Jane Miller,"
    beside = _beside(after)
    if beside is not None and not (before.endswith(", ") and span.of(text) in places()):
        # not "Jane Miller of Youngstown, Ohio, an independent candidate"
        yield beside, 2.0 if _called(span.of(text)) else _apposed(before, after, beside)
    if OF_FIRM.match(after) and (span.of(text) not in places() or sporting(text)):
        yield EntityType.ORGANIZATION, 1.2
    yield from (*_of_politics(span.of(text), before, after), *_given(span.of(text), before, after))
    yield from _of_people(text, span, before)
    yield from _located(before, after, single=single, called=_called(span.of(text)))
    event = _EVENT_BEHIND.match(after) is not None and _SET_EVENT.search(before) is not None
    if event and span.of(text) not in places() and span.of(text) not in known_by_form():
        yield EntityType.EVENT, 2.0


def _given(name: str, before: str, after: str) -> Iterator[tuple[EntityType, float]]:
    """Yield a person for « prénommée Sofia », « né Renaud Séchan »; « donner naissance à Lyon » is where."""
    given = _GIVEN.search(before)
    called = (
        given is not None and not (given["born"] and not _called(name)) and not (given["birth"] and name in places())
    )
    if called or _STAGE.match(after):
        yield EntityType.PERSON, 5.0


def _of_politics(name: str, before: str, after: str) -> Iterator[tuple[EntityType, float]]:
    """Yield a body for « soutenue par le Forum des forces vives », « la députée Anne Dubois (Liot) »."""
    forum = name.startswith(("Forum ", "Congrès ")) and _DONE_BY.search(before) is not None
    if forum or (" " not in name and after[:1] == ")" and _SEATED.search(before) is not None):
        yield EntityType.ORGANIZATION, 4.0


def _behind(after: str, *, land: bool) -> Iterator[tuple[EntityType, float]]:
    if FIRM_ACTS.match(after) and not land:  # "Norway recalled its ambassador"
        yield EntityType.ORGANIZATION, 1.8
    if _SPOT.match(after) or _SPOTS.match(after):
        yield EntityType.PLACE, 2.0
    if _HOUSE.match(after) and not land:
        yield EntityType.ORGANIZATION, 2.8


def _located(before: str, after: str, *, single: bool, called: bool) -> Iterator[tuple[EntityType, float]]:
    """Yield what prepositions and what follows tell: « vers Pibor », "the Leeds-based maker", "the X took place"."""
    if _TAKES_PLACE.match(after) and not _UNDER.search(before):
        yield EntityType.EVENT, 3.0
    if _AN_EVENT.match(after) or _CONFERENCE.search(before) or (_WAS_HELD.match(after) and _THE.search(before)):
        yield EntityType.EVENT, 3.0
    if _HOME.match(after):
        yield EntityType.PLACE, 2.5
    if (
        (_TOWN_OF.search(before) or (before.endswith(("de ", "d'", "d’")) and _SITE_OF.search(before))) and not called
    ) or (single and _REALM.search(before)):
        yield EntityType.PLACE, 2.5
    if _NEAR.search(before, max(0, len(before) - _NEAREST)):
        yield EntityType.PLACE, 1.0 if single else 0.6
    lies = _NEARBY.search(before) and _LIES.match(after)
    if lies or (_GOVERNS_PLACE.search(before) and _in_region(after)):
        yield EntityType.PLACE, 3.0


def _in_region(after: str) -> bool:
    """Tell a name with the state or country it lies in behind it: "in McMinnville, Oregon,"."""
    region = _REGION_AFTER.match(after)
    return region is not None and places().get(region[1], 0.0) >= PLACE_WEIGHT["region"]


def _before(before: str, *, called: bool, unknown: bool) -> Iterator[tuple[EntityType, float]]:
    if _YEARLY.search(before):
        yield EntityType.EVENT, 1.0
    somebody = SOMEBODY_OF.search(before)
    if somebody and (called or not somebody["body"]) and _is_somebody(somebody[1], called=called):
        yield EntityType.PERSON, 1.5
        return
    weak: list[tuple[EntityType, float]] = []
    for shape, weight in DESCRIBING:
        found = shape.search(before)
        if found is None or before[: found.start(1)].endswith((" en ", " en\u00a0")):
            continue  # « le tueur en série Paul Martin » is no series
        word = found[1].lower().replace("’", "'")
        sure = unknown and shape in PLAIN and found[1].removeprefix("L'")[:1].islower()
        kinds = list(_of_word(word, weight, direct=shape is BEFORE, called=called, sure=sure))
        if shape in BODIES_ONLY:
            kinds = [kind for kind in kinds if kind[0] is EntityType.ORGANIZATION]
        direct = called and shape is BEFORE  # "university student Jane Miller" is no university
        if kinds and (direct or kinds != _WEAK):
            yield from kinds
            return
        weak = weak or kinds  # « britannique » of « le fonds britannique Arvène » is no Briton
    yield from weak


def _is_somebody(noun: str, *, called: bool) -> bool:
    """Tell « l'animateur de radio » from « l'éditeur de logiciels », which is a firm unless a first name follows."""
    firm = noun in lexicon()["before:Organization"] and not called
    return (noun in person_nouns() and not firm) or noun in ("homme", "femme")


def _called(name: str) -> bool:
    """Tell a first name and one or two more words: "the American investor Greg Paulson"."""
    words = name.split()
    return 2 <= len(words) <= 3 and words[0] in first_names() and words[0] not in places()


def _of_word(word: str, weight: float, *, direct: bool, called: bool, sure: bool) -> Iterator[tuple[EntityType, float]]:
    """Yield what a noun that the name stands beside speaks for."""
    lists = lexicon()
    bare = word.removeprefix("l'").removeprefix("d'").removeprefix("qu'")
    if direct and bare != "former" and (bare in lists["person_titles"] or bare.rstrip(".") in lists["person_titles"]):
        yield EntityType.PERSON, 1.5
    for kind in EntityType:
        listed = lists.get(f"before:{kind.value}", frozenset())
        if bare in listed or bare.removesuffix("s") in listed:
            either = bare in _EITHER or bare in person_nouns()  # « l'industriel Serge Dassault »
            doubtful = not sure or bare in _SITES or (called and (either or bare.endswith(_AGENT)))
            if not (called and kind is EntityType.ORGANIZATION and either):
                yield kind, weight + (_SURELY if kind in _THINGS and not doubtful else 0.0)
                return
    if bare in person_nouns() and bare not in lists["person_titles"]:
        yield from _WEAK


def _beside(after: str) -> EntityType | None:
    """Return what the noun of an apposition speaks for: « Portéo, une filiale de … », "Orbis, the Dutch insurer"."""
    found = _BESIDE.match(after)
    if found is None:
        return None
    words = re.split(r"[,.;:()]", _STOP.split(found["words"])[0])[0].lower().split()
    for word in (*words[:1], *(words[-1:] if found["article"] else ())):
        for kind in EntityType:
            listed = lexicon().get(f"before:{kind.value}", frozenset())
            if word in listed or word.rpartition("-")[2] in listed:
                return kind
        if word in lexicon()["beside_work"] and word not in _OR_BODIES:
            return EntityType.WORK  # « le Doliprane, un médicament contre la fièvre »
    return None


def _apposed(before: str, after: str, kind: EntityType) -> float:
    """Return what an apposition weighs: more than models and « à » before the name (« à Lumeo, le groupe lyonnais »).

    After a fronted name the noun may be the subject: « Selon Lumeo, le groupe recrute », « À Vannes, la société … ».
    """
    definite = _DEFINITE.match(after) is not None
    subject = definite and (_FRONTED.search(before) or not _CLOSED.match(after))
    strong = kind is EntityType.ORGANIZATION or (kind is EntityType.WORK and not definite)
    if subject and kind is EntityType.PERSON and _BY_BODY.search(before):
        return 0.0  # « Selon l'association Toit Digne, le maire … »
    return 4.0 if strong and not subject else 2.0


def _of_people(text: str, span: Span, before: str) -> Iterator[tuple[EntityType, float]]:
    """Yield an athlete for « le lorientais Ndong » in a text that reports sport, a firm for « l'allemand Nordkap ».

    « sa nouvelle citadine, la Twinga » is a product.
    """
    name = span.of(text)
    if model(text, span) or ware(text, span):
        yield EntityType.WORK, 6.0
    elif product(text, span):
        yield EntityType.WORK, 4.0
    if " " in name:
        return
    if BY_NAME.fullmatch(name):
        yield EntityType.ORGANIZATION, 2.4  # « la Citybank »
    elif sporting(text) and _RANKED.search(before):
        yield EntityType.PERSON, 2.5
    elif _nationality(before):
        yield EntityType.ORGANIZATION, 1.2


def _nationality(before: str) -> bool:
    """Tell « le chinois Huaxin », « l'allemand Nordkap »: the press calls firms so; people have a capital."""
    found = _PEOPLE_FIRM.search(before)
    return found is not None and fold(found[1]) in peoples_adjectives()
