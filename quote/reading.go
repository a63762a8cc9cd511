package quote

import (
	"sync"

	"wiretrace/article"
)

// readings holds what reading an article needs, so that a job of a million
// articles allocates it once for each of its workers.
var readings = sync.Pool{New: func() any { return new(reading) }}

// A paragraph is one block of a text while its quotations are read.
type paragraph struct {
	article.Block
	tok, tokEnd int32 // its tokens, half-open
	q, qEnd     int32 // its stretches between marks, half-open
	titled      bool  // capitalised as headlines are
	abroad      bool  // looked at for words of another language than the text's
}

// A reading is one text with its paragraphs, the stretches between its marks
// and its words.
type reading struct {
	pairing
	tokens
	paras   []paragraph
	lang    int      // of lang.All; the column of the table of words
	english bool     // it is English
	nouns   bool     // every noun has a capital letter
	romance bool     // it is Spanish, French, Italian or Portuguese
	own     *manners // it has a file in lang/speech; nil if it has none
	talk    answer   // to groupTalk

	within bool // the text is one paragraph of a text in another language

	names    nameBook
	capitals map[uint32]bool // hashes of the words with a capital letter that begin no sentence; nil until asked for
}

// read finds the paragraphs, the marks and the words of a text. It reports
// whether there is a mark or a post in it at all.
func (r *reading) read(text, language string, blocks []article.Block) bool {
	r.table, _ = speechOf(language)
	found := r.split(text, language, blocks)
	r.tokenize(language)
	return found
}

// split finds the paragraphs and the marks of a text. It reports whether there
// is a mark or a post in it at all.
func (r *reading) split(text, language string, blocks []article.Block) bool {
	r.pairing.reset(text)
	r.paras = r.paras[:0]
	posts := false
	if len(blocks) == 0 {
		for start := 0; start < len(text); {
			end := start
			for end < len(text) && text[end] != '\n' {
				end++
			}
			if s := trimmed(text, start, end); s.Len() > 0 {
				r.paras = append(r.paras, paragraph{Block: article.Block{Span: s}})
			}
			start = end + 1
		}
	} else {
		for _, b := range blocks {
			if !b.Kind.Furniture() && b.Len() > 0 {
				r.paras = append(r.paras, paragraph{Block: b})
			}
		}
	}
	walk := r.dashWalk(language)
	if r.commas = r.table != nil && r.table.own != nil; r.commas {
		r.german = r.table.own.inward
	}
	for i := range r.paras {
		p := &r.paras[i]
		p.q = int32(len(r.out))
		if p.Kind == article.Post {
			posts = true
			r.carry = false
			r.out = append(r.out, quoted{Span: p.Span, from: p.Start, to: p.End, para: int32(i), post: true})
		} else {
			r.pairing.paragraph(p.Start, p.End, int32(i))
			r.spokenParagraph(walk, p, int32(i))
		}
		p.qEnd = int32(len(r.out))
	}
	return len(r.out) > 0 || posts
}

// tokenize finds the words of a text that is split.
func (r *reading) tokenize(language string) {
	r.capitals = nil
	r.tokens.reset(r.pairing.text, language)
	for i := range r.paras {
		p := &r.paras[i]
		p.tok = int32(len(r.list))
		r.tokens.paragraph(p.Start, p.End, r.out[p.q:p.qEnd], int(p.q))
		p.tokEnd = int32(len(r.list))
	}
	r.lang = r.settle(language)
	r.english = r.in("en")
	if r.own = r.table.own; r.own != nil && r.own.cuts {
		r.cutNames()
	}
	r.romance = r.in("es") || r.in("fr") || r.in("it") || r.in("pt")
	if r.nouns = r.table.nouns[r.lang]; r.nouns {
		r.markNouns()
	}
	r.markPairs()
	r.markWordsOf()
}

// in reports whether the text is read as one of the language of a code.
func (r *reading) in(code string) bool { return r.table.codes[r.lang] == code }

// release lets go of what a text of unusual length made the reading grow to.
func (r *reading) release() {
	const most = 1 << 20
	if cap(r.list) > most || cap(r.out) > most {
		*r = reading{}
		return
	}
	r.pairing.text, r.tokens.text, r.scanned = "", "", nil
	clear(r.out)
	r.names.reset()
	r.own, r.capitals = nil, nil
}

// role returns the parts that token i can play in the language of the text.
func (r *reading) role(i int32) role {
	return r.list[i].role
}

// word returns token i as it stands in the text.
func (r *reading) word(i int32) string {
	t := &r.list[i]
	return r.tokens.text[t.start:t.end]
}
