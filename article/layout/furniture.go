package layout

import (
	"strings"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// Furniture is known by what stands in short lines. Longer paragraphs are
// taken for prose unless a phrase or a credit that only furniture carries
// stands at their beginning or end: prose taken for furniture would hide
// copying, furniture taken for prose only blurs a percentage.
const (
	shortLine   = 280 // bytes; longer paragraphs are not read word by word
	mediumLine  = 140 // bytes; longer ones only if they do not begin as prose does
	headOfLong  = 100 // bytes read at the beginning of a longer one
	longCaption = 700 // bytes of the longest caption
)

// A reading is what one look at the words of a paragraph tells.
type reading struct {
	article.Span
	words  []token
	whole  bool // every word was read
	shouts bool // the running text is in capitals

	capital, upper, lower, digits, numbers int // words by the way they are written; each upper is a capital, each number begins with a digit

	function   int // words that are among the commonest of a language
	bars       int // marks such as | and · between words or behind them
	slashes    int // slashes between spaces
	ended      bool
	quotes, at bool // holds quotation marks, an @
}

// read fills r with what the paragraph at s tells. Its words alias buf.
func (v *vocabulary) read(r *reading, text string, scanned []word.Word, s article.Span) {
	*r = reading{Span: s, words: r.words[:0], shouts: r.shouts, whole: s.Len() <= shortLine || sparse(text[s.Start:s.End])}
	end := s.End
	if s.Len() > mediumLine {
		end = s.Start + headOfLong
		for end > s.Start && !utf8.RuneStart(text[end]) {
			end--
		}
		if k := strings.LastIndexByte(text[s.Start:end], ' '); k > 0 {
			end = s.Start + k
		}
	}
	r.words = v.tokenize(r.words, text, scanned, s.Start, end)
	r.tally(r.words)
	if end < s.End && r.whole {
		if r.function >= 4 && r.lower >= 8 && r.lower > 2*r.capital && !r.words[0].is(wordBegins) {
			r.whole = false // prose, by what it begins with
		} else {
			n := len(r.words)
			r.words = v.tokenize(r.words, text, scanned, end, s.End)
			r.tally(r.words[n:])
			end = s.End
		}
	}
	if r.whole {
		r.marks(text, end)
	}
	r.ended = ended(text[max(s.Start, s.End-16):s.End]) && text[s.End-1] != ':' && !strings.HasSuffix(text[s.Start:s.End], "…") && !strings.HasSuffix(text[s.Start:s.End], "..")
	r.ended = r.ended || r.signedEnd(text)
	r.soften()
}

// readOn reads the words of the paragraph of r, which is no longer than a line, to its end,
// though it begins as prose does.
func (v *vocabulary) readOn(r *reading, text string, scanned []word.Word) {
	n := len(r.words)
	if r.whole || n == 0 {
		return
	}
	r.words = v.tokenize(r.words, text, scanned, r.words[n-1].end, r.End)
	r.tally(r.words[n:])
	r.marks(text, r.End)
	r.whole = true
}

// signedEnd reports whether the paragraph is a text whose last sentence ends before
// the mark of an agency: "... nach Angaben der Polizei nicht. dpa".
func (r *reading) signedEnd(text string) bool {
	const leastWords = 5
	n := len(r.words)
	for n > leastWords && r.words[n-1].is(wordAgency) {
		n--
	}
	if n == len(r.words) || !r.whole {
		return false
	}
	return ended(strings.TrimRight(text[r.Start:r.words[n].start], " \u00a0([/-–—"))
}

// soften counts words in capitals as words in lower case where the running text
// is in capitals and the paragraph is more than a line such as a name or a headline.
func (r *reading) soften() {
	const name = 60 // bytes of the longest line that may be a name or a headline
	if r.shouts && (r.ended || r.Len() > name) {
		r.lower += r.upper
		r.capital -= r.upper
		r.upper = 0
	}
}

// tally counts words by the way they are written, by sums since no processor
// guesses how the next word is.
func (r *reading) tally(words []token) {
	var capital, upper, lower, digits, numbers, function int
	for i := range words {
		shape := int(words[i].shape)
		capital += shape / int(shapeCapital) & 1
		upper += shape / int(shapeUpper) & 1
		lower += shape / int(shapeLower) & 1
		digits += shape / int(shapeDigit) & 1
		numbers += shape / int(shapeNumber) & 1
		if words[i].class&wordFunction != 0 {
			function++
		}
	}
	r.capital += capital
	r.upper += upper
	r.lower += lower
	r.digits += digits
	r.numbers += numbers
	r.function += function
}

// markBytes are the first bytes of the characters that marks looks at.
var markBytes = word.NewBytes("|>/@\"\xC2\xE2")

// marks counts the marks between words of the paragraph, of which text[:end] is read.
func (r *reading) marks(text string, end int) {
	s := r.Span
	first := s.End
	if len(r.words) > 0 {
		first = r.words[0].start
	}
	for i := s.Start; ; i++ {
		if i = markBytes.Next(text[:end], i); i == end {
			return
		}
		switch c := text[i]; c {
		case '|':
			r.bars++
		case '>', '/':
			if i > first && text[i-1] == ' ' && (i+1 == end || text[i+1] == ' ') {
				if c == '/' {
					r.slashes++
				} else {
					r.bars++
				}
			}
		case '@':
			r.at = true
		case '"':
			r.quotes = true
		case 0xC2: // · » «
			if i > first && strings.HasPrefix(text[i:], "·") || strings.HasPrefix(text[i:], "»") && i > first && text[i-1] == ' ' && !strings.Contains(text[s.Start:end], "«") {
				r.bars++
			} else if strings.HasPrefix(text[i:], "«") {
				r.quotes = true
			}
		case 0xE2: // • › ▸ ▲ ▼ “
			if i > first && (strings.HasPrefix(text[i:], "•") || strings.HasPrefix(text[i:], "›") && text[i-1] == ' ' || strings.HasPrefix(text[i:], "▸") ||
				strings.HasPrefix(text[i:], "▲") || strings.HasPrefix(text[i:], "▼")) {
				r.bars++
			} else if strings.HasPrefix(text[i:], "“") || strings.HasPrefix(text[i:], "„") {
				r.quotes = true
			}
		}
	}
}

// sparse reports whether s is a short line but for the white space within it,
// which the layout of pages leaves in bylines.
func sparse(s string) bool {
	if len(s) > 8*shortLine || !strings.Contains(s[:headOfLong], "     ") {
		return false
	}
	n := 0
	for word := range strings.FieldsSeq(s) {
		if n += len(word) + 1; n > shortLine/2 {
			return false
		}
	}
	return true
}

// sentence reports whether the paragraph reads as a whole sentence.
func (r *reading) sentence() bool {
	if !r.whole {
		return true
	}
	return r.ended && r.lower >= 3 && r.lower*2 >= r.capital
}

// prose reports whether the paragraph is long enough, and enough of a
// sentence, to be the article's running text.
func (r *reading) prose() bool {
	switch n := r.Len(); {
	case n < 60:
		return false
	case n < 140:
		return r.ended && r.function >= 2 && r.lower > r.capital
	case n <= shortLine:
		return r.function >= 3 && r.lower > r.capital && (r.ended || r.lower > 12)
	}
	return r.lower*2 >= r.capital
}

// count returns how many words belong to any of the classes.
func (r *reading) count(class wordClass) int {
	n := 0
	for _, w := range r.words {
		if w.is(class) {
			n++
		}
	}
	return n
}

// phrase returns the phrase of furniture that the paragraph holds, or nil.
func (r *reading) phrase(text string) *phrase {
	sentence := r.ended && (r.Len() > 60 || r.lower >= 4)
	if len(r.words) == 0 {
		return nil
	}
	if !opensQuote(text[r.Start:]) { // else somebody speaks
		for _, p := range r.words[0].term.phrases {
			switch {
			case !r.whole && (!p.strong || p.ends),
				p.ends && r.ended && len(p.terms) == 1,
				!p.ends && !p.strong && r.Len() > 220:
				continue
			}
			if r.allows(p, sentence) && p.match(text, r.words, 0) {
				return p
			}
		}
	}
	if !r.whole {
		return nil // only what stands at its beginning tells of a long paragraph
	}
	for i := range r.words {
		w := &r.words[i]
		if !w.is(wordWithin) {
			continue
		}
		for _, p := range w.term.within {
			switch {
			case p.strong && w.start-r.Start > headOfLong, // it may be glued to prose
				p.kind == article.Copyright && !p.strong && (r.Len() > 160 || i > 8 || r.words[0].is(wordFunction) || r.words[0].shape&shapeCapital == 0):
				continue
			}
			if r.allows(p, sentence) && p.match(text, r.words, i) {
				return p
			}
		}
	}
	return nil
}

// opensQuote reports whether s begins with a quotation mark.
func opensQuote(s string) bool {
	switch first, _ := utf8.DecodeRuneInString(s); first {
	case '"', '“', '„', '”', '«', '「':
		return true
	}
	return false
}

// allows reports whether p, if it is weak, may hold in the paragraph.
func (r *reading) allows(p *phrase, sentence bool) bool {
	if !p.weak {
		return true
	}
	n := r.Len()
	return !sentence && n <= 220 && (n <= 120 || p.kind == article.Caption) && (len(p.terms) > 1 || n <= 100)
}

// menu reports whether the paragraph is a row of short items with marks
// between them, such as a navigation bar or a list of tags.
func (r *reading) menu() bool {
	if r.bars == 0 || !r.whole || r.ended && r.bars < 2 {
		return false
	}
	const longest = 60 // bytes of an item, which may be one word where none is divided
	items := r.bars + 1
	if len(r.words) > 5*items || r.Len() > longest*items {
		return false
	}
	return r.bars > 1 || len(r.words) <= 8
}

// buttons reports whether the paragraph is made of what buttons, counters and
// prompts say.
func (r *reading) buttons(text string) bool {
	n := len(r.words)
	if n == 0 || n > 14 || !r.whole || r.quotes {
		return false
	}
	hits := r.count(wordChrome | wordNetwork)
	if r.ended {
		return hits == n && n <= 3
	}
	// A lone x is the platform only among others.
	if hits == 0 || n == 1 && r.words[0].end-r.words[0].start < 3 {
		return false
	}
	others := 0
	for _, w := range r.words {
		if w.term.class&(wordChrome|wordNetwork) == 0 && w.shape&shapeNumber == 0 {
			others++
		}
	}
	if others == 0 {
		return true
	}
	n -= r.numbers // counters
	return n > 2 && hits*10 >= n*6 && r.function-r.count(wordChrome&wordFunction) <= 1 && (r.function == 0 || hits*10 >= n*7)
}

// sections reports whether the paragraph names sections of a site.
func (r *reading) sections() bool {
	n := len(r.words)
	sections := r.count(wordSection)
	numbers := 0 // 112, of police news
	if sections > 1 {
		numbers = r.numbers
	}
	return n > 0 && n <= 5 && !r.ended && sections > 0 &&
		r.count(wordSection|wordParticle)+r.count(wordChrome&^wordSection)+numbers >= n
}

// slash reports whether the paragraph names sections with slashes between.
func (r *reading) slash() bool {
	return r.slashes > 0 && !r.ended && len(r.words) <= 6 && r.lower == 0 && r.whole
}
