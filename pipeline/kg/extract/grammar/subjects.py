"""Finds the subject of a verb, also where another clause gives it, and who does what the verb says."""

from typing import Final

from kg.extract.grammar.agents import agents
from kg.extract.grammar.antecedents import RELATIVE_SUBJECT, antecedent, noun_before_pronoun
from kg.extract.grammar.charges import charged, of_charges
from kg.extract.grammar.coordination import NOMINAL
from kg.extract.grammar.infinitives import (
    addressed,
    called_for,
    chosen_for,
    cited_as,
    first_to,
    given_leave,
    gives_leave,
    is_adverbial,
    is_reason,
    kept_from,
    outcome,
    purpose,
)
from kg.extract.grammar.numbers import dangling
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import hyphened, is_participle, is_passive, undergoes
from kg.model.annotation import Sentence, Token

QUANTIFIERS: Final = ("old", "most", "many", "some", "several", "both", "all", "plusieurs", "certains", "beaucoup")
# Who makes an offer need not be whom the clause speaks of: « a refusé une offre de racheter X ».
_OFFERS: Final = frozenset(
    """offre proposition menace ordre autorisation offer bid proposal threat permission deal accord agreement plot plots
    conspiracy scheme complot complots conspiration""".split()
)
# Participles for what comes of what the clause above tells, whoever it befell.
RESULTING: Final = frozenset(
    """tuant blessant causant provoquant entraînant occasionnant détruisant endommageant faisant
    killing injuring wounding causing destroying damaging leaving""".split()
)
# "the risk of X leaving": what happens, or may; "was referring to X saying so"
_HAPPENING: Final = frozenset(
    "heels wake prospect risk risks possibility likelihood chance chances danger idea news reports event".split()
)
_MEANING: Final = ("refer", "allud", "object")
# Whoever asks for it, allows or forbids it is not who does it: « a appelé à manifester »
_ALLOWING: Final = tuple("permet permi interdi appel exhort incit encourag invit recommand conseill ordonn".split())
_GETTING: Final = ("obten", "obtien", "obtin", "reç", "décroch", "got", "get", "won", "receiv", "secur", "obtain")
# Whoever judges a decision has not taken it: "condemned the decision to close the plant"
_JUDGING: Final = tuple(
    """critici condemn denounc deplor slam blast lambast decr attack mock oppos applaud hail prais welcom laud
    protest question challeng critiqu dénonc condamn déplor fustig salu conspu contest""".split()
)
_MODALS: Final = frozenset(
    """dû doit doivent devait devaient devra devront devrait devraient dut durent pu peut peuvent pouvait pouvaient
    pourra pourront pourrait pourraient put purent voulu veut veulent voulait voulaient faillit failli""".split()
)
# Who moves somebody to be tried is not tried.
_MOVING: Final = tuple("extradit send sent bring brought tak took transfer deport hand fly flew return ship".split())
# « a vu mourir son père », « laisse entrer Dubois »: whoever looks on or lets it happen does not do it
_WATCHING: Final = frozenset(
    """vu voit voient voyait voyaient voir verra verront vit virent voyant regarde regardé regarder regardait regardent
    entendu entend entendent entendre laissé laisse laissent laisser laissait laissera laissant""".split()
)
_INTRANSITIVE: Final = frozenset(
    """mourir partir arriver démissionner défiler manifester protester entrer sortir venir revenir naître tomber
    disparaître échouer périr comparaître atterrir fuir grandir progresser reculer""".split()
)
_SPANS: Final = frozenset("an ans année années mois semaines jours heures years months weeks days hours".split())
_SUMS: Final = frozenset(
    """million millions billion billions trillion dollar dollars euro euros pound pounds yen milliard milliards money
    argent fortune sum somme bn""".split()
)
_MEANS: Final = frozenset("use uses used using promise promises promised".split())


def surface_subject(sentence: Sentence, verb: Token, depth: int = 0) -> list[Token]:
    """Return the grammatical subject, also where another clause gives it (relative, participle, conjunct, control)."""
    own = [
        t
        for t in sentence.children(verb, "nsubj", "csubj")
        if (t.pos in NOMINAL or t.name is not None or t.lower in RELATIVE_SUBJECT or t.lower in QUANTIFIERS)
        and t.quote is None
        and not t.dep.startswith("expl")
    ] or inverted_subject(sentence, verb)
    if len(own) > 1 and own[0].lower in ("c'", "c’", "ce") and own[1].lower in RELATIVE_SUBJECT:
        own = own[1:]  # « C'est Anne Dubois qui dirige Airbus »
    if own and own[0].lower in RELATIVE_SUBJECT:
        found = antecedent(sentence, verb) or noun_before_pronoun(sentence, own[0])
        return [found] if found else own
    head = sentence.head(verb)
    if not own and head is None:
        return _announced(sentence, verb)
    if own or head is None or depth > 4:
        return own[:1] + [t for t in own[1:] if any(sentence.children(t, "cc"))]
    return _inherited_subject(sentence, verb, head, depth)


def _inherited_subject(sentence: Sentence, verb: Token, head: Token, depth: int) -> list[Token]:
    """Return the subject that the clause above gives: to a participle, a conjunct, an infinitive."""
    by_noun = _by_noun(sentence, verb, head, depth)
    by_noun = by_noun if by_noun is not None else _befalling(sentence, verb)
    by_noun = by_noun if by_noun is not None else _seen_to(sentence, verb, head)
    if by_noun is not None:
        return by_noun
    if outcome(sentence, verb, head):
        return _of_above(sentence, verb, depth)
    beside = (
        verb.dep == "acl"
        or first_to(sentence, verb, head)
        or (verb.dep == "appos" and is_participle(verb))
        or (verb.dep == "acl:relcl" and any(c.lower == "to" for c in sentence.children(verb, "aux")))  # ", to be held"
    )  # « le conducteur, grièvement blessé, … »
    due = _due(sentence, verb, head)
    if due or (beside and head.pos == "ADJ" and any(sentence.children(head, "cop"))):  # "was the first to say so"
        return due or surface_subject(sentence, head, depth + 1)
    if head.pos in NOMINAL and (beside or (verb.dep == "amod" and hyphened(sentence, verb) is not None)):
        return [head]
    if verb.dep == "conj" and (head.pos in ("VERB", "AUX", "ADJ") or any(sentence.children(head, "cop"))):
        return [] if _behind_colon(sentence, verb, head) else surface_subject(sentence, head, depth + 1)
    if verb.dep in ("xcomp", "advcl", "ccomp") and "VerbForm=Fin" not in verb.morph:
        return [t for t in _controller(sentence, verb, head, depth) if not dangling(sentence, verb, t)]
    return _of_above(sentence, verb, depth) if is_adverbial(sentence, verb) else []


def _behind_colon(sentence: Sentence, verb: Token, head: Token) -> bool:
    """Tell « L'Académie est visée : le réalisateur, primé, est accusé »: a finite clause there has its own."""
    finite = "VerbForm=Fin" in verb.morph or any(sentence.children(verb, "aux"))
    colon = any(t.text == ":" for t in sentence.tokens[head.index + 1 : verb.index])
    return finite and colon and not any(sentence.children(verb, "cc"))


def _befalling(sentence: Sentence, verb: Token) -> list[Token] | None:
    """Return Novatel of "on the heels of Novatel buying Bright", "the risk of Mali leaving": it is what happens."""
    doer = sentence.tokens[verb.index - 1]
    noun = sentence.head(doer)
    if not verb.lower.endswith("ing") or noun is None or doer.pos not in NOMINAL or doer.index < noun.index:
        return None
    event = noun.lower in _HAPPENING and preposition(sentence, doer) == "of"
    meant = noun.lower.startswith(_MEANING) and preposition(sentence, doer) == "to" and verb.dep == "advcl"
    return [doer] if event or meant else None


def _due(sentence: Sentence, verb: Token, adjective: Token) -> list[Token]:
    """Return "the match" of "the match, due to be held in Leeds,"."""
    noun = sentence.head(adjective) if adjective.pos == "ADJ" and adjective.dep == "amod" else None
    behind = verb.dep == "xcomp" and noun is not None and noun.index < adjective.index and noun.pos in NOMINAL
    return [noun] if behind and noun is not None else []


def _by_noun(sentence: Sentence, verb: Token, head: Token, depth: int) -> list[Token] | None:
    """Return whose aim or charge the noun above names, or None where it names neither."""
    aim = purpose(sentence, verb, head)
    if aim is not None:
        return _intending(sentence, verb, aim, depth)
    if not of_charges(sentence, verb):
        return None
    facing, objects = charged(sentence, head)
    return objects or (surface_subject(sentence, facing, depth + 1) if facing is not None else [])


def _of_above(sentence: Sentence, verb: Token, depth: int) -> list[Token]:
    """Return the subject of the clause above, unless the infinitive dangles."""
    above = _above(sentence, verb)
    found = surface_subject(sentence, above, depth + 1) if above is not None else []
    return [t for t in found if not dangling(sentence, verb, t)]


def _intending(sentence: Sentence, verb: Token, noun: Token, depth: int) -> list[Token]:
    """Return whose purpose a noun is, or whom the clause above speaks of: « la décision de X de fermer … »."""
    own = [
        t for t in sentence.children(noun, "nmod") if t.index < verb.index and preposition(sentence, t) in ("de", "of")
    ]
    owners = [*sentence.children(noun, "nmod:poss"), *own] or given_leave(sentence, noun)
    given = sentence.head(noun) if noun.dep == "obj" else None
    if not owners and given is not None and given.lower.startswith(_GETTING):
        return surface_subject(sentence, given, depth + 1)  # « a obtenu l'autorisation de racheter X »
    if not owners and given is not None and given.lower.startswith(_JUDGING):
        return []
    above = _of_whom(sentence, noun) if noun.lower not in _OFFERS else None
    return owners[:1] or (surface_subject(sentence, above, depth + 1) if above is not None else [])


def _of_whom(sentence: Sentence, noun: Token) -> Token | None:
    """Return what has the subject whose purpose a noun is: the verb above, else itself: « X est sur le point de … »."""
    return noun if any(sentence.children(noun, "nsubj")) else _above(sentence, noun)


def _above(sentence: Sentence, verb: Token) -> Token | None:
    """Return the nearest verb above that has a subject."""
    at = sentence.head(verb)
    while at is not None and not any(sentence.children(at, "nsubj")):
        at = sentence.head(at)
    return at


def _announced(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the subject after a participle that opens the sentence (« Longtemps accusée de …, la Turquie a … »)."""
    opening = all(t.pos in ("ADV", "ADP", "PUNCT", "SCONJ") for t in sentence.tokens[: verb.index])
    if not opening or not is_participle(verb) or any(sentence.children(verb, "aux")):
        return []
    comma = next((t.index for t in sentence.tokens[verb.index :] if t.text == ","), None)
    later = [t for t in sentence.tokens if t.dep.startswith("nsubj") and comma is not None and t.index > comma]
    return later[:1]


def inverted_subject(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the subject after a verb of saying that follows its quotation (« … », a déclaré la ministre)."""
    quotes = [t for t in sentence.children(verb) if t.quote is not None and t.index < verb.index]
    head = sentence.head(verb)
    if head is not None and head.quote is not None and head.index < verb.index:
        quotes.append(head)
    if not quotes:
        return []
    after = [
        t
        for t in sentence.children(verb)
        if t.index > verb.index
        and (t.pos in NOMINAL or t.name is not None)
        and t.quote is None
        and not preposition(sentence, t)
        and not t.lower.isdigit()
    ]
    return after[:1]


def _controller(sentence: Sentence, verb: Token, head: Token, depth: int) -> list[Token]:
    """Return who an infinitive or participle speaks of: the governing verb's object or subject."""
    bare = not any(sentence.children(verb, "mark", "case"))  # no "accused of killing"
    if bare and verb.lower in RESULTING and is_passive(sentence, head):  # « a été bombardé, tuant dix civils »
        return deep_subject(sentence, head)
    if head.lower in _MEANS:  # "used her speech to attack Novatel"
        return surface_subject(sentence, head, depth + 1)
    leave = gives_leave(sentence, head)
    modal = head.lower in _MODALS
    objects = [] if leave or modal else [t for t in sentence.children(head, "obj", "iobj") if t.pos in NOMINAL]
    # « a passé 11 ans en prison pour avoir tué X », "spent $2bn to acquire X"
    objects = [t for t in objects if t.lower not in _SPANS and t.lower not in _SUMS]
    objects = objects or addressed(sentence, head)
    task = chosen_for(sentence, verb, head) or leave or called_for(sentence, verb, head)
    if (
        (verb.dep == "xcomp" or task or is_reason(sentence, verb) or _of_object(sentence, verb, head))
        and objects
        and not is_passive(sentence, head)
    ):
        return objects[:1]
    if verb.dep == "advcl" and is_passive(sentence, verb) and head.lower.startswith(_MOVING) and not leave:
        moved = list(sentence.children(head, "obj"))
        if moved and not is_passive(sentence, head):
            return moved[:1]
    allowing = verb.dep == "xcomp" and head.lower.startswith(_ALLOWING) and not is_passive(sentence, head)
    if allowing or undergoes(sentence, verb):
        return []  # « l'étude a permis de conclure que … », « s'est vu retirer son permis »: who does it is not said
    return surface_subject(sentence, head, depth + 1)


def _seen_to(sentence: Sentence, verb: Token, head: Token) -> list[Token] | None:
    """Return « son père » of « a vu mourir son père », nobody for « a vu tuer son père », None without an object."""
    if verb.dep != "xcomp" or head.lower not in _WATCHING or any(sentence.children(verb, "mark", "case")):
        return None
    seen = [t for t in sentence.children(verb, "obj") if t.index > verb.index and t.pos in NOMINAL]
    if not seen:
        return None
    return seen[:1] if verb.lower in _INTRANSITIVE else []


def _let(sentence: Sentence, verb: Token, objects: list[Token]) -> bool:
    """Tell "allowing Miller to win", where the parser hung the name from the verb above: the infinitive is its."""
    to = any(t.lower == "to" for t in sentence.children(verb, "aux", "mark"))
    return verb.dep == "ccomp" and to and any(t.index < verb.index for t in objects)


def _of_object(sentence: Sentence, verb: Token, head: Token) -> bool:
    objects = list(sentence.children(head, "obj"))
    return kept_from(sentence, verb) or cited_as(sentence, verb, head) or _let(sentence, verb, objects)


def deep_subject(sentence: Sentence, verb: Token) -> list[Token]:
    """Return who does it: the subject of an active verb, the agent of a passive one."""
    return agents(sentence, verb) if is_passive(sentence, verb) else surface_subject(sentence, verb)
