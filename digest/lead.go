package digest

import (
	"iter"
	"math"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/credit/claim"
	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
	"wiretrace/shingle"
)

// What makes the lead of an article: its title and first sentences, those left
// out that are too short to be one.
const (
	leadSentences = 5
	leadLeast     = 8   // words of a sentence that counts
	leadRare      = 1.6 // weight from which a word tells what a text is about, in nats
	leadMost      = 9   // the most that a word may weigh, in nats
	leadSteps     = 16  // weights are rounded to this part of a nat
	dayLines      = 6   // first sentences, counted alike, in which days are looked for
	openLines     = 3   // the same in which it is said that all reporters were told
	ownLines      = 6   // the same in which it is said that the own house was told
)

// lead sets d.Lead, d.Days, d.Open, d.Life, d.OwnTold and d.Press. The words of the text have been read into m.prose.
func (m *Maker) lead(d *Digest, text string) {
	m.title = shingle.Background(d.Meta.Language).Words(m.title[:0], d.Meta.Title)
	m.rare = telling(m.rare[:0], m.title)
	d.Life = claim.Life(d.Meta.Language, d.Meta.Title)
	d.Open = d.Open || live(&d.Layout, text)
	n, k := 0, 0
	for s := range ProseSentences(&d.Layout) {
		for k < len(m.prose) && int(m.prose[k].Start) < s.Start {
			k++
		}
		from := k
		for k < len(m.prose) && int(m.prose[k].Start) < s.End {
			k++
		}
		if k-from < leadLeast {
			continue
		}
		if n < leadSentences {
			m.rare = telling(m.rare, m.prose[from:k])
		}
		nameDays(d, text[s.Start:s.End])
		d.Open = d.Open || n < openLines && claim.Open(d.Meta.Language, text[s.Start:s.End])
		d.Life = d.Life || n < openLines && claim.Life(d.Meta.Language, text[s.Start:s.End])
		d.OwnTold = d.OwnTold || n < ownLines && claim.OwnTold(d.Meta.Language, text[s.Start:s.End], d.Outlet)
		d.Press = d.Press || n < ownLines && claim.Press(d.Meta.Language, text[s.Start:s.End])
		if n++; n == max(leadSentences, dayLines, ownLines) {
			break
		}
	}
	d.Open = d.Open || claim.Match(d.Meta.Language, d.Meta.Title, proseTexts(d, text))
	d.Lead = leadWords(m.rare)
}

// proseTexts yields the sentences of d, whose text is known, that are no furniture.
func proseTexts(d *Digest, text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s := range ProseSentences(&d.Layout) {
			if !yield(text[s.Start:s.End]) {
				return
			}
		}
	}
}

// telling appends to dst the words of a list that tell what a text is about.
func telling(dst []rareWord, words []shingle.Word) []rareWord {
	for i := range words {
		if w := &words[i]; w.Weight >= leadRare && w.Class&shingle.Common == 0 {
			dst = append(dst, rareWord{w.Stem, min(w.Weight, leadMost)})
		}
	}
	return dst
}

// TellingWords returns those words of a title that tell what it is about, as
// Digest.Lead has those of title and first sentences: distinct, in order of stems.
// title are all its words.
func TellingWords(title []shingle.Word) []LeadWord { return leadWords(telling(nil, title)) }

// leadWords returns each stem of list once, with the weight of its rarest form, in
// order of stems.
func leadWords(list []rareWord) (out []LeadWord) {
	keys := make([]uint64, len(list)) // stem and weight: as bits, greater weights are greater numbers
	for i, x := range list {
		keys[i] = x.stem>>32<<32 | uint64(math.Float32bits(x.worth))
	}
	slices.Sort(keys)
	for i, k := range keys {
		if i+1 < len(keys) && keys[i+1]>>32 == k>>32 {
			continue // a rarer form follows
		}
		worth := math.Float32frombits(uint32(k))
		out = append(out, LeadWord{uint32(k >> 32), float32(math.Round(float64(worth)*leadSteps)) / leadSteps})
	}
	return out
}

// nameDays adds to d.Days those that a sentence names by their days of the week: the
// last such one up to the day of publication, or the one after that,
// which a clock in the west takes for today, and which is more often meant than the
// one six days ago. Where words before it say that it is yet to come, it is the first
// such one from the day of publication on. It adds none if the day of publication is
// unknown. The day of publication is that of
// the article's own clock, as its readers have it.
func nameDays(d *Digest, sentence string) {
	p, words := d.Meta.Published, weekdaysOf(d.Meta.Language)
	if p.Precision == article.NoTime || words == nil {
		return
	}
	words.names.Find(sentence, func(n, start, end int) bool {
		if end = words.joinedEnd(sentence, end); !wholeWord(sentence, start, end) {
			return false
		}
		ago := lang.DaysAgo(p.When.Weekday(), n)
		if ago == 6 || ago > 0 && words.announced(sentence[:start]) {
			ago -= 7
		}
		if day := DayOf(p) - ago; day > 0 && !slices.Contains(d.Days, day) {
			d.Days = append(d.Days, day)
		}
		return false
	})
}

// announcedWithin is how many bytes before a day of the week words stand that say it is
// yet to come.
const announcedWithin = 60

// announced reports whether the end of what stands before a day of the week says that it
// is yet to come.
func (w *weekWords) announced(before string) bool {
	start := max(0, len(before)-announcedWithin)
	near := before[start:]
	return w.ahead.Find(near, func(_, from, to int) bool { return wholeWord(before, start+from, start+to) })
}

// wholeWord reports whether no letter stands beside s[start:end].
func wholeWord(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// DayOf returns the day of a time by the clock that it was given by, in days since
// 1970, as Digest.Days has them.
func DayOf(t article.Time) int {
	year, month, date := t.When.Date()
	return int(time.Date(year, month, date, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// weekWords are what a language says of days of the week.
type weekWords struct {
	names  *word.Phrases // of the days, from Monday on, and again from Monday on in other forms
	ahead  *word.Phrases // what stands before a day that is yet to come
	joined []string      // what may be joined to the name of a day: Montagabend
}

// joinedEnd returns the end of a part of a day that is joined to the name of the day that
// ends with s[:end], or end.
func (w *weekWords) joinedEnd(s string, end int) int {
	for _, t := range w.joined {
		if strings.HasPrefix(s[end:], t) {
			return end + len(t)
		}
	}
	return end
}

// weekdays reads the weekWords of each language that has days, by its code.
var weekdays = sync.OnceValue(func() map[string]func() *weekWords {
	all := map[string]func() *weekWords{}
	read := func(l *lang.Language) *weekWords {
		names := l.Weekdays()
		if len(names) == 0 {
			return nil
		}
		return &weekWords{word.NewPhrases(names), word.NewPhrases(slices.Collect(l.Phrases("ahead"))), slices.Collect(l.Words("day-joined"))}
	}
	for _, l := range lang.All() {
		all[l.Code] = sync.OnceValue(func() *weekWords { return read(l) })
	}
	for _, code := range lang.PressCodes() {
		all[code] = sync.OnceValue(func() *weekWords { return read(lang.Press(code)) })
	}
	return all
})

// weekdaysOf returns the words for days of the week of a language, nil where none are known.
func weekdaysOf(language string) *weekWords {
	if read := weekdays()[lang.Base(language)]; read != nil {
		return read()
	}
	return nil
}

// Speech returns what d quotes, as package claim reads it.
func Speech(d *Digest) []claim.Speech {
	out := make([]claim.Speech, 0, len(d.Quotes)+len(d.Indirect))
	for k := range d.Quotes {
		out = append(out, claim.Speech{Span: d.Quotes[k].Span, Speaker: d.Quotes[k].Speaker})
	}
	for k := range d.Indirect {
		out = append(out, claim.Speech{Span: d.Indirect[k].Span, Speaker: d.Indirect[k].Speaker, Indirect: true})
	}
	slices.SortStableFunc(out, func(x, y claim.Speech) int { return x.Start - y.Start })
	return out
}

// sold is how likely a text at most is a syndicate's that its lines name, 0 to 1.
const sold = 0.1

// checked is how likely at most a piece that checks what others say has its news from one of them, 0 to 1.
const checked = 0.04

// checks reports whether d checks what others say, by its title or the beginning of its first paragraphs.
func checks(d *Digest, a *article.Article) bool {
	const first = 3
	if claim.Checks(d.Meta.Language, a.Title) {
		return true
	}
	n := 0
	for _, b := range d.Layout.Blocks {
		if b.Kind.Furniture() {
			continue
		}
		if claim.Checks(d.Meta.Language, a.Text[b.Start:b.End]) {
			return true
		}
		if n++; n == first {
			break
		}
	}
	return false
}

// claims sets d.Claims and d.Unnamed by the article's own words.
func (m *Maker) claims(d *Digest, a *article.Article) {
	check := checks(d, a)
	for _, c := range claim.From(a, &d.Layout, d.Outlet, d.Credits, m.words, m.title, Speech(d)) {
		text, probability := c.Text, float32(c.Signs.Probability())
		if o := m.gazetteer.ByName(c.Outlet); o != nil && o.Sort == outlet.SortSyndicate {
			// It sells the columns of people who may be of the house: only text in common tells.
			text, probability = min(text, claim.Contributed), min(probability, sold)
		}
		if check && text == claim.NoText {
			probability = min(probability, checked)
		}
		d.Claims = append(d.Claims, Claim{
			Outlet: c.Outlet, Via: c.Via, Credit: c.Credit, Text: text, Probability: probability,
		})
	}
	d.Unnamed = len(d.Claims) == 0 && claim.Unnamed(a, d.Outlet)
}
