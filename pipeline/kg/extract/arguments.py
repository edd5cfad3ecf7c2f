"""Gives bare names the function that their place in the clause shows, where the parser gave them none.

French and English put the subject before the verb and the object right after it. Parsers that meet an unknown name
there call it `parataxis`, `dep` or `obl` now and then, though no preposition stands before it.
"""

from dataclasses import replace

from kg.extract import grammar
from kg.extract.beside import calls_person
from kg.extract.frames.load import load_frames
from kg.extract.mend import mended
from kg.model.annotation import Annotation, Sentence, Token

_ODD_SUBJECT = ("parataxis", "dep", "obl", "nmod", "vocative", "dislocated", "appos", "obj", "advcl", "xcomp")
_ODD_OBJECT = ("dep", "obl", "xcomp", "nmod", "nsubj", "parataxis", "appos", "advcl", "amod", "conj")
MONEY = frozenset("$ € £ ¥ us$ euro euros dollar dollars pound pounds yen francs rupees yuan pesos".split())
_BETWEEN = ("ADV", "AUX", "PRON", "PART")


def place_arguments(annotation: Annotation) -> Annotation:
    """Return the annotation with such names as subjects and objects of their verbs."""
    language = annotation.document.language
    saying = load_frames(language).clause_verbs["saying"]
    made = []
    for sentence in annotation.sentences:
        better = _verb_on_top(sentence, language) if language == "fr" else sentence
        better = mended(
            better,
            {
                **_joined(better),
                **_reduced(better),
                **_second_subjects(better),
                **_gerunds(better, saying),
                **_participles(better),
                **_copulas(better),
            },
        )
        better = mended(better, {**_subjects(better, language), **_payees(better)})
        better = mended(better, _subjects_of_second_clauses(better))
        made.append(mended(better, _objects(better)))
    return replace(annotation, sentences=tuple(made))


def _verb_on_top(sentence: Sentence, language: str) -> Sentence:
    """Make a participle with its auxiliary the verb above a name: « Twitter a réintégré … » read as two names."""
    for token in sentence.tokens:
        head = sentence.head(token)
        if token.name is not None or head is None or head.name is None or head.dep != "ROOT":
            continue
        auxiliary = any(c.dep == "aux:tense" and c.index < token.index for c in sentence.children(token))
        verb = token.pos == "VERB" or (token.pos in ("PROPN", "NOUN", "ADJ", "X") and _is_verb(token, language))
        if (
            auxiliary
            and verb
            and head.index < token.index
            and token.dep in ("parataxis", "acl", "nmod", "appos", "dep")
        ):
            top = replace(token, head=token.index, dep="ROOT", pos="VERB", morph=token.morph or "VerbForm=Part")
            return mended(sentence, {token.index: top, head.index: replace(head, head=token.index, dep="nsubj")})
    return sentence


def _is_verb(token: Token, language: str) -> bool:
    frames = load_frames(language)
    return token.lower in frames.verbs or any(token.lower in forms for forms in frames.clause_verbs.values())


def _joined(sentence: Sentence) -> dict[int, Token]:
    """Return the second name of « entre A et B » as a conjunct of the first."""
    moved: dict[int, Token] = {}
    moved.update(_doers_joined(sentence))
    for first, joint, second in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        both = first.name is not None and second.name is not None and joint.lower in ("et", "and", "ou", "or")
        if both and second.head != first.index and _coordinated(sentence, first, second):
            moved[second.index] = replace(second, head=first.index, dep="conj")
            moved[joint.index] = replace(joint, head=second.index, dep="cc")
    return moved


def _doers_joined(sentence: Sentence) -> dict[int, Token]:
    """Return « Les États-Unis et l'Union européenne ont … » as one subject, where the first hangs from elsewhere."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[3:]:
        article, joint, first = (sentence.tokens[second.index - step] for step in (1, 2, 3))
        names = second.name is not None and first.name is not None and article.pos == "DET"
        doers = names and joint.lower in ("et", "and") and second.dep.startswith("nsubj")
        loose = first.dep in ("parataxis", "dep", "obl", "nmod") and not any(sentence.children(first, "case"))
        if doers and loose and first.head == second.head:
            moved[first.index] = replace(first, dep=second.dep)
            moved[second.index] = replace(second, head=first.index, dep="conj")
            moved[joint.index] = replace(joint, head=second.index, dep="cc")
    return moved


def _coordinated(sentence: Sentence, first: Token, second: Token) -> bool:
    """Tell whether the second of two names with « et » between belongs to the first, not to a clause of its own."""
    if grammar.preposition(sentence, first) in ("entre", "between"):
        return True
    return second.head == first.head and second.dep in (first.dep, "conj")


def _participles(sentence: Sentence) -> dict[int, Token]:
    """Return the past participles after « NAME , » that hang from elsewhere, hung from it: « X, arrêté lundi »."""
    moved: dict[int, Token] = {}
    for name, comma, verb in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        participle = verb.pos in ("VERB", "ADJ") and grammar.is_participle(verb)
        dead = comma.text in ("(", ",") and verb.lower in ("mort", "morte", "décédé", "décédée", "né", "née")
        dead = dead and (comma.text == "(" or not any(sentence.children(name, "case")))  # « le frère d'Anne, mort »
        bare = name.name is not None and ((comma.text == "," and participle) or dead)
        hung = verb.head == name.index and verb.pos == "VERB"
        if not bare or hung or any(sentence.children(verb, "aux", "nsubj", "cop", "cc", "det", "case")):
            continue
        if verb.dep.partition(":")[0] in ("punct", "dep", "parataxis", "advcl", "nmod", "acl", "conj", "amod", "appos"):
            moved[verb.index] = replace(verb, head=name.index, dep="acl", pos="VERB")
    return moved


def _copulas(sentence: Sentence) -> dict[int, Token]:
    """Return the forms of « être » that stand before a noun as copulas: parsers take some for a passive."""
    return {
        token.index: replace(token, dep="cop")
        for token in sentence.tokens
        if token.dep == "aux:pass" and sentence.tokens[token.head].pos == "NOUN"
    }


def _gerunds(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return the gerunds that hang from a noun, hung from the verb: its subject does both (« gagne en battant X »).

    So does « , estimant que »: whoever acts says it, not whoever was named last.
    """
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        marked = any(c.lower == "en" for c in sentence.children(verb, "mark", "case"))
        aside = verb.lower in saying and verb.index > 0 and sentence.tokens[verb.index - 1].text == ","
        gerund = verb.lower.endswith("ant") and (marked or aside)
        noun = sentence.head(verb)
        if not gerund or verb.pos not in ("VERB", "ADJ", "NOUN") or noun is None or noun.pos not in ("NOUN", "PROPN"):
            continue
        above = sentence.head(noun)
        while above is not None and above.pos not in ("VERB", "AUX"):
            above = sentence.head(above)
        if above is not None and above.index < verb.index:
            moved[verb.index] = replace(verb, head=above.index, dep="advcl", pos="VERB")
    return moved


def _payees(sentence: Sentence) -> dict[int, Token]:
    """Return the names between an active verb and an amount of money as whom it goes to: "fined Novatel £18m"."""
    moved: dict[int, Token] = {}
    for amount in sentence.tokens:
        verb = _giver(sentence, amount)
        if not amount.dep.startswith("obj") or verb is None or verb.pos != "VERB" or verb.index > amount.index:
            continue
        inside = [t for t in sentence.tokens[verb.index + 1 : amount.index + 1] if t.pos in ("NUM", "SYM")]
        worth = sentence.tokens[inside[0].index : amount.index + 1] if inside else ()
        if not any(t.lower.strip(".") in MONEY for t in worth):
            continue
        names = [t for t in sentence.tokens[verb.index + 1 : inside[0].index] if _payee(sentence, t)]
        if names and not grammar.is_passive(sentence, verb):
            moved[names[-1].index] = replace(names[-1], head=verb.index, dep="iobj")
    return moved


def _giver(sentence: Sentence, amount: Token) -> Token | None:
    """Return the verb of an amount: not « ticketing » in "has fined ticketing giant Novatel £18m"."""
    verb = sentence.head(amount)
    above = None if verb is None else sentence.head(verb)
    if verb is None or above is None or not verb.lower.endswith("ing") or verb.dep != "xcomp":
        return verb
    return above if above.index == verb.index - 1 else verb


def _reduced(sentence: Sentence) -> dict[int, Token]:
    """Return the noun of "people briefed on the inquiry said" as the subject, its participle hung from it."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        nouns = [t for t in sentence.children(verb, "nsubj") if t.index == verb.index - 1 and t.pos == "NOUN"]
        if verb.dep == "nsubj" and verb.pos == "VERB" and grammar.is_participle(verb) and nouns:
            moved[nouns[0].index] = replace(nouns[0], head=verb.head, dep="nsubj")
            moved[verb.index] = replace(verb, head=nouns[0].index, dep="acl")
    return moved


def _second_subjects(sentence: Sentence) -> dict[int, Token]:
    """Return the second of two subjects with "and" between as a conjunct of the first: "A and 20 B were hurt"."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        own = [t for t in sentence.children(verb, "nsubj") if t.pos in grammar.NOMINAL]
        if len(own) != 2 or own[1].index > verb.index:
            continue
        first, second = own
        between = sentence.tokens[first.index + 1 : second.index]
        if any(t.dep == "cc" for t in between) and not any(t.pos in ("VERB", "AUX") for t in between):
            moved[second.index] = replace(second, head=first.index, dep="conj")
    return moved


def _payee(sentence: Sentence, token: Token) -> bool:
    person = token.name is not None or (token.pos == "PRON" and token.lower in ("him", "her", "them", "it"))
    return person and not any(sentence.children(token, "case", "cc", "mark"))


def _bare(sentence: Sentence, token: Token) -> bool:
    return token.name is not None and not any(sentence.children(token, "case", "cc", "mark"))


def _subjects(sentence: Sentence, language: str) -> dict[int, Token]:
    """Return the bare names before a verb that has no subject, or whose subject is what stands beside the name."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.pos not in ("VERB", "AUX", "ADJ") or verb.dep.startswith(("aux", "cop", "acl:relcl", "amod")):
            continue
        own = [t for t in sentence.children(verb, "nsubj", "csubj", "expl") if not _reflexive(t)]
        name = _name_before(sentence, verb)
        if name is None or (not own and verb.pos == "ADJ"):
            continue
        if not own and _finite(sentence, verb):
            moved[name.index] = replace(name, dep="nsubj")
        elif own and own[0].index > name.index and _beside(sentence, name, own[0], verb, language):
            moved[name.index] = replace(name, dep=own[0].dep)
            moved[own[0].index] = replace(own[0], head=name.index, dep="appos")
    return moved


def _subjects_of_second_clauses(sentence: Sentence) -> dict[int, Token]:
    """Return the nouns « joined » to a verb before a finite verb without subject: « A part et la ministre B dit … »."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        first = sentence.head(noun)
        joined = noun.dep == "conj" and noun.pos in ("NOUN", "PROPN") and any(sentence.children(noun, "cc"))
        if not joined or first is None or first.pos != "VERB" or any(sentence.children(noun, "case", "cop")):
            continue
        last = max(t.index for t in sentence.subtree(noun))
        after = [t for t in sentence.tokens[last + 1 : last + 5] if t.pos not in ("AUX", "ADV", "PUNCT")]
        verb = after[0] if after else None
        if verb is not None and verb.pos == "VERB" and _finite(sentence, verb) and not _has_subject(sentence, verb):
            moved[noun.index] = replace(noun, head=verb.index, dep="nsubj")
    return moved


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return any(not _reflexive(t) for t in sentence.children(verb, "nsubj", "csubj", "expl"))


def _name_before(sentence: Sentence, verb: Token) -> Token | None:
    """Return the bare name that hangs from the verb before it and opens its clause."""
    found = [
        child
        for child in sentence.children(verb)
        if child.index < verb.index and _bare(sentence, child) and child.dep.partition(":")[0] in _ODD_SUBJECT
    ]
    return found[-1] if found else None


def _reflexive(token: Token) -> bool:
    return token.lower in ("se", "s'", "y", "en")


def _finite(sentence: Sentence, verb: Token) -> bool:
    words = [verb, *sentence.children(verb, "aux", "cop")]
    return any("VerbForm=Fin" in word.morph or "Mood=Ind" in word.morph for word in words)


def _beside(sentence: Sentence, name: Token, noun: Token, verb: Token, language: str) -> bool:
    """Tell « Paul Martin, le père d'Anne Dubois, est mort »: commas on both sides of a noun that says who he is."""
    if noun.pos != "NOUN" or noun.name is not None or not calls_person(noun.lower, language):
        return False
    if sentence.tokens[name.index + 1].text == "," and not any(sentence.children(noun, "det")):
        return True  # « Paul Martin, ministre de 1988 à 1991 est mort »
    commas = [t.index for t in sentence.tokens[name.index : verb.index] if t.text == ","]
    last = max(t.index for t in sentence.subtree(noun) if t.index < verb.index)
    return (
        bool(commas) and commas[0] == name.index + 1 and any(at >= noun.index and at >= last - 1 for at in commas[1:])
    )


def _objects(sentence: Sentence) -> dict[int, Token]:
    """Return the bare names right after an active verb that has a subject before it and no object yet."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        present = "Tense=Pres" in verb.morph and "VerbForm=Part" in verb.morph
        passive = not present and grammar.is_passive(sentence, verb)
        if verb.pos != "VERB" or passive or any(sentence.children(verb, "cop")):
            continue
        name = _name_after(sentence, verb)
        if name is None or name.dep == "obj" or not _takes_it(sentence, verb, name):
            continue
        moved[name.index] = replace(name, head=verb.index, dep="obj")
        for other in sentence.children(verb, "obj"):
            if other.index > name.index and sentence.tokens[name.index + 1].text == "," and other.name is None:
                moved[other.index] = replace(other, head=name.index, dep="appos")
    return moved


def _name_after(sentence: Sentence, verb: Token) -> Token | None:
    for token in sentence.tokens[verb.index + 1 : verb.index + 4]:
        if token.name is not None:
            odd = token.dep.partition(":")[0] in _ODD_OBJECT
            return token if odd and _bare(sentence, token) else None
        if token.pos != "ADV":
            return None
    return None


def _takes_it(sentence: Sentence, verb: Token, name: Token) -> bool:
    """Tell whether the name can be the verb's object: the subject stands before, nothing else is the object."""
    head = sentence.head(name)
    near = head is None or head.index == verb.index
    if _present(verb, name) and name.dep.startswith("nsubj"):
        return True
    subjects = grammar.surface_subject(sentence, verb)
    before = bool(subjects) and all(t.index < verb.index for t in subjects) and name not in subjects[:1]
    objects = [t for t in sentence.children(verb, "obj") if t.index < name.index and not _reflexive(t)]
    free = before and not objects and not name.dep.startswith("nsubj:pass")
    return near and (free or _present(verb, name))


def _present(verb: Token, name: Token) -> bool:
    """Tell « une enquête visant Airbus »: a present participle right before the name."""
    return "Tense=Pres" in verb.morph and "VerbForm=Part" in verb.morph and name.index == verb.index + 1
