"""Fills the roles that no function of the verb fills with whom annotated articles make most likely there."""

from typing import Final

from kg.extract.choosing import Choice, choose
from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.ranking.sought import RELATIVES
from kg.extract.drafts.draft import Draft
from kg.extract.drafts.putting import put
from kg.extract.frames.roles import asked, fillers, one_only
from kg.extract.frames.site import Site
from kg.extract.grammar.antecedents import RELATIVE_SUBJECT, antecedent
from kg.extract.grammar.climbing import verb_above
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import ACCORDING, OCCASIONS, preposition
from kg.extract.grammar.voice import is_passive
from kg.extract.participants.stand_ins import is_part
from kg.extract.reading import Reading
from kg.lexicon.closed import POSSESSIVES
from kg.model.annotation import Sentence, Token

_THAT: Final = ("that", "que", "qu'")
_TOWARDS: Final = ("to", "toward", "towards", "into", "from")
_OF: Final = ("of", "from", "at", "in", "de", "du", "des", "d'")
_WHERE: Final = ("from", "in", "at", "on", "to", "into", "near", "depuis", "dans", "à", "en", "sur", "près de")
_THEN: Final = (*OCCASIONS, "après", "avant", "depuis", "malgré", "suite à", "à la suite de")
_PRONOUNS: Final = ("him", "her", "them", "us", "me", "you")
_FACED: Final = ("face à", "contre", "devant", "sous", "under")  # « élu face à Jean Dubois »
_WITH: Final = ("with", "avec")
_IN_ORDER_TO: Final = ("to", "pour", "afin")
_BESIDE: Final = ("sur", "dans", "devant")
_ACCOUNTS: Final = ("compte", "comptes", "page", "profil", "account", "accounts")
_BY_ONES_BODY: Final = ("appointed", "dismissed", "suspended", "reinstated")  # « son directeur, nommé en mai »
_FOR_STATES: Final = frozenset(
    "governments ministers presidents leaders premiers negotiators gouvernements ministres présidents".split()
)


def fill_by_choice(reading: Reading, draft: Draft) -> None:
    """Fill a role that no function of the verb fills with whom annotated articles make most likely there."""
    functions = {role: tuple(f for f in where if f[:1] != "+") for role, where in draft.trigger.roles}
    for role, other in (("subject", "object"), ("object", "subject")):
        if draft.roles.get(role) or role not in functions or draft.quote is not None:
            continue
        paired = role == "object" and draft.frame.symmetric and len(draft.roles.get("subject", ())) > 1
        worded = role in draft.frame.words_allowed and role not in draft.frame.kinds_of_words
        behind = all(one_only(asked(function)[0]) for function in functions[role])
        governed = behind and (role == "subject" or len(functions[role]) > 1)
        done = {*functions[role]} <= {"subj", "paper"} and not draft.frame.symmetric and _agentless(draft, role)
        if done or paired or worded or governed or functions[role] == ("self",) or draft.site.kind == "noun":
            continue
        if role == "object" and role not in draft.frame.needs and "post" in functions[role]:
            continue
        if _stands_for_another(reading, draft, role, functions[role]):
            continue
        taken = [p.span for p in draft.roles.get(other, ()) if p.span is not None]
        others = tuple(t for t in draft.site.sentence.tokens if t.span in taken)
        token = choose(reading, draft.frame, Choice(draft.trigger, draft.site, role, others))
        agent = token is not None and role == "subject" and functions[role] == ("obj",) and _does_it(draft.site, token)
        if token is not None and not agent and not _misplaced(reading, draft, role, token, functions[role]):
            put(reading, draft, role, token, "chosen")


def _is_other(reading: Reading, draft: Draft, token: Token, other: str) -> bool:
    """Tell whom it is done to: nobody accuses themselves unless the text says so."""
    ids = {p.id for p in draft.roles.get(other, ()) if p.id}
    return any(r.entity in ids for r in reading.referents(draft.site.sentence, token))


def _misplaced(reading: Reading, draft: Draft, role: str, token: Token, functions: tuple[str, ...]) -> bool:
    """Tell whether a word has another part in the clause than the role: the choice was wrong."""
    if _is_other(reading, draft, token, "subject" if role == "object" else "object") or _source(draft.site, token):
        return True
    if role == "object":
        does = token.dep == "obl:agent"  # « Novatel, racheté par Google, licencie »
        return (
            does
            or _of_aim(draft.site, token)
            or _governed(draft.site, token, functions)
            or _of_somebody(reading, draft.site.sentence, token)
        )
    return (
        _done_by_another(reading, draft, token)
        or _on_platform(reading, draft.site.sentence, token)
        or _of_circumstance(draft.site, token)
        or _of_second_verb(draft.site, token)
        or (draft.frame.relation not in _BY_ONES_BODY and _whose_person(reading, draft.site, token))
    )


def _source(site: Site, token: Token) -> bool:
    """Tell « selon le magazine X »: who says so has no other part in it."""
    above = site.sentence.head(token)
    beside = above if token.dep == "appos" and above is not None else token
    return preposition(site.sentence, beside) in ACCORDING


def _whose_person(reading: Reading, site: Site, token: Token) -> bool:
    """Tell « son ancien patron, arrêté au Japon » from « son livre, publié en mai »: whose he is did not arrest him."""
    noun = site.sentence.head(token)
    if noun is None or token.lower not in POSSESSIVES:
        return False
    beside = [t for t in site.sentence.children(noun, "appos") if t.name is not None]
    described = site.token.head in {noun.index, *(t.index for t in beside)}
    return described and (bool(beside) or names_person(noun.lower, reading.language))


def _of_second_verb(site: Site, agent: Token) -> bool:
    """Tell « fondée en 1871 et présidée par X » from « fondée et présidée par X », where both have the agent.

    Nor is the agent of « Le barrage contesté a été suspendu par X » one of the participle before its verb.
    """
    other = site.kind == "verb" and agent.dep == "obl:agent" and agent.head != site.token.index
    told = (c for c in site.sentence.children(site.token) if c.dep.startswith("obl") and c.index > site.token.index)
    above = verb_above(site.sentence, site.token) if site.token.dep.startswith("acl") else None
    within = above is not None and site.token.index < above.index == agent.head
    return other and (within or any(told))


def _of_circumstance(site: Site, token: Token) -> bool:
    """Tell "people accused of crimes from Mali", « arrêté pour un vol à Lyon »: whose name says where did not do it."""
    sentence, noun = site.sentence, site.sentence.head(token)
    if noun is None or site.kind != "verb" or not is_passive(sentence, site.token) or not token.dep.startswith("nmod"):
        return False
    governed = (
        noun.name is None and noun.index > site.token.index and preposition(sentence, noun) not in ("", "by", "par")
    )
    # « fondé en 2017 après le départ de X »: what had happened before says nothing of who did it
    return governed and (preposition(sentence, token) in _WHERE or preposition(sentence, noun) in _THEN)


def _on_platform(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « une vidéo publiée sur Twitter », "a video posted on YouTube": there, not by it."""
    there = preposition(sentence, token) in ("sur", "on")
    return there and any(reading.kinds.get(r.entity) == "platform" for r in reading.referents(sentence, token))


def _agentless(draft: Draft, role: str) -> bool:
    """Tell a passive without agent, which says that who did it is left open: « X a été libérée »."""
    sentence, verb = draft.site.sentence, draft.site.token
    told = draft.site.kind == "verb" and any(sentence.children(verb, "aux:pass", "aux"))
    own = [t for t in sentence.children(verb, "nsubj", "expl:subj") if t.index < verb.index]
    agent = any(t.lower in ("by", "par") for t in sentence.tokens[verb.index :])
    return role == "subject" and told and bool(own) and not agent and is_passive(sentence, verb)


def _stands_for_another(reading: Reading, draft: Draft, role: str, functions: tuple[str, ...]) -> bool:
    """Tell a role that words stand for although nobody knows whom, or that asks for types of its own."""
    overt = [token for function in functions if function == "obj" for token in fillers(reading, draft.site, function)]
    if role == "object" and any(token.lower in _PRONOUNS for token in overt):
        return True  # "the second accused him of contempt of Congress": somebody is accused, nobody knows who
    typed = any("=" in function for function in functions) or (role == "subject" and _has_agent(draft.site))
    latter = any(token.lower in ("dernier", "dernière", "latter", "old") for token in overt)
    latter = latter or any(_owned(draft.site.sentence, token) for token in overt)
    return typed or latter or (role == "object" and _has_other_object(reading, draft, functions))


def _does_it(site: Site, token: Token) -> bool:
    """Tell « par Paul Martin » of « nommé par Paul Martin à la tête de X »: he does it, it is not done to him."""
    return token.dep == "obl:agent" or preposition(site.sentence, token) in ("par", "by")


def _governed(site: Site, token: Token, functions: tuple[str, ...]) -> bool:
    """Tell "heads to Leeds": what stands behind another preposition than the verb asks for is not its object."""
    before = preposition(site.sentence, token)
    asked_for = {asked(function)[0] for function in functions}
    if asked_for == {"avec"} and before in _BESIDE:  # « débattre sur France 2 »
        return True
    own = token.head == site.token.index and site.kind == "verb" and "obj" in asked_for
    return own and before in _TOWARDS and before not in asked_for and not is_passive(site.sentence, site.token)


def _of_aim(site: Site, token: Token) -> bool:
    """Tell "the board met to discuss Miller's resignation": whom the aim is about did not meet the board."""
    aim = next((c for c in site.sentence.children(site.token, "advcl") if c.index > site.token.index), None)
    if site.kind != "verb" or aim is None or preposition(site.sentence, token) in _WITH:
        return False
    to = any(c.lower in _IN_ORDER_TO for c in site.sentence.children(aim, "aux", "mark"))
    return to and token in site.sentence.subtree(aim)


def _has_agent(site: Site) -> bool:
    """Tell "the medals won by the teams": who did it is told, without a name."""
    sentence, verb = site.sentence, site.token
    agents = list(sentence.children(verb, "obl:agent"))
    behind = [t for agent in sentence.children(verb, "obl", "nmod") for t in sentence.subtree(agent)]
    unnamed = bool(agents) and agents[0].pos == "NOUN" and all(t.name is None for t in behind)
    return unnamed and is_passive(sentence, verb)


def _owned(sentence: Sentence, noun: Token) -> bool:
    """Tell "whose grandmother", « sa grand-mère »: somebody else than any name beside it."""
    owners = [*sentence.children(noun, "nmod:poss"), *(c for c in sentence.children(noun, "det") if "Poss" in c.morph)]
    return noun.pos == "NOUN" and any(owner.pos in ("PRON", "DET") for owner in owners)


def _done_by_another(reading: Reading, draft: Draft, chosen: Token) -> bool:
    """Tell « dont la plupart des dirigeants vivent à Nice »: the verb has a subject that the choice is not in."""
    sentence = draft.site.sentence
    holder = sentence.head(chosen) if chosen.dep == "appos" else chosen  # « sous son prédécesseur Jean Dubois »
    faced = {preposition(sentence, t) for t in (chosen, holder) if t is not None} & {*_FACED}
    if faced or _of_kin(sentence, chosen) or _of_somebody(reading, sentence, chosen):
        return True
    above = sentence.head(chosen)
    if above is not None and above.lower in _ACCOUNTS and chosen.dep in ("appos", "flat", "nmod", "compound"):
        return True  # « le compte Twitter de la présidence » is not Twitter
    if draft.site.kind == "verb" and any(sentence.children(draft.site.token, "aux:pass")):
        before = chosen.index < draft.site.token.index  # « …, il sera condamné »: by whom stands behind
        return before and not draft.frame.symmetric
    own = [t for t in sentence.children(draft.site.token, "nsubj") if t.pos == "NOUN" and t.name is None]
    own = own if draft.site.kind == "verb" and not is_passive(sentence, draft.site.token) else []
    if _behind_pronoun(draft.site, chosen):
        return True
    own += _told_of(draft.site)
    own += [t for t in _overt(reading, draft) if t.pos == "NOUN" and t.name is None]
    if not own:
        return False
    return not any(_within(sentence, chosen, noun) for noun in own)


def _told_of(site: Site) -> list[Token]:
    """Return « loi » of « le juge a cité la loi, qui interdit la chasse »: no name elsewhere is what « qui » means."""
    subjects = site.sentence.children(site.token, "nsubj") if site.kind == "verb" else ()
    relative = any(t.lower in RELATIVE_SUBJECT for t in subjects)
    noun = antecedent(site.sentence, site.token) if relative else None
    return [noun] if noun is not None and noun.pos == "NOUN" and noun.name is None else []


def _behind_pronoun(site: Site, chosen: Token) -> bool:
    """Tell Mali of "It will not oppose the purchase by Mali": no pronoun stands for a name that its verb governs."""
    if site.kind != "verb" or chosen.index < site.token.index or is_passive(site.sentence, site.token):
        return False
    return any(t.pos == "PRON" and t.index < site.token.index for t in site.sentence.children(site.token, "nsubj"))


def _overt(reading: Reading, draft: Draft) -> list[Token]:
    """Return what a participle speaks of: "Located in Leeds, the hotel marks the start of a deal between A and B"."""
    functions = dict(draft.trigger.roles)["subject"] if draft.site.kind == "verb" else ()
    opening = draft.site.token.dep.startswith("advcl")
    return [t for f in functions if f == "obj" and opening for t in fillers(reading, draft.site, f)]


def _within(sentence: Sentence, token: Token, noun: Token) -> bool:
    """Tell a part of a noun phrase, « le groupe Novatel », from words of its relative clause.

    Whoever leads « le groupe dirigé par Dubois » is no part of it either.
    """
    at: Token | None = token
    while at is not None and at is not noun and at.dep not in ("acl:relcl", "obl:agent"):
        at = sentence.head(at)
    return at is noun


def _of_somebody(reading: Reading, sentence: Sentence, chosen: Token) -> bool:
    """Tell "a teacher of Leeds University", "the associations of A and B": they do it, not what they are of."""
    while chosen.dep == "conj" and (first := sentence.head(chosen)) is not None:
        chosen = first
    head = sentence.head(chosen)
    if head is None or head.pos != "NOUN" or head.name is not None:
        return False
    person = names_person(head.lower, reading.language)
    doer = head.dep.startswith(("nsubj", "obl:agent", "obj")) and not is_part(head) and head.lower not in _FOR_STATES
    if chosen.dep == "compound":  # "a Leeds police commander"
        return doer and person and chosen.index < head.index and not any(sentence.children(head, "appos"))
    return doer and (head.plural or person) and preposition(sentence, chosen) in _OF


def _of_kin(sentence: Sentence, chosen: Token) -> bool:
    """Tell "Peter Hall's mother, who gave …": it is she who did it."""
    head = sentence.head(chosen)
    return head is not None and head.name is None and chosen.dep.startswith("nmod") and head.lower in RELATIVES


def _has_other_object(reading: Reading, draft: Draft, functions: tuple[str, ...]) -> bool:
    """Tell whether words that stand for nobody are the object: « a créé sa propre entreprise »."""
    sentence, verb = draft.site.sentence, draft.site.token
    behind = [t for f in functions if f == "of" for t in fillers(reading, draft.site, f)]
    if any(_thing(reading, t) and not _named_below(sentence, t) for t in behind):
        return True  # "the launch of its newest attraction"
    if not any(function.startswith(("obj", "share")) for function in functions):
        return False
    if any(c.lower in _THAT for t in sentence.children(verb, "ccomp") for c in sentence.children(t, "mark")):
        return True  # "informed that Miller had gone"
    passive = is_passive(sentence, verb)
    found = [*sentence.children(verb, "nsubj:pass")] if passive else deep_object(sentence, verb)
    english = reading.language == "en"
    above = sentence.head(verb) if english and passive and verb.dep == "acl" else None
    found += [above] if above is not None and _thing(reading, above) else []  # "a statement released by the court"
    nouns = ("NOUN", "PROPN") if english else ("NOUN",)  # "defeated Caboolture", whoever that is
    things = [t for t in found if t.pos in nouns and t not in draft.site.words]
    people = (
        t for t in found if t.pos in ("ADJ", "VERB") and any(sentence.children(t, "det"))
    )  # "the injured were taken away"
    things += people if english else ()
    named = passive and any(t.name is not None for t in things)  # "Casablanca, directed by X, was released"
    return named or any(t.name is None and not _named_below(sentence, t) for t in things)


def _thing(reading: Reading, token: Token) -> bool:
    return token.pos == "NOUN" and token.name is None and not names_person(token.lower, reading.language)


def _named_below(sentence: Sentence, noun: Token) -> bool:
    return any(child.name is not None for child in sentence.children(noun))
