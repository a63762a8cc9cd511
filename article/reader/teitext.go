package reader

import (
	"bytes"
	"slices"
)

// teiMarks are the elements and the attribute by which the text of an edition is more than its words.
var teiMarks = [...][]byte{[]byte("<choice"), []byte("<app"), []byte("<fw"), []byte("<note"), []byte("<del"), []byte("<surplus"), []byte("<figDesc"), []byte("break="), []byte("<pb"), []byte("<cb")}

// readOnce returns the text of an edition in TEI as it is to be read: one reading where the editor gives several, a word whole that the
// printer divided over a line, a column or a page, and neither running heads nor notes:
//
//	the <choice><sic>fery</sic><corr>ferry</corr></choice> has to go to the dock<lb break="no"/>yard
func readOnce(b []byte) []byte { return readOnceWithin(b, 0) }

// mostReadings is how deep readings may stand within readings; what is deeper is read as it stands.
const mostReadings = 4

func readOnceWithin(b []byte, depth int) []byte {
	marked := slices.ContainsFunc(teiMarks[:], func(mark []byte) bool { return bytes.Contains(b, mark) })
	if !marked || depth > mostReadings {
		return b
	}
	out := make([]byte, 0, len(b))
	joins := false // what follows belongs to the word before
	w := walkXML(b)
	for {
		closes := w.empty
		kind := w.step()
		if kind == xmlEnd {
			return out
		}
		if closes {
			continue // the end of a tag that was written already
		}
		token := b[w.start:w.i]
		switch {
		case kind != xmlOpen:
			if joins && kind == xmlText {
				if token = bytes.TrimLeft(token, " \t\r\n"); len(token) > 0 {
					joins = false
				}
			}
		case isReading(string(w.name)):
			inner, _ := w.inner()
			token = readOnceWithin(oneReading(inner), depth+1)
		case besideText(string(w.name)):
			w.skip()
			continue
		case dividesLine(string(w.name)):
			if w.attr("break") == "no" {
				out, joins = bytes.TrimRight(out, " \t\r\n"), true
				out = bytes.TrimRight(out, "-\u00ad\u00ac")
				token = nil
			} else if string(w.name) != "lb" {
				token = []byte(" ")
			}
		}
		out = append(out, token...)
	}
}

// isReading reports whether an element holds several readings of the same words.
func isReading(name string) bool { return name == "choice" || name == "app" || name == "subst" }

// besideText reports whether what an element holds is none of the words of the piece: running heads, notes of the editor, what was
// crossed out, and what a picture shows.
func besideText(name string) bool {
	switch name {
	case "fw", "note", "del", "surplus", "figDesc":
		return true
	}
	return false
}

// dividesLine reports whether an element stands where a line, a column or a page of the print ends.
func dividesLine(name string) bool {
	switch name {
	case "lb", "pb", "cb", "gb", "milestone":
		return true
	}
	return false
}

// oneReading returns what stands in the best of several readings: the corrected one, the full one, the one in today's spelling, what was
// added, what the editor prefers; else the first.
func oneReading(b []byte) []byte {
	var best []byte
	rank := len(readings) + 1
	w := walkXML(b)
	for w.open(0) {
		name := string(w.name)
		inner, _ := w.inner()
		for i, reading := range readings {
			if name == reading && i < rank {
				best, rank = inner, i
			}
		}
		if rank > len(readings) {
			best, rank = inner, len(readings)
		}
	}
	return best
}

// readings are the elements of readings, the better ones first.
var readings = [...]string{"corr", "expan", "reg", "add", "lem"}
