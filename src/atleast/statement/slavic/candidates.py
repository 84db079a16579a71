"""Who may fill a role in a sentence: names, nouns for people with their numbers and adjectives, and pronouns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import agree, is_finite, noun_cases
from atleast.statement.slavic.inflection import ANY
from atleast.statement.slavic.mentions import Mention
from atleast.statement.slavic.page import Page, Passage, Sentence, Word
from atleast.statement.slavic.references import Candidate, Discourse, Party, party_of

_LONGEST_PHRASE = 5
_LONGEST_TITLE = 7
_LONGEST_JOINT = 8
_WHOSE = frozenset("его её ее их свой своего свою яго яе іх ягоны ягонага свайго сваю його її їх їхнього свого".split())
_ADJECTIVE = {
    "ru": re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ыми|ими|ую|юю|ым|им)$"),
    "be": re.compile(r"(?:[нквтгхшжчр]ы|[кгх]і|ага|яга|аму|яму|ая|яя|ое|ае|яе|ыя|ія|ых|іх|ымі|імі|ую|юю|ым|ім|ай|ой)$"),
    "uk": re.compile(r"(?:ий|ій|ого|ього|ому|ьому|ої|ьої|ою|ьою|их|іх|ими|іми|им|ім|[нквтлр](?:а|е|і|у))$"),
}
_COUNTED = re.compile(r"(?:ов|ев|ей|ц|ин|ян|аў|яў|оў|ів|їв|ян|ин)$")
_AND = frozenset(("и", "і", "й", "та", "ды", "а", "также", "таксама", "також"))


def candidates(passage: Passage, sentence: Sentence, discourse: Discourse, *, roles: bool = True) -> list[Candidate]:
    """All that may fill a role in a sentence, in order. Without `roles` to fill, the case of a lone name is not asked for."""
    language = discourse.page.language
    mentions = discourse.names.within(passage, sentence.first, sentence.last)
    roles = roles or len(mentions) > 1
    found = [_named(mention, passage, sentence, language, roles=roles) for mention in mentions]
    taken = {index for one in found for index in range(one.first, one.last)}
    people = lexicons.by_form(language, "people")
    pronouns = lexicons.entries(language, "pronouns")
    people_forms = people.texts
    for word in passage.words_of(sentence):
        is_number = not word.is_word and word.text[0].isdigit()
        if word.index in taken or not (is_number or word.low in pronouns or word.low in people_forms):
            continue
        if word.low in pronouns and not _is_possessive(
            word, passage, sentence, people, pronouns[word.low].extra.get("cases", "")
        ):
            entry = pronouns[word.low]
            found.append(
                Candidate(
                    word.index,
                    word.index + 1,
                    frozenset(entry.extra.get("cases", "ngdail")),
                    entry.extra.get("number", "s"),
                    entry.extra.get("gender", "").strip("-"),
                    entry.value,
                )
            )
        elif is_number and (other := _counted(word, passage, sentence, discourse.page, people)):
            found.append(other)
        elif word.low in people and (
            word.index + 1 not in taken
            or _is_kin(word, passage, people[word.low])
            or _is_family(word, passage, people[word.low], found)
        ):
            found.append(_people(word, passage, sentence, discourse.page, people[word.low]))
    found.sort(key=lambda one: one.first)
    _apply_kin(found, passage, discourse.page)
    _apply_titles(found, passage)
    for named, noun in pairwise(found):
        if (
            named.kind == "name"
            and noun.kind == "noun"
            and noun.number != "p"
            and noun.first - named.last == 1
            and passage.words[named.last].text == ","
        ):
            noun.parties = named.parties
            if named.mention is not None:
                named.mention.person.nouns.add(noun.lemma)
    _join(found, passage, language)
    return found


def _is_kin(word: Word, passage: Passage, meanings: Sequence[lexicons.Meaning]) -> bool:
    """ "Отца", "адвоката": somebody of somebody, where no possessive says whose."""
    before = passage.words[word.index - 1].low if word.index else ""
    return meanings[0].entry.value == "kin" and before not in _WHOSE


def _apply_kin(found: list[Candidate], passage: Passage, page: Page) -> None:
    """ "Бацьку палітзняволенага Івана Крука": a name in the genitive after such a noun only says whose father it is."""
    people = lexicons.by_form(page.language, "people")
    for noun, name in pairwise(list(found)):
        if noun.kind != "noun" or name.kind != "name" or name not in found or "g" not in name.cases:
            continue
        head = passage.words[noun.last - 1]
        between = passage.words[noun.last : name.first]
        if not _is_kin(head, passage, people.get(head.low, ())) if head.low in people else True:
            continue
        if all(word.low in people or is_modifier(word, page.language) for word in between):
            noun.last = name.last
            noun.parties = (
                Party(
                    page.words(passage.words[noun.first].start, passage.words[name.last - 1].end),
                    None,
                    "s",
                    noun.gender,
                ),
            )
            noun.lemma = ""
            found.remove(name)


def _apply_titles(found: list[Candidate], passage: Passage) -> None:
    """ "Основателя центра «Дуб» Алеся Вереска": a noun and the name that it leads up to are one."""
    for noun, named in pairwise(list(found)):
        if noun.kind != "noun" or named.kind != "name" or noun.number == "p" or not noun.cases & named.cases:
            continue
        between = passage.words[noun.last : named.first]
        if (
            len(between) <= _LONGEST_TITLE
            and all(
                (word.is_word and not word.has_capital)
                or word.text in '«»„“”"'
                or passage.quotation_at(word.start, word.end)
                for word in between
            )
            and between
            and not any(is_finite(word.low, "ru") for word in between if word.is_word)
        ):
            found.remove(noun)


def _named(mention: Mention, passage: Passage, sentence: Sentence, language: str, *, roles: bool) -> Candidate:
    cases, gender = (mention.cases, mention.gender or mention.person.gender) if roles else (ANY, "")
    parties = (party_of(mention.person),)
    found = Candidate(mention.first, mention.last, cases, "s", gender, "name", mention, parties=parties)
    authorities = lexicons.by_form(language, "authorities")
    for index in range(mention.first - 1, max(sentence.first, mention.first - _LONGEST_PHRASE) - 1, -1):
        word = passage.words[index]
        if (
            word.low in authorities
            and authorities[word.low][0].entry.value != "body"
            and word.low not in lexicons.words(language, "unreal", "preposition")
        ):
            found.is_actor = not any(
                one.low in lexicons.words(language, "unreal", "former")
                for one in passage.words[max(sentence.first, index - 2) : index]
            )
            break
        if not word.is_word or (word.has_capital and not word.entity):
            break
    role = _apposed(mention, passage, sentence, language)
    if role:
        people = lexicons.by_form(language, "people")
        mention.person.nouns |= {meaning.form.lemma for meaning in people.get(passage.words[role[1]].low, ())}
        cases = frozenset(
            case
            for index in range(role[0], mention.first)
            for case in _case_of(passage.words[index], language, index == role[1])
        )
        if cases and found.cases & cases:
            found.cases = found.cases & cases
    return found


def _case_of(word: Word, language: str, is_noun: bool) -> frozenset[str]:
    if not is_noun:
        return frozenset()
    meanings = lexicons.by_form(language, "people").get(word.low, ())
    return frozenset(case for meaning in meanings for case in meaning.form.cases)


def _apposed(mention: Mention, passage: Passage, sentence: Sentence, language: str) -> tuple[int, int] | None:
    """The noun for people right before a name, and where its phrase begins."""
    people = lexicons.by_form(language, "people")
    low = mention.first - 1
    if low < sentence.first or passage.words[low].low not in people:
        return None
    noun = low
    while low > sentence.first and is_modifier(passage.words[low - 1], language):
        low -= 1
    return low, noun


def is_modifier(word: Word, language: str) -> bool:
    """Whether a word before a noun looks like an adjective."""
    low = word.low
    if (
        not word.is_word
        or word.entity == "PER"
        or len(low) < 5
        or low in lexicons.words(language, "unreal", "preposition")
    ):
        return False
    if (
        _ADJECTIVE[language].search(low) is None
        or is_finite(low, language)
        or low in lexicons.parts(language, "bounds")
    ):
        return False
    return low not in lexicons.words(language, "not_names") and low not in lexicons.by_form(language, "people")


def _is_possessive(word: Word, passage: Passage, sentence: Sentence, people: Mapping[str, object], cases: str) -> bool:
    """ "Её адвоката": a pronoun in the genitive before a noun says whose."""
    return (
        word.index + 1 < sentence.last
        and "g" in cases
        and "n" not in cases
        and passage.words[word.index + 1].low in people
    )


def _counted(
    word: Word, passage: Passage, sentence: Sentence, page: Page, people: Mapping[str, object]
) -> Candidate | None:
    """A number with a noun that the lexicon of people does not have: "28 велмарийцев"; no time, sum or share."""
    after = passage.words[word.index + 1] if word.index + 1 < sentence.last else None
    if (
        after is None
        or not after.is_word
        or len(after.low) < 6
        or not _COUNTED.search(after.low)
        or after.low in people
    ):
        return None
    language = page.language
    if any(
        after.low in lexicons.words(language, name) for name in ("dates", "penalties", "number_neighbours", "countable")
    ):
        return None
    if after.low.startswith(
        (
            "процент",
            "відсотк",
            "адсотк",
            "миллион",
            "мільйон",
            "тысяч",
            "тисяч",
            "рубл",
            "километр",
            "государств",
            "дзяржа",
            "держав",
            "пункт",
            "параграф",
        )
    ):
        return None
    text = page.words(word.start, after.end)
    return Candidate(word.index, word.index + 2, ANY, "p", "", "noun", parties=(Party(text, None, "p"),))


def _is_family(word: Word, passage: Passage, meanings: Sequence[lexicons.Meaning], found: list[Candidate]) -> bool:
    """ "Братам Калвашукам": a noun in the plural before a lone surname; the name is then that of all of them."""
    beside = next((one for one in found if one.first == word.index + 1), None)
    if (
        beside is None
        or beside.mention is None
        or beside.mention.is_full
        or any(one.form.number == "s" for one in meanings)
    ):
        return False
    after = passage.words[beside.last].low if beside.last < len(passage.words) else ""
    if after in _AND:
        return False
    found.remove(beside)
    return True


def _cases_of_people(meaning: lexicons.Meaning) -> frozenset[str]:
    """The cases of a form that is people: what looks like a nominative is no accusative, but for women and children."""
    cases = meaning.form.cases
    masculine = meaning.form.number == "p" or meaning.entry.extra.get("gender") == "m"
    return cases - {"a"} if masculine and {"n", "a"} <= cases and "g" not in cases else cases


def _people(
    word: Word, passage: Passage, sentence: Sentence, page: Page, meanings: Sequence[lexicons.Meaning]
) -> Candidate:
    first = word.index
    while (
        first > sentence.first
        and word.index - first < _LONGEST_PHRASE
        and _leads(passage.words[first - 1], page.language)
    ):
        first -= 1
    first = _with_bound(first, passage, sentence, page.language)
    cases = frozenset(case for meaning in meanings for case in _cases_of_people(meaning))
    numbers = {meaning.form.number for meaning in meanings if meaning.form.number}
    counted = any(_is_number(passage.words[index], page.language) for index in range(first, word.index))
    number = "p" if counted or numbers == {"p"} else "s" if numbers == {"s"} else ""
    if counted:
        cases = ANY
    elif (
        first < word.index
        and (modifier := noun_cases(passage.words[word.index - 1].text, page.language))
        and modifier & cases
    ):
        cases = modifier & cases
    last = word.index + 1
    if number == "p" and last < sentence.last and passage.words[last].entity == "PER":
        last += 1
    text = page.words(passage.words[first].start, passage.words[last - 1].end)
    gender = meanings[0].entry.extra.get("gender", "m") if number != "p" else ""
    lemma = meanings[0].form.lemma if first == word.index else ""
    anyone = meanings[0].entry.value == "anyone"
    return Candidate(
        first,
        last,
        cases,
        number,
        gender,
        "noun",
        parties=(Party(text, None, number or "s", gender),),
        lemma=lemma,
        anyone=anyone,
    )


def _is_number(word: Word, language: str) -> bool:
    return word.text[0].isdigit() or word.low in lexicons.words(language, "numbers")


def _with_bound(first: int, passage: Passage, sentence: Sentence, language: str) -> int:
    """Where "не менш за 30 чалавек" begins: the words of a bound before a number belong to the phrase."""
    if not passage.words[first].text[0].isdigit() and passage.words[first].low not in lexicons.words(
        language, "numbers", "number"
    ):
        return first
    for phrase, entry in lexicons.phrases(language, "bounds"):
        low = first - len(phrase)
        if (
            entry.extra.get("place", "before") == "before"
            and low >= sentence.first
            and tuple(word.low for word in passage.words[low:first]) == phrase
        ):
            return low
    return first


def _leads(word: Word, language: str) -> bool:
    """Whether a word before a noun belongs to its phrase: a number, an adjective, "at least"."""
    return _is_number(word, language) or is_modifier(word, language)


def _join(found: list[Candidate], passage: Passage, language: str) -> None:
    """ "A, B и C": names in one row fill a role together; each of the row has the parties of all."""
    position = 0
    while position < len(found):
        row = [found[position]]
        while position + len(row) < len(found) and _are_joined(row[-1], found[position + len(row)], passage, language):
            row.append(found[position + len(row)])
        if len(row) > 1 and row[-1].kind == row[0].kind == "name":
            parties = tuple(dict.fromkeys(party for one in row for party in one.parties))
            cases = row[0].cases
            for one in row[1:]:
                cases = cases & one.cases or cases
            joined = any(word.low in _AND for word in passage.words[row[0].last : row[-1].first])
            if joined or len(row) > 2:
                for one in row:
                    one.parties, one.cases, one.number = parties, cases, "p"
        position += len(row)


def _are_joined(one: Candidate, other: Candidate, passage: Passage, language: str) -> bool:
    """Whether two names stand in one row: joined by "and" or a comma, with no more than a description of the second between."""
    between = passage.words[one.last : other.first]
    if (
        one.kind != "name"
        or other.kind != "name"
        or not 0 < len(between) <= _LONGEST_JOINT
        or not agree(one.cases, other.cases)
    ):
        return False
    if not (between[0].text in "(," or between[0].low in _AND):
        return False
    return all(word.text in ",()" or word.low in _AND or _describes(word, language) for word in between)


def _describes(word: Word, language: str) -> bool:
    """Whether a word between two names of a row may belong to a description of the second: no verb, no preposition."""
    if not word.is_word:
        return word.text[0].isdigit()
    no_part = lexicons.either(language, "unreal", "preposition", "subordinator")
    return not word.has_capital and word.low not in no_part and not is_finite(word.low, language)
