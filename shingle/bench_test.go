package shingle

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"wiretrace/lang"
)

// prose returns about n bytes of made-up English of the shape of news: words
// of the usual lengths, a few of them very often and most of them rarely (Zipf
// 1949), sentences, capitals, numbers, quotation marks.
func prose(seed uint64, n int) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	zipf := rand.NewZipf(rng, 1.2, 8, 40_000)
	common := slices.Collect(lang.All()[0].Words("common"))
	word := func(rank uint64) string {
		if rank < uint64(len(common)) {
			return common[rank]
		}
		rng := rand.New(rand.NewPCG(rank, 2))
		b := make([]byte, 3+rng.IntN(9))
		for i := range b {
			b[i] = "etaoinshrdlcumwfgypbvk"[min(rng.IntN(22), rng.IntN(22))]
		}
		return string(b)
	}
	var b strings.Builder
	for b.Len() < n {
		quoted := rng.IntN(5) == 0
		if quoted {
			b.WriteString("“")
		}
		for i, words := 0, 8+rng.IntN(25); i < words; i++ {
			w := word(zipf.Uint64())
			switch r := rng.IntN(100); {
			case r == 0:
				w = []string{"2,300", "17", "3.5", "2024"}[rng.IntN(4)]
			case r == 1:
				w += "’s"
			case r < 12 || i == 0:
				w = strings.ToUpper(w[:1]) + w[1:]
			}
			b.WriteString(w)
			if i < words-1 {
				if rng.IntN(12) == 0 {
					b.WriteByte(',')
				}
				b.WriteByte(' ')
			}
		}
		b.WriteByte('.')
		if quoted {
			b.WriteString("”")
		}
		b.WriteString([]string{" ", " ", " ", "\n\n"}[rng.IntN(4)])
	}
	return b.String()
}

func BenchmarkWords(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"English", prose(1, 1<<20)},
		{"French", strings.Repeat("L’opposition a déposé mardi une requête auprès du préfet, estimant que l’arrêté « n’était pas fondé ». ", 30)},
		{"Russian", strings.Repeat("Губернатор области подписал во вторник указ о назначении новых выборов. ", 30)},
		{"Chinese", strings.Repeat("市政府星期二宣布，新的地铁线路将于明年春季开通。", 50)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			var words []Word
			for b.Loop() {
				words = Words(words[:0], c.text)
			}
			b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mwords/s")
		})
	}
}

func BenchmarkShingles(b *testing.B) {
	words := Words(nil, prose(1, 3000))
	b.ReportAllocs()
	var shingles []uint64
	for b.Loop() {
		shingles = Shingles(shingles[:0], words, N)
	}
	b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N*len(shingles)), "ns/shingle")
}

func BenchmarkSign(b *testing.B) {
	shingles := Shingles(nil, Words(nil, prose(1, 3000)), N)
	m := NewMinHasher()
	b.ReportAllocs()
	for b.Loop() {
		m.Sign(shingles)
	}
	b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N*len(shingles)), "ns/shingle")
}

func BenchmarkFingerprints(b *testing.B) {
	shingles := Shingles(nil, Words(nil, prose(1, 3000)), N)
	b.ReportAllocs()
	var prints []Fingerprint
	for b.Loop() {
		prints = Fingerprints(prints[:0], shingles)
	}
	b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N*len(shingles)), "ns/shingle")
}

func BenchmarkWeight(b *testing.B) {
	words := Words(nil, prose(1, 1<<20))
	r := Background("en")
	var sum float32
	for b.Loop() {
		for _, w := range words {
			sum += r.Weight(w)
		}
	}
	_ = sum
	b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N*len(words)), "ns/word")
}

func BenchmarkStock(b *testing.B) {
	shingles := Shingles(nil, Words(nil, prose(1, 1<<20)), N)
	r := Background("en")
	for b.Loop() {
		for _, h := range shingles {
			r.Stock(h)
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N*len(shingles)), "ns/shingle")
}

func BenchmarkLoad(b *testing.B) {
	file, err := data.ReadFile("data/en.rarity")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if _, err := ParseRarity(file); err != nil {
			b.Fatal(err)
		}
	}
}
