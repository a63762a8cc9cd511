package page

import (
	"strings"

	"wiretrace/lang"
)

// guessLanguage corrects what the page says of its language by its text, where
// it says nothing, or English, which the templates of many systems say of every
// text. A guess that is not sure changes nothing.
func (p *Page) guessLanguage() {
	declared := p.Language.Value
	if declared != "" && !strings.HasPrefix(strings.ToLower(declared), "en") {
		return
	}
	if code := lang.Of(p.Text); code != "" && (declared == "" || code != "en") {
		p.Language = Field{code, "text"}
	}
}
