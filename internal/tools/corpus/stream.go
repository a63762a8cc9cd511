package corpus

import (
	"math"
	"math/bits"
	"math/rand/v2"
)

// A stream is a source of random numbers for one thing with a number: an
// article, a topic, an outlet. The same seed, purpose and number give the same
// stream.
type stream struct{ rand.PCG }

// A purpose keeps the streams of different things with the same number apart.
type purpose uint64

const (
	forPlan purpose = iota + 1
	forText
	forTopic
	forOutlet
	forChange
	forHouse
	forFormula
)

func newStream(seed uint64, p purpose, n int) (s stream) {
	s.Seed(seed, mix(uint64(n)+uint64(p)<<48))
	return s
}

// mix is the finaliser of splitmix64 (Steele, Lea, Flood 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// n returns a number from 0 to k-1.
func (s *stream) n(k int) int {
	hi, _ := bits.Mul64(s.Uint64(), uint64(k))
	return int(hi)
}

// between returns a number from a to b, both included.
func (s *stream) between(a, b int) int { return a + s.n(b-a+1) }

// part returns a number from 0 to less than 1.
func (s *stream) part() float64 { return float64(s.Uint64()>>11) / (1 << 53) }

// chance is true with probability p.
func (s *stream) chance(p float64) bool { return s.part() < p }

// normal returns a number of the standard normal distribution, close enough:
// the sum of twelve numbers from 0 to 1, less six.
func (s *stream) normal() float64 {
	sum := -6.0
	for range 12 {
		sum += s.part()
	}
	return sum
}

// logNormal returns a number whose logarithm has the given median and deviation.
func (s *stream) logNormal(median, sigma float64) float64 {
	return median * math.Exp(sigma*s.normal())
}

// head returns a number from 0 to k-1, small ones far oftener: the share of
// those below x*k is the cube root of x.
func (s *stream) head(k int) int {
	u := s.part()
	return int(u * u * u * float64(k))
}
