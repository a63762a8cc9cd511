package page

import (
	"strings"

	"github.com/abadojack/whatlanggo"
)

// Bounds of the text from which a language is guessed, in bytes. The guess from
// a thousand is hardly worse than that from all, and takes a quarter of a
// millisecond.
const (
	leastSample = 300
	mostSample  = 1000
)

// guessLanguage corrects what the page says of its language by its text, where
// it says nothing, or English, which the templates of many systems say of every
// text. A guess that is not sure changes nothing.
func (p *Page) guessLanguage() {
	declared := p.Language.Value
	if declared != "" && !strings.HasPrefix(strings.ToLower(declared), "en") || len(p.Text) < leastSample {
		return
	}
	sample := p.Text
	if len(sample) > mostSample {
		k := strings.LastIndexByte(sample[:mostSample], ' ')
		if k < leastSample {
			k = strings.LastIndexByte(sample[:mostSample], '\n')
		}
		if k < leastSample {
			for k = mostSample; sample[k]&0xc0 == 0x80; k-- {
				continue
			}
		}
		sample = sample[:k]
	}
	guess := whatlanggo.Detect(sample)
	if code := guess.Lang.Iso6391(); guess.IsReliable() && code != "" && (declared == "" || code != "en") {
		p.Language = Field{code, "text"}
	}
}
