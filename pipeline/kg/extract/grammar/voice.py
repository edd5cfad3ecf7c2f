"""Reads the form of a verb: participles, auxiliaries, passives, pronominal verbs."""

from collections.abc import Iterable
from typing import Final

from kg.model.annotation import Sentence, Token

WITH_ETRE: Final = frozenset(
    """mort né décédé parti venu devenu revenu parvenu intervenu survenu arrivé resté tombé allé entré rentré sorti
    monté descendu retourné retombé reparti remonté redevenu paru apparu réapparu passé repassé accouru ressorti
    redescendu advenu""".split()
)
BEFALLING: Final = frozenset("injured wounded hurt killed arrested detained hospitalised hospitalized".split())
# Verbs that are not without somebody to whom it is done
_TRANSITIVE: Final = frozenset(
    """charged convicted sentenced jailed fined released remanded acquitted suspended banned sacked dismissed appointed
    elected named rescued evacuated treated beheaded robbed""".split()
)
_OPINIONS: Final = frozenset("believed thought presumed rumoured rumored understood alleged".split())
ETRE: Final = frozenset("est sont était étaient fut furent sera seront serait seraient".split())
AVOIR: Final = frozenset(
    """ai as a avons avez ont avais avait avions aviez avaient aura auront aurait auraient eut eurent ait aient ayant
    avoir""".split()
)
_TURNING: Final = ("transform", "métamorphos", "mué", "mua", "mue", "pos", "reconvert", "convert", "érig")
_SEEN: Final = frozenset("vu vue vus vues voit voient voir verra verront verrait voyait voyaient vit virent".split())
_SELF: Final = ("se", "s'", "s’")


def has_finite(words: Iterable[Token]) -> bool:
    """Tell whether one of some words is a finite form of a verb."""
    return any("VerbForm=Fin" in word.morph or "Mood=Ind" in word.morph for word in words)


def is_participle(token: Token) -> bool:
    """Tell whether a word is a past participle."""
    return "VerbForm=Part" in token.morph and "Tense=Pres" not in token.morph


def with_etre(token: Token) -> bool:
    """Tell whether a word is the participle of a French verb that « être » conjugates, so that it is no passive."""
    return token.lower.rstrip("s").rstrip("e") in WITH_ETRE


def with_avoir(sentence: Sentence, verb: Token) -> bool:
    """Tell a French perfect: « avoir » without « été » is active, whatever the parser calls the subject."""
    auxiliaries = [child for child in sentence.children(verb, "aux") if child.lower in AVOIR]
    return bool(auxiliaries) and not any(sentence.children(verb, "aux:pass"))


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb is passive: an auxiliary says so, or it is a bare participle."""
    done_to = any(child.lower == "été" for child in sentence.children(verb, "aux"))  # « a été sorti par Barcelone »
    if (with_etre(verb) and not done_to) or reflexive(sentence, verb) or with_avoir(sentence, verb):
        return False
    if any(sentence.children(verb, "aux:pass", "nsubj:pass", "obl:agent")):
        return not _has_both(sentence, verb)
    if _raised(sentence, verb) or (verb.pos == "ADJ" and any(sentence.children(verb, "cop"))):
        return True
    if any(sentence.children(verb, "aux")) or _told(sentence, verb):
        return False
    head = sentence.head(verb)
    if not is_participle(verb) and not _gapped(sentence, verb):
        return _accompanying(sentence, verb)
    if verb.dep == "conj" and head is not None and head.pos in ("VERB", "AUX"):
        return is_passive(sentence, head)
    return not any(sentence.children(verb, "obj")) or verb.dep.startswith("acl")


def _told(sentence: Sentence, verb: Token) -> bool:
    """Tell "A fire swept through a market": whole sentences have a finite verb, headlines have no article."""
    subjects = () if "Gender=" in verb.morph else sentence.children(verb, "nsubj")
    whole = any(d.lower in ("a", "an", "the") for noun in subjects for d in sentence.children(noun, "det"))
    if whole and verb.dep == "ROOT":
        return True
    # "Jane Miller, a judge, ordered last week that it be closed.": no headline has a full stop
    says = any(sentence.children(verb, "ccomp")) and sentence.tokens[-1].text == "."
    return bool(subjects) and says and verb.dep in ("ROOT", "advcl", "ccomp", "acl:relcl")


def _gapped(sentence: Sentence, verb: Token) -> bool:
    """Tell "One student was killed and four others wounded": the second has no auxiliary of its own.

    So "was arrested on Friday and charged an hour later", where the second has nobody that it is done to.
    """
    if verb.dep != "conj" or any(sentence.children(verb, "obj", "nsubj", "ccomp", "xcomp")):
        return verb.dep == "conj" and verb.lower in BEFALLING and not any(sentence.children(verb, "obj"))
    first = sentence.head(verb)
    passive = first is not None and any(sentence.children(first, "aux:pass"))
    return verb.lower in BEFALLING or (passive and verb.lower in _TRANSITIVE)


def _raised(sentence: Sentence, verb: Token) -> bool:
    """Tell "a man believed to be armed": whoever believes it is not said."""
    after = sentence.tokens[verb.index + 1 : verb.index + 2]
    return verb.lower in _OPINIONS and bool(after) and after[0].lower == "to"


def _accompanying(sentence: Sentence, verb: Token) -> bool:
    """Tell "with at least 11 people reported dead": taggers read a past tense."""
    beside = verb.lower.endswith("ed") and any(c.lower == "with" for c in sentence.children(verb, "mark"))
    return beside and not any(sentence.children(verb, "obj"))


def _has_both(sentence: Sentence, verb: Token) -> bool:
    """Tell a verb with its subject and its object beside it: "a jury convicted him of fraud by abuse of position"."""
    own = {child.dep for child in sentence.children(verb)}
    return {"nsubj", "obj"} <= own and not own & {"aux:pass", "nsubj:pass"}


def hyphened(sentence: Sentence, verb: Token) -> Token | None:
    """Return what an English participle is joined to: "the Berlin-based firm", "Amazon-owned Twitch"."""
    if verb.index < 2 or sentence.tokens[verb.index - 1].text != "-":
        return None
    before = sentence.tokens[verb.index - 2]
    return before if before.head == verb.index or before.dep == "compound" else None


def reflexive(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a French verb is pronominal here (« se rencontrer », « je me suis lâchée »)."""
    own = [child.lower for child in sentence.children(verb)]
    first = bool({"je", "j'"} & set(own) and {"me", "m'"} & set(own))
    return "se" in own or "s'" in own or first or own.count("nous") > 1 or own.count("vous") > 1


def undergoes(sentence: Sentence, verb: Token) -> bool:
    """Tell « s'est vu infliger », « se voit opposer »: what the infinitive says befalls the subject."""
    above = sentence.head(verb)
    seen = above is not None and above.lower in _SEEN and "VerbForm=Inf" in verb.morph
    return seen and above is not None and reflexive(sentence, above)


def auxiliaries(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb, its own or, for a conjunct participle, those of the first conjunct."""
    found = list(sentence.children(verb, "aux", "cop"))
    head = sentence.head(verb)
    if not found and verb.dep == "conj" and head is not None and is_participle(verb):
        return auxiliaries(sentence, head)
    return found


def turns(sentence: Sentence, verb: Token) -> bool:
    """Tell « s'est transformé en », « s'est posée en »: what follows is said of the subject."""
    reflexive = any(c.lower in _SELF for c in sentence.children(verb, "expl", "expl:comp", "expl:pv", "obj", "iobj"))
    return reflexive and verb.lower.startswith(_TURNING)
