package digest

import (
	"slices"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// A visible is a text without the characters that show nothing, such as soft hyphens: its
// words are read there, and what is found is moved to where it stands in the text.
type visible struct {
	text string
	at   []int // where each byte of text stands in the text it is of; its length last
}

// visibleOf returns what of a text can be seen; ok is false if all of it can.
func visibleOf(text string) (v visible, ok bool) {
	v.text = word.Visible(text)
	if len(v.text) == len(text) {
		return visible{}, false
	}
	v.at = make([]int, 0, len(v.text)+1)
	for i := 0; i < len(text) && len(v.at) < len(v.text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if seen, n := utf8.DecodeRuneInString(v.text[len(v.at):]); seen == r && n == size {
			for k := range size {
				v.at = append(v.at, i+k)
			}
		}
		i += size
	}
	v.at = append(v.at, len(text))
	return v, len(v.at) == len(v.text)+1
}

// index returns how many bytes of the text that can be seen stand before a byte of the whole.
func (v *visible) index(at int) int {
	k, _ := slices.BinarySearch(v.at[:len(v.text)], at)
	return k
}

// in returns where a span of the whole text lies in what can be seen of it.
func (v *visible) in(s article.Span) article.Span {
	return article.Span{Start: v.index(s.Start), End: v.index(s.End)}
}

// out returns where a span of what can be seen lies in the whole text. That of nothing, which
// says that something stands outside the text, stays.
func (v *visible) out(s article.Span) article.Span {
	switch {
	case s == article.Span{}:
		return s
	case s.Start == s.End:
		return article.Span{Start: v.at[s.Start], End: v.at[s.Start]}
	}
	return article.Span{Start: v.at[s.Start], End: v.at[s.End-1] + 1}
}

// move changes each span of d.
func (d *Digest) move(to func(article.Span) article.Span) {
	for i := range d.Layout.Blocks {
		d.Layout.Blocks[i].Span = to(d.Layout.Blocks[i].Span)
	}
	for i := range d.Layout.Sentences {
		d.Layout.Sentences[i] = to(d.Layout.Sentences[i])
	}
	for i := range d.Credits {
		d.Credits[i].Span = to(d.Credits[i].Span)
	}
	for i := range d.Quotes {
		d.Quotes[i].Span = to(d.Quotes[i].Span)
	}
	for i := range d.Indirect {
		d.Indirect[i].Span = to(d.Indirect[i].Span)
	}
	for i := range d.Marks {
		d.Marks[i] = to(d.Marks[i])
	}
}

// cover lets the blocks of a layout take what shows nothing between them, since they leave
// out white space only. They are those of the whole text already.
func (v *visible) cover(blocks []article.Block) {
	for i := range blocks {
		from, to := v.index(blocks[i].End), len(v.text)
		if i == 0 {
			blocks[i].Start = min(blocks[i].Start, v.firstHidden(0, v.index(blocks[i].Start)))
		}
		if i+1 < len(blocks) {
			to = v.index(blocks[i+1].Start)
		}
		for k := from; k <= to; k++ {
			if before := v.behind(k); v.at[k] > before {
				blocks[i].End = v.at[k]
			}
		}
	}
}

// behind returns where the byte that can be seen before byte k ends.
func (v *visible) behind(k int) int {
	if k == 0 {
		return 0
	}
	return v.at[k-1] + 1
}

// firstHidden returns where the first character that cannot be seen stands between bytes from
// and to of what can be, and where byte to stands if there is none.
func (v *visible) firstHidden(from, to int) int {
	for k := from; k <= to; k++ {
		if before := v.behind(k); v.at[k] > before {
			return before
		}
	}
	return v.at[to]
}
