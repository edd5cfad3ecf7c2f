"""Finds who does what the trigger says, whom it is done to, and what that one is said to be."""

from typing import Final

from kg.extract.frames.site import Site
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import deep_subject
from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Token

_CALLING: Final = frozenset("called calls described describes termed labelled labeled branded dubbed saw".split())

_TIMES: Final = frozenset(
    """week month year night morning afternoon evening weekend mois semaine année matin matinée soir soirée nuit
    week-end printemps été automne hiver summer winter siècle décennie century decade""".split()
)
_SPANS: Final = frozenset("year month week match season tournament decade century series".split())


def direct_object(site: Site) -> list[Token]:
    """Return whom or what it is done to; of a noun, what its expression governs."""
    if site.kind == "noun":  # « une enquête visant X »
        return [t for word in site.words for t in site.sentence.children(word, "obj")][:1]
    return deep_object(site.sentence, site.token) or _of_the_rest(site) or _so_called(site)


def _of_the_rest(site: Site) -> list[Token]:
    """Return what the further words of an expression govern: "declined to hear [it]", "make [staff] redundant"."""
    rest = [word for word in site.words if word.head == site.token.index and word.pos in ("VERB", "ADJ")]
    return [t for word in rest for t in site.sentence.children(word, "obj", "nsubj")][:1]


def _so_called(site: Site) -> list[Token]:
    """Return what a free relative calls the object: "condemned what she called a cowardly act"."""
    sentence, verb = site.sentence, site.token
    after = sentence.tokens[verb.index + 1 : verb.index + 3]
    what = next((t for t in after if t.lower == "what"), None)
    if what is None:
        return []
    clauses = [*sentence.children(what, "acl"), *sentence.children(verb, "ccomp"), *sentence.children(verb, "obj")]
    calling = [t for t in clauses if t.pos == "VERB" and t.index > what.index and t.lower in _CALLING]
    below = [t for c in calling for t in sentence.children(c, "xcomp", "obj", "obl", "advcl", "ccomp")]
    return [t for t in below if t.pos == "NOUN" and t.index > calling[0].index][:1]


def attribute(site: Site) -> list[Token]:
    """Return what somebody is said to be, become or be called: « a été élu maire »."""
    objects = deep_object(site.sentence, site.token)
    near = (t for t in site.sentence.children(site.token, "nmod") if t.index == site.token.index + 1)  # « Élu maire »
    kin = (*site.sentence.children(site.token, "xcomp", "attr", "obj", "dep", "obl:mod", "obl:arg"), *near)
    bare = (t for t in kin if not preposition(site.sentence, t) and t.index > site.token.index)
    bare = (t for t in bare if t.pos in ("NOUN", "ADJ") or (t.pos == "PROPN" and (t.name is None or _title(t))))
    found = [t for t in bare if t not in objects and not temporal(t)][:1]
    return found or [t for o in objects for t in site.sentence.children(o, "appos") if _right_behind(o, t)][:1]


def _right_behind(name: Token, title: Token) -> bool:
    """Tell « nomme Anne Dubois directrice de Novatel », where the parser hung the title from the name."""
    return name.name is not None and title.index == name.index + 1 and title.pos == "NOUN"


def _title(name: Token) -> bool:
    """Tell a name that says what somebody is voted: "Africa's Coach of the Year"."""
    return " of the " in name.lower and name.lower.rpartition(" ")[2] in _SPANS


def temporal(token: Token) -> bool:
    """Tell a day that stands bare after its verb (« a été élue dimanche », "was sworn in last week")."""
    return (
        token.lower in _TIMES
        or fold(token.lower) in lexicon()["calendar"]
        or token.lower in ("début", "fin", "courant", "er", "1er")
    )


def subject(site: Site) -> list[Token]:
    """Return who does it; of a noun, the subject of its support verb."""
    if site.kind == "adjective" and any(site.sentence.children(site.token, "obj")):
        return []  # « X a sélectionné Y »: what the participle says is said of Y
    if site.kind != "noun":
        found = deep_subject(site.sentence, site.token)
        above = (
            site.sentence.head(site.token) if site.kind == "adjective" and site.token.dep in ("amod", "appos") else None
        )
        return found or ([above] if above is not None and above.index < site.token.index else [])  # « X, marié à Y »
    return deep_subject(site.sentence, site.support) if site.support is not None else []
