// Package lang knows the words of the languages that the program reads. Each
// language is one file of data, named by its code (ISO 639-1): sections headed
// by [name], whose words are folded to lower case and separated by white space.
// A line that begins with # is a remark; so is what follows a # behind a heading
// or words. The file any holds what no language owns.
//
// It is also the one place where the language of a text is guessed: Of for a text,
// Guess for a few words. What these leave open a reader decides by which of the
// languages that have a file of data fits best.
//
// The package knows words only. What a section means to whoever reads a text is
// the business of the packages that read it; see sections.
package lang
