"""Finds the verbs of a sentence whose deeds happen at the same time, so that a time beside one dates the others.

« s'écrase lundi, tuant … » · "37 were hurt when a train derailed on Sunday" · « Lundi, A a … et B a … » ·
« vendredi, lors d'un meeting à Paris, il a été … » · « l'attaque commise mardi a fait deux morts »
"""

from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.nouns import declared, happenings
from kg.extract.dating.uttered import SPEAKING, uttered
from kg.extract.frames.site import Site
from kg.extract.grammar.climbing import BEFELL, attended, held
from kg.extract.grammar.infinitives import CHOOSING
from kg.extract.grammar.prepositions import OCCASIONS, preposition
from kg.extract.grammar.voice import auxiliaries, is_participle
from kg.lexicon.closed import BECOMING
from kg.model.annotation import Sentence, Token

_WHEN: Final = ("quand", "lorsque", "lorsqu'", "when", "as", "alors")
_APART: Final = frozenset("après avant after before since depuis until pour afin by despite for".split())
MEANWHILE: Final = (*OCCASIONS, "during", "at")
_WITHIN: Final = (*MEANWHILE, "dans", "in", "par")
_IN_PLACE: Final = ("à", "en", "in", "at", "dans")
# a day of birth is of nothing else
_BORN: Final = frozenset("born né née nés nées naît naquit fondé fondée créé créée founded established".split())
_STEP: Final = 5  # how much farther a verb is than the one that it shares its time with
_REACH: Final = 3  # verbs in between
_TOLLS: Final = frozenset(
    """killed died dead injured wounded hurt drowned missing hospitalised hospitalized trapped rescued evacuated tué
    tués tuée tuées mort morts morte mortes blessé blessés blessée blessées noyé noyés hospitalisé hospitalisés décédé
    décédés évacué évacués évacuées""".split()
)
_BEAT: Final = ("beat", "defeat", "batt", "vainc", "domin", "élimin")
_WON: Final = tuple("elect re-elect reelect won élu réélu remport sacr qualif crown reach gagn".split())
_APPEARED: Final = frozenset(
    "appeared appears paru parue parus parues parut paraît sorti sortie sortit published publié".split()
)
_OPENED: Final = frozenset(
    """ouverte ouvertes ouvert lancée lancées engagée engagées entamée déposée déposées intentée diligentée
    prononcée prononcé signée signé""".split()
)
_ANNOUNCE: Final = ("annonc", "announc")
_ATTENDING: Final = ("présid", "particip", "assist", "inaugur", "célébr")
_UNDER_WAY: Final = ("meeting", "déplacement", "visite", "tournée")
_ASKING: Final = (
    "urg",
    "ask",
    "call",
    "encourag",
    "implor",
    "begg",
    "advis",
    "press",
    "invit",
    "instruct",
    "warn",
    "told",
)
_OWNING: Final = tuple(
    "reconn avou admi confess ni dément regrett racont confi prétend jur assur affirm expliqu".split()
)
_COMING: Final = ("prochain", "imminen", "futur", "upcoming", "possib", "éventuel")
_AFTER: Final = ("after", "après")
_BEFOREHAND: Final = (
    *("mort", "décéd", "interpell", "arrêt", "incarcér", "écrou", "bless", "condamn", "élu", "nomm", "créé", "fondé"),
    *("prévu", "programm", "attendu", "initialement"),
    *("lancé", "licenci", "limog", "libér", "inculp", "tué", "assassin", "enlev", "disparu", "ouvert", "construit"),
    *("entré", "recrut", "embauch", "promu", "diplôm", "mari", "divorc", "rachet", "débarqu", "install", "propuls"),
)
_BECOMING: Final = (*BECOMING, "sacré", "couronné", "proclamé")
_BEING: Final = frozenset("was were is are fut était est sont furent".split())
_NOW: Final = frozenset("maintenant désormais aujourd'hui actuellement toujours now today currently still".split())

_HELD: Final = frozenset("tenu tenue tenus tenues déroulé déroulée déroulés déroulées réuni réunie".split())
_ACTING: Final = ("nsubj", "obl:agent")
# « s'est achevée mardi avec la remise du prix », "began on Monday with the arrest of"
_WITH: Final = ("achev", "termin", "concl", "clos", "clôtur", "sold", "début", "commenc", "ouvert", "connu", "culmin")
_WITH_EN: Final = ("began", "ended", "opened", "started", "closed", "culminated", "concluded", "finished")
_BURYING: Final = frozenset("funérailles obsèques enterrement inhumation funeral funerals burial wake".split())


def distance(site: Site, verb: Token, start: Token) -> int | None:
    """Return how far the trigger is from a time at `start` that hangs from `verb`; None where it is apart."""
    wanted = site.support or site.token
    seen = {verb.index: 0}
    todo = [verb]
    while todo:
        at = todo.pop(0)
        if at is wanted or (site.kind == "noun" and _at_it(site.sentence, at, site.token)):
            return seen[at.index]
        if seen[at.index] >= _STEP * _REACH:
            continue
        above = _above(site.sentence, at, shared=seen[at.index] > 0)
        for other in (*above, *_below(site.sentence, at, start)):
            if other.index not in seen:
                seen[other.index] = seen[at.index] + _STEP
                todo.append(other)
    return None


def _above(sentence: Sentence, verb: Token, *, shared: bool) -> Iterator[Token]:
    """Yield what a clause hangs from, where both are at once; `shared` tells that the time is of a clause below it."""
    head = sentence.head(verb)
    if head is None or verb.lower in _BORN:
        return
    if verb.dep.startswith("acl"):
        yield from _of_event(sentence, head, verb)
    elif _at_head(sentence, verb, head, shared=shared) or at_once(sentence, verb):
        yield head


def _at_head(sentence: Sentence, verb: Token, head: Token, *, shared: bool) -> bool:
    """Tell a clause whose time is that of the verb above it."""
    if head.pos not in ("VERB", "AUX"):
        return False
    last = verb.dep == "conj" and (shared or {verb.lower, head.lower} <= _TOLLS)
    # "Two died and 37 were hurt when a train crashed on Monday"
    return last or _aside(sentence, verb) or _elliptic(sentence, verb, head) or _toll(sentence, verb, head)


def _toll(sentence: Sentence, verb: Token, head: Token) -> bool:
    """Tell "34 people drowned after a boat capsized late on Monday": the dead are of what is told behind."""
    marks = (c.lower for c in sentence.children(verb, "mark", "case"))
    above = sentence.head(head) if head.dep == "conj" or at_once(sentence, head) else None
    done = {head.lower} if above is None else {head.lower, above.lower}
    return verb.dep == "advcl" and bool(done & _TOLLS) and any(mark in _AFTER for mark in marks)


def _of_event(sentence: Sentence, event: Token, clause: Token) -> Iterator[Token]:
    """Yield the verb of the event that a clause describes: « l'attaque commise mardi a fait deux morts ».

    What is held is one as well: « le conseil, qui s'est tenu lundi, a adopté … », and who speaks says so then.
    """
    above = sentence.head(event)
    held = clause.lower in _HELD or (clause.lower in SPEAKING and event.dep == "nsubj")
    inside = event.dep.startswith("obl") and preposition(sentence, event) in _WITHIN
    if inside and uttered(event, clause) and above is not None and above.dep != "acl":
        yield above  # « dans une interview accordée vendredi, X a annoncé … »
    elif above is not None and (event.lower in happenings() or held) and (inside or event.dep.startswith(_ACTING)):
        yield above


def _elliptic(sentence: Sentence, verb: Token, head: Token) -> bool:
    """Tell "23 were killed and 14 injured on Sunday": the second participle shares the auxiliary of the first."""
    bare = is_participle(verb) and not any(sentence.children(verb, "aux", "cop"))
    return verb.dep == "conj" and bare and any(sentence.children(head, "aux"))


def _below(sentence: Sentence, verb: Token, start: Token) -> Iterator[Token]:
    """Yield the clauses below a verb that are at once with it."""
    places = [child for child in sentence.children(verb, "obl") if preposition(sentence, child) in _IN_PLACE]
    happened = [noun for noun in sentence.children(verb, "nsubj") if noun.lower in happenings()]
    then = (noun for noun in sentence.children(verb, "obl") if preposition(sentence, noun) in OCCASIONS)
    yield from (c for noun in happened for c in sentence.children(noun, "acl") if is_participle(c))
    happened = [noun for noun in then if noun.lower in happenings()]  # « lors du match opposant A et B »
    yield from (c for noun in happened for c in sentence.children(noun, "acl") if "VerbForm=Part" in c.morph)
    yield from (clause for place in places for clause in sentence.children(place, "acl") if _there(sentence, clause))
    for clause in sentence.children(verb):
        if clause.pos not in ("VERB", "AUX"):
            continue
        gerund = _aside(sentence, clause) and (start.index < clause.index or _while(sentence, clause))
        there = bool(places) and _there(sentence, clause)
        joined = _joined(sentence, verb, clause, start)
        done = clause.dep == "xcomp" and not _owned_up(sentence, verb, clause) and not _asked(sentence, verb, clause)
        told = done or _declared(sentence, verb, clause) or _won(sentence, verb, clause)
        if told or joined or gerund or there or at_once(sentence, clause):
            yield clause


def _owned_up(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Tell « a reconnu lundi avoir tué X »: it was done before that; « a indiqué lundi avoir tué X » tells news."""
    perfect = any("VerbForm=Inf" in helper.morph for helper in auxiliaries(sentence, clause))
    return perfect and verb.lower.startswith(_OWNING)


def _asked(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Tell "urged Republicans on Tuesday to reject it": only the asking has happened by then."""
    to = any(c.lower == "to" for c in sentence.children(clause, "aux", "mark"))
    return to and verb.lower.startswith(_ASKING) and clause.index > verb.index


def _declared(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Tell what is done by announcing it: « a annoncé lundi qu'il partait », "announced that it was cutting jobs"."""
    helpers = [*sentence.children(clause, "aux", "cop")]
    imperfect = not helpers and "Tense=Imp" in clause.morph
    progressive = "Aspect=Prog" in clause.morph and any(helper.lower in _BEING for helper in helpers)
    return clause.dep == "ccomp" and verb.lower.startswith(_ANNOUNCE) and (imperfect or progressive)


def _won(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Tell whom somebody won against: « a été élu en 2022 après avoir battu X », "reached it after beating X"."""
    marks = (c.lower for c in sentence.children(clause, "mark", "case"))
    beaten = clause.dep == "advcl" and clause.lower.startswith(_BEAT) and any(mark in _AFTER for mark in marks)
    return beaten and verb.lower.startswith(_WON)


def _joined(sentence: Sentence, verb: Token, clause: Token, start: Token) -> bool:
    """Tell a second clause that a time stands before, or behind both: « a été tué et deux autres blessés lundi »."""
    own = any(sentence.children(clause, "nsubj"))
    between = verb.index < start.index < clause.index and not _soon(sentence, clause)
    joined = clause.dep == "conj" and verb.lower not in _BORN and not (own and between)
    return joined and not _since_then(sentence, verb, clause)


def _soon(sentence: Sentence, clause: Token) -> bool:
    """Tell "signed it on Monday, but the rebels rejected it within hours": of the same day."""
    return any(
        word.lower in ("hours", "heures") and preposition(sentence, word) == "within"
        for word in sentence.children(clause)
    )


def of_what_was(site: Site, noun: Token, start: Token) -> bool:
    """Tell « candidat en 1990, battu par X »: what befell whoever was that stands behind its time."""
    described = noun.pos == "NOUN" and noun.dep in ("appos", "advcl", "obl:mod", "dislocated")
    return (
        described
        and start.head == noun.index == site.token.head
        and start.index < site.token.index
        and is_participle(site.token)
    )


def _since_then(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Tell a clause of what is so now: « a conclu un accord en avril et négocie », "backed her in May and has paid"."""
    now = any(child.lower in _NOW for child in sentence.children(clause, "advmod"))
    if _either(sentence, verb, clause):
        return now
    first, second = (_tense(sentence, one) for one in (verb, clause))
    return now or (second in ("present", "perfect") and first != second)


def _either(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Tell « a détruit un hangar et fait trois blessés »: a participle that is a present as well shares the helper."""
    own = any(sentence.children(clause, "nsubj", "aux", "expl"))
    return not own and clause.lower.endswith("it") and any(t.lower in ("a", "ont") for t in auxiliaries(sentence, verb))


def _tense(sentence: Sentence, verb: Token) -> str:
    """Return whether a finite verb stands in the present, the English perfect or another tense."""
    helpers = [*sentence.children(verb, "aux")]
    if any(helper.lower in ("has", "have") for helper in helpers):
        return "perfect"
    bare = not helpers and not any(sentence.children(verb, "cop"))
    misread = "VerbForm=Inf" in verb.morph and verb.lower.endswith("e") and not verb.lower.endswith("re")  # « négocie »
    present = misread or ("Tense=Pres" in verb.morph and "VerbForm=Fin" in verb.morph)
    return "present" if bare and present else "other"


def buries(sentence: Sentence, verb: Token) -> bool:
    """Tell « Ses funérailles ont eu lieu le 3 juillet »: whoever is buried died before."""
    return any(t.lower in _BURYING for t in sentence.children(verb, "nsubj"))


def of_predicate(site: Site, predicate: Token) -> bool:
    """Tell whether a time beside « c'est X », « il est le premier » dates what is told of it in the trigger's clause.

    « En 1999, elle fut la première à développer … » · "In 1978 she was among the plaintiffs who sued …"
    """
    sentence, verb = site.sentence, site.support or site.token
    noun = sentence.head(verb)
    if noun is None or not verb.dep.startswith(("acl", "xcomp")) or verb.pos != "VERB":
        return False
    within = noun.dep.startswith(("nmod", "obl")) and noun.head == predicate.index
    one_of = within and (noun.pos == "NOUN" and preposition(sentence, noun) in ("de", "of", "among", "parmi"))
    copula = predicate.lower in _BEING or any(sentence.children(predicate, "cop"))
    return copula and (one_of or noun is predicate)


def _there(sentence: Sentence, clause: Token) -> bool:
    """Tell what happens at a place of the clause: « attendu lundi à Madrid, où il rencontrera … »."""
    return clause.dep in ("acl:relcl", "advcl", "ccomp") and any(
        c.lower in ("où", "where") for c in sentence.children(clause)
    )


def _aside(sentence: Sentence, clause: Token) -> bool:
    """Tell a gerund or participle beside its verb (« s'écrase, tuant … »), not « après avoir … »."""
    if clause.dep != "advcl" or "VerbForm=Fin" in clause.morph or clause.lower in _BORN:
        return False
    if clause.index < clause.head and clause.lower.startswith(_BEFOREHAND):
        return False  # « Blessé dimanche, X a été opéré »
    words = (*sentence.children(clause, "mark", "case", "advmod"), *sentence.children(clause, "aux"))
    if any("VerbForm=Fin" in word.morph for word in words):
        return False  # « est mort à Lyon, où il était né en 1930 »
    return not any(word.lower in (_APART | {"avoir", "être", "having"}) for word in words)


def _while(sentence: Sentence, clause: Token) -> bool:
    """Tell a French gerund, which is at once with its verb: « l'emporte en battant X, vendredi à Rio »."""
    return any(mark.lower == "en" for mark in sentence.children(clause, "mark", "case"))


def at_once(sentence: Sentence, clause: Token) -> bool:
    """Tell a clause of what happens at the same time: « lorsque le train a déraillé », "when the ferry capsized"."""
    marks = [c.lower for c in sentence.children(clause, "mark", "advmod")]
    done = "alors" in marks and any(sentence.children(clause, "aux:tense"))  # « alors qu'ils ont signé en 2015, … »
    return clause.dep == "advcl" and any(mark in _WHEN for mark in marks) and not done


def _at_it(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Tell an event noun whose time is its verb's: « lors d'un meeting », « blessés par une attaque »."""
    if verb.head == noun.index:
        return verb.dep.startswith("acl") and verb.lower.startswith(BEFELL)  # « la mort de X, survenue lundi »
    if noun.head != verb.index:
        return False
    if held(sentence, noun) is not None or _brought(sentence, verb, noun) or _closing(sentence, verb, noun):
        return True  # « Le duel entre X et Y aura lieu lundi »
    if noun.lower not in happenings():
        ahead = any(child.lower.startswith(_COMING) for child in sentence.children(noun, "amod"))
        told = verb.lower.startswith(_ANNOUNCE) and noun.dep in ("obj", "nsubj:pass")
        appeared = verb.lower in _APPEARED and noun.dep.startswith("nsubj")  # "Her first book appeared in 1967"
        return appeared or (told and noun.lower in declared() and not ahead)
    if verb.lower.startswith(_ATTENDING) and noun.dep.startswith(("obj", "obl:arg")):
        return True  # « a présidé dimanche une cérémonie à Paris »
    if noun.lower in _UNDER_WAY and preposition(sentence, noun) == "en":
        return True  # « en meeting à Lyon, dimanche, X a … »
    toll = any(any(sentence.children(thing, "nummod")) for thing in sentence.children(verb, "obj"))
    # « ont été tués mercredi dans une frappe russe »
    joints = (*MEANWHILE, "dans", "in") if verb.lower in _TOLLS else MEANWHILE
    return noun.dep == "obl:agent" or preposition(sentence, noun) in joints or (noun.dep == "nsubj" and toll)


def _closing(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Tell « s'est achevée mardi avec la remise du prix », "began on Monday with the arrest of five men"."""
    with_it = noun.dep.startswith("obl") and preposition(sentence, noun) in ("avec", "par", "with")
    return with_it and (verb.lower.startswith(_WITH) or verb.lower in _WITH_EN)


def _brought(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Tell what a verb brings about: an inquiry that is opened, an office that somebody is named to."""
    if attended(sentence, noun) is verb:
        return True
    if verb.lower in _OPENED and noun.dep == "nsubj:pass":
        return True  # « Une enquête a été ouverte lundi contre X »
    # « a été nommée en 2010 directrice de Novatel »
    return noun.dep == "xcomp" and verb.lower.startswith((*CHOOSING, *_BECOMING))
