package cluster

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/digest"
	"wiretrace/shingle"
)

const (
	mostTitles     = 200 // articles of a group that are asked for their titles
	widelyUsed     = 3   // articles of one title that count, if they are a quarter of all
	mostTried      = 6   // titles that are held against the texts they head
	longestTitle   = 110 // code points; what is longer is rather a line below a headline
	longestOpening = 100 // code points of the sentence that stands in for a title
	openingLeast   = 8   // words of that sentence
	openers        = 4   // sentences of which the best is taken
	mostWeighed    = 30  // words of a sentence that count
	longestPlace   = 50  // bytes of a dateline
)

// A Headline finds what to call several articles: the title that most of them
// have, or the earliest, of those that say most of what the others are about. A
// title that its own text does not bear out (a motto, a section, a menu, a caption of
// another piece) is none; where no title is left, the beginning of a text stands in
// for one. Its zero value is ready.
type Headline struct {
	titles []title
	worth  map[uint32]float64 // of a stem: what it weighs, for each article whose lead has it
	first  []candidate        // the articles by time, whose texts may have to stand in
}

type candidate struct {
	number uint32
	at     int64
}

type title struct {
	candidate
	text  string
	stems []digest.LeadWord // what its words weigh in the lead of its own article
	rough int               // 0 to 2, as roughness says
	score float64
	as    int // how many articles have it, if these are many
}

// Add takes an article, by its number, that shows the time at, in any unit; of those
// of one time the one added first is the first.
func (h *Headline) Add(d *digest.Digest, n uint32, at int64) {
	if len(h.first) == mostTitles {
		return
	}
	if h.worth == nil {
		h.worth = map[uint32]float64{}
	}
	c := candidate{number: n, at: at}
	h.first = append(h.first, c)
	own := make(map[uint32]float32, len(d.Lead))
	for _, w := range d.Lead {
		h.worth[w.Stem] += float64(w.Weight)
		own[w.Stem] = w.Weight
	}
	text := trimTitle(d)
	if text == "" || isPostFoot(text) {
		return
	}
	t := title{candidate: c, text: text, rough: roughness(text)}
	for _, w := range shingle.Background(d.Meta.Language).Words(nil, text) {
		stem := uint32(w.Stem >> 32)
		if weight := own[stem]; weight > 0 {
			t.stems = append(t.stems, digest.LeadWord{Stem: stem, Weight: weight})
			own[stem] = 0 // each once
		}
	}
	h.titles = append(h.titles, t)
}

// Best returns what to call the articles, empty if none of them has a title or a
// sentence. read returns an article by its number, and its text.
func (h *Headline) Best(read func(n uint32) (*digest.Digest, string, error)) (string, error) {
	h.rank()
	tried := map[string]bool{}
	for _, t := range h.titles {
		if tried[t.text] {
			continue
		}
		if len(tried) == mostTried {
			break
		}
		tried[t.text] = true
		d, text, err := read(t.number)
		if err != nil {
			return "", err
		}
		if borneOut(t.text, d, text) {
			return t.text, nil
		}
	}
	slices.SortStableFunc(h.first, func(x, y candidate) int { return cmp.Compare(x.at, y.at) })
	for _, c := range h.first[:min(len(h.first), mostTried)] {
		d, text, err := read(c.number)
		if err != nil {
			return "", err
		}
		if s := h.opener(d, text); s != "" {
			return s, nil
		}
	}
	if len(h.titles) > 0 {
		return h.titles[0].text, nil
	}
	return "", nil
}

// rank puts the titles into the order in which they are tried.
func (h *Headline) rank() {
	as := map[string]int{}
	for _, t := range h.titles {
		as[t.text]++
	}
	most := 0.0
	for k := range h.titles {
		t := &h.titles[k]
		if n := as[t.text]; n >= widelyUsed && 4*n >= len(h.titles) {
			t.as = n
		}
		for _, w := range t.stems {
			t.score += h.worth[w.Stem] - float64(w.Weight)
		}
		most = max(most, t.score)
	}
	const little = 3 // behind those of any roughness
	class := func(t title) int {
		if 2*t.score >= most {
			return t.rough
		}
		return little
	}
	slices.SortStableFunc(h.titles, func(x, y title) int {
		if c := cmp.Compare(class(x), class(y)); c != 0 || class(x) == little {
			return cmp.Or(c, cmp.Compare(y.score, x.score), cmp.Compare(x.at, y.at))
		}
		return cmp.Or(cmp.Compare(y.as, x.as), cmp.Compare(x.at, y.at))
	})
}

// trimTitle returns the title of an article without what its site adds to it: the
// name behind a bar, or behind a dash if it is the outlet's.
func trimTitle(d *digest.Digest) string {
	s := strings.Join(strings.Fields(d.Meta.Title), " ")
	if i := strings.LastIndex(s, " | "); i > 0 && words(s[:i]) > words(s[i+3:]) && words(s[:i]) >= 3 {
		s = s[:i]
	}
	for _, dash := range []string{" - ", " – ", " — "} {
		i := strings.LastIndex(s, dash)
		if i > 0 && slices.ContainsFunc([]string{d.Outlet, d.Meta.Outlet, d.Domain}, func(name string) bool { return sameName(s[i+len(dash):], name) }) {
			s = s[:i]
		}
	}
	if cut, ok := cutShort(s); ok {
		s = cut + "…"
	}
	return strings.TrimSpace(s)
}

// sameName reports whether two names are one but for case and an article before them.
func sameName(a, b string) bool {
	bare := func(s string) string { return strings.TrimPrefix(strings.ToLower(s), "the ") }
	return b != "" && bare(a) == bare(b)
}

// cutShort returns what stands before the points with which a title breaks off.
func cutShort(s string) (string, bool) {
	cut := strings.TrimRight(s, ".…")
	if strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") {
		return strings.TrimRight(cut, " :;,-–—"), true
	}
	return s, false
}

// isPostFoot reports whether a title is the line below a quoted post: a dash, a name
// and its handle.
func isPostFoot(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Pd, first) && strings.Contains(s, "(@")
}

// roughness tells how little a title looks like one: 1 if it breaks off, is long or a
// sentence, 2 if it has the form of a byline, a list of tags or the credit of a picture.
func roughness(s string) int {
	switch {
	case strings.HasPrefix(strings.ToLower(s), "by "), strings.Contains(s, " | "), strings.Contains(s, "©"):
		return 2
	case utf8.RuneCountInString(s) > longestTitle, strings.HasSuffix(s, "…"), strings.HasSuffix(s, ".") && words(s) > 2:
		return 1
	}
	return 0
}

func words(s string) int { return len(strings.Fields(s)) }

// borneOut reports whether the prose of a text has at least two of the telling words
// of its title, or a third of them by weight. Most do in the first sentences, and no
// more are read then.
func borneOut(title string, d *digest.Digest, text string) bool {
	telling := digest.TellingWords(shingle.Background(d.Meta.Language).Words(nil, title))
	said := map[uint32]bool{}
	for s := range digest.ProseSentences(&d.Layout) {
		sentence := text[s.Start:s.End]
		if strings.Join(strings.Fields(sentence), " ") == title {
			continue
		}
		list := shingle.Background(d.Meta.Language).Words(nil, sentence)
		if len(list) < openingLeast { // a button, or a line of a menu
			continue
		}
		for i := range list {
			said[uint32(list[i].Stem>>32)] = true
		}
		if enough(telling, said) {
			return true
		}
	}
	return false
}

// enough reports whether two of the telling words of a title are said, or a third of
// them by weight.
func enough(telling []digest.LeadWord, said map[uint32]bool) bool {
	all, found, count := 0.0, 0.0, 0
	for _, w := range telling {
		all += float64(w.Weight)
		if said[w.Stem] {
			found += float64(w.Weight)
			count++
		}
	}
	return count >= 2 || count > 0 && 3*found >= all
}

// opener returns the beginning of that one of the first sentences of a text that says
// most of what the articles are about, empty if there is none.
func (h *Headline) opener(d *digest.Digest, text string) string {
	best, most, n := "", -1.0, 0
	for s := range digest.ProseSentences(&d.Layout) {
		sentence := withoutPlace(strings.Join(strings.Fields(text[s.Start:s.End]), " "))
		list := shingle.Background(d.Meta.Language).Words(nil, sentence)
		if len(list) < openingLeast {
			continue
		}
		worth := 0.0
		for i := range list[:min(len(list), mostWeighed)] {
			worth += h.worth[uint32(list[i].Stem>>32)]
		}
		if worth > most {
			best, most = sentence, worth
		}
		if n++; n == openers {
			break
		}
	}
	if utf8.RuneCountInString(best) <= longestOpening {
		return best
	}
	cut := string([]rune(best)[:longestOpening])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:-–—") + "…"
}

// withoutPlace returns a sentence without the place in capitals, and the agency, that
// stand before a dash at its beginning.
func withoutPlace(s string) string {
	for _, dash := range []string{" — ", " – ", " - ", " -- "} {
		place, rest, ok := strings.Cut(s, dash)
		first, _, _ := strings.Cut(place, " ")
		if ok && len(place) < longestPlace && len(first) > 2 && strings.ToUpper(first) == first {
			return rest
		}
	}
	return s
}
