package page

import (
	"strings"

	"github.com/abadojack/whatlanggo"

	"wiretrace/lang"
)

// Bounds of the text from which a language is guessed, in bytes. The guess from
// a thousand is hardly worse than that from all, and takes a millisecond.
const (
	leastSample = 300
	mostSample  = 1000
)

// guessLanguage corrects what the page says of its language by its text, where
// it says nothing, or English, which the templates of many systems say of every
// text. A guess that is not sure changes nothing.
func (p *Page) guessLanguage() {
	declared := p.Language.Value
	if declared != "" && !strings.HasPrefix(strings.ToLower(declared), "en") {
		return
	}
	if code := Language(p.Text); code != "" && (declared == "" || code != "en") {
		p.Language = Field{code, "text"}
	}
}

// Language returns the ISO 639-1 code of the language that a text is in, as
// far as its first thousand bytes tell; empty if they do not. Letters and the
// commonest words tell most, of a few words too; the statistics of three letters
// the others.
func Language(text string) string {
	if len(text) < leastSample {
		return lang.Guess(text)
	}
	sample := text
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
	if isEnglish(sample) {
		return "en"
	}
	if code := lang.Guess(sample); code != "" {
		return code
	}
	if guess := whatlanggo.Detect(sample); guess.IsReliable() {
		return guess.Lang.Iso6391()
	}
	return ""
}
