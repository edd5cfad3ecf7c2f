"""Tells what lies ahead of publication from what lies behind, and reads the time of a clause as that says.

« sera reçu mardi » · « prévoient une marche samedi » · "is suspended until a hearing on 12 June"
"""

import re
from datetime import date, timedelta
from typing import Final

from kg.extract.dating.circumstances import Circumstances
from kg.extract.dating.lead import DAYS
from kg.extract.frames.site import Site
from kg.extract.grammar.climbing import attended
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import auxiliaries
from kg.extract.time import TimeExpression
from kg.model.annotation import Sentence, Token

_AHEAD: Final = ("prév", "programm", "attend", "planned", "schedul", "slated", "due", "expected", "set")
_MEANT: Final = frozenset(
    "is are likely unlikely going plans plan hopes hope wants want intends intend aims vows pledges promises".split()
)
_STARTS: Final = frozenset(
    """starts start begins begin opens open premieres airs kicks runs takes closes resumes ouvre débute commence tient
    déroule brigue briguent""".split()
)
_COMING: Final = frozenset("will would shall may might could should is are va vont sera seront".split())
_FAR: Final = 200  # days: nobody tells of a day so far ahead without its year
_NEAR: Final = 60
# the seasons of EDTF, and the month in which each begins
_SEASON: Final = re.compile(r"(?<=^\d{4}-)2[1-4]$")
_FIRST_MONTHS: Final = {"21": "03", "22": "06", "23": "09", "24": "12"}
_WEEK: Final = 6
_SOON: Final = 45


def value_of(found: Circumstances, site: Site, expression: TimeExpression, *, ahead: bool) -> str | None:
    """Return the time as the clause means it: ahead of publication or behind it."""
    if expression.future_value and ((ahead and not _decided(site, expression)) or _awaited(site.sentence, expression)):
        return _likelier(expression, found.published)
    if _impending(site, expression, found.published):
        return expression.future_value
    words = {t.lower for t in site.sentence.tokens if t.span.overlaps(expression.span)}
    told = bool(words & {"ce", "this"}) and not any(word.isdigit() for word in words)
    return _in_the_past(expression.value, found.published) if told and not ahead else expression.value


def _decided(site: Site, expression: TimeExpression) -> bool:
    """Tell the day of "agreed on Friday to buy", « a décidé vendredi de racheter »: on a past one it was agreed."""
    sentence, verb = site.sentence, site.support or site.token
    day, above = sentence.token_at(expression.span), sentence.head(verb)
    if day is None or above is None or verb.dep not in ("xcomp", "advcl") or day.head != above.index:
        return False
    helpers = {t.lower for t in auxiliaries(sentence, above)}
    past = "Tense=Past" in above.morph and not helpers & _COMING
    return past and day.index < verb.index


def _impending(site: Site, expression: TimeExpression, published: date | None) -> bool:
    """Tell « Les élections se tiennent le 21 octobre », told on the 2nd: the present tells of no day a year ago."""
    verb, coming = site.support or site.token, expression.future_value
    if published is None or not coming or not DAYS.fullmatch(coming):
        return False
    present = "Tense=Pres" in verb.morph and "VerbForm=Fin" in verb.morph
    bare = present and not any(site.sentence.children(verb, "aux"))
    days = (date.fromisoformat(coming.partition("/")[0]) - published).days
    return bare and _WEEK < days < _SOON


def _awaited(sentence: Sentence, expression: TimeExpression) -> bool:
    """Tell the day of "a candidate in the election to be held on 9 August"."""
    token = sentence.token_at(expression.span)
    verb = sentence.head(token) if token is not None else None
    to = verb is not None and verb.dep.startswith("acl") and any(sentence.children(verb, "aux:pass"))
    return to and verb is not None and any(t.lower == "to" for t in sentence.children(verb, "aux", "mark"))


def was_to(site: Site) -> bool:
    """Tell "was to be held on 20 April", which publication has seen go by, as far as the text tells."""
    head = site.sentence.head(site.support or site.token)
    return head is not None and head.lower in ("was", "were") and (site.support or site.token).dep == "xcomp"


def told_ahead(site: Site) -> bool:
    """Tell "is planned for Wednesday", « ne jouera pas », "is to retire in July", « prévoient une marche samedi »."""
    sentence = site.sentence
    verb = site.support or attended(sentence, site.token) or site.token
    head = sentence.head(verb)
    future = any("Tense=Fut" in w.morph for w in (verb, *auxiliaries(sentence, verb)))
    to = any(c.lower == "to" for c in sentence.children(verb, "aux", "mark"))
    bound = to and head is not None and (head.lower in _MEANT or head.lower.startswith(_AHEAD))
    noun = site.kind == "noun" and head is not None and _awaits(head)
    bound = bound or _until_then(sentence, site)
    # « a annoncé se rendre à Nice du 25 au 27 janvier »; what is done already stands in the perfect
    told = verb.dep == "xcomp" and "VerbForm=Inf" in verb.morph and not any(sentence.children(verb, "aux"))
    said = told and head is not None and head.lower.startswith(("annonc", "promet", "promis"))
    plans = verb.pos == "VERB" and _awaits(verb) and not any(sentence.children(verb, "aux:tense"))
    return future or bound or noun or said or plans or _scheduled(sentence, verb)


def _awaits(verb: Token) -> bool:
    """Tell « attendent une marche », "is planned"; who attended a meeting waits for nothing."""
    return verb.lower.startswith(_AHEAD[:6]) and verb.lower not in ("attended", "attending", "attends", "attendance")


def _scheduled(sentence: Sentence, verb: Token) -> bool:
    """Tell "the summit, which starts Saturday", « le procès s'ouvre lundi »: the present of what is on a calendar."""
    bare = not any(sentence.children(verb, "aux"))
    return bare and verb.lower in _STARTS and "Tense=Pres" in verb.morph and "VerbForm=Fin" in verb.morph


def _until_then(sentence: Sentence, site: Site) -> bool:
    """Tell "is suspended until a hearing on 12 June", "is published in March": what is so now has its end ahead."""
    verb = site.support or site.token
    noun, head = site.kind == "noun", sentence.head(verb)
    over = noun and head is not None and preposition(sentence, verb).startswith(("until", "jusqu", "d'ici"))
    told = head if over else verb
    return (
        told is not None
        and (over or not noun)
        and any(
            helper.lower in ("is", "are") and helper.dep == "aux:pass" for helper in sentence.children(told, "aux:pass")
        )
    )


def _likelier(expression: TimeExpression, published: date | None) -> str | None:
    """Return the coming day; the past one where that was lately: « devait se tenir le 2 janvier », told on the 7th."""
    past, future = expression.value, expression.future_value
    if published is None or not past or not future or not (DAYS.fullmatch(past) and DAYS.fullmatch(future)):
        return future
    before, after = (date.fromisoformat(value.partition("/")[0]) for value in (past, future))
    return past if (after - published).days > _FAR and (published - before).days < _NEAR else future


def _in_the_past(value: str | None, published: date | None) -> str | None:
    """Return « ce lundi », "this weekend" a week before, where it lies ahead although it is told of as past."""
    if value is None or published is None or not DAYS.fullmatch(value):
        return value
    days = [date.fromisoformat(day) for day in value.split("/")]
    ahead = 0 < (days[0] - published).days < 7
    return "/".join((day - timedelta(days=7)).isoformat() for day in days) if ahead else value


def not_yet(found: Circumstances, value: str) -> bool:
    """Tell a time behind publication, of which nothing can be told as done."""
    begun = _SEASON.sub(lambda season: _FIRST_MONTHS[season[0]], value.partition("/")[0])
    return found.published is not None and begun[:1].isdigit() and begun > found.published.isoformat()[: len(begun)]
