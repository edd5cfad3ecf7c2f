"""Reads how far the text stands behind a fact: by the clause itself, by those above, by source and quotation."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.attribution.above import INTENDED, STOPS, stance_above
from kg.extract.attribution.mood import INVERTED, Stance, future_in_past, mood
from kg.extract.attribution.presupposed import (
    COMING,
    DOUBTFUL,
    background,
    looked_into,
    named_in_passing,
    names_beside,
    presupposed,
    tied_to,
    titles_a_name,
)
from kg.extract.attribution.scope import scope
from kg.extract.attribution.whoever import whoever
from kg.extract.frames.load import Frames
from kg.extract.frames.site import Site
from kg.extract.grammar.climbing import attended, equated, held
from kg.extract.grammar.negation import negated
from kg.extract.grammar.prepositions import ACCORDING, preposition
from kg.extract.grammar.voice import has_finite, hyphened, is_participle, is_passive
from kg.extract.reading import Reading
from kg.lexicon.closed import COMPOUND_RELATIVES
from kg.model import Modality
from kg.model.annotation import Sentence, Token

TALKS: Final = frozenset(
    "offre offres négociation négociations discussions pourparlers candidature accord récompense prime".split()
)
_CAUGHT: Final = frozenset("capture arrestation interpellation".split())
_PROMISED: Final = ("promi", "promet", "offr")
_AHEAD: Final = ("prévoi", "prévoy", "prévu", "planifi")
# What a participle says of an inquiry, a complaint, a sentence: it has been
_BEGUN: Final = ("ouver", "diligent", "dépos", "engag", "entam", "prononc", "inflig", "rendu", "introdui", "intent")
_SET: Final = ("programmé", "planifié", "envisagé")
_BETTING: Final = ("parie", "parié", "pariant", "pronosti", "misant", "rêve", "rêvant")
_WAS: Final = ("was", "were", "due", "scheduled", "supposed", "meant")
FAILED: Final = frozenset(
    """tentative attempt refus refusal risque risk demande request appel call calls demand demands requests appeals plea
    pleas pressure""".split()
)


_TRIED: Final = frozenset("assassination takeover acquisition merger purchase buyout".split())
# « l'échec de la fusion », « l'abandon du rachat »: what is bought or joined in one act, and now is not
_DEALS: Final = frozenset(
    """fusion rachat mariage acquisition rapprochement vente cession opa absorption
    purchase takeover merger buyout sale""".split()
)
# What somebody may be for or against before it comes to that
_STEPS: Final = _DEALS | frozenset(
    """nomination désignation libération extradition expulsion adhésion limogeage révocation investiture
    appointment nomination release extradition deportation expulsion dismissal""".split()
)
_WARRANTS: Final = frozenset("warrant warrants notice notices".split())
_FAILURES: Final = frozenset("échec abandon annulation capotage avortement".split())
_POSSIBLE: Final = ("éventuel", "possib", "potenti")
_BLOCKING: Final = tuple("bloqu interdi retoqu torpill rejet blocked blocks vetoed scuppered rejected rejects".split())
_STANDING: Final = ("favorable", "hostile", "oppos")
_FAILING: Final = ("échou", "capot", "avort", "failed", "collaps")
_IN_VAIN: Final = frozenset("attempted failed foiled thwarted botched abortive unsuccessful aborted".split())
# What French questions repeat the subject by, and what opens one that takes the deed for granted
_CLITICS: Final = frozenset("-t -ce -il -elle -ils -elles -t-il -t-elle -t-ils -t-elles t-il t-elle".split())
_SUBJECTS: Final = frozenset("il elle ils elles on".split())  # « accepteront-ils »
_ASKING: Final = frozenset(
    "pourquoi comment quand où qui que quel quelle quels quelles combien à de dans avec par pour".split()
)


def stance(reading: Reading, frames: Frames, site: Site) -> Stance:
    """Return how far the text stands behind what the trigger says; whoever asks whether it is so does not say so."""
    made = _stance(reading, frames, site)
    open_ = made.modality not in (Modality.HYPOTHETICAL, Modality.DENIED) and _asks_whether(site)
    return Stance(Modality.HYPOTHETICAL, step="question") if open_ else made


def _asks_whether(site: Site) -> bool:
    """Tell "Will Novatel sell the plant?", « X a-t-il vendu Y ? » from "Why will Novatel sell the plant?"."""
    sentence, verb = site.sentence, site.support or site.token
    if not sentence.tokens or sentence.tokens[-1].text != "?":
        return False
    if _headline(sentence, site.token):
        return True
    if site.kind != "verb":
        return False
    first = next((t for t in sentence.tokens if t.pos != "PUNCT"), None)
    turned = any(b.lower in _SUBJECTS and a.pos in ("VERB", "AUX") for a, b in pairwise(sentence.tokens))
    if turned or any(t.lower in _CLITICS or t.lower.startswith("est-ce") for t in sentence.tokens):
        return first is not None and first.lower not in _ASKING  # « Pourquoi X a-t-il vendu Y ? »: he did
    while verb.dep in ("xcomp", "conj") and verb.head != verb.index:
        verb = sentence.tokens[verb.head]
    return first is not None and first.pos == "AUX" and first.head == verb.index and verb.head == verb.index


def _headline(sentence: Sentence, token: Token) -> bool:
    """Tell « Novatel racheté par Airbus ? », « Anne Dubois candidate à Lyon ? »: a question without a finite verb."""
    first = next((t for t in sentence.tokens if t.pos != "PUNCT"), token)
    if first.lower in _ASKING or has_finite([t for t in sentence.tokens if t is not token]):
        return False
    apart = any(t.text in (",", ":", "–", "-") for t in sentence.tokens[token.index :])
    return not apart and not token.dep.startswith(("nmod", "obl"))


def _stance(reading: Reading, frames: Frames, site: Site) -> Stance:
    if site.kind == "noun" and site.support is not None and titles_a_name(reading, site):
        site = replace(site, support=None)  # « devra faire face à la championne, Anne Dubois »: she is champion
    sentence = site.sentence
    verb = site.support or site.token
    if site.kind == "verb" and hyphened(sentence, site.token) is not None:
        return _inside_quote(reading, sentence) or Stance(Modality.ASSERTED)  # "to buy Texas-based Novatel"
    own = None if named_in_passing(site) else _own(sentence, site)
    if own is not None:
        above = stance_above(reading, frames, sentence, verb)
        vouched = own.modality is Modality.ALLEGED and above is not None  # what is to be or is not, nobody vouches for
        return Stance(own.modality, above.by if vouched and above else None, own.step)
    below = site.support is not None and verb.head == site.token.index  # « la visite, prévue lundi, a été annulée »
    found = stance_above(reading, frames, sentence, site.token if below else verb)
    certain = found is None or found.modality is Modality.REPORTED or titles_a_name(reading, site)
    certain = certain or looked_into(site) or tied_to(site)
    if (presupposed(site) or background(site)) and certain:
        return _inside_quote(reading, sentence) or Stance(Modality.ASSERTED)
    if found is not None and not (
        below and _begun(site) and found.modality in (Modality.PLANNED, Modality.HYPOTHETICAL)
    ):
        return found
    return _source(reading, sentence, verb) or _inside_quote(reading, sentence) or Stance(Modality.ASSERTED)


def _begun(site: Site) -> bool:
    """Tell « entendus dans le cadre d'une enquête ouverte en juillet », whatever is to come of it."""
    return site.support is not None and is_participle(site.support) and site.support.lower.startswith(_BEGUN)


def _own(sentence: Sentence, site: Site) -> Stance | None:
    """Return what the trigger's own clause says: negation, conditional, future, doubtful adjectives."""
    token = site.token
    verb = site.support or equated(sentence, token) or held(sentence, token) or attended(sentence, token) or token
    wanted = _by_adjective(sentence, site) or _wanted(sentence, site)
    if wanted is not None:
        return wanted
    if verb.pos not in ("VERB", "AUX") and not any(sentence.children(verb, "cop")):
        return None
    never = _never(sentence, verb)
    if never is not None:
        return never
    found = mood(sentence, verb)
    open_ = found is not None and found.modality in (Modality.ALLEGED, Modality.HYPOTHETICAL)
    if open_ and found is not None and found.step != INVERTED and future_in_past(sentence, verb):
        return Stance(Modality.PLANNED, step="future in the past")
    if found is None and site.kind == "noun" and verb.lower.startswith(_AHEAD) and not is_passive(sentence, verb):
        return Stance(Modality.PLANNED, step=f"under « {verb.text} »")  # « prévoit le rachat de X »
    return found


def _by_adjective(sentence: Sentence, site: Site) -> Stance | None:
    """Return what the adjective of a noun says: "the alleged fraud", "the coming sale", "the attempted takeover"."""
    token = site.token
    doubtful = [child.lower for child in sentence.children(token, "amod", "advmod") if child.lower in DOUBTFUL]
    if doubtful:
        # « discutent d'une éventuelle fusion »
        talked_of = token.lower in _DEALS and doubtful[0].startswith(_POSSIBLE)
        return Stance(Modality.PLANNED if talked_of else Modality.ALLEGED, step="doubtful adjective")
    nouns = [w for w in (token, *site.words) if w.pos == "NOUN"]
    if any(child.lower in COMING for noun in nouns for child in sentence.children(noun, "amod")):
        return Stance(Modality.PLANNED, step="coming")
    if any(child.lower.startswith(_SET) for noun in nouns for child in sentence.children(noun, "amod", "acl")):
        return Stance(Modality.PLANNED, step="set for later")  # « la sortie programmée du Burundi »
    failed = token.lower in _TRIED and any(c.lower in _IN_VAIN for c in sentence.children(token, "amod"))
    return Stance(Modality.DENIED, step="attempted") if failed else None


def _never(sentence: Sentence, verb: Token) -> Stance | None:
    """Return what a negation says, or "the concert was to have taken place on Sunday": it did not."""
    if negated(sentence, verb):
        whether = any(child.lower == "if" for child in sentence.children(verb, "mark"))  # "if she cannot govern it"
        whether = whether or _had_it_been(sentence, verb)
        return Stance(Modality.HYPOTHETICAL if whether else Modality.DENIED, step="negation")
    above = sentence.head(verb)
    before = {t.lower for t in sentence.children(verb, "aux", "mark")}
    meant = {"to", "have"} <= before and above is not None and above.lower in _WAS
    return Stance(Modality.HYPOTHETICAL, step="was to have") if meant else None


def _had_it_been(sentence: Sentence, verb: Token) -> bool:
    """Tell « Si j'avais gagné, X n'aurait jamais été ministre », who was: a condition that was not met."""
    conditional = any("Mood=Cnd" in t.morph for t in sentence.children(verb, "aux", "cop"))
    return conditional and any(t.lower in ("si", "s'", "s’") and t.dep == "mark" for t in sentence.tokens)


def _wanted(sentence: Sentence, site: Site) -> Stance | None:
    """Return what the noun above makes of an event noun: « le projet de rachat », « une demande de libération »."""
    head = sentence.head(site.token)
    if _by_warrant(sentence, site.token):
        return Stance(Modality.PLANNED, step="warrant")
    return None if site.kind != "noun" or head is None else _under_noun(sentence, site, head)


def _under_noun(sentence: Sentence, site: Site, head: Token) -> Stance | None:
    """Return what whatever governs an event noun makes of it."""
    within = site.token.dep.startswith(("nmod", "obl"))
    settled = (_given_up if within else _blocked)(sentence, site.token, head)
    settled = settled or _stood_for(sentence, site.token, head)
    if settled is not None or not within:
        return settled
    talks = _talks(sentence, site.token, head)
    if talks is not None:
        return Stance(Modality.PLANNED, step=f"« {talks.text} »")
    if head.lower.startswith(_BETTING):
        return Stance(Modality.HYPOTHETICAL, step=f"under « {head.text} »")  # « pariant sur une victoire »
    if not site.token.dep.startswith("nmod"):
        return None
    if site.token.dep == "nmod:poss" and names_beside(site):
        return None  # "President Miller's plan": he is president
    return _made_of(head, site.token)


def _stood_for(sentence: Sentence, noun: Token, head: Token) -> Stance | None:
    """Return what « se dit favorable au rachat de X », « est opposé à la fusion » tell of it: it has yet to come."""
    to = preposition(sentence, noun) == "à" or (noun.dep == "obj" and head.lower.startswith("oppos"))
    stands = to and head.lower.startswith(_STANDING) and noun.lower in _STEPS
    return Stance(Modality.PLANNED, step=f"under « {head.text} »") if stands else None


def _given_up(sentence: Sentence, noun: Token, verb: Token) -> Stance | None:
    """Return what « renoncent à leur fusion » tells of it: there is none; unless they do not: it is planned."""
    if noun.lower not in _DEALS or not verb.lower.startswith("renonc") or preposition(sentence, noun) != "à":
        return None
    return Stance(Modality.PLANNED if negated(sentence, verb) else Modality.DENIED, step=f"under « {verb.text} »")


def _blocked(sentence: Sentence, noun: Token, verb: Token) -> Stance | None:
    """Return what « Bruxelles a bloqué la fusion de X avec Y », « le rachat de X a été interdit » tell: it is none."""
    hindered = verb.lower.startswith(_BLOCKING) and noun.dep in ("obj", "nsubj:pass")
    hindered = hindered or (verb.lower.startswith(_FAILING) and noun.dep == "nsubj")  # « le rachat a échoué »
    none = hindered and noun.lower in _STEPS and not negated(sentence, verb)
    return Stance(Modality.DENIED, step=f"under « {verb.text} »") if none else None


def _made_of(head: Token, noun: Token) -> Stance | None:
    """Return what « projet », « échec », « tentative » make of the noun below them."""
    step = f"« {head.text} »"
    if head.lower in INTENDED:
        return Stance(Modality.PLANNED, step=step)
    if head.lower in _FAILURES and noun.lower in _DEALS:
        return Stance(Modality.DENIED, step=step)
    return Stance(Modality.HYPOTHETICAL, step=step) if head.lower in FAILED else None


def _by_warrant(sentence: Sentence, noun: Token) -> bool:
    """Tell "warrants for the arrest of Jane Miller", "a red notice for his arrest", whom nobody has arrested yet."""
    case = next((c for c in sentence.children(noun, "case") if c.lower == "for" and c.index > 0), None)
    return case is not None and sentence.tokens[case.index - 1].lower in _WARRANTS


def _talks(sentence: Sentence, noun: Token, head: Token) -> Token | None:
    """Return the offer or talks that an event noun is the aim of: « a engagé des discussions pour la reprise de X »."""
    if head.lower == "vue" and sentence.head(head) is not None:  # « en vue du rachat »
        return head
    if preposition(sentence, noun) != "pour":
        return None
    above = sentence.head(head)
    near = [head, *sentence.children(head, "obj", "obl"), *([above] if above is not None else [])]
    near += sentence.children(above, "obj", "obl") if above is not None else []
    promised = noun.lower in _CAUGHT and head.lower.startswith(_PROMISED)  # « offre dix millions pour la capture de X »
    return head if promised else next((t for t in near if t.lower in TALKS and t.index < noun.index), None)


def _source(reading: Reading, sentence: Sentence, verb: Token) -> Stance | None:
    """Return the source that « selon … » names in the sentence; other relative clauses are the writer's own."""
    for token in sentence.tokens:
        if preposition(sentence, token) in ACCORDING and verb not in sentence.subtree(token):
            if _elsewhere(sentence, token, verb):
                continue
            part = scope(sentence, token)
            if (verb.dep in STOPS) if part is None else (verb.index not in part):
                continue
            found = whoever(reading, sentence, token)
            return Stance(Modality.REPORTED, found[0] if found else None, "according to")
    return None


def _elsewhere(sentence: Sentence, source: Token, verb: Token) -> bool:
    """Tell « selon Y » within what X says, « les propos selon lesquels … »: the verb above is no part of that."""
    clause = sentence.head(source)
    own = clause is not None and (clause.dep.startswith("ccomp") or source.lower in COMPOUND_RELATIVES)
    return own and clause is not None and all(t is not verb for t in sentence.subtree(clause))


def _inside_quote(reading: Reading, sentence: Sentence) -> Stance | None:
    if sentence.inside is None:
        return None
    if sentence.tokens[-1].text == "?":
        return Stance(Modality.HYPOTHETICAL, step="question")
    speakers = reading.speakers.get(sentence.inside, ())
    return Stance(Modality.REPORTED, speakers[0] if speakers else None, "said in a quotation")
