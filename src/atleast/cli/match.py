"""`atleast match`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from atleast.cli.options import HERE, AsOfOption, DossierOption, JsonOption, RuleOption
from atleast.cli.output import say, say_json

if TYPE_CHECKING:
    from atleast.figure.undecided import Question, Undecided
    from atleast.model.person import Person


def run(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One person: the mentions that it is joined from.")
    ] = None,
    rule: RuleOption = None,
    as_of: AsOfOption = None,
    most: Annotated[int, typer.Option("--most", help="Show so many questions.")] = 20,
    dossier: DossierOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Show which names may be one person's, and what each decision would do to the count.

    The most telling first. Nobody is joined by this: decide with `atleast decide`, or one after the other with
    `atleast review`.
    """
    from atleast.case.register import register_of
    from atleast.dossier.dossier import open_dossier
    from atleast.figure.counting import day_of
    from atleast.figure.undecided import undecided
    from atleast.person.called import called

    with open_dossier(dossier) as opened:
        register, mandate = register_of(opened), opened.mandate
    if name is not None:
        person = called(register.persons, name)
        say_json(_person(person)) if as_json else _tell_person(person)
        return
    open_now = undecided(register, mandate.rule(rule), as_of.date() if as_of else day_of(register, mandate))
    if as_json:
        say_json(_to_json(open_now, most))
    else:
        _tell(open_now, most)
        for refusal in register.refused:
            say(f"Not joined, although something speaks for it: {refusal.first} and {refusal.second}: {refusal.why}.")


def _tell(undecided: Undecided, most: int) -> None:
    span = f"{undecided.fewest}" if undecided.fewest == undecided.most else f"{undecided.fewest} to {undecided.most}"
    say(f"At least {span} {undecided.of} on {undecided.day} (rule {undecided.rule}), as it is decided who is who.")
    enough = undecided.decisions_until()
    say(f"{len(undecided.questions)} pairs of names are undecided; at most {enough} decisions fix the count.")
    for question in undecided.questions[:most]:
        say()
        for line in told(question):
            say(line)
    if (more := len(undecided.questions) - most) > 0:
        say()
        say(f"{more} more: --most {len(undecided.questions)}.")


def told(question: Question) -> list[str]:
    """A question as lines for a person."""
    lines = [f"{question.first.name} / {question.second.name}  [{question.first.key} {question.second.key}]"]
    known = question.arguments
    for heading, said in (
        ("for", known.speaks_for),
        ("against", known.speaks_against),
        ("would settle it", known.would_settle),
    ):
        lines += [f"  {heading}: {'; '.join(said)}"] if said else []
    lines.append(f"  the minimum: {_moves(question)}")
    return lines


def _moves(question: Question) -> str:
    if not question.tells:
        return "stays as it is, whatever is decided"
    rises = f"{question.if_different} more if they are two" if question.if_different else "as it is if they are two"
    return f"{rises}; at most {question.if_same} fewer if they are one" if question.if_same else rises


def _tell_person(person: Person) -> None:
    say(f"{person.name} [{person.key}]: {len(person.mentions)} mention{'s' if len(person.mentions) != 1 else ''}")
    for mention in person.mentions:
        say(f"  {mention.key}  {', '.join(mention.names)}  [{' '.join(one[:8] for one in mention.statements)}]")


def _person(person: Person) -> dict[str, Any]:
    return {
        "person": person.key,
        "name": person.name,
        "mentions": [
            {"key": one.key, "names": list(one.names), "source": one.source, "statements": list(one.statements)}
            for one in person.mentions
        ],
    }


def _to_json(undecided: Undecided, most: int) -> dict[str, Any]:
    return {
        "rule": undecided.rule,
        "of": undecided.of,
        "day": undecided.day.isoformat(),
        "fewest": undecided.fewest,
        "most": undecided.most,
        "undecided": len(undecided.questions),
        "decisions_enough": undecided.decisions_until(),
        "questions": [_question(question) for question in undecided.questions[:most]],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "first": question.first.key,
        "second": question.second.key,
        "names": [question.first.name, question.second.name],
        "score": question.pair.likeness.score,
        "for": list(question.arguments.speaks_for),
        "against": list(question.arguments.speaks_against),
        "would_settle": list(question.arguments.would_settle),
        "if_different": question.if_different,
        "if_same": question.if_same,
    }
