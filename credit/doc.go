// Package credit reads from one article by itself whom it credits: outlets,
// agencies and platforms named as the source of what it tells, and the lines
// that say whose text it is (byline, dateline, credit line).
//
// A credit is a cue together with an outlet: a name alone is a mention, and
// most mentions are not credits. The cues of each language are files in data/
// that anyone can edit; the outlets are those of package outlet, and any other
// name that has the shape of an outlet's.
//
// It compares no articles and does not decide which credit names the upstream:
// it gives each credit's place and form, and cluster weighs them.
package credit
