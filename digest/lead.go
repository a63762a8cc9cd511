package digest

import (
	"cmp"
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
	eventLines    = 4   // of these sentences, the first ones in which the day of the event is looked for
)

// lead sets d.Lead and d.Event. The words of the text have been read into m.prose.
func (m *Maker) lead(d *Digest, text string) {
	m.title = shingle.Background(d.Meta.Language).Words(m.title[:0], d.Meta.Title)
	m.rare = telling(m.rare[:0], m.title)
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
		m.rare = telling(m.rare, m.prose[from:k])
		if n < eventLines && d.Event == 0 {
			d.Event = eventDay(d, text[s.Start:s.End])
		}
		if n++; n == leadSentences {
			break
		}
	}
	d.Lead = leadWords(m.rare)
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

// TitleWords returns the words that tell what a title is about, as Digest.Lead has
// those of title and first sentences: distinct, in order of stems.
func TitleWords(a *article.Article) []LeadWord {
	return leadWords(telling(nil, shingle.Background(a.Language).Words(nil, a.Title)))
}

// ProseSentences yields the sentences of the blocks that are prose.
func ProseSentences(l *article.Layout) iter.Seq[article.Span] {
	return func(yield func(article.Span) bool) {
		block := 0
		for _, s := range l.Sentences {
			for block < len(l.Blocks) && l.Blocks[block].End <= s.Start {
				block++
			}
			if block == len(l.Blocks) || l.Blocks[block].Kind == article.Prose && !yield(s) {
				return
			}
		}
	}
}

// leadWords returns each stem of list once, with the weight of its rarest form, in
// order of stems. It sorts list.
func leadWords(list []rareWord) (out []LeadWord) {
	slices.SortFunc(list, func(x, y rareWord) int { return cmp.Compare(x.stem>>32, y.stem>>32) })
	for _, x := range list {
		w := LeadWord{uint32(x.stem >> 32), float32(math.Round(float64(x.worth)*leadSteps)) / leadSteps}
		if k := len(out); k > 0 && out[k-1].Stem == w.Stem {
			out[k-1].Weight = max(out[k-1].Weight, w.Weight)
			continue
		}
		out = append(out, w)
	}
	return out
}

// eventDay returns the day that a sentence names by its day of the week, in days
// since 1970: the last such one up to the day of publication, or the one after that,
// which a clock in the west takes for today, and which is more often meant than the
// one six days ago. It is 0 if the sentence names none or the day of publication is
// unknown. The day of publication is that of
// the article's own clock, as its readers have it.
func eventDay(d *Digest, sentence string) (day int) {
	p, language := d.Meta.Published, lang.Index(d.Meta.Language)
	if p.Precision == article.NoTime || language < 0 {
		return 0
	}
	weekdays()[language].Find(sentence, func(n, start, end int) bool {
		before, _ := utf8.DecodeLastRuneInString(sentence[:start])
		after, _ := utf8.DecodeRuneInString(sentence[end:])
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			return false
		}
		ago := (int(p.When.Weekday()) - n - 1 + 7) % 7
		if ago == 6 {
			ago = -1
		}
		day = max(0, DayOf(p)-ago)
		return true
	})
	return day
}

// DayOf returns the day of a time by the clock that it was given by, in days since
// 1970, as Digest.Event has it.
func DayOf(t article.Time) int {
	year, month, date := t.When.Date()
	return int(time.Date(year, month, date, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// weekdays finds the names of the days of the week from Monday on, by language.
var weekdays = sync.OnceValue(func() (all []*word.Phrases) {
	for _, l := range lang.All() {
		var names []string
		for line := range l.Lines("weekday") {
			name, _, _ := strings.Cut(line.Text, " ")
			names = append(names, name)
		}
		all = append(all, word.NewPhrases(names))
	}
	return all
})

// Speech returns what d quotes, as package claim reads it.
func Speech(d *Digest) []claim.Speech {
	out := make([]claim.Speech, len(d.Quotes))
	for k := range d.Quotes {
		out[k] = claim.Speech{Span: d.Quotes[k].Span, Speaker: d.Quotes[k].Speaker}
	}
	return out
}

// claims sets d.Claims and d.Unnamed by the article's own words.
func (m *Maker) claims(d *Digest, a *article.Article) {
	for _, c := range claim.From(a, &d.Layout, d.Outlet, d.Credits, m.words, m.title, Speech(d)) {
		d.Claims = append(d.Claims, Claim{
			Outlet: c.Outlet, Via: c.Via, Credit: c.Credit, Text: c.Text, Probability: float32(c.Signs.Probability()),
		})
	}
	d.Unnamed = len(d.Claims) == 0 && claim.Unnamed(a, d.Outlet)
}
