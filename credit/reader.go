package credit

import (
	"cmp"
	"slices"
	"sync"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// A Reader reads credits from articles. It holds a gazetteer, which it never
// changes: any number of goroutines may use one Reader at once.
type Reader struct {
	gazetteer *outlet.Gazetteer
	reuters   *outlet.Outlet // whose reports end in "Reporting by ...; Editing by ..."
	scratch   sync.Pool      // of *reading
}

// NewReader returns a Reader that knows the outlets of g, which must not be nil.
func NewReader(g *outlet.Gazetteer) *Reader {
	r := &Reader{gazetteer: g, reuters: g.ByName("Reuters")}
	r.scratch.New = func() any { return new(reading) }
	return r
}

// Credits appends the credits of a to dst, in order of where they start, and returns
// the extended slice. l is the layout of a: credits in running text are read
// from the sentences of prose and headlines; bylines, credit lines and
// copyright lines from the other blocks, but nothing from captions. The
// outlet's own name in its own piece is no credit. What it returns aliases
// neither a.Text nor r.
//
// The time it takes is linear in the length of the text.
func (r *Reader) Credits(dst []Credit, a *article.Article, l *article.Layout) []Credit {
	return r.CreditsAmong(dst, a, l, word.Words(nil, a.Text))
}

// CreditsAmong is Credits for an article whose words are known, as word.Words finds
// them.
func (r *Reader) CreditsAmong(dst []Credit, a *article.Article, l *article.Layout, words []word.Word) []Credit {
	s := r.scratch.Get().(*reading)
	defer r.scratch.Put(s)
	s.begin(r, a, l, words)
	from := len(dst)
	dst = s.wires(dst)       // bylines, datelines, credit lines
	dst = s.marks(dst, from) // how agencies sign, in the lines and at the ends of texts
	dst = s.runLabels(dst)   // the same in scripts that do not divide words
	dst = s.runs(dst)        // and their running text
	lines := len(dst)
	dst = s.sentences(dst) // running text
	if s.met {
		// A name that only a later place showed to be an outlet's was passed over where
		// it stood before: the sentences are read again.
		s.credited = s.credited[:0]
		dst = s.sentences(dst[:lines])
	}
	dst = s.roundup(dst)  // items of a press review
	dst = s.releases(dst) // statements of companies and authorities
	dst = s.posts(dst)    // embedded posts
	slices.SortStableFunc(dst[from:], func(a, b Credit) int {
		if a.Span != b.Span {
			return cmp.Or(a.Start-b.Start, a.End-b.End)
		}
		return s.deskRank(a) - s.deskRank(b)
	})
	dst = append(dst[:from], slices.DeleteFunc(dst[from:], s.ofHouse)...)
	dst = s.withoutCorrected(dst, from)
	s.end()
	return dst
}

// deskRank returns 1 for the agency of a group of papers and 0 for all others: the text of a line RND/dpa
// is dpa's.
func (s *reading) deskRank(c Credit) int {
	if c.Kind == outlet.Agency && s.gazetteer.Desk(s.gazetteer.ByName(c.Outlet)) {
		return 1
	}
	return 0
}
