"""Reads grammatical functions off a dependency tree: voice, deep subject and object, prepositions.

Works on Universal Dependencies labels for both languages and knows no relation.
"""

from collections.abc import Iterator
from typing import Final

from kg.extract.among import one_of_many
from kg.extract.numbers import agreeing, dangling
from kg.lexicon.tables import first_names, person_nouns
from kg.model.annotation import Sentence, Token

NOMINAL: Final = ("NOUN", "PROPN", "PRON", "NUM", "X", "SYM")
RELATIVE_SUBJECT: Final = ("qui", "who", "which", "that", "lequel", "laquelle", "lesquels", "lesquelles")
_IN_PLACE: Final = ("à", "en", "dans", "sur", "in", "at", "on", "near")
RELATIVE_OBJECT: Final = ("que", "qu'", "whom", "which", "that", "who")
QUANTIFIERS: Final = ("old", "most", "many", "some", "several", "both", "plusieurs", "certains", "beaucoup")
CONTRACTED: Final = {
    "face": "face à", "grâce": "grâce à", "lors": "lors de", "près": "près de",
    "du": "de", "des": "de", "d'": "de", "de la": "de", "de l'": "de", "au": "à", "aux": "à", "à la": "à", "d’": "de",
}  # fmt: skip
WITH_ETRE: Final = frozenset(
    """mort né décédé parti venu devenu revenu parvenu intervenu survenu arrivé resté tombé allé entré rentré sorti
    monté descendu retourné retombé reparti remonté redevenu paru apparu réapparu passé repassé accouru""".split()
)
# Nouns whose « à l'… de », « aux … de » says the same.
PHRASES: Final = {
    "contre": "encontre", "envers": "égard", "aux dépens de": "dépens", "au sein de": "sein", "au profit de": "profit",
}  # fmt: skip
# Stems of verbs whose complement with such a preposition is to do what they ask for.
_ASKING: Final = {
    "call": ("on", "upon"),
    "appeal": ("to",),
    **dict.fromkeys(("demand", "ordonn", "enjoi", "conseill", "recommand", "interdi", "permet", "permi"), ("à", "aux")),
}
_OPINIONS: Final = frozenset("believed thought presumed rumoured rumored understood alleged".split())
_GOVERNED: Final = ("obl", "nmod", "advcl", "acl", "xcomp", "dep", "iobj", "appos", "obj")
_NO: Final = frozenset("aucun aucune nul nulle no".split())
_NOT: Final = frozenset("not n't never n’t sans without".split())
_NOT_AFTER_NE: Final = frozenset("pas jamais plus aucun aucune guère ni rien personne".split())
# Nouns whose infinitive is what somebody is to do: « son intention de racheter X », "its plan to buy X".
PURPOSES: Final = frozenset(
    """projet intention volonté décision vue but objectif accord promesse menace proposition plan offre ambition souhait
    engagement tentative refus envie possibilité droit occasion choix ordre autorisation obligation idée désir capacité
    incapacité décisions projets efforts effort bid offer attempt deal agreement proposal pledge threat refusal right
    chance decision plans ambition permission move vow aim goal""".split()
)
# Who makes an offer need not be whom the clause speaks of: « a refusé une offre de racheter X ».
_OFFERS: Final = frozenset(
    "offre proposition menace ordre autorisation offer bid proposal threat permission deal accord agreement".split()
)
_RANKS: Final = frozenset(
    """first second third last latest only youngest oldest next premier première dernier dernière seul seule deuxième
    second seconde troisième premiers premières seuls seules""".split()
)
_OWN: Final = frozenset("son sa ses leur leurs".split())
_EVENTIVE: Final = ("tion", "sion", "ment", "age")  # ends of nouns for what is done
# Participles for what comes of what the clause above tells, whoever it befell.
RESULTING: Final = frozenset(
    """tuant blessant causant provoquant entraînant occasionnant détruisant endommageant faisant
    killing injuring wounding causing destroying damaging leaving""".split()
)
BEFORE_INFINITIVE: Final = ("après", "avant", "sans", "pour", "afin")
ETRE: Final = frozenset("est sont était étaient fut furent sera seront serait seraient".split())
AVOIR: Final = frozenset(
    """ai as a avons avez ont avais avait avions aviez avaient aura auront aurait auraient eut eurent ait aient ayant
    avoir""".split()
)
_ALLOWING: Final = ("permet", "permi", "interdi")
_MEANS: Final = frozenset("use uses used using promise promises promised".split())


def preposition(sentence: Sentence, token: Token) -> str:
    """Return the preposition of a noun in its plain form (`du` → `de`), or the empty string."""
    if not sentence.kids[token.index]:
        return ""
    words: list[str] = []
    for child in sentence.children(token, "case"):
        words.append(child.lower)
        words.extend(more.lower for more in sentence.children(child, "fixed"))
    if not words:
        return ""
    joined = " ".join(words)
    if joined in CONTRACTED:
        return CONTRACTED[joined]
    for contracted, plain in ((" du", " de"), (" des", " de"), (" d'", " de"), (" au", " à"), (" aux", " à")):
        if joined.endswith(contracted):
            return joined[: -len(contracted)] + plain
    return joined


def is_participle(token: Token) -> bool:
    """Tell whether a word is a past participle."""
    return "VerbForm=Part" in token.morph and "Tense=Pres" not in token.morph


def with_etre(token: Token) -> bool:
    """Tell whether a word is the participle of a French verb that « être » conjugates, so that it is no passive."""
    return token.lower.rstrip("s").rstrip("e") in WITH_ETRE


def _with_avoir(sentence: Sentence, verb: Token) -> bool:
    """Tell a French perfect: « avoir » without « été » is active, whatever the parser calls the subject."""
    auxiliaries = [child for child in sentence.children(verb, "aux") if child.lower in AVOIR]
    return bool(auxiliaries) and not any(sentence.children(verb, "aux:pass"))


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb is passive: an auxiliary says so, or it is a bare participle."""
    if with_etre(verb) or reflexive(sentence, verb) or _with_avoir(sentence, verb):
        return False
    if any(sentence.children(verb, "aux:pass", "nsubj:pass", "obl:agent")):
        return not _has_both(sentence, verb)
    if _raised(sentence, verb) or (verb.pos == "ADJ" and any(sentence.children(verb, "cop"))):
        return True
    if any(sentence.children(verb, "aux")):
        return False
    if not is_participle(verb):
        return False
    head = sentence.head(verb)
    if verb.dep == "conj" and head is not None and head.pos in ("VERB", "AUX"):
        return is_passive(sentence, head)
    return not any(sentence.children(verb, "obj")) or verb.dep.startswith("acl")


def _raised(sentence: Sentence, verb: Token) -> bool:
    """Tell "a man believed to be armed": whoever believes it is not said."""
    after = sentence.tokens[verb.index + 1 : verb.index + 2]
    return verb.lower in _OPINIONS and bool(after) and after[0].lower == "to"


def _has_both(sentence: Sentence, verb: Token) -> bool:
    """Tell a verb with its subject and its object beside it: "a jury convicted him of fraud by abuse of position"."""
    own = {child.dep for child in sentence.children(verb)}
    return {"nsubj", "obj"} <= own and not own & {"aux:pass", "nsubj:pass"}


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
        antecedent = _antecedent(sentence, verb) or _before(sentence, own[0])
        return [antecedent] if antecedent else own
    head = sentence.head(verb)
    if not own and head is None:
        return _announced(sentence, verb)
    if own or head is None or depth > 4:
        return own[:1] + [t for t in own[1:] if any(sentence.children(t, "cc"))]
    return _inherited_subject(sentence, verb, head, depth)


def _inherited_subject(sentence: Sentence, verb: Token, head: Token, depth: int) -> list[Token]:
    """Return the subject that the clause above gives: to a participle, a conjunct, an infinitive."""
    aim = purpose(sentence, verb, head)
    if aim is not None:
        return _intending(sentence, verb, aim, depth)
    beside = (
        verb.dep == "acl" or _first_to(sentence, verb, head) or (verb.dep == "appos" and is_participle(verb))
    )  # « le conducteur, grièvement blessé, … »
    if head.pos in NOMINAL and (beside or (verb.dep == "amod" and hyphened(sentence, verb) is not None)):
        return [head]
    shared = head.pos in ("VERB", "AUX", "ADJ") or any(sentence.children(head, "cop"))
    if verb.dep == "conj" and shared:
        return surface_subject(sentence, head, depth + 1)
    if verb.dep in ("xcomp", "advcl", "ccomp") and "VerbForm=Fin" not in verb.morph:
        return [t for t in _controller(sentence, verb, head, depth) if not dangling(sentence, verb, t)]
    above = _above(sentence, verb) if _adverbial(sentence, verb) else None
    found = surface_subject(sentence, above, depth + 1) if above is not None else []
    return [t for t in found if not dangling(sentence, verb, t)]


def purpose(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """Return the noun whose infinitive a verb is: « son intention de racheter X », « en vue de racheter X »."""
    if not verb.dep.startswith("acl") or "VerbForm=Inf" not in verb.morph:
        return None
    if head.lower in PURPOSES or (head.lower == "point" and preposition(sentence, head) == "sur"):
        return head
    before = sentence.tokens[verb.index - 2] if verb.index > 1 else head
    return before if before.lower in PURPOSES and before.pos == "NOUN" else None


def _first_to(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Tell "the first woman to win it", « le dernier général à avoir dirigé le pays »: who is the first does it."""
    infinitive = any(t.lower in ("to", "à") for t in sentence.children(verb, "aux", "mark"))
    ranked = any(t.lower in _RANKS for t in sentence.children(noun, "amod"))
    return infinitive and ranked and verb.dep.startswith("acl")


def _intending(sentence: Sentence, verb: Token, noun: Token, depth: int) -> list[Token]:
    """Return whose purpose a noun is, or whom the clause above speaks of: « la décision de X de fermer … »."""
    own = [
        t for t in sentence.children(noun, "nmod") if t.index < verb.index and preposition(sentence, t) in ("de", "of")
    ]
    owners = [*sentence.children(noun, "nmod:poss"), *own]
    above = _of_whom(sentence, noun) if noun.lower not in _OFFERS else None
    return owners[:1] or (surface_subject(sentence, above, depth + 1) if above is not None else [])


def _of_whom(sentence: Sentence, noun: Token) -> Token | None:
    """Return what has the subject whose purpose a noun is: the verb above, else itself: « X est sur le point de … »."""
    return noun if any(sentence.children(noun, "nsubj")) else _above(sentence, noun)


def _adverbial(sentence: Sentence, verb: Token) -> bool:
    """Tell « après avoir été nommé », « sans attendre »: whoever the clause above speaks of does it."""
    infinitive = "VerbForm=Inf" in verb.morph or any(c.lower in ("avoir", "être") for c in sentence.children(verb))
    return infinitive and any(c.lower in BEFORE_INFINITIVE for c in sentence.children(verb, "case", "mark"))


def _above(sentence: Sentence, verb: Token) -> Token | None:
    """Return the nearest verb above that has a subject."""
    at = sentence.head(verb)
    while at is not None and not any(sentence.children(at, "nsubj")):
        at = sentence.head(at)
    return at


def hyphened(sentence: Sentence, verb: Token) -> Token | None:
    """Return what an English participle is joined to: "the Berlin-based firm", "Amazon-owned Twitch"."""
    if verb.index < 2 or sentence.tokens[verb.index - 1].text != "-":
        return None
    before = sentence.tokens[verb.index - 2]
    return before if before.head == verb.index or before.dep == "compound" else None


def _announced(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the subject after a participle that opens the sentence (« Longtemps accusée de …, la Turquie a … »)."""
    opening = all(t.pos in ("ADV", "ADP", "PUNCT", "SCONJ") for t in sentence.tokens[: verb.index])
    if not opening or not is_participle(verb) or any(sentence.children(verb, "aux")):
        return []
    comma = next((t.index for t in sentence.tokens[verb.index :] if t.text == ","), None)
    later = [t for t in sentence.tokens if t.dep.startswith("nsubj") and comma is not None and t.index > comma]
    return later[:1]


def _before(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return the noun or name right before a relative pronoun, for clauses that the parser hung elsewhere."""
    for token in reversed(sentence.tokens[max(0, pronoun.index - 2) : pronoun.index]):
        if token.pos != "PUNCT":
            return token if token.pos in ("NOUN", "PROPN") else None
    return None


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
    if verb.lower in RESULTING and is_passive(sentence, head):  # « le village a été bombardé, tuant dix civils »
        return deep_subject(sentence, head)
    if head.lower in _MEANS:  # "used her speech to attack Novatel"
        return surface_subject(sentence, head, depth + 1)
    objects = [t for t in sentence.children(head, "obj", "iobj") if t.pos in NOMINAL] or _addressed(sentence, head)
    if (
        (verb.dep == "xcomp" or _reason(sentence, verb) or kept_from(sentence, verb))
        and objects
        and not is_passive(sentence, head)
    ):
        return objects[:1]
    if verb.dep == "xcomp" and head.lower.startswith(_ALLOWING) and not is_passive(sentence, head):
        return []  # « l'étude a permis de conclure que … »: whoever concludes it is not said
    return surface_subject(sentence, head, depth + 1)


def _reason(sentence: Sentence, verb: Token) -> bool:
    """Tell what somebody is fined, thanked or accused for: "fined her for refusing", "accused him of killing"."""
    return verb.lower.endswith("ing") and any(c.lower in ("for", "of") for c in sentence.children(verb, "mark", "case"))


def kept_from(sentence: Sentence, verb: Token) -> bool:
    """Tell "to prevent the opposition from taking to the streets"."""
    return verb.lower.endswith("ing") and any(c.lower == "from" for c in sentence.children(verb, "mark", "case"))


def _addressed(sentence: Sentence, verb: Token) -> list[Token]:
    """Return who is to do what a verb asks for: "called on X to resign", « a demandé à X de démissionner »."""
    joints = next((joints for stem, joints in _ASKING.items() if verb.lower.startswith(stem)), ())
    return [t for t in sentence.children(verb, "obl") if t.pos in NOMINAL and preposition(sentence, t) in joints]


def whose(sentence: Sentence, pronoun: Token) -> Token:
    """Return whom "whose" stands for: the name before its comma, else what its clause hangs from."""
    before = sentence.tokens[max(0, pronoun.index - 2) : pronoun.index]
    if before and before[-1].text == "," and before[0].name is not None:
        return before[0]
    at: Token | None = pronoun
    while at is not None and not at.dep.startswith("acl"):
        at = sentence.head(at)
    head = sentence.head(at) if at is not None else None
    return head if head is not None else pronoun


def parted(sentence: Sentence, first: Token, second: Token) -> bool:
    """Tell whether a semicolon stands between two verbs: what is on its other side nobody says."""
    low, high = sorted((first.index, second.index))
    return any(t.text == ";" for t in sentence.tokens[low:high])


def _antecedent(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun that a relative clause hangs from."""
    at: Token | None = verb
    while at is not None and at.dep == "conj":
        at = sentence.head(at)
    if at is None or not at.dep.startswith("acl"):
        return None
    head = sentence.head(at)
    while head is not None and head.pos == "VERB" and head.dep in ("conj", "acl") and is_participle(head):
        head = sentence.head(head)  # « Anne Dubois, née à Nice et nommée en mai, qui a rencontré … »
    if head is None:
        return None
    found = _nearest_name(sentence, at, head) or one_of_many(sentence, head) or _whole(sentence, head)
    return agreeing(sentence, at, found)


def _whole(sentence: Sentence, noun: Token) -> Token:
    """Return « tremblement » for « terre » in « le tremblement de terre qui a tué … »: a bare noun is no antecedent."""
    head = sentence.head(noun)
    bare = noun.pos == "NOUN" and noun.name is None and "Number=Plur" not in noun.morph
    bare = bare and not any(sentence.children(noun, "det", "nummod", "nmod:poss"))
    of = noun.dep == "nmod" and head is not None and head.index == noun.index - 2 and head.pos in ("NOUN", "ADJ")
    joint = sentence.tokens[noun.index - 1].lower if noun.index else ""
    return head if bare and of and head is not None and joint in ("de", "d'", "d’") else noun


def _nearest_name(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """Return the name right before « , qui »: after a comma the relative speaks of the name, not of its governor."""
    pronouns = [t for t in sentence.tokens[: verb.index] if t.index > head.index and t.lower in RELATIVE_SUBJECT]
    if not pronouns or pronouns[0].index < 2:
        return None
    comma, before = sentence.tokens[pronouns[0].index - 1], sentence.tokens[pronouns[0].index - 2]
    if before.lower in ("ans", "years") and before.index > 2:  # « Paul Martin, 76 ans, qui … »
        before = sentence.tokens[before.index - 3]
    if comma.text != "," or before.name is None or before is head:
        return None
    return None if _only_tells(sentence, before, head, pronouns[0]) else before


def _only_tells(sentence: Sentence, name: Token, head: Token, pronoun: Token) -> bool:
    """Tell a name that only says where or of what: « le maire de Lyon, qui soutient … », « l'usine à Nice, qui … »."""
    before = preposition(sentence, name)
    first, *rest = name.text.split()
    person = bool(rest) and first in first_names()  # « le frère de Paul Martin, qui a … »: he or his brother
    people = bool({head.lower, head.lower.removesuffix("s")} & person_nouns()) or head.lower == "members"
    titled = not person and before in ("de", "of") and pronoun.lower != "which" and people
    of_verb = head.pos == "VERB"  # « succède à la France, qui avait … »: a verb is no antecedent
    return (before in _IN_PLACE and not of_verb) or titled


def deep_subject(sentence: Sentence, verb: Token) -> list[Token]:
    """Return who does it: the subject of an active verb, the agent of a passive one."""
    if is_passive(sentence, verb):
        agents = [t for t in sentence.children(verb) if _is_agent(sentence, t)]
        # "was fined 2 million euros by the regulator": parsers hang the agent from the amount.
        below = [o for o in sentence.children(verb, "obj", "xcomp", "attr", "obl") if not _done_to(sentence, o)]
        agents = agents or [t for o in below for t in sentence.children(o) if _is_agent(sentence, t)]
        agents = agents or _deeper_agents(sentence, verb)
        return agents[:1]
    return surface_subject(sentence, verb)


def _deeper_agents(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the agent that the parser hung from a complement: « condamné à six ans de prison par le tribunal »."""
    level = [t for t in sentence.children(verb, "obl", "xcomp") if t.index > verb.index and t.pos == "NOUN"]
    level = [t for t in level if not _done_to(sentence, t)]
    for _ in range(3):
        found = [t for o in level for t in sentence.children(o, "nmod", "obl") if _is_agent(sentence, t)]
        if found:
            return found
        level = [t for o in level for t in sentence.children(o, "nmod") if t.pos in ("NOUN", "NUM") or t.text.isdigit()]
        level = [t for t in level if not _done_to(sentence, t)]
    return []


def _done_to(sentence: Sentence, noun: Token) -> bool:
    """Tell « sa destitution », « l'arrestation de X »: by whom it was done says nothing of the verb above."""
    own = any(c.lower in _OWN for c in sentence.children(noun, "det", "nmod:poss"))
    named = any(t.name is not None and preposition(sentence, t) == "de" for t in sentence.children(noun, "nmod"))
    return (own or named) and noun.lower.endswith(_EVENTIVE)


def _is_agent(sentence: Sentence, token: Token) -> bool:
    """Tell « par X », "by X", though not « par exemple »."""
    by = token.dep.startswith(("obl", "nmod")) and preposition(sentence, token) in ("par", "by")
    return (token.dep == "obl:agent" or by) and token.lower not in ("exemple", "example", "exception", "endroits")


def deep_object(sentence: Sentence, verb: Token) -> list[Token]:
    """Return whom it is done to: the object of an active verb, the subject of a passive one."""
    if is_passive(sentence, verb):
        return surface_subject(sentence, verb)
    turned = inverted_subject(sentence, verb)
    found = [t for t in sentence.children(verb, "obj") if not _is_reflexive(t) and t.quote is None and t not in turned]
    found = [t for t in found if not preposition(sentence, t)] or found  # « en battant en finale le champion »
    if found:
        if found[0].lower in RELATIVE_OBJECT:
            antecedent = _antecedent(sentence, verb)
            return [antecedent] if antecedent else []
        return found[:1]
    named = [
        t
        for t in sentence.children(verb, "xcomp", "dep", "flat")
        if t.name is not None and not preposition(sentence, t)
    ]
    if named:
        return named[:1]
    return _relative_object(sentence, verb)


def _relative_object(sentence: Sentence, verb: Token) -> list[Token]:
    """Return what "the bridge Miller built" says is built, not "the wave in which they spoke"."""
    head, subjects = sentence.head(verb), list(sentence.children(verb, "nsubj"))
    if verb.dep != "acl:relcl" or head is None or not subjects or subjects[0].lower in RELATIVE_SUBJECT:
        return []
    below = any(
        t.lower in ("which", "whom") and preposition(sentence, t) for t in sentence.children(verb, "obl", "nmod")
    )
    when = any(t.lower in ("where", "when", "why") for t in sentence.children(verb, "advmod"))
    return [] if below or when else [head]


def _is_reflexive(token: Token) -> bool:
    return token.lower in (
        "se",
        "s'",
        "soi",
        "himself",
        "herself",
        "itself",
        "themselves",
    ) or token.dep.startswith("expl")


def reflexive(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a French verb is pronominal here (« se rencontrer »)."""
    return any(child.lower in ("se", "s'") for child in sentence.children(verb))


def with_preposition(sentence: Sentence, head: Token, wanted: str) -> list[Token]:
    """Return the dependents of a word that stand with a preposition."""
    found = [child for child in sentence.children(head) if child.dep.startswith(_GOVERNED)]
    noun = PHRASES.get(wanted)  # « des sanctions à l'encontre de X »
    inner = [c for joint in found if joint.lower == noun for c in sentence.children(joint, "nmod", "obl")]
    return [child for child in found if preposition(sentence, child) == wanted] or inner


def conjuncts(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the word and all that is coordinated with it."""
    yield token
    for child in sentence.children(token, "conj"):
        if child.pos in NOMINAL or child.name is not None:
            yield from conjuncts(sentence, child)


def negated(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a clause is negated: « n'est pas », "did not", « aucun soldat n'a été tué », "no one was hurt"."""
    words = {child.lower for child in sentence.children(verb)}
    if words & _NOT or _of_none(sentence, verb):
        return True
    if not words & {"ne", "n'"}:
        return False
    below = (child.lower for adverb in sentence.children(verb, "advmod") for child in sentence.children(adverb))
    return not _NOT_AFTER_NE.isdisjoint((*words, *below))  # « pas » may hang from « encore »


def _of_none(sentence: Sentence, verb: Token) -> bool:
    """Tell whether what the clause speaks of is nobody or nothing."""
    ends = list(sentence.children(verb, "nsubj", "obj"))
    return any(d.lower in _NO for end in ends for d in sentence.children(end, "det", "amod", "advmod"))


def auxiliaries(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb, its own or, for a conjunct participle, those of the first conjunct."""
    found = list(sentence.children(verb, "aux", "cop"))
    head = sentence.head(verb)
    if not found and verb.dep == "conj" and head is not None and is_participle(verb):
        return auxiliaries(sentence, head)
    return found
