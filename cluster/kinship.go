package cluster

import (
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"sync"

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
	Story float64 // the probability that both report one event, 0 to 1
}

// unknownDays is Kinship.Days where the day of either article is unknown.
const unknownDays = -1

// A kinSign is one of the signs of kinship.
type kinSign uint8

// The signs of kinship, 0 to 1 unless it says otherwise.
const (
	kinLead       kinSign = iota // cosine of the leads
	kinTitle                     // part of a title, by rarity, that the other's title and lead have, the mean of both
	kinPhrases                   // the square root of the part of five-word phrases of the shorter text in common
	kinQuotes                    // the same for phrases of three words within quotation marks
	kinUnlike                    // how far the cosine of the content words lies below what reports of one topic have
	kinUnlikeLead                // the same for the leads
	kinApart                     // days between their days of publication: a third each, one if unknown
	kinDated                     // a lead names days: 0 or 1
	kinDays                      // part of all days that the leads name that both do; one that names none has its day of publication
	kinUndated                   // one lead names none, and the piece was published on no day that the other names: 0 or 1
	kinHouse                     // of one outlet, which seldom reports one event twice: 0 or 1
	kinCredits                   // half for each that may have its news from an outlet other than that of the other
	kinReaction                  // one title tells of a reaction, the other does not: 0 or 1
	kinSigns
)

var kinNames = [kinSigns]string{
	kinLead: "lead", kinTitle: "title", kinPhrases: "phrases", kinQuotes: "quotes",
	kinUnlike: "unlike", kinUnlikeLead: "unlike lead", kinApart: "apart",
	kinDated: "dated", kinDays: "days", kinUndated: "undated", kinHouse: "house", kinCredits: "credits", kinReaction: "reaction",
}

// KinSigns are the values of the signs for one pair, in the order of KinNames.
type KinSigns [kinSigns]float64

// KinNames returns the names of the signs of kinship, as in data/story.tsv.
func KinNames() []string { return kinNames[:] }

// kinship measures how likely a and b report one event. phrases is the part of the
// phrases of the shorter that the other has, 0 to 1; house says that both are of one
// outlet. It is symmetric.
func kinship(a, b *Side, l Likeness, phrases float64, house bool) Kinship {
	k := Kinship{Lead: leadCosine(a.Lead, b.Lead), Days: daysApart(a.Digest, b.Digest)}
	s := kinSignsOf(a, b, l, &k, phrases, house)
	k.Story = storyModel().Probability(s[:])
	return k
}

// daysNamed compares the days that two leads name: whether either names any, what part
// of them all both name, and whether the day of publication, which stands for those of
// a lead that names none, is not among the other's. Where nothing is known of either,
// they tell nothing.
func daysNamed(a, b *digest.Digest) (dated bool, common float64, undated bool) {
	x, y := daysOf(a), daysOf(b)
	if len(a.Days)+len(b.Days) == 0 || len(x) == 0 || len(y) == 0 {
		return false, 0, false
	}
	both := 0
	for _, day := range x {
		if slices.Contains(y, day) {
			both++
		}
	}
	return true, part(both, len(x)+len(y)-both), both == 0 && (len(a.Days) == 0 || len(b.Days) == 0)
}

// daysOf returns the days that a lead names, else the day of publication.
func daysOf(d *digest.Digest) []int {
	if len(d.Days) > 0 || d.Meta.Published.Precision == article.NoTime {
		return d.Days
	}
	return []int{digest.DayOf(d.Meta.Published)}
}

// reactions finds the verbs of titles that tell of somebody's reaction, by the code of
// the language.
var reactions = sync.OnceValue(func() map[string]func() *word.Phrases {
	all := map[string]func() *word.Phrases{}
	read := func(l *lang.Language) *word.Phrases {
		return word.NewPhrases(slices.AppendSeq(slices.Collect(l.Phrases("reaction")), l.Phrases("reaction-too")))
	}
	for _, l := range lang.All() {
		all[l.Code] = sync.OnceValue(func() *word.Phrases { return read(l) })
	}
	for _, code := range lang.PressCodes() {
		all[code] = sync.OnceValue(func() *word.Phrases { return read(lang.Press(code)) })
	}
	return all
})

// reacts reports whether a title tells that somebody reacts to something: Haldane
// defends the buoy. The event is then another than what he reacts to.
func reacts(language, title string) bool {
	verbs := reactions()[lang.Base(language)]
	return verbs != nil && verbs().Find(title, func(_, start, end int) bool { return wholeWords(title, start, end) })
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

// What the signs are measured by.
const (
	apartMost = 3   // days: publication further apart tells no more
	noTitle   = 0.5 // the part of a title that there is not
)

// kinSignsOf measures the signs of a pair of which phrases is the part of five-word
// phrases in common; house says that both are of one outlet.
func kinSignsOf(a, b *Side, l Likeness, k *Kinship, phrases float64, house bool) (s KinSigns) {
	is := func(sign kinSign, is bool) {
		if is {
			s[sign] = 1
		}
	}
	s[kinLead], s[kinTitle] = k.Lead, (titleTold(a, b)+titleTold(b, a))/2
	s[kinPhrases], s[kinQuotes] = math.Sqrt(phrases), math.Sqrt(sayingsShared(a, b))
	s[kinUnlike], s[kinUnlikeLead] = max(0, 1-l.Cosine/topicCosine), max(0, 1-k.Lead/topicLead)
	days := k.Days
	if days == unknownDays {
		days = 1
	}
	s[kinApart] = float64(min(days, apartMost)) / apartMost
	dated, common, undated := daysNamed(a.Digest, b.Digest)
	s[kinDays] = common
	is(kinDated, dated)
	is(kinUndated, undated)
	is(kinHouse, house)
	s[kinCredits] = (elsewhere(a, b) + elsewhere(b, a)) / 2
	is(kinReaction, a.reacts != b.reacts)
	return s
}

// titleTold returns the part of the title of a, by rarity, that title and first
// sentences of b have, 0 to 1.
func titleTold(a, b *Side) float64 {
	var all, told float64
	for _, w := range a.title {
		all += float64(w.Weight)
		if _, in := slices.BinarySearchFunc(b.Lead, w.Stem, func(x digest.LeadWord, stem uint32) int { return cmp.Compare(x.Stem, stem) }); in {
			told += float64(w.Weight)
		}
	}
	if all == 0 {
		return noTitle
	}
	return told / all
}

// sayingsShared returns the part of the phrases within quotation marks, of the text that
// has fewer, that both have, 0 to 1.
func sayingsShared(a, b *Side) float64 {
	x, y := a.sayings, b.sayings
	both := 0
	for i, k := 0, 0; i < len(x) && k < len(y); {
		switch c := cmp.Compare(x[i], y[k]); {
		case c < 0:
			i++
		case c > 0:
			k++
		default:
			both++
			i, k = i+1, k+1
		}
	}
	return part(both, min(len(x), len(y)))
}

// elsewhere is 1 if a may have its main news from an outlet, and that is not b's, else 0.
func elsewhere(a, b *Side) float64 {
	if len(a.claimed) == 0 || slices.Contains(a.claimed, b.Outlet) {
		return 0
	}
	return 1
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
