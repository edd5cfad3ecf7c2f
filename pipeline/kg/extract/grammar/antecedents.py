"""Finds what a relative pronoun stands for: « qui », « que », "whose"."""

from typing import Final

from kg.extract.grammar.among import one_of_many
from kg.extract.grammar.numbers import agreeing
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_participle
from kg.lexicon.closed import COMPOUND_RELATIVES
from kg.lexicon.tables import first_names, person_nouns, places
from kg.model.annotation import Sentence, Token

RELATIVE_SUBJECT: Final = ("qui", "who", "which", "that", "lequel", "laquelle", "lesquels", "lesquelles")
NATIVE: Final = frozenset("originaire né née natif native issu issue venu venue".split())
_NEAR_TO: Final = frozenset("proche proches transfuge".split())  # « Anne Dubois, proche du PS, qui … »
# What events do, with a toll
TOLLING: Final = frozenset("killed injured wounded claimed left destroyed damaged".split())
_OF_TWO: Final = frozenset("have are were both married wed divorced separated tied".split())
_WHICH: Final = COMPOUND_RELATIVES | {"qui"}
_GENDERED: Final = {"lequel": "Gender=Masc", "laquelle": "Gender=Fem"}
_CONTRACTED: Final = {
    **dict.fromkeys(("auquel", "auxquels", "auxquelles"), "à"),
    **dict.fromkeys(("duquel", "desquels", "desquelles", "dont"), "de"),
}
_MINDS: Final = tuple(
    """considèr considér estim pens croi croy jug affirm déclar assur regrett espèr espér souhait crain dénonc expliqu
    soulign rappell rappel précis ajout dit disait soutien redout promet promi juge plaid""".split()
)
_IN_PLACE: Final = ("à", "en", "dans", "sur", "in", "at", "on", "near")
_SEATED: Final = frozenset(
    """société entreprise start-up firme groupe compagnie association collectif club tribunal parquet éditeur cabinet
    agence laboratoire startup company firm group club charity""".split()
)
_ARMED: Final = ("armé", "muni", "porteur", "vêtu", "coiff", "équip")
_SITTING: Final = ("basé", "installé", "domicilié", "implanté")
_ABOARD: Final = frozenset("people women men migrants refugees passengers civilians tourists pilgrims crew".split())
_PAGES: Final = frozenset("page compte profil chaîne".split())
_PLATFORMS: Final = frozenset("Facebook Twitter X Instagram YouTube TikTok LinkedIn Snapchat Telegram".split())
RELATIVE_OBJECT: Final = ("que", "qu'", "whom", "which", "that", "who")


def noun_before_pronoun(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return the noun or name right before a relative pronoun, for clauses that the parser hung elsewhere."""
    for token in reversed(sentence.tokens[max(0, pronoun.index - 2) : pronoun.index]):
        if token.pos != "PUNCT":
            return token if token.pos in ("NOUN", "PROPN") else None
    return None


def governed_relative(sentence: Sentence, verb: Token, function: str) -> list[Token]:
    """Return what « lequel » stands for behind a preposition: « Novatel, dans lequel X détient une participation »."""
    own = [c for t in sentence.children(verb, "nsubj") if t.name is not None for c in sentence.children(t, "nmod")]
    for pronoun in (*sentence.children(verb, "obl", "nmod", "iobj"), *own):  # « dont Lyon et Nice font partie »
        joint = _CONTRACTED.get(pronoun.lower) or (preposition(sentence, pronoun) if pronoun.lower in _WHICH else "")
        if joint == function and not (joint == "of" and is_share(sentence, verb)):
            start = min(t.index for t in sentence.subtree(pronoun))
            before = [t for t in sentence.tokens[max(0, start - 3) : start] if t.text != "," and t.pos != "ADJ"]
            head = sentence.head(verb) if pronoun.lower == "dont" and verb.dep == "acl:relcl" else None
            before = [head] if head is not None else before  # « le club de Lyon dont il a pris la direction »
            return [t for t in before[-1:] if t.pos in ("NOUN", "PROPN")]
    return []


def is_share(sentence: Sentence, verb: Token) -> bool:
    """Tell "142 cases, of which three patients died": the subject is a part of what "which" stands for."""
    which = any(t.lower in ("which", "whom") for t in sentence.children(verb, "obl", "nmod"))
    return which and any(any(sentence.children(t, "nummod")) for t in sentence.children(verb, "nsubj"))


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


def antecedent(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun that a relative clause hangs from."""
    at: Token | None = verb
    while at is not None and at.dep == "conj":
        at = sentence.head(at)
    if at is None or not at.dep.startswith("acl"):
        return None
    head = sentence.head(at)
    while head is not None and head.pos == "VERB" and head.dep in ("conj", "acl") and is_participle(head):
        head = sentence.head(head)  # « Anne Dubois, née à Nice et nommée en mai, qui a rencontré … »
    if head is None or (head.pos == "VERB" and at.dep == "acl:relcl" and head.dep in ("ROOT", "ccomp", "advcl")):
        return None  # "was held in a raid Tuesday that wounded a child": a verb is no antecedent
    near = _close_to(sentence, head) or _inner(sentence, at, head) or _based(sentence, head)
    near = near or _nearest_name(sentence, at, head)
    near = near or _of_page(sentence, head)
    found = near or one_of_many(sentence, head) or _armed(sentence, at, head) or _whole(sentence, head)
    found = _carrying(sentence, at, _somebody(sentence, at, found))
    return agreeing(sentence, at, _restricted(sentence, at, found))


def _of_page(sentence: Sentence, platform: Token) -> Token | None:
    """Return the town hall of « indique la mairie sur sa page Facebook, qui a invité … »: no platform says it."""
    page = sentence.head(platform) if platform.name is not None else None
    page = page if page is not None and page.lower in _PAGES else platform
    verb = sentence.head(page)
    said = verb is not None and preposition(sentence, page) == "sur" and platform.text in _PLATFORMS
    subjects = (
        [t for t in sentence.children(verb, "nsubj") if t.index < page.index] if said and verb is not None else []
    )
    return subjects[0] if subjects else None


def _restricted(sentence: Sentence, verb: Token, place: Token) -> Token:
    """Return the dinner of « un dîner pour X à Lyon qui a recueilli … »: no clause tells which Lyon is meant."""
    pronoun = sentence.tokens[place.index + 1] if place.index + 1 < len(sentence.tokens) else place
    if pronoun.lower != "qui" or place.name is None or place.text not in places():
        return place
    above: Token | None = place
    while above is not None and (above.name is not None or above.pos != "NOUN") and above.pos != "VERB":
        above = sentence.head(above)
    if above is not None and above.pos == "VERB":
        things = [t for t in sentence.children(above, "obj") if above.index < t.index < place.index]
        above = things[0] if things and above is not verb else None
    return above if above is not None and above.index < place.index and above.pos == "NOUN" else place


def _close_to(sentence: Sentence, name: Token) -> Token | None:
    """Return who is close to a body: « Anne Dubois, proche du PS, qui accuse … »."""
    close = sentence.head(name) if name.name is not None and name.dep.startswith(("obl", "nmod")) else None
    return sentence.head(close) if close is not None and close.lower in _NEAR_TO else None


def _inner(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """Return the storm of "Moore, which was hit by a storm in May that killed ten": what stands between the two."""
    between = [t for t in sentence.tokens[: verb.index] if t.index > head.index]
    pronouns = [t for t in between if t.lower in RELATIVE_SUBJECT and t.dep == "nsubj"]
    outer = [t for t in between if t.lower in ("which", "who") and t.dep.startswith("nsubj") and t.head != verb.index]
    if not pronouns or not outer or pronouns[-1].lower != "that" or pronouns[-1].head != verb.index:
        return None
    inside = sentence.tokens[outer[0].index : pronouns[-1].index]
    nouns = [t for t in inside if t.pos == "NOUN" and any(d.lower in ("a", "an") for d in sentence.children(t, "det"))]
    return nouns[-1] if nouns else None


def _armed(sentence: Sentence, verb: Token, weapon: Token) -> Token | None:
    """Return the man of « un homme armé d'un couteau qui a poignardé un passant »: no weapon acts."""
    who = sentence.head(weapon) if weapon.dep.startswith(("nmod", "obl")) else None
    before = [t for t in sentence.tokens[: weapon.index] if t.lower.startswith(_ARMED)] if who is not None else []
    if who is None or not before or before[-1].head not in (who.index, who.head):
        return None
    who = sentence.head(who) if who is before[-1] else who
    acts = any(t.lower == "qui" for t in sentence.children(verb, "nsubj"))
    return who if acts and who is not None and who.pos == "NOUN" and who.index < before[-1].index else None


def _based(sentence: Sentence, place: Token) -> Token | None:
    """Return the group of « le groupe basé à Phoenix, qui soutient … »: where it sits is told in passing."""
    seat = sentence.head(place) if place.name is not None and preposition(sentence, place) == "à" else None
    if seat is None or not seat.lower.startswith(_SITTING) or seat.dep != "acl":
        return None
    body = sentence.tokens[seat.head]
    return body if body.index < seat.index and sentence.tokens[place.index + 1].text == "," else None


def _somebody(sentence: Sentence, verb: Token, noun: Token) -> Token:
    """Return whom "who" means where a thing stands between: "Miller, known as JM on social media, who is accused"."""
    if verb.lower.startswith(_MINDS) and any(t.lower == "qui" for t in sentence.children(verb, "nsubj")):
        return _of_mind(sentence, noun)
    who = any(t.lower == "who" for t in sentence.children(verb, "nsubj"))
    if who and noun.name is not None and noun.text in places():
        return _of_place(sentence, noun)
    above = sentence.head(noun)
    if not who or above is None or above.name is None or not noun.dep.startswith("nmod") or noun.pos != "NOUN":
        return noun
    people = noun.name is not None or {noun.lower, noun.lower.removesuffix("s")} & {
        *person_nouns(),
        "people",
        "women",
        "men",
    }
    return noun if people else above


def _of_mind(sentence: Sentence, place: Token) -> Token:
    """Return the envoy of « l'envoyé de l'ONU pour la Syrie qui estime que … »: people have opinions, not lands."""
    above = sentence.head(place)
    person = above is not None and above.index < place.index and above.lower in person_nouns()
    named = place.name is not None and place.text in places() and place.dep == "nmod"
    return above if above is not None and person and named else place


def _carrying(sentence: Sentence, verb: Token, noun: Token) -> Token:
    """Return the boat of "a boat carrying ten people that capsized": people are "who"."""
    thing = any(t.lower in ("that", "which") for t in sentence.children(verb, "nsubj"))
    above = sentence.head(noun) if thing and noun.dep == "obj" and noun.pos == "NOUN" else None
    carrier = sentence.head(above) if above is not None and above.dep == "acl" else None
    people = noun.lower in _ABOARD or noun.lower.removesuffix("s") in person_nouns()
    return carrier if people and carrier is not None and carrier.pos in ("NOUN", "PROPN") else noun


def _of_place(sentence: Sentence, place: Token) -> Token:
    """Return the person before a town and its state: "Karen Hall, of Austin, Texas, who finished first"."""
    at: Token | None = place
    for _ in range(3):
        at = sentence.head(at) if at is not None else None
        if at is not None and at.name is not None and at.text not in places():
            return at
    return place


def _whole(sentence: Sentence, noun: Token) -> Token:
    """Return « tremblement » for « terre » in « le tremblement de terre qui a tué … »: a bare noun is no antecedent."""
    head = sentence.head(noun)
    bare = noun.pos == "NOUN" and noun.name is None and not noun.plural
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
    if comma.text != "," or before is head or _speaks_of_another(sentence, verb, before, head):
        return None
    above = sentence.head(before) if pronouns[0].lower == "who" and before.dep.startswith("nmod") else None
    if above is not None and above.name is not None and preposition(sentence, before) in ("of", "from", "at"):
        return above  # "Miller of the University of Leeds, who visited Cairo"
    bearer = _bearer(sentence, before, pronouns[0].lower)
    if bearer is not None:
        return bearer
    thing = pronouns[0].lower == "which" and head.name is None
    if thing and (verb.lower in TOLLING or _called_somebody(before)):
        return None  # "an attack on a school of Novatel, which killed six", "a gig with Jane Miller, which raised …"
    return None if _only_tells(sentence, before, head, pronouns[0]) else before


def _speaks_of_another(sentence: Sentence, verb: Token, name: Token, head: Token) -> bool:
    """Tell "It was Novatel, not Orbis, that bought Telcor", and what is said of both."""
    excluded = sentence.tokens[name.index - 1].lower in ("not", "non", "pas")
    return name.name is None or excluded or _of_both(sentence, verb, name, head)


def _of_both(sentence: Sentence, verb: Token, last: Token, first: Token) -> bool:
    """Tell "Miller and Carter, who have a son", "who married in 2015": the verb speaks of two."""
    joined = last.dep == "conj" and last.head == first.index and first.name is not None
    verbs = [verb, *sentence.children(verb, "conj")] if joined else []
    words = {t.lower for v in verbs for t in (v, *sentence.children(v, "aux", "aux:pass", "cop", "advmod"))}
    return not words.isdisjoint(_OF_TWO)


def _bearer(sentence: Sentence, name: Token, pronoun: str) -> Token | None:
    """Return whom a title is said of whose body stands right before « , qui », « , laquelle », ", who"."""
    if pronoun == "qui" or pronoun in _GENDERED:
        return _presiding(sentence, name, _GENDERED.get(pronoun, ""))
    return _office_holder(sentence, name) if pronoun == "who" else None


def _presiding(sentence: Sentence, name: Token, gender: str) -> Token | None:
    """Return X of « X, président du Tchad et de l'Union, qui a … »: the title, of this gender, is said of him."""
    while name.dep == "conj" and sentence.tokens[name.head].name is not None:
        name = sentence.tokens[name.head]
    title = sentence.head(name)
    holder = None if title is None or title.dep not in ("appos", "acl") else sentence.head(title)
    people = (
        title is not None and title.name is None and bool({title.lower, title.lower.removesuffix("s")} & person_nouns())
    )
    of = name.dep == "nmod" and preposition(sentence, name) == "de"
    of = of or (title is not None and title.index == name.index - 1 and name.text.isupper())  # « délégué CGT, qui »
    agrees = title is not None and gender in title.morph
    return holder if holder is not None and holder.name is not None and people and of and agrees else None


def _office_holder(sentence: Sentence, name: Token) -> Token | None:
    """Return Miller of "Rep. Jane Miller of Lynn, who …", "Jane Miller, editor of the Lynn Post, who …"."""
    title = sentence.head(name) if name.dep.startswith("nmod") else None
    joint = preposition(sentence, name)
    if title is None or title.name is not None or joint not in ("of", "from", "at", "for"):
        return None
    within = [t for t in sentence.children(title, "appos", "flat") if t.name is not None and t.index < name.index]
    body = joint != "of" or name.text in places() or any(t.lower == "the" for t in sentence.children(name, "det"))
    holder = sentence.head(title) if title.dep == "appos" and body and not _called_somebody(name) else None
    return within[-1] if within else holder if holder is not None and holder.name is not None else None


def _called_somebody(name: Token) -> bool:
    """Tell a name of several words that begins with a first name."""
    first, *rest = name.text.split()
    return bool(rest) and first in first_names()


def _only_tells(sentence: Sentence, name: Token, head: Token, pronoun: Token) -> bool:
    """Tell a name that only says where or of what: « le maire de Lyon, qui soutient … », « l'usine à Nice, qui … »."""
    before = preposition(sentence, name)
    person = _called_somebody(name)  # « le frère de Paul Martin, qui a … »: he or his brother
    people = bool({head.lower, head.lower.removesuffix("s")} & person_nouns()) or head.lower == "members"
    titled = not person and before in ("de", "of") and pronoun.lower != "which" and people
    seated = before in ("de", "of") and head.lower in _SEATED and name.text in places()  # « la société de Lyon, qui … »
    of_verb = head.pos == "VERB"  # « succède à la France, qui avait … »: a verb is no antecedent
    origin = sentence.head(name)  # « Anne Dubois, originaire de Nice, qui … »
    native = origin is not None and origin is not head and origin.lower in NATIVE
    return (before in _IN_PLACE and not of_verb) or titled or native or seated
