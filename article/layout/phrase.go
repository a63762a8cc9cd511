package layout

import (
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// A phrase is a row of phrases.txt.
type phrase struct {
	terms  []*term // with anyWords among them
	after  []byte  // ':', '-' or '/' that must follow the term of the same place, else 0
	begins bool    // holds at the beginning of a line only
	ends   bool    // holds at the end of a line only
	weak   bool    // does not hold in whole sentences
	strong bool    // holds in paragraphs of any length
	names  bool    // holds before names only
	label  bool    // what follows it are the headlines of other pieces
	kind   article.Kind
}

// phraseHeadings are the headings of phrases.txt.
var phraseHeadings = map[string]phrase{
	"[chrome]":    {kind: article.Chrome},
	"[label]":     {kind: article.Chrome, label: true},
	"[caption]":   {kind: article.Caption},
	"[copyright]": {kind: article.Copyright},
	"[byline]":    {kind: article.Byline},
	"[date]":      {kind: article.Date},
	"[site]":      {kind: article.Site},
}

// addPhrases reads the rows of phrases.txt; its head says how they are written.
func (v *vocabulary) addPhrases(rows string) {
	var kind phrase
	for row := range strings.Lines(rows) {
		row = strings.TrimSpace(row)
		if row == "" || row[0] == ';' {
			continue
		}
		if row[0] == '[' {
			kind = phraseHeadings[row]
			continue
		}
		p := kind
		p.begins, p.ends = true, true
		words := strings.Fields(row)
		for k := len(words) - 1; k > 0; k-- {
			if words[k] == "!" {
				p.strong = true
			} else if words[k] == "?" {
				p.weak = true
			} else if words[k] == "&" {
				p.names = true
			} else {
				words = words[:k+1]
				break
			}
		}
		if words[0] == "*" {
			p.begins, words = false, words[1:]
		}
		if words[len(words)-1] == "*" {
			p.ends, words = false, words[:len(words)-1]
		}
		for _, word := range words {
			if word == "*" {
				p.terms, p.after = append(p.terms, anyWords), append(p.after, 0)
				continue
			}
			after := byte(0)
			if cut, ok := strings.CutSuffix(word, ":"); ok {
				word, after = cut, ':'
			}
			if (word == "-" || word == "/") && len(p.after) > 0 {
				p.after[len(p.after)-1] = word[0]
				continue
			}
			if word = strings.Trim(word, "()[]@%/"); word != "" {
				p.terms, p.after = append(p.terms, v.term(word)), append(p.after, after)
			}
		}
		if len(p.terms) == 1 && !p.ends && p.after[0] == 0 && !p.strong {
			p.weak = true
		}
		if first := p.terms[0]; p.begins {
			first.phrases = append(first.phrases, &p)
		} else {
			first.within = append(first.within, &p)
		}
	}
}

// literal returns how many words p has that stand for themselves.
func (p *phrase) literal() (n int) {
	for _, t := range p.terms {
		if t != anyWords {
			n++
		}
	}
	return n
}

// match reports whether p stands in the words of a line from word i on.
func (p *phrase) match(text string, words []token, i int) bool {
	if p.begins && i != 0 {
		return false
	}
	k := i
	for n, t := range p.terms {
		if t == anyWords {
			rest := phrase{terms: p.terms[n+1:], after: p.after[n+1:], ends: p.ends}
			for j := k + 1; j < len(words); j++ {
				if rest.match(text, words, j) {
					return true
				}
			}
			return false
		}
		if k == len(words) || words[k].term != t {
			return false
		}
		if words[k].shape&shapeNumber != 0 {
			for k+1 < len(words) && words[k+1].shape&shapeNumber != 0 {
				k++ // 2,000 is two words
			}
		}
		if p.after[n] != 0 && !followedBy(text, words[k].end, p.after[n]) {
			return false
		}
		k++
	}
	return (!p.ends || k == len(words)) && (!p.names || onlyNames(words[k:]))
}

// onlyNames reports whether words are names and what stands between names.
func onlyNames(words []token) bool {
	for _, w := range words {
		if w.shape&shapeLower != 0 && !w.is(wordParticle|wordFunction|wordRole|wordPhoto|wordAgency) {
			return false
		}
	}
	return len(words) > 0
}

// followedBy reports whether mark stands after text[:at], with white space
// between or not. A dash of any length is a '-'.
func followedBy(text string, at int, mark byte) bool {
	at = word.SkipSpace(text, at)
	if at == len(text) {
		return false
	}
	if mark == '-' {
		return text[at] == '-' || strings.HasPrefix(text[at:], "–") || strings.HasPrefix(text[at:], "—")
	}
	return text[at] == mark || mark == ':' && strings.HasPrefix(text[at:], "：")
}
