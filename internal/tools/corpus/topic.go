package corpus

import "strconv"

// A topic is what articles about one event have in common: who, where, how
// many, and the words that the event is told with.
type topic struct {
	style     *style
	persons   [3]person
	places    [2]string
	companies [2]string
	numbers   [5]string
	words     [topicWords]string // each with a space, the likeliest first
}

const (
	topicWords = 48
	// commonest is the number of content words too common to be of a topic.
	commonest = 250
)

func newTopic(g *Generator, n int) *topic {
	t := new(topic)
	t.set(g, n)
	return t
}

// set makes t the topic of event n.
func (t *topic) set(g *Generator, n int) {
	t.style = g.style
	s := newStream(g.o.Seed, forTopic, n)
	for i := range t.persons {
		t.persons[i] = aPerson(&s)
	}
	for i := range t.places {
		t.places[i] = aPlace(&s)
	}
	for i := range t.companies {
		t.companies[i] = aCompany(&s)
	}
	for i := range t.numbers {
		switch s.n(4) {
		case 0:
			t.numbers[i] = strconv.Itoa(s.between(2, 99))
		case 1:
			t.numbers[i] = strconv.Itoa(s.between(100, 9999))
		case 2:
			t.numbers[i] = "$" + strconv.Itoa(s.between(1, 900)) + " million"
		default:
			t.numbers[i] = strconv.Itoa(s.between(1, 99)) + "." + strconv.Itoa(s.n(10)) + " percent"
		}
	}
	content := vocab().content
	for i := range t.words {
		k := content.index(s.Uint64())
		for k < commonest {
			k = content.index(s.Uint64())
		}
		t.words[i] = content.word(k)
	}
}

var stockPhrases = []string{
	"at the end of the day", "in the middle of the night", "for the first time in many years", "as soon as it is possible to do so",
	"on the other side of the street", "when all is said and done", "it goes without saying that", "there is no doubt in my mind that",
	"did not immediately respond to a request for comment", "could not be reached for comment on the matter",
	"spoke on condition of anonymity because of the talks", "the investigation is continuing and no arrests were made",
	"in the days and weeks ahead", "as a result of all this", "little by little but all the same", "according to people who know the matter",
	"a decision is expected by the end of the week", "this is a developing story and will be updated",
	"declined to comment beyond what was said before", "for a long time to come",
}

// sentence appends a sentence of n words or a few more, with a space after it.
func (t *topic) sentence(b []byte, s *stream, n int) []byte {
	v, y := vocab(), t.style
	start := len(b)
	if s.chance(0.02) {
		b = append(b, stockPhrases[s.n(len(stockPhrases))]...)
		b = append(b, ' ')
		n -= 4
	}
	if y.formulas > 0 && s.chance(y.formulas) {
		b = appendFormula(b, s.head(formulaCount))
		n -= formulaWords
	}
	function := false // whether the last word was one
	for range max(n, 1) {
		x := s.Uint64()
		turn := x & 255
		x >>= 8
		if function && turn < 64 || !function && turn < 166 {
			b = append(b, v.function.draw(x)...)
			function = true
			continue
		}
		function = false
		kind := mix(x) & 1023
		switch {
		case kind < y.ofTopic:
			u := x & 0xffff
			b = append(b, t.words[u*u*topicWords>>32]...)
		case kind < y.ofTopic+y.ofNames:
			b = t.name(b, x)
			b = append(b, ' ')
		case kind < y.ofTopic+y.ofNames+y.ofNumber:
			b = append(b, t.numbers[x%uint64(len(t.numbers))]...)
			b = append(b, ' ')
		case kind < y.ofTopic+y.ofNames+y.ofNumber+y.ofCoined:
			u := x & 0xfffff
			b = appendCoined(b, u*u>>20)
			b = append(b, ' ')
		default:
			b = append(b, v.content.draw(x)...)
		}
		if turn >= 250 {
			b[len(b)-1] = ','
			b = append(b, ' ')
		}
	}
	b = closeWord(b)
	if c := b[start]; 'a' <= c && c <= 'z' {
		b[start] = c - 'a' + 'A'
	}
	return append(b, '.', ' ')
}

// Formulas are turns of phrase that pieces of any topic share: "reached by telephone on",
// "contributed to this report from".
const (
	formulaCount = 50_000 // the first ones far oftener
	formulaWords = 9
)

// appendFormula appends formula k, with a space after it.
func appendFormula(b []byte, k int) []byte {
	v := vocab()
	s := newStream(0, forFormula, k)
	for i := range formulaWords {
		if i%2 == 0 {
			b = append(b, v.function.draw(s.Uint64())...)
		} else {
			b = append(b, v.content.draw(s.Uint64())...)
		}
	}
	return b
}

// closeWord takes the space, and a comma before it, from the end of b.
func closeWord(b []byte) []byte {
	b = b[:len(b)-1]
	if b[len(b)-1] == ',' {
		b = b[:len(b)-1]
	}
	return b
}

// name appends one of the topic's names.
func (t *topic) name(b []byte, x uint64) []byte {
	switch k := x % 16; {
	case k < 8:
		p := &t.persons[k*k/24]
		if x>>4&3 == 0 {
			b = append(append(b, p.first...), ' ')
		}
		return append(b, p.last...)
	case k < 12:
		return append(b, t.places[k&1]...)
	}
	return append(b, t.companies[x%16&1]...)
}
