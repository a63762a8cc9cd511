package cluster

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/digest"
	"wiretrace/internal/logit"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// Kinship says how likely two articles report one event, whoever wrote them.
// It makes stories, never clusters.
type Kinship struct {
	Lead  float64 // cosine of the rarity-weighted words of title and first sentences, 0 to 1
	Days  int     // between their days of publication; unknownDays if either is unknown
	Event int     // what the days tell that their leads name: eventUnknown and so on
	Story float64 // the probability that both report one event, 0 to 1
}

// unknownDays is Kinship.Days where the day of either article is unknown.
const unknownDays = -1

// What the days of the week that two leads name tell, as Kinship.Event.
const (
	eventApart       = iota - 1 // they name different days
	eventUnknown                // neither names one
	eventSame                   // they name the same day
	eventPublished              // one names the day on which the other, which names none, was published
	eventUnpublished            // one names another day than that
)

// A kinSign is one of the signs of kinship.
type kinSign uint8

// The signs of kinship, each 0 or 1 unless it says otherwise.
const (
	kinCosine      kinSign = iota // of the content words, 0 to 1
	kinLead                       // cosine of the leads, 0 to 1
	kinSameDay                    // published on one day
	kinNextDay                    // a day apart, or one of the days is unknown
	kinTwoDays                    // two days apart
	kinLater                      // further apart
	kinHouse                      // of one outlet, which seldom reports one event twice
	kinElsewhen                   // the leads name different days
	kinUnpublished                // one lead names another day than that on which the other piece was published
	kinPhrases                    // the square root of the part of five-word phrases of the shorter text in common
	kinTitle                      // cosine of the titles, 0 to 1
	kinUnlike                     // how far the cosine of the content words lies below what reports of one topic have, 0 to 1
	kinUnlikeLead                 // the same for the leads
	kinReaction                   // one title tells of a reaction, the other does not
	kinSigns
)

var kinNames = [kinSigns]string{
	kinCosine: "cosine", kinLead: "lead", kinSameDay: "same day", kinNextDay: "next day",
	kinTwoDays: "two days", kinLater: "later", kinHouse: "house", kinElsewhen: "elsewhen",
	kinUnpublished: "unpublished", kinPhrases: "phrases", kinTitle: "title", kinUnlike: "unlike", kinUnlikeLead: "unlike lead", kinReaction: "reaction",
}

// KinSigns are the values of the signs for one pair, in the order of KinNames.
type KinSigns [kinSigns]float64

// KinNames returns the names of the signs of kinship, as in data/story.tsv.
func KinNames() []string { return kinNames[:] }

// kinship measures how likely a and b report one event. phrases is the part of the
// phrases of the shorter that the other has, 0 to 1; house says that both are of one
// outlet. It is symmetric.
func kinship(a, b *Side, l Likeness, phrases float64, house bool) Kinship {
	k := Kinship{Lead: leadCosine(a.Lead, b.Lead), Days: daysApart(a.Digest, b.Digest), Event: eventsOf(a.Digest, b.Digest)}
	s := kinSignsOf(a, b, l, &k, phrases, house)
	k.Story = storyModel().Probability(s[:])
	return k
}

// eventsOf says what the days tell that two leads name.
func eventsOf(a, b *digest.Digest) int {
	if a.Event == 0 {
		a, b = b, a
	}
	switch {
	case a.Event == 0, b.Event == 0 && b.Meta.Published.Precision == article.NoTime:
		return eventUnknown
	case b.Event == 0 && a.Event == digest.DayOf(b.Meta.Published):
		return eventPublished
	case b.Event == 0:
		return eventUnpublished
	case a.Event == b.Event:
		return eventSame
	}
	return eventApart
}

// reactions finds the verbs of titles that tell of somebody's reaction, by language.
var reactions = sync.OnceValue(func() (all []*word.Phrases) {
	for _, l := range lang.All() {
		all = append(all, word.NewPhrases(slices.Collect(l.Phrases("reaction"))))
	}
	return all
})

// reacts reports whether a title tells that somebody reacts to something: Haldane
// defends the buoy. The event is then another than what he reacts to.
func reacts(language, title string) bool {
	n := lang.Index(language)
	return n >= 0 && reactions()[n].Find(title, func(_, start, end int) bool {
		before, _ := utf8.DecodeLastRuneInString(title[:start])
		after, _ := utf8.DecodeRuneInString(title[end:])
		return !unicode.IsLetter(before) && !unicode.IsLetter(after)
	})
}

// KinSignsOf returns the signs of kinship of two articles, for fitting the model.
func KinSignsOf(a, b *Side) KinSigns {
	l := Compare(a, b)
	house := a.Outlet != "" && a.Outlet == b.Outlet
	_, phrases := new(Resembler).Resemblance(a, b)
	k := kinship(a, b, l, phrases, house)
	return kinSignsOf(a, b, l, &k, phrases, house)
}

// Below these cosines, of the content words and of the leads, two articles are
// hardly of one topic, and the less so the lower they are.
const (
	topicCosine = 0.25
	topicLead   = 0.1
)

// kinSignsOf measures the signs of a pair of which phrases is the part of five-word
// phrases in common; house says that both are of one outlet.
func kinSignsOf(a, b *Side, l Likeness, k *Kinship, phrases float64, house bool) (s KinSigns) {
	s[kinCosine], s[kinLead] = l.Cosine, k.Lead
	s[kinPhrases], s[kinTitle] = math.Sqrt(phrases), leadCosine(a.title, b.title)
	s[kinUnlike], s[kinUnlikeLead] = max(0, 1-l.Cosine/topicCosine), max(0, 1-k.Lead/topicLead)
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
	set(kinElsewhen, k.Event == eventApart)
	set(kinUnpublished, k.Event == eventUnpublished)
	set(kinReaction, a.reacts != b.reacts)
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
