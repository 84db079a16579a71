"""`atleast count`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from atleast.cli.options import HERE, AsOfOption, DossierOption, JsonOption, RuleOption
from atleast.cli.output import say, say_json

if TYPE_CHECKING:
    from atleast.model.figure import Member, Minimum


def run(
    rule: RuleOption = None,
    as_of: AsOfOption = None,
    dossier: DossierOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Count: at least how many, on what day, and who.

    By a rule of mandate.toml. Names who counts, who possibly does, and who does not, each with the reason.
    """
    from atleast.dossier.dossier import open_dossier
    from atleast.figure.counting import count

    with open_dossier(dossier) as opened:
        counted = count(opened, rule, as_of.date() if as_of else None)
    if as_json:
        say_json(_to_json(counted))
    else:
        _tell(counted)


def _tell(counted: Minimum) -> None:
    say(f"At least {counted.value} {counted.of} on {counted.day} (rule {counted.rule}).")
    if counted.names > counted.value:
        say(f"They are the fewest that {counted.names} names can be: what may be spellings of one name counts once.")
    if counted.apart > counted.value:
        say(f"They are up to {counted.apart} if names that may be one person's are not: see `atleast match`.")
    for heading, members in (
        ("Counted", counted.members),
        ("Possibly", counted.possible),
        ("Not counted", counted.excluded),
    ):
        if members:
            say()
            say(f"{heading}: {len(members)}")
            for member in _grouped(members):
                say(f"  {member.person}: {member.reason} [{' '.join(one[:8] for one in member.statements)}]")
                for double in member.doubles:
                    say(f"    may be the same as {double.person}: {double.reason}")


def _grouped(members: tuple[Member, ...]) -> list[Member]:
    """Each member followed by those that count with it."""
    heads = [member for member in members if not member.counts_with]
    return [each for head in heads for each in (head, *(other for other in members if other.counts_with == head.case))]


def _to_json(counted: Minimum) -> dict[str, Any]:
    return {
        "rule": counted.rule,
        "of": counted.of,
        "day": counted.day.isoformat(),
        "bound": counted.bound.value,
        "value": counted.value,
        "names": counted.names,
        "apart": counted.apart,
        "ceiling": counted.ceiling,
        "members": [_member(member) for member in counted.members],
        "possible": [_member(member) for member in counted.possible],
        "excluded": [_member(member) for member in counted.excluded],
    }


def _member(member: Member) -> dict[str, Any]:
    return {
        "person": member.person,
        "case": member.case,
        "reason": member.reason,
        "statements": list(member.statements),
        "counts_with": member.counts_with or None,
        "doubles": [
            {"person": double.person, "case": double.case, "reason": double.reason} for double in member.doubles
        ],
    }
