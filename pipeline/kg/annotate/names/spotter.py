"""Spots what looks like a name: capitals, handles, quoted names, known names, places, first names.

Each rule is one that holds for any news text; none looks at what a model said.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from kg.annotate.names.abbreviated import abbreviated
from kg.annotate.names.candidate import Candidate
from kg.annotate.names.fixed import fixed
from kg.annotate.names.holders import PORTFOLIOS, holders
from kg.annotate.names.institutions import institutions
from kg.annotate.names.rows import addressed, based, labelled, rows, two_persons
from kg.lexicon.known import Known, find_known, known_by_form
from kg.lexicon.peoples import peoples_adjectives
from kg.lexicon.tables import demonyms, family_names, first_names, fold, lexicon, listed, person_nouns, places
from kg.lexicon.whole_words import stands, whole_words
from kg.model import EntityType, Span
from kg.model.annotation import Quote

_WORD = r"[A-ZÀ-ÖØ-ÞŒ](?:[\w’'-]*\w)?\.?|[A-ZÀ-ÖØ-ÞŒ]\."
_CAPITAL = r"(?:(?:\b[a-z]{1,2}(?=[A-Z][a-z]))?[A-ZÀ-ÖØ-ÞŒ](?:[\w-]|['’](?=[A-ZÀ-Ý]|[huao]\b))*)"
_INITIAL = r"(?:[A-ZÀ-Þ]\.(?:-?[A-Z]\.)*)"
_JOIN_EN = r"(?:(?:for|of|and|to|in)(?:[ \u00a0]the)?)"
_JOIN_NAME = r"(?:van|von|der|den|bin|ben|ibn|al|el|di|da|del|dos|y|e|ter|zu|ka|wa|arap)"
_SCORE = r"(?![-–:/.,]?\d|\s?[-–]\s?\d)"  # « Italy 2-0 » is no name with a number
_NAME = re.compile(
    rf"(?:{_INITIAL}|{_CAPITAL})"
    rf"(?:[ \u00a0](?:{_JOIN_NAME}[ \u00a0])*(?:{_INITIAL}|{_CAPITAL}|(?<=[a-z] )\d{{1,3}}\b{_SCORE}))*"
)
_NAME_EN = re.compile(
    _NAME.pattern.replace("van|von", "de(?:[ \u00a0](?:la|los|las|Los))?|van|von").replace(
        "[huao]\\b", r"[huaoií]\b|(?<=\w{2}['’])(?!(?:s|t|ll|re|ve|d|m)\b)[a-zà-ÿ]{2,}\b"
    )
)
_UNIVERSITY = re.compile(rf"Universit(?:y|ies) of {_CAPITAL}(?: {_CAPITAL})* at {_CAPITAL}")
_GROUP = re.compile(
    rf"{_CAPITAL}(?:[ \u00a0]{_CAPITAL})*[ \u00a0](?:for|pour)[ \u00a0]{_CAPITAL}(?:[ \u00a0]{_CAPITAL})*"
)
_ENGLISH = re.compile(
    rf"{_CAPITAL}(?:[ \u00a0]{_CAPITAL})*(?:[ \u00a0](?:{_JOIN_EN}[ \u00a0])+{_CAPITAL}(?:[ \u00a0]{_CAPITAL})*)+"
)
# « le ministère de la Défense » is a name, though its head has no capital.
_OF = r"(?:(?:de|à)[ \u00a0]la[ \u00a0]|(?:de|à)[ \u00a0]l['’] ?|(?:du|des|aux?)[ \u00a0]|d['’] ?)"
_MINISTRY = re.compile(
    rf"\b(?:[Mm]inistère|[Ss]ecrétariat d['’][EÉ]tat)(?:[ \u00a0][a-zéèç]+)?[ \u00a0]{_OF}{_CAPITAL}"
    rf"(?:(?:,[ \u00a0]|[ \u00a0]et[ \u00a0]){_OF}?{_CAPITAL})*"
    rf"|\b[Mm]inistère(?:[ \u00a0][a-zéèç]+)?[ \u00a0]{_OF}(?:affaires (?:étrangères|sociales)|intérieur|défense"
    r"|santé|justice|éducation(?: nationale)?|finances|économie|transports|environnement|agriculture|culture|travail)\b"
)
_MINISTER = re.compile(
    rf"(?:[Mm]inistre|[Ss]ecrétaire d['’][EÉ]tat|[Cc]ommissaire|[Gg]arde)s?(?: [\w-]+)? (?:chargée?s? )?"
    rf"(?:{_OF}{_CAPITAL}[\w' -]{{0,40}}?(?:, | et ))*{_OF}$"
)
_OFFICE = re.compile(
    r"(?:[Mm]inister|[Ss]ecretary|[Uu]ndersecretary|[Cc]ommissioner|[Ss]pokes\w+) (?:of|for)(?: the)? $"
)
_OF_MINISTER = re.compile(r"\b[Mm]inister (?:of|for)(?: the)? (?:[A-Z][a-z]+,? (?:[A-Z][a-z]+ )*and )?$")
_GOVERNMENT = re.compile(r" (?:government|administration)\b")
_HELD = re.compile(
    r"(?:[Gg]overnor|[Mm]ayor|[Pp]resident|[Dd]irector|[Hh]ead|[Cc]hair\w*|[Mm]inister|[Cc]hief|[Ll]eader|[Ss]ecretary|CEO)"
    r" (?:of|for)(?: the)? $|\b[Aa]mbassador to(?: the)? $"
)
_POST_OF = re.compile(r"[A-Z][\w.-]+, (?:the |a |its )?(?:[a-z-]+ ){1,3}(?:of|at)(?: the)? $")
_HANDLE = re.compile(r"(?<![\w@.])@\w{2,30}(?:\.\w{2,30})*")
_HASHTAG = re.compile(r"(?<![\w#&])#\w{2,60}")
_ACRONYM = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{2,6}(?![\w-])")
_ARTICLE = re.compile(r"\b(?:(?:[Ll]es|[Ll]e|[Ll]a|[Tt]he|[Dd]es|[Dd]u|[Aa]ux?|[Uu]ne?)[ \u00a0]|[LlDd]['’] ?)$")
# « la Ligue des champions féminine », « le Tour de France 2016 »
_ARTICLES = frozenset(("Le", "La", "Les", "Un", "Une", "Des", "The", "A", "An"))
_CHANNEL = re.compile(r" (?:channel|page|account|group|video|post)s?\b")  # "the NSTF YouTube channel"
_SAINTS = frozenset(("San", "Santa", "Saint", "Santo"))  # "San Pablo Streams"
_EDITION = re.compile(
    r"(?=[ \u00a0](?:[fm]|\d{4}))(?:[ \u00a0](?:féminine?|masculine?))?(?:[ \u00a0](?:19|20)\d\d(?:[-–]\d{2,4})?)?\b"
)
_VERSION = re.compile(
    r"[ \u00a0]\d{1,2}(?:\.\d+)?(?![\w%€$]|[.,]\d|[ \u00a0]?(?:%|€|milli|euros?\b|dollars?\b"
    r"|ans\b|years?\b|people\b|personnes\b|pour\b|percent|fois\b|times\b|points?\b|heures?\b|jours?\b|mois\b))"
)  # "Internet Explorer 9"
_CAPITAL_BEFORE = re.compile(rf"(?<=[a-zà-ÿ,] ){_CAPITAL} $")
_EVENT_OF = re.compile(rf"[ \u00a0](?:de[ \u00a0]|d['’] ?)(?:{_CAPITAL}|\d{{4}})")
_POSTED = re.compile(r"\b(?:wrote|posted|said|announced|écrit|publié|posté|annoncé|message|post) (?:on|sur) $")
_NOT_X = re.compile(r"(?:\b(?:M\.|Mme|Malcolm|Charles|Louis|Pie|rayons?|Mr\.?|Xavier)[ \u00a0])$")


def spot(text: str, paragraphs: tuple[Span, ...], quotes: tuple[Quote, ...], language: str) -> Iterator[Candidate]:
    """Yield candidates of every rule; spans may overlap, choosing among them is the vote's work."""
    yield from _handles(text)
    yield from _quoted(text, quotes)
    yield from _known(text)
    for paragraph in paragraphs:
        if _shouts(paragraph.of(text)):
            continue  # capitals say nothing in a headline that is all capitals
        yield from _capitals(text, paragraph, language)
        yield from _long_names(text, paragraph, language)
        yield from _groups(text, paragraph)
    yield from _acronyms(text)
    yield from rows(text, language)
    yield from fixed(text, paragraphs, quotes, language)
    yield from (*institutions(text), *abbreviated(text)) if language == "fr" else holders(text)
    for match in _MINISTRY.finditer(text):
        yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, 4.0, "rule:ministry", firm=True)


def charged(text: str, span: Span) -> bool:
    """Tell what a minister has charge of, no name: « le ministre de l'Intérieur », "Minister of Health"."""
    before = text[max(0, span.start - 140) : span.start]
    named = span.of(text) in known_by_form() or "'" in span.of(text) or "’" in span.of(text)
    return _MINISTER.search(before) is not None or (_OF_MINISTER.search(before) is not None and not named)


def _handles(text: str) -> Iterator[Candidate]:
    for match in _HANDLE.finditer(text):
        yield Candidate(Span(*match.span()), EntityType.ONLINE_ACCOUNT, 5.0, "rule:handle", firm=True)
    for match in _HASHTAG.finditer(text):
        yield Candidate(Span(*match.span()), EntityType.OTHER, 5.0, "rule:hashtag", firm=True)


def _quoted(text: str, quotes: tuple[Quote, ...]) -> Iterator[Candidate]:
    """Yield names that stand in quotation marks: all words capitalised but for joining ones."""
    for quote in quotes:
        words = re.findall(r"[\w'’.-]+", quote.inner.of(text))
        heads = [word for word in words if len(word) > 3]
        if not quote.speech and 2 <= len(words) <= 7 and heads and all(word[0].isupper() for word in heads):
            if _GROUP.fullmatch(quote.inner.of(text)):
                yield Candidate(quote.inner, EntityType.ORGANIZATION, 3.0, "rule:group-name", firm=True)
            else:
                yield Candidate(quote.inner, None, 1.0, "rule:quoted-name")


def _known(text: str) -> Iterator[Candidate]:
    folded = text.lower()
    for start, form in find_known(text):
        known = known_by_form()[form]
        if _fits_context(known, form, text, start, folded):
            end = start + len(form)
            shape = {EntityType.EVENT: _EDITION, EntityType.WORK: _VERSION}.get(known.type)
            edition = shape.match(text, end) if shape else None
            span = Span(start, edition.end() if edition else end)
            yield Candidate(
                span,
                known.type,
                4.0,
                f"known:{known.key}",
                firm=len(form) < 3
                or (" " in form and not _goes_on(text, span, known.type))
                or (known.kind == "platform" and _CHANNEL.match(text, span.end) is not None),
            )


def _goes_on(text: str, span: Span, kind: EntityType) -> bool:
    """Tell whether capital words follow, so that the known name is part of a longer one (« United States Navy »)."""
    if kind is EntityType.EVENT and _EVENT_OF.match(text, span.end):
        return True  # « les Jeux olympiques de Rio »
    before = _CAPITAL_BEFORE.search(text[max(0, span.start - 20) : span.start])
    if before and (kind is EntityType.PLACE or _fuller(before.group().strip(), span.of(text))):
        return True  # "Ajax Cape Town", "the Liberal Democratic Party"
    if span.of(text).rsplit(" ", 1)[-1].islower():
        return False  # « la Banque centrale européenne Draghi »: a name that ends in lower case is over
    return re.match(rf" {_CAPITAL}", text[span.end : span.end + 3]) is not None


def _fuller(word: str, party: str) -> bool:
    """Tell "Liberal" before "Democratic Party" from "French" before "Socialist Party"."""
    people = word in demonyms() or word.lower() in peoples_adjectives() or word in places()
    return party.endswith(" Party") and not people


def _fits_context(known: Known, form: str, text: str, start: int, folded: str) -> bool:
    if form not in known.only:
        return True
    if form.lower() in lexicon()["calendar"] and re.search(r"\d ?$", text[max(0, start - 2) : start]):
        return False  # « le 3 Mars »
    if form == "X" and _POSTED.search(text[max(0, start - 20) : start]):
        return True
    if form == "X" and (
        _NOT_X.search(text[max(0, start - 12) : start])
        or (
            text[start + 1 : start + 3] == ". "
            and text[start + 3 : start + 4].isupper()
            and text[start - 2 : start - 1].isupper()
        )
    ):
        return False
    return any(stands(folded, word) for word in known.context)


def _capitals(text: str, paragraph: Span, language: str) -> Iterator[Candidate]:
    for match in (_NAME_EN if language == "en" else _NAME).finditer(text, paragraph.start, paragraph.end):
        span = Span(*match.span())
        if len(match.group().split()) > 9:
            continue
        parts = _english(text, span) if language == "en" else _people_and_name(text, span)
        words = list(re.finditer(r"\S+", match.group()))
        parts = parts or two_persons(text, span, words) or labelled(span, words) or based(span, words)
        parts = parts or _described(text, span, paragraph.start) or _body_and_name(text, span)
        if parts is not None:
            yield from parts
            continue
        yield from _typed(span, words)
        if len(words) > 1 or not begins_sentence(text, span.start, paragraph.start):
            yield Candidate(span, None, 0.5, "rule:capitals")


def _long_names(text: str, paragraph: Span, language: str) -> Iterator[Candidate]:
    """Yield names with small words inside: "University of Texas at Austin", "Center for Digital Hate"."""
    for match in _UNIVERSITY.finditer(text, paragraph.start, paragraph.end):
        yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, 3.0, "rule:university", firm=True)
    for match in _ENGLISH.finditer(text, paragraph.start, paragraph.end):
        start, name = match.start(), match.group()
        if " and " in name and language == "en":  # "the University of Leeds and King's College"
            name = name.partition(" and ")[0]
        if language == "en" and not _strong_join(name):
            continue
        yield Candidate(Span(start, start + len(name)), None, 0.6, "rule:english-name")


def _people_and_name(text: str, span: Span) -> list[Candidate] | None:
    """Return the two names of « L'Algérien Fatsah Ouguergouz », « La Russe Inna Deriglazova », or None."""
    elided = re.match(r"[Ll]['’] ?", span.of(text))
    span = Span(span.start + elided.end(), span.end) if elided else span
    words = list(re.finditer(r"\S+", span.of(text)))
    if len(words) > 1 and words[0].group() in ("Le", "La", "Les", "Un", "Une"):
        words = words[1:]
    start = span.start + words[0].start()
    article = _ARTICLE.search(text[max(0, start - 5) : start])
    if len(words) < 2 or words[0].group() not in demonyms() or not article:
        return None
    rest = Span(span.start + words[1].start(), span.end)
    return [
        Candidate(Span(start, span.start + words[0].end()), EntityType.GROUP, 6.0, "table:demonyms", firm=True),
        Candidate(rest, EntityType.PERSON, 1.0, "rule:capitals"),
    ]


def _body_and_name(text: str, span: Span) -> list[Candidate] | None:
    """Return the two names of « le secrétaire général de l'ONU Ban Ki-Moon », or None."""
    first, _, rest = span.of(text).partition(" ")
    acronym = re.fullmatch(r"[A-ZÀ-Þ]{2,6}", first) is not None
    name = rest.split()
    if not acronym or len(name) < 2 or any(word.isupper() or not word[0].isupper() for word in name):
        return None
    listed = first in known_by_form() and name[0] in first_names()  # "Image: NASA Bill Ingalls"
    if not listed and not re.search(
        r"(?:\bde[ \u00a0]l['’] ?|\bdu[ \u00a0]|\bde[ \u00a0]la[ \u00a0])$", text[max(0, span.start - 8) : span.start]
    ):
        return None
    return [
        Candidate(Span(span.start, span.start + len(first)), EntityType.ORGANIZATION, 2.0, "rule:acronym", firm=True),
        Candidate(Span(span.end - len(rest), span.end), EntityType.PERSON, 2.5, "rule:capitals", firm=True),
    ]


_DESCRIBING = frozenset(("qualifier", "wildcard", "holder", "champion", "seed", "titleholder"))


def _described(text: str, span: Span, paragraph: int) -> list[Candidate] | None:
    """Return the name after a person noun that opens a sentence ("Singer Jane Miller died"), or None."""
    first, _, rest = span.of(text).partition(" ")
    describes = first.lower() in _DESCRIBING or first.lower() in person_nouns()
    if not rest or not describes or first in first_names() or first in places():
        return None
    if not begins_sentence(text, span.start, paragraph) or not (" " in rest or _alone(text, first, rest)):
        return None
    return [Candidate(Span(span.end - len(rest), span.end), EntityType.PERSON, 1.0, "rule:person-noun")]


def _alone(text: str, first: str, name: str) -> bool:
    """Tell a family name that the text also has without the word before it."""
    return any(not text[:start].endswith(f"{first} ") for start in whole_words(text, name))


def _english(text: str, span: Span) -> list[Candidate] | None:
    """Return the names in one row of capitals: of an office and its holder, of a government; or None."""
    office = _HELD.search(text[max(0, span.start - 40) : span.start])
    words = list(re.finditer(r"\S+", span.of(text)))
    sent = text[max(0, span.start - 20) : span.start].rstrip().endswith(("bassador to", "bassador to the"))
    at = _holder(words, sent=sent) if office else None
    if _in_apposition(text, span, words):
        return [Candidate(span, EntityType.ORGANIZATION, 2.0, "rule:office", firm=True)]
    if at is not None and len(words) - at >= 2:  # "Governor of Washington Chris Gregoire"
        return [
            Candidate(Span(span.start, span.start + words[at - 1].end()), None, 1.0, "rule:office"),
            Candidate(Span(span.start + words[at].start(), span.end), EntityType.PERSON, 2.0, "rule:office", firm=True),
        ]
    body = _GOVERNMENT.match(text, span.end)
    if body is not None and not office and words[0].group().lower() not in lexicon()["function_words"]:
        whole = Span(span.start, body.end())
        people = words[-1].group() in demonyms() or re.search(r"(?:ese|ish|i?an|[bdqlkrst]i)$", words[-1].group())
        if not people and (
            body.group().endswith("government") or span.of(text) in places()
        ):  # "the New Zealand government", not "the Greek government"
            return [Candidate(whole, EntityType.ORGANIZATION, 3.0, "rule:government", firm=True)]
    return _titled(text, span)


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


def _holder(words: list[re.Match[str]], *, sent: bool) -> int | None:
    """Return where the holder begins: "Governor of [Washington] Chris Gregoire", "Ambassador to [Chile] Ha Eun"."""
    called = next((n for n, word in enumerate(words) if n and word.group() in first_names()), None)
    names = [word.group() for word in words]
    if called or not sent or _holds(names, "organization_words", "place_words"):
        return called
    landed = ((n, " ".join(names[:n])) for n in range(len(words) - 2, 0, -1))
    return next((n for n, land in landed if land in places() or land in known_by_form()), None)


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


def _strong_join(name: str) -> bool:
    """Tell whether an English name with small words is one name: its first word says so (« Center for … »)."""
    words = name.lower().split()
    return (
        len(words) > 2  # head, preposition, name
        and any(word in listed("organization_words", "work_words") for word in words[:3])
        and " and " not in name
    )


def _typed(span: Span, found: list[re.Match[str]]) -> Iterator[Candidate]:
    """Yield what the tables say of a row of capitals, less the article or number before it (« Trois Canadiens »)."""
    whole = " ".join(word.group() for word in found)
    opens = found[0].group().lower() in listed("function_words", "headline_words")
    small = found[0].group() in _ARTICLES or opens
    if len(found) > 1 and small and whole not in places():
        span, found = Span(span.start + found[1].start(), span.end), found[1:]
    words = [word.group() for word in found]
    name = " ".join(words)
    if name in demonyms():
        yield Candidate(span, EntityType.GROUP, 6.0, "table:demonyms")
    if name in places():
        several = 1.0 if " " in name and places()[name] < 1.0 else 0.0  # "San Pedro Sula" is nobody
        yield Candidate(span, EntityType.PLACE, places()[name] + several, "table:places")
    if not 2 <= len(words) <= 5 or _holds(words, "organization_words", "event_words"):
        return
    called = words[0].split("-")[0] in first_names() or _plain(words[0]) in first_names()
    if called and words[0] not in _SAINTS:
        yield Candidate(span, EntityType.PERSON, 1.5, "table:first-names")
    elif words[-1].split("-")[-1] in family_names() and not _holds(words, "place_words", "work_words"):
        yield Candidate(span, EntityType.PERSON, 1.2, "table:family-names")


def _plain(name: str) -> str:
    """Return a first name without accents: tables have « Maria » where the text has « María »."""
    return fold(name).capitalize()


def _holds(words: list[str], *lists: str) -> bool:
    return any(word.lower() in lexicon()[name] for word in words for name in lists)


def _groups(text: str, paragraph: Span) -> Iterator[Candidate]:
    """Yield names like « White Dudes for Harris », « (Les) Enseignants pour Dupont »: people + for + a name."""
    for match in _GROUP.finditer(text, paragraph.start, paragraph.end):
        words = match.group().split()
        start = match.start()
        if words[0] in ("Les", "Le", "La", "The", "Des"):
            start += len(words[0]) + 1
            words = words[1:]
        french = "pour" in words
        if french and not _ARTICLE.search(text[max(0, start - 5) : start]):
            continue  # « Votez pour Dupont »: without an article the capital is the sentence's
        if not _people_word(words[words.index("pour" if french else "for") - 1]):
            continue  # "left Caracas for Cúcuta"
        if words[0] in ("for", "pour") or words[0].lower() in lexicon()["function_words"] or len(words[-1]) < 2:
            continue
        yield Candidate(Span(start, match.end()), EntityType.ORGANIZATION, 3.0, "rule:group-name", firm=True)


def _people_word(word: str) -> bool:
    """Tell the word before « for » of a group's name: people in the plural, or a kind of body."""
    plural = word.endswith("s") and word not in places() and word not in first_names()
    return plural or word.lower() in lexicon()["organization_words"] or word in ("People", "Women", "Men", "Youth")


def _acronyms(text: str) -> Iterator[Candidate]:
    for match in _ACRONYM.finditer(text):
        if not _shouts(text[max(0, match.start() - 30) : match.end() + 30]):
            yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, 0.4, "rule:acronym")


def _shouts(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return len(letters) > 12 and sum(char.isupper() for char in letters) > 0.6 * len(letters)


def begins_sentence(text: str, start: int, paragraph: int) -> bool:
    """Tell whether a word stands where any word would have a capital."""
    while start > paragraph and text[start - 1] in " \u00a0\n«\"“(–—-'’":
        start -= 1
    return start == paragraph or text[start - 1] in ".!?…:;»"
