package digest

import (
	"cmp"
	"slices"

	"github.com/zeebo/xxh3"

	"wiretrace/credit"
	"wiretrace/lang"
	"wiretrace/outlet"
	"wiretrace/shingle"
)

// Bounds on the names of a story.
const (
	nameMin        = 4 // worth of a word with a capital, in nats, from which it is such a name
	namesOfArticle = 8 // that an article writes most of, which are paired with its outlet and those it credits
)

// Credited is set in those of Stories whose outlet is credited, and not the
// article's own: that two outlets write of one name alone tells nothing.
const Credited uint64 = 1

// stories returns the keys by which a piece that credits an outlet finds that
// outlet's piece and the others that credit it: the outlet with each of the
// names that the article writes most of.
func (m *Maker) stories(d *Digest) []uint64 {
	outlets := []string{}
	for _, c := range d.Credits {
		if c.Kind != outlet.Platform && c.Kind != outlet.Pool && c.Kind != credit.Release && !c.Background {
			outlets = append(outlets, c.Outlet, c.Via)
		}
	}
	slices.Sort(outlets)
	outlets = slices.Compact(outlets)
	if len(outlets) > 0 && outlets[0] == "" {
		outlets = outlets[1:]
	}
	own := d.Outlet != "" && !slices.Contains(outlets, d.Outlet)
	if len(outlets) == 0 && !own {
		return nil
	}
	names := m.names(d.Meta.Language)
	keys := make([]uint64, 0, len(outlets)*len(names))
	for _, o := range outlets {
		h := xxh3.HashString(o)
		for _, n := range names {
			keys = append(keys, pairKey(h, n.stem)|Credited)
		}
	}
	if own {
		h := xxh3.HashString(d.Outlet)
		for _, n := range names {
			keys = append(keys, pairKey(h, n.stem)&^Credited)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// About returns for each of outlets the keys that Stories of its pieces about
// the names of d have, of which text is the text: eight names at most.
func (m *Maker) About(d *Digest, text string, outlets []string) [][]uint64 {
	m.words = shingle.Background(d.Meta.Language).Words(m.words[:0], text)
	m.prose = Prose(m.prose[:0], m.words, &d.Layout)
	names := m.names(d.Meta.Language)
	keys := make([][]uint64, len(outlets))
	for i, o := range outlets {
		h := xxh3.HashString(o)
		for _, n := range names {
			keys[i] = append(keys[i], pairKey(h, n.stem)&^Credited)
		}
	}
	return keys
}

// names returns the names that the article made last, which is in that language, writes most of; where letters
// have no case the rare words, among which the names are.
func (m *Maker) names(language string) []rareWord {
	m.rare = m.rare[:0]
	want := shingle.Upper
	if lang.Caseless(lang.Base(language)) {
		want = 0
	}
	for i := range m.prose {
		w := &m.prose[i]
		if w.Class&(want|shingle.Common) == want && w.Weight >= nameMin {
			m.rare = append(m.rare, rareWord{w.Stem, w.Weight})
		}
	}
	slices.SortFunc(m.rare, func(x, y rareWord) int { return cmp.Compare(x.stem, y.stem) })
	names := m.rare[:0]
	for _, x := range m.rare {
		if n := len(names); n > 0 && names[n-1].stem == x.stem {
			names[n-1].worth += x.worth
		} else {
			names = append(names, x)
		}
	}
	slices.SortFunc(names, func(x, y rareWord) int {
		return cmp.Or(cmp.Compare(y.worth, x.worth), cmp.Compare(x.stem, y.stem))
	})
	return names[:min(len(names), namesOfArticle)]
}
