package credit

import (
	"wiretrace/article"
	"wiretrace/lang/word"
)

// photoLine reports whether the line at span credits a photograph.
func (s *reading) photoLine(span article.Span) bool {
	text := s.a.Text[span.Start:min(span.End, span.Start+longestLine)]
	for i := word.SkipGap(text, 0); i < len(text); {
		end := word.End(text, i)
		if s.x.lookup(text[i:end]).class&cPhoto != 0 {
			return true
		}
		i = word.SkipGap(text, end)
	}
	return false
}

// lineIn reports whether the text at span holds a phrase of credit lines or is a
// label and the outlet that it credits: h/t The Hill, [via Reuters].
func (s *reading) lineIn(span article.Span, m int) bool {
	s.tokenize(span, m)
	return s.hasLine() || s.labelled()
}

// labelled reports whether the sentence at hand is a label of credits and the
// name of an outlet.
func (s *reading) labelled() bool {
	last := len(s.tokens) - 1
	if last < 1 || s.tokens[last].name < 0 {
		return false
	}
	q, from, ok := s.behind(s.phraseStart(last)-1, uBefore)
	return ok && from == 0 && q.use&uLabel != 0
}

// hasLine reports whether the sentence at hand holds a phrase of credit lines.
func (s *reading) hasLine() bool {
	const longest = 90
	if len(s.tokens) > longest {
		return false
	}
	for k := range s.tokens {
		if s.tokens[k].lex.id == 0 {
			continue
		}
		if q, n := s.ahead(k, uLine); n > 0 && s.lineNames(k+n) && s.lineFits(q, k, k+n) {
			return true
		}
	}
	return false
}

// lineFits reports whether the phrase q of credit lines, the tokens from k up to end, stands where such
// lines have it: with few words before it or in brackets, not amid a sentence of news: El fiscal habló
// después de que un portal retomara un reportaje de Proceso.
func (s *reading) lineFits(q cuePhrase, k, end int) bool {
	const before, behind, most = 6, 10, 30 // words
	if q.use&uTop != 0 {
		return s.opens(k)
	}
	for i := k; i >= 0 && i > k-before; i-- {
		if i == 0 || s.tokens[i].gap&gOpen != 0 {
			return true
		}
	}
	return !s.x.inverted || len(s.tokens) <= most && len(s.tokens)-end <= behind
}

// opens reports whether a sentence begins with token k: one of a line, which is not parted into them.
func (s *reading) opens(k int) bool { return k == 0 || s.tokens[k].gap&(gEnd|gOpen) != 0 }

// lineNames reports whether the phrase of a credit line that ends before token k may be one:
// behind a preposition there must be a name, as in compiled from wire reports and AP, not
// compiled from archive images.
func (s *reading) lineNames(k int) bool {
	const reach = 12 // words
	if !s.tokens[k-1].is(cPrep) {
		return true
	}
	for i := k; i < min(k+reach, len(s.tokens)); i++ {
		if t := &s.tokens[i]; t.name >= 0 || t.capital || t.is(cPress) || s.hosted(i) {
			return true
		}
	}
	return false
}
