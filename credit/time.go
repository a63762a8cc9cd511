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
	lo, hi := s.besideStart(l), s.besideEnd(r)
	if s.opensMain(l, r) {
		hi = r + 1
	}
	year, month := 0, 0
	if t := s.a.Published; t.Precision > 0 {
		year, month = t.When.Year(), int(t.When.Month())
	}
	for k := lo; k < hi; k++ {
		if s.tokens[k].number {
			if y := s.year(k); y != 0 && y != year && !(k > l && k < r && s.namesEvent(k)) {
				return true
			}
			continue
		}
		if q, n := s.ahead(k, uPast); n > 0 && q.text != "" && k+n <= hi {
			return true
		}
		if s.otherMonth(k, month) {
			return true
		}
	}
	return false
}

// namesEvent reports whether the year at token k is part of what somebody told, as the name of an event, and no
// time at which he did: told of the 2016 election to the Herald; not: in the 2016 documentary by CNN.
func (s *reading) namesEvent(k int) bool {
	if s.x.language != "en" || !s.tokens[k-1].is(cThe) || !s.follows(k+2) {
		return false
	}
	t := &s.tokens[k+1]
	return t.name < 0 && !t.capital && !t.is(cDoc|cStage|cRole|cAdj|cPress)
}

// opensMain reports whether the credit of the tokens l to r opens its sentence and a clause follows
// behind a comma, whose times are those of the news: According to the paper, lawyers were
// instructed in January; but: According to the paper, in 2019; In the Herald, published in 2019.
func (s *reading) opensMain(l, r int) bool {
	if l > 0 || r+2 >= len(s.tokens) || s.tokens[r+1].hard() != gComma {
		return false
	}
	t := &s.tokens[r+1]
	return !t.number && !t.is(cPrep|cAdv|cRelative|cMonth|cDay) && !s.tokens[r+2].is(cPrep) && !s.tokens[r+2].number
}

// besideReach is how many tokens beside a credit are looked at for its time.
const besideReach = 5

// besideStart returns the first token before the credit that begins at token l
// that may be an adverbial of it.
func (s *reading) besideStart(l int) int {
	lo := max(0, l-besideReach)
	for k := l; k > lo; k-- {
		if p := &s.tokens[k-1]; s.tokens[k].gap&(gHard|gEnd|gQuote) != 0 || p.is(cBound|cRelative) || p.name >= 0 {
			lo = k
			break
		}
	}
	if lo == l && l > 0 && l <= besideReach+1 && s.tokens[l].gap&(gHard|gEnd|gQuote) == gComma && s.adverbial(l) {
		return 0 // In 2023, The Times reported
	}
	return lo
}

// besideEnd returns the end of the tokens behind the credit that ends with token
// r that may be an adverbial of it.
func (s *reading) besideEnd(r int) int {
	hi := min(len(s.tokens), r+1+besideReach)
	for k := r + 1; k < hi; k++ {
		t := &s.tokens[k]
		g := t.gap & (gHard | gEnd | gQuote)
		if g&^gComma != 0 || g != 0 && k > r+1 || t.is(cBound|cRelative) || t.name >= 0 {
			return k
		}
	}
	return hi
}

// otherMonth reports whether token k is the name of a month other than the one
// given, in an adverbial and without a day.
func (s *reading) otherMonth(k, month int) bool {
	m := int(s.tokens[k].lex.month)
	if m == 0 || m == month || k == 0 || !s.tokens[k-1].is(cPastMonth) {
		return false
	}
	return k+1 == len(s.tokens) || !s.tokens[k+1].number || s.year(k+1) != 0
}

// year returns the year that token i names, else 0.
func (s *reading) year(i int) int { return yearOf(s.text(i, i)) }

// adverbial reports whether the tokens before l, from the start of the
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
