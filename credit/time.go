package credit

// background reports whether the credit of the tokens l to r is to older
// reporting: an adverbial of past time belongs to it. The criteria, all of
// words directly beside cue and name, since "reported that in 2019 he had"
// dates the news and not the report:
//
//   - a year other than the article's: reported in 2019, in a 2019 interview;
//   - a phrase of the class past: last month, years ago, at the time;
//   - a month other than the article's without a day: reported in March.
//
// The article's own date, where it is known, decides what is other; where it
// is not, every year and month named counts.
func (s *reading) background(l, r int) bool {
	const reach = 5
	lo := max(0, l-reach)
	for k := l; k > lo; k-- {
		if s.tokens[k].gap&(gHard|gEnd|gQuote) != 0 || s.tokens[k-1].lex.class&(cBound|cRelative) != 0 || s.tokens[k-1].name >= 0 {
			lo = k
			break
		}
	}
	if lo == l && l > 0 && l <= reach+1 && s.tokens[l].gap&(gHard|gEnd|gQuote) == gComma && s.adverbial(l) {
		lo = 0 // In 2023, The Times reported
	}
	hi := min(len(s.tokens), r+1+reach)
	for k := r + 1; k < hi; k++ {
		g := s.tokens[k].gap
		if g&(gHard|gEnd|gQuote)&^gComma != 0 || g&gComma != 0 && k > r+1 || s.tokens[k].lex.class&(cBound|cRelative) != 0 || s.tokens[k].name >= 0 {
			hi = k
			break
		}
	}
	year, month := 0, 0
	if t := s.a.Published; t.Precision > 0 {
		year, month = t.When.Year(), int(t.When.Month())
	}
	for k := lo; k < hi; k++ {
		t := &s.tokens[k]
		if t.number {
			if y := yearOf(s.text(k, k)); y != 0 && y != year {
				return true
			}
			continue
		}
		if q, n := s.ahead(k, uPast); n > 0 && q.text != "" && k+n <= hi {
			return true
		}
		if m := int(t.lex.month); m != 0 && m != month && k > 0 && s.tokens[k-1].lex.class&cPastMonth != 0 && !(k+1 < len(s.tokens) && s.tokens[k+1].number && yearOf(s.text(k+1, k+1)) == 0) {
			return true
		}
	}
	return false
}

// adverbial reports whether the tokens before l, from the begin of the
// sentence, are an adverbial of time and nothing else.
func (s *reading) adverbial(l int) bool {
	for k := range l {
		if _, n := s.ahead(k, uPast); n > 0 && k+n == l {
			return true
		}
		t := &s.tokens[k]
		if t.name >= 0 || k > 0 && t.gap&gHard != 0 || t.lex.class&(cPrep|cAdv|cMonth|cDet|cAdj) == 0 && !t.number {
			return false
		}
	}
	return true
}

// yearOf returns the year that w names, from 1900 to 2099, else 0.
func yearOf(w string) int {
	if len(w) != 4 || w[0] != '1' && w[0] != '2' {
		return 0
	}
	y := 0
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return 0
		}
		y = y*10 + int(w[i]-'0')
	}
	if y < 1900 || y > 2099 {
		return 0
	}
	return y
}
