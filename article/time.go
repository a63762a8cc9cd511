package article

import (
	"strings"
	"time"
)

// A Precision says how much of a Time is known.
type Precision uint8

// The precisions, from nothing to everything.
const (
	NoTime Precision = iota
	Day
	Minute
	Second
)

// A Time is when an article was published, as far as its scrape tells. The
// zero value is unknown. A time without a zone may lie anywhere from UTC-12
// to UTC+14, so comparisons go by Interval and never by When alone.
type Time struct {
	When      time.Time // in the zone given, else UTC
	Precision Precision
	Zoned     bool   // whether the source gave a zone; a Day never has one
	Source    string // where it was read: "field date", "text", "json-ld", "url", ...
}

// Sources of times that are read from names and know the day at most.
const (
	SourceURL  = "url"  // the address of the page
	SourcePath = "path" // the folders and the name of the file, which may say when it was fetched
)

// SourceGuess begins the sources of times that nothing marks as those of
// publication: "guess: page text".
const SourceGuess = "guess: "

// Guess reports whether t was found where nothing says that it is the time of
// publication. A guess never decides who was first.
func (t Time) Guess() bool { return strings.HasPrefix(t.Source, SourceGuess) }

// yieldsTo reports whether a time u that the text gives is to be preferred to
// t: if t is unknown, if it is from a path, or if it is from an address and u
// knows the hour of the same day.
func (t Time) yieldsTo(u Time) bool {
	switch {
	case u.Precision == NoTime:
		return false
	case t.Precision == NoTime || t.Source == SourcePath:
		return true
	}
	return t.Source == SourceURL && u.Precision > t.Precision && u.When.Format(time.DateOnly) == t.When.Format(time.DateOnly)
}

// The zones in use: a local clock reads UTC-12 at the least and UTC+14 at the most.
const (
	west = 12 * time.Hour
	east = 14 * time.Hour
)

// Interval returns the earliest and the latest instant t may mean, in UTC,
// half-open. Both are zero if t is unknown.
func (t Time) Interval() (from, to time.Time) {
	var width time.Duration
	switch t.Precision {
	case NoTime:
		return time.Time{}, time.Time{}
	case Day:
		width = 24 * time.Hour
	case Minute:
		width = time.Minute
	case Second:
		width = time.Second
	}
	from = t.When.UTC()
	to = from.Add(width)
	if !t.Zoned {
		from, to = from.Add(-east), to.Add(west)
	}
	return from, to
}

// Before reports whether t certainly lies before u: two dates that are two days
// apart are in order, whatever the zones. Of a guess nothing is certain.
func (t Time) Before(u Time) bool {
	if t.Precision == NoTime || u.Precision == NoTime || t.Guess() || u.Guess() {
		return false
	}
	if t.Precision == Day && u.Precision == Day && t.When.AddDate(0, 0, 2).Compare(u.When) <= 0 {
		return true
	}
	_, end := t.Interval()
	begin, _ := u.Interval()
	return !end.After(begin)
}

// String writes t in RFC 3339, cut to its precision: 2024-08-17,
// 2025-03-12T11:04Z, 2025-03-12T11:04:59+01:00, without a zone where none was
// given. It is empty if t is unknown.
func (t Time) String() string {
	layout := ""
	switch t.Precision {
	case NoTime:
		return ""
	case Day:
		return t.When.Format("2006-01-02")
	case Minute:
		layout = "2006-01-02T15:04"
	case Second:
		layout = "2006-01-02T15:04:05"
	}
	if t.Zoned {
		layout += "Z07:00"
	}
	return t.When.Format(layout)
}
