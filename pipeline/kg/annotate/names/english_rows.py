"""Parts English rows of capitals: "Governor of Washington Jane Miller", "Health Minister Jane Miller"."""

import re
from itertools import takewhile
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.holders import PORTFOLIOS
from kg.annotate.names.rows import addressed
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import countries
from kg.lexicon.tables import PLACE_WEIGHT, demonyms, family_names, first_names, holds, lexicon, listed, places, regions
from kg.model import EntityType, Span

_OFFICE = re.compile(
    r"(?:[Mm]inister|[Ss]ecretary|[Uu]ndersecretary|[Cc]ommissioner|[Ss]pokes\w+) (?:of|for)(?: the)? $"
)
_PARTISANS = frozenset(("Republican", "Republicans", "Democrat", "Democrats"))
_PASSING: Final = frozenset("former current previous local".split())
_SIDING = re.compile(r"\b(?:[Pp]ro|[Aa]nti)-$")
_GOVERNMENT = re.compile(r" (?:government|administration)\b")
_HELD = re.compile(
    r"(?:[Gg]overnor|[Mm]ayor|[Pp]resident|[Dd]irector(?:[ -][Gg]eneral)?|[Hh]ead|[Cc]hair\w*|[Mm]inister"
    r"|[Cc]hief|[Ll]eader|[Ss]ecretary|CEO|[Bb]ishop|[Aa]rchbishop|[Cc]oach|[Ee]ditor|[Rr]ector|[Pp]rincipal"
    r"|[Cc]ommissioner|[Aa]ttorney[ -][Gg]eneral|[Ss]enator|[Rr]epresentative|[Cc]ongress(?:wo)?man|[Ll]awmaker"
    r"|[Dd]elegate|[Ff]ounder|[Oo]wner|[Mm]anager|[Cc]aptain|[Ss]pokes\w+|[Dd]ean|[Mm]ember|[Cc]oordinator)"
    r" (?:of|for|from)(?: the)? $|\b[Aa]mbassador to(?: the)? $"
)
# Without an article a function stands before a name in English: "CEO of the Family Voice Tiernan Brady told"
_BARE = re.compile(
    r"(?:^|[.!?,;:\n][\"”]?\s+|\b(?:and|but|that|when|while) )"
    r"(?!(?:The|A|An|Its|His|Her|Their) )(?:[A-Z]\w+[ -])*\w+ (?:of|for)(?: the)? $"
)
_DEED_NEXT = re.compile(
    r" [a-z]+ed\b| (?:said|told|says|tells|wrote|gave|has|had|was|is|went|took|made|spoke|thinks)\b"
)
_FULL: Final = 2  # words of a person's name
_LETTERS = re.compile(r"[A-Z]{3,5}")
_LETTERS_AND_NAME = 3
_POST_OF = re.compile(r"[A-Z][\w.-]+, (?:the |a |its )?(?:[a-z-]+ ){1,3}(?:of|at)(?: the)? $")


def english_row(text: str, span: Span) -> list[Candidate] | None:
    """Return the names in one row of capitals: of an office and its holder, of a government; or None."""
    office = _HELD.search(text[max(0, span.start - 40) : span.start])
    words = list(re.finditer(r"\S+", span.of(text)))
    common = lexicon()["function_words"] | _PASSING  # "The Monti government", "Former government adviser"
    plain = (w for w in words if w.group().lower() not in common)
    begun = next((span.start + word.start() for word in plain), span.end)
    if len(words) > 1 and words[0].group() in places() and _SIDING.search(text[max(0, span.start - 6) : span.start]):
        rest = Span(span.start + words[1].start(), span.end)  # "pro-Beijing New People's Party"
        return [Candidate(rest, EntityType.ORGANIZATION, 1.0, "rule:siding", firm=True)]
    if parts := _office_and_holder(text, span, words, office.group() if office is not None else ""):
        return parts
    body = _GOVERNMENT.match(text, span.end)
    sided = re.search(r"-[a-z]", words[-1].group())  # "the UN-backed government"
    if body is not None and not office and not sided and begun < span.end:
        whole = Span(begun, body.end())
        people = words[-1].group() in demonyms() or re.search(r"(?:ese|ish|ian)$", words[-1].group())
        land = words[-1].group().lower() in countries("en")
        if not (people or land) and (
            body.group().endswith("government") or span.of(text) in places()
        ):  # "the New Zealand government", not "the Greek government"
            return [Candidate(whole, EntityType.ORGANIZATION, 3.0, "rule:government", firm=True)]
    return _titled(text, span)


def _office_and_holder(text: str, span: Span, words: list[re.Match[str]], office: str) -> list[Candidate] | None:
    """Return what is headed and by whom: "Middle East Bureau Andrew Plitt", "Governor of Washington Jane Miller"."""
    if held := _behind_body(words):
        return _parted(span, words, held, EntityType.ORGANIZATION)
    if _in_apposition(text, span, words):
        return [Candidate(span, EntityType.ORGANIZATION, 2.0, "rule:office", firm=True)]
    sent = office.startswith(("Ambassador to", "ambassador to"))
    ruled = office.lower().startswith(("president", "minister"))
    at = _holder(words, sent=sent, ruled=ruled) if office else None
    if at is not None and len(words) - at >= _FULL:
        return _parted(span, words, at, EntityType.PLACE if ruled and _country(words[:at]) else None)
    bare = office and _BARE.search(text[max(0, span.start - 60) : span.start]) and _DEED_NEXT.match(text, span.end)
    last = _full_name_last(words) if bare and not at else 0
    return _parted(span, words, last, None if _placed(words[:last]) else EntityType.ORGANIZATION) if last else None


def _country(words: list[re.Match[str]]) -> bool:
    return places().get(" ".join(word.group() for word in words), 0.0) >= PLACE_WEIGHT["country"]


def partisan(text: str, span: Span, words: list[re.Match[str]]) -> list[Candidate]:
    """Return the state of "an Illinois Republican", and who that is in "Georgia Democrat Jane Miller"."""
    at = next((n for n, word in enumerate(words) if n and word.group() in _PARTISANS), 0)
    state = Span(span.start, span.start + words[at - 1].end()) if at else None
    if state is None or state.of(text) not in regions():
        return []
    found = [Candidate(state, EntityType.PLACE, 2.0, "rule:partisan", firm=True)]
    titles = lexicon()["person_titles"]  # "Georgia Republican Governor Jane Miller"
    first = at + 1 + sum(1 for _ in takewhile(lambda word: word.group().lower() in titles, words[at + 1 :]))
    if len(words) - first > 1:
        name = Span(span.start + words[first].start(), span.end)
        found.append(Candidate(name, EntityType.PERSON, 2.0, "rule:partisan", firm=True))
    return found


def _parted(span: Span, words: list[re.Match[str]], at: int, kind: EntityType | None) -> list[Candidate]:
    """Return what is headed, of a kind where its words say so, and who heads it, whose name begins at a word."""
    headed = Span(span.start, span.start + words[at - 1].end())
    head = Span(span.start + words[at].start(), span.end)
    return [
        Candidate(headed, kind, 2.0 if kind else 1.0, "rule:office", firm=kind is not None),
        Candidate(head, EntityType.PERSON, 4.0, "rule:office", firm=True),
    ]


def _behind_body(words: list[re.Match[str]]) -> int:
    """Return where a person's name begins behind the last word of a body, or 0: no "Hospital Clara Campoamor"."""
    names = [word.group() for word in words]
    bodies = lexicon()["organization_words"]
    titles = lexicon()["person_titles"]  # "Supreme Court [Justice] Ruth Bader Ginsburg", though some are called so
    begun = next((n + 1 for n in range(len(names) - 3, 0, -1) if names[n].lower() in titles), 1)
    at = next((n for n in range(begun, len(names) - 1) if names[n] in first_names() and names[n] not in places()), 0)
    rest = names[at + 1 :]
    if not at or len(rest) > 3 or names[at - 1].lower() not in bodies or (at > 1 and names[0].lower() in bodies):
        return 0
    plain = all(re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+", name) for name in rest)
    common = holds(rest, "organization_words", "place_words", "event_words", "person_titles", "work_words")
    body = at > 1 + (names[0] == "The") or names[0] == "Cabinet"
    return at if plain and not common and body else 0


def _in_apposition(text: str, span: Span, words: list[re.Match[str]]) -> bool:
    """Tell "Fauzia Karim, president of [Bangladesh Mahila Samiti], said": who holds the office stands before it."""
    land = words[0].group() in places() and places().get(span.of(text)) is None
    called = any(word.group() in first_names() for word in words[1:])
    ends = text[span.end : span.end + 1] in (",", ".", ")") or text.startswith(" said", span.end)
    return (
        len(words) > 2
        and land
        and ends
        and not called
        and _POST_OF.search(text[max(0, span.start - 70) : span.start]) is not None
    )


def _holder(words: list[re.Match[str]], *, sent: bool, ruled: bool) -> int | None:
    """Return where the holder begins: "Governor of [Washington] Jane Miller", "Ambassador to [Chile] Ha Eun"."""
    names = [word.group() for word in words]
    called = next((n for n, name in enumerate(names[:-1]) if n and name in first_names()), None)  # "… Tiernan Brady"
    if names[-1].lower() in lexicon()["organization_words"] and names[-1] not in family_names():
        return None  # "head of the Jane Miller Foundation"
    whole = next((n for n in range(len(names) - 2, 1, -1) if " ".join(names[:n]) in known_by_form()), None)
    if whole and not called and not holds(names[whole:], "organization_words", "event_words", "place_words"):
        return whole  # "President of the [World Economic Forum] Borge Brende"
    common = holds(names, "organization_words", "place_words")
    if _LETTERS.fullmatch(names[0]) and not called and not common and len(names) == _LETTERS_AND_NAME:
        return 1  # "director general of [RID] Taweesak Tanadechopol"
    if called or not (sent or ruled) or common:
        return called
    landed = ((n, " ".join(names[:n])) for n in range(len(words) - 2, 0, -1))
    if ruled:  # "President of [Ukraine] Volodymyr Zelenskyy"
        return next((n for n, land in landed if places().get(land, 0.0) >= PLACE_WEIGHT["country"]), None)
    return next((n for n, land in landed if land in places() or land in known_by_form()), None)


def _full_name_last(words: list[re.Match[str]]) -> int:
    """Return where the two last words begin that are somebody's name, or 0: no "Head of the Open Skies Project"."""
    names = [word.group() for word in words]
    plain = all(re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+", name) for name in names[-_FULL:])
    common = holds(names[-_FULL:], "organization_words", "place_words", "event_words", "work_words")
    called = names[-1] in family_names() or any(name in first_names() for name in names[-_FULL:])
    return len(names) - _FULL if len(names) > _FULL and plain and called and not common else 0


def _placed(words: list[re.Match[str]]) -> bool:
    """Tell a place: "Mayor of New York Bill Stone"."""
    return " ".join(word.group() for word in words) in places()


def _titled(text: str, span: Span) -> list[Candidate] | None:
    """Return the names around the title in "Health Minister Jane Miller", "Texas Governor Jane Miller", or None."""
    words = list(re.finditer(r"\S+", span.of(text)))
    office = _OFFICE.search(text[max(0, span.start - 40) : span.start]) is not None
    charge = sum(1 for _ in takewhile(lambda word: word.group() in PORTFOLIOS, words)) if office else 0
    if charge and len(words) - charge >= 2:  # "Minister of Education Jane Miller"
        name = Span(span.start + words[charge].start(), span.end)
        return [Candidate(name, EntityType.PERSON, 1.5, "rule:title")]
    called = addressed(span, words)
    titles = [at for at, word in enumerate(words) if word.group().lower() in lexicon()["person_titles"]]
    if called or not titles or titles[-1] == 0 or titles[-1] + 1 >= len(words):
        return called
    cabinet = re.match(r"['’]s (?:Office|Department|Bureau)\b", text[span.end : span.end + 14]) is not None
    lists = listed("organization_words", "common_capitals", "post_words")
    if cabinet or words[-1].group().lower() in lists:
        return None  # "Justice Department", "Premier Division", "General Director": no holder of a title
    name = Span(span.start + words[titles[-1] + 1].start(), span.end)
    before = Span(span.start, span.start + words[titles[0] - 1].end()) if titles[0] else None
    found = [Candidate(name, EntityType.PERSON, 1.5, "rule:title")]
    if before is not None and before.of(text) in places():
        found.append(Candidate(before, EntityType.PLACE, places()[before.of(text)], "table:places"))
    return found
