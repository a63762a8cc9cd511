package digest

import (
	"slices"

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
	Sieve    *outlet.Sieve     // of Added, for May
	Maker    *Maker            // knows these and all others
	Capitals outlet.Capitals   // of the article at hand, for May
	mentions []outlet.Mention
}

// Capitals returns what an outlet.Sieve asks of the article made last. They are good until the next.
func (m *Maker) Capitals() outlet.Capitals { return m.capitals }

// Capitals returns what an outlet.Sieve asks of an article: of its text, and of the lines that may
// stand outside it.
func Capitals(d *Digest, text string) outlet.Capitals {
	visible := word.Visible(text)
	return capitals(nil, d, visible, word.Words(nil, visible))
}

// capitals appends to dst what Capitals returns for a text of which all can be seen, with the
// words scanned.
func capitals(dst outlet.Capitals, d *Digest, text string, scanned []word.Word) outlet.Capitals {
	dst = dst.Note(text, scanned)
	for _, line := range [...]string{d.Meta.Title, d.Meta.Byline} {
		dst = dst.Note(line, word.Words(nil, line))
	}
	return dst
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

// May reports whether the article of the Capitals may name one of the outlets, which Names says for
// certain in much more time.
func (w *Acquainter) May(home string, near func(outlet string) bool) bool {
	return w.Sieve.May(w.Capitals, func(outlet string) bool { return w.wants(home, outlet, near) })
}

// wants reports whether an outlet that an article of the outlet home names is looked for.
func (w *Acquainter) wants(home, outlet string, near func(outlet string) bool) bool {
	return outlet != home && (!w.Added.Guards(outlet) || near(outlet))
}

// Names reports whether the text or the lines of an article, which may stand outside it (Signed),
// name one of the outlets that is not home, its own; near is as in Read.
func (w *Acquainter) Names(home string, lines [2]string, text string, near func(outlet string) bool) bool {
	other := func(m outlet.Mention) bool {
		return m.Outlet != nil && w.wants(home, m.Outlet.Name, near)
	}
	if w.mentions = w.Added.Find(w.mentions[:0], word.Visible(text), nil, nil); slices.ContainsFunc(w.mentions, other) {
		return true
	}
	return slices.ContainsFunc(lines[:], func(line string) bool {
		return line != "" && slices.ContainsFunc(w.Added.Find(nil, line, []article.Span{{Start: 0, End: len(line)}}, nil), other)
	})
}
