// Package reader turns what scrapers leave behind into articles: files of
// every form it knows, plain or compressed, folders of them, and standard
// input.
//
// Reading is done in two steps, so that one huge file keeps all cores busy.
// Scan walks, decompresses and splits, in one goroutine and in a fixed order,
// into raw records of one article each; Record.Parse, a pure function, decodes
// a record on whichever core is free. Walk does both, one after the other.
// Neither ever holds more of a file than a record, and a record is bounded.
//
// What cannot be read is never an error of the run: it becomes a Problem, with
// the file, the record and a reason for people, and the reading goes on.
//
// A form of input is one file of this package and one line of the table in
// form.go.
package reader
