"""Reads the modality that a verb's own form gives it: future, conditional, condition, slogan, hearsay."""

from dataclasses import dataclass
from typing import Final

from kg.extract.grammar.climbing import verb_above
from kg.extract.grammar.negation import negated
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import auxiliaries, is_participle, is_passive
from kg.model import Modality, Participant
from kg.model.annotation import Sentence, Token

FEELINGS: Final = frozenset(
    """pleased glad happy delighted sad sorry proud disappointed relieved surprised shocked angry upset thrilled
    grateful aware ashamed furious annoyed unhappy saddened""".split()
)
INVERTED: Final = "inverted condition"
_OPEN_TO: Final = frozenset(
    "easy hard difficult important essential necessary vital crucial possible impossible time better best".split()
)
_APT: Final = frozenset("qualified eligible fit suited entitled unfit unable likely best".split())
# Who does not fail, hesitate or delay to do a thing does it.
_NEVERTHELESS: Final = ("manqu", "hésit", "tard", "oubli", "fail", "hesitat", "neglect", "shied", "shy")
# Who is not afraid to do a thing does it; who is may not.
_SHRINKING: Final = frozenset("afraid reluctant hesitant scared loath unwilling ashamed shy slow".split())
_DARING: Final = frozenset("afraid reluctant hesitant scared loath unwilling".split())
# Verbs by which somebody comes into a post: "will succeed Miller as chief executive of Novatel"
_AS: Final = ("as", "comme", "en tant que")
_ENTERING: Final = ("succe", "succé", "replac", "remplac", "appoint", "elect", "nominat", "return", "take", "serve")
_ORDINALS: Final = frozenset("first second third fourth last only latest oldest youngest".split())
_CAN_TELL: Final = frozenset("confirm reveal announce disclose report say tell expect see claim boast count".split())
_IDEAS: Final = frozenset(
    "idea notion prospect possibility chance chances likelihood risk danger threat thought hope fear fears".split()
)
_BE: Final = ("is", "are")
_SI: Final = ("si", "s'")
_IF: Final = (*_SI, "if", "whether")
_WAS: Final = ("was", "were")
# Nouns of what somebody did, said by an infinitive: "his first act was to dismiss Carter".
_DEEDS: Final = frozenset(
    "act acts answer contribution decision error fault first last merit mistake move novelty reaction reply response "
    "result solution step what".split()
)
_LOOKING_BACK: Final = frozenset("eventually later never often once soon subsequently".split())
_PERFECT: Final = ("a", "ont", "est", "sont")
_WHEN: Final = frozenset("lorsque lorsqu' lorsqu’ quand".split())
_MUST: Final = frozenset("doit doivent devait devaient peut peuvent faut".split())
_ANY: Final = ("un", "une", "tout", "toute", "chaque")
# Taggers read some of them as the present.
_CONDITIONAL: Final = frozenset("serait seraient aurait auraient devrait devraient pourrait pourraient".split())


@dataclass(frozen=True, slots=True)
class Stance:
    """Hold a modality, who vouches for it, and the step that says why."""

    modality: Modality
    by: Participant | None = None
    step: str | None = None


def mood(sentence: Sentence, verb: Token) -> Stance | None:
    """Return what the form of a verb says: to come, wanted, on somebody's word, on a condition."""
    words = [verb, *auxiliaries(sentence, verb)]
    lower = {word.lower for word in words}
    # « aura été député »: the future perfect of newspapers tells of the past.
    future = any("Tense=Fut" in w.morph for w in words if w.dep != "aux:tense" or w is verb)
    whether = any(child.lower in _SI for child in sentence.children(verb, "mark"))
    if future and whether:  # « on ignore si X sera libéré »: no condition takes a future
        return Stance(Modality.HYPOTHETICAL, step="indirect question")
    if lower & {"will", "'ll", "shall"} or future:
        return Stance(Modality.PLANNED, step="future")
    if verb.dep == "ROOT" and any(child.lower == "to" for child in sentence.children(verb, "aux", "mark")):
        return Stance(Modality.PLANNED, step="infinitive of a headline")
    if _awaited(sentence, verb):
        return Stance(Modality.PLANNED, step="to be done")
    if _slogan(sentence, verb):
        return Stance(Modality.HYPOTHETICAL, step="infinitive of a slogan")
    if lower & _CONDITIONAL or any("Mood=Cnd" in w.morph for w in words):
        without = _but_for(sentence, verb) or _supposed(sentence, verb)
        return Stance(Modality.HYPOTHETICAL if without else Modality.ALLEGED, step="conditional")
    return _open(sentence, verb, lower)


def _but_for(sentence: Sentence, verb: Token) -> bool:
    """Tell « Sans l'intervention de la police, X aurait tué Y »: it has not come to that."""
    before = (t for t in sentence.children(verb, "obl", "advcl") if t.index < verb.index)
    return any(
        any(c.lower == "sans" for c in sentence.children(t, "case")) and any(sentence.children(t, "det"))
        for t in before
    )


def _supposed(sentence: Sentence, verb: Token) -> bool:
    """Tell « X nommerait Y si elle gagnait », « …, s'il était élu »: what would be, not what is said to be.

    « X aurait menacé Y si elle parlait » is hearsay: what would have been goes with « si elle avait parlé ».
    """
    first = sentence.head(verb) if verb.dep == "conj" else None
    said = any("Mood=Cnd" in t.morph for t in sentence.children(verb, "aux:tense"))
    for mark in sentence.tokens if not sentence.words.isdisjoint(_SI) else ():
        clause = sentence.head(mark) if mark.dep == "mark" and mark.lower in _SI else None
        above = verb_above(sentence, clause) if clause is not None else None
        if above is not None and above.dep == "xcomp":  # « nommerait Dubois ministre si … », where that is a verb
            above = verb_above(sentence, above)
        if clause is None or above is None or _even(sentence, mark) or above not in (verb, first):
            continue
        words = (clause, *sentence.children(clause, "aux", "cop"))
        been = any(t.lower == "été" for t in words)
        had = been or (is_participle(clause) and not is_passive(sentence, clause))
        if any("Tense=Imp" in t.morph for t in words) and (had or not said):
            return True
    return False


def _general(sentence: Sentence, verb: Token) -> bool:
    """Tell « lorsqu'un ministre est mis en examen, il doit partir »: of whoever it may be."""
    when = any(c.lower in _WHEN for c in sentence.children(verb, "mark", "advmod"))
    main = sentence.head(verb) if when and verb.dep.startswith("advcl") else None
    around = [main, *sentence.children(main, "xcomp")] if main is not None else []
    above = sentence.head(main) if main is not None and main.dep == "xcomp" else None
    must = any(t.lower in _MUST for t in (*around, *([above] if above is not None else [])))
    subjects = sentence.children(verb, "nsubj") if must else ()
    return any(c.lower in _ANY for t in subjects if t.name is None for c in sentence.children(t, "det"))


def _open(sentence: Sentence, verb: Token, lower: set[str]) -> Stance | None:
    """Return what modal verbs, conditions and adverbs say."""
    told = verb.lower in _CAN_TELL or sentence.inside is not None  # "can confirm that …", "we can say so"
    able = "can" in lower and (any(sentence.children(verb, "aux:pass")) or not told)  # "can be removed", "can veto it"
    if able or lower & {"would", "could", "may", "might", "should", "must"}:
        return Stance(Modality.HYPOTHETICAL, step="modal verb")
    if _inverted(sentence, verb):
        return Stance(Modality.HYPOTHETICAL, step=INVERTED)
    if any(child.lower in _IF and not _even(sentence, child) for child in sentence.children(verb, "mark")):
        return None if _conceded(sentence, verb) else Stance(Modality.HYPOTHETICAL, step="condition")
    if _general(sentence, verb):
        return Stance(Modality.HYPOTHETICAL, step="general rule")
    if any(child.lower in ("almost", "nearly") for child in sentence.children(verb, "advmod")):
        return Stance(Modality.DENIED, step="all but done")
    hearsay = ("reportedly", "allegedly", "apparently", "prétendument")
    if any(child.lower in hearsay for child in sentence.children(verb, "advmod")):
        return Stance(Modality.ALLEGED, step="adverb of hearsay")
    return None


def _inverted(sentence: Sentence, verb: Token) -> bool:
    """Tell "Had the summit taken place in Sochi, Miller would have attended it", "should he win": no question."""
    helpers = [*sentence.children(verb, "aux"), *([h] if (h := sentence.head(verb)) is not None else [])]
    before = [t for t in helpers if t.lower in ("had", "were", "should") and t.pos == "AUX" and t.index < verb.index]
    subjects = [t for t in sentence.children(verb, "nsubj", "nsubj:pass") if before and t.index > before[0].index]
    top = before[0] if before and before[0].dep.startswith("advcl") else verb
    return bool(subjects) and top.dep.startswith("advcl") and sentence.tokens[-1].text != "?"


def _even(sentence: Sentence, mark: Token) -> bool:
    """Tell « même si les autorités ont assuré … »: what is granted is the case, whatever follows from it."""
    return mark.lower in _SI and mark.index > 0 and sentence.tokens[mark.index - 1].lower == "même"


def _conceded(sentence: Sentence, verb: Token) -> bool:
    """Tell « Si Anne Dubois a été libérée, l'inquiétude est grande pour Paul Martin »: a contrast, no condition.

    The perfect says what has happened, and the clause after tells of somebody else, as a fact.
    """
    above = sentence.head(verb)
    if above is None or not verb.dep.startswith("advcl") or sentence.inside is not None or above.index < verb.index:
        return False
    perfect = any(a.lower in _PERFECT for a in sentence.children(verb, "aux:tense"))
    modal = above.lower.startswith(("doi", "dev", "peu", "pou", "fau", "fall", "ser"))
    subjects = [t for t in sentence.children(above, "nsubj") if t.pos in ("NOUN", "PROPN")]
    return perfect and not modal and bool(subjects) and mood(sentence, above) is None


def _awaited(sentence: Sentence, verb: Token) -> bool:
    """Tell "the summit to be held in Deauville"; "the first summit to be held there" was held."""
    to = any(child.lower == "to" for child in sentence.children(verb, "aux", "mark"))
    if not to or not verb.dep.startswith(("acl", "appos")) or not any(sentence.children(verb, "aux:pass")):
        return False
    head = sentence.head(verb)
    ranks = () if head is None else (head, *sentence.children(head, "amod", "nummod"))
    return not any("NumType=Ord" in c.morph or c.lower in _ORDINALS for c in ranks)


def _slogan(sentence: Sentence, verb: Token) -> bool:
    """Tell « une pétition « Libérer Paul Martin » »: a bare French infinitive on its own is what somebody wants."""
    before = sentence.tokens[verb.index - 1].text if verb.index else ""
    apart = verb.dep in ("ROOT", "appos", "parataxis") or before in ("«", "“")
    apart = apart and "VerbForm=Inf" in verb.morph and verb.lower.endswith(("r", "re"))
    return apart and not any(sentence.children(verb, "mark", "case", "aux", "nsubj"))


def in_the_past(sentence: Sentence, verb: Token | None) -> bool:
    """Tell whether a verb of saying is in the past: « a annoncé », « annonçait », "said"; « indique » is not."""
    if verb is None:
        return False
    perfect = any(child.dep.startswith("aux") for child in sentence.children(verb, "aux"))
    return perfect or "Tense=Past" in verb.morph or "Tense=Imp" in verb.morph


def future_in_past(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a conditional is the future of a past saying: « a annoncé qu'il rachèterait », "said it would"."""
    whether = any(c.lower in _IF for c in sentence.children(verb, "mark"))
    if whether or not verb.dep.startswith("ccomp") or not in_the_past(sentence, sentence.head(verb)):
        return False
    own = auxiliaries(sentence, verb)
    perfect = any("Mood=Cnd" in a.morph and a.dep == "aux:tense" for a in own)
    modal = any(a.lower in ("could", "may", "might", "should", "have") for a in own)
    possible = "Mood=Cnd" in verb.morph and verb.lower.startswith(("pourr", "devr"))
    return not (perfect or modal or possible)


def talked_of(sentence: Sentence, at: Token) -> Stance | None:
    """Return what a gerund that somebody talks about is worth: "talking about nominating Jane Miller"."""
    about = any(c.lower == "about" for c in sentence.children(at, "mark", "case"))
    return Stance(Modality.HYPOTHETICAL, step="« about »") if about and at.lower.endswith("ing") else None


_SURE: Final = frozenset("convinced persuaded convaincu convaincue convaincus convaincues persuadé persuadée".split())


def imagined(sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Return what "the idea of Miller being fined", "the risk of losing" says: it may come about or not."""
    if not at.dep.startswith("acl"):
        return None
    doing = at.lower.endswith("ing") or any(t.lower == "being" for t in sentence.children(at, "aux", "aux:pass"))
    above = sentence.head(head) if doing and head.dep.startswith("nmod") else None
    idea = head if head.lower in _IDEAS else above
    if idea is None or idea.lower not in _IDEAS or not doing:
        return None
    return Stance(Modality.HYPOTHETICAL, step=f"« {idea.text} »")


def felt(at: Token, head: Token) -> Stance | None:
    """Return what the content of a feeling is worth, a fact: "will be pleased that Miller lost", "is sad that".

    Whoever is convinced of something only holds it so: "those convinced that Miller had Carter killed".
    """
    told = at.dep.startswith("ccomp") and "VerbForm=Fin" in at.morph
    if told and head.lower in _SURE:
        return Stance(Modality.ALLEGED, step=f"« {head.text} »")
    felt_so = told and head.pos == "ADJ" and head.lower in FEELINGS
    return Stance(Modality.ASSERTED, step=f"« {head.text} »") if felt_so else None


def _due(sentence: Sentence, at: Token, head: Token) -> bool:
    """Tell "is to take over as head of Novatel", "was to meet Carter on Monday", "were to be tried".

    "His first act was to dismiss Carter" and "was later to meet Carter" tell what was done.
    """
    if head.lower not in {*_BE, *_WAS} or negated(sentence, head):
        return False
    if head.lower in _BE:
        return True
    subjects = sentence.children(head, "nsubj", "nsubj:pass", "nsubj:outer", "csubj")
    looks_back = any(t.lower in _LOOKING_BACK for verb in (head, at) for t in sentence.children(verb, "advmod"))
    return not looks_back and not any(t.lower in _DEEDS or t.dep == "csubj" for t in subjects)


def extraposed(sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Return what "it won't be easy for Miller to meet Carter" says of the meeting: it may come about or not."""
    to = any(child.lower == "to" for child in sentence.children(at, "aux", "mark"))
    if to and at.dep.startswith("xcomp") and head.lower in _APT:
        return Stance(Modality.HYPOTHETICAL, step=f"« {head.text} »")  # "is the most qualified to head Novatel"
    if to and at.dep.startswith("xcomp") and _due(sentence, at, head):
        return Stance(Modality.PLANNED, step=f"« {head.text} to »")
    empty = any(child.lower == "it" for child in sentence.children(head, "nsubj"))
    if not to or not empty or not any(t.lower in _OPEN_TO for t in (head, *sentence.children(head, "xcomp"))):
        return None
    return Stance(Modality.HYPOTHETICAL, step="it remains to be seen")


def mood_above(sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Let a condition or a modal verb above reach down to infinitives and their nouns."""
    to = at.dep.startswith("advcl") and any(c.lower == "à" for c in sentence.children(at, "mark"))
    if (to or at.dep.startswith("xcomp")) and head.pos in ("VERB", "AUX"):
        if negated(sentence, head):
            nevertheless = head.lower.startswith(_NEVERTHELESS) or at.lower in _SHRINKING
            return None if nevertheless else Stance(Modality.DENIED, step="negation above")
        if at.lower in _DARING:
            return Stance(Modality.HYPOTHETICAL, step=f"« {at.text} »")
        return mood(sentence, head)
    if at.dep.startswith("obl") and preposition(sentence, at) in _AS and head.lower.startswith(_ENTERING):
        return mood(sentence, head)  # "could succeed Miller as chief executive"
    return None
