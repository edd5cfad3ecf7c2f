"""Spots English names written out in full: "Union for the Harbor Towns of the Gulf (UHTG)", "H.E. Ali Sabri".

The small words inside part them elsewhere; here the short form behind, the kind of state or the address says that they
are one name.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.holders import is_office
from kg.annotate.names.no_names import NO_NAME
from kg.lexicon.tables import PLACE_WEIGHT, lexicon, listed, places
from kg.model import EntityType, Span

_CAPITAL: Final = r"[A-ZÀ-Þ](?:[\w-]|['’](?=[A-ZÀ-Ýs]))*"
_SMALL: Final = r"(?:of|for|and|in|on|to|by|with|against|the|de|del|la|los|las|y)"
_SHORT: Final = re.compile(
    rf"(?<![\w-])(?!The[ \u00a0])(?P<name>{_CAPITAL}(?:,?[ \u00a0](?:{_SMALL}[ \u00a0]){{0,3}}{_CAPITAL}){{1,9}})"
    r"[ \u00a0]\([\"“‘']?(?P<short>[A-Z][A-Za-z&-]{1,7})[\"”’']?\)"
)
_SMALL_INSIDE: Final = re.compile(rf"[ \u00a0]{_SMALL}[ \u00a0]")
_STATE: Final = re.compile(
    r"(?<![\w-])(?:(?:Hashemite|Arab|Islamic|Federal|Democratic|People['’]s|Socialist|United|Bolivarian|Plurinational|Hellenic"
    r"|Oriental|Co-?operative|Independent|Federative|Sovereign|Holy)[ \u00a0]){0,3}"
    r"(?:Republic|Kingdom|(?<!Islamic[ \u00a0])State|Sultanate|Emirate|Commonwealth|Principality)[ \u00a0]of[ \u00a0]"
    rf"(?:the[ \u00a0])?(?P<land>{_CAPITAL}(?:[ \u00a0]{_CAPITAL})*)"
)
# "Act No. 41 of 1987", "the Finance Bill 2022/2023"
_LAW: Final = re.compile(
    r"(?<![\w-])(?:(?!The[ \u00a0])[A-Z][a-z]+[ \u00a0](?:(?:of|and|for)[ \u00a0])?){0,4}"
    r"(?:Bill|Act|Law|Ordinance|Decree|Decree-Law)"
    r"(?:[ \u00a0]No\.?[ \u00a0]?\d{1,4}(?:[ \u00a0]of[ \u00a0]\d{4})?|,?[ \u00a0](?:19|20)\d\d(?:/\d{2,4})?)(?![\w-])"
)
# "Royal Commission into Aged Care", "Commission of Inquiry into State Capture"
_INQUIRY: Final = re.compile(
    rf"(?<![\w-])(?:Royal Commission|(?:[A-Z]\w+[ \u00a0])?(?:Commission of )?Inquiry)[ \u00a0]into[ \u00a0]"
    rf"(?:the[ \u00a0])?{_CAPITAL}(?:[ \u00a0](?:(?:in|of|and|the|to)[ \u00a0]){{0,2}}{_CAPITAL})*"
)
# "Attorney General's Office", "Marion County Sheriff's office"
_CHAMBER: Final = re.compile(
    r"(?<![\w-])(?:(?!The |In |At |On )[A-Z][\w.-]+ ){0,3}"
    r"(?:(?:Attorney|Solicitor|Auditor|Inspector|Comptroller|Surgeon) General|Prosecutor"
    r"|District Attorney|(?:State|County) Attorney|Sheriff|Coroner|Public Defender|Ombudsman)"
    r"['’]s (?:[Oo]ffice|Department|Chambers)\b"
)
# "African Footballer of the Year"
_BEST: Final = re.compile(
    r"(?<![\w-])(?:(?!The[ \u00a0])[A-Z][\w’'-]+[ \u00a0]){0,4}"
    r"(?:Footballer|Player|Coach|Sports(?:man|woman|person)|Personality|Driver|Artist|Entrepreneur|Athlete|Manager|Team"
    r"|Goalkeeper|Cricketer|Book|Song|Album|Photographer|Journalist|Employee|Newcomer|Rookie|Swimmer|Cyclist|Boxer)"
    r"[ \u00a0]of[ \u00a0]the[ \u00a0](?:Year|Month|Week|Match|Season|Tournament|Decade|Century|Series)(?![\w-])"
)
_FIELDS: Final = r"(?:(?:,? and|,)? [A-Z][\w-]+)"
# "the House of Commons Science and Technology Committee", "the Office of the UN High Commissioner for Refugees"
_OF_HOUSE: Final = re.compile(
    rf"(?<![\w-])House of (?:Representatives|Commons|Lords|Assembly|Delegates){_FIELDS}{{0,6}} (?:Select |Joint )?"
    rf"(?:Subc|C)ommittee(?: on (?:the )?(?!\w+day\b)[A-Z][\w-]+{_FIELDS}{{0,4}})?(?![\w-])"
    r"|(?<![\w-])Office of the (?:[A-Z][\w.]+ ){0,2}"
    r"(?:High Commissioner for (?:Human Rights|Refugees)|High Representative|(?:Prime|First) Minister|Special Counsel"
    r"|(?:Attorney|Surgeon|Inspector|Solicitor|Auditor) General)(?![\w-])"
)
_EXCELLENCY: Final = re.compile(
    r"(?<![\w.-])(?:H\.?[ \u00a0]?E\.?|H\.?[ \u00a0]?R\.?[ \u00a0]?H\.?)[ \u00a0]"
    r"(?:(?:Dr|Eng|Prof|Mr|Mrs|Ms)\.?[ \u00a0])?(?:Sheikha?[ \u00a0])?"
    r"(?P<name>[A-Z][a-zà-ÿ-]+(?:[ \u00a0](?:bin|bint|al|de|[A-Z][a-zà-ÿ]*)(?:[ -][A-Z][a-zà-ÿ]+)?){1,5})"
)


def formal(text: str) -> Iterator[Candidate]:
    """Yield such names, firm: nothing shorter inside them is a name of its own."""
    for match in _SHORT.finditer(text):
        yield from _explained(match)
    for match in _STATE.finditer(text):
        ends = [word.end() for word in re.finditer(r"[^ \u00a0]+", match["land"])]
        lands = (end for end in ends[::-1] if places().get(match["land"][:end], 0.0) >= PLACE_WEIGHT["country"])
        if end := next(lands, 0):
            span = Span(match.start(), match.start("land") + end)
            yield Candidate(span, EntityType.PLACE, 4.0, "rule:formal-state", firm=True)
    for pattern, kind in (
        (_LAW, EntityType.WORK),
        (_BEST, EntityType.WORK),
        (_CHAMBER, EntityType.ORGANIZATION),
        (_INQUIRY, EntityType.ORGANIZATION),
        (_OF_HOUSE, EntityType.ORGANIZATION),
    ):
        for match in pattern.finditer(text):
            yield Candidate(Span(*match.span()), kind, 4.0, "rule:formal", firm=True)
    for match in _EXCELLENCY.finditer(text):
        yield from _excellency(match)


def _body(words: list[re.Match[str]]) -> bool:
    """Tell whether what stands before "and the" is a body of its own."""
    return len(words) > 1 and words[-1].group().lower() in lexicon()["organization_words"]


def _explained(match: re.Match[str]) -> Iterator[Candidate]:
    """Yield the body in front of its short form: from where the capitals spell that, else from its head."""
    begun = match["name"].rfind(", the ") + 1  # "the National Assembly, the Union for Reform (UR)"
    words = [word for word in re.finditer(r"[\w’'-]+", match["name"]) if word.group()[0].isupper()]
    words = [word for word in words if word.start() >= begun]
    apart = [word for word in words if word.start() >= match["name"].rfind(" and the ")]
    short = [letter for letter in match["short"] if letter.isupper()]
    short = list(match["short"].upper()) if len(short) == 1 else short  # "(Tran)"
    initials = [word.group()[0] for word in words]
    spelt = next((n for n in range(len(words)) if initials[n:] == short), None)
    if spelt is None and _body(words[: len(words) - len(apart)]):  # "the Treasury Board and the Home Office (HO)"
        words = apart
        initials = [word.group()[0] for word in words]
    alike = 2 * len(set(short) & set(initials)) >= len(set(short)) and match["short"] not in places()
    first = _head(match["name"], words) if spelt is None and alike else spelt
    rest = "" if first is None else match["name"][words[first].start() :]
    office = is_office(rest) or NO_NAME.fullmatch(rest) is not None  # "Superintendent of Police (SP)"
    if first is None or office or len(short) < 2 or not _SMALL_INSIDE.search(match["name"], words[first].start()):
        return  # a plain row of capitals is one name anyway
    start = match.start("name") + words[first].start()
    yield Candidate(Span(start, match.end("name")), EntityType.ORGANIZATION, 1.5, "rule:explained", firm=True)


def _head(name: str, words: list[re.Match[str]]) -> int | None:
    """Return where a body's name begins, behind whoever heads it ("Secretary-General of the"), or None."""
    titles = listed("person_titles", "post_words")
    first = next((n for n, word in enumerate(words) if word.group().lower() not in titles), len(words))
    heads = [word.group().lower() for word in words[first : first + 3]]
    bodies = [word for word in heads if word in lexicon()["organization_words"]]
    two = " and " in name and len(bodies) > 1
    return first if bodies and not two else None


def _excellency(match: re.Match[str]) -> Iterator[Candidate]:
    """Yield the name behind an address up to the title that may follow it: "H E Ali Sabri Ambassador of the State"."""
    words = list(re.finditer(r"[^ \u00a0]+", match["name"]))
    count = next((n for n, word in enumerate(words) if word.group().lower() in lexicon()["person_titles"]), len(words))
    if count > 1:
        start = match.start("name")
        span = Span(start, start + words[count - 1].end())
        yield Candidate(span, EntityType.PERSON, 3.0, "rule:excellency", firm=True)
