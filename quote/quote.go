package quote

import (
	"sync"

	"wiretrace/article"
)

// A Quote is one direct quotation. A quotation interrupted by its speaker is
// one Quote for each stretch between marks.
type Quote struct {
	article.Span        // the words between the marks, the marks left out
	Speaker      string // full name as the article gives it anywhere; empty if unknown
	Post         bool   // an embedded or quoted post of a platform
}

// Quotes finds the direct quotations of one article and who speaks them,
// appends them to dst and returns it. They are ordered by their place and do
// not overlap: of quotations within quotations only the outermost is given.
//
// A quotation lies within one block of l, since quotation marks that are never
// closed would else swallow the article: one that runs over several paragraphs
// is one Quote for each, as is one interrupted by its speaker. Furniture holds
// none. Words between marks that nobody is said to have spoken (titles,
// nicknames, words held with tongs) are left out. A block that is a post is a
// Quote as a whole. Without blocks every line of the text is read as prose.
//
// Quotes is safe for concurrent use; it keeps neither a nor l.
func Quotes(dst []Quote, a *article.Article, l *article.Layout) []Quote {
	dst, _ = quotes(dst, nil, a, l, false)
	return dst
}

// QuotesAndMarks appends what Quotes finds to dst and what Marks finds to
// marks, in little more time than Quotes takes alone.
func QuotesAndMarks(dst []Quote, marks []Mark, a *article.Article, l *article.Layout) ([]Quote, []Mark) {
	return quotes(dst, marks, a, l, true)
}

func quotes(dst []Quote, marks []Mark, a *article.Article, l *article.Layout, both bool) ([]Quote, []Mark) {
	var blocks []article.Block
	if l != nil {
		blocks = l.Blocks
	}
	r := readings.Get().(*reading)
	defer readings.Put(r)
	if !r.read(a.Text, a.Language, blocks) {
		return dst, marks
	}
	r.judge()
	if both {
		marks = r.marks(marks)
	}
	r.resolve()
	single := r.singles()
	for i := range r.out {
		if q := &r.out[i]; !q.scare && (doubledApostrophes || !q.doubled) && (single || !q.single) {
			dst = append(dst, Quote{Span: q.Span, Speaker: q.speaker, Post: q.post})
		}
	}
	r.release()
	return dst, marks
}

// doubledApostrophes says whether what stands between apostrophes doubled
// (two typed for one mark, as some databases write it) is a Quote. It is a Mark in any case.
const doubledApostrophes = false

// Marks finds what stands between quotation marks in the blocks of a text that
// are not furniture, quotations and scare quotes alike, appends it to dst and
// returns it: ordered, without overlap, outermost marks only, none of them over
// the end of its block. Posts have no marks and are left out.
//
// Marks looks for no speakers. It is safe for concurrent use.
func Marks(dst []Mark, text string, blocks []article.Block) []Mark {
	r := readings.Get().(*reading)
	defer readings.Put(r)
	if !r.read(text, "", blocks) {
		return dst
	}
	r.judge()
	dst = r.marks(dst)
	r.release()
	return dst
}

// marks appends the stretches of r that are between marks to dst.
func (r *reading) marks(dst []Mark) []Mark {
	for i := range r.out {
		if q := &r.out[i]; !q.post {
			dst = append(dst, Mark{Span: q.Span, Scare: q.scare, Open: q.open})
		}
	}
	return dst
}

// readings holds what reading an article needs, so that a job of a million
// articles allocates it once for each of its workers.
var readings = sync.Pool{New: func() any { return new(reading) }}

// A paragraph is one block of a text while its quotations are read.
type paragraph struct {
	article.Block
	tok, tokEnd int32 // its tokens, half-open
	q, qEnd     int32 // its stretches between marks, half-open
	titled      bool  // capitalised as headlines are
}

// A reading is one text with its paragraphs, the stretches between its marks
// and its words.
type reading struct {
	pairing
	tokens
	paras []paragraph
	lang  int   // column of the table of words
	talk  uint8 // answer of groupTalk

	names nameBook
}

// singles reports whether the text puts what people say between single marks.
// One that uses double ones has the others for headlines, which repeat what
// stands below, and for words held with tongs.
func (r *reading) singles() bool {
	n := 0
	for i := range r.out {
		switch q := &r.out[i]; {
		case q.scare || q.post:
		case q.single:
			n++
		default:
			n--
		}
	}
	return n > 0
}

// read finds the paragraphs, the marks and the words of a text. It reports
// whether there is a mark or a post in it at all.
func (r *reading) read(text, language string, blocks []article.Block) bool {
	r.pairing.reset(text)
	r.paras = r.paras[:0]
	posts := false
	if len(blocks) == 0 {
		for start := 0; start < len(text); {
			end := start
			for end < len(text) && text[end] != '\n' {
				end++
			}
			if s := trimmed(text, start, end); s.Len() > 0 {
				r.paras = append(r.paras, paragraph{Block: article.Block{Span: s}})
			}
			start = end + 1
		}
	} else {
		for _, b := range blocks {
			if !b.Kind.Furniture() && b.Len() > 0 {
				r.paras = append(r.paras, paragraph{Block: b})
			}
		}
	}
	for i := range r.paras {
		p := &r.paras[i]
		p.q = int32(len(r.out))
		if p.Kind == article.Post {
			posts = true
			r.carry = false
			r.out = append(r.out, quoted{Span: p.Span, from: p.Start, to: p.End, para: int32(i), post: true})
		} else {
			r.pairing.paragraph(p.Start, p.End, int32(i))
		}
		p.qEnd = int32(len(r.out))
	}
	if len(r.out) == 0 && !posts {
		return false
	}
	r.tokens.reset(text, language)
	for i := range r.paras {
		p := &r.paras[i]
		p.tok = int32(len(r.list))
		r.tokens.paragraph(p.Start, p.End, r.out[p.q:p.qEnd], int(p.q))
		p.tokEnd = int32(len(r.list))
	}
	r.lang = r.settle(language)
	return true
}

// release lets go of what a text of unusual length made the reading grow to.
func (r *reading) release() {
	const most = 1 << 20
	if cap(r.list) > most || cap(r.out) > most {
		*r = reading{}
		return
	}
	r.pairing.text, r.tokens.text = "", ""
	clear(r.out)
	r.names.release()
}

// role returns the parts that token i can play in the language of the text.
func (r *reading) role(i int32) role {
	return r.list[i].role
}

// word returns token i as it stands in the text.
func (r *reading) word(i int32) string {
	t := &r.list[i]
	return r.tokens.text[t.start:t.end]
}
