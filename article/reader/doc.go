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
// A form of input is one file of this package, or a few of one name, and one
// line of the table in form.go: text with front matter (text, frontmatter,
// labels), JSON (json*, field), tables (table*), pages (html), web archives
// (warc*), news and feeds as XML (xml*, nitf, newsml, feed), documents of word
// processors (docx, rtf, document), and archives of files, which are read as
// folders (archive, zip*, tar). Exports of newspaper databases (export*, nexis,
// proquest, factiva) are found in texts, pages and documents. What the keys of a
// record or the columns of a table mean is told in one place (field), and what
// they say of one article is gathered in one (fields, fieldvalue). What a record does
// not say may come from a Sidecar, from its address or from the folders it lies
// in (place).
//
// A form that holds records of another, as a web archive does pages, keeps the
// scan cheap: it splits, and leaves decoding and the other form to Parse.
package reader
