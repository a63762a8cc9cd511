package quote

// each calls f with the index of the weight of each sign in s.
func (m *model) each(s *signs, f func(int)) {
	for g, v := range s.group {
		f(m.start[g] + int(v))
	}
	for c, pair := range crossed {
		f(m.crosses[c] + int(s.group[pair[0]])*len(groups[pair[1]].answers) + int(s.group[pair[1]]))
	}
	for place, row := range s.word {
		if row >= 0 {
			f(m.words + place*m.rows + int(row))
		}
	}
}

// names returns the name of every sign, in the order of the weights:
// group=answer, group=answer&group=answer, or place=word.
func (m *model) names() []string {
	var names []string
	for _, g := range groups {
		for _, v := range g.answers {
			names = append(names, g.name+"="+v)
		}
	}
	for _, pair := range crossed {
		a, b := groups[pair[0]], groups[pair[1]]
		for _, v := range a.answers {
			for _, w := range b.answers {
				names = append(names, a.name+"="+v+"&"+b.name+"="+w)
			}
		}
	}
	for _, place := range wordNames {
		for _, w := range speech().words {
			names = append(names, place+"="+w)
		}
	}
	return names
}
