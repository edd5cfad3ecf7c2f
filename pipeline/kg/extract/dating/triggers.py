"""Says when what a trigger tells of took place or will: the time of the sentence that belongs to it, as EDTF."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract import time
from kg.extract.coreference.nouns import deeds, happenings
from kg.extract.dating import sharing
from kg.extract.dating.ahead import not_yet, told_ahead, value_of, was_to
from kg.extract.dating.apiece import Dated, apiece
from kg.extract.dating.bounding import bounds, compared, preceded, renamed, until
from kg.extract.dating.circumstances import Circumstances
from kg.extract.dating.lead import inside
from kg.extract.dating.measured import measured
from kg.extract.dating.named_years import names_event
from kg.extract.dating.standing import standing
from kg.extract.frames.site import Site
from kg.extract.grammar.climbing import held
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_passive
from kg.extract.trees.clauses.times import timed
from kg.model import Modality, Span
from kg.model.annotation import Sentence, Token

DATED: Final = frozenset("date month year week weekend season quarter decade century interval".split())
_HIGHEST: Final = 12  # steps from a time up to what it dates
_TOLD_OF: Final = happenings() | frozenset("faits événements fait événement events".split())
_PERIODS: Final = ("période", "saison", "period", "season")
_SOURCES: Final = ("selon", "d'après", "according to", "per")
_TARGETS: Final = ("cible", "cibles", "objet", "victime", "victimes", "target", "victim", "victims")
_THEN: Final = ("moment", "époque", "time")  # « au moment des faits en 2000 »
_POSTS: Final = ("fonctions", "fonction", "poste", "charge", "mandat")
_PAIR: Final = 2


def when(
    found: Circumstances, site: Site, modality: Modality, *, lasts: bool = False, regions: tuple[Span, ...] = ()
) -> tuple[str | None, Span | None]:
    """Return the EDTF value and the span of the time that belongs to the trigger; (None, None) without one.

    Only what `lasts`, such as an office, can be since or until a time; `regions` are those behind each of several.
    """
    apart = measured(found, site)
    if apart is not None:
        expression, value = apart
        return value, expression.span if value else None
    ahead = (modality is Modality.PLANNED and not was_to(site)) or told_ahead(site)
    below = site.support is not None and site.support.head == site.token.index  # « une enquête ouverte le 3 mai »
    if site.support is not None and site.support.dep.startswith("acl") and not below:
        site = replace(site, support=None)  # « le procureur, dont la section a ouvert une enquête en 2021 »
    dated = [(d, value_of(found, site, e, ahead=ahead), e) for d, e in _candidates(found, site, lasts=lasts)]
    dated = apiece(dated, regions)
    best = min(dated, key=lambda one: (one[0], one[2].span.start), default=None)
    if best is None:
        return None, None
    _, value, expression = next((one for one in dated if _finer(one, best)), best)
    done = not ahead and "Tense=Past" in site.token.morph
    if not ahead and expression.kind == "interval" and expression.direction == "future":
        return None, None  # "opened 27 clinics within 15 years" says how long it took
    if value is None or (done and not_yet(found, value)):
        return None, None
    return _since_or_until(found, site, expression, value, lasts=lasts), expression.span


def _since_or_until(
    found: Circumstances, site: Site, expression: time.TimeExpression, value: str, *, lasts: bool
) -> str:
    """Return the time with its end, where what it dates lasts; else where it began."""
    if lasts:
        return _ended(found, site, expression, value)
    return (_runs(found, value) or value.partition("/")[0]) if ".." in value else value


def _finer(one: Dated, best: Dated) -> bool:
    """Tell « le 14 mars » beside « plus tôt ce mois-ci »: inside the time found, and more exact."""
    return one[1] is not None and best[1] is not None and one[1].startswith(f"{best[1]}-")


def _candidates(found: Circumstances, site: Site, *, lasts: bool) -> Iterator[tuple[int, time.TimeExpression]]:
    """Yield the times that can belong to the trigger, each with how far it is."""
    during = _during(site)
    for expression in inside(found.times, site.sentence.span):
        if expression.value is not None and _defines(site, expression.span):
            yield 0, expression
            continue
        open_ended = expression.value is not None and ".." in expression.value
        since = open_ended and (
            lasts or site.kind == "noun" or _runs(found, expression.value) is not None or _still(site, expression.value)
        )
        token = _dated(site, expression, bounded=since)
        if (
            token is None
            or (lasts and _nowadays(site, token))
            or (open_ended and not since)
            or _of_another(site, expression, token, lasts=lasts)
        ):
            continue
        distance = _distance(site, token, expression.span)
        if distance is None:
            distance = standing(site, expression.span, during)
        if distance is not None:
            yield distance, expression


def _still(site: Site, value: str | None) -> bool:
    """Tell « est placé en garde à vue depuis le 3 mai », what a deed has left: it was done on the day that began it."""
    helpers = [t.lower for t in site.sentence.children(site.token, "aux")]
    begun = value is not None and value.endswith("/..")  # « sont élus jusqu'en 2021 » is none
    if begun and any(word.lower in ("cours", "rage") for word in site.words):
        return True  # « sont en cours depuis vendredi », « fait rage depuis 2014 »
    return begun and helpers in (["est"], ["sont"]) and is_passive(site.sentence, site.token)


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
    for _ in range(_HIGHEST):
        if at is None or at.head == at.index:
            return False
        if at.pos in ("NOUN", "PROPN") and preposition(sentence, at) in _SOURCES:
            return site.token not in set(sentence.subtree(at))
        at = sentence.head(at)
    return False


def _of_crime(site: Site, token: Token) -> bool:
    """Tell « coupable du meurtre d'un soldat en 2015 », « condamné pour le meurtre d'un soldat en 2015 »: not now."""
    sentence = site.sentence
    guilty = sentence.head(token)
    if guilty is None or guilty.index > token.index:
        return False
    what = sentence.tokens[guilty.index + 1 : token.index]
    crimes = (c for c in what if c.lower.partition(" ")[0] in happenings() and preposition(sentence, c) == "pour")
    named = any(any(sentence.children(c, "det")) for c in crimes)
    return guilty.lower.startswith("coupable") or (named and guilty is site.token)


def _titles(site: Site) -> bool:
    """Tell whether the trigger names a person who stands beside it."""
    return any(child.name is not None for child in site.sentence.children(site.token, "appos", "flat"))


def _dated(site: Site, expression: time.TimeExpression, *, bounded: bool = False) -> Token | None:
    """Return the token of a time that can date events of this sentence, or None; `bounded` admits mere bounds."""
    sentence, trigger = site.sentence, site.token
    if expression.kind not in DATED or not sentence.span.contains(expression.span):
        return None
    if any(t.quote is not None and t.span.contains(expression.span) for t in sentence.tokens):
        return None  # said inside a quotation: not the time of saying it
    if compared(sentence, expression.span, trigger) or renamed(sentence, expression.span):
        return None
    token = sentence.token_at(expression.span)
    if token is None or (token.name is not None and token.span != expression.span and not _named_by_day(token)):
        return None  # "Recycling Today", « Euro 2016 »
    day = expression.kind in ("date", "interval")
    earlier = not bounded and preceded(sentence, token, trigger, day=day)
    return None if earlier or (not bounded and bounds(sentence, token, trigger)) else token


def _named_by_day(token: Token) -> bool:
    """Tell « L'attentat du 13 novembre 2015 a fait … »: the day in the event's name is when it did so."""
    return token.dep.startswith("nsubj") and token.lower.partition(" ")[0] in happenings()


def _nowadays(site: Site, token: Token) -> bool:
    """Tell « aujourd'hui directeur de Novatel », « dirige aujourd'hui Novatel »: these days, not this day alone."""
    present = "Tense=Pres" in site.token.morph and "VerbForm=Fin" in site.token.morph
    below = token.head == site.token.index and (site.kind == "noun" or present)
    return below and token.lower in ("aujourd'hui", "aujourd’hui", "today")


def _during(site: Site) -> int | None:
    """Return where a phrase begins that tells of something going on at the same time (« pendant une collecte … »)."""
    if site.kind != "verb":
        return None
    starts = [
        child.span.start
        for child in site.sentence.children(site.token, "obl")
        if preposition(site.sentence, child) in ("pendant", "lors de", "durant", "au cours de", "during")
    ]
    return min(starts, default=None)


def _distance(site: Site, start: Token, span: Span) -> int | None:
    """Return how many steps up from a time expression the trigger stands; None where another clause is between."""
    steps = 0
    token: Token | None = start
    told = {site.token.index, *(word.index for word in site.words)}
    told |= {site.support.index} if site.support is not None else set()
    while token is not None and steps <= _HIGHEST:
        if token.index in told:
            return None if _across(site, start) else steps
        if sharing.of_predicate(site, token) or sharing.of_what_was(site, token, start):
            return steps + 1
        if steps and _clause(site.sentence, token) and not token.span.overlaps(span):  # « il [y a] un mois » is none
            further = sharing.distance(site, token, start)
            return None if further is None else steps + further
        if token is start and token.head not in told and dates_noun(site.sentence, token, span):
            return None
        if steps and (_aside(site.sentence, token) or _meant(site.sentence, token)):
            return None
        token, steps = site.sentence.head(token), steps + 1
    return None


def _across(site: Site, start: Token) -> bool:
    """Tell a time behind the verb above a noun, or the name beside it: « cède le pouvoir à son frère X en 2006 »."""
    sentence, noun = site.sentence, site.token
    if site.kind != "noun" or start.index < noun.index:
        return False
    between = range(noun.index + 1, start.index)
    last = next((t for t in reversed(sentence.tokens[: start.index]) if t.pos not in ("ADP", "DET")), noun)
    named = last.name is not None and last.dep == "appos" and last.head == noun.index
    above = sentence.head(noun)
    while above is not None and above.head != above.index and above.index not in between:
        above = sentence.head(above)
    helped = above is not None and site.support is not None and above.index == site.support.index
    return named or (above is not None and above.index in between and not helped)


def _aside(sentence: Sentence, noun: Token) -> bool:
    """Tell « candidate en 2012 » beside a name or before a clause: when she was is not when that happened."""
    head = sentence.head(noun)
    if noun.pos != "NOUN" or head is None:
        return False
    opens = noun.dep.startswith(("obl", "advcl", "dislocated")) and noun.index < head.index and not timed(noun)
    return (noun.dep == "appos" and head.name is not None) or (opens and not preposition(sentence, noun))


def _meant(sentence: Sentence, noun: Token) -> bool:
    """Tell what a deed is for: « un programme pour la période du 6 au 24 juillet », "jailed for an attack in 2012"."""
    meant = noun.lower in _PERIODS or noun.lower in happenings() or noun.lower in deeds()
    return meant and preposition(sentence, noun) in ("pour", "for", "over", "about", "into", "concernant")


def _clause(sentence: Sentence, token: Token) -> bool:
    return _full_verb(token) or token.dep.startswith("ccomp") or any(sentence.children(token, "cop"))


def _full_verb(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.dep not in ("aux", "aux:pass", "aux:tense", "cop")


def _took_place(sentence: Sentence, noun: Token) -> bool:
    """Tell « battu aux élections de mai », "killed in Friday's attack": what the verb tells of was there and then."""
    within = noun.dep.startswith("obl") and preposition(sentence, noun) in ("à", "dans", "in")
    return within and noun.lower in happenings()


def dates_noun(sentence: Sentence, token: Token, span: Span | None = None) -> bool:
    """Tell « l'édition 2023 », « l'élection de 2017 », "the 2014 referendum": the time says which one is meant.

    Of an event that is the subject or the agent it dates the clause: "Friday's attack killed three".
    """
    noun = sentence.head(token)
    if noun is None or noun.pos not in ("NOUN", "PROPN") or timed(noun):
        return False
    cases = [*sentence.children(token, "case")]
    ranging = span is not None and any(
        span.contains(case.span) for case in cases
    )  # « ministre du Travail de 2001 à 2005 »
    before = "" if ranging else preposition(sentence, token)
    prenominal = token.index < noun.index and token.dep.startswith(("nmod:poss", "compound"))
    bare = not cases and ((token.pos == "NUM" and not token.dep.startswith("obl")) or prenominal)
    event = noun.lower in happenings() and noun.dep.startswith(("nsubj", "obl:agent"))
    event = event or preposition(sentence, noun) in sharing.MEANWHILE or _took_place(sentence, noun)
    event = event or (noun.lower in happenings() and sentence.tokens[noun.head].lower in _TARGETS)
    # « un témoignage sur les faits de 2000 », « l'enquête sur l'attentat commis en 2015 »
    above = sentence.head(noun)
    below = noun.dep.startswith("nmod") and (above is None or above.pos != "VERB")
    told_of = (noun.lower in _TOLD_OF and below) or noun.lower in _THEN
    return (bare or before in ("de", "of") or told_of) and not event
