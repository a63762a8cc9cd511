package layout

import (
	"wiretrace/article"
	"wiretrace/lang/word"
)

// KindAlone returns the kind of s, a paragraph, as far as its own words tell it
// beyond doubt: Chrome where it prompts the reader to subscribe, to share, to write
// to the outlet or the like, Caption, Copyright, Byline or Date where a phrase or a
// credit says so. It is Prose for all others.
func KindAlone(s string) article.Kind {
	if s == "" || len(s) > longCaption {
		return article.Prose
	}
	l := layouters.Get().(*layouter)
	defer l.release()
	l.text, l.scanned = s, word.Words(nil, s)
	l.parts = append(l.parts[:0], part{Span: article.Span{Start: 0, End: len(s)}})
	p := &l.parts[0]
	r := &l.reading
	l.vocabulary.read(r, s, l.scanned, p.Span)
	if f := r.phrase(s); f != nil {
		return f.kind
	}
	if l.credited(p.Span) {
		return article.Caption
	}
	if r.asksReader(s, false) || !r.quotes && l.endsPrompting(p) {
		return article.Chrome
	}
	return article.Prose
}
