"""Decides which drafts make a fact: no role that it needs is empty, somebody is named, it was said at all."""

from typing import Final

from kg.extract.coreference.nouns import happenings, names_person, names_speaker
from kg.extract.drafts.draft import Draft
from kg.extract.drafts.figures import is_figure
from kg.extract.drafts.putting import SAYING
from kg.extract.drafts.users import only_uses
from kg.extract.finish.repeats import told_here
from kg.extract.frames.roles import asked
from kg.extract.frames.site import Site
from kg.extract.grammar.negation import negated
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import ACCORDING, preposition, with_preposition
from kg.extract.participants.seats import stands_for
from kg.extract.reading import Reading
from kg.extract.trees.apposition.callings import calls_person
from kg.lexicon.closed import POSSESSIVES
from kg.model import EntityType, Participant
from kg.model.annotation import Sentence, Token

WITHHOLDING = frozenset(
    """declined decline declines declining refused refuse refuses refusing refusé refuse refusait refusée décliné
    abstenu failed""".split()
)
_WHETHER: Final = ("if", "whether", "si", "s'")
_NO_ONE: Final = ("aucun", "aucune", "nul", "nulle")
_NOBODY: Final = ("personne", "nobody", "none", "no one")
_EVERY: Final = ("tout", "toute", "chaque", "any", "every", "each")
_ONE: Final = frozenset(
    """personne individu homme femme citoyen citoyenne salarié salariée étranger étrangère conducteur contrevenant
    personnes person man woman citizen employee foreigner driver individual offender""".split()
)
_ASKED: Final = ("which", "what", "whose")  # "which people" of a question
_SOME: Final = ("plusieurs", "certains", "quelques", "des", "several", "some")
_RESPECTIVELY: Final = ("respectivement", "respectively")
_FRACTIONS: Final = frozenset("deux trois quatre cinq six sept huit neuf dix".split())
_SHARES: Final = frozenset("% pourcent moitié tiers quart".split())
_FIRST: Final = ("premier", "première")
_RULING: Final = ("president", "premier", "chancellor", "governor", "senator")
_TWO: Final = 2
_PASSING_BY: Final = frozenset(
    """femme femmes homme hommes passant passante passants journaliste journalistes manifestant manifestante
    manifestants élu élue élus député députée députés habitant habitante habitants riverain riverains étudiant étudiants
    salarié salariés militant militante militants automobiliste client clients auditeur internautes""".split()
)
_AIMED: Final = ("cibl", "vis", "touch")
_BLAMED: Final = frozenset(
    "mort morts décès massacre drame tragédie carnage désastre échec crise chaos fiasco défaite pollution".split()
)


def says_more(other: Draft, draft: Draft) -> bool:
    """Tell whether a second reading of the words of a draft says more, or the same by a whole expression."""
    finer = draft.trigger.relation in other.frame.refines
    same = other.trigger.relation == draft.trigger.relation
    lent = draft.site.token in other.site.words and draft.site.support in (None, other.site.token)
    lent = lent and other.trigger.kind == "verb" and other.site.token is not draft.site.token
    return (lent and (same or finer)) or (finer and other.site.token is draft.site.token)


def missing(reading: Reading, draft: Draft) -> str | None:
    """Return why the draft is no fact, or None."""
    if draft.trigger.when == "quoted" and draft.quote is None:
        return "no quotation found"
    needed = (r for r in (*draft.frame.needs, *draft.trigger.needs) if r not in draft.trigger.spares)
    for role in (r for r in needed if r not in draft.amounts):
        paired = role == "object" and len(draft.roles.get("subject", ())) > 1 and together(draft)
        paired = paired and role not in draft.trigger.needs  # « A et B se présentent à la mairie »
        quoted_ = role == "object" and draft.quote is not None
        if not draft.roles.get(role) and not quoted_ and not paired:
            return f"no {role} found"
    if draft.frame.relation in SAYING and _unsaid(draft):
        return "nothing was said"
    if "money" in draft.trigger.with_words and not draft.amounts:
        return "no amount found"
    open_ = [role for role in draft.frame.bound if not draft.roles.get(role)]
    if any(stands_for(reading, draft.site, draft.trigger, role) for role in open_):
        return "whose it is is not known"
    return _nobody(reading, draft)


def _asks(reading: Reading, draft: Draft) -> bool:
    """Tell « "Pourquoi ne pas voter ?", a demandé Dubois »: a question is put, nothing is asked for."""
    if draft.quote is None or draft.frame.relation != "requested":
        return False
    words = reading.annotation.quotes[draft.quote].inner.of(reading.text)
    return draft.site.token.lower.startswith(("demand", "ask")) and words.rstrip(' \u00a0»"”').endswith("?")


def _nobody(reading: Reading, draft: Draft) -> str | None:
    """Return why the participants make no fact, or None."""
    if _too_many(draft) or _of_several_each(draft):
        return "who of them with whom is not said"
    if _owns_itself(reading, draft):
        return "nobody is their own"
    if _named_after(draft):
        return "what it is of is what it is called"
    if draft.frame.alike and _unlike(draft):
        return "a person and a body are not of one kind"
    if _of_nobody(draft) or _imagined(draft.site):
        return "said of nobody"
    return _of_things(reading, draft)


def _of_things(reading: Reading, draft: Draft) -> str | None:
    """Return why a fact of a platform, a product or a question is none, or None."""
    if only_uses(reading, draft):
        return "whoever uses a platform is none of its people"
    if _counted(reading, draft):
        return "what is counted only has the name of its maker"
    return "a question, no request" if _asks(reading, draft) else _idle(draft)


def _imagined(site: Site) -> bool:
    """Tell "what a President Jane Miller would do", who is none yet, and the first of several."""
    around = site.sentence.tokens[max(0, site.token.index - 1) : site.token.index + 2]
    if site.token.lower in _FIRST and any(w.index > site.token.index + 2 for w in site.words):
        return True  # « n'est pas le premier à railler l'âge de l'édile »
    ruling = site.kind == "noun" and site.token.lower in _RULING and site.token.text[:1].isupper()
    return ruling and around[0].lower in ("a", "another") and around[-1].name is not None


def _idle(draft: Draft) -> str | None:
    """Return why nothing is told of the participants, or None."""
    for relation, holds, reason in _REASONS:
        if relation in ("", draft.frame.relation) and holds(draft):
            return reason
    return None if _stands(draft) else "no participant is an entity of the text"


def _accosted(draft: Draft) -> bool:
    """Tell « le préfet, interpellé par une femme », who only speaks to him."""
    said = draft.site.token.lower.startswith("interp")
    return said and any(t.lower in _PASSING_BY for t in _nameless(draft, "subject"))


def _by_itself(draft: Draft) -> bool:
    """Tell « des attaques ciblées »: what the words ask for beside the verb is what they are said of."""
    aimed = draft.site.token.lower.startswith(_AIMED)
    return aimed and any(t.lower in draft.trigger.with_words for t in _nameless(draft, "object"))


def _spoken(draft: Draft) -> bool:
    """Tell « lui a lancé un collégien », who calls out to somebody."""
    verb = draft.site.token
    behind = [t for t in _nameless(draft, "object") if t.index > verb.index and not t.plural]
    said = verb.lower.startswith("lan") and not any(draft.site.sentence.children(verb, "nsubj", "aux:pass"))
    return said and any(calls_person(t.lower, "fr") for t in behind)


def _ordered(draft: Draft) -> bool:
    """Tell « condamnée à verser 10.000 euros à X »: she gives nothing."""
    above = draft.site.sentence.head(draft.site.token)
    return above is not None and above.lower.startswith("condamn")


def _got(draft: Draft) -> bool:
    """Tell « les lettres qu'il a reçues » from « a reçu Anne Dubois », « a reçu les syndicats »."""
    got = draft.site.token.lower.startswith(("reçu", "reçoi", "recev"))
    things = _nameless(draft, "object")
    people = any(names_speaker(t.lower, "fr") or names_person(t.lower.removesuffix("s"), "fr") for t in things)
    return got and bool(things) and not people


def _by_share(draft: Draft) -> bool:
    """Tell « Seuls 43 % des Français estiment », « un Français sur deux »: not the people."""
    sentence = draft.site.sentence
    subjects = sentence.children(draft.site.token, "nsubj")
    return any(t.lower in _SHARES or (t.name is not None and _one_in(sentence, t)) for t in subjects)


def _one_in(sentence: Sentence, noun: Token) -> bool:
    behind = [t.lower for t in sentence.tokens[noun.index + 1 : noun.index + 3]]
    return behind[:1] == ["sur"] and behind[-1] in _FRACTIONS


def _nameless(draft: Draft, role: str) -> list[Token]:
    """Return the heads of the words that fill a role without naming anybody."""
    spans = [p.span for p in draft.roles.get(role, ()) if p.id is None and p.span is not None]
    heads = (draft.site.sentence.token_at(span) for span in spans)
    return [head for head in heads if head is not None]


def _stands(draft: Draft) -> bool:
    """Tell whether the participants make a fact: somebody has a name, or the frame needs none."""
    people = [p for role in ("subject", "object") for p in draft.roles.get(role, ())]
    if any(p.id for p in people) or (draft.frame.nameless and draft.amounts):
        return True
    saying = draft.frame.relation in SAYING
    both = draft.roles.get("subject") and draft.roles.get("object")
    if (draft.frame.both and not both) or not (people or saying):
        return False  # « elle est accusée de « ne pas respecter la loi » », and nobody knows who she is
    if draft.frame.relation == "accused" and draft.site.token.dep in ("acl", "advcl"):
        return False  # « deux jeunes soupçonnés d'un vol » says which ones, not that somebody accuses them
    return draft.frame.unnamed and told_here(draft.site, saying=saying) and (saying or not _in_general(draft))


def _in_general(draft: Draft) -> bool:
    """Tell what befalls people as such: "Leaders are being assassinated", "images of people who have died"."""
    sentence, verb = draft.site.sentence, draft.site.token
    people = [p for role in ("subject", "object") for p in draft.roles.get(role, ()) if p.span is not None]
    heads = [sentence.token_at(p.span) for p in people if p.span is not None]
    bare = [t for t in heads if t is not None and t.pos == "NOUN" and _bare_plural(sentence, t)]
    somewhere = any(sentence.children(verb, "obl", "obl:mod", "advmod", "nmod", "advcl"))
    return bool(people) and len(bare) == len(people) and not somewhere and not draft.amounts


def _bare_plural(sentence: Sentence, noun: Token) -> bool:
    """Tell "leaders", also with a relative clause, from "the leaders", "two leaders", "leaders of the party"."""
    described = any(not child.dep.startswith(("acl:relcl", "punct", "case")) for child in sentence.children(noun))
    return noun.plural and not described


def _owns_itself(reading: Reading, draft: Draft) -> bool:
    """Tell "he and his counterpart" where the counterpart would be himself."""
    if dict(draft.trigger.roles).get("subject") != ("self",):
        return False
    sentence, noun = draft.site.sentence, draft.site.token
    owners = {r.entity for c in sentence.children(noun, "nmod:poss") for r in reading.referents(sentence, c)}
    return bool(owners & {p.id for p in draft.roles.get("subject", ())})


def _named_after(draft: Draft) -> bool:
    """Tell "the provinces of Nordland and Troms": what the noun is of is what it is called.

    So « A et B sont des filiales du groupe », where « le groupe » is taken for A.
    """
    if ("self",) not in dict(draft.trigger.roles).values():
        return False
    ends = [{p.id for p in draft.roles.get(role, ()) if p.id} for role in ("subject", "object")]
    return bool(ends[0] & ends[1])


def _to_blame(draft: Draft) -> bool:
    """Tell « responsable de l'attentat » from « responsable de la communication », who has charge of it."""
    noun, sentence = draft.site.token, draft.site.sentence
    if draft.site.kind != "noun" or not noun.lower.startswith("responsable"):
        return False
    return any(t.lower in happenings() or t.lower in _BLAMED for t in sentence.children(noun, "nmod", "obl", "obl:arg"))


def _resumed(draft: Draft) -> bool:
    """Tell « a repris son activité », « reprendra ses fonctions » from « a repris les activités d'Orbis »."""
    verb, sentence = draft.site.token, draft.site.sentence
    things = sentence.children(verb, "obj") if verb.lower.startswith("repr") else ()
    return any(c.lower in POSSESSIVES for thing in things for c in sentence.children(thing, "det", "nmod:poss"))


def _only_named(draft: Draft) -> bool:
    """Tell « sans nommer Jean Dubois », « s'est refusée à nommer son agresseur »: that is no office."""
    verb, sentence = draft.site.token, draft.site.sentence
    if not verb.lower.startswith("nomm") or draft.roles.get("title"):
        return False
    above = sentence.head(verb)
    refused = above is not None and above.lower in WITHHOLDING and verb.dep in ("xcomp", "ccomp", "advcl", "obl")
    return refused or any(t.lower == "sans" for t in sentence.children(verb, "mark", "case"))


def _unlike(draft: Draft) -> bool:
    """Tell « Novatel nomme X pour remplacer Y »: who takes the place of a person is one."""
    ends = [draft.roles.get(role, ()) for role in ("subject", "object")]
    kinds = [{p.type is EntityType.PERSON for p in end if p.type is not None} for end in ends]
    return all(kinds) and not kinds[0] & kinds[1]


def _too_many(draft: Draft) -> bool:
    """Tell « A, B, C et D se sont mariés »: what joins two at a time does not join all of them with each other."""
    ends = {p.id or p.name for role in ("subject", "object") for p in draft.roles.get(role, ())}
    one_sided = not draft.roles.get("object") or draft.roles["object"] == draft.roles.get("subject")
    listed = ("entre",) in (functions := dict(draft.trigger.roles)).values() or functions.get("subject") == ("obj",)
    sides = draft.frame.sides and one_sided and listed  # « le conflit entre A, B et C »
    return len(ends) > _TWO and (sides or (draft.frame.two and one_sided and together(draft)))


def _of_several_each(draft: Draft) -> bool:
    """Tell « A et B et leurs épouses C et D »: each is the wife of one of them."""
    plural = draft.frame.relation == "spouseOf" and draft.site.kind == "noun" and draft.site.token.plural
    return plural and any(
        t.lower in ("leurs", "their") for t in draft.site.sentence.children(draft.site.token, "det", "nmod")
    )


def _of_nobody(draft: Draft) -> bool:
    """Tell « aucun groupe n'a revendiqué l'attaque », « Personne n'a été blessé »."""
    nobody = any(p.id is None and p.name.lower() in _NOBODY for found in draft.roles.values() for p in found)
    done = bool(draft.roles.get("object"))
    nobody = nobody or any(_anybody(p) for role in ("subject", "object") for p in draft.roles.get(role, ()))
    return nobody or (done and any(_none(draft, p) for p in draft.roles.get("subject", ())))


def _anybody(participant: Participant) -> bool:
    """Tell « toute personne condamnée pour vol », "any person arrested there": whoever that will be."""
    words = participant.name.lower().split(" ")
    return participant.id is None and words[0] in _EVERY and any(w in _ONE for w in words[1:2])


def _none(draft: Draft, participant: Participant) -> bool:
    """Tell « aucun groupe » of « aucun groupe n'a revendiqué l'attaque », « aucune Française »."""
    sentence = draft.site.sentence
    here = participant.span is not None and sentence.span.contains(participant.span)
    word = sentence.token_at(participant.span) if here and participant.span is not None else None
    none = word is not None and any(c.lower in _NO_ONE for c in sentence.children(word, "det", "amod", "advmod"))
    first = participant.name.lower().split(" ")[0]
    figure = draft.frame.relation in SAYING and first.isdigit() and first == participant.name  # "on Tuesday, 21 …"
    return none or (participant.id is None and (figure or first in {*_NO_ONE, *_ASKED}))


def _counted(reading: Reading, draft: Draft) -> bool:
    """Tell « l'achat de 114 Airbus »: so many things that an organization makes are not the organization."""
    sentence = draft.site.sentence
    heads = [sentence.token_at(p.span) for p in draft.roles.get("object", ()) if p.span is not None]
    names = [t for t in heads if t is not None and t.name is not None]
    counted = [t for t in names if any(c.index == t.index - 1 for c in sentence.children(t, "nummod"))]
    found = [reading.entities[r.entity].type for t in counted for r in reading.referents(sentence, t)]
    return EntityType.ORGANIZATION in found


def _unsaid(draft: Draft) -> bool:
    """Tell "declined to say whether …": a saying that its own clause or the one above says did not take place."""
    sentence, verb = draft.site.sentence, draft.site.token
    above = sentence.head(verb)
    withheld = above is not None and verb.dep == "xcomp" and above.lower in WITHHOLDING
    asked = verb.dep == "ccomp" and any(c.lower in _WHETHER for c in sentence.children(verb, "mark"))
    source = verb.dep == "acl" and above is not None and preposition(sentence, above) in ACCORDING
    withheld = withheld or asked or source  # "asked if she believed that …", « selon le chiffre annoncé par X »
    return draft.site.kind == "verb" and draft.quote is None and (withheld or negated(sentence, verb))


def together(draft: Draft) -> bool:
    """Tell « A et B se sont rencontrés » from « A et B ne recevront pas le prix »."""
    site = draft.site
    things = deep_object(site.sentence, site.token) if site.kind == "verb" else []
    other = any(thing not in site.words for thing in things)  # not of « ont conclu un accord » itself
    other = other or _with_others(draft)
    named = site.sentence.children(site.token, "nmod") if site.kind == "noun" else ()
    each = any(c.lower == "such" for t in named for c in site.sentence.children(t, "amod"))  # "rivals such as A and B"
    people = any(asked(f)[0] == "self" for functions in dict(draft.trigger.roles).values() for f in functions)
    theirs = people and any(c.lower in POSSESSIVES for c in site.sentence.children(site.token))
    theirs = theirs or (people and _some_object(site))
    return draft.frame.symmetric and not other and not each and not theirs  # « leurs épouses A et B »


def _with_others(draft: Draft) -> bool:
    """Tell « A et B ont été en contact avec des malades »: with whom is said, even where it is nobody of a name."""
    joints = {asked(f)[0] for f in dict(draft.trigger.roles).get("object", ())} & {"avec", "with"}
    return any(with_preposition(draft.site.sentence, draft.site.token, joint) for joint in joints)


def _some_object(site: Site) -> bool:
    """Tell « a racheté plusieurs concurrents : A et B »: they compete with whoever does it, not with each other."""
    some = any(c.lower in _SOME or c.dep == "nummod" for c in site.sentence.children(site.token, "det", "nummod"))
    return some and site.token.dep.startswith("obj")


def in_turn(draft: Draft, subjects: int, objects: int) -> bool:
    """Tell « les ministres de A et de B, X et Y »: the first is of the first, the second of the second."""
    held = draft.site.kind == "noun" and ("self",) in dict(draft.trigger.roles).values()
    held = held and draft.site.token.plural and draft.frame.relation != "parentOf"  # "A and B have two sons, C and D"
    clause = draft.site.sentence.children(draft.site.token)
    held = held or (draft.frame.alike and draft.site.kind == "verb")  # « A et B sont remplacés par C et D »
    return subjects == objects > 1 and (held or any(t.lower in _RESPECTIVELY for t in clause))


# why participants of a relation, of any where it is empty, make no fact
_REASONS: Final = (
    ("", is_figure, "a figure of speech"),
    ("", _to_blame, "whoever is to blame for what happened holds no office"),
    ("acquired", _resumed, "what is one's own is resumed, not bought"),
    ("arrested", _accosted, "who is spoken to is not arrested"),
    ("attacked", _by_itself, "the attack is what is aimed"),
    ("donated", _ordered, "damages are no gift"),
    ("met", _got, "a thing is received, nobody is met"),
    ("stated", _by_share, "only a part of them says so"),
    ("launched", _spoken, "who calls out launches nobody"),
    ("appointed", _only_named, "somebody is called by name, or is not"),
)
