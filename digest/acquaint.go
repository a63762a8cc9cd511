package digest

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// An Acquainter reads the credits of articles anew that name outlets which were not
// known when they were first read, or were read only where nothing else can be meant. It
// is for one goroutine.
type Acquainter struct {
	Added    *outlet.Gazetteer // the outlets looked for
	Maker    *Maker            // knows these and all others
	mentions []outlet.Mention
}

// Read gives d, the digest of a text, its new credits if the text, the title or the byline names
// one of the outlets, and returns what Maker.Credit does. near reports whether a piece of
// a guarded outlet (outlet.Gazetteer.Guards) is in hand that d may retell; else the name
// means the outlet only where it did before.
func (w *Acquainter) Read(d *Digest, text string, near func(outlet string) bool) (added []uint64, changed bool) {
	if !w.Names(d.Outlet, [2]string{d.Meta.Title, d.Meta.Byline}, text, near) {
		return nil, false
	}
	return w.Credit(d, text, near)
}

// Credit is Read for an article of which Names holds.
func (w *Acquainter) Credit(d *Digest, text string, near func(outlet string) bool) (added []uint64, changed bool) {
	from := d.Credits
	return w.Maker.Credit(d, text, func(c *credit.Credit) bool {
		known := func(old credit.Credit) bool { return old.Outlet == c.Outlet && old.Overlaps(c.Span) }
		return !w.Maker.gazetteer.Guards(c.Outlet) || near(c.Outlet) || slices.ContainsFunc(from, known)
	})
}

// Names reports whether the text or the lines of an article, which may stand outside it (Signed),
// name one of the outlets that is not home, its own; near is as in Read.
func (w *Acquainter) Names(home string, lines [2]string, text string, near func(outlet string) bool) bool {
	another := func(o *outlet.Outlet) bool {
		return o != nil && o.Name != home && (!w.Added.Guards(o.Name) || near(o.Name))
	}
	other := func(m outlet.Mention) bool { return another(m.Outlet) }
	if w.mentions = w.Added.Find(w.mentions[:0], word.Visible(text), nil, nil); slices.ContainsFunc(w.mentions, other) {
		return true
	}
	if w.calls(text, another) {
		return true
	}
	return slices.ContainsFunc(lines[:], func(line string) bool {
		return line != "" && (slices.ContainsFunc(w.Added.Find(nil, line, []article.Span{{Start: 0, End: len(line)}}, nil), other) || w.signs(line, another))
	})
}

// calls reports whether a text has the account of one of the outlets that another holds of:
// My story for @circuitweekly.
func (w *Acquainter) calls(text string, another func(*outlet.Outlet) bool) bool {
	for {
		_, rest, found := strings.Cut(text, "@")
		if !found {
			return false
		}
		if end := word.End(rest, 0); end > 0 && another(w.Added.ByName(rest[:end])) {
			return true
		}
		text = rest
	}
}

// signs reports whether a line names behind a comma one of the outlets that another holds of by its whole
// name, which may be one word that running text takes for no outlet: Jane Roe, Bollard.
func (w *Acquainter) signs(line string, another func(*outlet.Outlet) bool) bool {
	_, rest, _ := strings.Cut(line, ",")
	for part := range strings.SplitSeq(rest, ",") {
		if another(w.Added.ByName(strings.TrimSpace(part))) {
			return true
		}
	}
	return false
}
