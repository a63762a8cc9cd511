package credit

import (
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// A gap is the set of what stands between a token and the one before it.
type gap uint16

const (
	gSpace gap = 1 << iota
	gComma
	gEnd // ! ? ; … and their like; a full stop after a long word
	gDot // a full stop that may be an abbreviation's
	gColon
	gDash   // a dash, or a hyphen with space around it
	gHyphen // a hyphen within a word
	gSlash
	gQuote // quotation marks but the apostrophe
	gApos
	gOpen  // ( [
	gClose // ) ]
	gAmp
	gOther
)

// gHard is what no phrase runs across.
const gHard = gComma | gEnd | gColon | gDash | gOpen | gClose | gOther

// A token is a word of a sentence, or the whole name of an outlet.
type token struct {
	start, end int     // bytes of the text
	lex        *lexeme // not nil
	name       int32   // index into the mentions; -1 for a word
	gap        gap     // before it; gHard at the start of a sentence
	capital    bool
	number     bool
}

// is reports whether t is a word of one of the classes of c.
func (t *token) is(c class) bool { return t.lex.class&c != 0 }

// hard returns what no phrase runs across of the gap before t.
func (t *token) hard() gap { return t.gap & gHard }

// capitalWord reports whether t is a capitalised word and no outlet's name.
func (t *token) capitalWord() bool { return t.capital && t.name < 0 }

// longestSentence is the number of tokens that are looked at together. A
// sentence of news has some 25 words; longer stretches are cut.
const longestSentence = 400

// tokenize makes the tokens of a part of the text those at hand, at most
// longestSentence, and returns the offset at which it stopped. Mentions are those
// from m on; it returns the first that it has not passed.
func (s *reading) tokenize(span article.Span, m int) (stop, next int) {
	s.tokens, stop, next = s.x.tokenize(s.tokens[:0], s.a.Text, s.words, span, s.mentions, m)
	return stop, next
}

// tokenize appends the tokens of a part of text to dst and returns what
// reading.tokenize does. Words are those of the text, as word.Words finds them.
func (x *lexicon) tokenize(dst []token, text string, words []word.Word, span article.Span, mentions []outlet.Mention, m int) (_ []token, stop, next int) {
	i, first := span.Start, gHard
	words = words[word.From(words, i):]
	for {
		g := first
		for i < span.End {
			n := word.GapLen(text, i)
			if n == 0 {
				break
			}
			g |= gapOf(text, i, n)
			i += n
		}
		if i >= span.End || len(dst) == longestSentence {
			return dst, i, m
		}
		first = 0
		if g&gSpace != 0 {
			g = x.spaced(g, text, dst)
		}
		if g&gClose != 0 && x.inverted {
			g = unbracketed(g, dst)
		}
		for m < len(mentions) && mentions[m].End <= i {
			m++
		}
		t := token{start: i, name: -1, gap: g, lex: &unknownWord}
		if m < len(mentions) && mentions[m].Start <= i && mentions[m].End <= span.End {
			t.end, t.name, t.capital = mentions[m].End, int32(m), true
		} else {
			stop := span.End
			if m < len(mentions) && mentions[m].Start > i {
				stop = min(stop, mentions[m].Start)
			}
			for len(words) > 0 && int(words[0].Start) < i {
				words = words[1:]
			}
			if len(words) > 0 && int(words[0].Start) == i && int(words[0].End) <= stop {
				x.take(&t, text, &words[0])
			} else { // a part of a word
				cut := word.Stretch(text, i, min(word.End(text, i), stop))
				x.take(&t, text, &cut)
			}
		}
		dst = append(dst, t)
		i = t.end
	}
}

// ordinals reports whether a full stop behind a number makes it an ordinal, as in the languages of
// the north: am 3. März.
func (x *lexicon) ordinals() bool { return x.nouns || x.regional }

// ordinal reports whether a full stop behind t, within a sentence, may make an ordinal of it.
func (t *token) ordinal() bool {
	const digits = 2
	return t.number && t.end-t.start <= digits
}

// spaced returns what the gap g means, in which white space stands behind the
// tokens dst of text: a hyphen, a dot or a dash separates then.
func (x *lexicon) spaced(g gap, text string, dst []token) gap {
	if g&gHyphen != 0 {
		g = g&^gHyphen | gDash
	}
	if g&gDot != 0 && len(dst) > 0 && !abbreviated(text, dst[len(dst)-1]) && !x.shortYear(text, dst) && !(x.ordinals() && dst[len(dst)-1].ordinal()) {
		g |= gEnd
	}
	return g
}

// unbracketed returns what the gap g, which closes a bracket behind the tokens dst, means
// if nothing but the day of a month stands in it, as in the press of Brazil, and opens the
// bracket no more: publicada nesta terça-feira (12) pela Folha.
func unbracketed(g gap, dst []token) gap {
	const digits = 2
	if len(dst) == 0 {
		return g
	}
	if t := &dst[len(dst)-1]; t.number && t.gap == gSpace|gOpen && t.end-t.start <= digits {
		t.gap = gSpace
		return g &^ gClose
	}
	return g
}

// take makes t, which begins at t.start in text, the token of a word. In a script
// without capital letters only letters of ours may be one.
func (x *lexicon) take(t *token, text string, w *word.Word) {
	t.end, t.lex = int(w.End), x.table.find(w.Hash)
	t.capital, t.number = w.Shape&word.Titled != 0, w.Shape&word.Figure != 0
	if x.caseless && text[t.start] >= utf8.RuneSelf {
		t.capital = false
	}
}

// abbreviated reports whether a full stop after t may be an abbreviation's:
// t is short and capital, or in the middle of one (U.S.).
func abbreviated(text string, t token) bool {
	return t.name < 0 && t.capital && t.end-t.start <= 4 || t.lex.class&cMonth != 0
}

// shortYear reports whether the last of the tokens dst of text is the letter for a year behind its number, which
// has a full stop: w 2021 r., в 2021 г.
func (x *lexicon) shortYear(text string, dst []token) bool {
	n := len(dst)
	if !x.foreign || n < 2 || !dst[n-2].number {
		return false
	}
	switch text[dst[n-1].start:dst[n-1].end] {
	case "r", "г", "р":
		return yearOf(text[dst[n-2].start:dst[n-2].end]) != 0
	}
	return false
}

// gapOf tells what the code point of n bytes at text[i], part of no word, is.
func gapOf(text string, i, n int) gap {
	if n == 1 {
		switch text[i] {
		case ' ', '\t', '\n', '\r', '\f', '\v', '*': // *emphasis*, as some leave it in a text
			return gSpace
		case ',':
			return gComma
		case '.':
			return gDot
		case '!', '?', ';':
			return gEnd
		case ':':
			return gColon
		case '-':
			return gHyphen
		case '/':
			return gSlash
		case '"':
			return gQuote
		case '\'', '`':
			return gApos
		case '(', '[':
			return gOpen
		case ')', ']':
			return gClose
		case '&':
			return gAmp
		}
		return gOther
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '\u00a0', '\u2002', '\u2003', '\u2007', '\u2009', '\u200a', '\u200b', '\u202f', '\u3000':
		return gSpace
	case '“', '”', '„', '«', '»', '‟', '「', '」':
		return gQuote
	case '‘', '’', '‚', '‹', '›', '‛':
		return gApos
	case '–', '—', '―', '‒':
		return gDash
	case '‐', '‑':
		return gHyphen
	case '…':
		return gEnd
	case '\u00ad', '\u200c', '\u200d', '\u2060', '®', '™':
		return 0
	}
	return gOther
}
