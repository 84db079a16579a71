"""The vocabulary of counts in one language, compiled once: nouns, and bounds, links and cues as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Self

from atleast.model.words import Bound
from atleast.statement import lexicon
from atleast.statement.count_nouns import Nouns


@dataclass(frozen=True, slots=True)
class CountWords:
    """The words of one language. All are made for text as `source.characters.plain` gives it."""

    nouns: Nouns
    units: frozenset[str]
    """Nouns of which a number never counts people: "days", "crowns"."""
    stop: re.Pattern[str]
    """What no noun phrase goes on over."""
    modifier: re.Pattern[str]
    """One word before a noun; white space follows it."""
    before_noun: re.Pattern[str]
    """ "more", "of the", "of their", between a number and its noun."""
    anybody: str
    """ "people": whom a number counts that stands for nobody named before."""
    inverted: re.Pattern[str]
    """ "человек", right before a number that is thereby only about right."""
    them: re.Pattern[str]
    """ "of them" after a number."""
    them_between: re.Pattern[str]
    """ "of them", between what is counted and a part of it."""
    are: re.Pattern[str]
    """ "are" after a number, before the noun that tells what those are."""
    fate: re.Pattern[str]
    """ "were released", after those whom it befalls; "were" in the group `aux`."""
    fate_before: re.Pattern[str]
    """ "detained", right before a number."""
    acts: re.Pattern[str]
    """A verb in the plural after a number that stands for those named before."""
    acts_before: re.Pattern[str]
    """The same right before a number that ends its clause."""
    who: re.Pattern[str]
    before_them: re.Pattern[str]
    more_before: re.Pattern[str]
    """ "another", before a number of more of the same."""
    more_after: re.Pattern[str]
    """ "more", after such a number."""
    compared: re.Pattern[str]
    """ "against", before a number with which another is compared."""
    definite: re.Pattern[str]
    """ "all", "the": whoever was counted before is meant again."""
    group: re.Pattern[str]
    number_of: re.Pattern[str]
    the_number_of: re.Pattern[str]
    """The same right after a number."""
    bound_before: re.Pattern[str]
    bound_after: re.Pattern[str]
    to: re.Pattern[str]
    """What stands between the two numbers of a range."""
    between: re.Pattern[str]
    """What stands before two numbers that "and" makes a range."""
    and_: re.Pattern[str]
    idle: re.Pattern[str]
    """ "live in", within two words after those counted."""
    idle_before: re.Pattern[str]
    by: re.Pattern[str]
    """ "by", before those who did it."""
    agent: re.Pattern[str]
    """What makes those counted the ones who did it: "masked", "in uniform"."""
    sum: re.Pattern[str]
    """ "budget", before a number of money."""
    of_the: re.Pattern[str]
    """ "of the", between a part and the whole."""
    all: re.Pattern[str]
    either: re.Pattern[str]
    """ "or", before the larger of two numbers."""
    alone: re.Pattern[str]
    """What may follow a number that no noun follows."""
    same: re.Pattern[str]
    """What stands between counts of one row: "and", "among them"."""
    clause: re.Pattern[str]
    """What begins another clause: "while", ";"."""
    said: re.Pattern[str]
    """A verb of saying right before a date."""
    past: re.Pattern[str]
    """ "after", before what is only told to say when."""
    vote: re.Pattern[str]
    """ "election": what a date may be the date of."""
    recognised: re.Pattern[str]
    """ "recognised", with which somebody makes people political prisoners."""
    cue: re.Pattern[str]
    """What tells the kind of figure, in the group of that name; `done` and `was` are a flow unless a verb says otherwise."""
    bounds: dict[tuple[str, str], Bound]
    """The bound that words say, by their place (before or after) and themselves."""

    @classmethod
    def of(cls, language: str) -> Self:
        """The vocabulary of a language that has the lexicons countable, bounds, count_links and figure_cues."""
        links = {value: _either(_words_of(language, "count_links", value)) for value in _LINKS}
        bounds = {
            (entry.extra.get("place", "before"), word): Bound(entry.value)
            for entry in lexicon.load(language, "bounds")
            for word in entry.words
        }
        cues = [rf"(?P<{kind}>{_either(_words_of(language, 'figure_cues', kind))})" for kind in _CUES]
        filler = rf"(?:\s+(?:{links['filler']}))*\s*"
        before_number = rf"(?:\s+(?:{links['filler']}|{links['preposition']}))*\s*"
        low = re.IGNORECASE
        adverb = rf"(?:(?:[\w'-]+ly|{links['adverb']}|{links['filler']})\s+)?"
        ends = "|".join(links[one] for one in ("stop", "or", "aux"))
        row = "|".join(links[one] for one in ("same", "and", "another"))
        return cls(
            nouns=Nouns(language),
            units=frozenset(_words_of(language, "count_links", "unit")),
            stop=re.compile(rf"(?:{links['stop']}|{links['or']}|{links['unit']}|{links['aux']})(?!\w)", low),
            modifier=re.compile(rf"[\"'(]?[^\W\d_][\w'-]*{'' if language == 'en' else _DECLINED}[\"')]?\s+", low),
            before_noun=re.compile(rf"(?:-|\s+)(?:of\s+)?(?:(?:{links['whose']})\s+)?(?:(?:{links['more']})\s+)?", low),
            anybody=_words_of(language, "count_links", "anybody")[0],
            inverted=re.compile(rf"(?<!\w)(?:{links['inverted']})\s+$", low),
            them=re.compile(rf"\s+(?:{links['them']})(?!\w)", low),
            them_between=re.compile(rf"[\s,(\u2013\u2014-]*(?:{links['them']})(?!\w)", low),
            are=re.compile(rf"\s+(?:{links['are']})\s+(?!\d)", low),
            fate=re.compile(rf"(?P<aux>\s+(?:{links['aux']}))?\s+{adverb}(?:{links['fate']})(?!\w)", low),
            fate_before=re.compile(rf"(?<!\w)(?:{links['fate']})(?!\w){filler}$", low),
            acts=re.compile(rf"\s+{adverb}(?!(?:{links['or']})(?!\w))(?:{links['aux']}|{links['acts']})(?!\w)", low),
            acts_before=re.compile(rf"(?<!\w)(?:{links['acts']})(?!\w){filler}$", low),
            who=re.compile(rf",?\s+(?:{links['who']})(?!\w)", low),
            before_them=re.compile(rf"(?<!\w)(?:{links['them']}){filler}$", low),
            more_before=re.compile(rf"(?<!\w)(?:{links['another']})\s+$", low),
            more_after=re.compile(rf"\s+(?:{links['more']})(?!\w)", low),
            compared=re.compile(rf"(?<!\w)(?:{links['compared']})\s+$", low),
            definite=re.compile(rf"(?<!\w)(?:{links['definite']})\s+$", low),
            group=re.compile(rf"(?<!\w)(?:{links['group']})\s+$", low),
            number_of=re.compile(rf"(?<!\w)(?:{links['number_of']})(?!\w)", low),
            the_number_of=re.compile(rf"\s+(?:the\s+)?(?:{links['number_of']})(?!\w)", low),
            bound_before=re.compile(rf"(?<!\w)(?P<bound>{_either(_at(bounds, 'before'))}){before_number}$", low),
            bound_after=re.compile(rf"(?:,?\s+|-|(?=\+))(?P<bound>{_either(_at(bounds, 'after'))})(?!\w)", low),
            to=re.compile(rf"\s*(?:[-\u2013]|,?\s*(?:{links['to']}))\s*", low),
            between=re.compile(rf"(?<!\w)(?:{links['between']})\s+$", low),
            and_=re.compile(rf"\s+(?:{links['and']})\s+", low),
            idle=re.compile(rf"(?:\s+[\w'-]+){{0,2}}?\s+(?:{links['idle']})(?!\w)", low),
            idle_before=re.compile(rf"(?<!\w)(?:{links['idle']})(?:\s+[\w'-]+){{0,2}}\s*$", low),
            by=re.compile(rf"(?<!\w)(?:{links['by']})\s+$", low),
            agent=re.compile(rf"(?<!\w)(?:{links['agent']})(?!\w)", low),
            sum=re.compile(rf"(?<!\w)(?:{links['sum']})(?!\w)", low),
            of_the=re.compile(rf"\s+(?:{links['of_the']})\s+", low),
            all=re.compile(rf"(?<!\w)(?:{links['all']})\s+$", low),
            either=re.compile(rf"(?<!\w)(?:{links['or']})\s+$", low),
            alone=re.compile(rf"\s*(?:[.,;:!?)]|$|[-\u2013\u2014]\s|\s(?:{ends})(?!\w))", low),
            same=re.compile(rf"(?:[,:\s(\u2013\u2014-]|(?<!\w)(?:{row})(?!\w))*", low),
            clause=re.compile(rf";|(?<!\w)(?:{links['clause']})(?!\w)", low),
            said=re.compile(rf"(?<!\w)(?:{links['said']})(?!\w)(?:\W+\w+)?\W*$", low),
            past=re.compile(rf"(?<!\w)(?:{links['past']})(?!\w)", low),
            vote=re.compile(rf"(?<!\w)(?:{_either(_words_of(language, 'dates', 'vote'))})(?!\w)", low),
            recognised=re.compile(rf"(?<!\w)(?:{links['recognised']})(?!\w)", low),
            cue=re.compile(rf"(?<!\w)(?:{'|'.join(cues)})(?!\w)", low),
            bounds=bounds,
        )  # fmt: skip


_LINKS = (
    "to between and or aux are fate acts more another whose filler preposition them same group number_of who definite all "
    "of_the stop unit idle by agent sum anybody inverted clause said recognised past adverb compared"
).split()
# How an adjective ends in any case, and no verb does.
_DECLINED = (
    r"(?<=[\w'])(?:[ыиі]х|ски|льн[оа]|чн[оа]|[ыиі]е|[ыі]я|(?<!л)і|[ыі]й?|ий|[оеая]г[оа]|[оеа]й|ое|ую|юю|ая|яя|[ыиі]м[иі]?|[оа]му|ою|ої)"
    r"(?<![\w']ти)"
)
_CUES = ("stock", "estimate", "flow", "done", "was")


@cache
def count_words(language: str) -> CountWords:
    """The vocabulary of a language, compiled once."""
    return CountWords.of(language)


def _words_of(language: str, name: str, value: str) -> list[str]:
    return [word for entry in lexicon.load(language, name) if entry.value == value for word in entry.words]


def _at(bounds: dict[tuple[str, str], Bound], place: str) -> list[str]:
    return [word for at, word in bounds if at == place]


def _either(words: Iterable[str]) -> str:
    """An alternation, longest first, with any white space between words; `*` stands for any ending. Nothing for no words."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    patterns = [r"\s+".join(map(_part, word.split())) for word in longest_first]
    return "|".join(patterns) or r"(?!)"


def _part(word: str) -> str:
    # "У" is written "ў" or "в" after a vowel.
    return "[уўв]" if word in {"у", "ў"} else re.escape(word).replace(r"\*", r"\w*")
