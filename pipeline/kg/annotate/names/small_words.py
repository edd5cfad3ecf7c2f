"""Spots names that small words join: "University of Texas at Austin", « Enseignants pour Dupont »."""

import re
from collections.abc import Iterator

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.capital_words import CAPITAL, after_article
from kg.lexicon.tables import first_names, fold, lexicon, listed, places
from kg.model import EntityType, Span

_JOIN_EN = r"(?:(?:for|of|and|to|in)(?:[ \u00a0]the)?)"
# "University of North Carolina at Chapel Hill"
_UNIVERSITY = re.compile(
    rf"Universit(?:y|ies) of {CAPITAL}(?: {CAPITAL})* at {CAPITAL}(?: (?:Hill|Barbara|Cruz|Rouge|Diego|City|Park|Bay))?"
    r"|University of California,? (?:(?:San|Santa|Los) [A-Z][a-z]+|Berkeley|Irvine|Davis|Riverside|Merced)"
)
# "Mary & Leigh Block Museum of Art", "Bill & Melinda Gates Foundation"
_FOUNDED = re.compile(
    rf"(?<![\w-])(?:{CAPITAL} ){{1,3}}& (?:{CAPITAL} ){{1,3}}(?P<head>{CAPITAL})(?: of (?:Modern |Fine |Contemporary )?"
    r"(?:Arts?|History|Science|Design|Medicine|Music|Law|Business|Commerce))?"
)
# "the Dallas chapter of the Union for Fair Rents"
_CHAPTER = re.compile(
    rf"(?:{CAPITAL} )+(?:chapter|branch|section) of (?:the )?{CAPITAL}"
    rf"(?:(?: (?:(?:{_JOIN_EN}|on)(?: the)?|-))? {CAPITAL})*"
)
# « White Dudes for Harris », « Mamans pour la Lecture »
_GROUP = re.compile(
    rf"{CAPITAL}(?:[ \u00a0]{CAPITAL})*[ \u00a0](?:for[ \u00a0]|pour[ \u00a0](?:l['’]|l[ae]s?[ \u00a0]|une?[ \u00a0])?)"
    rf"{CAPITAL}(?:[ \u00a0]{CAPITAL})*"
)
_WITH_ARTICLE = re.compile(r"[ \u00a0]pour[ \u00a0](?:l['’]|l[ae]s?[ \u00a0]|une?[ \u00a0])")
_MARKS = (('"', '"'), ("“", "”"), ("« ", " »"), ("«\u00a0", "\u00a0»"))
_BODY_BEFORE = re.compile(
    r"\b(?:[Cc]ollectif|[Aa]ssociation|[Mm]ouvement|ONG|[Cc]oalition|[Cc]omité|[Gg]roupe|[Ss]yndicat)[ \u00a0]$"
)
# « le collectif Logement digne pour tous », « l'association Un toit pour toutes »
_FOR_ALL = re.compile(
    r"\b(?:[Cc]ollectif|[Aa]ssociation|[Mm]ouvement|ONG|[Cc]oalition|[Cc]omité|[Rr]éseau|[Ss]yndicat|[Pp]arti)[ \u00a0]"
    r"(?P<name>(?:(?:La|Le|Un|Une)[ \u00a0][\wà-ÿ-]+|[A-ZÀ-Þ][a-zà-ÿ]+)(?:[ \u00a0][a-zà-ÿ]+)?"
    r"[ \u00a0]pour[ \u00a0](?:tous|toutes)\b(?:[ \u00a0]et[ \u00a0]toutes\b)?)"
)
# « le collectif Mayotte en colère », « l'association Oui au train de nuit »: what is wanted for a town, or of it
_WANTED = re.compile(
    r"\b(?:[Cc]ollectif|[Aa]ssociation|[Mm]ouvement|ONG|[Cc]oalition|[Cc]omité|[Ll]iste)[ \u00a0]"
    r"(?P<name>(?P<first>[A-ZÀ-Þ][\w'’-]+)[ \u00a0](?:en|sans|pour|contre|au|aux|à la|à l['’])[ \u00a0]?"
    r"(?P<last>[a-zà-ÿ-]{4,})(?:[ \u00a0]d(?:e[ \u00a0]|['’])[a-zà-ÿ-]{4,})?)(?![\w-])"
)
_CRIES = ("Oui", "Non", "Stop")
_TIMES = frozenset(
    """premier première second seconde deuxième troisième dernier cours moment début milieu niveau sein
    place voie terme""".split()
)
_ENGLISH = re.compile(
    rf"{CAPITAL}(?:[ \u00a0]{CAPITAL})*(?:[ \u00a0](?:{_JOIN_EN}[ \u00a0])+{CAPITAL}(?:[ \u00a0]{CAPITAL})*)+"
)


def long_names(text: str, paragraph: Span, language: str) -> Iterator[Candidate]:
    """Yield names with small words inside: "University of Texas at Austin", "Center for Digital Hate"."""
    for match in _UNIVERSITY.finditer(text, paragraph.start, paragraph.end):
        yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, 3.0, "rule:university", firm=True)
    yield from _bodies(text, paragraph) if language == "en" else ()
    for match in _ENGLISH.finditer(text, paragraph.start, paragraph.end):
        start, name = match.start(), match.group()
        if " and " in name and language == "en":  # "the University of Leeds and King's College"
            name = name.partition(" and ")[0]
        head, _, town = name.rpartition(" in ")
        name = head if language == "en" and town in places() else name  # "Court of Appeal in Lagos"
        if language == "en" and not _strong_join(name):
            continue
        end = min(_before_holder(match), start + len(name)) if language == "en" else start + len(name)
        yield Candidate(Span(start, end), None, 0.6, "rule:english-name")
        if end < start + len(name):
            yield Candidate(Span(end + 1, start + len(name)), EntityType.PERSON, 2.0, "rule:holder", firm=True)


def _bodies(text: str, paragraph: Span) -> Iterator[Candidate]:
    """Yield bodies named after two founders, and the chapters that bodies have in a land or town."""
    for match in _FOUNDED.finditer(text, paragraph.start, paragraph.end):
        if match["head"].lower() in lexicon()["organization_words"]:
            yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, 3.0, "rule:founders", firm=True)
    for match in _CHAPTER.finditer(text, paragraph.start, paragraph.end):
        end = _before_holder(match)
        yield Candidate(Span(match.start(), end), EntityType.ORGANIZATION, 3.0, "rule:chapter", firm=True)
        if end < match.end():
            yield Candidate(Span(end + 1, match.end()), EntityType.PERSON, 3.0, "rule:chapter", firm=True)


def _before_holder(match: re.Match[str]) -> int:
    """Return where a body's name ends before whoever holds its office: "Council on Fair Rents Alia Salem"."""
    words = match.group().split()
    first = len(words) > 4 and words[-2] in first_names() and words[-2] not in places() and words[-3][0].isupper()
    last = words[-1].istitle() and words[-1].lower() not in listed("organization_words", "place_words", "event_words")
    saint = words[-3] in ("Saint", "St", "San", "Santa")
    return match.end() - len(f" {words[-2]} {words[-1]}") if first and last and not saint else match.end()


def _strong_join(name: str) -> bool:
    """Tell whether an English name with small words is one name: its first word says so (« Center for … »).

    "Minister of Health" is a post, not a body.
    """
    words = name.lower().split()
    return (
        len(words) > 2  # head, preposition, name
        and words[0] not in lexicon()["person_titles"]
        and any(word in listed("organization_words", "work_words") for word in words[:3])
        and " and " not in name
        and not _of_client(words)
    )


def _of_client(words: list[str]) -> bool:
    """Tell "Lawyers for Jane Miller", who are no body; "Lawyers for Liberty" are one."""
    counsel = words[0].lower() in ("lawyers", "attorneys", "solicitors", "prosecutors")
    return counsel and len(words) > 2 and words[1] == "for" and words[2].capitalize() in first_names()


def is_group(words: str) -> bool:
    """Tell words of the shape of « White Dudes for Harris »: capitals, « for » or « pour », capitals."""
    return _GROUP.fullmatch(words) is not None


def _causes(text: str, paragraph: Span) -> Iterator[Candidate]:
    """Yield the names of bodies that say what they want, behind the noun for such a body."""
    for match in _FOR_ALL.finditer(text, paragraph.start, paragraph.end):
        yield Candidate(Span(*match.span("name")), EntityType.ORGANIZATION, 3.0, "rule:group-name", firm=True)
    for match in _WANTED.finditer(text, paragraph.start, paragraph.end):
        timed = match["last"] in _TIMES or fold(match["last"]) in lexicon()["calendar"]
        if (match["first"] in places() or match["first"] in _CRIES) and not timed:
            yield Candidate(Span(*match.span("name")), EntityType.ORGANIZATION, 3.0, "rule:group-name", firm=True)


def groups(text: str, paragraph: Span) -> Iterator[Candidate]:
    """Yield names like « White Dudes for Harris », « (Les) Enseignants pour Dupont »: people + for + a name."""
    yield from _causes(text, paragraph)
    for match in _GROUP.finditer(text, paragraph.start, paragraph.end):
        words = match.group().split()
        start = match.start()
        opening = len(words) > 3 and words[0].lower() in lexicon()["function_words"]  # « Selon Women for Dubois »
        if words[0] in ("Les", "Le", "La", "The", "Des") or opening:
            start += len(words[0]) + 1
            words = words[1:]
        french = "pour" in words
        if french and not _named_in_french(text, start, match.end()):
            continue
        if not _people_word(words[words.index("pour" if french else "for") - 1]):
            continue  # "left Caracas for Cúcuta"
        if (
            words[0] in ("for", "pour")
            or _of_client(words)
            or words[0].lower() in lexicon()["function_words"]
            or len(words[-1]) < 2
        ):
            continue
        yield Candidate(Span(start, match.end()), EntityType.ORGANIZATION, 3.0, "rule:group-name", firm=True)


def _named_in_french(text: str, start: int, end: int) -> bool:
    """Tell « les Enseignants pour Dupont » from « Votez pour Dupont », « les Bleus pour l'Euro 2016 »."""
    told = _WITH_ARTICLE.search(text, start, end) is None or _told_as_name(text, start, end)
    return told and (after_article(text, start) or _BODY_BEFORE.search(text, max(0, start - 20), start) is not None)


def _told_as_name(text: str, start: int, end: int) -> bool:
    """Tell a row that the text has in quotation marks, or behind a noun for a body: « le collectif X pour la Y »."""
    name = text[start:end]
    marked = any(f"{opens}{name}{closes}" in text for opens, closes in _MARKS)
    return marked or _BODY_BEFORE.search(text, max(0, start - 20), start) is not None


def _people_word(word: str) -> bool:
    """Tell the word before « for » of a group's name: people in the plural, or a kind of body."""
    plural = word.endswith("s") and word not in places() and word not in first_names()
    return plural or word.lower() in lexicon()["organization_words"] or word in ("People", "Women", "Men", "Youth")
