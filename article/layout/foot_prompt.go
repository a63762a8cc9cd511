package layout

import (
	"slices"
	"strings"

	"wiretrace/article"
)

// layPrompts makes furniture of the short paragraphs at the foot that end with a
// prompt: "The Example is free. If you value our work, consider a donation.", or
// that stand behind one and speak of themselves to the reader: "We cover your town
// as nobody does. With a subscription you miss nothing."
func (l *layouter) layPrompts() {
	for i := max(l.body+1, len(l.parts)-footParts); i < len(l.parts); i++ {
		p := &l.parts[i]
		if p.kind != article.Prose || p.sure || p.Len() > longestPrompt {
			continue
		}
		if l.goesOnPrompting(i) {
			p.kind, p.sure, p.phrase = article.Chrome, true, true
			continue
		}
		if l.promptsAtFoot(p) {
			p.kind, p.sure = article.Chrome, true
		}
	}
}

// goesOnPrompting reports whether part i, behind a prompt, speaks of the outlet to its reader.
func (l *layouter) goesOnPrompting(i int) bool {
	p, above := &l.parts[i], &l.parts[i-1]
	if p.quotes || above.kind != article.Chrome || !above.phrase {
		return false
	}
	r := &l.reading
	r.words = l.vocabulary.tokenize(r.words[:0], l.text, l.scanned, p.Start, p.End)
	return addressesReader(l.text, r.words, offersWord|helpWord)
}

// promptsAtFoot reports whether p, near the end of the text, asks its reader for
// something, offers it or tells of the piece itself. It reads p.
func (l *layouter) promptsAtFoot(p *part) bool {
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, p.Span)
	if r.asksReader(l.text, true) || r.whole && !r.quotes && addressesReader(l.text, r.words, offersWord) {
		return true
	}
	l.vocabulary.readOn(r, l.text, l.scanned)
	return r.tellsOfPiece(l.text) || !r.quotes && l.endsPrompting(p)
}

// endsPrompting reports whether the last sentence of p is a prompt and what stands
// before it is short.
func (l *layouter) endsPrompting(p *part) bool {
	const longestRest = 110 // bytes
	k := lastSentence(l.text[p.Start:p.End])
	if p.Len() > longestPrompt || k == 0 || k > longestRest {
		return false
	}
	r := &l.reading
	r.words = l.vocabulary.tokenize(r.words[:0], l.text, l.scanned, p.Start+k, p.End)
	return len(r.words) > 0 && prompts(l.text, r.words)
}

// addressesReader reports whether words say we and you, and name what a site offers or
// asks for, as one of classes.
func addressesReader(text string, words []token, classes promptClass) bool {
	we, you, offer := false, false, false
	for _, w := range words {
		word := text[w.start:w.end]
		switch lower := strings.ToLower(word); lower {
		case "we", "our", "us", "wir", "unser", "unsere", "unserer", "nous", "notre", "nos", "nosotros", "nuestro", "nuestra", "nuestros", "noi", "nostro", "nostra", "nossa", "nosso", "wij", "onze", "ons":
			we = true
		case "sie", "ihnen", "ihre":
			you = you || word[0] < 'a' // the polite form
		default:
			you = you || w.term.prompt&youWord != 0
			offer = offer || w.term.prompt&classes != 0 || strings.HasPrefix(lower, "subscri") || strings.HasPrefix(lower, "suscri") || strings.HasPrefix(lower, "abon")
		}
	}
	return we && you && offer
}

// lastSentence returns where the last sentence of s begins, 0 if it has but one.
func lastSentence(s string) int {
	for k := len(s) - len(". "); k >= 0; k-- {
		if s[k+1] == ' ' && (s[k] == '.' || s[k] == '!' || s[k] == '?') {
			return k + len(". ")
		}
	}
	return 0
}

// prompts reports whether a sentence begins with a phrase of buttons and prompts.
func prompts(text string, words []token) bool {
	for _, p := range words[0].term.phrases {
		if p.kind == article.Chrome && !p.ends && (len(p.terms) > 1 || len(words) <= 3) && p.match(text, words, 0) {
			return true
		}
	}
	return false
}

// describesNewsroom reports whether p, near the end of the text, says of an outlet what it is, as those do whose
// pieces others reprint: The Example is a nonprofit newsroom focused on ports.
func (l *layouter) describesNewsroom(p *part) bool {
	const longest, mostBefore, leastTraits = 420, 8, 2 // bytes; words before the verb
	s := l.text[p.Start:p.End]
	if p.Len() > longest || p.quotes || !namesItself(s) {
		return false
	}
	r := &l.reading
	r.words = l.vocabulary.tokenize(r.words[:0], l.text, l.scanned, p.Start, p.End)
	medium, traits, verb := false, 0, -1
	for i, w := range r.words {
		if verb < 0 && i <= mostBefore && slices.Contains(beingWords[:], l.text[w.start:w.end]) {
			verb = i
		}
		if verb < 0 {
			continue
		}
		medium = medium || w.term.prompt&mediumWord != 0
		if w.term.prompt&mediumTrait != 0 {
			traits++
		}
	}
	return medium && traits >= leastTraits
}
