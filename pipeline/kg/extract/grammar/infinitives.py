"""Tells what an infinitive or gerund is to the clause above: an aim, a reason, what is asked for or kept from."""

from typing import Final

from kg.extract.grammar.coordination import NOMINAL
from kg.extract.grammar.prepositions import preposition
from kg.model.annotation import Sentence, Token

# Stems of verbs whose complement with such a preposition is to do what they ask for.
_ASKING: Final = {
    "call": ("on", "upon", "for"),
    "appeal": ("to", "for"),
    **dict.fromkeys(
        """demand ordonn enjoi conseill recommand interdi permet permi propos reproch suggér pardonn impos
        intim""".split(),
        ("à", "aux"),
    ),
}
_FALLING: Final = ("revien", "revenai", "appart", "incomb", "échoi")
# Nouns whose infinitive is what somebody is to do: « son intention de racheter X », "its plan to buy X".
PURPOSES: Final = frozenset(
    """projet intention volonté décision vue but objectif accord promesse menace proposition plan offre ambition souhait
    engagement tentative refus envie possibilité droit occasion choix ordre autorisation obligation idée désir capacité
    incapacité décisions projets efforts effort bid offer attempt deal agreement proposal pledge threat refusal right
    chance decision plans ambition permission move vow aim goal plot plots conspiracy scheme complot complots
    conspiration talks opportunity occasion negotiations discussions négociations pourparlers temps chance mérite
    courage honneur privilège malheur""".split()
)
# "is in line to succeed Miller": he may or may not
_IN_LINE: Final = frozenset("contention line position".split())
# « est sur le point de », « est en passe de »
ABOUT_TO: Final = frozenset((("point", "sur"), ("passe", "en")))
# What is scored, taken or made good in a contest; an infinitive behind it is what came of that.
_SCORED: Final = frozenset(
    """deficit vote votes goal goals penalty penalties point points set sets minute minutes lead comeback fightback
    try tries header shot putt birdie run runs wicket wickets game games match frames tie-break tiebreak lap laps
    seat seats ballot ballots equaliser winner brace treble break""".split()
)
_RANKS: Final = frozenset(
    """first second third last latest only youngest oldest next premier première dernier dernière seul seule deuxième
    second seconde troisième premiers premières seuls seules""".split()
)
# Stems of verbs for choosing somebody for a task.
CHOOSING: Final = tuple(
    """nomm désign chois recrut engag embauch charg mandat dépêch propos pressent promu promeu missionn élu élit élir
    débauch sollicit rappel appoint hire hiring chose choos pick select nominat recruit name naming tap""".split()
)
# What gives somebody leave or orders: « donner son feu vert à X pour racheter Y », « confier à X la mission de … ».
_LEAVE: Final = frozenset("feu autorisation mandat mission ordre permission aval droit consigne possibilité go".split())
_GIVING: Final = ("donn", "accord", "confi", "laiss", "offr", "octroy", "assign", "give", "gave", "grant")
BEFORE_INFINITIVE: Final = ("après", "avant", "sans", "pour", "afin")


def purpose(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """Return the noun whose infinitive a verb is: « son intention de racheter X », "its goal of buying X"."""
    of = verb.lower.endswith("ing") and any(c.lower == "of" for c in sentence.children(verb, "mark", "case"))
    if of and head.lower in PURPOSES and verb.dep.startswith(("acl", "advcl")) and verb.index == head.index + 2:
        return head
    if verb.index > 1 and verb.dep.startswith(("acl", "advcl")):
        noun, to = sentence.tokens[verb.index - 2 : verb.index]
        if noun.lower in _IN_LINE and to.lower == "to" and preposition(sentence, noun) == "in":
            return noun
    if not verb.dep.startswith("acl") or "VerbForm=Inf" not in verb.morph:
        return None
    if head.lower in PURPOSES or (head.lower, preposition(sentence, head)) in ABOUT_TO:
        return head
    before = sentence.tokens[verb.index - 2] if verb.index > 1 else head
    return before if before.lower in PURPOSES and before.pos == "NOUN" else None


def outcome(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Tell "scored a late goal to beat Novatel", "took 54% of the vote to oust him": whoever scores does it."""
    infinitive = any(t.lower == "to" for t in sentence.children(verb, "aux", "mark"))
    return infinitive and verb.dep.startswith("acl") and noun.lower in _SCORED


def first_to(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Tell "the first (woman) to win it", « le dernier général à avoir dirigé le pays »: who is the first does it."""
    infinitive = any(t.lower in ("to", "à") for t in sentence.children(verb, "aux", "mark"))
    ranked = any(t.lower in _RANKS for t in (noun, *sentence.children(noun, "amod")))
    return infinitive and ranked and verb.dep.startswith("acl")


def is_adverbial(sentence: Sentence, verb: Token) -> bool:
    """Tell « après avoir été nommé », « sans attendre »: whoever the clause above speaks of does it."""
    infinitive = "VerbForm=Inf" in verb.morph or any(c.lower in ("avoir", "être") for c in sentence.children(verb))
    return infinitive and any(c.lower in BEFORE_INFINITIVE for c in sentence.children(verb, "case", "mark"))


def is_reason(sentence: Sentence, verb: Token) -> bool:
    """Tell what somebody is fined, thanked or accused for: "fined her for refusing", « condamné pour avoir tué »."""
    marks = {c.lower for c in sentence.children(verb, "mark", "case")}
    past = any(c.lower in ("avoir", "être") for c in sentence.children(verb, "aux"))
    return (verb.lower.endswith("ing") and bool(marks & {"for", "of"})) or (past and "pour" in marks)


def chosen_for(sentence: Sentence, verb: Token, head: Token) -> bool:
    """Tell « a choisi X pour succéder à Y », "hired her to run the firm": whoever is chosen does it."""
    aim = any(c.lower in ("pour", "to", "afin") for c in sentence.children(verb, "case", "mark", "aux"))
    return aim and head.lower.startswith(CHOOSING) and verb.index > head.index


def by_means(sentence: Sentence, verb: Token) -> bool:
    """Tell "held the firm to ransom by demanding money", "angered fans by leaving"."""
    return verb.lower.endswith("ing") and any(c.lower == "by" for c in sentence.children(verb, "mark", "case"))


def kept_from(sentence: Sentence, verb: Token) -> bool:
    """Tell "to prevent the miners from taking to the streets"."""
    return verb.lower.endswith("ing") and any(c.lower == "from" for c in sentence.children(verb, "mark", "case"))


def cited_as(sentence: Sentence, verb: Token, head: Token) -> bool:
    """Tell "cited the minister as saying so": the one who is cited says it."""
    saying = any(c.lower == "as" for c in sentence.children(verb, "mark", "case"))
    return saying and verb.lower.endswith("ing") and head.lower.startswith(("cit", "quot"))


def called_for(sentence: Sentence, verb: Token, head: Token) -> bool:
    """Tell "called for the bishop to step down": whom it is called for does it."""
    to = any(t.lower == "to" for t in sentence.children(verb, "aux", "mark"))
    return to and head.lower.startswith(("call", "appeal")) and not any(sentence.children(head, "obj"))


def gives_leave(sentence: Sentence, verb: Token) -> bool:
    """Tell « a donné son feu vert à X pour racheter Y »: whoever gets leave does it."""
    given = sentence.children(verb, "obj") if verb.lower.startswith(_GIVING) else ()
    return any(t.lower in _LEAVE for t in given)


def given_leave(sentence: Sentence, noun: Token) -> list[Token]:
    """Return X of « a accordé à X l'autorisation de racheter Y »."""
    giver = sentence.head(noun) if noun.lower in _LEAVE else None
    return addressed(sentence, giver) if giver is not None and gives_leave(sentence, giver) else []


def falls_to(sentence: Sentence, verb: Token) -> bool:
    """Tell « il revient à X de diriger Y », « il appartient à X d'en juger »: nobody comes back, X is to do it."""
    if not verb.lower.startswith(_FALLING) or not any(
        t.lower == "il" for t in sentence.children(verb, "nsubj", "expl")
    ):
        return False
    whose = any(preposition(sentence, t) in ("à", "aux") for t in sentence.children(verb, "obl"))
    tasks = (t for t in sentence.children(verb, "xcomp", "ccomp", "advcl") if "VerbForm=Inf" in t.morph)
    return whose and any(c.lower in ("de", "d'", "d’") for t in tasks for c in sentence.children(t, "mark"))


def addressed(sentence: Sentence, verb: Token) -> list[Token]:
    """Return who is to do what a verb asks for: "called on X to resign", « a demandé à X de démissionner »."""
    joints = next((joints for stem, joints in _ASKING.items() if verb.lower.startswith(stem)), ())
    joints = joints or (("à",) if gives_leave(sentence, verb) or falls_to(sentence, verb) else ())
    return [t for t in sentence.children(verb, "obl") if t.pos in NOMINAL and preposition(sentence, t) in joints]
