package job

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/cluster"
	"wiretrace/lang"
	"wiretrace/report"
	"wiretrace/shingle"
)

// Details that reports of one event have in common are told to whoever compares two
// of them. They are evidence of the event, not of a derivation.
const (
	// tellingName is how rare, in nats, a word with a capital must be to be told as a
	// name: in fewer than one article of nine.
	tellingName = 2.2
	// mostCommon is how many of a kind are told, mostPlaces in how many places of either text each.
	mostCommon = 40
	mostPlaces = 1000
)

// common returns the names, numbers and quotations that stand in both texts.
func common(x, y *cluster.Side) report.Common {
	a, b := readDetails(x), readDetails(y)
	out := report.Common{
		Names:   a.shared(b, a.name, b.names),
		Numbers: a.shared(b, a.number, b.numbers),
	}
	for i, q := range x.Quotes {
		if x.Sayings[i] == 0 {
			continue
		}
		j := slices.Index(y.Sayings, x.Sayings[i])
		if j < 0 || len(out.Quotes) == mostCommon {
			continue
		}
		here, there := beforeComma(x.Text, q.Span), beforeComma(y.Text, y.Quotes[j].Span)
		out.Quotes = append(out.Quotes, report.Detail{Text: x.Text[here.Start:here.End], A: []article.Span{here}, B: []article.Span{there}})
	}
	return out
}

// beforeComma returns a span without the comma that ends it, as one does where the
// speaker follows.
func beforeComma(text string, s article.Span) article.Span {
	s.End = s.Start + len(strings.TrimRight(text[s.Start:s.End], ", "))
	return s
}

// details are the names and numbers of one text.
type details struct {
	text           string
	words          []shingle.Word
	names, numbers map[uint64][]int // places in words, by hash
	name, number   []bool           // whether each of words is one of a name, and a number
}

// readDetails finds the names and numbers of a text outside furniture. A word with a
// capital is one of a name if it is rare and stands so within a sentence too, or
// beside another.
func readDetails(s *cluster.Side) *details {
	d := &details{text: s.Text, names: map[uint64][]int{}, numbers: map[uint64][]int{}}
	rarity := shingle.Background(s.Meta.Language)
	names := s.Meta.Language != "de" // where every noun has a capital, it tells no name
	dates := calendar(s.Meta.Language)
	within := map[uint64]bool{} // capitals within a sentence
	var capital []bool
	for _, block := range s.Layout.Blocks {
		if block.Kind.Furniture() {
			continue
		}
		from := len(d.words)
		d.words = shingle.Words(d.words, s.Text[block.Start:block.End])
		for i := from; i < len(d.words); i++ {
			w := &d.words[i]
			w.Start, w.End = w.Start+uint32(block.Start), w.End+uint32(block.Start)
			begin := i == from || endsSentence(d.before(i))
			first, _ := utf8.DecodeRuneInString(s.Text[w.Start:])
			upper := unicode.IsUpper(first) // where letters have no capitals, none tells a name
			capital = append(capital, upper)
			if upper && !begin {
				within[w.Hash] = true
			}
		}
	}
	d.name, d.number = make([]bool, len(d.words)), make([]bool, len(d.words))
	for i, w := range d.words {
		text := s.Text[w.Start:w.End]
		switch {
		case isNumber(text):
			d.number[i] = true
			d.numbers[w.Hash] = append(d.numbers[w.Hash], i)
		case names && capital[i] && within[w.Hash] && !dates[strings.ToLower(text)] && utf8.RuneCountInString(text) > 1 && rarity.Weight(w) >= tellingName:
			d.name[i] = true
			d.names[w.Hash] = append(d.names[w.Hash], i)
		}
	}
	return d
}

// calendar returns the names of months and days of the week in a language, in lower case.
func calendar(code string) map[string]bool {
	names := map[string]bool{}
	i := lang.Index(code)
	if i < 0 {
		return names
	}
	for _, section := range []string{"month", "weekday"} {
		for line := range lang.All()[i].Lines(section) {
			for name := range strings.FieldsSeq(line.Text) {
				names[name] = true
			}
		}
	}
	return names
}

// endsSentence reports whether what stands between two words ends a sentence or opens
// a quotation.
func endsSentence(between string) bool {
	return strings.ContainsAny(between, ".!?:\n“„«\"")
}

// isNumber reports whether a word is a number that tells something: of two digits at
// least, and no year.
func isNumber(w string) bool {
	digits := 0
	for _, c := range w {
		switch {
		case unicode.IsDigit(c):
			digits++
		case c != '.' && c != ',':
			return false
		}
	}
	year := len(w) == 4 && digits == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20"))
	return digits >= 2 && !year
}

// shared returns the details of one kind that stand in both texts, the first of a
// first. Words of a name that follow one another are one detail. mine says of each word whether it is of the kind.
func (d *details) shared(e *details, mine []bool, theirs map[uint64][]int) []report.Detail {
	at, seen := map[string]int{}, map[string]bool{}
	var out []report.Detail
	for i := 0; i < len(d.words); {
		w := d.words[i]
		if !mine[i] || len(theirs[w.Hash]) == 0 {
			i++
			continue
		}
		j := i + 1
		for n := 1; d.name[i] && n > 0; j += n {
			n = d.continues(j, theirs)
		}
		span := article.Span{Start: int(w.Start), End: int(d.words[j-1].End)}
		written := d.text[span.Start:span.End]
		text := withoutPossessive(written)
		span.End = span.Start + len(text)
		k, ok := at[text]
		if !ok {
			if len(out) == mostCommon {
				break
			}
			k = len(out)
			at[text] = k
			out = append(out, report.Detail{Text: text})
		}
		if !seen[written] {
			seen[written] = true
			out[k].B = append(out[k].B, e.places(d.words[i:j], theirs)...)
			slices.SortFunc(out[k].B, func(x, y article.Span) int { return cmp.Compare(x.Start, y.Start) })
			out[k].B = slices.Compact(out[k].B)
			out[k].B = out[k].B[:min(len(out[k].B), mostPlaces)]
		}
		if len(out[k].A) < mostPlaces {
			out[k].A = append(out[k].A, span)
		}
		i = j
	}
	return out
}

// withoutPossessive returns a name without the 's of English.
func withoutPossessive(name string) string {
	for _, s := range []string{"'s", "’s"} {
		if short, ok := strings.CutSuffix(name, s); ok {
			return short
		}
	}
	return name
}

// withinNames are the words without a capital that stand within names.
var withinNames = strings.Fields("of de del la las los le les du da do dos das di della der den van von zu al el ul bin ibn")

// continues returns how many words from the j-th on go on with the name before them:
// the next of the name, with one of withinNames before it, or none.
func (d *details) continues(j int, theirs map[uint64][]int) int {
	for n := range 2 {
		if j+n >= len(d.words) || d.before(j+n) != " " {
			return 0
		}
		w := d.words[j+n]
		if d.name[j+n] && len(theirs[w.Hash]) > 0 {
			return n + 1
		}
		if !slices.Contains(withinNames, d.text[w.Start:w.End]) {
			return 0
		}
	}
	return 0
}

// before returns what stands between word i and the one before it: nothing where both have a
// letter in common, as in text without spaces.
func (d *details) before(i int) string {
	from, to := d.words[i-1].End, d.words[i].Start
	return d.text[min(from, to):to]
}

// places returns where words of a detail stand here, in order: the first mostPlaces of each.
func (d *details) places(words []shingle.Word, of map[uint64][]int) []article.Span {
	var spans []article.Span
	seen := map[uint64]bool{} // a name may hold a word thousands of times
	for _, w := range words {
		if seen[w.Hash] {
			continue
		}
		seen[w.Hash] = true
		for _, i := range of[w.Hash][:min(len(of[w.Hash]), mostPlaces)] {
			spans = append(spans, article.Span{Start: int(d.words[i].Start), End: int(d.words[i].End)})
		}
	}
	slices.SortFunc(spans, func(x, y article.Span) int { return cmp.Compare(x.Start, y.Start) })
	return slices.Compact(spans)
}
