package cluster

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/shingle"
)

var sampleMaker = sync.OnceValue(func() *digest.Maker {
	g := outlet.Default()
	return digest.NewMaker(g, credit.NewReader(g))
})

// side makes an article ready to be compared, as the job does.
func side(a article.Article) *Side {
	if a.Language == "" {
		a.Language = "en"
	}
	d := sampleMaker().Make(&a)
	return NewSide(d, a.Text, shingle.Background(d.Meta.Language))
}

// plain makes a side of a text alone.
func plain(paragraphs ...string) *Side {
	return side(article.Article{ID: "a", Text: strings.Join(paragraphs, "\n\n")})
}

// vocabulary is what made-up sentences are made of: words of news, none of
// them rare enough to tie two texts together by itself.
var vocabulary = strings.Fields(`harbour council winter ferry engine letter bakery school orchard weather bridge doctor market window
	camera garden station mountain river kitchen piano lawyer farmer teacher painter driver sailor miner judge baker clerk
	carried painted opened signed counted refused repaired borrowed weighed promised measured followed noticed emptied folded guarded
	yellow narrow wooden broken quiet heavy frozen hidden modern ancient public private northern southern early empty curious
	before after without behind under against during beside around between through until across beyond toward within
	ladder barrel ticket basket bottle blanket candle hammer mirror saddle tractor trumpet umbrella wagon whistle fence
	village forest castle island valley meadow tunnel quarry harvest market chapel factory museum stable cellar attic
	soldier priest sister brother cousin stranger tourist pilot nurse plumber tailor butcher captain pianist surgeon mayor
	climbed answered polished collected delivered abandoned insured decorated borrowed divided doubled exported filmed greased hired ignored
	clever golden silent bitter crooked dusty elegant faded gentle hollow iron joyful lazy muddy nervous orange`)

// paragraphs makes n paragraphs of 51 words that no other seed has. Those of
// an even seed and those of an odd one have no word in common.
func paragraphs(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 7))
	out := make([]string, n)
	for k := range out {
		var b strings.Builder
		for s := range 3 {
			if s > 0 {
				b.WriteByte(' ')
			}
			for w := range 17 {
				word := vocabulary[2*r.IntN(len(vocabulary)/2)+int(seed%2)]
				if w == 0 {
					word = strings.ToUpper(word[:1]) + word[1:]
				} else {
					b.WriteByte(' ')
				}
				b.WriteString(word)
			}
			b.WriteByte('.')
		}
		out[k] = b.String()
	}
	return out
}

// join puts lists of paragraphs one after the other.
func join(lists ...[]string) []string {
	var out []string
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

func match(a, b *Side) Pair {
	var m Matcher
	return m.Match(a, b)
}

// The ferry story, and what others made of it.
const ferryText = `The car ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning with 214 passengers, three horses and a wedding cake on board, the harbour office said.

Captain Morven Haldane told the passengers over the loudspeaker that the tide would lift them by half past four and that the bar would stay open.

"We felt a bump and then a great silence," said Ailsa Crombie, who was on her way to her own wedding in Port Erran. "My father asked the purser whether the cake was insured."

The Maritime Rescue Centre in Port Erran sent two lifeboats and a helicopter, which circled the Tolsta for forty minutes and went home again for want of fuel.

Investigators will look into a navigation buoy that had been reported adrift in August, and into the letter that a skipper named Torquil Baine wrote about it to the Lighthouse Board.

The Tolsta floated free at 4:41 p.m. and reached Port Erran under her own power an hour later. The cake arrived whole.`

const ferryRetold = `A bride spent most of her wedding day on a sandbank after the Tolsta, a car ferry with 214 people on board, went aground near Carrick Ness, The Guardian reported.

There were three horses too, according to the newspaper, and one cake. Captain Morven Haldane kept the bar open and waited for the tide, which came at 4:41 p.m.

Ailsa Crombie, the bride, remembered a bump and a silence. Her father's first thought was for the insurance of the cake.

A skipper, Torquil Baine, had written to the Lighthouse Board in August about a buoy that was drifting off Carrick Ness. Nobody seems to have answered him.

Two lifeboats and a helicopter came out from Port Erran. The helicopter ran short of fuel and turned back.`

const beesText = `Beekeepers of Lower Saxony want a tax on plastic flowers, which they say confuse their swarms in the first warm weeks of the year.

Gerlinde Pohlmann of the Imkerverein in Celle counted 41 bees in a shop window on the Neumarkt and drove them home in a shoe box.

The ministry of agriculture said that it was not aware of plans for such a tax, and that bees were welcome to look at what they liked.`

var benchSides = sync.OnceValue(func() [2]*Side {
	shared := paragraphs(1, 5)
	return [2]*Side{plain(join(shared, paragraphs(2, 5))...), plain(join(paragraphs(3, 4), shared, paragraphs(4, 1))...)}
})

func BenchmarkNewSide(b *testing.B) {
	s := benchSides()[0]
	rarity := shingle.Background("en")
	b.SetBytes(int64(len(s.Text)))
	b.ReportAllocs()
	for b.Loop() {
		NewSide(s.Digest, s.Text, rarity)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func BenchmarkMatch(b *testing.B) {
	s := benchSides()
	var m Matcher
	b.SetBytes(int64(len(s[0].Text) + len(s[1].Text)))
	b.ReportAllocs()
	for b.Loop() {
		m.Match(s[0], s[1])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}

// BenchmarkMatchStrangers matches texts of which nothing is shared: most
// candidates of a large corpus are such.
func BenchmarkMatchStrangers(b *testing.B) {
	x, y := plain(paragraphs(5, 10)...), plain(paragraphs(6, 10)...)
	var m Matcher
	b.SetBytes(int64(len(x.Text) + len(y.Text)))
	b.ReportAllocs()
	for b.Loop() {
		m.Match(x, y)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}

func BenchmarkRetell(b *testing.B) {
	x, y := plain(strings.Split(ferryText, "\n\n")...), plain(strings.Split(ferryRetold, "\n\n")...)
	var m Matcher
	p := m.Match(x, y)
	b.SetBytes(int64(len(x.Text) + len(y.Text)))
	b.ReportAllocs()
	for b.Loop() {
		q := p
		m.Retell(&q, x, y)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}

func BenchmarkCompare(b *testing.B) {
	x, y := plain(paragraphs(5, 10)...), plain(paragraphs(6, 10)...)
	for b.Loop() {
		Compare(x, y)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}

func BenchmarkPaint(b *testing.B) {
	s := benchSides()
	list := []shared{shareOf(s[0], s[1], 1, From)}
	b.SetBytes(int64(len(s[0].Text)))
	b.ReportAllocs()
	for b.Loop() {
		paint(s[0], list, false)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// undated is a When that knows no article's time.
func undated(uint32) (from, to int32, known bool) { return 0, 0, false }
