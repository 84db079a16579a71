"""A counting rule as a sentence, and the named definitions that the rules of a mandate follow."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from atleast.dossier.definitions import Definition, definition_named
from atleast.dossier.mandate import Mandate
from atleast.dossier.rules import Measure, Rule, Unit
from atleast.report.inline import Inline, fill, join, verbatim, words
from atleast.report.phrases import in_words

_ONE = {
    Unit.PEOPLE: " One person counts once, and so do names that may be one person's.",
    Unit.CASES: " Each case counts; names that may be one person's count once.",
    Unit.DETENTIONS: " Each taking counts that is certainly another; names that may be one person's count once.",
}


def rule_in_words(rule: Rule) -> Inline:
    """The rule as a sentence or two."""
    flow = rule.measure is Measure.FLOW
    line = fill(
        "We count {of}. A person counts in a period where a source tells of {starts} within it, {certainty}."
        if flow
        else "We count {of}. A person counts on a day where a source tells of {starts} by that day, {certainty}, "
        "and no source tells of {ends} that may have come after it by then.",
        of=verbatim(rule.of),
        starts=_either(rule.starts),
        certainty=join([words(in_words(each)) for each in sorted(rule.certainty)], " or "),
        ends=_either(rule.ends) or words("an end"),
    )
    if rule.needs:
        line += fill(" Besides, {needs} must be on record by then.", needs=join(_named(rule.needs)))
    if rule.without:
        line += fill(" Nothing may tell of {without} by then.", without=_either(rule.without))
    if rule.recognised_by:
        bodies = join([verbatim(body) for body in rule.recognised_by], " or ")
        line += fill(" The person must have been recognised by then by {bodies}, whose claim that is.", bodies=bodies)
    if rule.grounds:
        line += fill(" A source must name as the ground {grounds}.", grounds=_either(rule.grounds))
    for what, names in (("an article", rule.articles), ("a place", rule.places)):
        if names:
            line += fill(
                f" A source must name as {what} {{names}}.", names=join([verbatim(each) for each in names], " or ")
            )
    if rule.definition:
        line += fill(" It follows the definition {name}.", name=verbatim(rule.definition))
    return line + words(_ONE[rule.counts])


def definitions(mandate: Mandate) -> tuple[tuple[str, str], ...]:
    """The mandate's own definitions, then those of the field that its rules name: term and meaning."""
    named = dict.fromkeys(rule.definition for rule in mandate.rules.values() if rule.definition)
    shipped = (definition_named(name) for name in named)
    return (*mandate.definitions, *((f"{each.id}: {each.title}", _meaning(each)) for each in shipped if each))


def _meaning(definition: Definition) -> str:
    criteria = " ".join(f"({each.letter}) {each.words}" for each in definition.criteria)
    excludes = f" Not: {definition.excludes}" if definition.excludes else ""
    checked = "" if definition.verified else " Restated; not held against the text of the source."
    return f"{definition.head} {criteria}{excludes} {definition.remark} Source: {definition.source}.{checked}"


def _either(kinds: Iterable[StrEnum]) -> Inline:
    return join(_named(kinds), " or ")


def _named(kinds: Iterable[StrEnum]) -> list[Inline]:
    return [words(in_words(each)) for each in sorted(kinds)]
