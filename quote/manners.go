package quote

import (
	"cmp"
	"slices"
	"strings"

	"wiretrace/lang"
)

// manners are how a language that has a file in lang/speech tells who speaks.
type manners struct {
	runsOn   bool // such a paragraph goes on with his words behind the sentence that tells who speaks
	drops    bool // a verb may have no subject
	verbLast bool // it stands behind what was said, its subject before that
	inward   bool // guillemets point at what they enclose: »…«
	cuts     bool // the ending of a name stands behind an apostrophe

	oblique          []string // endings of names in cases that no subject has
	cases            []string // endings of the cases of names, the longest first
	the, suffixed    []string // articles for whom is known, and those at the end of a noun
	heSaid, sheSaid  []string // endings of verbs that tell the sex of who speaks
	heNamed, sheName []string // endings of names that do
}

// newManners returns the manners of l.
func newManners(l *lang.Language) *manners {
	traits := slices.Collect(l.Words("traits"))
	m := &manners{
		runsOn:   slices.Contains(traits, "runs-on"),
		drops:    slices.Contains(traits, "drops"),
		verbLast: slices.Contains(traits, "verb-last"),
		inward:   slices.Contains(traits, "inward"),
		cuts:     slices.Contains(traits, "apostrophes"),
		oblique:  slices.Collect(l.Words("oblique-ending")),
		cases:    slices.Collect(l.Words("case-ending")),
		the:      slices.Collect(l.Words("the")),
		suffixed: slices.Collect(l.Words("the-ending")),
		heSaid:   slices.Collect(l.Words("he-said")),
		sheSaid:  slices.Collect(l.Words("she-said")),
		heNamed:  slices.Collect(l.Words("he-ending")),
		sheName:  slices.Collect(l.Words("she-ending")),
	}
	slices.SortStableFunc(m.cases, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return m
}

// sexOf returns what the ending of a word tells: male if it is one of he, female if one of she.
func sexOf(w string, he, she []string) sex {
	ends := func(endings []string) bool {
		return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(w, e) })
	}
	switch {
	case ends(she):
		return female
	case ends(he):
		return male
	}
	return anySex
}

// teller returns the sex of who speaks by the verb w.
func (m *manners) teller(w string) sex { return sexOf(w, m.heSaid, m.sheSaid) }

// obliquely reports whether the word w of a name, in small letters, has the ending of a case that no subject has.
func (m *manners) obliquely(w string) bool {
	return slices.ContainsFunc(m.oblique, func(e string) bool { return strings.HasSuffix(w, e) })
}

// stem returns the word w of a name without the ending of its case.
func (m *manners) stem(w string) string {
	const least = 3 // letters that are left, in bytes
	for _, e := range m.cases {
		if len(w)-len(e) >= least && strings.HasSuffix(w, e) {
			return w[:len(w)-len(e)]
		}
	}
	return w
}

// alike reports whether the names a and b are one in two cases: each word of one has the stem of the
// word of the other in its place.
func (m *manners) alike(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if m.stem(a[i]) != m.stem(b[i]) {
			return false
		}
	}
	return len(a) > 0
}
