package quote

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// slowFind is nameBook.find that looks at every name of the book.
func slowFind(b *nameBook, r *reading, from, to int32, want sex) *fullName {
	var best *fullName
	score := -1
	for k := range b.list {
		f := &b.list[k]
		s := f.likeness(r, from, to-1)
		if s == 0 {
			continue
		}
		if want != anySex && f.sex != anySex && f.sex != want {
			s -= 400
		}
		if f.org {
			s -= 450
		}
		if f.tok <= from {
			s += 100
		}
		if s += min(f.count, 50); s > score {
			best, score = f, s
		}
	}
	if score < 300 {
		return nil
	}
	return best
}

func TestNamesAreFoundAsByLookingAtEach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hash := rapid.SampledFrom([]uint32{1, 2, 3, 0x101, 0x201, 0x102}) // some of one chain
		r := new(reading)
		r.tokens.text = "abc"
		for range rapid.IntRange(1, 8).Draw(t, "words") {
			r.list = append(r.list, token{start: 0, end: 1, hash: hash.Draw(t, "word")})
		}
		var b nameBook
		b.reset()
		for range rapid.IntRange(0, 20).Draw(t, "names") {
			b.append(fullName{
				text: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "text"), first: hash.Draw(t, "first"), last: hash.Draw(t, "last"),
				tok: rapid.Int32Range(0, 8).Draw(t, "tok"), count: rapid.IntRange(1, 3).Draw(t, "count"),
				sex: rapid.SampledFrom([]sex{anySex, male, female}).Draw(t, "sex"), org: rapid.Bool().Draw(t, "org"),
			})
		}
		from := rapid.Int32Range(0, int32(len(r.list)-1)).Draw(t, "from")
		to := rapid.Int32Range(from+1, int32(len(r.list))).Draw(t, "to")
		want := rapid.SampledFrom([]sex{anySex, male, female}).Draw(t, "want")
		require.Same(t, slowFind(&b, r, from, to, want), b.find(r, from, to, want))
	})
}
