"""Reads what the clauses above make of one below: said, denied, planned, accused of, asked for."""

from typing import Final

from kg.extract.attribution.coming import to_come
from kg.extract.attribution.forbearing import cannot, could, forbears, had_to, preferred
from kg.extract.attribution.mood import Stance, extraposed, felt, imagined, mood, mood_above, talked_of
from kg.extract.attribution.racing import called_off
from kg.extract.attribution.refuted import refuted
from kg.extract.attribution.undone import not_done
from kg.extract.frames.load import Frames
from kg.extract.grammar.charges import of_charges
from kg.extract.grammar.coordination import parted
from kg.extract.grammar.infinitives import ABOUT_TO, first_to, is_reason, kept_from, purpose
from kg.extract.grammar.negation import negated
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import deep_subject
from kg.extract.grammar.voice import is_participle
from kg.extract.participants.verbatim import words_of
from kg.extract.participants.words import expand
from kg.extract.reading import Reading
from kg.model import Modality, Participant
from kg.model.annotation import Sentence, Token

_CAN: Final = ("peux", "peut", "peuvent", "pouvons")
_ABLE: Final = frozenset("su sait savent savait savaient sut surent saura sauront saurait".split())
_UNTOLD: Final = frozenset(Modality) - {Modality.REPORTED}
_AFTER: Final = ("après", "depuis", "à la suite de", "after", "following", "since")
_WHEN: Final = frozenset("lorsque lorsqu' lorsqu’ quand après depuis when after since".split())
INTENDED: Final = frozenset(
    "projet menace promesse intention plan proposition volonté threat promise proposal intention".split()
)
# Who is to do what an infinitive behind says: "the president's pick to run the bank"
_CHOSEN: Final = frozenset("pick nominee choice favourite favorite frontrunner".split())
DEMANDING: Final = (
    "exig",
    "réclam",
    "souhait",
    "voul",
    "veu",
    "demand",
    "insist",
    "urg",
    "recommend",
    "recommand",
    "request",
    "attend",
)
FOR: Final = ("for", "à")
ABLE: Final = ("peu", "pou", "pu")
HINDERING: Final = ("empêch", "dissuad", "prevent", "deter", "stop", "keep", "kept")
AIMS: Final = frozenset(
    """offre offres négociation négociations discussions pourparlers candidature décision vue but objectif accord
    engagement ambition souhait choix projets plans désir envie espoir intentions
    promesses decision deal agreement bid aim goal pledge move vow desire hope wish intentions
    plot plots conspiracy scheme complot complots conspiration talks negotiations""".split()
)
GIVEN: Final = (
    "en raison de",
    "à cause de",
    "du fait de",
    "suite à",
    "à la suite de",
    "malgré",
    "depuis",
    "avec",
    "lors de",
    "à l'occasion de",
    "grâce à",
    "because of",
    "following",
    "since",
)
_MADE: Final = frozenset(
    "request requests call calls appeal appeals plea pleas demande demandes requête appels".split()
)
_OCCASIONS: Final = ("occasion", "issue", "lendemain", "veille")  # « à l'occasion d'une visite »
STOPS: Final = ("acl:relcl",)
MEANWHILE: Final = frozenset(("alors", "tandis", "whereas"))

# « n'a aucune intention de vendre X », "has no plans to sell X"
_WISHES: Final = frozenset("intention intentions plan plans projet projets desire désir envie wish volonté".split())
_HAVING: Final = frozenset("a ai ont avait avaient avoir aura auront ayant has have had having".split())
# « a eu le temps de blesser X », « a pris le temps de saluer X »: he did
_GRANTED: Final = frozenset("temps chance occasion mérite courage honneur privilège malheur".split())
_TAKEN: Final = ("pris", "prend", "prennent", "prit", "prenait")
_CARE: Final = ("temps", "peine", "soin")
_FOUND: Final = ("convict", "condamn", "sentenc", "charg", "inculp", "found")
_NONE: Final = frozenset("aucun aucune nul nulle no".split())
# what is done with plans that are given up
_DROPPING: Final = ("abandon", "scrap", "shelv", "cancel", "ditch", "dropp", "annul", "enterr")


def stance_above(reading: Reading, frames: Frames, sentence: Sentence, verb: Token) -> Stance | None:
    """Return what the clauses above say, the nearest first."""
    at, head = verb, sentence.head(verb)
    free: frozenset[Modality] = frozenset()
    for _ in range(6):
        if head is not None and (told := refuted(sentence, at, head) or imagined(sentence, at, head)) is not None:
            return told
        first = head is not None and first_to(sentence, at, head) and any(sentence.children(head, "cop"))
        if first and head is not None and (open_ := mood(sentence, head)) is not None:
            return open_  # "would be the first woman to serve as president"
        bare = at.dep == "acl" and is_participle(at) and not any(sentence.children(at, "mark"))
        told_apart = at.dep in STOPS and (head is None or purpose(sentence, at, head) is None)
        if head is None or told_apart or bare:
            return None  # « le gala organisé à Lyon a rapporté …, dit X »: the writer's own words
        if at.dep != "conj":
            free |= _freed(sentence, at)
            found = (
                _aimed(frames, sentence, at, head)
                or talked_of(sentence, at)
                or felt(at, head)
                or extraposed(sentence, at, head)
                or to_come(sentence, at)
                or _by_governor(reading, frames, sentence, at, head)
            )
            if found is not None and found.modality not in free:
                return found
        at, head = head, sentence.head(head)
    return None


def _freed(sentence: Sentence, at: Token) -> frozenset[Modality]:
    """Return what the clauses above do not make of what stands at a token: it is so all the same.

    « … alors que le gouvernement est critiqué » goes on meanwhile, whatever somebody wants or may do; so is what
    somebody acts upon, « veut frapper X en raison de son soutien à Y ». What somebody is accused of may not be so, what
    was before it is: « accusé d'avoir volé des documents lorsqu'il a quitté X », « accusé de fraude après sa mort ».
    """
    if at.dep.startswith(("obl", "nmod")):
        before = preposition(sentence, at) if at.pos == "NOUN" else ""
        return (
            _UNTOLD
            if before in GIVEN or at.lower in _OCCASIONS
            else frozenset({Modality.ALLEGED} if before in _AFTER else ())
        )
    if _set_apart(sentence, at):
        # « n'a pas gagné, battu par X »; « Critiqué par X, Y l'accuse de mentir » tells it itself
        return frozenset({Modality.DENIED}) if at.index > at.head else frozenset(Modality)
    marks = {c.lower for c in sentence.children(at, "mark", "advmod")} if at.dep.startswith("advcl") else set()
    return _UNTOLD if marks & MEANWHILE else frozenset({Modality.ALLEGED} if marks & _WHEN else ())


def _set_apart(sentence: Sentence, at: Token) -> bool:
    """Tell a participle that a comma sets apart behind its clause, or that opens the sentence before it."""
    bare = at.dep.startswith("advcl") and not any(sentence.children(at, "aux", "mark"))
    if not bare or not is_participle(at):
        return False
    if at.index < at.head:
        return at.index == 0 and any(t.text == "," for t in sentence.tokens[at.index : at.head])
    return sentence.tokens[min(t.index for t in sentence.subtree(at) if t.pos != "PUNCT") - 1].text == ","


_OPENINGS: Final = ("opportunity", "occasion", "chance")
_USING: Final = frozenset("took taken taking takes used using uses seized seizing grabbed".split())


def _aimed(frames: Frames, sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Return what a noun makes of its infinitive: « l'intention de racheter X », « récuse toute volonté de fermer »."""
    if (
        at.dep.startswith("acl")
        and head.lower in _CHOSEN
        and any(c.lower == "to" for c in sentence.children(at, "aux"))
    ):
        return Stance(Modality.PLANNED, step=f"« {head.text} »")
    aim = purpose(sentence, at, head)
    if aim is None:
        return None
    above = sentence.head(aim)
    not_so = above is not None and negated(sentence, above)
    if above is not None and not not_so and aim.lower in _OPENINGS and above.lower in _USING:
        return None  # "took the opportunity to announce it"
    given_up = above is not None and (
        above.lower in frames.clause_verbs["denying"] or above.lower.startswith(_DROPPING)
    )
    none = not_so or any(child.lower in _NONE for child in sentence.children(aim, "det"))
    wanting = above is not None and above.lower in _HAVING and aim.lower in _WISHES and none
    if above is not None and (
        (above.lower == "eu" and aim.lower in _GRANTED) or (above.lower in _TAKEN and aim.lower in _CARE)
    ):
        return Stance(Modality.DENIED, step=f"no « {aim.text} »") if none else None
    given_up = (given_up and not not_so) or wanting
    if above is not None and aim.dep.startswith("obj") and given_up:
        return Stance(Modality.DENIED, step=f"under « {above.text} »")
    planned = aim.lower in INTENDED or aim.lower in AIMS or (aim.lower, preposition(sentence, aim)) in ABOUT_TO
    return Stance(Modality.PLANNED if planned else Modality.HYPOTHETICAL, step=f"« {aim.text} »")


def _by_governor(reading: Reading, frames: Frames, sentence: Sentence, at: Token, head: Token) -> Stance | None:
    verbs = frames.clause_verbs
    function = at.dep.partition(":")[0]
    word = head.lower
    settled = (
        not_done(sentence, at, head)
        or _kept(frames, sentence, at, head)
        or called_off(sentence, at, head)
        or _deed(frames, sentence, at, head)
    )
    if settled is not None:
        return settled
    under = function in ("xcomp", "obl", "ccomp", "advcl", "acl") and not parted(sentence, at, head)
    if word in verbs["accusing"] and under:  # "arrested two managers; neither has been charged"
        return Stance(Modality.ALLEGED, _who(reading, sentence, head), f"under « {head.text} »")
    intended = _intended(at, head) and not (had_to(sentence, head) or preferred(sentence, head))
    if word in verbs["planning"] and (intended or _demanded(sentence, at, head)):
        over = sentence.head(head)
        refused = over is not None and head.dep[:5] in ("xcomp", "ccomp") and over.lower in verbs["denying"]
        vain = _in_vain(sentence, head)
        unwanted = at.dep.startswith("xcomp") and (
            negated(sentence, head) or refused or vain
        )  # « dément vouloir vendre X »
        return Stance(Modality.DENIED if unwanted else Modality.PLANNED, step=f"under « {head.text} »")
    if (
        word in verbs["possible"]
        and function == "xcomp"
        and not (_confirms(sentence, at, head) or could(sentence, at, head) or _relies(sentence, at, head))
    ):
        unable = head.lower.startswith(ABLE) and negated(sentence, head)
        return Stance(Modality.DENIED if unable else Modality.HYPOTHETICAL, step=f"under « {head.text} »")
    if word in verbs["saying"] and function in ("ccomp", "xcomp", "parataxis") and _says(sentence, at, head):
        return _told(reading, frames, sentence, at, head)
    if function in ("ccomp", "xcomp", "advcl", "acl", "obl", "nsubj", "obj", "nmod"):
        return mood_above(sentence, at, head)
    return None


def _in_vain(sentence: Sentence, verb: Token) -> bool:
    """Tell « avait tenté sans succès de », « a essayé en vain de »: it has not come to that."""
    how = [t for t in sentence.children(verb, "obl", "advmod") if t.lower in ("succès", "vain", "vainement")]
    return verb.lower.startswith(("tent", "essay", "cherch")) and bool(how)


def _deed(frames: Frames, sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Return what arrests, charges and acquittals make of a deed: « arrêté pour avoir volé X », "cleared of theft"."""
    step = f"under « {head.text} »"
    if of_charges(sentence, at):
        above = sentence.head(head)
        denied = above is not None and above.lower in frames.clause_verbs["denying"]
        return Stance(Modality.DENIED if denied else Modality.ALLEGED, step=step)
    to = any(c.lower == "à" for c in sentence.children(at, "mark", "case"))
    if to and at.dep.startswith(("xcomp", "advcl", "obl")) and head.lower.startswith("condamn"):
        return Stance(Modality.PLANNED, step=step)  # « condamné à verser 3 millions d'euros » has not paid yet
    if not at.dep.startswith(("advcl", "xcomp")) or not is_reason(sentence, at):
        return None
    if head.lower in frames.clause_verbs["clearing"]:
        return Stance(Modality.DENIED, step=step)
    held = head.lower in frames.clause_verbs["pursuing"] or head.lower == "wanted"
    held = held or (head.lower.startswith(_FOUND) and negated(sentence, head))  # « n'a pas été condamné pour »
    return Stance(Modality.ALLEGED, step=step) if held else None


def _kept(frames: Frames, sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Return what a verb makes of what it denies or hinders: "stopped X from publishing", « n'a pas empêché X de »."""
    function, word = at.dep.partition(":")[0], head.lower
    from_ = kept_from(sentence, at)  # "prevented X from taking to the streets"
    content = from_ or function in ("ccomp", "xcomp")
    content = content or (function in ("obj", "parataxis") and at.pos in ("VERB", "NOUN"))
    hindering = word.startswith(HINDERING) or forbears(sentence, at, head)
    if hindering and (content or function == "obl") and cannot(sentence, head):
        return Stance(Modality.ASSERTED)
    kept = from_ and word in frames.clause_verbs.get("keeping", ())
    denied = content and word in frames.clause_verbs["denying"] and at.lower not in _MADE  # a call was made
    if (kept or denied) and not parted(sentence, at, head):  # "was charged; he denies it"
        return Stance(Modality.DENIED, step=f"under « {head.text} »")
    return None


def _confirms(sentence: Sentence, at: Token, head: Token) -> bool:
    """Tell « le parquet peut confirmer que … »: whoever can, does; « pourrait » and « ne peut » do not."""
    says = at.lower in ("confirmer", "révéler", "annoncer", "préciser", "indiquer", "affirmer")
    told = says and head.lower in _CAN and any(sentence.children(at, "ccomp", "obj"))
    return told and not negated(sentence, head)


def _relies(sentence: Sentence, at: Token, head: Token) -> bool:
    """Tell « X peut compter sur le soutien de Y »: whoever can count on it has it."""
    on = any(preposition(sentence, t) == "sur" for t in sentence.children(at, "obl"))
    return at.lower == "compter" and on and head.lower in _CAN and not negated(sentence, head)


def _intended(at: Token, verb: Token) -> bool:
    """Tell what somebody plans or wants: an infinitive or a noun as the object."""
    wanted = at.dep.startswith("xcomp") or (at.dep.startswith(("obj", "nsubj:pass")) and at.pos == "NOUN")
    if verb.lower in ("had", "went"):  # "had to cut 200 jobs", "went on to say"
        return False
    if at.pos == "NOUN" and verb.lower in ("have", "has", "having"):  # "have two children"
        return False
    if verb.lower.startswith("consider"):  # "considering buying X", not "considered to have bought X"
        return at.lower.endswith("ing")
    has = verb.lower.startswith("compt") and at.pos == "NOUN"  # « compte douze candidats »
    return wanted and not has and not verb.lower.startswith(("allé", "allant"))


def _demanded(sentence: Sentence, at: Token, verb: Token) -> bool:
    """Tell what somebody asks for: "called for the resignation of X", « exige que X démissionne »."""
    if at.dep.startswith("ccomp"):
        return verb.lower.startswith(DEMANDING) or _bare(sentence, at)
    calling = verb.lower.startswith(("call", "appel", "push"))
    return calling and at.dep.startswith("obl") and at.pos == "NOUN" and preposition(sentence, at) in FOR


def _bare(sentence: Sentence, verb: Token) -> bool:
    """Tell "that the rector resign": an English verb without the ending that its subject asks for is only wanted."""
    that = any(c.lower == "that" for c in sentence.children(verb, "mark"))
    one = any("Number=Sing" in c.morph and c.lower not in ("i", "you") for c in sentence.children(verb, "nsubj"))
    plain = "Tense=Pres" in verb.morph and "Person=3" not in verb.morph
    return that and one and plain and not any(sentence.children(verb, "aux"))


def _told(reading: Reading, frames: Frames, sentence: Sentence, at: Token, head: Token) -> Stance:
    """Return the stance under a verb of saying; whoever notes or admits something takes it for a fact."""
    few = any(t.lower in ("few", "peu") for t in sentence.children(head, "nsubj", "advmod") if t.index < head.index)
    if few or negated(sentence, head):
        return Stance(Modality.HYPOTHETICAL, step=f"not told by « {head.text} »")
    granted = head.lower in frames.clause_verbs["granting"] and at.dep.startswith("ccomp") and at.index > head.index
    if granted:
        return Stance(Modality.ASSERTED)
    return Stance(Modality.REPORTED, _who(reading, sentence, head), f"reported by « {head.text} »")


def _says(sentence: Sentence, at: Token, verb: Token) -> bool:
    """Tell whether somebody says with the verb what stands below it."""
    able = at.dep.startswith("xcomp") and verb.lower in _ABLE  # « a su convaincre »
    sees = verb.lower.startswith("observ") and "VerbForm=Inf" in at.morph  # « observe son frère gagner »
    return not (able or sees or _nobody_says(sentence, verb) or parted(sentence, at, verb))


def _nobody_says(sentence: Sentence, verb: Token) -> bool:
    """Tell the writer's own « à noter que … », « il faut dire que … » from a saying that has a speaker."""
    own = any(sentence.children(verb, "nsubj"))
    return not own and "VerbForm=Inf" in verb.morph and (verb.dep == "ROOT" or verb.dep.startswith("xcomp"))


def _who(reading: Reading, sentence: Sentence, verb: Token) -> Participant | None:
    for token in deep_subject(sentence, verb):
        found = expand(reading, sentence, token)
        if found:
            return found[0]
        if token.pos == "NOUN":  # a report or a campaign vouches as well
            return words_of(reading, sentence, token)
    return None
