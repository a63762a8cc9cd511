// Package word finds the words of a text one by one and hashes them, case and
// diacritics aside, so that tables of words can be asked without making a
// string.
//
// It knows no language and divides no text of a script without spaces.
package word
