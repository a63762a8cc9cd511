package credit

// Two who write a piece together are named with "and" between them.

// coauthorsEnd returns the last token of the names that follow somebody's, which ends with token end,
// or end if none do: Politico's Jane Roe, John Doe and Ann Poe reported.
func (s *reading) coauthorsEnd(end int) int {
	if s.x.language != "en" {
		return end
	}
	for k := end + 1; k < len(s.tokens); {
		and := s.tokens[k].is(cAnd) && s.tokens[k].hard()&^gComma == 0
		if and {
			k++
		} else if s.tokens[k].hard() != gComma {
			break
		}
		after := s.personEnd(k)
		if after == k || and && s.tokens[k].hard() != 0 {
			break
		}
		if and {
			return after - 1
		}
		k = after
	}
	return end
}

// personEnd returns the token behind somebody's first and last name that begin with token i, or i.
func (s *reading) personEnd(i int) int {
	const least, most = 2, 4
	k := i
	for k < len(s.tokens) && k < i+most && s.tokens[k].capitalWord() && !s.tokens[k].is(cDay|cMonth|cPress|cDet) && (k == i || s.tokens[k].hard() == 0) {
		k++
	}
	if k < i+least {
		return i
	}
	return k
}

// coauthorsStart returns the first token of the names that stand, with commas and "and" between,
// before the name that begins with token l, or l: reported Jane Roe and John Doe of Politico.
func (s *reading) coauthorsStart(l int) int {
	const least = 2
	if s.x.language != "en" || l < least+1 || s.tokens[l].hard() != 0 || !s.tokens[l-1].is(cAnd) {
		return l
	}
	first := s.nameStart(l - 1)
	if l-1-first < least {
		return l
	}
	for first > least && s.tokens[first].hard() == gComma {
		m := s.nameStart(first)
		if first-m < least {
			break
		}
		first = m
	}
	return first
}
