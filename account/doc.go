// Package account says what the report tells: the row of each article, cluster and
// story, of each outlet and of what it has from others. It asks a Corpus for what
// was found out, so that one machine, which has all of it in hand, and one of many,
// which has what a few articles need, tell the same.
package account
