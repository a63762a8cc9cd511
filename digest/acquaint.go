package digest

import (
	"slices"

	"wiretrace/article"
	"wiretrace/credit"
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

// Read gives d, the digest of a text, its new credits if the text or the byline names
// one of the outlets, and returns what Maker.Credit does. near reports whether a piece of
// a guarded outlet (outlet.Gazetteer.Guards) is in hand that d may retell; else the name
// means the outlet only where it did before.
func (w *Acquainter) Read(d *Digest, text string, near func(outlet string) bool) (added []uint64, changed bool) {
	w.mentions = w.Added.Find(w.mentions[:0], text, nil, nil)
	if !w.namesOther(d, near) {
		return nil, false
	}
	from := d.Credits
	return w.Maker.Credit(d, text, func(c *credit.Credit) bool {
		known := func(old credit.Credit) bool { return old.Outlet == c.Outlet && old.Overlaps(c.Span) }
		return !w.Maker.gazetteer.Guards(c.Outlet) || near(c.Outlet) || slices.ContainsFunc(from, known)
	})
}

// namesOther reports whether the byline of d or one of the mentions at hand names an
// outlet that is not its own.
func (w *Acquainter) namesOther(d *Digest, near func(outlet string) bool) bool {
	other := func(m outlet.Mention) bool {
		if m.Outlet == nil || m.Outlet.Name == d.Outlet {
			return false
		}
		return !w.Added.Guards(m.Outlet.Name) || near(m.Outlet.Name)
	}
	if slices.ContainsFunc(w.mentions, other) {
		return true
	}
	if d.Meta.Byline == "" {
		return false
	}
	byline := w.Added.Find(nil, d.Meta.Byline, []article.Span{{Start: 0, End: len(d.Meta.Byline)}}, nil)
	return slices.ContainsFunc(byline, other)
}
