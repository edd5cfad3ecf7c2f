"""Decides which words of the text may stand for themselves in a role: people without a name, places, what happens."""

from kg.extract.coreference.nouns import happenings, names_place, noun_classes, speaks
from kg.extract.frames.contents import said_to_be_so
from kg.extract.frames.load import Frame
from kg.extract.frames.site import Site
from kg.extract.grammar.antecedents import RELATIVE_SUBJECT
from kg.extract.grammar.campaigns import is_campaign
from kg.extract.grammar.coordination import conjuncts, located
from kg.extract.grammar.examples import EXAMPLES
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.extract.trees.words.counted import COUNTS
from kg.lexicon.tables import fold, lexicon
from kg.model import EntityType, Span
from kg.model.annotation import Sentence, Token

_PARTS = frozenset(
    "tentative série vague day night round leg edition opening closing series wave spate string second third".split()
)
_COLLECTIVE = frozenset(
    """dizaine total dizaines douzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine centaines
    millier milliers million millions most some many several dozen dozens hundreds thousands number groupe
    group""".split()
)


_INSTRUMENTS = frozenset(
    "balle balles couteau arme armes bullet bullets knife gunfire tir tirs lanceur lanceurs flash-ball lbd".split()
)
_OWN = frozenset("sien sienne siens siennes mien mienne miens miennes hers theirs".split())
_NEXT = frozenset("deuxième troisième quatrième cinquième sixième".split())
_OTHERS = frozenset("autres autre eux elles others them".split())
_PRIZES = frozenset("titre médaille or argent bronze coupe trophée sacre couronne maillot championnat tournoi".split())
_KEPT = frozenset(
    """mourning prayer prayers silence reflection remembrance protest protests action rest celebration celebrations
    strike deuil prière prières recueillement mobilisation grève commémoration repos""".split()
)
_HELD = frozenset("positions targets bases convoys barracks depots".split())  # "opened fire on Armenian positions"
TEMPORAL = frozenset(
    """début fin milieu durée période jour jours semaine semaines mois an ans année années moment fois
    heure heures minute minutes
    day days week weeks month months year years hour hours time period morning afternoon evening
    night weekend nuit soirée matinée""".split()
)

# Nouns that « en » makes prepositions of: « en vue de doubler la capacité », « en faveur des femmes »
_JOINING = frozenset("vue faveur raison cas marge présence matière direction provenance compagnie fonction".split())
_ASIDE = frozenset(("conj", "acl:relcl", "advcl", "ccomp", "parataxis"))  # says something else of the noun
_INDEFINITE = frozenset(("un", "une", "a", "an"))
_WORN = {"gilet": "jaune", "casque": "bleu", "blouse": "blanche", "bonnet": "rouge", "black": "bloc"}
_AT_WORK = frozenset("recherche recherches travail réflexion pression".split())  # « un groupe de recherche »
_HOLDING = frozenset("division filiale entité holding coentreprise joint-venture branche pôle structure".split())
_NAMELESS = frozenset("jury panel board choir chœur".split())  # bodies that hardly ever have a name of their own


def _of_several(sentence: Sentence, number: Token) -> bool:
    """Tell "three of her videos", « deux de ses maisons » from « le 22 mars »."""
    return any(preposition(sentence, t) in ("of", "de") for t in sentence.children(number, "nmod"))


def listed(reading: Reading, frame: Frame, sentence: Sentence, role: str, token: Token) -> list[Token]:
    """Return the word with those coordinated with it, each of which may fill the role: "13 officers and 20 farmers"."""
    if frame.relation == "won" and role == "object":  # « a obtenu l'argent à Pékin et le bronze à Londres »
        return [t for t in conjuncts(sentence, token) if t is token or t.lower in _PRIZES]
    if role not in frame.kinds_of_words:
        return [token]
    parts = list(conjuncts(sentence, token))
    parts = [part for part in parts if part is token or not located(sentence, token, part)]
    return [part for part in parts if part is token or may_be_words(reading, frame, sentence, role, part)]


def beyond(site: Site, noun: Token, span: Span) -> bool:
    """Tell « X, arrêté lundi, et Y »: a participle or relative clause says nothing of what is joined behind it."""
    verb, sentence = site.token, site.sentence
    if not noun.index < verb.index or span.start <= verb.span.end or not sentence.span.contains(span):
        return False
    at = sentence.token_at(span)
    while at is not None and at.dep == "conj" and at.name is not None:
        at = sentence.head(at)
    if at is not None and at.dep == "appos" and at.head == noun.index:  # « deux villes prises par X, A et B »
        return False
    hung = verb.dep.startswith("acl") and verb.head == noun.index
    who = (t for t in sentence.children(verb, "nsubj") if t.lower in RELATIVE_SUBJECT)
    return hung or any(noun.index < t.index < verb.index for t in who)


def tells_of(sentence: Sentence, token: Token, own: frozenset[str]) -> bool:
    """Tell whether a noun, without those coordinated with it, has one of the words asked of it: « 36 morts »."""
    if not own or own & set(token.lower.split()):
        return True
    inside = list(sentence.subtree(token))
    joined = [t for t in inside if t.dep in _ASIDE and t is not token]
    others = {t.index for other in joined for t in sentence.subtree(other)}
    return any(own & set(t.lower.split()) for t in inside if t.index not in others)


def beside(
    reading: Reading, frame: Frame, sentence: Sentence, role: str, token: Token, *, side: bool = False
) -> list[Token]:
    """Return those without a name who are listed with a name: "on Jane Miller, his two sons and five companies".

    The other side need not be counted: « les négociations entre Novatel et les syndicats ».
    """
    if role not in frame.kinds_of_words:
        return []
    names = [token, *(t for t in sentence.children(token, "appos") if t.name is not None)]  # "army chief [Jane Miller]"
    apart = [t for n in names for t in sentence.children(n, "appos") if any(sentence.children(t, "cc"))]
    joined = [t for head in (token, *apart) for t in conjuncts(sentence, head)]
    parts = [t for t in joined if t.name is None and (t is not token or _one_side(sentence, t, side=side))]
    counted = [t for t in parts if side or any(sentence.children(t, "nummod"))]
    counted = [t for t in counted if not reading.referents(sentence, t)]
    return [t for t in counted if may_be_words(reading, frame, sentence, role, t)]


def _one_side(sentence: Sentence, noun: Token, *, side: bool) -> bool:
    """Tell « l'opposition » before « et le président X » from « la direction de Novatel », who has a name."""
    nobody = side and not any(t.name is not None for t in sentence.children(noun, "nmod", "appos", "flat"))
    return nobody or _with_examples(sentence, noun)


def _with_examples(sentence: Sentence, noun: Token) -> bool:
    """Tell « cinq personnes, dont Paul Martin »: it befell all of them."""
    return any(preposition(sentence, t) in EXAMPLES for t in sentence.children(noun, "nmod"))


def may_be_words(reading: Reading, frame: Frame, sentence: Sentence, role: str, token: Token) -> bool:
    """Tell whether a word can stand for itself in a role: no bare pronoun; people where the role asks so."""
    if token.pos in ("ADP", "PART", "CCONJ", "PUNCT") or token.lower in _OWN or _nobody(sentence, token):
        return False
    if _that(sentence, token) and role not in frame.kinds_of_words:
        return True  # « s'oppose à ce que le projet soit voté »
    if (
        token.pos in ("PRON", "DET")
        and not _counting(token)
        and token.lower not in ("personne", "people", "tous", "all")
    ):
        return any(child.pos in ("NUM", "NOUN") for child in sentence.children(token))
    if _clause(sentence, token) and role not in frame.kinds_of_words:
        return True  # "announced that it is time to move"
    more = any(child.lower in ("more", "extra") for child in sentence.children(token, "amod"))  # "asked for more time"
    filled = any(preposition(sentence, t) in ("de", "of") for t in sentence.children(token, "nmod"))
    measured = filled and (any(sentence.children(token, "nummod")) or _kept(sentence, token))
    plain = not (more or (measured and token.lower in TEMPORAL))  # "announced three days of mourning"
    month = fold(token.lower) in lexicon()["calendar"] and token.text != "march"  # people march; the month is "March"
    joins = token.lower in _JOINING and preposition(sentence, token) == "en"
    if month or joins or (token.lower in TEMPORAL | _INSTRUMENTS and plain):
        return False
    kinds = frame.kinds_of_words.get(role)
    if kinds is None:
        counted = token.pos == "NUM" and _of_several(sentence, token)
        return counted or said_to_be_so(sentence, token) or token.pos not in ("NUM", "ADV")
    return any(_of_kind(reading, sentence, token, kind) for kind in kinds)


def _kept(sentence: Sentence, token: Token) -> bool:
    """Tell "a day of mourning", « une minute de silence »: a time that people keep."""
    return any(t.lower in _KEPT for t in sentence.children(token, "nmod"))


def _nobody(sentence: Sentence, token: Token) -> bool:
    """Tell "each other", and "which technology it is backing"."""
    return each_other(sentence, token) or any(child.lower == "which" for child in sentence.children(token, "det"))


def each_other(sentence: Sentence, token: Token) -> bool:
    """Tell "each other", "one another": nobody in particular."""
    words = {token.lower, *(child.lower for child in sentence.children(token))}
    return words >= {"each", "other"} or words >= {"one", "another"}


def _counting(token: Token) -> bool:
    """Tell « et 15 ont été blessées », « et un troisième blessé »: a figure without its noun."""
    figure = "NumType=Card" in token.morph and token.lower not in ("un", "une", "one")
    return figure or (token.pos == "PRON" and token.lower in _NEXT)


def _that(sentence: Sentence, token: Token) -> bool:
    """Tell « à ce que …, de ce que … », which only joins a clause; « ce qui a été refusé » takes something up."""
    joined = any(sentence.children(token, "case")) and any(sentence.children(token, "acl"))
    after = sentence.tokens[token.index + 1 : token.index + 2]
    return token.lower == "ce" and joined and bool(after) and after[0].lower in ("que", "qu'")


def _clause(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun or figure is the predicate of a clause, not a noun by itself."""
    predicate = token.pos in ("NOUN", "NUM") and any(sentence.children(token, "cop"))
    return predicate and any(sentence.children(token, "nsubj"))


def _people(reading: Reading, token: Token) -> bool:
    """Tell people behind « des centaines de »: also « de Palestiniens », « d'autres »."""
    group = token.name is not None and reading.annotation.names[token.name].type is EntityType.GROUP
    return group or token.lower in _OTHERS or speaks(token, reading.language)


def _attempted(sentence: Sentence, token: Token) -> bool:
    """Tell « une tentative d'attentat », « une série d'attaques », "the final day of the tournament"."""
    below = (t for t in sentence.children(token, "nmod") if preposition(sentence, t) in ("de", "of"))
    return token.lower in _PARTS and any(t.lower in happenings() for t in below)


def _body(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell a body that has no name: « une association d'aide à l'enfance », "the jury".

    « l'association », « son parti » mostly have one elsewhere in the text, and so may what has a name within.
    """
    beside = [c for c in sentence.children(token) if not c.dep.startswith("acl")]
    names = (t.name for c in beside for t in sentence.subtree(c) if t.name is not None)
    named = any(reading.annotation.names[n].type is EntityType.ORGANIZATION for n in names)
    if token.pos != "NOUN" or token.plural or named:
        return False
    articles = {t.lower for t in sentence.children(token, "det")}
    known = noun_classes(reading.language).get(token.lower)
    body = known is not None and known.type is EntityType.ORGANIZATION and token.lower not in ("group", "groupe")
    body = body or (token.lower == "groupe" and any(t.lower in _AT_WORK for t in sentence.children(token, "nmod")))
    contracted = any(t.lower == "du" for t in sentence.children(token, "case"))
    return ((body or token.lower in _HOLDING) and bool(articles & _INDEFINITE)) or (
        token.lower in _NAMELESS and (contracted or bool(articles))
    )


def _of_kind(reading: Reading, sentence: Sentence, token: Token, kind: str) -> bool:
    """Tell whether a word names people, what happens, or a place or building."""
    if kind == "events":
        return token.lower in happenings() or _attempted(sentence, token)
    if kind == "bodies":
        return _body(reading, sentence, token)
    if kind == "places":
        inside = any(preposition(sentence, t) == "in" for t in sentence.children(token, "nmod"))
        held = token.plural and token.lower in _HELD and not inside  # "positions in Lebanon" are Lebanon
        return held or names_place(token, reading.language)
    counted = list(sentence.children(token, "nmod", "obl")) if token.lower in _COLLECTIVE else []
    if counted:
        return any(_people(reading, child) or (token.lower == "total" and child.pos == "NUM") for child in counted[:1])
    if token.lower in COUNTS or (token.lower == "member" and any(sentence.children(token, "nmod", "compound"))):
        return True  # « dix personnes ont été tuées et une vingtaine blessées »
    if token.lower in _OTHERS and any(sentence.children(token, "nummod")):
        return True  # « au moins 150 autres »
    counts = (token.pos == "NUM" or _counting(token)) and not any(
        child.pos == "SYM" for child in sentence.children(token)
    )
    acting = speaks(token, reading.language) or is_campaign(reading, sentence, token) or _dressed(sentence, token)
    return counts or token.name is not None or acting


def _dressed(sentence: Sentence, token: Token) -> bool:
    """Tell « deux « gilets jaunes » », « un casque bleu », who are called after what they wear."""
    colour = _WORN.get(token.lower.removesuffix("s"))
    return colour is not None and any(c.lower.removesuffix("s") == colour for c in sentence.children(token))
