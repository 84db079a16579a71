"""Whether a word tells of an event: the conditions that the lexicons of events name."""

from __future__ import annotations

from dataclasses import dataclass

from atleast.model.words import EventType
from atleast.statement.english import lexicons, reality, triggers
from atleast.statement.english.affected import (
    affected_by_noun,
    affected_by_verb,
    all_heads,
    looks_human,
    thing_acted_on,
)
from atleast.statement.english.grammar import agent, complement, has_word, is_passive, subject
from atleast.statement.english.names import Names
from atleast.statement.english.page import Passage
from atleast.statement.english.reality import Reality
from atleast.statement.english.tree import Word
from atleast.statement.english.triggers import Trigger

_WINDOW = 160
_BODY_ACTS = frozenset(
    {
        "put",
        "place",
        "enter",
        "declare",
        "designate",
        "recognize",
        "recognise",
        "list",
        "classify",
        "deem",
        "add",
        "include",
    }
)
_PLAINTIFFS = frozenset(
    {"prosecutor", "prosecution", "judge", "defence", "defense", "attorney", "lawyer", "investigator"}
)
_EVENT_PREPOSITIONS = frozenset(
    {"after", "during", "following", "amid", "since", "despite", "before", "concerning", "regarding", "over", "at"}
)
_TELLING_NOUNS = frozenset(
    {
        "allegation",
        "report",
        "testimony",
        "evidence",
        "case",
        "instance",
        "wave",
        "act",
        "victim",
        "series",
        "campaign",
        "number",
        "account",
        "spate",
        "hundred",
        "dozen",
        "thousand",
    }
)
_TELLING_VERBS = frozenset(
    {
        "report",
        "document",
        "record",
        "witness",
        "face",
        "suffer",
        "describe",
        "condemn",
        "denounce",
        "track",
        "register",
        "count",
        "include",
        "carry",
        "conduct",
        "make",
        "see",
        "endure",
        "involve",
        "deplore",
    }
)
_COUNTED = frozenset(
    {
        "trial",
        "arrest",
        "sentence",
        "verdict",
        "conviction",
        "hearing",
        "search",
        "raid",
        "fine",
        "election",
        "meeting",
        "protest",
        "strike",
        "vote",
        "rally",
        "march",
    }
)
_MADE = frozenset(
    {"reiterate", "repeat", "renew", "issue", "make", "launch", "echo", "join", "send", "sign", "support"}
)
_ELECTIONS = frozenset({"election", "vote", "referendum"})
_GATHERINGS = frozenset(
    {
        "protest",
        "demonstration",
        "rally",
        "march",
        "strike",
        "picket",
        "election",
        "vote",
        "referendum",
        "meeting",
        "talk",
        "visit",
    }
)
_MASS = frozenset(
    {
        "torture",
        "ill-treatment",
        "mistreatment",
        "maltreatment",
        "violence",
        "abuse",
        "brutality",
        "harassment",
        "persecution",
        "censorship",
        "force",
        "treatment",
        "rape",
        "intimidation",
        "detention",
        "confinement",
        "deprivation",
        "imprisonment",
        "punishment",
    }
)
_RELUCTANT = frozenset({"slow", "unable", "unwilling"})
_HAPPENING = frozenset(
    {
        "take",
        "occur",
        "happen",
        "continue",
        "follow",
        "last",
        "begin",
        "start",
        "erupt",
        "break",
        "be",
        "intensify",
        "resume",
        "end",
        "sweep",
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A word that tells of an event: which one, of what kind, with what reality, and to whom it happens (heads of phrases)."""

    word: Word
    trigger: Trigger
    start: int
    end: int
    denied: bool
    affected: tuple[Word, ...]


def told_in(passage: Passage, names: Names) -> list[Told]:
    """The events that a paragraph tells, in order of their words."""
    verbs, nouns = triggers.verbs(), triggers.nouns()
    found: list[Told] = []
    words = [word for word in passage.tree.words if word.entity != "DATE"]
    for word in words:
        told = None
        if (
            word.lemma in verbs
            and (word.is_verb or word.tag in ("VBN", "VBD"))
            and word.dep not in ("amod", "aux", "auxpass", "compound")
        ):
            told = _verb(word, verbs[word.lemma], passage, names, found)
        elif word.lower in _RELUCTANT and word.child("xcomp"):
            told = _verb(word, verbs.get("fail", ()), passage, names, found)
        if told is not None:
            found.append(told)
    for word in words:
        if word.lemma in nouns and word.is_noun:
            told = _noun(word, nouns[word.lemma], passage, names, found)
            if told is not None:
                found.append(told)
    return sorted(found, key=lambda told: (told.start, told.end))


def _verb(verb: Word, options: tuple[Trigger, ...], passage: Passage, names: Names, before: list[Told]) -> Told | None:
    status: Reality | None = None
    for trigger in options:
        text = _following(verb, passage)
        if trigger.following or trigger.not_following:
            around = text if not trigger.objects else _with_object(verb, text, passage)
            if not trigger.follows(around):
                continue
        if trigger.objects and not _has_object(verb, trigger):
            continue
        if trigger.subjects and not _has_subject(verb, trigger):
            continue
        affected = [
            word
            for word in affected_by_verb(verb, trigger)
            if word.entity not in ("DATE", "TIME") or word.lemma in lexicons.values("people")
        ]
        if not all(_meets(need, verb, trigger, affected, text, passage, names, before) for need in trigger.needs):
            continue
        status = reality.of_verb(verb, duty_is_fact=trigger.type in (EventType.SENTENCE, EventType.FINE))
        if status is Reality.UNREAL:
            return None
        if trigger.type is EventType.PROTEST and verb.dep == "advcl" and verb.tag == "VB":
            return None
        start, end = verb.start, verb.end
        if trigger.more is not None:
            later = next(
                (word for word in passage.tree.words[verb.index : verb.index + 14] if word.lower == trigger.more), None
            )
            end = later.end if later is not None and later.index - verb.index <= 3 else end
        denied = status is Reality.DENIED and not trigger.needs & {"negated", "refused", "no news"}
        return Told(verb, trigger, start, end, denied, tuple(affected))
    return None


def _following(verb: Word, passage: Passage) -> str:
    """The text after the verb, in small letters, up to the end of its clause or of the sentence."""
    words = passage.tree.words
    _, high = passage.tree.sentences[verb.sentence]
    last = verb.last if verb.last > verb.index else min(high - 1, verb.index + 12)
    parts = []
    for word in words[verb.index + 1 : min(last + 1, verb.index + 30)]:
        if word.text == ";" or (word.dep == "conj" and word.head is verb and word.is_verb):
            break
        parts.append(word.lower)
    return " " + " ".join(parts).replace(" - ", "-")[:_WINDOW]


def _with_object(verb: Word, text: str, passage: Passage) -> str:
    thing = thing_acted_on(verb)
    if thing is None or thing.index > verb.index:
        return text
    return " " + " ".join(word.lower for word in passage.tree.words[thing.first : thing.last + 1]) + text


def _has_object(verb: Word, trigger: Trigger) -> bool:
    thing = thing_acted_on(verb)
    candidates = all_heads([thing]) if thing is not None else []
    candidates += [child for child in verb.children if child.dep in ("npadvmod", "oprd", "attr", "dobj", "ccomp")]
    return any(
        word.lemma in trigger.objects
        or any(part.lemma in trigger.objects and part.dep in ("compound", "amod", "nmod") for part in word.children)
        for word in candidates
    )


def _has_subject(verb: Word, trigger: Trigger) -> bool:
    if verb.lemma in ("be", "remain"):
        own = verb.child("nsubj")
        return own is not None and own.lemma in trigger.subjects
    actor = next((by.child("pobj") for by in verb.children_by("agent")), None) if is_passive(verb) else subject(verb)
    return actor is not None and any(
        word.lemma in trigger.subjects
        or any(part.lemma in trigger.subjects and part.dep == "compound" for part in word.children)
        for word in all_heads([actor])
    )


def _meets(
    need: str,
    verb: Word,
    trigger: Trigger,
    affected: list[Word],
    text: str,
    passage: Passage,
    names: Names,
    before: list[Told],
) -> bool:
    match need:
        case "passive":
            return is_passive(verb)
        case "active":
            return not is_passive(verb)
        case "forced":
            return any(
                child.lower in ("forcibly", "illegally", "unlawfully", "forcefully") for child in verb.children
            ) or is_passive(verb)
        case "a country":
            thing = verb.child("dobj")
            return thing is not None and thing.entity == "GPE"
        case "human" | "human object":
            thing = verb.child("dobj") if need == "human object" else None
            heads = all_heads([thing] if thing is not None else affected)
            return any(looks_human(word, named=names.at(passage, word) is not None) for word in heads)
        case "body":
            return any(
                word.lemma in lexicons.words("bodies")
                or (
                    word.pos == "PROPN"
                    and names.at(passage, word) is None
                    and word.entity not in ("GPE", "DATE", "LANGUAGE")
                )
                for word in all_heads(affected)
            )
        case "prison":
            return _speaks_of_prison(passage, verb, before)
        case "negated" | "no news":
            return any(
                child.dep == "neg"
                or child.lower in ("nobody", "no")
                or any(part.lower == "no" for part in child.children)
                for child in verb.children
            )
        case "refused":
            return (
                verb.lemma in ("deny", "refuse", "deprive", "withhold", "lack")
                or " no " in f"{text} "
                or " without " in text
                or any(child.dep == "neg" for child in verb.children)
            )
        case "dead":
            return any(child.lower == "dead" for child in verb.children)
        case "plural":
            return any(word.tag in ("NNS", "NNPS") for word in all_heads(affected))
        case "by law":
            return verb.lemma in _BODY_ACTS or (verb.lemma in ("label", "brand") and is_passive(verb))
        case "sum of years":
            thing = thing_acted_on(verb) if not is_passive(verb) else verb.child("dobj", "oprd", "npadvmod", "attr")
            low, high = passage.tree.sentences[verb.sentence]
            years = any(word.lemma in ("year", "month") for word in passage.tree.words[max(0, low - 40) : high])
            return thing is not None and thing.pos == "NUM" and years
        case "sanctions":
            return (
                _speaks_of_sanctions(passage)
                and (is_passive(verb) or subject(verb) is not None)
                and any(
                    looks_human(word, named=names.at(passage, word) is not None) or word.lemma == "name"
                    for word in all_heads(affected)
                )
            )
        case "appeal":
            return (
                complement(verb, "for", "on", "upon", "to") is not None
                and not is_passive(verb)
                and verb.child("dobj", "oprd") is None
            )
        case "to act":
            return _asks_to_act(verb)
        case "speaker":
            actor = agent(verb) if is_passive(verb) else subject(verb)
            return actor is None or _may_speak(actor, names.at(passage, actor) is not None)
        case "not in court":
            actor = subject(verb)
            return actor is None or actor.lemma not in _PLAINTIFFS
        case _:
            return True


def _asks_to_act(verb: Word) -> bool:
    clause = verb.child("xcomp", "ccomp")
    if clause is None or any(
        child.lower in ("whether", "if", "why", "how", "what", "when", "where", "who") for child in clause.children
    ):
        return False
    return (
        verb.lemma != "ask"
        or has_word(clause, "to")
        or any(child.lower == "that" and child.dep == "mark" for child in clause.children)
    )


def _may_speak(word: Word, named: bool) -> bool:
    """Whether a subject can call for something: not a law, a rule or a thing."""
    if word.lemma in (
        "law",
        "rule",
        "situation",
        "case",
        "code",
        "article",
        "constitution",
        "principle",
        "work",
        "job",
        "role",
        "time",
        "this",
        "which",
    ):
        return False
    return (
        looks_human(word, named=named)
        or word.pos in ("PROPN", "PRON")
        or any(word.lemma in lexicons.words(name) for name in ("authorities", "bodies", "documents"))
        or word.lemma
        in (
            "state",
            "country",
            "delegation",
            "mission",
            "coalition",
            "signatory",
            "defender",
            "campaign",
            "appeal",
            "relatives",
        )
    )


def _speaks_of_sanctions(passage: Passage) -> bool:
    return any(
        word.lemma in ("sanction", "blacklist") or (word.lemma == "restrictive" and word.head.lemma == "measure")
        for word in passage.tree.words
    )


def _speaks_of_prison(passage: Passage, word: Word, before: list[Told]) -> bool:
    prison = lexicons.words("facilities", "prison")
    low, high = passage.tree.sentences[word.sentence]
    if any(other.lemma in prison for other in passage.tree.words[low:high]):
        return True
    return any(told.trigger.type is EventType.DEATH_IN_CUSTODY for told in before)


def _noun(noun: Word, options: tuple[Trigger, ...], passage: Passage, names: Names, before: list[Told]) -> Told | None:
    status = reality.of_noun(noun)
    if (
        status is not Reality.FACT
        or noun.head.lemma == "report"
        and noun.dep == "pobj"
        and noun.head.pos == "VERB"
        and False
    ):
        return None
    for trigger in options:
        affected = [word for word in affected_by_noun(noun, trigger) if word.entity not in ("DATE", "TIME")]
        required = trigger.needs & {
            "owner",
            "definite",
            "told",
            "after",
            "in it",
            "on it",
            "call made",
            "in the dock",
            "appeal heard",
            "sanctions on",
        }
        if trigger.objects and not any(child.lower in trigger.objects for child in noun.children):
            continue
        if required and not any(_noun_meets(need, noun, affected, trigger) for need in required):
            continue
        if "prison" in trigger.needs and not _speaks_of_prison(passage, noun, before):
            continue
        if "of a body" in trigger.needs and not any(
            word.pos == "PROPN" or word.lemma in lexicons.words("bodies") for word in affected
        ):
            continue
        if "not a text" in trigger.needs and any(child.lower in ("press", "news") for child in noun.children):
            continue
        if _told_by_its_verb(noun, trigger, before):
            return None
        return Told(noun, trigger, noun.start, noun.end, status is Reality.DENIED, tuple(affected))
    return None


def _told_by_its_verb(noun: Word, trigger: Trigger, before: list[Told]) -> bool:
    """ "Received a sentence", "carried out a search": one event, told by the verb."""
    for told in before:
        if (
            told.word.is_verb
            and told.word.sentence == noun.sentence
            and (noun.head is told.word or noun.head.head is told.word or noun.head.head.head is told.word)
        ):
            if (
                (
                    told.trigger.type is trigger.type
                    and noun.dep in ("dobj", "pobj")
                    and noun.head.dep in ("prep", "ROOT", "conj", "relcl")
                    and not noun.child("poss")
                )
                or noun.lemma in told.trigger.objects
                or noun.lemma == told.trigger.more
                or any(noun.lemma in phrase or noun.lower in phrase for phrase in told.trigger.following)
            ):
                return True
    return False


def _noun_meets(need: str, noun: Word, affected: list[Word], trigger: Trigger) -> bool:
    match need:
        case "owner":
            return bool(affected) and (noun.child("poss") is not None or complement(noun, *trigger.owners) is not None)
        case "definite":
            return any(
                (child.dep == "det" and child.lower in ("the", "this", "these", "those"))
                or child.dep == "poss"
                or child.entity == "DATE"
                or (
                    child.dep == "amod"
                    and child.lower in ("mass", "nationwide", "recent", "latest", "previous", "last")
                )
                for child in noun.children
            ) or _is_told(noun)
        case "told":
            return _is_told(noun)
        case "in it":
            return noun.dep == "pobj" and noun.head.lower in ("in", "under") and _is_state(noun.head.head)
        case "on it":
            return (
                noun.tag == "NNS"
                and noun.dep == "pobj"
                and noun.head.lower == "on"
                and complement(noun, "of") is not None
            )
        case "call made":
            return noun.dep == "dobj" and noun.head.lemma in _MADE and complement(noun, "for", "to", "on") is not None
        case "after":
            return noun.dep == "pobj" and noun.head.lower in ("amid", "after", "following") and noun.head.head.is_verb
        case "in the dock":
            return noun.dep == "pobj" and noun.head.lower == "in"
        case "appeal heard":
            return (
                noun.child("poss") is not None
                and noun.dep in ("nsubjpass", "dobj")
                and noun.head.lemma
                in ("reject", "hear", "dismiss", "file", "lodge", "grant", "uphold", "consider", "submit")
            )
        case "sanctions on":
            return noun.tag == "NNS" and complement(noun, "on", "against") is not None and noun.child("det") is not None
        case _:
            return False


def _is_recounted(noun: Word) -> bool:
    """Whether several or much of it is told of: called arbitrary or brutal, or under a word of telling: "documents beatings"."""
    telling = lexicons.values("telling")
    if noun.lemma not in _ELECTIONS and any(telling.get(child.lower) == "adjective" for child in noun.children):
        return True
    above = noun
    for _ in range(7):
        following = above.head
        if following is above:
            return False
        above = following
        if above.is_verb:
            return telling.get(above.lemma) == "verb" and noun.lemma not in _GATHERINGS
        if above.is_noun and telling.get(above.lemma) == "noun" and noun.lemma not in _GATHERINGS:
            return True
    return False


def _is_state(governor: Word) -> bool:
    """ "Was in detention", "spent 17 months in detention"; not "sentenced to two years in jail"."""
    if governor.lemma in ("year", "month", "day", "week"):
        governor = governor.head
    return governor.lemma in ("be", "spend", "remain", "languish", "stay", "have")


def _is_told(noun: Word) -> bool:
    if noun.child("nummod") is not None:
        return True
    if noun.tag == "NN" and noun.lemma in _COUNTED and not noun.child("det", "poss", "amod", "nmod", "compound"):
        return False
    if noun.tag == "NNS" or noun.lemma in _MASS:
        if _is_recounted(noun):
            return True
    above = noun
    while above.dep == "conj" and above.head.is_noun:
        above = above.head
    if above.dep == "pobj":
        preposition = above.head
        if preposition.lower in _EVENT_PREPOSITIONS:
            return True
        governor = preposition.head
        return preposition.lower in ("of", "to") and governor.lemma in _TELLING_NOUNS | {
            "response",
            "testify",
            "accuse",
        }
    if above.dep == "nsubj" and above.head.lemma in _HAPPENING:
        return True
    return above.dep in ("dobj", "nsubjpass") and above.head.lemma in _TELLING_VERBS
