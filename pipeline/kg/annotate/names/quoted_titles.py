"""Spots titles of works and names of bodies in quotation marks, by the words around: « son roman, « … » »."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.quotes import body_beside
from kg.annotate.titled import titled_in_french, told_as_work, told_before
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import holds
from kg.model import EntityType, Span
from kg.model.annotation import Quote

# « le quotidien indépendant « L'Aube » »
_OF_BODY = re.compile(
    r"\b(?:quotidien|journal|hebdomadaire|magazine|mensuel|newspaper|daily|weekly|association|collectif|compagnie|chaîne"
    r"|société|entreprise|revue|site|plateforme|plate-forme|fondation|ONG|start-up|coopérative|syndicat|coalition"
    r"|label|marque|enseigne|think tank|groupe|mouvement)(?:[ \u00a0](?!intitul|titr)[a-zà-ÿ-]+)?[ \u00a0]$"
)
# « un groupe soudanais du Darfour baptisé les « Aigles de la libération » »
_CALLED: Final = re.compile(
    r"\b(?:groupe|mouvement|organisation|parti|collectif|association|coalition|milice|réseau|syndicat)[ \u00a0]"
    r"(?:[\w’'-]+[ \u00a0]){0,5}(?:(?:re)?baptisée?|dénommée?|nommée?|surnommée?|appelée?)[ \u00a0]"
    r"(?:l[ae]s?[ \u00a0]|l['’])?$"
)
# "went to "Toxic" by Saule Bliuvaite", not "called "Sleepy" by Miller"
_MADE_BY: Final = re.compile(r"[ \u00a0]by[ \u00a0](?:the[ \u00a0])?(?:[a-z-]+[ \u00a0]){0,3}[A-ZÀ-Þ][\w.’'-]")
_NICKNAMED: Final = re.compile(
    r"\b(?:call|dubb|label|brand|nicknam|nam|describ|known|hail|deem|termed|as\b)[\w ]{0,24}$"
)

# "In the Heights", "Woman at Sea": the small words that English titles have without a capital
_SMALL: Final = re.compile(
    r" (?:the|a|an|of|in|at|on|to|for|and|with|from|by) [A-Z]|^(?:The|A|In|On|After|Before|For) "
)
_BARE_TITLE: Final = re.compile(
    r"\b(?:film|movie|comedy|drama|thriller|novel|memoir|documentary|musical|sitcom|biopic|sequel|opera|novella|album"
    r"|play|autobiography|short story|mini-?series|romcom|western)(?: called| titled| entitled)? "
    r"(?P<title>(?:A|An|The|How|What|Why|When|Where|Who|If|No|All|I|You|We|My|Our|Your|Becoming|Finding|Being)"
    r"(?: to)? [A-Z][\w-]*(?:['’]s)?(?: (?:(?:of|the|a|an|in|and|to|for|on|at|with|from) ){0,2}"
    r"[A-Z][\w-]*(?:['’]s)?){0,5})(?!['’])"
)
_NO_TITLE: Final = ("organization_words", "person_titles", "post_words")


def titles_behind_kinds(text: str) -> Iterator[Candidate]:
    """Yield English titles without marks that begin with an article, behind what they are: "the novel The Ice"."""
    for match in _BARE_TITLE.finditer(text):
        title = match["title"]
        if title not in known_by_form() and title.partition(" ")[2] not in known_by_form():  # "the film The Guardian"
            yield firm_name(Span(*match.span("title")), EntityType.WORK, "rule:title-behind-kind")


def titles_by_capitals(text: str, quotes: tuple[Quote, ...]) -> Iterator[Candidate]:
    """Yield English titles in quotation marks by their capitals alone, small words and all: "After the Hunt,"."""
    for quote in quotes:
        name = quote.inner.of(text)
        title = name.rstrip(",")
        words = title.split()
        told = not quote.speech and 2 <= len(words) <= 9 and _capital(title) and title[0].isupper()
        if told and title[-1].isalnum() and _SMALL.search(title) and not holds(words, *_NO_TITLE):
            span = Span(quote.inner.start, quote.inner.start + len(title))
            yield Candidate(span, EntityType.WORK, 1.5, "rule:title-of-work", firm=True)


def quoted_titles(text: str, quotes: tuple[Quote, ...]) -> Iterator[Candidate]:
    """Yield titles in quotation marks after what has a title: « son roman, « La Semaine des quatre mardis » »."""
    for quote in quotes:
        name, before = quote.inner.of(text), text[max(0, quote.span.start - 45) : quote.span.start]
        short = name[:1].isupper() and len(name.split()) <= 7
        called = short and _CALLED.search(text[max(0, quote.span.start - 90) : quote.span.start])
        few = short and len(name.split()) <= 5
        named = few and not quote.speech and _OF_BODY.search(before)
        if called or named or body_beside(text, quote.span.start, name):
            yield firm_name(quote.inner, EntityType.ORGANIZATION, "rule:quoted-body")
            continue
        title = quote.inner.of(text)
        comma = title.endswith(",")  # American English sets it before the closing mark
        brief = 0 < len(title.split()) <= 8 and title[0].isupper() and title[-1] != "."
        told = _told(text, quote, title)
        made = _MADE_BY.match(text, quote.span.end) and not _NICKNAMED.search(before)
        if brief and not quote.speech and (told or made):
            span = Span(quote.inner.start, quote.inner.end - int(comma))
            yield firm_name(span, EntityType.WORK, "rule:title-of-work")


def _told(text: str, quote: Quote, title: str) -> bool:
    start, end = quote.span.start, quote.span.end
    if titled_in_french(text, start, end, title):
        return True
    comma = title.endswith(",")
    told = told_as_work(text, start, end, comma=comma)
    return told and (not comma or _capital(title) or not told_before(text, start))


def _capital(title: str) -> bool:
    """Tell "The Ice Clerk," from words said: all the long words of an English title have a capital."""
    long_words = [word for word in title.rstrip(",").split() if len(word) > 4]
    return len(title.split()) > 1 and all(word[0].isupper() for word in long_words)
