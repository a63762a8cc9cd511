package cluster

import (
	_ "embed"
	"fmt"
	"math"
	"sync"

	"wiretrace/internal/logit"
)

// A retellingSign is one of the signs that of two articles which name no source for
// it one retells the other.
type retellingSign uint8

// The signs of a retelling. Independent reports of one event have the same names, the
// same act and some of the same numbers; whoever retells a report has most of its numbers,
// its lead and its length.
const (
	retellingCosine  retellingSign = iota // of the content words, 0 to 1
	retellingFigures                      // the logarithm of one and the nats of the numbers in common outside quotations
	retellingLength                       // the logarithm of the words of the shorter text in hundreds, less that of 3
	retellingLead                         // cosine of the leads, 0 to 1
	retellingGap                          // how many times as long the longer text is, as a logarithm
	retellingSigns
)

var retellingNames = [retellingSigns]string{
	retellingCosine: "cosine", retellingFigures: "figures", retellingLength: "length", retellingLead: "lead", retellingGap: "gap",
}

// RetellingNames returns the names of the signs of a retelling, as in data/retelling.tsv.
func RetellingNames() []string { return retellingNames[:] }

// What two articles must be for one to be said to retell the other by these signs alone.
const (
	retellingFrom = 0.8 // the probability
	// retellingSilent is the probability of a piece that credits nobody, which is thereby said to keep silent,
	// unless the two have so many names and numbers in common.
	retellingSilent  = 0.9
	retellingNamed   = 16
	retellingUndated = 0.95 // the same where a day is unknown
	retellingStory   = 0.2  // the probability that they report one event
	retellingNumbers = 2    // in common outside quotations, of a piece that credits nobody: a single one, such as a price, is in every report
	retellingDays    = 3    // between their days of publication
	retellingShared  = 8    // names and numbers in common, of a piece that credits nobody
	retellingWords   = 120  // of the shorter text: a notice of the police is nothing but numbers
	// What two reporters make of one announcement in up to retellingBrief words may have the same lead
	// and its few numbers, but hardly so many.
	retellingBrief = 160
	retellingMany  = 6
	// retellingShort is up to how many words a text counts as that short: of less, the
	// same numbers tell no more.
	retellingShort = 200
	retellingMost  = 60 // nats: a table of results has any number
)

// retelling returns the probability that one of two articles retells the other, 0
// where they are too far apart, or too short, to be asked. longer is the number of words of
// the longer one. What they share must be known but for that.
func (s *Signs) retelling(longer int) float64 {
	if !s.mayBeRetelling() {
		return 0
	}
	row := s.retellingRow(longer)
	return retellingModel().Probability(row[:])
}

// mayBeRetelling reports whether two articles are near enough to each other, by their days and
// by what they report, and long enough for the model to be asked about them.
func (s *Signs) mayBeRetelling() bool {
	return s.Days <= retellingDays && s.Story >= retellingStory && s.Least >= retellingWords
}

// retellingRow returns the values of the signs.
func (s *Signs) retellingRow(longer int) (row [retellingSigns]float64) {
	row[retellingCosine], row[retellingLead] = s.Cosine, s.Lead
	row[retellingFigures] = math.Log1p(min(s.Figures, retellingMost))
	row[retellingLength] = math.Log(float64(max(s.Least, retellingShort)) / 300)
	row[retellingGap] = math.Log(float64(longer) / float64(max(s.Least, 1)))
	return row
}

// RetellingSignsOf returns the signs of a retelling of two articles, for fitting the
// model, and whether they are an example: not where they are far apart, short or
// of one outlet, nor where text in common or a credit ties them. Releases, and what all
// reporters were told, are examples, though of these Match does not ask the model.
func (m *Matcher) RetellingSignsOf(a, b *Side) (row []float64, asked bool) {
	p := m.Match(a, b)
	if p.text() != None && p.text() != Quotes || p.House || p.Distance || p.Credited() {
		return nil, false
	}
	if !p.mayBeRetelling() {
		return nil, false
	}
	signs := p.retellingRow(max(len(a.Prose.Words), len(b.Prose.Words)))
	return signs[:], true
}

//go:embed data/retelling.tsv
var retellingFile string

var retellingModel = sync.OnceValue(func() *logit.Model {
	m, err := logit.Read(retellingFile, RetellingNames())
	if err != nil {
		panic(fmt.Sprintf("cluster: data/retelling.tsv: %v", err)) // embedded: a test reads the same file
	}
	return m
})
