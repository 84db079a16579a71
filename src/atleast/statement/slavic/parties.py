"""To whom an event happens: of all who may fill the role, the one in a fitting case to whom the fewest words lie between."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.model.words import EventType
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.clauses import is_embedded
from atleast.statement.slavic.grammar import is_finite
from atleast.statement.slavic.inflection import Kind
from atleast.statement.slavic.page import Page, Passage, Sentence, Word
from atleast.statement.slavic.people import is_modifier
from atleast.statement.slavic.references import Candidate, Discourse, Party, party_of
from atleast.statement.slavic.triggers import Trigger
from atleast.statement.slavic.wording import is_negated

ACTS = frozenset({EventType.CALL, EventType.INVOCATION, EventType.REPORT, EventType.MEETING})
"""Types whose subject is who acts."""
BODIES = frozenset({EventType.LIQUIDATION, EventType.DESIGNATION, EventType.CENSORSHIP, EventType.SANCTION})
"""Types that may happen to an organisation or a site."""
_NO_TOPIC = ACTS | {EventType.LIQUIDATION, EventType.CENSORSHIP, EventType.ELECTION}
_OF_A_CASE = frozenset({EventType.TRIAL, EventType.SENTENCE, EventType.CHARGE, EventType.APPEAL, EventType.TRANSFER})
_ABUSES = frozenset({EventType.TORTURE, EventType.ILL_TREATMENT, EventType.DISAPPEARANCE, EventType.INCOMMUNICADO})
_NAMED = ("name", "noun")
_FARTHEST = 38
_PER_SEGMENT, _PER_VERB, _PER_QUOTE, _PER_ACTOR, _PER_EMBEDDING = 3, 9, 20, 12, 14
_CASES = {
    "object": "a",
    "subject": "n",
    "dative": "d",
    "genitive": "g",
    "over": "i",
    "at": "gdl",
    "against": "gadl",
    "instrumental": "i",
    "with": "i",
}
_QUOTES = '«»„“”"'
_NOUN_REACH = 6
_NEAR = 3
_LINKED = ("at", "against", "over", "with")


def subjects(
    trigger: Trigger, passage: Passage, sentence: Sentence, found: Sequence[Candidate], discourse: Discourse
) -> tuple[Party, ...]:
    """Whom the event happens to, by name where the text names them; empty where nobody is said."""
    for role in trigger.roles:
        if role == "nobody":
            return ()
        chosen = _chosen(trigger, role, passage, sentence, found, discourse)
        if chosen is not None:
            return resolved(chosen, found, discourse)
    return _topic(trigger, passage, found, discourse)


def resolved(one: Candidate, found: Sequence[Candidate], discourse: Discourse) -> tuple[Party, ...]:
    """The parties of a candidate; a pronoun is taken to whom it stands for."""
    if one.kind in _NAMED:
        return _known(one, discourse)
    if one.kind == "first":
        return (discourse.me,) if discourse.me is not None else ()
    if one.kind == "all":
        return discourse.case if len(discourse.case) > 1 else discourse.last("p")
    earlier = [other for other in found if other.last <= one.first and other.kind in _NAMED]
    if one.kind == "relative":
        fitting = [other for other in earlier if _may_mean(one, other)]
        return _known(fitting[-1], discourse) if fitting else ()
    return _said_before(one, earlier, discourse) or _spoken_of(one, discourse)


def _said_before(one: Candidate, earlier: Sequence[Candidate], discourse: Discourse) -> tuple[Party, ...]:
    """Whom a pronoun stands for among those whom its own sentence has named before it."""
    named = [other for other in earlier if other.kind == "name" and not other.is_actor and _may_mean(one, other)]
    if named:
        return named[-1].parties
    groups = [other for other in earlier if other.number == "p"]
    if one.number == "p" and groups:
        return _known(groups[-1], discourse)
    nouns = [other for other in earlier if other.kind == "noun" and other.number == "s" and _may_mean(one, other)]
    return nouns[-1].parties if nouns and not any(party.person for party in discourse.recent) else ()


def _spoken_of(one: Candidate, discourse: Discourse) -> tuple[Party, ...]:
    """Whom a pronoun stands for among those whom the page has spoken of, or is about to name."""
    alone = one.number == "s"
    spoken = discourse.last(one.number, one.gender, persons=alone) or discourse.last(one.number, one.gender)
    return spoken or (discourse.ahead(one.gender) if alone else ())


def _known(one: Candidate, discourse: Discourse) -> tuple[Party, ...]:
    """ "Женщине", where one woman has been spoken of, is she; "братья" are those who were named as brothers."""
    if one.kind != "noun" or not one.lemma:
        return one.parties
    if one.number == "p":
        if row := discourse.row(one.lemma):
            return row
        accused = lexicons.stems(discourse.page.language, "links", "accused")
        return discourse.case if one.lemma.startswith(accused) and len(discourse.case) > 1 else one.parties
    if one.number == "s" and one.parties[0].person is None:
        called = next(
            (party for party in reversed(discourse.recent) if party.person and one.lemma in party.person.nouns), None
        )
        if called is not None:
            return (called,)
        if one.anyone:
            return discourse.last("s", one.gender, persons=True) or discourse.last("s", one.gender) or one.parties
    return one.parties


def _may_mean(pronoun: Candidate, other: Candidate) -> bool:
    if pronoun.number == "p":
        return other.number in ("p", "")
    return other.number != "p" and (not pronoun.gender or not other.gender or pronoun.gender == other.gender)


def _chosen(
    trigger: Trigger, role: str, passage: Passage, sentence: Sentence, found: Sequence[Candidate], discourse: Discourse
) -> Candidate | None:
    if trigger.form.kind in (Kind.PASSIVE, Kind.ACTIVE):
        return _antecedent(trigger, passage, found)
    page = discourse.page
    wanted = _wanted(trigger, role, passage, sentence, page)
    fitting = [one for one in found if _fits(one, trigger, role, wanted, (passage, sentence, page))]
    if trigger.type not in ACTS:
        silent = [one for one in fitting if not any(party.name in discourse.speaking for party in one.parties)]
        fitting = silent or fitting
    best = min(fitting, key=lambda one: (_cost(one, trigger, passage, page), one.first), default=None)
    return best if best is not None and _cost(best, trigger, passage, page) <= _FARTHEST else None


def _wanted(trigger: Trigger, role: str, passage: Passage, sentence: Sentence, page: Page) -> frozenset[str]:
    """The cases in which a role is said: of an object, nominative in the passive, genitive as well after "not"."""
    if role != "object" or trigger.is_noun:
        return frozenset(_CASES.get(role, "n"))
    if trigger.is_passive and trigger.form.cases != frozenset("a"):
        return frozenset("n")
    return frozenset("ag" if is_negated(trigger.word, passage, sentence, page.language) else "a")


def _fits(
    one: Candidate, trigger: Trigger, role: str, wanted: frozenset[str], place: tuple[Passage, Sentence, Page]
) -> bool:
    """Whether a candidate may fill the role, however far away it stands."""
    passage, sentence, page = place
    gap = one.first - trigger.word.index
    in_office = one.is_actor and one.kind == "noun" and trigger.type is not EventType.SANCTION
    if in_office or not one.cases & wanted or (one.kind == "relative" and gap > 0):
        return False
    if one.kind == "possessive":
        return trigger.is_noun and abs(gap) <= _NEAR
    if role in _LINKED:
        at_home = role == "at" and _has_home(one, passage, sentence, page)
        return at_home or _has_link(one, role, passage, sentence, page)
    if _governed(one, passage, sentence, page, trigger):
        return False
    if trigger.is_noun:
        between = passage.words[trigger.word.index + 1 : one.first]
        beside = all(
            (word.is_word and not is_finite(word.low, page.language)) or word.text in _QUOTES for word in between
        )
        return 0 < gap <= _NOUN_REACH and one.kind != "relative" and beside
    return _agrees(one, trigger) if wanted == frozenset("n") else True


def _agrees(one: Candidate, trigger: Trigger) -> bool:
    form = trigger.form
    if (form.number == "s" and one.number == "p") or (form.number == "p" and one.number == "s"):
        return one.kind == "noun" and form.number == "s" and form.gender in ("n", "")
    return not (
        form.number == "s" and form.gender in ("m", "f") and one.gender in ("m", "f") and form.gender != one.gender
    )


def _has_home(one: Candidate, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """ "В квартире Анны Тарн", "в его доме": whose home it is."""
    homes = lexicons.stems(page.language, "links", "home")
    before = passage.words[one.first - 1].low if one.first > sentence.first else ""
    after = [word.low for word in passage.words[one.last : min(sentence.last, one.last + 2)]]
    if one.kind == "name":
        return "g" in one.cases and before.startswith(homes)
    return one.kind == "pronoun" and "g" in one.cases and any(low.startswith(homes) for low in after)


def _has_link(one: Candidate, role: str, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """Whether the words that say "against", "at" or "over" stand before a candidate, with its own adjectives between."""
    for phrase, entry in lexicons.phrases(page.language, "links"):
        if entry.value != role:
            continue
        for gap in range(4):
            low = one.first - gap - len(phrase)
            if low >= sentence.first and tuple(word.low for word in passage.words[low : low + len(phrase)]) == phrase:
                return all(word.is_word for word in passage.words[low : one.first])
    return False


def _governed(one: Candidate, passage: Passage, sentence: Sentence, page: Page, trigger: Trigger) -> bool:
    """Whether a preposition stands before a candidate, with no more than its own adjectives and titles between."""
    prepositions = lexicons.words(page.language, "unreal", "preposition")
    titles = lexicons.by_form(page.language, "people"), lexicons.by_form(page.language, "authorities")
    for index in range(one.first - 1, max(sentence.first, one.first - 4) - 1, -1):
        word = passage.words[index]
        if word.low in prepositions:
            return True
        if index == trigger.word.index or not (
            is_modifier(word, page.language) or any(word.low in forms for forms in titles)
        ):
            return False
    return False


def _antecedent(trigger: Trigger, passage: Passage, found: Sequence[Candidate]) -> Candidate | None:
    """Whom a participle belongs to: the nearest before its comma, or the one it stands before."""
    before = passage.words[trigger.word.index - 1] if trigger.word.index else None
    if before is not None and before.text in ",(":
        behind = [
            one
            for one in found
            if one.last <= trigger.word.index
            and one.kind in ("name", "noun")
            and trigger.word.index - one.last <= 8
            and (_agrees(one, trigger) or one.number == "p")
        ]
        fitting = [one for one in behind if one.cases & trigger.form.cases] or behind
        return fitting[-1] if fitting else None
    ahead = [one for one in found if one.first > trigger.word.index and one.kind == "name"]
    return ahead[0] if ahead else None


def _cost(one: Candidate, trigger: Trigger, passage: Passage, page: Page) -> int:
    """How far a candidate is from the event: the words between, verbs and conjunctions more, clauses inside others not at all."""
    first, last = sorted((one.first, trigger.word.index))
    mention = passage.words[one.first]
    ends = {mention.segment, trigger.word.segment}
    inside = {
        word.segment
        for word in passage.words[first:last]
        if word.segment not in ends and is_embedded(word, passage, page.language)
    }
    between = [
        word
        for word in passage.words[one.last if one.first == first else first + 1 : last]
        if word.segment not in inside
    ]
    cost = len(between) + _PER_SEGMENT * (abs(mention.segment - trigger.word.segment) - len(inside))
    cost += _PER_VERB * sum(_is_break(word, page) for word in between if word.is_word)
    cost += _PER_QUOTE * (
        passage.quotation_at(mention.start, mention.end, utterance=True)
        is not passage.quotation_at(trigger.word.start, trigger.word.end, utterance=True)
    )
    if len(ends) > 1 and is_embedded(mention, passage, page.language):
        cost += _PER_EMBEDDING
    if one.kind == "noun":
        cost += 2
    if one.is_actor and trigger.type not in ACTS:
        cost += _PER_ACTOR
    if one.kind == "relative" and len(ends) == 1:
        cost -= 4
    return cost


def _is_break(word: Word, page: Page) -> bool:
    """Whether a word between two others speaks against their belonging together: another verb, or a conjunction."""
    if word.low in lexicons.words(page.language, "unreal", "subordinator"):
        return True
    return is_finite(word.low, page.language) and word.low not in lexicons.words(page.language, "unreal", "auxiliary")


def _topic(trigger: Trigger, passage: Passage, found: Sequence[Candidate], discourse: Discourse) -> tuple[Party, ...]:
    """Whom a clause without anybody is about: the last named before, who agrees with its verb."""
    if trigger.type in _NO_TOPIC:
        return ()
    if trigger.is_noun:
        if trigger.type in _ABUSES:
            return () if any(party.name[:1].isdigit() for party in discourse.case) else discourse.case
        if trigger.form.number == "p" and trigger.type is not EventType.CHARGE:
            return ()
    earlier = [
        one
        for one in found
        if one.last <= trigger.word.index
        and one.kind == "name"
        and not one.is_actor
        and (trigger.is_noun or _is_impersonal(trigger) or _agrees(one, trigger))
    ]
    if passage.words[trigger.word.index - 1].text == "(" and earlier and earlier[-1].mention is not None:
        return (party_of(earlier[-1].mention.person),)
    silent = [one for one in earlier if not any(party.name in discourse.speaking for party in one.parties)]
    return silent[-1].parties if silent else _last_topic(trigger, discourse)


def _last_topic(trigger: Trigger, discourse: Discourse) -> tuple[Party, ...]:
    """The same where its own sentence names nobody: whose case it is, or who was spoken of last."""
    if trigger.is_noun and trigger.type in _OF_A_CASE and discourse.case:
        return discourse.case
    persons = bool(discourse.names.persons)
    if trigger.is_noun or _is_impersonal(trigger):
        return discourse.last("s", "", persons=persons)
    number = "p" if trigger.form.number == "p" else "s"
    gender = trigger.form.gender if trigger.form.gender in ("m", "f") and number == "s" else ""
    return discourse.last(number, gender, persons=persons and number == "s")


def _is_impersonal(trigger: Trigger) -> bool:
    """ "Задержали": somebody did it, and the verb does not agree with whom it happened to."""
    return not trigger.is_noun and not trigger.is_passive and trigger.roles[0] != "subject"
