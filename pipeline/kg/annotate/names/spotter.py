"""Spots what looks like a name: capitals, handles, quoted names, known names, places, first names.

Each rule is one that holds for any news text; none looks at what a model said.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.abbreviated import abbreviated
from kg.annotate.names.bodies import bodies
from kg.annotate.names.candidate import Candidate
from kg.annotate.names.capital_words import shouts
from kg.annotate.names.capitals import capitals
from kg.annotate.names.english_in_french import english_in_french
from kg.annotate.names.english_possessives import english_possessives
from kg.annotate.names.families import families
from kg.annotate.names.fixed import fixed
from kg.annotate.names.founders_names import founders_names
from kg.annotate.names.french_holders import french_holders
from kg.annotate.names.holders import holders
from kg.annotate.names.honoured import honoured
from kg.annotate.names.institutions import institutions
from kg.annotate.names.known_names import known_names
from kg.annotate.names.ministries import ministries
from kg.annotate.names.party_rows import party_bodies
from kg.annotate.names.rows import rows
from kg.annotate.names.small_words import groups, is_group, long_names
from kg.annotate.names.two_in_one import two_in_one
from kg.lexicon.tables import first_names, lexicon, person_nouns
from kg.model import EntityType, Span
from kg.model.annotation import Quote

_HANDLE = re.compile(r"(?<![\w@.])@\w{2,30}(?:\.\w{2,30})*")
_HASHTAG = re.compile(r"(?<![\w#&])#\w{2,60}")
# 'Julio "El Flaco" Mendez', "Edward 'Ted' Heath"
_NICKNAMED = re.compile(
    r"(?<![\w-])(?!The )[A-Z][a-zà-ÿ]+ (?:[A-Z]\. )?"
    r"[\"“‘'][A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}[\"”’'] [A-Z][\w’'-]+(?![\w-])"
)
# « l'association e-Enfance », « la société iAdvize »
_SMALL_FIRST = re.compile(
    r"\b(?:association|ONG|société|entreprise|start-up|fondation|collectif|agence|plateforme|plate-forme|opérateur|banque"
    r"|spécialiste|éditeur|firme|jeune pousse)(?:[ \u00a0][a-zà-ÿ]{4,}){0,2}[ \u00a0]"
    r"(?P<name>[a-z]-[A-ZÀ-Þ][\w-]{2,}|[a-z]{1,3}[A-ZÀ-Þ][a-z]\w+)(?![\w-])"
)
# « « Merci à Anne Dubois », a dit … »: what is said to somebody is no name
_CALLS: Final = frozenset("Merci Bravo Vive Adieu Bonjour Salut Bienvenue Honte Gloire Hommage Thanks".split())
_ACRONYM = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{2,6}(?![\w-])")


def spot(text: str, paragraphs: tuple[Span, ...], quotes: tuple[Quote, ...], language: str) -> Iterator[Candidate]:
    """Yield candidates of every rule; spans may overlap, choosing among them is the vote's work."""
    yield from _handles(text)
    yield from _quoted(text, quotes)
    yield from known_names(text)
    for paragraph in paragraphs:
        if shouts(paragraph.of(text)):
            continue  # capitals say nothing in a headline that is all capitals
        yield from capitals(text, paragraph, language)
        yield from long_names(text, paragraph, language)
        yield from groups(text, paragraph)
    yield from _acronyms(text)
    yield from rows(text, language)
    yield from fixed(text, paragraphs, quotes, language)
    if language == "fr":
        yield from (*institutions(text), *abbreviated(text), *bodies(text), *french_holders(text))
        yield from (*two_in_one(text), *english_in_french(text), *english_possessives(text))
    else:
        yield from (*holders(text), *honoured(text), *party_bodies(text), *_nicknamed(text), *families(text))
    yield from (*ministries(text), *founders_names(text), *_small_first(text))


def _small_first(text: str) -> Iterator[Candidate]:
    """Yield firms whose name begins small, behind the noun that says what they are."""
    for match in _SMALL_FIRST.finditer(text):
        yield Candidate(Span(*match.span("name")), EntityType.ORGANIZATION, 3.0, "rule:small-first", firm=True)


def _handles(text: str) -> Iterator[Candidate]:
    for match in _HANDLE.finditer(text):
        yield Candidate(Span(*match.span()), EntityType.ONLINE_ACCOUNT, 5.0, "rule:handle", firm=True)
    for match in _HASHTAG.finditer(text):
        yield Candidate(Span(*match.span()), EntityType.OTHER, 5.0, "rule:hashtag", firm=True)


def _nicknamed(text: str) -> Iterator[Candidate]:
    """Yield persons with a nickname in marks between first and family name."""
    for match in _NICKNAMED.finditer(text):
        first = match.group().partition(" ")[0]
        common = first.lower() in lexicon()["function_words"] or first.lower() in person_nouns()
        if first in first_names() or not common:
            yield Candidate(Span(*match.span()), EntityType.PERSON, 9.0, "rule:nicknamed", firm=True)


def _quoted(text: str, quotes: tuple[Quote, ...]) -> Iterator[Candidate]:
    """Yield names that stand in quotation marks: all words capitalised but for joining ones."""
    for quote in quotes:
        words = re.findall(r"[\w'’.-]+", quote.inner.of(text))
        heads = [word for word in words if len(word) > 3 and word != "pour"]
        if quote.speech or not heads or heads[0] in _CALLS:
            continue
        if 2 <= len(words) <= 7 and all(word[0].isupper() for word in heads):
            if is_group(quote.inner.of(text)):
                yield Candidate(quote.inner, EntityType.ORGANIZATION, 3.0, "rule:group-name", firm=True)
            else:
                yield Candidate(quote.inner, None, 1.0, "rule:quoted-name")


def _acronyms(text: str) -> Iterator[Candidate]:
    for match in _ACRONYM.finditer(text):
        if not shouts(text[max(0, match.start() - 30) : match.end() + 30]):
            yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, 0.4, "rule:acronym")
