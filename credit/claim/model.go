package claim

import (
	_ "embed"
	"fmt"
	"sync"

	"wiretrace/internal/logit"
)

//go:embed data/weights.tsv
var weightsFile string

var model = sync.OnceValue(func() *logit.Model {
	m, err := logit.Read(weightsFile, SignNames())
	if err != nil {
		panic(fmt.Sprintf("claim: data/weights.tsv: %v", err)) // embedded: a test reads the same file
	}
	return m
})

// Probability returns how likely it is, 0 to 1, that the main news of an article
// is from an outlet that its credits show with these signs.
func (s *Signs) Probability() float64 { return model().Probability(s[:]) }
