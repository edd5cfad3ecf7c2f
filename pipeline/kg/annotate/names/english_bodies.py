"""Spots English bodies by their grammar: what stands before the head, the head, what it is of, for or on.

"Department for Environment, Food and Rural Affairs", "UK Office for the Coordination of Humanitarian Affairs",
"International Criminal Tribunal for the former Yugoslavia": where such a name ends, only its grammar tells.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.names.holders import OFFICE
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import countries
from kg.lexicon.tables import PLACE_WEIGHT, first_names, lexicon, places
from kg.model import EntityType, Span

CAPITAL: Final = (
    r"(?:(?:People|Women|Men|Children|Worker|Farmer|Veteran|Teacher|Player|Student)s?['’]s?(?= )"
    r"|[A-ZÀ-Þ][\w-]*(?:['’](?=[A-Z])[\w-]*)?"
    r"|(?:[A-Z]\.){2,3})"
)
_ANY: Final = "of|for|on|against"
_AIMS: Final = "Defeat|Protect|Fight|Stop|End|Prevent|Save|Combat|Promote|Defend|Abolish|Restore|Free|Counter|Elect"
# Which small word may come first behind a head: "on" behind "Committee", only "of" behind "University".
_HEADS: Final = {
    _ANY: """Ministry Department Commission Committee Subcommittee Office Organisation Organization Institute Centre
    Center Agency Board Society Association Council Bureau Authority Fund Foundation Secretariat Academy Faculty
    Directorate Union Federation Confederation Coalition Campaign Tribunal Front Movement Alliance League Network
    Mission Trust Forces Initiative Unit Laboratory Programme Program Partnership Panel Corporation Inspectorate
    Observatory Service Students Citizens Physicians Reporters Mothers Lawyers Workers Veterans""",
    "of|for": "School College University Court Library Hospital Bank",
    "of": """Museum Gallery Church Archdiocese Diocese Chamber Division Corps Confederacy Brotherhood Register Registry
    Conservatory Congress Party Times Army Community Tigers Brigades Proceedings Journal Annals Archives
    Transactions""",
}
_HEAD: Final = re.compile(
    "|".join(
        rf"(?<![\w-])(?:{'|'.join(heads.split())})(?= (?:{small}|to(?= (?:{_AIMS}) )) (?:the |an? |former )*{CAPITAL})"
        for small, heads in _HEADS.items()
    )
)
_BEFORE: Final = re.compile(rf"(?:(?<![\w.-])(?:{CAPITAL}|[A-Z]\.) )+$")
_NEXT: Final = re.compile(
    r" (?:of|for|on|against) (?:the |an? )?(?:former )?(?![A-Z]+-?\d)(?=[A-ZÀ-Þ])"
    rf"| to (?=(?:{_AIMS}|Animals|Children|Women|Information|Justice|Education|Life|Housing|Food|Water|Work|Know)\b)"
)
_FIELD_BEFORE: Final = re.compile(rf"\b[Tt]he (?:{CAPITAL} ){{0,3}}(?P<field>[A-Z][a-z]{{3,}}) and $")
_WORD: Final = re.compile(CAPITAL)
_TWIN: Final = re.compile(r"(?<=England) and Wales\b|(?<=Trinidad) and Tobago\b|(?<=Bosnia) and Herzegovina\b")
_AND: Final = re.compile(r"(?P<comma>,)? (?:and|&) (?:the )?(?=[A-Z])|, (?=[A-Z])")
_WITHIN: Final = re.compile(
    r" in (?:Europe|Africa|Asia|Schools|Sport|Society"
    r"|(?:[A-Z]\w+ (?:and [A-Z]\w+ )?)?(?:Sciences?|Studies|Education|Medicine|Engineering|Physics|Technology))\b"
)
# "for the Year", "of the Interior Ministry": what a post is of ends the name; a day, a month are when it happens
_STOPS: Final = frozenset("who that inc says said ceo cfo coo cto".split())
# words for a field end like words that name what is done or made, in the singular or the plural
LIKE_FIELD: Final = re.compile(
    r"(?:s|ty|ment|[st]ion|ing|ture|gy|cy|ce|se|ade|[tp]ort|ism|th|try|ry|phy|[bl]our|bor|ood|er|rch|orm|are|life|law|oil|aud"
    r"|ste|ol|men|ren|ug|cine|iene|drama|music|drink|design|speech|age)$",
    re.IGNORECASE,
)
_OF_BODIES: Final = frozenset("general justice press judge queen king prince princess st saint lord".split())
_FIELDS: Final = frozenset("health science sciences justice security trade".split())
_KEPT: Final = frozenset("services service transport energy industry societies education media workers".split())
_OF_POLICE: Final = re.compile(r" (?:Service|Department|Federation|Association|Academy|Authority|Union|Foundation) ")
_DIRECTED: Final = frozenset(("Directors", "Trustees", "Governors", "Regents"))
_AFTER_SOMEBODY: Final = re.compile(r"(?:Church|University|College|School|Hospital)$")
# "the US Department", "the UK Home Office": the land of which the body is
_LAND: Final = re.compile(
    rf"(?<![\w.-])(?:U\.S\.|U\.N\.|U\.K\.|US|UN|UK|EU) (?P<body>{CAPITAL}(?:(?: and)? {CAPITAL}){{0,6}})"
)
# "the Fire and Rescue Service", "the Food and Drug Administration"
_PAIRED: Final = re.compile(
    rf"(?<![\w.-])(?!The )(?:{CAPITAL} ){{0,3}}"
    r"(?:Fire|Search|Food|Customs|Parks|Water|Health|Science|Research|Law|Arts?|Fish|Wildlife|Securities|Ethics|Equality"
    r"|Information|Oceanic|Radio|Training|Children|Revenue|Mines|Roads|Maritime|Immigration|Nursing|Gas|Oil|Aviation"
    r"|Space|Intelligence|Housing|Medicines|Energy)"
    rf" and (?P<second>[A-Z][\w-]+) (?:{CAPITAL} ){{0,3}}?"
    r"(?:Service|Agency|Administration|Authority|Commission|Council|Committee|Board|Department|Office|Institute|Union"
    r"|Association|Centre|Center|Corporation|Ministry|Bureau|Foundation|Subcommittee|Museum|Regulator|Trust)(?![\w-])"
)
# "Stop the War Coalition"
_URGING: Final = re.compile(
    r"(?<![\w-])(?:Stop|Save|Free|End|Defend|Protect|Keep|Ban|Reclaim|Rock|Unite|Occupy) (?:the )?"
    rf"(?:{CAPITAL} )*(?:Coalition|Campaign|Alliance|Movement|Foundation|Network|Fund|Children)(?![\w-])"
)
# "the Ohio House of Representatives", "NHS Greater Larkfield and Tyne"
_HOUSE: Final = re.compile(
    r"(?<![\w-])House of (?:Representatives|Commons|Lords|Assembly|Delegates|Councill?ors|Keys|Chiefs)(?![\w-])"
    r"|(?<![\w-])(?P<land>[A-Z]\w+(?: [A-Z]\w+)?) State (?:Senate|Assembly|Legislature|Police)(?![\w-])"
    r"|(?<![\w-])(?P<first>[A-Z]\w+) and (?P<second>[A-Z]\w+) (?:Police|Constabulary)(?![\w-])"
    # "Spain's men's national goalball team", "the Swiss women's football team"
    r"|(?<![\w-])(?!The )(?P<people>[A-Z]\w+(?: [A-Z]\w+)?)(?:['’]s)? "
    r"(?:(?:wo)?men['’]s (?:national )?|(?:under|U)-?\d\d |national )(?:[a-z]+ ){0,3}(?:team|squad)(?![\w-])"
    r"|(?<![\w-])NHS(?: [A-Z]\w+){1,3}(?: and [A-Z]\w+)?(?: Trust)?(?![\w-])"
)
# "the Indonesian navy", "the South Korean defence ministry": of which a state has one, written small
_FIELD_OF_STATE: Final = (
    r"(?:defen[cs]e|interior|foreign(?: affairs)?|home(?: affairs)?|health|justice|finance|education|information|oil"
    r"|energy|agriculture|transport(?:ation)?|environment|culture|trade|labou?r|economy|economics?|tourism|sports?"
    r"|emergenc(?:y|ies)|security|industry|commerce|planning|science|water|fisheries|religious affairs|immigration"
    r"|internal affairs)"
)
_OF_STATE: Final = re.compile(
    r"(?<![\w-])(?P<people>(?:(?:South|North|Saudi|Central|New|Sri|Costa|Puerto|East) )?[A-Z][a-z]+) "
    r"(?:government|parliament|senate|army|navy|air force|coast ?guard|military|armed forces|central bank|space agency"
    r"|marine corps|national guard|(?:national |federal |riot |military |religious )?police|supreme court"
    r"|constitutional court|high court|national assembly|(?:military |secret |foreign )?intelligence (?:service|agency)"
    r"|secret service|electoral commission|election commission|embassy|consulate|foreign office"
    rf"|{_FIELD_OF_STATE}(?: and {_FIELD_OF_STATE})? (?:ministry|department)"
    r"|Greens|Labou?r|(?:(?<=Scottish )|(?<=Welsh ))(?:Conservatives|Liberal Democrats))(?![\w-])"
)
# "the Saudi Interior Ministry"
_OF_PEOPLE: Final = re.compile(
    rf"(?<![\w.-])(?<!\bIn )(?<!\bFrom )(?<!\bAt )(?!The )(?P<people>(?:(?:South|North|Saudi|Sri) )?[A-Z][a-z]+) "
    rf"(?P<body>{CAPITAL}(?: {CAPITAL}){{1,4}})"
    r"(?!['’]s (?:[Oo]ffice|Department)| (?:of|for|on) |[\w-])"
)
_OF_EACH: Final = ("National Assembly", "Supreme Court", "High Court", "Red Cross", "Red Crescent", "Senate")
_NOT_OF_PEOPLE: Final = frozenset("Prime President Minister Foreign-born Ambassador New Premier".split())
_PEOPLE: Final = re.compile(r"(?:an|ese|ish|ch|ss|ek|qi|eli|ni|di|mi|sh)$")
# "Roscosmos, the Russian space agency,": an apposition says what the name before it is
_NAMED_BEFORE: Final = re.compile(rf"{CAPITAL}(?: \([^()]{{1,12}}\))?, (?:the )?$")
_NEAR: Final = 40  # code points


def english_bodies(text: str) -> Iterator[Candidate]:
    """Yield such names, firm: nothing shorter inside them is a name of its own."""
    for found in (headed, _paired, _fixed, _of_lands, _national):
        for span in found(text):
            yield firm_name(span, EntityType.ORGANIZATION, f"rule:body_{found.__name__.strip('_')}")


def headed(text: str) -> Iterator[Span]:
    """Yield "Department for Environment, Food and Rural Affairs": a head and its complements."""
    done = 0
    for head in _HEAD.finditer(text):
        end = _complements(text, head.end()) if head.start() >= done and not _directed(text, head) else 0
        if end > head.end():
            done = end
            yield Span(_begins(text, head.start()), end)


def _paired(text: str) -> Iterator[Span]:
    """Yield "Larkfield Fire and Rescue Service"."""
    for match in _PAIRED.finditer(text):
        if not is_listed(match["second"]):
            start = _begins(text, match.start() + match.group().index(" and ") + 1, match.start())
            yield Span(start, match.end())


def _fixed(text: str) -> Iterator[Span]:
    """Yield "Stop the War Coalition", "Ohio House of Representatives"."""
    yield from (Span(*match.span()) for match in _URGING.finditer(text))
    for match in _HOUSE.finditer(text):
        first, people = known_by_form().get(match["first"] or ""), match["people"] or match["land"]
        two = first is None or first.type is EntityType.PLACE
        if two and (people is None or people in places() or people.lower() in countries("en")):
            yield Span(_begins(text, match.start()), match.end())


def _directed(text: str, head: re.Match[str]) -> bool:
    """Tell "the Board of Trustees of X": who directs X is no body beside it."""
    word = _WORD.match(text, head.end() + len(" of "))
    return word is not None and word.group() in _DIRECTED


def _begins(text: str, at: int, least: int = 0) -> int:
    """Return where a body's name begins whose head, or a later word, stands at a place.

    "the Truth and Reconciliation Commission of Canada": of two fields too, neither of which is a name or body itself.
    """
    start = _row_begins(text, at, least)
    pair = _FIELD_BEFORE.search(text, max(0, start - 40), start) if least == 0 and start < at else None
    if pair is None or is_listed(pair["field"]) or _body(pair["field"]):
        return start
    return _row_begins(text, pair.end("field") + 1, 0)


def _row_begins(text: str, at: int, least: int) -> int:
    """Return where the row of capitals before a place begins, without what belongs to no name."""
    before = _BEFORE.search(text, max(0, at - 70), at)
    start = at
    for word in reversed(list(_WORD.finditer(text, before.start(), at)) if before else []):
        small = word.group().lower()
        police = small == "police" and _OF_POLICE.match(text, word.end()) is not None
        common = small in lexicon()["function_words"] and not police
        if word.start() < least or common or small in lexicon()["calendar"]:
            break
        if small in lexicon()["person_titles"] - _OF_BODIES:
            break
        start = word.start()
    return start


def _complements(text: str, at: int) -> int:
    """Return where what a body is of, for or on ends, or where it begins if nothing fits."""
    end = at
    while found := _NEXT.match(text, end):
        done = row(text, found.end())
        if done == found.end() or (
            end == at and person(text[found.end() : done]) and not _AFTER_SOMEBODY.search(text, 0, at)
        ):
            break
        end = _joined(text, done)
    within = _WITHIN.match(text, end) if end > at else None
    return within.end() if within else end


def row(text: str, at: int) -> int:
    """Return where a row of capitals ends, before whoever holds an office there."""
    end = at
    while word := _WORD.match(text, end if end == at else end + 1):
        if word.group().lower() in lexicon()["calendar"] | _STOPS or word.group()[-1].isdigit():
            break  # "Kennedy Space Center on STS-1"
        if end > at and (OFFICE.match(text, word.start()) or _called(text, word) or _behind_land(text[at:end], word)):
            break
        if word.group().lower() in lexicon()["person_titles"] and _WORD.match(text, word.end() + 1):
            break  # "Ministry of Health Spokesman Jane Miller", not "Chamber of Deputies"
        end = word.end()
        if text[end : end + 1] != " ":
            break
    return end


def _behind_land(words_before: str, word: re.Match[str]) -> bool:
    """Tell who stands behind a school's towns: "University of Texas Arlington Amneh Jafari"."""
    words = words_before.split()
    return len(words) > 1 and all(one in places() for one in words) and not is_listed(word.group())


def _called(text: str, word: re.Match[str]) -> bool:
    """Tell a first name with a family name behind it: "Ministry of Health Jane Miller"."""
    behind = _WORD.match(text, word.end() + 1)
    plain = word.group() in first_names() and word.group() not in places() and word.group() != "Marine"
    return plain and behind is not None and not _body(behind.group())


def person(name: str) -> bool:
    """Tell a first name and what may be a family name."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first in first_names() and name not in places() and not _body(name.rpartition(" ")[2])


def _joined(text: str, end: int) -> int:
    """Return where the fields end that commas and a last "and" join to the first."""
    twin = _TWIN.match(text, end)
    at = end = twin.end() if twin else end
    while found := _AND.match(text, at):
        done = row(text, found.end())
        parts = text[found.end() : done].split()
        last = not found.group().startswith(", ") or " and " in found.group() or " & " in found.group()
        if not parts or not _field(parts, last=last):
            break
        at = done
        if last:
            return done
    return end


def _field(parts: list[str], *, last: bool) -> bool:
    """Tell whether words name a field of work, no body or person of its own."""
    if is_listed(parts[0]) or is_listed(parts[-1]):
        return False
    return not _body(parts[-1]) and LIKE_FIELD.search(parts[-1]) is not None if last else len(parts) < 3


def is_listed(word: str) -> bool:
    """Tell a word that is a name by itself: then two names are joined, not two fields."""
    return word.lower() not in _FIELDS and (word in places() or word in first_names() or word in known_by_form())


def _body(word: str) -> bool:
    return word.lower() in lexicon()["organization_words"] - _KEPT - _FIELDS


def _of_lands(text: str) -> Iterator[Span]:
    """Yield bodies with their land before them: "UK Home Office", "U.N. Office"."""
    for match in _LAND.finditer(text):
        words = list(_WORD.finditer(text, match.start("body"), match.end()))
        ends = [word.end() for word in words]
        starts = match.start("body")
        if OFFICE.match(text, starts):
            continue  # "US Vice President Joe Biden": no paper called Vice
        for end in reversed(ends):
            name = text[starts:end]
            known = known_by_form().get(name)
            if (known is not None and known.type is EntityType.ORGANIZATION) or (
                " " in name and _body(name.rpartition(" ")[2])
            ):
                yield Span(match.start(), end)
                break


def _national(text: str) -> Iterator[Span]:
    """Yield bodies of which a state has one, behind the adjective of its people: "the Afghan defence ministry"."""
    for match in _OF_PEOPLE.finditer(text):
        if _of_nation(match["people"], match["body"]):
            yield Span(*match.span())
    for match in _OF_STATE.finditer(text):
        people = match["people"]
        apart = text[match.end() : match.end() + 1] in (",", ".", ";", ")")
        if apart and _NAMED_BEFORE.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        if people.lower() in countries("en") or (_PEOPLE.search(people) and people not in first_names()):
            yield Span(*match.span())


def _of_nation(people: str, body: str) -> bool:
    """Tell "Saudi Interior Ministry", "Kenya Red Cross", "Quebec National Assembly"."""
    first, _, last = body.partition(" ")
    if people.lower() in countries("en"):
        return body in _OF_EACH or (_body(last.rpartition(" ")[2]) and first not in _NOT_OF_PEOPLE)
    known = known_by_form().get(body)
    one = (known is not None and known.type is EntityType.ORGANIZATION) or body in _OF_EACH
    return one and places().get(people, 0.0) >= PLACE_WEIGHT["region"]
