// Package credit reads from one article by itself whom it credits: outlets,
// agencies and platforms named as the source of what it tells, and the lines
// that say whose text it is (byline, dateline, credit line).
//
// A credit is a cue together with an outlet: a name alone is a mention, and
// most mentions are not credits. The cues of each language are the section [cues]
// of its file in lang/data or lang/press, which anyone can edit; the outlets are those
// of package outlet, and any other name that has the shape of an outlet's.
//
// The files: reader and reading hold the whole; lexicon, lexeme, cue_phrase and token
// the words; sentence goes through a sentence, in which head, shape, name and stranger
// find the outlets; group puts together those that share a cue, and relate asks before,
// said_on, given, verb*, via and compound what ties them to one; wire*, mark*,
// line and byline_field read the lines that say whose a text is, run* the scripts that
// do not divide words, release and post what their names say; comment tells what people of
// outlets only remark, subject what the news is about, title reads one that the text has not.
//
// It compares no articles and does not decide which credit names the upstream: it
// gives each credit's place and form, claim says which may be for the main news, and
// cluster weighs them.
package credit
