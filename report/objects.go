package report

import "wiretrace/row"

// Objects says what report.jsonl holds.
type Objects uint8

// What report.jsonl may hold.
const (
	ObjectsBySize  Objects = iota // FullObjects of at most FullUpTo articles, OffsetsObjects of more
	FullObjects                   // every text, and with each passage, credit and quotation its own once more
	OffsetsObjects                // every text once: passages, credits and quotations have their offsets alone
	NoObjects                     // there is no report.jsonl
)

// FullUpTo is how many articles a report may have to be written with FullObjects
// unasked.
const FullUpTo = 20_000

// OffsetsOf reports whether the objects of a report of so many articles have each text
// once.
func (o Objects) OffsetsOf(articles int) bool {
	return o == OffsetsObjects || o == ObjectsBySize && articles > FullUpTo
}

// A Compression is how the largest files of a report are compressed.
type Compression uint8

// The compressions.
const (
	NoCompression Compression = iota
	Zstandard                 // RFC 8878; the names end in .zst
)

// compressedExtension is what the names of compressed files end in.
const compressedExtension = ".zst"

// compressedName returns the name of a file that is compressed if o says so.
func (o *Options) compressedName(name string) string {
	if o.Compress == Zstandard {
		return name + compressedExtension
	}
	return name
}

// ObjectsName returns the name of the file of objects, empty if there is none.
func (o *Options) ObjectsName() string {
	if o.Objects == NoObjects {
		return ""
	}
	return o.compressedName(objectsFile)
}

// PassagesName returns the name of the table of passages.
func (o *Options) PassagesName() string { return o.compressedName(passagesFile) }

// textless leaves out of the parts of an object what its offsets say.
type textless struct{ row.Cells }

func (t textless) Text(column, value string) {
	if column != "text" && column != "source_text" {
		t.Cells.Text(column, value)
	}
}
