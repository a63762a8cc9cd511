package corpus

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

// wordCounts holds, after the number of articles counted, words of English
// news and in how many articles each was found, the commonest first.
//
//go:embed data/words.tsv
var wordCounts string

// functionWords are the words that make up half of any English text, each
// with how often it comes in a thousand words.
const functionWords = `the 60 of 28 to 27 and 25 a 23 in 21 that 11 is 9 for 10 on 8 with 7 as 7 it 8 was 7 by 6 at 6
	from 5 be 5 have 5 not 4 but 5 this 4 has 5 an 4 are 5 who 4 he 7 they 4 more 3 about 3 his 4 their 3 will 3 would 3
	been 3 or 3 also 2 which 2 if 2 we 3 were 3 had 3 when 2 than 2 after 2 what 2 its 2 over 1.5 so 1.5 no 1.5 into 1.5
	there 1.5 she 2 her 2 could 1.5 can 2 just 1.2 do 1.2 how 1 only 1.2 most 1 now 1 our 1.2 because 1.2 even 1 where 1
	you 2 them 1.2 then 0.8 these 0.8 while 1 any 0.8 did 0.8 such 0.6 before 0.8 both 0.7 since 0.7 through 0.7 during 0.7
	against 0.8 under 0.7 still 0.6 may 0.7 should 0.7 must 0.4 other 1 some 1.4 all 1.6 out 1.4 up 1.4 one 1.6 i 3 him 0.8
	until 0.4 though 0.4 although 0.3 another 0.5 between 0.6 those 0.8`

// A lottery draws words by their frequencies in constant time (Walker's alias
// method, 1977). Each word ends with a space.
type lottery struct {
	slots []slot
	text  string
	at    []uint32 // word i is text[at[i]:at[i+1]]
}

type slot struct {
	keep  uint32 // of 2^32: how often the slot's own word is drawn
	other uint32 // the word drawn else
}

func newLottery(words []string, weights []float64) *lottery {
	n := len(words)
	l := &lottery{slots: make([]slot, n), at: make([]uint32, 1, n+1)}
	var b strings.Builder
	total := 0.0
	for i, w := range words {
		b.WriteString(w)
		b.WriteByte(' ')
		l.at = append(l.at, uint32(b.Len()))
		total += weights[i]
	}
	l.text = b.String()
	scaled := make([]float64, n)
	var small, large []int
	for i, w := range weights {
		scaled[i] = w / total * float64(n)
		if scaled[i] < 1 {
			small = append(small, i)
		} else {
			large = append(large, i)
		}
	}
	for len(small) > 0 && len(large) > 0 {
		s, g := small[len(small)-1], large[len(large)-1]
		small = small[:len(small)-1]
		l.slots[s] = slot{uint32(min(scaled[s]*(1<<32), math.MaxUint32)), uint32(g)}
		scaled[g] -= 1 - scaled[s]
		if scaled[g] < 1 {
			large = large[:len(large)-1]
			small = append(small, g)
		}
	}
	for _, rest := range [][]int{small, large} {
		for _, i := range rest {
			l.slots[i] = slot{math.MaxUint32, uint32(i)}
		}
	}
	return l
}

// index returns the number of the word that 52 or more random bits stand for.
func (l *lottery) index(bits uint64) int {
	i := uint32((bits & (1<<20 - 1)) * uint64(len(l.slots)) >> 20)
	if s := l.slots[i]; uint32(bits>>20) > s.keep {
		i = s.other
	}
	return int(i)
}

// word returns word i with its space.
func (l *lottery) word(i int) string { return l.text[l.at[i]:l.at[i+1]] }

// draw returns a word by its frequency.
func (l *lottery) draw(bits uint64) string { return l.word(l.index(bits)) }

// A vocabulary is the words that prose is drawn from.
type vocabulary struct{ function, content *lottery }

// countedWords is the mean length of the articles that were counted, in words
// other than function words.
const countedWords = 500

// vocab is made on first use, in a few milliseconds.
var vocab = sync.OnceValue(func() *vocabulary {
	fields := strings.Fields(functionWords)
	function := map[string]bool{}
	var words []string
	var weights []float64
	for i := 0; i < len(fields); i += 2 {
		function[fields[i]] = true
		words = append(words, fields[i])
		weights = append(weights, number(fields[i+1]))
	}
	v := &vocabulary{function: newLottery(words, weights)}

	head, rest, _ := strings.Cut(wordCounts, "\n")
	articles := number(head)
	words, weights = nil, nil
	for line := range strings.Lines(rest) {
		count, word, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if function[word] {
			continue
		}
		// A word that comes x times an article on average is missing from exp(-x) of them.
		rate := -math.Log(1 - min(number(count)/articles, 0.99))
		words = append(words, word)
		weights = append(weights, rate/countedWords)
	}
	v.content = newLottery(words, weights)
	return v
})

func number(s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(fmt.Sprintf("corpus: words: %v", err))
	}
	return x
}

const onsets, vowels, codas = "bdfghklmnprstvwz", "aeiou", "nrlstdkm"

// appendCoined appends a word that is in no dictionary: two or three
// syllables, the same for the same number.
func appendCoined(b []byte, n uint64) []byte {
	h := mix(n + 0x51ed)
	for k := range 2 + h>>60&1 {
		b = append(b, onsets[h&15], vowels[h>>4%5])
		if h>>9&1 == 1 || k == 0 {
			b = append(b, codas[h>>10&7])
		}
		h >>= 14
	}
	return b
}
