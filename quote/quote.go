package quote

import (
	"wiretrace/article"
	"wiretrace/lang/word"
)

// A Quote is one direct quotation. A quotation interrupted by its speaker is
// one Quote for each stretch between marks.
type Quote struct {
	article.Span        // the words between the marks, the marks left out
	Speaker      string // full name as the article gives it anywhere; empty if unknown
	Post         bool   // an embedded or quoted post of a platform
}

// Words are the places of a text where others speak, but for who they are.
type Words struct {
	// Marks are what stands between quotation marks in blocks that are not
	// furniture, quotations and scare quotes alike: ordered, without overlap,
	// outermost marks only, none of them over the end of its block. Posts have
	// no marks and are left out.
	Marks []Mark
	// Left is how many stretches between marks come after the first mostStretches, and
	// were not read.
	Left int
	// Statements are the blocks that are somebody's words without quotation
	// marks, posts among them: ordered, neighbours not joined.
	Statements []article.Span
	// Indirect are the words that the text tells as somebody's without quotation
	// marks, outside headlines: ordered, without overlap, one at most a sentence;
	// quotations of a few words may lie within. Their speaker is known.
	Indirect []Quote

	// Scanned are the words of the text, as word.Words finds them, where whoever asks
	// has them; else nil.
	Scanned []word.Word
}

// Find finds the direct quotations of one article and who speaks them, appends
// them to dst and returns it. They are ordered by their place and do not
// overlap: of quotations within quotations only the outermost is given.
//
// A quotation lies within one block of l, since quotation marks that are never
// closed would else swallow the article: one that runs over several paragraphs
// is one Quote for each, as is one interrupted by its speaker. Furniture holds
// none. Words between marks that nobody is said to have spoken (titles,
// nicknames, scare quotes) are left out. A block that is a post is a
// Quote as a whole. Without blocks every line of the text is read as prose.
//
// It appends to the lists of words, too.
//
// Find is safe for concurrent use; it keeps neither a nor l.
func Find(dst []Quote, words *Words, a *article.Article, l *article.Layout) []Quote {
	var blocks []article.Block
	if l != nil {
		blocks = l.Blocks
	}
	r := readings.Get().(*reading)
	defer readings.Put(r)
	if x := phrasesOf(a.Language); x != nil {
		dst = r.findPhrased(dst, words, a.Text, blocks, x)
		r.release()
		return dst
	}
	r.scanned = words.Scanned
	if r.scanned == nil {
		r.scanned = word.Words(nil, a.Text)
	}
	found := r.read(a.Text, a.Language, blocks)
	words.Statements = r.statements(words.Statements)
	r.names.fill(r)
	if found {
		r.judge()
		r.signers()
		words.Marks, words.Left = r.marks(words.Marks), r.left
		r.resolve()
		single := r.singles()
		for i := range r.out {
			q := &r.out[i]
			if q.Len() <= 0 || q.scare { // a post may be nothing but marks
				continue
			}
			// What stands between two apostrophes typed for one mark, as some databases write it, is a Mark alone.
			if !q.doubled && (single || !q.single || r.told(i)) {
				dst = append(dst, Quote{Span: q.Span, Speaker: q.speaker, Post: q.post})
			}
		}
	}
	words.Indirect = r.indirect(words.Indirect)
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

// singles reports whether the text puts what people say between single marks.
// One that uses double ones has the others for headlines, which repeat what
// stands below, and for scare quotes, but for those of which it is told who spoke.
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

// told reports whether stretch k ends as speech does, and words right beside it, or
// beside the one before it in its paragraph and between marks of the same kind,
// tell who spoke it. Headlines that a page lists have such marks without the comma.
func (r *reading) told(k int) bool {
	const least = 3 // words of a sentence; fewer may be a term
	q := &r.out[k]
	if p := &r.paras[q.para]; p.Kind == article.Headline || p.titled || q.last-q.first <= least {
		return false
	}
	switch last, _ := lastRune(r.tokens.text[q.Start:q.End]); last {
	case ',', '.', '?', '!':
	default:
		return false
	}
	if q.ahead.close && q.ahead.subject.kind != noPhrase || q.behind.close && q.behind.subject.kind != noPhrase {
		return true
	}
	if k == 0 {
		return false
	}
	b := &r.out[k-1]
	return b.single && !b.scare && b.para == q.para && b.behind.close && b.behind.subject.kind != noPhrase
}
