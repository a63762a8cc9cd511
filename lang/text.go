package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// Sample is how many bytes of a text its language is guessed from at most: the guess
// from a thousand is hardly worse than that from all, and takes a millisecond.
const Sample = 1000

// leastSample is from how many bytes on statistics tell the language of a text.
const leastSample = 300

// Of returns the ISO 639-1 code of the language that a text of any length is in, as
// far as its first thousand bytes tell; empty if they do not. Letters and the
// commonest words tell most, of a few words too; the statistics of three letters
// the others.
func Of(text string) string {
	text = strings.TrimLeftFunc(text, unicode.IsSpace)
	if len(text) < leastSample {
		return Guess(text)
	}
	sample := text
	if len(sample) > Sample {
		k := strings.LastIndexByte(sample[:Sample], ' ')
		if k < leastSample {
			k = strings.LastIndexByte(sample[:Sample], '\n')
		}
		if k < leastSample {
			for k = Sample; k > Sample-utf8.UTFMax && !utf8.RuneStart(sample[k]); k-- {
				continue
			}
		}
		sample = sample[:k]
	}
	if isEnglish(sample) {
		return "en"
	}
	if code := Guess(sample); code != "" {
		return code
	}
	if guess := whatlanggo.Detect(sample); guess.IsReliable() {
		return guess.Lang.Iso6391()
	}
	return ""
}
