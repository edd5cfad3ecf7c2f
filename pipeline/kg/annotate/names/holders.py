"""Reads English rows of body, office and holder: "Tulsa Police Capt. Ray Bowles", "Larkfield Chief Executive Tom Ost".

In such a row all words have capitals, or all but the office ("Wolves boss Marco Bianchi"): where each name ends, only
the words of the office tell. French puts articles between them.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.rows import KINDS, without_seat
from kg.lexicon.known import known_by_form
from kg.lexicon.letters import places_of_letters
from kg.lexicon.peoples import parties, peoples_adjectives
from kg.lexicon.tables import demonyms, first_names, lexicon, listed, person_nouns, places
from kg.model import EntityType, Span

# What ministers have charge of, and civil titles.
PORTFOLIOS: Final = frozenset(
    """Education Health Defense Defence State Justice Finance Foreign Affairs Interior Home Transport Transportation
    Agriculture Culture Labor Labour Energy Environment Trade Commerce Treasury Housing Science Economy Mr Mr. Mrs
    Ms Business Health Immigration Climate Industry Innovation Tourism Fisheries Veterans Equalities Schools
    Universities Policing Prisons Levelling Pensions Infrastructure Sport Media Mining Security Presidential
    Parliamentary Civil Aviation Petroleum Railways Railway Shipping Steel Textiles Tribal Rural Urban Power Coal
    Communications Broadcasting Chemicals Fertilisers Fertilizers Highways Constitutional Work Skills Families
    Children""".split()
)
_LOUD: Final = (
    r"(?:(?:Vice |Executive )?(?:President|Chair(?:man|woman)?)|(?:Co-)?[Ff]ounder|Chief Executive|CEO),? (?:and|&)"
    r" (?:CEO|CFO|COO|CTO|Chief (?:Executive|Operating|Financial|Technology) ?(?:Officer)?|Chair(?:man|woman)?"
    r"|President|Managing Director|(?:Co-)?[Ff]ounder)"
    r"|(?:(?:Government|Opposition|Deputy) )?Chief (?:(?:Government|Opposition) )?Whip"
    r"|(?:Acting )?Inspector General(?! of)|Commanding Officer|Commodore"
    r"|Wing Commander|Group Captain|Squadron Leader|Flight Lieutenant|Air (?:Chief )?(?:Vice[ -])?(?:Marshal|Commodore)"
    r"|(?:Chief|Deputy|Joint|Additional|Assistant|Principal|Divisional|District|Superintending|Regional)"
    r" (?:Commissioner|Secretary|Minister|Inspector|Superintendent|Collector|Magistrate|Registrar|Engineer|Officer"
    r"|Director)"
    r"|(?:Regional|National|Grand|Paramount) Chief"
    r"|(?:(?:Executive|Senior|First|Second) )?Vice[ -](?:President|Chair(?:man|woman)?|Chancellor|Premier)"
    r"|(?:Chief )?(?:(?:Executive|Operating|Financial|Technology|Legal|Medical|Marketing|Information|Scientific|Product"
    r"|Revenue|Security|Science|People|Commercial) )+Officer|Chief Executive|(?:Deputy |Assistant )?Attorney[ -]General"
    r"|(?:Deputy |Acting )?(?:Prime|First) Minister|Solicitor General|Surgeon General|(?:U\.S\. )?District Judge"
    r"|(?:District|County|City|State|Commonwealth|U\.S\.) Attorney|(?:(?:Chief|Associate) )?Justice|Judge"
    r"|(?:Under)?Sheriff"
    r"|Sheriff's Deputy|(?:Police|Fire) (?:Chief|Commissioner)|(?:Deputy )?Chief|Lieutenant Governor|Lt\. Gov\."
    r"|(?:Deputy )?Chief of (?:Police|(?:Defen[cs]e |General )?Staff)"
    r"|(?:Major|Lieutenant|Brigadier)[ -]General|Lieutenant[ -](?:Colonel|Commander)|(?:Rear|Vice) Admiral"
    r"|(?:Battalion|Division|Section|Bureau) Chief|(?:Staff|Master|First) Sergeant"
    r"|(?:Lt|Maj|Brig)\. (?:Col|Gen)\.|(?:Capt|Sgt|Det|Lt|Cpl|Supt|Insp|Gov|Sen|Rep|Gen|Col|Adm|Cmdr|Maj|Del)\."
    r"|(?:State )?(?:Sen|Rep)\.|(?:Detective )?(?:Chief )?(?:Superintendent|Inspector|Sergeant|Constable)|Captain"
    r"|Lieutenant|Commander|Colonel|General|Admiral|(?:Council)?(?:man|woman|member)|Councill?or|Coun|Cllr|Mayor"
    r"|Governor|Senator|Representative|Assembly(?:man|woman|member)|Speaker|Ambassador|Minister"
    r"|(?:Cabinet |Permanent |Principal |Press |Home |Foreign )?[Ss]ecretary|Under-?[Ss]ecretary"
    r"|(?:(?:Additional|Deputy|Assistant|Senior|Joint) )?(?:(?:Inspector|Director) General|Superintendent|Commissioner"
    r"|Inspector) of Police|(?:Special )?(?:Envoy|Rapporteur|Coordinator)|Prosecutor|State Councill?or"
    r"|Chancellor|President|Chair(?:man|woman)?|(?:High )?Commissioner|Director|Superintendent|Trooper|Bishop"
    r"|Archbishop|Coach|(?:(?:Marketing|Sales|General|Communications?|Project|Operations|Country|Regional|Brand|Media"
    r"|Product|Finance|HR|Human Resources|Technical|Managing|Campaign|Corporate Affairs|Public Relations)"
    r" (?:Manager|Director|Officer|Coordinator))"
    r"|(?:Music|Musical|Artistic|Creative|Executive|Athletics?|Sporting|News|Editorial|Medical|Scientific|Research|Program"
    r"|Programme|Policy|Associate|Assistant|Deputy|Acting|Interim) Director|(?:Executive|Associate|Senior) Producer"
    r"|Spokes(?:man|woman|person)|(?:Majority|Minority) (?:Leader|Whip)|Premier|Deputy(?: Speaker)?|Constable"
    r"|First Officer|Flight (?:Engineer|Attendant)|Fire Marshal|Coroner|MP|MEP|MSP|MLA"
)
OFFICE: Final = re.compile(_LOUD)
_QUIET: Final = (
    r"(?:(?:chief|head|managing|sports?|sporting|football|technical|creative|artistic|finance|executive|general"
    r"|competition|policy|security|police|marketing|assistant|deputy|interim|caretaker|acting|former|then|club|team"
    r"|company|group|union|research|senior|regional|national) )*"
    r"(?:boss|chief|manager|coach|captain|spokes(?:man|woman|person)|director|chair(?:man|woman)?|president"
    r"|co-?founder|founder|owner|head|leader|executive|officer|editor|analyst|economist|engineer|official|lawyer|attorney"
    r"|chief executive|vice[ -]president|striker|midfielder|defender|goalkeeper|winger|forward|skipper|quarterback"
    r"|pitcher|guard|secretary|treasurer|CEO|CFO|COO|CTO)"
)
_WORD: Final = r"(?:[A-ZÀ-Þ](?:[\w’'&-]*[\w&])?|(?:[A-Z]\.){2,}|St\.)"
_WITHIN: Final = r"(?:['’](?!(?:s|re|ve|ll|d|t|m)\b)[a-zà-ÿ]+)*"  # "Ndung'u"
_SURNAME: Final = (
    rf"(?:(?:Mc|Mac|O['’]|D['’]|al-|el-)?[A-ZÀ-ÞĀ-őŔ-ſ][a-zà-ÿĀ-ſ]+{_WITHIN})(?:-[A-ZÀ-ÞĀ-őŔ-ſ]?[a-zà-ÿĀ-ſ]+)*"
)
_PERSON: Final = (
    rf"{_SURNAME}(?: [A-Z]\.)*(?:(?: (?:[Dd]e|[Dd]el|[Vv]an|[Vv]on|[Bb]in|[Aa]l|[Ee]l|[Dd]a|di|der|den|[Ll]a))*"
    rf" {_SURNAME}){{1,2}}(?: (?:Jr|Sr)\.)?"
)
# What a long name goes on with: Obrador behind "President Andrés Manuel López", da Silva behind "Luiz Inácio Lula"
_MORE: Final = re.compile(rf"(?:(?: (?:d[aeio]|d[eo]l|dos|[Ll]a))* {_SURNAME}){{1,2}}(?=[,.;:)]|['’]s\b| [a-zà-ÿ])")
_RANK: Final = (
    r"(?:Commander|Captain|Colonel|(?:Major |Lt\.? |Lieutenant )?General|Admiral|(?:Cmdr|Capt|Col|Gen|Dr)\.?|Sir)"
)
_WORDS: Final = rf"(?:{_WORD} (?:(?:of|for|and|&) (?:the )?)?)"
_ROW: Final = re.compile(
    rf"(?:(?<![\w.-])|(?<=\b[Tt]hen-))(?P<body>{_WORDS}{{1,8}}?)??(?P<office>{_LOUD})(?: {_RANK})? "
    rf"(?P<holder>{_PERSON})(?![\w-])"
)
_LOW: Final = re.compile(rf"(?<![\w.-])(?P<body>{_WORDS}{{1,8}})(?P<office>{_QUIET}) (?P<holder>{_PERSON})(?![\w-])")
# "Sen. Jane Miller (R-Texas)", "Rep. Ana Lopez, D-Ill.,": the state behind the letter of the party.
_STATE: Final = re.compile(
    r"[(,] ?(?:R|D|I|GOP)-(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?\.?|(?:[A-Z]\.){1,2})(?=[,);]|\.(?:\s+[A-Z“]|$))"
)
_PEOPLE: Final = ("ian", "ish", "ese", "ean", "oran", "ican")
# "Secretary for Culture, Sports and Tourism Jane Miller": what follows "and" is a charge, what follows that a holder
_IN_CHARGE: Final = re.compile(
    r"\b(?:[Mm]inister|[Ss]ecretary|[Uu]ndersecretary|[Cc]ommissioner|[Ss]pokes\w+) (?:for|of) (?:the )?"
    r"(?:[A-Z][\w-]+,? )+(?:and|&) (?P<last>[A-Z][\w-]+)(?P<rest>(?: [A-Z][\w’'-]+){2,6})"
)
# "Australian Federal Police" Commissioner
_FORCES: Final = frozenset("Federal Metropolitan National State Transport Military Provincial Municipal Civil".split())
# What stands before an office and belongs to no body's name.
_APART: Final = frozenset(
    "former then acting deputy ex new interim outgoing incoming assistant senior retired late the a an state federal"
    " first second vice president minister mr ms mrs dr sir when after as but and while if on in at by although"
    " caretaker rear presiding company team club group shadow".split()
)
_CAPITAL_BEFORE: Final = re.compile(r"\b[A-Z][\w’'-]* $")
_CHARGED: Final = re.compile(r" (?:Minister|Secretary|Undersecretary|Commissioner)\b")
_CHARGES: Final = PORTFOLIOS - {"Treasury"} | {"Cabinet", "Shadow", "Junior"}
_OF_PARTY: Final = frozenset("Party Committee Conference Caucus Convention Association Federation".split())
_PLAIN: Final = re.compile(rf"{_SURNAME}|[A-Z][a-z]+[A-Z][a-z]+")
_NOBODY: Final = frozenset("national security adviser advisor affairs relations communications homeland".split())
# A body's name ends with none of these: "Emma Watson and the director Jane Miller".
_GOES_ON: Final = frozenset("and & of for the a an his her its their".split())
_LAND: Final = re.compile(r"(?:County|State|City|Township|Parish|Island|Bay|Valley|Province)$")


def holders(text: str) -> Iterator[Candidate]:
    """Yield the names of holders and of what their office is of, firm: neither reaches into the other."""
    for found in _STATE.finditer(text):
        yield Candidate(Span(*found.span("state")), EntityType.PLACE, 4.0, "rule:state", firm=True)
    for start, end in places_of_letters(text):
        yield Candidate(Span(start, end), EntityType.PERSON, 4.0, "rule:letters", firm=True)
    yield from _in_charge(text)
    for row in _rows(text):
        yield Candidate(_whole(text, *row.span("holder")), EntityType.PERSON, 2.5, "rule:holder", firm=True)
        charged = row["office"].endswith(("Minister", "ecretary", "Commissioner"))
        body = row["body"] or ""
        force = row["office"].startswith("Police ") and body.split()[-1:] and body.split()[-1] in _FORCES
        yield from _body(text, row.start("body"), f"{body}Police " if force else body, loud=True, charged=charged)
    for row in _LOW.finditer(text):
        if _person(row["holder"]):
            yield from _body(text, row.start("body"), row["body"], loud=False)


def _whole(text: str, start: int, end: int) -> Span:
    """Return a holder's name with the words by which it is longer than most: "Andrés Manuel López Obrador"."""
    more = _MORE.match(text, end) if text.count(" ", start, end) > 1 else None
    return Span(start, more.end() if more and _person(text[start : more.end()]) else end)


def _in_charge(text: str) -> Iterator[Candidate]:
    """Yield whoever has charge of several things, named behind the last of them."""
    for row in _IN_CHARGE.finditer(text):
        words = list(re.finditer(r"\S+", row["rest"]))
        called = next((n for n, word in enumerate(words[:-1]) if word.group() in first_names()), None)
        plain = next((n for n, word in enumerate(words) if word.group() not in PORTFOLIOS), len(words))
        at = called if called is not None else plain
        if 2 <= len(words) - at <= 4:
            start = row.start("rest")
            span = Span(start + words[at].start(), start + words[-1].end())
            yield Candidate(span, EntityType.PERSON, 2.5, "rule:holder", firm=True)


def _rows(text: str) -> Iterator[re.Match[str]]:
    """Yield the rows whose office somebody holds: "General" holds none in "General Intelligence Chief Jane Miller"."""
    row = _ROW.search(text)
    while row is not None:
        held = _person(row["holder"])
        if held:
            yield row
        row = _ROW.search(text, row.end() if held else row.end("office"))


def _person(name: str) -> bool:
    """Tell whether no word of a name is one of bodies, places of work or people in general."""
    words = {word.lower().rstrip(".") for word in name.split()}
    lists = listed("organization_words", "common_capitals", "event_words", "person_titles", "calendar")
    return not words & lists and not words & _NOBODY and name not in places()


def _body(text: str, start: int, words: str, *, loud: bool, charged: bool = False) -> Iterator[Candidate]:
    """Yield the body before an office, without the words that only describe the office or open the sentence.

    Where the office is `loud` what stands before it is a name even at the beginning of a sentence, unless the text
    has the word without a capital.
    """
    parts = list(re.finditer(r"\S+", re.sub(r" (?:Interim|Acting|Outgoing|Incoming) $", " ", words)))
    parts = without_seat(_begun(text, parts))
    parts = parts[_behind_person(text[max(0, start - 24) : start], [part.group() for part in parts]) :]
    whole = any(part.group() == "of" for part in parts)  # "Department of Economic Affairs" Director
    while parts and parts[-1].group() in PORTFOLIOS and not whole:
        parts = parts[:-1]
    last = parts[-1].group() if parts else ","
    if last.endswith(("'s", "’s", ",", "-winning", "-nominated", "-born")) or last in _GOES_ON:
        return  # "State Councilor and Foreign Minister": one office after the other
    span = Span(start + parts[0].start(), start + parts[-1].end())
    name = span.of(text)
    yield from (two := _two_teams(span, name))
    if two or _adjective(name) or name in parties("en") or _charge(name) or _portfolio(text, span):
        return
    if name in known_by_form() or name in places():
        listed = known_by_form()[name].type if name in known_by_form() else EntityType.PLACE
        yield Candidate(span, listed, 2.5, "rule:held", firm=True)
        return
    if name == "Party":
        return
    opens = len(parts) == 1 and not _mid_sentence(text, span.start) and not _proper(text, name, loud=loud)
    if opens or (len(parts) == 1 and charged and not name.isupper()):  # "Communications Minister"
        return
    kind = EntityType.PLACE if _LAND.search(name) else EntityType.ORGANIZATION
    yield Candidate(span, kind, 1.5, "rule:held", firm=True)


def _begun(text: str, parts: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the words of a body without those before it: describing ones, a party, somebody else joined by "and"."""
    apart = _APART | KINDS | lexicon()["function_words"] | lexicon()["calendar"]
    while parts and parts[0].group().lower().rstrip(".") in apart and not _begins_place(parts):
        parts = parts[1:]
    if len(parts) > 1 and parts[0].group() in parties("en") and parts[-1].group() not in _OF_PARTY:
        parts = parts[1:]  # "Democratic Boston Mayor"
    joint = next((n for n, part in enumerate(parts) if part.group() == "and"), 0)
    if joint > 2 and any(part.group().lower() in lexicon()["person_titles"] for part in parts[: joint - 1]):
        parts = parts[joint + 1 :]  # "Prime Minister John Carter and Party chief Jane Miller"
    if len(parts) > 2 and parts[1].group() == "and" and _surname(text, parts[0].group()):
        parts = parts[2:]  # "between Miller and District Police Chief John Carter"
    return parts


def _behind_person(before: str, words: list[str]) -> int:
    """Return where the body begins behind somebody it is joined to: "[James Elder and] WHO chief Jane Miller"; else 0.

    That it is somebody his first name says, or the post before him.
    """
    at = len(words) - 1 - words[::-1].index("and") if "and" in words[2:] else 0
    if at < 2 or not all(_PLAIN.fullmatch(word) for word in words[at - 2 : at]):
        return 0
    post = words[at - 3] if at > 2 else before.rstrip().rpartition(" ")[2]
    titled = OFFICE.fullmatch(post) is not None or post.lower() in lexicon()["person_titles"]
    titled = titled or post.lower() in person_nouns()
    common = listed("organization_words", "place_words", "event_words", "person_titles")
    called = titled or (words[at - 2] in first_names() and words[at - 2] not in places())
    return at + 1 if called and words[at - 1].lower() not in common else 0


def _surname(text: str, word: str) -> bool:
    """Tell whether the text names somebody with this word behind a first name."""
    first = re.findall(rf"\b([A-Z][a-z]+) {re.escape(word)}\b", text)
    return any(name in first_names() for name in first)


def _begins_place(parts: list[re.Match[str]]) -> bool:
    """Tell "New" of "New Zealand coach Jane Miller" from "new Leeds coach"."""
    return any(" ".join(part.group() for part in parts[:count]) in places() for count in (2, 3))


def _two_teams(span: Span, name: str) -> list[Candidate]:
    """Return both of "Nigeria and Barcelona forward Jane Miller"."""
    first, joint, last = name.partition(" and ")
    if not joint or first not in places() or last not in places():
        return []
    halves = (Span(span.start, span.start + len(first)), Span(span.end - len(last), span.end))
    return [Candidate(half, EntityType.ORGANIZATION, 1.5, "rule:held", firm=True) for half in halves]


def is_office(name: str) -> bool:
    """Tell an office, also with what it has charge of: "Chief Executive Officer", "Treasury Chief Secretary"."""
    words = name.split()
    while len(words) > 1 and words[0] in PORTFOLIOS and OFFICE.fullmatch(" ".join(words)) is None:
        words = words[1:]
    return " " in name and OFFICE.fullmatch(" ".join(words)) is not None


def _portfolio(text: str, span: Span) -> bool:
    """Tell what a minister has charge of by what follows: "National Revenue" Minister, not "Japan Defence" Minister."""
    name = span.of(text)
    if not text.startswith(" Minister ", span.end) or len(name.split()) != 2:
        return False
    known = any(form in known_by_form() or form in places() for form in (name, name.split()[0]))
    return not known and not lexicon()["organization_words"] & set(name.lower().split())


def without_charge(text: str, span: Span) -> Span | None:
    """Return a name before an office without what the office has charge of: "Kenyan Interior" Minister, or None.

    What begins an office is no name: "Music" of "Music Director".
    """
    office = OFFICE.match(text, span.start)
    if office is not None and office.end() > span.end:
        return None
    words = list(re.finditer(r"\S+", span.of(text)))
    if _portfolio(text, span):
        return None
    if _CHARGED.match(text, span.end) is None or words[-1].group() not in _CHARGES:
        return span
    kept = [word for word in words if word.group() not in _CHARGES | {"and", "&"}]
    cut = Span(span.start, span.start + kept[-1].end()) if kept and kept[0] is words[0] else None
    return None if cut is None or _adjective(cut.of(text)) else cut


@cache
def _peoples() -> frozenset[str]:
    return peoples_adjectives() | {d.lower() for d in demonyms()}


def _adjective(name: str) -> bool:
    """Tell the adjective of a people or a rank before an office: "Georgian director", "Regional Governor"."""
    if name in ("Regional", "Provincial", "Municipal", "Territorial"):
        return True
    ends = {part for part in name.rpartition(" ")[2].split("-") if part}
    return bool({end.lower() for end in ends} & _peoples()) or (" " not in name and name.endswith(_PEOPLE))


def _charge(name: str) -> bool:
    """Tell what an office has charge of, or a person noun: "Foreign Minister", "Opposition Leader"."""
    words = name.split()
    return words[-1].lower() in person_nouns() or all(word in PORTFOLIOS for word in words)


def _proper(text: str, word: str, *, loud: bool) -> bool:
    """Tell whether a word that begins a sentence is a name: so written elsewhere, or nowhere without a capital."""
    alone = re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)  # not "Station" of "Weather Station"
    places_of = [
        found.start() for found in alone if not _CAPITAL_BEFORE.search(text, max(0, found.start() - 30), found.start())
    ]
    if any(_mid_sentence(text, at) for at in places_of):
        return True
    common = word.lower() in lexicon()["common_capitals"] or word.lower() in person_nouns()
    return loud and not common and re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) is None


def _mid_sentence(text: str, start: int) -> bool:
    """Tell whether a capital there is not merely that of a sentence."""
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\"“'‘(")
    return bool(before) and before[-1] not in ".!?…:;\n—–-"
