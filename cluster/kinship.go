package cluster

import (
	_ "embed"
	"fmt"
	"math"
	"sync"

	"wiretrace/article"
	"wiretrace/digest"
	"wiretrace/internal/logit"
)

// Kinship says how likely two articles report one event, whoever wrote them.
// It makes stories, never clusters.
type Kinship struct {
	Lead  float64 // cosine of the rarity-weighted words of title and first sentences, 0 to 1
	Days  int     // between their days of publication; unknownDays if either is unknown
	Event int     // 1 if their leads name the same day, -1 if they name different ones, else 0
	Story float64 // the probability that both report one event, 0 to 1
}

// unknownDays is Kinship.Days where the day of either article is unknown.
const unknownDays = -1

// A kinSign is one of the signs of kinship.
type kinSign uint8

// The signs of kinship, each 0 or 1 unless it says otherwise.
const (
	kinCosine   kinSign = iota // of the content words, 0 to 1
	kinDetails                 // cosine of the sets of names and numbers, 0 to 1
	kinLead                    // cosine of the leads, 0 to 1
	kinSameDay                 // published on one day
	kinNextDay                 // a day apart, or one of the days is unknown
	kinTwoDays                 // two days apart
	kinLater                   // further apart
	kinHouse                   // of one outlet, which seldom reports one event twice
	kinEvent                   // the leads name one day
	kinElsewhen                // the leads name different days
	kinSigns
)

var kinNames = [kinSigns]string{
	kinCosine: "cosine", kinDetails: "details", kinLead: "lead", kinSameDay: "same day", kinNextDay: "next day",
	kinTwoDays: "two days", kinLater: "later", kinHouse: "house", kinEvent: "event", kinElsewhen: "elsewhen",
}

// KinSigns are the values of the signs for one pair, in the order of KinNames.
type KinSigns [kinSigns]float64

// KinNames returns the names of the signs of kinship, as in data/story.tsv.
func KinNames() []string { return kinNames[:] }

// kinship measures how likely a and b report one event. house says that both are
// of one outlet. It is symmetric.
func kinship(a, b *Side, l Likeness, house bool) Kinship {
	k := Kinship{Lead: leadCosine(a.Lead, b.Lead), Days: daysApart(a.Digest, b.Digest)}
	if a.Event != 0 && b.Event != 0 {
		k.Event = -1
		if a.Event == b.Event {
			k.Event = 1
		}
	}
	s := kinSignsOf(l, &k, house)
	k.Story = storyModel().Probability(s[:])
	return k
}

// KinSignsOf returns the signs of kinship of two articles, for fitting the model.
func KinSignsOf(a, b *Side) KinSigns {
	l := Compare(a, b)
	house := a.Outlet != "" && a.Outlet == b.Outlet
	k := kinship(a, b, l, house)
	return kinSignsOf(l, &k, house)
}

func kinSignsOf(l Likeness, k *Kinship, house bool) (s KinSigns) {
	s[kinCosine], s[kinDetails], s[kinLead] = l.Cosine, l.Details, k.Lead
	set := func(sign kinSign, is bool) {
		if is {
			s[sign] = 1
		}
	}
	set(kinSameDay, k.Days == 0)
	set(kinNextDay, k.Days == 1 || k.Days == unknownDays)
	set(kinTwoDays, k.Days == 2)
	set(kinLater, k.Days > 2)
	set(kinHouse, house)
	set(kinEvent, k.Event > 0)
	set(kinElsewhen, k.Event < 0)
	return s
}

// leadCosine returns the cosine of two leads as vectors of weights, 0 to 1. Both
// are sorted by stem, as in a Digest.
func leadCosine(a, b []digest.LeadWord) float64 {
	dot, x, y := 0.0, 0.0, 0.0
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i].Stem < b[j].Stem:
			i++
		case b[j].Stem < a[i].Stem:
			j++
		default:
			dot += float64(a[i].Weight) * float64(b[j].Weight)
			i, j = i+1, j+1
		}
	}
	if dot == 0 {
		return 0
	}
	for _, w := range a {
		x += float64(w.Weight) * float64(w.Weight)
	}
	for _, w := range b {
		y += float64(w.Weight) * float64(w.Weight)
	}
	return dot / math.Sqrt(x*y)
}

// daysApart returns how many days lie between the days of publication, each by
// the article's own clock: 0 for the same date, else at least 1; unknownDays if
// either is unknown.
func daysApart(a, b *digest.Digest) int {
	if a.Meta.Published.Precision == article.NoTime || b.Meta.Published.Precision == article.NoTime {
		return unknownDays
	}
	x, y := a.Meta.Published.When, b.Meta.Published.When
	day := func(year int, month, d int) int { return (year*12+month)*31 + d }
	if day(x.Year(), int(x.Month()), x.Day()) == day(y.Year(), int(y.Month()), y.Day()) {
		return 0
	}
	n := int(math.Round(math.Abs(x.Sub(y).Hours()) / 24))
	return max(n, 1)
}

//go:embed data/story.tsv
var storyFile string

var storyModel = sync.OnceValue(func() *logit.Model {
	m, err := logit.Read(storyFile, KinNames())
	if err != nil {
		panic(fmt.Sprintf("cluster: data/story.tsv: %v", err)) // embedded: a test reads the same file
	}
	return m
})
