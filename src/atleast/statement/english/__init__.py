"""The English reader: dependency rules over spaCy's small English model, with its words in `lexicon_data/en`.

parser          the model, told about names it has never seen
tree, grammar   a paragraph as words that know their heads; subjects, objects, phrases, rows
quotations      what stands between quotation marks
page            a source as the reader sees it: paragraphs, sentences
name_spans, names, roles, lists      who is named, by which forms, called what, in which rows
discourse, references                whom the text told of last; pronouns and groups taken to their names
saying, saying_verbs, speech, voices who says which words, and the chain of who says so
reality         whether words say that something was so
triggers, candidate, conditions, nominal, matching   words that tell of an event, and what must be there for them to
affected        to whom an event happens, and who acts
calendar, circumstances              when, where, by which article, to what penalty, on what grounds
events, retelling                    an event with its roles; events told more than once
counting, contacts, positions        the other contents of a statement
drafts, account, reader              statements in the making; one page read through; the whole
"""
