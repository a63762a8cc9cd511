// Package credit reads from one article by itself whom it credits and whom it
// quotes: outlets and agencies named as a source, wire lines, direct
// quotations and their speakers.
//
// Two ideas carry it. A credit is a cue together with an outlet: a name alone
// is a mention, and most mentions are not credits. And outlets and cues are
// data: the gazetteer and the cues of each language are files that anyone can
// edit, the code knows neither.
//
// It compares no articles and does not decide which credit names the upstream:
// it gives each credit's place and form, and cluster weighs them.
package credit
