package digest

import (
	"slices"

	"wiretrace/article"
	"wiretrace/outlet"
)

// An Acquainter reads the credits of articles anew that name outlets which were not
// known when they were first read. It is for one goroutine.
type Acquainter struct {
	Added    *outlet.Gazetteer // the outlets looked for
	Maker    *Maker            // knows these and all others
	mentions []outlet.Mention
}

// Read gives d, the digest of a text, its new credits if the text or the byline names
// one of the outlets, and returns what Maker.Credit does.
func (w *Acquainter) Read(d *Digest, text string) (added []uint64, changed bool) {
	w.mentions = w.Added.Find(w.mentions[:0], text, nil, nil)
	if !w.namesOther(d) {
		return nil, false
	}
	return w.Maker.Credit(d, text)
}

// namesOther reports whether the byline of d or one of the mentions at hand names an
// outlet that is not its own.
func (w *Acquainter) namesOther(d *Digest) bool {
	other := func(m outlet.Mention) bool { return m.Outlet != nil && m.Outlet.Name != d.Outlet }
	if slices.ContainsFunc(w.mentions, other) {
		return true
	}
	if d.Meta.Byline == "" {
		return false
	}
	byline := w.Added.Find(nil, d.Meta.Byline, []article.Span{{Start: 0, End: len(d.Meta.Byline)}}, nil)
	return slices.ContainsFunc(byline, other)
}
