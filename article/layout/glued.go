package layout

import (
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// cutGlued makes furniture of the last sentences of the last block where they
// are what stands at the foot of pieces: agency credits, rights, prompts.
// Its sentences begin at index from. Only at the foot of the text is more
// than the first word of a sentence looked at.
func (l *layouter) cutGlued(layout *article.Layout, from int, foot bool) {
	n := len(layout.Sentences)
	keep, kind := n, article.Chrome
	for keep > from+1 {
		s := layout.Sentences[keep-1]
		if s.Len() > shortLine+shortLine/2 {
			break
		}
		k, ok := l.strongPhrase(s, foot)
		if !ok {
			break
		}
		keep, kind = keep-1, k
	}
	if keep == n {
		return
	}
	b := &layout.Blocks[len(layout.Blocks)-1]
	end := b.End
	b.End = layout.Sentences[keep-1].End
	layout.Blocks = append(layout.Blocks, article.Block{Span: article.Span{Start: layout.Sentences[keep].Start, End: end}, Kind: kind})
	layout.Sentences = layout.Sentences[:keep]
}

// strongPhrase reports whether the sentence at s is furniture beyond doubt.
func (l *layouter) strongPhrase(s article.Span, foot bool) (article.Kind, bool) {
	r := &l.reading
	start := s.Start
	if l.text[start] == '(' {
		start++
	}
	if !foot {
		word, _ := word.LettersAt(l.text[:s.End], start)
		t := l.vocabulary.find(word)
		if t.class&(wordBegins|wordWithin) == 0 {
			return 0, false
		}
	}
	r.Span, r.words = s, l.vocabulary.tokenize(r.words[:0], l.text, l.scanned, start, s.End)
	for i := range r.words {
		w := &r.words[i]
		if i == 0 {
			if p := firstStrong(w.term.phrases, l.text, r.words, i); p != nil {
				return p.kind, true
			}
		}
		if w.is(wordWithin) {
			if p := firstStrong(w.term.within, l.text, r.words, i); p != nil {
				return p.kind, true
			}
		}
		if !foot {
			break
		}
	}
	return 0, false
}

func firstStrong(phrases []*phrase, text string, words []token, i int) *phrase {
	for _, p := range phrases {
		if p.strong && p.match(text, words, i) {
			return p
		}
	}
	return nil
}

// gluedMenu returns where the menu of a site ends that stands before the text in the same line, as where the text of
// a page was taken without its lines: Home News Sport Business Opinion Council closes the bridge. It is 0
// where there is none. The word before one in small letters belongs to the text.
func (l *layouter) gluedMenu(s article.Span) int {
	const least, longest, rest = 5, 400, 120 // words; bytes of the menu; bytes that must follow
	if s.Len() < rest {
		return 0
	}
	first, _ := word.LettersAt(l.text[:min(s.End, s.Start+headOfLong)], s.Start)
	if l.vocabulary.find(first).class&(wordSection|wordChrome) == 0 {
		return 0
	}
	end := s.End
	if s.Len() > longest {
		last := strings.LastIndexByte(l.text[s.Start:s.Start+longest+1], ' ')
		if last < 0 { // in a script without spaces
			return 0
		}
		end = s.Start + last
	}
	r := &l.reading
	r.Span, r.words = s, l.vocabulary.tokenize(r.words[:0], l.text, l.scanned, s.Start, end)
	n := 0
	for n+1 < len(r.words) && r.words[n].is(wordSection|wordChrome) && r.words[n].shape&shapeCapital != 0 {
		if n > 0 && strings.Trim(l.text[r.words[n-1].end:r.words[n].start], " |>·•/&\u00a0") != "" {
			break
		}
		n++
	}
	for n > 0 && r.words[n].shape&shapeLower != 0 {
		n-- // Economy grows
	}
	if n < least || r.words[n].shape&shapeCapital == 0 || s.End-r.words[n].start < rest {
		return 0
	}
	return r.words[n-1].end
}
