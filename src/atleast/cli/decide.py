"""`atleast decide`."""

from __future__ import annotations

from typing import Annotated

import typer

from atleast.cli.options import HERE, ByOption, DossierOption, WhyOption
from atleast.cli.output import say
from atleast.model.words import Judgement


def run(
    first: Annotated[
        str, typer.Argument(metavar="FIRST", help="A person, or a mention as `atleast match NAME` shows it.")
    ],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="The other.")],
    judgement: Annotated[Judgement, typer.Argument(help="What they are.")],
    by: ByOption,
    why: WhyOption = "",
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", metavar="WORDS", help="A statement's id, or words. May be repeated."),
    ] = None,
    dossier: DossierOption = HERE,
) -> None:
    """Decide whether two names are one person's. The decision is kept in the ledger and can be taken back."""
    from atleast.case.register import register_of
    from atleast.dossier.dossier import open_dossier
    from atleast.person.deciding import decide, mention_called

    with open_dossier(dossier, write=True) as opened:
        before = register_of(opened).persons
        one, other = mention_called(before, first), mention_called(before, second)
        number = decide(opened, one.key, other.key, judgement, by=by, why=why, evidence=tuple(evidence or ()))
        after = register_of(opened)
    say(f"Decision {number}: {one.name} and {other.name}, {judgement.value.replace('_', ' ')}.")
    joined = any({one.key, other.key} <= {mention.key for mention in person.mentions} for person in after.persons)
    if judgement is Judgement.SAME and not joined:
        why_not = next(
            (each.why for each in after.refused if {each.tie.first, each.tie.second} == {one.key, other.key}), ""
        )
        say(f"They are not joined all the same: {why_not}. See `atleast match`.")
