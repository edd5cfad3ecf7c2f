"""Reads the modality of a fact off the clauses above it: mood, negation, saying, accusing, planning."""

from typing import Final

from kg.extract.attribution.mood import Stance, future_in_past, mood, talked_of
from kg.extract.attribution.proof import unproven
from kg.extract.attribution.scope import scope
from kg.extract.attribution.whoever import whoever
from kg.extract.coreference.nouns import names_person
from kg.extract.frames.load import Frames
from kg.extract.frames.site import Site
from kg.extract.grammar.coordination import parted
from kg.extract.grammar.infinitives import kept_from, purpose
from kg.extract.grammar.negation import negated
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import deep_subject
from kg.extract.grammar.voice import hyphened, is_participle
from kg.extract.participants import expand
from kg.extract.reading import Reading
from kg.extract.verbatim import words_of
from kg.model import Modality, Participant
from kg.model.annotation import Sentence, Token

DOUBTFUL: Final = frozenset(
    """présumé présumée présumés présumées supposé supposée éventuel éventuelle possible prétendu prétendue
    alleged suspected potential""".split()
)
INTENDED: Final = frozenset(
    "projet menace promesse intention plan proposition volonté threat promise proposal intention".split()
)
FAILED: Final = frozenset("tentative attempt refus refusal risque risk demande request appel".split())
DEMANDING: Final = ("exig", "réclam", "souhait", "voul", "veu", "demand", "insist", "urg")
FOR: Final = ("for", "à")
ABLE: Final = ("peu", "pou", "pu")
# Who does not fail, hesitate or delay to do a thing does it.
NEVERTHELESS: Final = ("manqu", "hésit", "tard", "oubli", "fail", "hesitat", "neglect")
AIMS: Final = frozenset(
    """décision vue but objectif accord engagement ambition souhait choix projets plans désir envie espoir intentions
    promesses decision deal agreement bid aim goal pledge move vow desire hope wish intentions""".split()
)
SOURCES: Final = ("selon", "d'après", "d' après", "according to")
COMING: Final = frozenset(
    """prochain prochaine prochains prochaines futur future futurs futures imminent imminente upcoming impending
    forthcoming""".split()
)
GIVEN: Final = (
    "en raison de",
    "à cause de",
    "du fait de",
    "suite à",
    "à la suite de",
    "malgré",
    "depuis",
    "because of",
)
# Who is « en lice pour succéder à X », « candidat pour diriger X » may or may not do it.
RUNNING: Final = frozenset(
    "lice course compétition candidat candidats candidate candidates pressenti pressentie".split()
)
STOPS: Final = ("acl:relcl",)
MEANWHILE: Final = ("alors", "tandis", "whereas")


def stance(reading: Reading, frames: Frames, site: Site) -> Stance:
    """Return how far the text stands behind what the trigger says."""
    sentence = site.sentence
    verb = site.support or site.token
    if site.kind == "verb" and hyphened(sentence, site.token) is not None:
        return _inside_quote(reading, sentence) or Stance(Modality.ASSERTED)  # "to buy Texas-based Novatel"
    own = None if _named_in_passing(site) else _own(sentence, site)
    if own is not None:
        above = _above(reading, frames, sentence, verb)
        vouched = own.modality is Modality.ALLEGED and above is not None  # what is to be or is not, nobody vouches for
        return Stance(own.modality, above.by if vouched and above else None, own.step)
    found = _above(reading, frames, sentence, verb)
    certain = found is None or found.modality is Modality.REPORTED or _titles_a_name(reading, site)
    if (_presupposed(site) or _background(site)) and certain:
        return _inside_quote(reading, sentence) or Stance(Modality.ASSERTED)
    if found is not None:
        return found
    return _source(reading, sentence, verb) or _inside_quote(reading, sentence) or Stance(Modality.ASSERTED)


def _titles_a_name(reading: Reading, site: Site) -> bool:
    """Tell whether the noun only says who a named person is: « l'avantage à la candidate, Anne Dubois »."""
    beside = [c for c in site.sentence.children(site.token, "appos", "flat") if c.name is not None]
    head = site.sentence.head(site.token)
    above = site.token.dep == "appos" and head is not None and head.name is not None
    return bool(beside or above) and names_person(site.token.lower, reading.language)


def _named_in_passing(site: Site) -> bool:
    """Tell « le président du jury sera le ministre Paul Martin »: what will be is not that he is minister."""
    sentence, token = site.sentence, site.token
    copula = site.kind == "noun" and site.support is None and any(sentence.children(token, "cop"))
    definite = any(c.lower in ("le", "la", "l'", "the") for c in sentence.children(token, "det"))
    doubtful = any(c.lower in (*DOUBTFUL, *COMING) for c in sentence.children(token, "amod"))
    names = [c for c in sentence.children(token, "appos", "flat") if c.name is not None and c.index > token.index]
    subjects = any(sentence.children(token, "nsubj"))
    return copula and definite and subjects and bool(names) and not doubtful


def _presupposed(site: Site) -> bool:
    """Tell whether a noun takes what it says for granted: « la plateforme de X », « le procès de A contre B »."""
    if site.kind != "noun" or site.support is not None:
        return False
    words = {child.lower for child in site.sentence.children(site.token, "det", "nmod:poss")}
    return bool(
        words
        & {
            "le",
            "la",
            "l'",
            "les",
            "son",
            "sa",
            "ses",
            "leur",
            "leurs",
            "ce",
            "cette",
            "the",
            "his",
            "her",
            "its",
            "their",
        }
    )


def _background(site: Site) -> bool:
    """Tell whether the words only say who or what a name is: the writer's own, whoever says the rest.

    "said Gov. Hal Dempsey had won", "said the Manila-based Santander Lines would pay", « SNCF Réseau, filiale de … »
    """
    sentence, token = site.sentence, site.token
    head = sentence.head(token)
    if site.kind == "verb":
        return hyphened(sentence, token) is not None
    beside = any(c.name is not None for c in sentence.children(token, "appos", "flat"))
    titles = head is not None and head.name is not None and token.dep.startswith(("appos", "compound", "nmod:poss"))
    return site.support is None and (beside or titles)


def _own(sentence: Sentence, site: Site) -> Stance | None:
    """Return what the trigger's own clause says: negation, conditional, future, doubtful adjectives."""
    token, verb = site.token, site.support or site.token
    if any(child.lower in DOUBTFUL for child in sentence.children(token, "amod", "advmod")):
        return Stance(Modality.ALLEGED, step="doubtful adjective")
    nouns = [w for w in (token, *site.words) if w.pos == "NOUN"]
    if any(child.lower in COMING for noun in nouns for child in sentence.children(noun, "amod")):
        return Stance(Modality.PLANNED, step="coming")
    wanted = _wanted(sentence, site)
    if wanted is not None:
        return wanted
    if verb.pos not in ("VERB", "AUX") and not any(sentence.children(verb, "cop")):
        return None
    if negated(sentence, verb):
        return Stance(Modality.DENIED, step="negation")
    found = mood(sentence, verb)
    open_ = found is not None and found.modality in (Modality.ALLEGED, Modality.HYPOTHETICAL)
    if open_ and future_in_past(sentence, verb):
        return Stance(Modality.PLANNED, step="future in the past")
    return found


def _wanted(sentence: Sentence, site: Site) -> Stance | None:
    """Return what the noun above makes of an event noun: « le projet de rachat », « une demande de libération »."""
    head = sentence.head(site.token)
    if site.kind != "noun" or head is None or not site.token.dep.startswith("nmod"):
        return None
    if head.lower in INTENDED:
        return Stance(Modality.PLANNED, step=f"« {head.text} »")
    return Stance(Modality.HYPOTHETICAL, step=f"« {head.text} »") if head.lower in FAILED else None


def _above(reading: Reading, frames: Frames, sentence: Sentence, verb: Token) -> Stance | None:
    """Return what the clauses above say, the nearest first."""
    at, head, beside = verb, sentence.head(verb), False
    for _ in range(6):
        if head is not None and unproven(sentence, at, head):
            return Stance(Modality.HYPOTHETICAL, step="not proven")
        if head is None or at.dep in STOPS or (at.dep == "acl" and is_participle(at)):
            return None  # « le gala organisé à Lyon a rapporté …, dit X »: the writer's own words
        if at.dep != "conj":
            beside = beside or _told_beside(sentence, at)
            found = (
                _aimed(sentence, at, head)
                or talked_of(sentence, at)
                or _to_come(sentence, at)
                or _by_governor(reading, frames, sentence, at, head)
            )
            if found is not None and not (beside and found.modality is not Modality.REPORTED):
                return found
        at, head = head, sentence.head(head)
    return None


def _told_beside(sentence: Sentence, at: Token) -> bool:
    """Tell « … alors que le gouvernement est critiqué »: what goes on meanwhile, whatever somebody wants or may do.

    So is what somebody acts upon: « veut frapper X en raison de son soutien à Y ».
    """
    if at.dep.startswith(("obl", "nmod")):
        return at.pos == "NOUN" and preposition(sentence, at) in GIVEN
    return at.dep.startswith("advcl") and any(c.lower in MEANWHILE for c in sentence.children(at, "mark"))


def _aimed(sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Return what a noun makes of its infinitive: « l'intention de racheter X », « la possibilité de fermer »."""
    aim = purpose(sentence, at, head)
    if aim is None:
        return None
    planned = aim.lower in INTENDED or aim.lower in AIMS or aim.lower == "point"
    return Stance(Modality.PLANNED if planned else Modality.HYPOTHETICAL, step=f"« {aim.text} »")


def _by_governor(reading: Reading, frames: Frames, sentence: Sentence, at: Token, head: Token) -> Stance | None:
    verbs = frames.clause_verbs
    function = at.dep.partition(":")[0]
    content = function in ("ccomp", "xcomp") or (function in ("obj", "parataxis") and at.pos in ("VERB", "NOUN"))
    content = content or kept_from(sentence, at)  # "prevented X from taking to the streets"
    word = head.lower
    kept = kept_from(sentence, at) and word in verbs.get("keeping", ())  # "stopped X from publishing it"
    denied = content and word in verbs["denying"]
    if (kept or denied) and not parted(sentence, at, head):  # "was charged; he denies it"
        return Stance(Modality.DENIED, step=f"under « {head.text} »")
    if word in verbs["accusing"] and function in ("xcomp", "obl", "ccomp", "advcl", "acl"):
        return Stance(Modality.ALLEGED, _who(reading, sentence, head), f"under « {head.text} »")
    if word in verbs["planning"] and (_intended(at, head) or _demanded(sentence, at, head)):
        unwanted = at.dep.startswith("xcomp") and negated(sentence, head)  # « ne devrait pas rencontrer X »
        return Stance(Modality.DENIED if unwanted else Modality.PLANNED, step=f"under « {head.text} »")
    if word in verbs["possible"] and function == "xcomp":
        unable = head.lower.startswith(ABLE) and negated(sentence, head)
        return Stance(Modality.DENIED if unable else Modality.HYPOTHETICAL, step=f"under « {head.text} »")
    if word in verbs["saying"] and function in ("ccomp", "xcomp", "parataxis") and _says(sentence, at, head):
        return _told(reading, frames, sentence, at, head)
    if function in ("ccomp", "xcomp", "advcl", "acl", "obl", "nsubj", "obj", "nmod"):
        return _mood_above(sentence, at, head)
    return None


def _to_come(sentence: Sentence, at: Token) -> Stance | None:
    """Return what « est venu pour rencontrer X », « afin d'arrêter X » tell: what somebody is about to do."""
    if not at.dep.startswith(("advcl", "acl")) or "VerbForm=Inf" not in at.morph or any(sentence.children(at, "aux")):
        return None  # « pour avoir tué X »
    marks = {c.lower for c in sentence.children(at, "mark", "case")}
    head = sentence.head(at)
    if head is not None and head.lower in RUNNING and "pour" in marks:
        return Stance(Modality.HYPOTHETICAL, step=f"under « {head.text} »")
    if not at.dep.startswith("advcl"):
        return None
    return Stance(Modality.PLANNED, step="purpose") if marks & {"pour", "afin"} else None


def _intended(at: Token, verb: Token) -> bool:
    """Tell what somebody plans or wants: an infinitive or a noun as the object."""
    wanted = at.dep.startswith("xcomp") or (at.dep.startswith("obj") and at.pos == "NOUN")
    if verb.lower in ("had", "went"):  # "had to cut 200 jobs", "went on to say"
        return False
    return wanted and not verb.lower.startswith(("allé", "allant"))


def _demanded(sentence: Sentence, at: Token, verb: Token) -> bool:
    """Tell what somebody asks for: "called for the resignation of X", « exige que X démissionne »."""
    if at.dep.startswith("ccomp"):
        return verb.lower.startswith(DEMANDING)
    calling = verb.lower.startswith(("call", "appel", "push"))
    return calling and at.dep.startswith("obl") and at.pos == "NOUN" and preposition(sentence, at) in FOR


def _told(reading: Reading, frames: Frames, sentence: Sentence, at: Token, head: Token) -> Stance:
    """Return the stance under a verb of saying; whoever notes or admits something takes it for a fact."""
    if negated(sentence, head):
        return Stance(Modality.HYPOTHETICAL, step=f"not told by « {head.text} »")
    granted = head.lower in frames.clause_verbs["granting"] and at.dep.startswith("ccomp") and at.index > head.index
    if granted:
        return Stance(Modality.ASSERTED)
    return Stance(Modality.REPORTED, _who(reading, sentence, head), f"reported by « {head.text} »")


def _says(sentence: Sentence, at: Token, verb: Token) -> bool:
    """Tell whether somebody says with the verb what stands below it."""
    return not _nobody_says(sentence, verb) and not parted(sentence, at, verb)


def _nobody_says(sentence: Sentence, verb: Token) -> bool:
    """Tell the writer's own « à noter que … », « il faut dire que … » from a saying that has a speaker."""
    own = any(sentence.children(verb, "nsubj"))
    return not own and "VerbForm=Inf" in verb.morph and (verb.dep == "ROOT" or verb.dep.startswith("xcomp"))


def _mood_above(sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Let a condition or a modal verb above reach down to infinitives and their nouns."""
    to = at.dep.startswith("advcl") and any(c.lower == "à" for c in sentence.children(at, "mark"))
    if (to or at.dep.startswith("xcomp")) and head.pos in ("VERB", "AUX"):
        if negated(sentence, head):
            if head.lower.startswith(NEVERTHELESS):
                return None
            return Stance(Modality.DENIED, step="negation above")
        return mood(sentence, head)
    return None


def _who(reading: Reading, sentence: Sentence, verb: Token) -> Participant | None:
    for token in deep_subject(sentence, verb):
        found = expand(reading, sentence, token)
        if found:
            return found[0]
        if token.pos == "NOUN":  # a report or a campaign vouches as well
            return words_of(reading, sentence, token)
    return None


def _source(reading: Reading, sentence: Sentence, verb: Token) -> Stance | None:
    """Return the source that « selon … » names in the sentence; other relative clauses are the writer's own."""
    for token in sentence.tokens:
        if preposition(sentence, token) in SOURCES and verb not in sentence.subtree(token):
            part = scope(sentence, token)
            if (verb.dep in STOPS) if part is None else (verb.index not in part):
                continue
            found = whoever(reading, sentence, token)
            return Stance(Modality.REPORTED, found[0] if found else None, "according to")
    return None


def _inside_quote(reading: Reading, sentence: Sentence) -> Stance | None:
    if sentence.inside is None:
        return None
    if sentence.tokens[-1].text == "?":
        return Stance(Modality.HYPOTHETICAL, step="question")
    speakers = reading.speakers.get(sentence.inside, ())
    return Stance(Modality.REPORTED, speakers[0] if speakers else None, "said in a quotation")
