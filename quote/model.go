package quote

// What stands between quotation marks is somebody's words or not: a title, a
// nickname, a scare quote. A logistic model over a few dozen signs decides, each
// of them one answer of one group or one of each of two groups crossed. Its
// weights are in data/weights.tsv, which says how they were fitted.

// A model is the weights of all signs.
type model struct {
	start   [groupCount]int   // of each group's weights
	crosses [len(crossed)]int // of each pair's
	words   int               // start of the weights of words, a table's length for each place
	rows    int
	weight  []float32
}

// newModel returns a model whose weights are all zero.
func newModel() *model {
	m := new(model)
	n := 0
	for g := range groups {
		m.start[g] = n
		n += len(groups[g].answers)
	}
	for c, pair := range crossed {
		m.crosses[c] = n
		n += len(groups[pair[0]].answers) * len(groups[pair[1]].answers)
	}
	m.words, m.rows = n, len(speech().words)
	m.weight = make([]float32, n+wordPlaces*m.rows)
	return m
}

// score returns the logarithm of the odds that a stretch with signs s is somebody's words.
func (m *model) score(s *signs) float32 {
	sum := float32(0)
	for g, v := range s.group {
		sum += m.weight[m.start[g]+int(v)]
	}
	for c, pair := range crossed {
		sum += m.weight[m.crosses[c]+int(s.group[pair[0]])*len(groups[pair[1]].answers)+int(s.group[pair[1]])]
	}
	for place, row := range s.word {
		if row >= 0 {
			sum += m.weight[m.words+place*m.rows+int(row)]
		}
	}
	return sum
}
