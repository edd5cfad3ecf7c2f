"""Finds what the tree does not hang from a noun: « , dont le siège … », « délégué CGT », « élu maire de Lyon »."""

from typing import TYPE_CHECKING, Final

from kg.extract.coreference.nouns import KIN, WITH_OFFICES, names_person
from kg.extract.frames.load import load_frames
from kg.extract.grammar.climbing import verb_above
from kg.extract.grammar.prepositions import OCCASIONS, preposition, with_preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.participants.posts import AS
from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

if TYPE_CHECKING:
    from kg.extract.frames.site import Site

STAYING: Final = ("during", "on")  # "during a visit to Lyon", not « pendant la visite du pape »
POSTS: Final = frozenset(
    "fonction fonctions poste mandat siège présidence direction tête titre fauteuil mairie".split()
)
# « le ministre Jean Dubois à la tête de Novatel »: a further post, not what he is minister of
HEADING: Final = frozenset("tête présidence direction barre commandes rênes manettes".split())
LYING: Final = frozenset(
    """trouve trouvait trouvent situe situait situent situé située situés installé installés fixé établi basé
    implanté""".split()
)
_JOINING: Final = ("rejoi", "intèg", "intég", "arriv", "débarqu", "entr", "offici", "travaill", "exerc")
_FORMER: Final = frozenset("ancien ancienne ex former".split())
_DEFINITE: Final = frozenset("le la l' les".split())
# « l'entreprise de Lyon, dont le siège … »: it is the firm that has one
_FIRMS: Final = frozenset("entreprise société firme groupe filiale start-up banque club section association".split())
_BEFORE_NOUN: Final = ("DET", "ADJ", "NUM", "PUNCT", "ADV")

_CALLINGS: Final = frozenset(("employedBy", "represents"))  # what a physician, a lawyer may be to a body
_FOUNDING: Final = frozenset(
    "founder co-founder cofounder owner fondateur fondatrice cofondateur cofondatrice propriétaire".split()
)


def at_which(site: "Site") -> list[Token]:
    """Return the place of a clause with « où »: « à Lyon, où il est né », « Megève, la station où il était né »."""
    sentence = site.sentence
    at = next((c for c in sentence.children(site.token) if c.lower in ("où", "where") and c.index > 1), None)
    being = site.kind == "noun" and any(sentence.children(site.token, "cop"))  # « Novatel, où il est directeur »
    if at is None or not (site.kind == "verb" or being):
        return []
    before = sentence.tokens[at.index - 1]
    if before.text == ",":
        before = sentence.tokens[at.index - 2]
    before = _before_brackets(sentence, before)
    noun = sentence.head(before)
    if before.pos == "ADJ" and noun is not None and noun.pos in ("NOUN", "PROPN") and noun.index < before.index:
        before = noun  # « une école primaire, où il est né »
    named = sentence.tokens[max(0, before.index - 3) : before.index]
    if before.name is None and len(named) == 3 and named[0].name is not None and named[1].text == ",":
        return [named[0]]  # in apposition, with its article between
    return [_town_before(sentence, before) or before]


def _town_before(sentence: Sentence, region: Token) -> Token | None:
    """Return Lamballe of « à Lamballe, dans les Côtes-d'Armor, où il vit »: the region only says where that lies."""
    start = min((t.index for t in sentence.children(region, "case", "det")), default=region.index)
    if region.name is None or start < 2 or sentence.tokens[start - 1].text != ",":
        return None
    joint, town = sentence.tokens[start].lower, sentence.tokens[start - 2]
    return town if joint in ("dans", "en", "au") and town.name is not None else None


def _before_brackets(sentence: Sentence, last: Token) -> Token:
    """Return the word before what stands in brackets: « à Lamballe (Côtes-d'Armor), où il était en déplacement »."""
    opened = [t for t in sentence.tokens[max(0, last.index - 8) : last.index] if t.text == "("]
    if last.text != ")" or not opened or opened[-1].index == 0:
        return last
    return sentence.tokens[opened[-1].index - 1]


def relative_of(site: "Site") -> list[Token]:
    """Return what « dont » stands for before the noun that it belongs to: « le groupe, dont le siège est à Lyon »."""
    sentence, noun = site.sentence, site.token
    determined = any(c.lower in _DEFINITE for c in sentence.children(noun, "det"))
    if not determined and not any(sentence.children(noun, "cop")):  # « dont il est actionnaire à hauteur de 8 % »
        return []
    for token in reversed(sentence.tokens[: noun.index]):
        if token.lower == "dont" and token.pos != "ADP":  # no « dont la députée X », an example
            found = antecedent(sentence, token)
            above = sentence.head(found[0]) if found and found[0].dep == "nmod" else None
            body = above is not None and above.lower in _FIRMS and noun.lower not in KIN
            return [above] if body and above is not None else found
        within = any(sentence.children(noun, "cop")) and token.dep.startswith(("case", "obl", "advmod"))
        if token.pos not in _BEFORE_NOUN and not within and not _pronoun_clause(sentence, token, noun):
            return []  # « dont il fut pendant longtemps le directeur »
    return []


def _pronoun_clause(sentence: Sentence, token: Token, noun: Token) -> bool:
    """Tell « dont il épousera la fille »: a pronoun and its verb may stand before the object."""
    verb = sentence.head(noun)
    if any(sentence.children(noun, "cop")):  # « dont il est l'actionnaire majoritaire »
        subjects = sentence.children(noun, "nsubj")  # « dont Paul Martin et Anne Dubois sont actionnaires »
        return (token.head == noun.index and token.dep == "cop") or any(
            part is token for one in subjects for part in sentence.subtree(one)
        )
    if verb is None or not noun.dep.startswith("obj"):
        return False
    return token is verb or (token.head == verb.index and (token.pos == "AUX" or token.lower in ("il", "elle", "on")))


def antecedent(sentence: Sentence, relative: Token) -> list[Token]:
    """Return the noun or name right before a relative pronoun."""
    for token in reversed(sentence.tokens[max(0, relative.index - 3) : relative.index]):
        if token.pos != "PUNCT":
            head = sentence.head(token)
            noun = head if token.pos == "ADJ" and head is not None else token
            return [noun] if noun.pos in ("NOUN", "PROPN") else []
    return []


def predicated(site: "Site", wanted: str) -> list[Token]:
    """Return what is said of a noun with « être » and a preposition: « le siège est à Lyon ».

    Where somebody is says nothing of whose bishop he is.
    """
    head = site.sentence.head(site.token)
    if head is None or not site.token.dep.startswith("nsubj"):
        return []
    if head.lower in LYING:  # « dont le siège se trouve à Lyon »
        found = with_preposition(site.sentence, head, wanted)
    else:
        said = any(site.sentence.children(head, "cop")) and preposition(site.sentence, head) == wanted
        found = [head] if said else []
    somebody = found and wanted != "de" and any(names_person(site.token.lower, language) for language in ("fr", "en"))
    return [] if somebody else found


def shared_of(reading: Reading, site: "Site", wanted: str) -> list[Token]:
    """Return the complement that a noun shares with the one joined to it: « PDG et actionnaire de Novatel »."""
    sentence, noun = site.sentence, site.token
    whole = any(t.index > noun.index for t in sentence.children(noun, "nmod"))
    own = any(t.name is not None for t in sentence.children(noun, "compound"))  # "Novatel manager and owner of X"
    if whole or own or _of_state(reading, site):
        return []
    first = sentence.head(noun)
    if noun.dep == "conj" and first is not None and first.pos == "NOUN":
        return [t for t in with_preposition(sentence, first, wanted) if t.index > noun.index][:1]
    for other in sentence.children(noun, "conj"):
        bare = not any(sentence.children(other, "det", "case")) and other.pos in ("NOUN", "PROPN")
        between = sentence.tokens[noun.index + 1 : other.index]
        comma = any(t.text == "," for t in between) and not (noun.lower in _FOUNDING and _posts(between))
        shared = bare and not comma and not _calling_only(reading, noun, other)
        found = with_preposition(sentence, other, wanted) if shared else []
        if found:
            return found[:1]
    return []


def _calling_only(reading: Reading, noun: Token, other: Token) -> bool:
    """Tell « cardiologue et membre de l'association Novatel »: what somebody has learnt is nothing that he is there."""
    nouns = load_frames(reading.language).nouns
    told = [{trigger.relation for trigger in nouns.get(word.lower, ())} for word in (noun, other)]
    callings = told[0] & _CALLINGS
    if "employedBy" in callings and other.lower.startswith(("membre", "adhérent")):
        return True
    return bool(callings) and "holdsPosition" not in told[0] and not callings & told[1]


def _posts(between: tuple[Token, ...]) -> bool:
    """Tell ", chairman and" of "founder, chairman and CEO of Novatel": a list of bare posts."""
    return all(t.text == "," or (t.pos in ("NOUN", "ADJ", "CCONJ") and t.name is None) for t in between)


def _of_state(reading: Reading, site: "Site") -> bool:
    """Tell an office of a state or town, which stands alone: « ministre et président du parti »."""
    noun = site.token
    after = tuple(t.lower for t in site.sentence.tokens[noun.index + 1 : noun.index + 5])
    triggers = (t for t in load_frames(reading.language).nouns.get(noun.lower, ()) if t.rest == after[: len(t.rest)])
    functions = [f for t in triggers for _, found in t.roles for f in found if "implied" not in found]
    return bool({"nation", "seat"} & {*functions}) and not noun.lower.startswith("présid")


def bare_body(reading: Reading, site: "Site") -> list[Token]:
    """Return the body whose name stands right after a title: « délégué CGT », not a party nor who holds the title."""
    for name in site.sentence.children(site.token, "appos", "nmod", "flat", "dep"):
        near = name.name is not None and name.index in (site.token.index + 1, site.token.index + 2)
        if not near or preposition(site.sentence, name) or site.sentence.tokens[name.index - 1].text == ",":
            continue
        found = reading.referents(site.sentence, name)
        if any(reading.entities[r.entity].type is EntityType.ORGANIZATION for r in found):
            return [] if any(reading.kinds.get(r.entity) == "party" for r in found) else [name]
    return _joined(reading, site)


def _joined(reading: Reading, site: "Site") -> list[Token]:
    """Return the body that somebody joins as what the title says: « rejoint Novatel comme directeur »."""
    sentence = site.sentence
    verb = sentence.head(site.token) if preposition(sentence, site.token) in AS and site.kind == "noun" else None
    if verb is None or verb.pos != "VERB" or not verb.lower.startswith(_JOINING):
        return []
    joined = [*sentence.children(verb, "obj"), *with_preposition(sentence, verb, "chez")]
    found = [(t, r) for t in joined for r in reading.referents(sentence, t)]
    return [t for t, r in found if reading.entities[r.entity].type is EntityType.ORGANIZATION][:1]


def of_office(reading: Reading, site: "Site", attribute: list[Token]) -> list[Token]:
    """Return what the office is of that somebody is elected to: « élue dimanche maire de Lyon »."""
    for office in attribute:
        named = [t for t in site.sentence.children(office, "compound", "nmod:poss") if t.name is not None]
        if named:  # "voted in as FIFA president"
            return named[:1]
        for wanted in ("de", "à", "of"):
            found = [t for t in with_preposition(site.sentence, office, wanted) if reading.referents(site.sentence, t)]
            if found:
                return found[:1]
    return []


def of_post(reading: Reading, site: "Site") -> list[Token]:
    """Return the body named within what somebody leaves: « ses fonctions à l'Assemblée », « la tête de Novatel »."""
    sentence = site.sentence
    heads = [t for t in (site.token, *site.words) if t.pos in ("VERB", "NOUN")]
    inner = [c for head in heads for c in sentence.children(head, "obl", "nmod", "obj", "nsubj:pass") if c.name is None]
    posts = [t for t in inner if t.lower in POSTS] + [t for t in site.words if t.lower in POSTS | HEADING]
    thereof = [t for post in posts for t in sentence.children(post, "nmod:poss") if t.lower == "en"]
    if thereof:  # « il en prendra la direction »
        return thereof[:1]
    for post in posts:
        for token in sorted(sentence.subtree(post), key=lambda t: t.index):
            before = preposition(sentence, token) in ("de", "à")
            if token.index > post.index and before and reading.referents(sentence, token):
                return [token]
    within = _within_body(reading, sentence, heads) if posts else []
    if within:
        return within
    told = any(sentence.children(post, "nmod") for post in posts) or any(sentence.children(site.token, "obl:arg"))
    return _of_own_title(reading, site) if not told or site.kind == "noun" else []


def _within_body(reading: Reading, sentence: Sentence, heads: list[Token]) -> list[Token]:
    """Return Novatel of « ses fonctions au sein du conseil d'administration de Novatel »."""
    within = [t for head in heads for t in with_preposition(sentence, head, "au sein de")]
    inner = (t for top in within for t in sorted(sentence.subtree(top), key=lambda t: t.index) if t.index >= top.index)
    return [t for t in inner if _has_offices(reading, sentence, t)][:1]


def _has_offices(reading: Reading, sentence: Sentence, token: Token) -> bool:
    return any(reading.entities[r.entity].type in WITH_OFFICES for r in reading.referents(sentence, token))


def _of_own_title(reading: Reading, site: "Site") -> list[Token]:
    """Return the body of the office that whoever leaves bears: « le président de l'Ordre, X, a démissionné ».

    « La démission de l'ancien maire de Lyon »: what he left then is what he is the former head of.
    """
    sentence, noun = site.sentence, site.kind == "noun"
    subjects = with_preposition(sentence, site.token, "de") if noun else surface_subject(sentence, site.token)
    titles = [t for s in subjects for t in (s, *sentence.children(s, "appos")) if t.pos == "NOUN" and t.name is None]
    titles = [t for t in titles if noun or not any(c.lower in _FORMER for c in sentence.children(t, "amod"))]
    bodies = [b for t in titles for wanted in ("de", "à") for b in with_preposition(sentence, t, wanted)]
    return [b for b in bodies if _has_offices(reading, sentence, b)][:1]


def _somebody(sentence: Sentence, word: Token) -> bool:
    """Tell a name, and a noun with one right behind it: « l'ex-ministre Anne Dubois à la tête de Novatel »."""
    beside = sentence.children(word, "appos", "flat") if word.pos == "NOUN" else ()
    return word.name is not None or any(t.name is not None and t.index == word.index + 1 for t in beside)


def whoever_is(site: "Site") -> list[Token]:
    """Return who is « en visite »: the name that it stands beside, or the subject of the clause that it opens."""
    sentence, noun = site.sentence, site.token
    head = sentence.head(noun)
    before = preposition(sentence, noun)
    if before == "à" and noun.lower in HEADING:  # « Anne Dubois, à la tête de Novatel depuis 2010, »
        return [head] if head is not None and _somebody(sentence, head) else []
    if before in OCCASIONS:
        return _staying(sentence, noun)
    bare = before == "en" and not any(sentence.children(noun, "det"))
    if bare and any(sentence.children(noun, "cop")):
        return surface_subject(sentence, noun)  # « sont en garde à vue »
    staying = before in STAYING and not any(preposition(sentence, c) == "by" for c in sentence.children(noun))
    if head is None or not (bare or staying) or any(sentence.children(noun, "nmod:poss")):
        return []
    if head.pos in ("NOUN", "PROPN"):
        return [head]
    return surface_subject(sentence, head) if head.pos in ("VERB", "AUX") else []


def _staying(sentence: Sentence, noun: Token) -> list[Token]:
    """Return who speaks or acts « lors d'une visite à Lyon », « au cours d'un voyage en Espagne »."""
    indefinite = any(c.lower in ("un", "une") for c in sentence.children(noun, "det"))
    above = verb_above(sentence, noun)
    return surface_subject(sentence, above) if above is not None and indefinite else []
