"""The words that are fixed: closed lists, spelt as they are written on disk and in exports.

Event types follow the practice of Viasna's chronicle and OSCE mission reports; the certainty ladder orders how firmly a
text stands behind what it says (after FactBank and the CommitmentBank means); bounds and kinds of figure name what a
published number claims.
"""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """What happened. For call, invocation, report and meeting the subject is who acts; for the rest, whom it happens to."""

    ARREST = "arrest"
    SEARCH = "search"
    CHARGE = "charge"
    TRIAL = "trial"
    SENTENCE = "sentence"
    APPEAL = "appeal"
    TRANSFER = "transfer"
    RELEASE = "release"
    PARDON = "pardon"
    FINE = "fine"
    ILL_TREATMENT = "ill_treatment"
    TORTURE = "torture"
    DENIAL_OF_MEDICAL_CARE = "denial_of_medical_care"
    SOLITARY_CONFINEMENT = "solitary_confinement"
    INCOMMUNICADO = "incommunicado"
    DEATH_IN_CUSTODY = "death_in_custody"
    KILLING = "killing"
    DISAPPEARANCE = "disappearance"
    EXILE = "exile"
    DEPORTATION = "deportation"
    DISMISSAL = "dismissal"
    DESIGNATION = "designation"
    LIQUIDATION = "liquidation"
    CENSORSHIP = "censorship"
    PROTEST = "protest"
    ELECTION = "election"
    RECOGNITION = "recognition"
    REPORT = "report"
    INVOCATION = "invocation"
    MEETING = "meeting"
    SANCTION = "sanction"
    CALL = "call"


class Judgement(StrEnum):
    """What a person, or a rule of the mandate, says of two mentions. Four values, after the resolver of nomenklatura."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    """Somebody looked, and cannot say."""
    NOT_ENOUGH = "not_enough"
    """Nobody could say from what is held: what would settle it is missing."""


class Ground(StrEnum):
    """What a person was acted against for, as a source tells it."""

    EXPRESSION_ONLINE = "expression_online"
    EXPRESSION = "expression"
    READING = "reading"
    LANGUAGE = "language"
    ASSEMBLY = "assembly"
    ASSOCIATION = "association"
    JOURNALISM = "journalism"
    DEFENCE_OF_RIGHTS = "defence_of_rights"
    RELIGION = "religion"
    DONATION = "donation"
    VOTING = "voting"
    OTHER = "other"


class Certainty(StrEnum):
    """How firmly the text stands behind what it says, strongest first."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    REPORTED = "reported"
    ANECDOTAL = "anecdotal"
    ALLEGED = "alleged"
    HYPOTHETICAL = "hypothetical"


class Polarity(StrEnum):
    """Whether the text says that it was so, or that it was not."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Bound(StrEnum):
    """What a number claims about the true one."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    EXACTLY = "exactly"
    ABOUT = "about"
    AT_MOST = "at_most"
    FEWER_THAN = "fewer_than"


class FigureKind(StrEnum):
    """A stock is counted on a day, a flow over a period; an estimate is neither counted nor listed."""

    STOCK = "stock"
    FLOW = "flow"
    ESTIMATE = "estimate"


class ChainRole(StrEnum):
    """A place in the chain of who says so, outermost first."""

    OUTLET = "outlet"
    SPEAKER = "speaker"
    ORIGIN = "origin"


class Stance(StrEnum):
    """How a holder stands toward somebody; `view` is what they say of them where nothing stronger is said."""

    CALL = "call"
    CONDEMNATION = "condemnation"
    SUPPORT = "support"
    DENIAL = "denial"
    RECOGNITION = "recognition"
    ABSTENTION = "abstention"
    VIEW = "view"


class PartKind(StrEnum):
    """What a stretch of a source's text is. Statements come from bodies, tables and fields; names and dates from everywhere."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    TABLE = "table"
    FIELD = "field"
    """A fixed label of a case and what stands behind it, "Date of arrest: 3 May 2031"; of a narrative the label alone."""
    BOILERPLATE = "boilerplate"


class SourceState(StrEnum):
    """How far a source has come."""

    LAID_OUT = "laid_out"
    UNPACKED = "unpacked"
    UNREADABLE = "unreadable"


class ReviewVerdict(StrEnum):
    """What a person said of a statement: that its words say it, that they do not, or that the person said nothing after all."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class ReadingState(StrEnum):
    """What came of reading a source's text."""

    READ = "read"
    NOT_READ_YET = "not_read_yet"
    FAILED = "failed"


class Check(StrEnum):
    """The three values of verification."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_CHECKED = "not_checked"
