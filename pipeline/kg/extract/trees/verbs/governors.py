"""Hangs names, participles and gerunds from the words that govern them, where the parser chose others."""

import re
from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.frames.load import load_frames
from kg.extract.grammar.climbing import BEFELL, verb_above
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import RESULTING
from kg.extract.grammar.voice import is_participle, is_passive
from kg.extract.trees.apposition.asides import behind_names
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import mended, subject_label, two_subjects
from kg.extract.trees.verbs.brought import brought
from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Sentence, Token

_CHARGED: Final = frozenset("accusé soupçonné suspecté inculpé poursuivi reconnu impliqué condamné".split())
_LYING = frozenset(("appartenant", "appartenante", "dépendant", "relevant"))


def verb_on_top(sentence: Sentence, language: str) -> Sentence:
    """Make a participle with its auxiliary the verb above a name: « Twitter a réintégré … » read as two names."""
    for token in sentence.tokens:
        head = sentence.tokens[token.head]
        if head.name is None or head.dep != "ROOT" or head is token or token.name is not None:
            continue
        auxiliary = any(c.dep == "aux:tense" and c.index < token.index for c in sentence.children(token))
        verb = token.pos == "VERB" or (token.pos in ("PROPN", "NOUN", "ADJ", "X") and _is_verb(token, language))
        joined_to = token.dep in ("parataxis", "acl", "nmod", "appos", "dep")
        if auxiliary and verb and joined_to and head.index < token.index:
            top = replace(token, head=token.index, dep="ROOT", pos="VERB", morph=token.morph or "VerbForm=Part")
            return mended(sentence, {token.index: top, head.index: replace(head, head=token.index, dep="nsubj")})
    return sentence


def _is_verb(token: Token, language: str) -> bool:
    frames = load_frames(language)
    return token.lower in frames.verbs or any(token.lower in forms for forms in frames.clause_verbs.values())


def joined(sentence: Sentence) -> dict[int, Token]:
    """Return the second name of « entre A et B » as a conjunct of the first."""
    moved: dict[int, Token] = {}
    moved.update(_doers_joined(sentence))
    moved.update(_first_of_two(sentence))
    moved.update(_resumed(sentence))
    moved.update(_rows(sentence))
    moved.update(_said_second(sentence))
    for first, joint, second in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        both = first.name is not None and second.name is not None and joint.lower in ("et", "and", "ou", "or")
        if both and second.head != first.index and _coordinated(sentence, first, second):
            moved[second.index] = replace(second, head=first.index, dep="conj")
            moved[joint.index] = replace(joint, head=second.index, dep="cc")
    return moved


def _said_second(sentence: Sentence) -> dict[int, Token]:
    """Return the clause right behind a second verb as what that one says: « a nié les faits et prétend que … »."""
    moved: dict[int, Token] = {}
    for clause in sentence.tokens:
        mark = sentence.child(clause, "mark") if clause.dep == "ccomp" else None
        first = sentence.head(clause)
        if first is None or mark is None or mark.lower not in ("que", "qu'", "that"):
            continue
        before = sentence.tokens[mark.index - 1]
        if before.index > first.index and before.pos == "VERB" and before.dep == "conj" and before.head == first.index:
            moved[clause.index] = replace(clause, head=before.index)
    return moved


def _resumed(sentence: Sentence) -> dict[int, Token]:
    """Return the verb behind a relative clause as the main one: « Le maire, qui soutient X, a démissionné »."""
    for verb in sentence.tokens:
        relative = sentence.head(verb) if verb.dep.startswith(("xcomp", "ccomp")) else None
        noun = sentence.head(relative) if relative is not None and relative.dep == "acl:relcl" else None
        if noun is None:
            continue
        first = sentence.child(verb, "aux")
        behind = first is not None and "VerbForm=Fin" in first.morph and sentence.tokens[first.index - 1].text == ","
        above = sentence.head(noun)
        top = above if noun.dep == "appos" and above is not None else noun
        if behind and top.dep == "ROOT" and not any(sentence.children(verb, "nsubj", "mark")):
            return {
                verb.index: replace(verb, head=verb.index, dep="ROOT"),
                top.index: replace(top, head=verb.index, dep=subject_label(sentence, verb)),
            }
    return {}


def _rows(sentence: Sentence) -> dict[int, Token]:
    """Return the last of « les physiciens A, B et C sont honorés » as a conjunct, where a subject stands already."""
    moved: dict[int, Token] = {}
    if "et" not in sentence.words:
        return moved
    for first, comma, second, joint, last in zip(*(sentence.tokens[step:] for step in range(5)), strict=False):
        if comma.text != "," or joint.lower != "et" or not last.dep.startswith("nsubj"):
            continue
        if first.name is None or second.name is None or last.name is None:
            continue
        noun = sentence.head(first)
        apposed = first.dep == "appos" and noun is not None and noun.head == last.head and noun.dep == last.dep
        if apposed:
            moved[second.index] = replace(second, head=first.index, dep="conj")
            moved[last.index] = replace(last, head=first.index, dep="conj")
            moved[joint.index] = replace(joint, head=last.index, dep="cc")
    return moved


def _first_of_two(sentence: Sentence) -> dict[int, Token]:
    """Return « La Chine et les États-Unis ont … » as one subject, where the first name stands above the verb."""
    for first in sentence.roots():
        if first.name is None:
            continue
        verbs = [t for t in sentence.children(first, "conj") if t.pos == "VERB"]
        subjects = [t for verb in verbs for t in sentence.children(verb, "nsubj") if t.index < verb.index]
        joint = next((t for verb in verbs for t in sentence.children(verb, "cc")), None)
        if len(subjects) != 1 or joint is None:
            continue
        verb, second = verbs[0], subjects[0]
        if first.index < joint.index < second.index <= first.index + 3:
            return two_subjects(verb, first, second, joint)
    return {}


def _doers_joined(sentence: Sentence) -> dict[int, Token]:
    """Return « Les États-Unis et l'Union européenne ont … » as one subject, where the first hangs from elsewhere."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[3:]:
        if second.name is None or not second.dep.startswith("nsubj"):
            continue
        first, joint, article = sentence.tokens[second.index - 3 : second.index]
        doers = first.name is not None and joint.lower in ("et", "and") and article.pos == "DET"
        loose = first.dep in ("parataxis", "dep", "obl", "nmod") and first.head == second.head
        if doers and loose and not any(sentence.children(first, "case")):
            moved[first.index] = replace(first, dep=second.dep)
            moved[second.index] = replace(second, head=first.index, dep="conj")
            moved[joint.index] = replace(joint, head=second.index, dep="cc")
    return moved


def _coordinated(sentence: Sentence, first: Token, second: Token) -> bool:
    """Tell whether the second of two names with « et » between belongs to the first, not to a clause of its own."""
    if preposition(sentence, first) in ("entre", "between"):
        return second.dep != "compound" or second.head <= second.index  # "between A and Kosovo Prime Minister B"
    return second.head == first.head and second.dep in (first.dep, "conj")


def participles(sentence: Sentence) -> dict[int, Token]:
    """Return the past participles after « NAME , » that hang from elsewhere, hung from it: « X, arrêté lundi »."""
    moved: dict[int, Token] = {}
    for name, comma, verb in behind_names(sentence):
        if name.name is None or comma.text not in ("(", ","):
            continue
        participle = verb.pos in ("VERB", "ADJ") and is_participle(verb)
        dead = verb.lower in ("mort", "morte", "décédé", "décédée", "né", "née")
        dead = dead and (comma.text == "(" or not any(sentence.children(name, "case")))  # « le frère d'Anne, mort »
        opened = comma.text == "(" and (participle or verb.lower in _LYING)  # « Novatel (situé à Nice) »
        aside = comma.text == "," and participle and not _of_holder(sentence, name, verb)
        aside = aside and not of_several(sentence, name, verb) and not gives_reason(sentence, name, verb)
        if not (aside or dead or opened):
            continue
        hung = (verb.head == name.index and verb.pos == "VERB") or _behind_aside(sentence, name, verb)
        hung = hung or (verb.dep == "conj" and any(sentence.children(verb, "obj")))  # « a vendu X, racheté Y »
        hung = hung or (verb.dep == "acl" and verb.lower.startswith(BEFELL))  # « l'assassinat de X, survenu lundi »
        hung = hung or brought(sentence, verb)  # « l'enquête visant X, ouverte par Y »
        if hung or any(sentence.children(verb, "aux", "nsubj", "cop", "cc", "det", "case")):
            continue
        if verb.dep.partition(":")[0] in ("punct", "dep", "parataxis", "advcl", "nmod", "acl", "conj", "amod", "appos"):
            moved[verb.index] = replace(verb, head=name.index, dep="acl", pos="VERB")
    return moved


def of_several(sentence: Sentence, name: Token, verb: Token) -> bool:
    """Tell « soupçonnées » of « ont été vues à Paris, soupçonnées de … »: no single name has a plural."""
    if not verb.lower.endswith(("és", "ées")) or name.name is None or name.dep == "conj":
        return False
    plural = any(t.lower in ("les", "des", "aux", "deux") for t in sentence.children(name, "det", "case", "nummod"))
    return not plural and not any(sentence.children(name, "conj")) and any(sentence.children(name, "case"))


def gives_reason(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell « a été exclue du parti, accusée de trahison »: it says why, so it is said of whoever was excluded."""
    above = verb_above(sentence, noun)
    charged = re.sub(r"e?s?$", "", verb.lower) in _CHARGED and not calls_person(noun.lower, "fr")
    if above is None or not charged or above.index > noun.index or not is_passive(sentence, above):
        return False
    subject = sentence.child(above, "nsubj")
    holder = sentence.head(noun) if noun.dep == "appos" else noun  # « du parti Les Républicains »
    joint = preposition(sentence, holder) if holder is not None else ""
    return subject is not None and subject.plural is verb.lower.endswith("s") and joint not in ("", "par")


def _behind_aside(sentence: Sentence, name: Token, verb: Token) -> bool:
    """Tell « Dubois, évoquant Martin, accusé de … », which is said of Dubois: what stands between is an aside."""
    holder = sentence.head(verb) if verb.dep == "acl" else None
    if holder is None or holder.name is None or holder.index >= name.index:
        return False
    asides = (t for t in sentence.children(holder, "acl", "advcl") if t.index < name.index)
    return any(name in sentence.subtree(t) for t in asides)


def _of_holder(sentence: Sentence, name: Token, verb: Token) -> bool:
    """Tell « le frère d'Anne Dubois, arrêté lundi », where the parser says that it is of whom « de » stands behind."""
    above = sentence.head(name)
    person = above is not None and above.pos == "NOUN" and calls_person(above.lower, "fr")
    if above is not None and above.plural is not verb.lower.endswith("s"):
        return False  # « des élèves du lycée Vaugelas, situé à Chambéry »
    feminine = above is not None and "Gender=Fem" in above.morph and verb.lower.endswith(("ée", "ue", "ite", "ise"))
    agrees = feminine and "Gender=Fem" not in name.morph and above is not None and above.pos == "NOUN"
    agrees = agrees and not any(
        c.lower == "la" for c in sentence.children(name, "det")
    )  # « la chaîne de X, suspendue »
    below = verb.dep == "acl" and verb.head == name.head and any(sentence.children(name, "case"))
    return (person or agrees) and below


def shown(sentence: Sentence) -> dict[int, Token]:
    """Return « présent à Nice » behind « NAME , » as said of the name: « a dit Anne Dubois, présente à Nice »."""
    moved: dict[int, Token] = {}
    for name, comma, word in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if name.name is None or comma.text != "," or word.pos != "ADJ":
            continue
        said = word.dep in ("dep", "parataxis", "advcl")
        governs = said and any(c.index > word.index for c in sentence.children(word, "obl", "nmod"))
        if governs and not any(sentence.children(word, "cop", "nsubj", "cc", "det", "case")):
            moved[word.index] = replace(word, head=name.index, dep="amod")
    return moved


def agents(sentence: Sentence) -> dict[int, Token]:
    """Return « par Anne Dubois » of « fondé en 2010 par Anne Dubois » as below the verb, not below the time."""
    moved: dict[int, Token] = {}
    if "par" not in sentence.words:
        return moved
    for name in sentence.tokens:
        time = sentence.head(name) if name.dep.startswith("nmod") else None
        if (
            time is None
            or time.pos not in ("NUM", "NOUN")
            or not any(c.lower == "par" for c in sentence.children(name))
        ):
            continue
        dated = time.text.isdigit() or fold(time.lower) in lexicon()["calendar"]
        verb = sentence.head(time)
        while dated and verb is not None and (verb.text.isdigit() or fold(verb.lower) in lexicon()["calendar"]):
            verb = sentence.head(verb) if verb.head != verb.index else None
        if dated and verb is not None and verb.pos == "VERB" and is_passive(sentence, verb):
            moved[name.index] = replace(name, head=verb.index, dep="obl:agent")
    return moved


def copulas(sentence: Sentence) -> dict[int, Token]:
    """Return the forms of « être » that stand before a noun as copulas: parsers take some for a passive."""
    return {
        token.index: replace(token, dep="cop")
        for token in sentence.tokens
        if token.dep == "aux:pass" and sentence.tokens[token.head].pos == "NOUN"
    }


def gerunds(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return the gerunds that hang from a noun, hung from the verb: its subject does both (« gagne en battant X »).

    So does « , estimant que »: whoever acts says it, not whoever was named last; « , tuant dix civils » tells what came
    of what the verb says.
    """
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if not verb.lower.endswith("ant"):
            continue
        marked = any(c.lower == "en" for c in sentence.children(verb, "mark", "case"))
        noun = sentence.head(verb)
        if noun is not None and _unjoined(sentence, verb, noun):
            moved[verb.index] = replace(verb, dep="advcl")
            continue
        outcome = noun is not None and verb.lower in RESULTING and noun.lower not in happenings()
        aside = (outcome or verb.lower in saying) and verb.index > 0 and sentence.tokens[verb.index - 1].text == ","
        if (
            not (marked or aside)
            or verb.pos not in ("VERB", "ADJ", "NOUN")
            or noun is None
            or noun.pos not in ("NOUN", "PROPN")
        ):
            continue
        above = verb_above(sentence, noun)
        if above is not None and above.index < verb.index:
            moved[verb.index] = replace(verb, head=above.index, dep="advcl", pos="VERB")
    return moved


def _unjoined(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Tell « a assigné X, l'accusant de fraude »: without a conjunction no participle is joined to a verb."""
    present = verb.dep == "conj" and "VerbForm=Part" in verb.morph
    return (
        present
        and above.pos == "VERB"
        and "Tense=Pres|VerbForm=Part" not in above.morph
        and not any(t.pos == "CCONJ" for t in sentence.tokens[above.index : verb.index])
    )
