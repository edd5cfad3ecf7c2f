"""Spots what a firm brings out or takes back: « Samsung a présenté le Galaxy S9 », "BMW has unveiled the i3".

Models know last year's products; an article or possessive between a maker's verb and a name is the same every year.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.names.products import MAKERS
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import countries
from kg.lexicon.tables import demonyms, first_names, kinds, person_nouns, places
from kg.model import EntityType, Span

_BLANK: Final = r"[ \u00a0]"
_DAYS: Final = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b)"
)
_WORD: Final = r"(?:[A-ZÀ-Þ][\w-]*|[a-z]{1,2}(?:[A-Z][\w-]*|\d+)|\d{1,4}[A-Za-z]{0,2}(?!\w|[.,]\d))"
_NAME: Final = rf"(?:[A-ZÀ-Þ][\w-]*|[a-z]{{1,2}}(?:[A-Z][\w-]*|\d+))(?:{_BLANK}{_DAYS}{_WORD}){{0,3}}"
_VERBS: Final = {
    "fr": (
        r"(?:présent|dévoil|lanc|relanc|commercialis|livr|rappel|fabriqu|assembl|renouvel|abandonn|test)"
        r"(?:l?er?|é|l?era|ait|ant)|sort(?:i|ir|ira)?|vend(?:u|re|ra|ait)?|produi(?:t|re|sait)|conç(?:u|oit)"
    ),
    "en": (
        r"(?:unveil|launch|recall|present|deliver)(?:e?s|ed|ing)?|(?:releas|discontinu|introduc|produc)(?:es?|ed|ing)"
        r"|sells?|sold|selling|builds?|built|building|makes|made|making"
    ),
}
_BEFORE: Final = {
    "fr": (
        r"(?:(?:l[ea]|les|son|sa|ses|leur|leurs|une?)[ \u00a0]"
        r"(?:(?:tou(?:t|te) )?(?:nouve(?:au|l|lle|aux|lles)|premi(?:er|ère|ers)|derni(?:er|ère|ers)|prochaine?|future?"
        r"|fameu(?:x|se))[ \u00a0])?|l['’])"
    ),
    "en": r"(?:the|its|their|an?) (?:(?:new|all-new|first|latest|next|updated) )?",
}
_ADVERB: Final = r"(?:(?:aussi|également|enfin|finalement|officiellement|officially|also|finally)[ \u00a0])?"
# « Peugeot dévoile la 3008 »: a number alone is a car behind « la », a count or a day behind others
_NUMBER: Final = r"(?<=la[ \u00a0])\d{3,4}(?![\w%]|[.,]\d|[ \u00a0](?:\d|000))"
# "sold the Lexus brand"
_NO_BODY: Final = r"(?! (?:brand|unit|division|business|plant|factory|team|subsidiary|group|company|family|stores?)\b)"
_BROUGHT_OUT: Final = {
    language: re.compile(
        rf"\b(?:{_VERBS[language]}){_BLANK}{_ADVERB}{_BEFORE[language]}(?P<name>{_NAME}|{_NUMBER})(?![\w’'-]){_NO_BODY}"
    )
    for language in ("fr", "en")
}
# the maker before the verb, perhaps with an auxiliary and an aside
_MAKER: Final = re.compile(
    r"(?P<maker>[A-ZÀ-Þ][\w&-]+)(?:,[^.;:!?,\n]{2,60},)?"
    r"[ \u00a0](?:(?:ne |n['’])?(?:a|ont|avait|va|vont|doit|devrait|vient de|vient d['’]|veut|compte|souhaite|has|have"
    r"|had|will|would|is|was|to|plans to|wants to)[ \u00a0]?(?:pas |not |just |be )?){0,2}$"
)
# « le Galaxy S9 de Samsung », "Samsung's Galaxy S9": digits and inner capitals are in no person's name or town's
_CODED: Final = rf"(?:[A-ZÀ-Þ][\w-]*{_BLANK}){{0,2}}(?:(?=[\w-]*\d)[\w-]+|[A-Z][a-z]+[A-Z]\w+)"
_MADE_BY: Final = re.compile(
    rf"\b(?:[LlDd][ae]|[Ll]es|[Dd]u|[Aa]u){_BLANK}(?P<name>{_CODED}){_BLANK}(?:de{_BLANK}|d['’])(?P<maker>[A-Z][\w-]+)"
    rf"|(?<![\w-])(?P<owner>[A-Z][\w-]+)['’]s (?P<owned>{_CODED})(?![\w’'-])"
)
_REACH: Final = 90  # code points


def launched(text: str, language: str) -> Iterator[Candidate]:
    """Yield the names, whole, of what is brought out by a firm that is known or makes cars."""
    for found in _BROUGHT_OUT[language].finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()].rpartition("\n")[2]
        maker = _MAKER.search(before)
        if maker is not None and _makes(maker["maker"]) and _fits(found["name"]):
            yield firm_name(Span(*found.span("name")), EntityType.WORK, "rule:launched")
    for found in _MADE_BY.finditer(text):
        name = "name" if found["name"] else "owned"
        if _makes(found["maker"] or found["owner"]) and _fits(found[name]):
            yield firm_name(Span(*found.span(name)), EntityType.WORK, "rule:launched")


def _makes(maker: str) -> bool:
    known = known_by_form().get(maker)
    return maker in MAKERS or (known is not None and known.kind == "company")


def _fits(name: str) -> bool:
    """Tell a product's name from another known one, a person's, a people's, a body's that begins with what it is."""
    first, _, rest = name.partition(" ")
    coded = any(char.isdigit() for char in name)
    somebody = first in demonyms() or first.lower() in countries("fr") or (rest and first in first_names())
    said = first.lower() in person_nouns() or first.lower() in kinds()
    letters = name.isupper() and not coded
    return not (name in known_by_form() or (name in places() and not coded) or somebody or said or letters)
