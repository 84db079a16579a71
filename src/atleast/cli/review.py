"""`atleast review`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from atleast.cli.match import told
from atleast.cli.options import HERE, AsOfOption, ByOption, DossierOption, RuleOption
from atleast.cli.output import say
from atleast.model.words import Judgement

if TYPE_CHECKING:
    from atleast.case.register import Register
    from atleast.figure.undecided import Question, Undecided
    from atleast.model.person import Person

_JUDGEMENTS = {
    "s": Judgement.SAME,
    "d": Judgement.DIFFERENT,
    "u": Judgement.UNSURE,
    "n": Judgement.NOT_ENOUGH,
}
_KEYS = "s same, d different, u unsure, n not enough to tell, v view the quotes, k keep for later, b back, q quit"
_SHOWN = 6
"""So many quotes of each person are shown."""


def run(by: ByOption, rule: RuleOption = None, as_of: AsOfOption = None, dossier: DossierOption = HERE) -> None:
    """Decide who is who, one question after the other, the most telling first.

    Each answer is kept at once; b takes the last one back. Quit whenever you like, and go on another day.
    """
    _Sitting(dossier, by, rule, as_of.date() if as_of else None).run()


class _Sitting:
    """One person at the keyboard, question after question."""

    def __init__(self, dossier: Path, by: str, rule: str | None, day: date | None) -> None:
        self._dossier = dossier
        self._by = by
        self._rule = rule
        self._day = day
        self._kept_for_later: set[tuple[str, str]] = set()
        self._made: list[int] = []

    def run(self) -> None:
        while True:
            register, open_now = self._look()
            question = next((one for one in open_now.questions if self._is_asked(one)), None)
            say(
                f"At least {open_now.fewest} to {open_now.most} {open_now.of}; {len(open_now.questions)} pairs undecided, "
                f"at most {open_now.decisions_until()} decisions fix the count."
            )
            if question is None:
                say("Nothing more is to be asked.")
                return
            say()
            for line in told(question):
                say(line)
            if not self._answer(question, register):
                return

    def _look(self) -> tuple[Register, Undecided]:
        from atleast.case.register import register_of
        from atleast.dossier.dossier import open_dossier
        from atleast.figure.counting import day_of
        from atleast.figure.undecided import undecided

        with open_dossier(self._dossier) as opened:
            register, mandate = register_of(opened), opened.mandate
        day = self._day or day_of(register, mandate)
        return register, undecided(register, mandate.rule(self._rule), day)

    def _is_asked(self, question: Question) -> bool:
        return _pair(question) not in self._kept_for_later and not question.pair.doubted

    def _answer(self, question: Question, register: Register) -> bool:
        """Ask until there is an answer; whether to go on."""
        while True:
            said = typer.prompt(_KEYS, prompt_suffix=": ").strip().lower()[:1]
            if said == "q":
                return False
            if said in _JUDGEMENTS:
                self._decide(question, _JUDGEMENTS[said])
                return True
            if said == "k":
                self._kept_for_later.add(_pair(question))
                return True
            if said == "b" and self._take_back():
                return True
            if said == "v":
                _show_quotes(question, register, say)

    def _decide(self, question: Question, judgement: Judgement) -> None:
        from atleast.dossier.dossier import open_dossier
        from atleast.person.deciding import anchor, decide

        why = typer.prompt("Why", default="", show_default=False)
        first, second = anchor(question.first), anchor(question.second)
        with open_dossier(self._dossier, write=True) as opened:
            number = decide(opened, first.key, second.key, judgement, by=self._by, why=why)
        self._made.append(number)
        say(f"Decision {number}.")
        say()

    def _take_back(self) -> bool:
        from atleast.dossier.dossier import open_dossier
        from atleast.person.deciding import take_back

        if not self._made:
            say("Nothing was decided in this sitting: see `atleast decisions` and `atleast undo`.")
            return False
        with open_dossier(self._dossier, write=True) as opened:
            take_back(opened, number := self._made.pop(), by=self._by)
        say(f"Decision {number} is taken back.")
        return True


def _pair(question: Question) -> tuple[str, str]:
    return (question.first.key, question.second.key)


def _show_quotes(question: Question, register: Register, show: Callable[[str], None]) -> None:
    for person in (question.first, question.second):
        show(f"{person.name}:")
        for line in _quotes(person, register):
            show(f"  {line}")


def _quotes(person: Person, register: Register) -> list[str]:
    """The words of the sources about a person, the same words once."""
    said = [register.by_id[identity] for identity in person.statements]
    lines = dict.fromkeys(f"{one.source_name}: {' '.join(one.statement.quote.split())}" for one in said)
    more = [f"and {len(lines) - _SHOWN} more: `atleast why {person.key}`"] if len(lines) > _SHOWN else []
    return [*list(lines)[:_SHOWN], *more]
