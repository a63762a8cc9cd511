// Package quote finds the quotations of one article and who speaks them: the
// direct ones, between quotation marks, and what is told without.
//
// Words between quotation marks may be a title, a nickname or a scare quote: a
// small model, fitted on labelled news, tells them from somebody's words. The
// speaker is read from the sentence around the marks, its grammar given by the
// word lists of each language in lang/data or lang/speech. Where neither capital letters
// nor spaces tell what a name is, phrases of saying do all of it: lang/sayings.
//
// It reads each article by itself, knows no outlets, and does not decide
// whether a quotation is evidence that one article derives from another.
package quote
