package credit

import (
	"slices"
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
	const farthest = 110 // bytes from the start of the block to the agency
	text, at := s.a.Text, s.mentions[m].Span
	if at.Start-span.Start > farthest {
		return article.Span{}, false
	}
	before := strings.TrimRight(text[span.Start:at.Start], " \u00a0")
	if n := len(before) - 1; n >= 0 && strings.IndexByte("(/[", before[n]) >= 0 {
		end, ok := bracketEnd(text[at.End:span.End], before[n], n == 0)
		if ok && before[n] == '/' && at.End+end == span.End && strings.Contains(strings.TrimRight(before[:n], " \u00a0"), " ") {
			return article.Span{}, false // Jane Roe/AP is a photographer, Madrid/EFE a place
		}
		if ok && before[n] == '/' && s.pictureHouse(at.End) {
			return article.Span{}, false // Jane Roe / AFP - Getty Images
		}
		if ok && s.placeLike(before[:n]) {
			return article.Span{Start: span.Start, End: at.End + end}, true
		}
		return article.Span{}, false
	}
	if before != "" && !endsDash(before) || !s.placeLike(before) {
		return article.Span{}, false
	}
	// AFP - ..., EFE.- ...: only an agency, at the very start or after a place.
	const leastText = 40 // bytes behind it
	after := text[at.End:span.End]
	if o := s.mentions[m].Outlet; o == nil || o.Kind != outlet.Agency || len(after) < leastText || !startsDash(after[:leastText]) {
		return article.Span{}, false
	}
	if before == "" && after[0] == ':' {
		return article.Span{}, false // Reuters: Bridge Was Rusting, in a list of what papers say
	}
	return article.Span{Start: span.Start, End: at.End}, true
}

// pictureHouse reports whether behind an agency's name, which ends at end, and a dash stands a word
// of the credits of photographs: the line credits a photographer of two houses.
func (s *reading) pictureHouse(end int) bool {
	after := strings.TrimLeft(s.a.Text[end:], " \u00a0")
	rest := strings.TrimLeft(after, "-–—/ \u00a0")
	return len(rest) < len(after) && s.x.lookup(rest[:word.End(rest, 0)]).class&cPhoto != 0
}

// ofNetwork reports whether the article's own outlet is a station of the network o by its
// name, which begins with the same letters: a dateline of CBS SFBayArea has (CBS SF).
func (s *reading) ofNetwork(o *outlet.Outlet) bool {
	if o == nil || o.Kind == outlet.Agency {
		return false
	}
	name, _, _ := strings.Cut(o.Name, " ")
	return len(name) > 1 && strings.ToUpper(name) == name && strings.HasPrefix(s.a.Outlet, name+" ")
}

// bracketEnd returns the end in after, the text behind an agency's name, of the
// bracket or slash that open began before it, and reports whether it makes a
// dateline: (dpa/lno), (AFP/Reuters), (Reuters Health), /TASS/. Alone says that
// nothing stands before it.
func bracketEnd(after string, open byte, alone bool) (int, bool) {
	const reach, longest, longestPhrase = 40, 24, 16
	near := after[:min(len(after), reach)]
	if open == '/' {
		if strings.HasPrefix(near, "/") {
			return 1, true
		}
		return 0, strings.TrimSpace(near) == "" || startsDash(near) // Madrid/EFE
	}
	mark := byte(')')
	if open == '[' {
		mark = ']'
	}
	k := strings.IndexByte(near, mark)
	if k < 0 || k > longest || k > longestPhrase && strings.IndexByte(near[:k], ' ') >= 0 || strings.IndexByte(near[:k], ':') >= 0 {
		return 0, false // (Reuters: Jane Roe) is a photographer
	}
	rest := after[k+1:]
	return k + 1, !alone || rest == "" || startsDash(rest) // (AP) alone before text could be a photo's
}

// endsDash reports whether s ends with a dash or a comma.
func endsDash(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("—–-,", r)
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
	const most, longestAbbreviation = 12, 5 // Calif.
	words, last := 0, 0
	for i := word.SkipGap(t, 0); i < len(t); i = word.SkipGap(t, i) {
		end := word.End(t, i)
		w := t[i:end]
		i, last = end, len(w)
		if words++; words > most {
			return false
		}
		known := s.x.lookup(w).class
		if words == 1 && known&cByWord != 0 || !word.Capital(w) && known&(cDateWord|cDay|cConnect|cPrep) == 0 {
			return false
		}
	}
	// A full stop ends a sentence or an item of a list but after an abbreviation.
	ended := last > longestAbbreviation && strings.HasSuffix(strings.TrimRight(t, " \u00a0"), ".")
	return !ended && !listItem(t) && !strings.ContainsAny(t, "?!:;\"“”")
}

// An agency that no table knows signs in the same place as those that are known.
const (
	leastSign, mostSign = 3, 6 // letters of its sign
	farthestSign        = 80   // bytes before it
)

// unknownSign reads the dateline of the first paragraph that a sign ends which nobody knows, in capitals and
// brackets behind a place in capitals, unless a line of dst[first:] says whose the text is:
// BRIDGETOWN, Barbados (XMC) —. Countries are told so as well, and stations sign by their call letters in their own texts.
func (m *markReader) unknownSign(first int) {
	text := m.a.Text[m.block.Start:m.block.End]
	open := strings.IndexByte(text[:min(len(text), farthestSign)], '(')
	if open < 0 || len(text)-open < mostSign+2 {
		return
	}
	shut := strings.IndexByte(text[open:open+mostSign+2], ')')
	if shut < leastSign+1 || slices.ContainsFunc(m.dst[first:], func(c Credit) bool { return c.OnLine() }) {
		return
	}
	place, sign := text[:open], text[open+1:open+shut]
	if !capitals(sign) || stationSign(sign) || slices.Contains(countrySigns[:], sign) || !startsDash(text[open+shut+1:]) {
		return
	}
	if town := word.End(place, 0); town < leastSign || !word.AllCapital(place[:town]) || !m.placeLike(place) || m.ownSign(sign) {
		return
	}
	m.dst = append(m.dst, Credit{Span: article.Span{Start: m.block.Start, End: m.block.Start + open + shut + 1}, Outlet: sign, Kind: outlet.Agency, Cue: CueDateline})
}

// countrySigns are those of countries that stand in brackets behind a town.
var countrySigns = [...]string{"USA", "UAE", "DRC", "PNG", "KSA", "ROK", "ROC", "DPRK", "CAR", "GDR", "FRG", "USSR"}

// capitals reports whether s consists of capital letters of ASCII.
func capitals(s string) bool {
	return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// stationSign reports whether s may be the call sign of an American station: KRVX.
func stationSign(s string) bool { return len(s) <= 4 && (s[0] == 'K' || s[0] == 'W') }

// ownSign reports whether letters may be those of the article's own outlet: its name or its host has them, or
// its words begin with them.
func (s *reading) ownSign(sign string) bool {
	initials := ""
	for w := range strings.FieldsSeq(s.a.Outlet) {
		initials += w[:1]
	}
	name := strings.ToUpper(s.a.Outlet + " " + initials + " " + s.a.URL)
	return strings.Contains(name, sign) || strings.Contains(name, sign[:leastSign])
}
