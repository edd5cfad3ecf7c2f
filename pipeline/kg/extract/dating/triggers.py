"""Says when what a trigger tells of took place or will: the time of the sentence that belongs to it, as EDTF."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract import time
from kg.extract.coreference.nouns import happenings
from kg.extract.dating.ahead import not_yet, told_ahead, value_of, was_to
from kg.extract.dating.apiece import Dated, apiece, right_behind
from kg.extract.dating.bounding import bounds, compared, meant_for, preceded, renamed, until
from kg.extract.dating.circumstances import Circumstances
from kg.extract.dating.distance import HIGHEST, distance_to
from kg.extract.dating.during import during_from, of_aside
from kg.extract.dating.lead import inside
from kg.extract.dating.measured import counted, measured
from kg.extract.dating.named_years import names_event, of_occasion
from kg.extract.dating.standing import standing
from kg.extract.dating.tenses import of_what_was
from kg.extract.frames.site import Site
from kg.extract.grammar.climbing import held
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_participle, is_passive
from kg.extract.trees.clauses.times import timed
from kg.model import Modality, Span
from kg.model.annotation import Sentence, Token

DATED: Final = frozenset("date month year week weekend season quarter decade century interval".split())
_SOURCES: Final = ("selon", "d'après", "according to", "per")
_POSTS: Final = ("fonctions", "fonction", "poste", "charge", "mandat")
_PAIR: Final = 2
_MONTH: Final = len("2019-05")
_BESIDE: Final = len(" earlier in ")  # code points from a verb to the time beside it
_GUILTY: Final = ("coupable", "coupables")


def when(
    found: Circumstances,
    site: Site,
    modality: Modality,
    *,
    lasts: bool = False,
    says: bool = False,
    regions: tuple[Span, ...] = (),
) -> tuple[str | None, Span | None]:
    """Return the EDTF value and the span of the time that belongs to the trigger; (None, None) without one.

    Only what `lasts`, such as an office, can be since or until a time; who `says` something now says it of years gone
    by; `regions` are those behind each of several.
    """
    apart = measured(found, site)
    if apart is not None:
        expression, value = apart
        return value, expression.span if value else None
    ahead = (modality is Modality.PLANNED and not was_to(site)) or told_ahead(site)
    below = site.support is not None and site.support.head == site.token.index  # « une enquête ouverte le 3 mai »
    if site.support is not None and site.support.dep.startswith("acl") and not below:
        site = replace(site, support=None)  # « le procureur, dont la section a ouvert une enquête en 2021 »
    chosen = _chosen(found, site, regions, ahead=ahead, lasts=lasts)
    if chosen is None:
        far = counted(found, site)
        return (far[1], far[0].span) if far is not None and not not_yet(found, far[1]) else (None, None)
    _, value, expression = chosen
    done = not ahead and "Tense=Past" in site.token.morph
    if not ahead and expression.kind == "interval" and expression.direction == "future":
        return None, None  # "opened 27 clinics within 15 years" says how long it took
    if value is None or ((done or (lasts and not ahead)) and not_yet(found, value)):
        return None, None
    if (says and _of_content(found, site, expression, value)) or (not lasts and value.startswith("../")):
        return None, None  # « jusqu'au 22 février » says no day of a deed
    return _since_or_until(found, site, expression, value, lasts=lasts), expression.span


def _chosen(found: Circumstances, site: Site, regions: tuple[Span, ...], *, ahead: bool, lasts: bool) -> Dated | None:
    """Return the time that is nearest to the trigger, or a finer one inside of it."""
    dated = [(d, value_of(found, site, e, ahead=ahead), e) for d, e in _candidates(found, site, lasts=lasts)]
    own = right_behind([*inside(found.times, site.sentence.span)], regions)
    if own is not None:
        dated = [(0, value_of(found, site, own, ahead=ahead), own)]
    dated = _outside(site, apiece(dated, regions))
    best = min(dated, key=lambda one: (one[0], one[2].span.start), default=None)
    return best and next((one for one in dated if _finer(one, best)), best)


def _of_content(found: Circumstances, site: Site, expression: time.TimeExpression, value: str) -> bool:
    """Tell 2019 of « note une hausse de 27 %, 687 cas en 2019 », told in 2020: what is said now is of that year."""
    now = "Tense=Pres" in site.token.morph and "VerbForm=Fin" in site.token.morph
    past = found.published is not None and value < found.published.isoformat()[: len(value)]
    behind = expression.span.start - site.token.span.end > _BESIDE  # not « annonce en novembre 2016 »
    return now and past and behind and len(value) <= _MONTH


def _since_or_until(
    found: Circumstances, site: Site, expression: time.TimeExpression, value: str, *, lasts: bool
) -> str:
    """Return the time with its end, where what it dates lasts; else where it began."""
    if lasts:
        return _ended(found, site, expression, value)
    return (_runs(found, value) or value.partition("/")[0]) if ".." in value else value


def _outside(site: Site, dated: list[Dated]) -> list[Dated]:
    """Return the times, without those in brackets where others are outside: « la fête (8 mai 1945), … a dit lundi »."""
    open_ = [one for one in dated if not _bracketed(site.sentence, one[2].span)]
    own = any(one[0] <= _PAIR for one in open_)  # steps
    return open_ if own and not _bracketed(site.sentence, site.token.span) else dated


def _bracketed(sentence: Sentence, span: Span) -> bool:
    """Tell a span behind a bracket that is still open."""
    before = [t.text for t in sentence.tokens if t.span.end <= span.start and t.text in "()"]
    return bool(before) and before[-1] == "("


def _finer(one: Dated, best: Dated) -> bool:
    """Tell « le 14 mars » beside « plus tôt ce mois-ci »: inside the time found, and more exact."""
    return one[1] is not None and best[1] is not None and one[1].startswith(f"{best[1]}-")


def _candidates(found: Circumstances, site: Site, *, lasts: bool) -> Iterator[tuple[int, time.TimeExpression]]:
    """Yield the times that can belong to the trigger, each with how far it is."""
    during = during_from(site)
    for expression in inside(found.times, site.sentence.span):
        if expression.value is not None and _defines(site, expression.span):
            yield 0, expression
            continue
        open_ended = expression.value is not None and ".." in expression.value
        since = open_ended and (
            lasts or site.kind == "noun" or _runs(found, expression.value) is not None or _still(site, expression)
        )
        token = _dated(found, site, expression, bounded=since)
        if (
            token is None
            or (lasts and _nowadays(site, token))
            or (open_ended and not since)
            or _of_another(site, expression, token, lasts=lasts)
        ):
            continue
        distance = distance_to(site, token, expression.span)
        if distance is None:
            distance = standing(site, expression.span, during)
        if distance is not None:
            yield distance, expression


def _still(site: Site, since: time.TimeExpression) -> bool:
    """Tell « est placé en garde à vue depuis le 3 mai », what a deed has left: it was done on the day that began it."""
    helpers = [t.lower for t in site.sentence.children(site.token, "aux")]
    begun = since.value is not None and since.value.endswith("/..")  # « sont élus jusqu'en 2021 » is none
    if begun and any(word.lower in ("cours", "rage") for word in site.words):
        return True  # « sont en cours depuis vendredi », « fait rage depuis 2014 »
    behind = site.token.dep.startswith("acl") and site.token.span.end < since.span.start
    left = behind and not helpers and is_participle(site.token)  # « X, placé en garde à vue depuis lundi »
    return begun and (left or (helpers in (["est"], ["sont"]) and is_passive(site.sentence, site.token)))


def _ended(found: Circumstances, site: Site, begun: time.TimeExpression, value: str) -> str:
    """Return the time of what lasts with its end: "from 1964 until his death in 2003"."""
    start, _, open_end = value.partition("/")
    verb = site.sentence.token_at(begun.span)
    while verb is not None and verb is not site.token and verb.pos not in ("VERB", "AUX", "ADJ"):
        verb = site.sentence.head(verb)
    if verb is None or open_end not in ("", ".."):
        return value
    for later in inside(found.times, Span(begun.span.end, site.sentence.span.end)):
        token = site.sentence.token_at(later.span)
        if token is not None and later.value is not None and until(site.sentence, token, verb):
            return f"{start}/{later.value.rpartition('/')[2]}"
    return value


def _runs(found: Circumstances, value: str | None) -> str | None:
    """Return the year of publication for « depuis le début de l'année », "since January": what was in it so far."""
    begun, _, end = (value or "").partition("/")
    this = found.published.isoformat()[:4] if found.published else ""
    return this if end == ".." and begun in (this, f"{this}-01", f"{this}-01-01") else None


def _between_dashes(site: Site, span: Span) -> bool:
    """Tell a time in what two dashes set apart from the trigger: « X — directeur de 2013 à 2015 — a annoncé … »."""
    dashes = [t.span.start for t in site.sentence.tokens if t.text in ("—", "–")]
    if len(dashes) != _PAIR:
        return False
    first, second = dashes
    return first < span.start < second and not first < site.token.span.start < second


def _defines(site: Site, span: Span) -> bool:
    """Tell what says which time is meant: "since November 1998, when 1,100 people died", "2013, the year she died"."""
    sentence, clause = site.sentence, site.token
    head = sentence.head(clause)
    if _behind(sentence, clause, span):
        return True
    if head is None or not clause.dep.startswith("acl"):
        return False
    above = sentence.head(head) if head.dep == "appos" and timed(head) else head
    return above is not None and above.span.overlaps(span)


def _behind(sentence: Sentence, clause: Token, span: Span) -> bool:
    """Tell a clause whose "when", or "the year", stands right behind the time, a comma between."""
    for mark in sentence.children(clause, "mark", "advmod", "obl"):
        articles = [*sentence.children(mark, "det")] if mark.lower in ("year", "month", "day", "week") else []
        start = min([mark.index, *(article.index for article in articles)])
        if (articles or mark.lower in ("when", "où", "quand")) and start > 1:
            comma, before = sentence.tokens[start - 1], sentence.tokens[start - 2]
            return comma.text == "," and before.span.overlaps(span)
    return False


def _of_another(site: Site, expression: time.TimeExpression, token: Token, *, lasts: bool) -> bool:
    """Tell a day or month that hangs from a title's holder and dates what they do: "sacked by President Lee in May".

    So does a day that hangs from an office: "met the prime minister on Monday".
    """
    called = names_event(site, token)
    if called or _between_dashes(site, expression.span) or _of_source(site, token) or _of_crime(site, token):
        return True
    if _of_quotation(site, token) or of_what_was(site.sentence, site.token, token):
        return True
    post = site.sentence.head(site.token)
    if lasts and site.kind == "noun" and site.support is None and post is not None and post.lower in _POSTS:
        return True  # « a quitté ses fonctions de directeur lundi »
    acts = site.token.dep.startswith(("nsubj", "obj", "obl", "iobj"))
    day = expression.kind == "date" and "/" not in (expression.value or "")
    if lasts and acts and site.kind == "noun" and day and held(site.sentence, site.token) is None:
        return True
    return (
        site.kind == "noun"
        and expression.kind in ("date", "month", "week")
        and token.head != site.token.index
        and (_titles(site))
    )


def _of_source(site: Site, token: Token) -> bool:
    """Tell « selon un bilan publié lundi », "according to a report released in May": when the source spoke."""
    sentence = site.sentence
    at: Token | None = token
    for _ in range(HIGHEST):
        if at is None or at.head == at.index:
            return False
        if at.pos in ("NOUN", "PROPN") and preposition(sentence, at) in _SOURCES:
            return site.token not in set(sentence.subtree(at))
        at = sentence.head(at)
    return False


def _of_quotation(site: Site, token: Token) -> bool:
    """Tell « Samedi soir, « un homme a tiré », a précisé X »: when that was, not when somebody said so."""
    verb = site.token
    between = site.sentence.tokens[token.index + 1 : verb.index]
    before = any(t.index < verb.index and t.quote is None for t in site.sentence.children(verb, "nsubj"))
    another = any(t.pos == "VERB" and t.quote is None for t in between)
    return not (before or another) and any(t.quote is not None for t in between)


def _determined(sentence: Sentence, noun: Token) -> bool:
    """Tell « du meurtre », « d'un meurtre », one that is known, from « de meurtre »."""
    return any(sentence.children(noun, "det")) or any(c.lower in ("du", "des") for c in sentence.children(noun, "case"))


def _of_crime(site: Site, token: Token) -> bool:
    """Tell « coupable du meurtre d'un soldat en 2015 », « condamné pour le meurtre d'un soldat en 2015 »: not now."""
    sentence = site.sentence
    guilty = sentence.head(token)
    if guilty is None or guilty.index > token.index:
        return False
    what = sentence.tokens[guilty.index + 1 : token.index]
    if all(t.pos in ("DET", "ADP", "ADV", "NUM", "ADJ") for t in what):
        return False  # « déclaré coupable le 24 février »
    if guilty is site.token and preposition(sentence, token) == "en" and any(w.lower in _GUILTY for w in site.words):
        return any(t.lower in happenings() and _determined(sentence, t) for t in what)
    crimes = (c for c in what if c.lower.partition(" ")[0] in happenings() and preposition(sentence, c) == "pour")
    named = any(any(sentence.children(c, "det")) for c in crimes)
    return guilty.lower.startswith("coupable") or (named and guilty is site.token)


def _titles(site: Site) -> bool:
    """Tell whether the trigger names a person who stands beside it."""
    return any(child.name is not None for child in site.sentence.children(site.token, "appos", "flat"))


def _dated(found: Circumstances, site: Site, expression: time.TimeExpression, *, bounded: bool = False) -> Token | None:
    """Return the token of a time that can date events of this sentence, or None; `bounded` admits mere bounds."""
    sentence, trigger = site.sentence, site.token
    if expression.kind not in DATED or not sentence.span.contains(expression.span):
        return None
    if any(t.quote is not None and t.span.contains(expression.span) for t in sentence.tokens):
        return None  # said inside a quotation: not the time of saying it
    if compared(sentence, expression.span, trigger) or renamed(sentence, expression.span):
        return None
    token = sentence.token_at(expression.span)
    called = token is not None and token.name is not None and token.span != expression.span
    if token is None or (called and not (_named_by_day(token) or of_occasion(found, site, expression, token))):
        return None  # "Recycling Today", « Euro 2016 »
    day = expression.kind in ("date", "interval")
    earlier = (not bounded and preceded(sentence, token, trigger, day=day)) or meant_for(sentence, trigger, token)
    earlier = earlier or of_aside(site, token)
    return None if earlier or (not bounded and bounds(sentence, token, trigger)) else token


def _named_by_day(token: Token) -> bool:
    """Tell « L'attentat du 13 novembre 2015 a fait … »: the day in the event's name is when it did so."""
    return token.dep.startswith("nsubj") and token.lower.partition(" ")[0] in happenings()


def _nowadays(site: Site, token: Token) -> bool:
    """Tell « aujourd'hui directeur de Novatel », « dirige aujourd'hui Novatel »: these days, not this day alone."""
    present = "Tense=Pres" in site.token.morph and "VerbForm=Fin" in site.token.morph
    below = token.head == site.token.index and (site.kind == "noun" or present)
    return below and token.lower in ("aujourd'hui", "aujourd’hui", "today")
