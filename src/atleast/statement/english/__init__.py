"""The English reader: dependency rules over spaCy's small English model, with its words in `lexicon_data/en`.

parser          the model, told about names it has never seen
tree, grammar   a paragraph as words that know their heads; subjects, objects, phrases, rows
quotations      what stands between quotation marks
page            a source as the reader sees it: paragraphs, sentences
name_spans, name_shapes, names, roles, lists      who is named, by which forms, called what, in which rows
discourse, references, groups, named_beside       whom the text told of last; pronouns, groups and phrases taken to their names
saying, saying_verbs, speech, voices who says which words, and the chain of who says so
reality, generic, tenses             whether words say that something was so, and when
triggers, candidate, matching, once   words that tell of an event, each event once
conditions, calling, nominal         what must be there for a word to tell of one
affected, affected_nouns             to whom an event happens, and who acts
calendar, relative_days, places, circumstances    when, where, by which article, to what penalty, on what grounds
events, retelling, leads, carrying, occasions     an event with its roles, and what other sentences give to it
counting, contacts, positions        the other contents of a statement
drafts, account, reader              statements in the making; one page read through; the whole
"""
