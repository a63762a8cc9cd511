package credit

import (
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// bylineWords reports whether the text at span reads as a byline that names
// mention m: By Jane Roe, The Washington Post.
func (s *reading) bylineWords(span article.Span, m int) bool {
	text := s.a.Text[span.Start:span.End]
	i := word.SkipGap(text, 0)
	end := word.End(text, i)
	if i == end || s.x.lookup(text[i:end]).class&cByWord == 0 {
		return false
	}
	for i = word.SkipGap(text, end); i < len(text); i = word.SkipGap(text, end) {
		end = word.End(text, i)
		if at := s.mentions[m].Span; span.Start+i >= at.Start && span.Start+i < at.End {
			end = at.End - span.Start
			continue
		}
		if w := text[i:end]; !word.Capital(w) && s.x.lookup(w).class&(cAnd|cConnect|cPrep|cRole|cDet|cFill) == 0 {
			return false
		}
	}
	return !strings.ContainsAny(text, "?!\"“”")
}

// nameLine reports whether the text at span reads as a line of names and
// dates rather than as a sentence about somebody.
func (s *reading) nameLine(span article.Span, m, end int) bool {
	const most = 2 // other words: staff and agencies, posted
	text := s.a.Text
	other := 0
	for i := word.SkipGap(text[:span.End], span.Start); i < span.End; i = word.SkipGap(text[:span.End], i) {
		for m < end && s.mentions[m].End <= i {
			m++
		}
		if m < end && s.mentions[m].Start <= i {
			i = s.mentions[m].End
			continue
		}
		w := word.End(text[:span.End], i)
		if !word.Capital(text[i:w]) && s.x.lookup(text[i:w]).class&(cAnd|cConnect|cPrep|cRole|cDet|cFill|cMonth|cDay|cWith|cByWord) == 0 {
			if other++; other > most {
				return false
			}
		}
		i = w
	}
	return true
}

// placed reports whether the text at span is an agency and a place: Efe / Salamanca.
func (s *reading) placed(span article.Span, m int) bool {
	const longest = 50
	at := s.mentions[m]
	if span.Len() > longest || at.Start != span.Start || at.Outlet == nil || at.Outlet.Kind != outlet.Agency {
		return false
	}
	rest := strings.TrimLeft(s.a.Text[at.End:span.End], " \u00a0")
	return rest != "" && strings.IndexByte("/|,", rest[0]) >= 0 && s.placeLike(rest)
}

// alone reports whether the text at span is the names of agencies and nothing
// else but signs, and short words joined to them by a slash: dpa/lno.
func (s *reading) alone(span article.Span, m, end int) bool {
	text := s.a.Text
	if span.Len() > 60 {
		return false
	}
	i := span.Start
	for ; m <= end; m++ {
		stop := span.End
		if m < end {
			if stop = s.mentions[m].Start; s.mentions[m].Outlet == nil || s.mentions[m].Outlet.Kind != outlet.Agency {
				return false
			}
		}
		for i = word.SkipGap(text[:stop], i); i < stop; i = word.SkipGap(text[:stop], i) {
			w := word.End(text[:stop], i)
			joined := i > span.Start && text[i-1] == '/' || w < span.End && text[w] == '/'
			if joined && w-i <= 4 || s.x.lookup(text[i:w]).class&(cAnd|cPress|cFill|cDet) != 0 {
				i = w
				continue
			}
			return false
		}
		if m < end {
			i = s.mentions[m].End
		}
	}
	return true
}

// shapedByline appends the credit of an outlet that the gazetteer does not have
// and that ends the byline at span: Jane Roe, Sand Hill Gazette.
func (s *reading) shapedByline(dst []Credit, span article.Span, m int) []Credit {
	s.tokens, _, _ = s.x.tokenize(s.tokens[:0], s.a.Text, span, s.mentions, m)
	last := len(s.tokens) - 1
	if last < 2 {
		return dst
	}
	s.findHeads()
	for _, h := range s.heads {
		if h.r != last || h.ref || h.own || h.name == "" {
			continue
		}
		// BY JANE ROE Sand Hill Gazette: the capitals are the author's.
		at := h.at
		if !word.AllCapital(s.text(last, last)) {
			for at < last && word.AllCapital(s.text(at, at)) {
				at++
			}
		}
		if at == h.at && at < 2 && s.tokens[at].gap&gHard == 0 {
			continue // all of it is somebody's name
		}
		if at > h.at {
			h.source = s.remember(s.text(at, last))
		}
		if at == 0 || s.isOwn(h.name) {
			continue
		}
		dst = append(dst, h.credit(span, CueByline))
	}
	return dst
}
