package quote

import (
	"strings"
	"unicode"

	"wiretrace/article"
)

// An embedded post ends with its signature, — Name (@account) May 3, 2024, or
// begins with it, — Name (@account) May 3, 2024: “…”; or the signature stands
// in a block of its own behind those of the post.

// A signature is the line that names whose post it is.
type signature struct {
	article.Span        // from its dash, or its name, to the end of the account
	name         string // as it stands, or the account where there is none
	words        article.Span
}

// embedded sets the words and the speaker of stretch k, a block that is a post.
// A block that holds nothing but a signature is nobody's words, and names who
// speaks the blocks before it.
func (r *reading) embedded(m *discourse, k int) {
	q := &r.out[k]
	if q.scare || q.speaker != "" {
		return // told by the signature behind it
	}
	for j := k; j < len(r.out) && j < k+4 && r.out[j].post && r.out[j].para == q.para+int32(j-k); j++ {
		s, ok := r.signature(&r.out[j])
		if !ok {
			continue
		}
		speaker := s.name
		if f := r.names.findText(s.name); f != nil {
			speaker = f.text
		}
		for i := k; i <= j; i++ {
			r.out[i].speaker = speaker
		}
		o := &r.out[j]
		if o.scare = s.words.Len() == 0; !o.scare {
			o.Span = s.words
		}
		return
	}
	q.Span = r.unmarked(q.Span)
	p := &r.paras[q.para]
	q.speaker = r.uncued(m, k, q, p)
}

// signature finds the signature in the block q and the words of the post beside it.
func (r *reading) signature(q *quoted) (signature, bool) {
	text := r.tokens.text[q.from:q.to]
	at := strings.LastIndex(text, "(@")
	if at < 0 {
		return signature{}, false
	}
	end := strings.IndexByte(text[at:], ')')
	if end < 0 || end > 60 {
		return signature{}, false
	}
	end += at + 1
	name := strings.TrimRightFunc(text[:at], unicode.IsSpace)
	from := 0
	for _, dash := range [...]string{"—", "–", " - ", "--"} {
		if i := strings.LastIndex(name, dash); i >= 0 {
			from = max(from, i)
		}
	}
	const longest = 70 // bytes of a name of an account, with its dash
	if len(name)-from > longest {
		return signature{}, false
	}
	s := signature{Span: article.Span{Start: q.from + from, End: q.from + end}}
	s.name = single(strings.TrimFunc(name[from:], func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune("—–-", c) }))
	if s.name == "" {
		s.name = text[at+1 : end-1]
	}
	if from > 0 {
		s.words = r.unmarked(trimmed(r.tokens.text, q.from, q.from+from))
	} else if i := strings.IndexByte(text[end:], ':'); i >= 0 && i < 60 {
		s.words = r.unmarked(trimmed(r.tokens.text, q.from+end+i+1, q.to))
	}
	return s, true
}

// unmarked returns s without the quotation marks about all of it.
func (r *reading) unmarked(s article.Span) article.Span {
	text := r.tokens.text[s.Start:s.End]
	for _, pair := range [...][2]string{{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"„", "“"}, {"»", "«"}, {"‘", "’"}} {
		if in := strings.TrimPrefix(text, pair[0]); len(in) < len(text) && strings.HasSuffix(in, pair[1]) && strings.Count(in, pair[1]) == 1 {
			return trimmed(r.tokens.text, s.Start+len(pair[0]), s.End-len(pair[1]))
		}
	}
	return s
}
