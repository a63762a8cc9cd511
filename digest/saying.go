package digest

import (
	"cmp"
	"slices"

	"wiretrace/article"
	"wiretrace/credit/claim"
	"wiretrace/quote"
	"wiretrace/shingle"
)

// What a quotation must hold to be known again elsewhere.
const (
	sayingWords = 5 // words
	sayingRare  = 3 // of its rarest words, which make its key
)

// sayings returns the keys of the quotations of d: of their rarest words,
// whatever their order, so that exchanged common words change nothing.
func (m *Maker) sayings(d *Digest) []uint64 {
	if len(d.Quotes) == 0 {
		return nil
	}
	keys := make([]uint64, len(d.Quotes))
	k := 0
	for i, q := range d.Quotes {
		m.rare = m.rare[:0]
		for k < len(m.prose) && int(m.prose[k].Start) < q.Start {
			k++
		}
		words := 0
		for ; k < len(m.prose) && int(m.prose[k].Start) < q.End; k++ {
			words++
			if w := m.prose[k]; w.Class&shingle.Common == 0 {
				m.rare = append(m.rare, rareWord{w.Stem, w.Weight})
			}
		}
		if words < sayingWords {
			continue
		}
		sortRare(m.rare)
		m.rare = slices.CompactFunc(m.rare, func(x, y rareWord) bool { return x.stem == y.stem })
		if len(m.rare) < sayingRare {
			continue
		}
		stems := m.rare[:sayingRare]
		slices.SortFunc(stems, func(x, y rareWord) int { return cmp.Compare(x.stem, y.stem) })
		keys[i] = pairKey(pairKey(stems[0].stem, stems[1].stem), stems[2].stem)
	}
	return keys
}

// stated returns Digest.Stated. The quotations of d and their keys are known.
func stated(d *Digest, text string) (out []uint64) {
	sentences := d.Layout.Sentences
	asked, told := -1, false // of the sentence asked about last, which may hold many quotations: where it begins, and the answer
	for i, q := range d.Quotes {
		for len(sentences) > 0 && sentences[0].End <= q.Start {
			sentences = sentences[1:]
		}
		if d.Sayings[i] == 0 || q.Post {
			continue
		}
		for _, s := range sentences {
			if s.Start >= q.End {
				break
			}
			if s.Start != asked {
				asked, told = s.Start, claim.ToldAll(d.Meta.Language, text[s.Start:s.End])
			}
			if told {
				out = append(out, d.Sayings[i])
				break
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// said returns what stands between quotation marks, scare quotes left out, and
// the statements without marks, in order and without overlap. Marks lie within
// a statement or beside it.
func said(marks []quote.Mark, statements []article.Span) []article.Span {
	var out []article.Span
	for _, k := range marks {
		for len(statements) > 0 && statements[0].End <= k.Start {
			out, statements = append(out, statements[0]), statements[1:]
		}
		if !k.Scare && (len(statements) == 0 || k.Start < statements[0].Start) {
			out = append(out, k.Span)
		}
	}
	return append(out, statements...)
}

// indirect returns what people tell without quotation marks: an outlet that does is
// credited, which is told elsewhere.
func (m *Maker) indirect() []quote.Quote {
	var out []quote.Quote
	for _, q := range m.said.Indirect {
		if m.gazetteer.ByName(q.Speaker) == nil {
			out = append(out, q)
		}
	}
	return out
}
