"""Says in which order trees are mended: words before verbs, verbs before subjects, clauses before titles and lists."""

from kg.extract.trees.apposition.apart import put_apart
from kg.extract.trees.apposition.apposed import put_apposed
from kg.extract.trees.apposition.bare_callings import put_bare_callings
from kg.extract.trees.apposition.beside import put_beside
from kg.extract.trees.apposition.english import put_called, put_english
from kg.extract.trees.apposition.summing import put_summing
from kg.extract.trees.clauses import put_clauses
from kg.extract.trees.clauses.arguments import place_arguments
from kg.extract.trees.clauses.bare_days import put_days_aside
from kg.extract.trees.clauses.brought_out import put_brought_out
from kg.extract.trees.clauses.contents import place_contents
from kg.extract.trees.clauses.fronted import put_fronted
from kg.extract.trees.clauses.measures import put_behind_measures
from kg.extract.trees.clauses.shown import put_shown
from kg.extract.trees.clauses.since_then import put_since_then
from kg.extract.trees.clauses.things import put_things
from kg.extract.trees.clauses.tolling import put_tolling
from kg.extract.trees.habits import mend_habits
from kg.extract.trees.lists.apposed_rows import put_apposed_rows
from kg.extract.trees.lists.closed_rows import put_closed_rows
from kg.extract.trees.lists.counted_members import put_counted_members
from kg.extract.trees.lists.enumerated import put_lists
from kg.extract.trees.lists.excepted import put_excepted
from kg.extract.trees.lists.grouped import put_grouped
from kg.extract.trees.lists.listed import put_listed
from kg.extract.trees.lists.office_holders import put_office_holders
from kg.extract.trees.lists.opposed import put_opposed
from kg.extract.trees.lists.owned import put_owned
from kg.extract.trees.lists.past_asides import put_past_asides
from kg.extract.trees.lists.retinue import put_retinues
from kg.extract.trees.lists.runs import put_runs
from kg.extract.trees.lists.second_objects import put_second_objects
from kg.extract.trees.lists.several import put_several
from kg.extract.trees.lists.shares import put_shares
from kg.extract.trees.phrases.added import put_added
from kg.extract.trees.phrases.addresses import put_towns
from kg.extract.trees.phrases.compound_prepositions import put_compound_prepositions
from kg.extract.trees.phrases.examples import put_examples
from kg.extract.trees.phrases.handles import put_handles
from kg.extract.trees.phrases.manners import put_manners
from kg.extract.trees.phrases.none_other import put_none_other
from kg.extract.trees.phrases.of_date import put_occasions, put_of_date
from kg.extract.trees.phrases.origins import put_origins
from kg.extract.trees.phrases.paid import put_paid
from kg.extract.trees.phrases.praised import put_praised
from kg.extract.trees.phrases.raised import put_raised
from kg.extract.trees.phrases.set_off import put_set_off
from kg.extract.trees.phrases.shapes import put_phrases
from kg.extract.trees.phrases.works import put_works
from kg.extract.trees.sayings.adding import put_adding
from kg.extract.trees.sayings.believing import put_believing
from kg.extract.trees.sayings.half_quoted import put_half_quoted
from kg.extract.trees.sayings.listeners import put_told_papers
from kg.extract.trees.sayings.messages import put_messages
from kg.extract.trees.sayings.quotations import hang_quotations
from kg.extract.trees.sayings.told import put_told
from kg.extract.trees.sayings.turned import turn_sayings
from kg.extract.trees.sayings.vouching import put_vouching
from kg.extract.trees.subjects.absolute import put_absolute
from kg.extract.trees.subjects.after_verb import put_after_verb
from kg.extract.trees.subjects.behind_circumstance import put_behind_circumstance
from kg.extract.trees.subjects.behind_saying import put_behind_saying
from kg.extract.trees.subjects.behind_while import put_behind_while
from kg.extract.trees.subjects.inverted import turn_inverted
from kg.extract.trees.subjects.of_which import put_of_which
from kg.extract.trees.subjects.opening import put_openings
from kg.extract.trees.subjects.parted import put_parted
from kg.extract.trees.subjects.preposed import put_preposed
from kg.extract.trees.subjects.relatives import put_relatives
from kg.extract.trees.subjects.sources import put_sources
from kg.extract.trees.subjects.swallowed import give_back_subjects
from kg.extract.trees.subjects.whose import put_whose
from kg.extract.trees.titles.bracketed import put_bracketed
from kg.extract.trees.titles.charges import put_charges
from kg.extract.trees.titles.delegated import put_delegated
from kg.extract.trees.titles.held import put_held
from kg.extract.trees.titles.identified import put_identified
from kg.extract.trees.titles.introduced import put_introduced
from kg.extract.trees.titles.kept import put_kept
from kg.extract.trees.titles.members import put_members
from kg.extract.trees.titles.offices import put_offices
from kg.extract.trees.titles.places import place_titles
from kg.extract.trees.titles.prenominal import put_prenominal
from kg.extract.trees.titles.rivals import put_rivals
from kg.extract.trees.titles.titled import put_titles
from kg.extract.trees.verbs.agreeing import put_agreeing
from kg.extract.trees.verbs.asides_of_objects import put_asides_of_objects
from kg.extract.trees.verbs.brought import put_brought
from kg.extract.trees.verbs.caused import put_caused
from kg.extract.trees.verbs.chained import put_chained
from kg.extract.trees.verbs.controlled import put_controlled
from kg.extract.trees.verbs.has_done import put_has_done
from kg.extract.trees.verbs.headlines import put_headlines
from kg.extract.trees.verbs.interrupted import put_interrupted
from kg.extract.trees.verbs.misread import read_verbs
from kg.extract.trees.verbs.not_to import put_not_to
from kg.extract.trees.verbs.of_whom import put_of_whom
from kg.extract.trees.verbs.parted import join_parted
from kg.extract.trees.verbs.passive_rows import put_passive_rows
from kg.extract.trees.verbs.plain_acts import put_plain_acts
from kg.extract.trees.verbs.sharing import put_sharing
from kg.extract.trees.verbs.swallowed import put_swallowed
from kg.extract.trees.verbs.timed_passives import put_timed_passives
from kg.extract.trees.verbs.undergone import put_undergone
from kg.extract.trees.words.counted import put_counted
from kg.extract.trees.words.degrees import put_degrees
from kg.extract.trees.words.described import put_described
from kg.extract.trees.words.floating import put_floating
from kg.extract.trees.words.honours import put_honours
from kg.extract.trees.words.hyphens import put_hyphens
from kg.extract.trees.words.locutions import put_locutions
from kg.extract.trees.words.peoples import put_peoples
from kg.extract.trees.words.personal import name_personal
from kg.extract.trees.words.ranked import put_ranked
from kg.extract.trees.words.some_of import put_some_of
from kg.model.annotation import Annotation

MENDS = (
    put_counted,
    put_ranked,
    put_some_of,
    put_hyphens,
    put_degrees,
    put_described,
    put_phrases,
    put_compound_prepositions,
    put_manners,
    put_since_then,
    put_none_other,
    put_praised,
    put_honours,
    name_personal,
    put_peoples,
    read_verbs,
    put_locutions,
    put_plain_acts,
    put_caused,
    put_chained,
    mend_habits,
    put_not_to,
    put_absolute,
    put_headlines,
    put_swallowed,
    join_parted,
    put_brought_out,
    put_interrupted,
    put_sharing,
    put_passive_rows,
    put_timed_passives,
    put_has_done,
    hang_quotations,
    put_half_quoted,
    put_told,
    give_back_subjects,
    put_behind_circumstance,
    put_behind_while,
    put_parted,
    put_relatives,
    put_raised,
    put_of_date,
    put_agreeing,
    put_behind_saying,
    put_after_verb,
    put_paid,
    put_openings,
    put_sources,
    put_preposed,
    put_listed,
    put_owned,
    put_second_objects,
    put_days_aside,
    put_set_off,
    put_behind_measures,
    turn_inverted,
    put_vouching,
    put_believing,
    turn_sayings,
    put_told_papers,
    put_adding,
    put_clauses,
    put_things,
    put_tolling,
    put_whose,
    put_of_which,
    put_origins,
    place_arguments,
    put_fronted,
    place_contents,
    put_occasions,
    put_controlled,
    put_brought,
    put_floating,
    put_shares,
    put_shown,
    put_undergone,
    put_asides_of_objects,
    put_messages,
    put_members,
    put_charges,
    put_english,
    put_beside,
    put_towns,
    put_prenominal,
    put_rivals,
    put_titles,
    put_apposed,
    place_titles,
    put_apart,
    put_of_whom,
    put_summing,
    put_introduced,
    put_bracketed,
    put_delegated,
    put_identified,
    put_held,
    put_kept,
    put_several,
    put_office_holders,
    put_called,
    put_offices,
    put_retinues,
    put_works,
    put_handles,
    put_runs,
    put_lists,
    put_grouped,
    put_excepted,
    put_opposed,
    put_apposed_rows,
    put_closed_rows,
    put_past_asides,
    put_counted_members,
    put_bare_callings,
    put_added,
    put_examples,
)


def mend_trees(annotation: Annotation) -> Annotation:
    """Return the annotation with its trees mended; what is said stays as it is, only who hangs from whom changes."""
    for mend in MENDS:
        annotation = mend(annotation)
    return annotation
