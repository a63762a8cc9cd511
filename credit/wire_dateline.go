package credit

import (
	"strings"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// dateline reports whether the text at span begins with a dateline that names
// mention m, and returns the span of the dateline:
//
//	WASHINGTON, March 12 (Reuters) -     (ANSA) - ROMA, 17 AGO -
//	Madrid, 17 may (EFE).-               MOSCOW, August 15. /TASS/.
//	AFP - ...                            EFE.- ...
func (s *reading) dateline(span article.Span, m int) (article.Span, bool) {
	const farthest = 110 // bytes from the begin of the block to the agency
	text, at := s.a.Text, s.mentions[m].Span
	if at.Start-span.Start > farthest {
		return article.Span{}, false
	}
	before := strings.TrimRight(text[span.Start:at.Start], " \u00a0")
	after := text[at.End:min(span.End, at.End+40)]
	end := at.End
	open := byte(0)
	if n := len(before); n > 0 && (before[n-1] == '(' || before[n-1] == '/' || before[n-1] == '[') {
		open = before[n-1]
		before = before[:n-1]
	}
	if open == 0 && before != "" && !strings.HasSuffix(before, "—") && !strings.HasSuffix(before, "–") && !strings.HasSuffix(before, "-") && !strings.HasSuffix(before, ",") {
		return article.Span{}, false
	}
	if !s.placeLike(before) {
		return article.Span{}, false
	}
	if open != 0 {
		want := byte(')')
		switch open {
		case '/':
			want = '/'
		case '[':
			want = ']'
		}
		// (dpa/lno), (AFP/Reuters), (Reuters Health)
		k := strings.IndexByte(after, want)
		if open == '/' && k != 0 {
			// Madrid/EFE
			k = -1
			if strings.TrimSpace(after) != "" && !startsDash(after) {
				return article.Span{}, false
			}
		} else if k < 0 || k > 24 || strings.IndexByte(after[:k], ' ') >= 0 && k > 16 {
			return article.Span{}, false
		}
		end += k + 1
		if rest := text[end:span.End]; before == "" && open != '/' && rest != "" && !startsDash(rest) {
			return article.Span{}, false // (AP) alone before text could be a photo's
		}
		return article.Span{Start: span.Start, End: end}, true
	}
	// AFP - ..., EFE.- ...: only an agency, at the very begin or after a place.
	if o := s.mentions[m].Outlet; o == nil || o.Kind != outlet.Agency || !startsDash(after) || len(text[at.End:span.End]) < 40 {
		return article.Span{}, false
	}
	return article.Span{Start: span.Start, End: end}, true
}

// startsDash reports whether s begins with a dash, a colon or a bar, white
// space and a full stop before it left aside.
func startsDash(s string) bool {
	spaced := false
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		switch r {
		case ' ', '\u00a0', '\t', '\n', '\r':
			spaced = true
		case '.':
			spaced = true
		case '—', '–', '―', ':', '|', '_':
			return true
		case '-':
			return spaced || strings.HasPrefix(s, "--") || strings.HasPrefix(s, "- ")
		default:
			return false
		}
		s = s[n:]
	}
	return false
}

// placeLike reports whether s, what stands before the agency in a dateline, is
// empty or consists of names of places and dates.
func (s *reading) placeLike(t string) bool {
	const most = 12
	words := 0
	for i := word.SkipGap(t, 0); i < len(t); i = word.SkipGap(t, i) {
		end := word.End(t, i)
		w := t[i:end]
		i = end
		if words++; words > most {
			return false
		}
		known := s.x.lookup(w).class
		if words == 1 && known&cByWord != 0 || !word.Capital(w) && known&(cDateWord|cDay|cConnect|cPrep) == 0 {
			return false
		}
	}
	return !strings.ContainsAny(t, "?!:;\"“”")
}
