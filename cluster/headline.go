package cluster

import (
	"cmp"
	"slices"

	"wiretrace/digest"
	"wiretrace/shingle"
)

// mostTitles is how many articles of a group are asked for their titles.
const mostTitles = 200

// A Headline finds a title that says what several articles are about: the first whose
// telling words the others have in title and lead, at least half as much as they have
// those of any. So a site's motto or a weather strip, read as a title, is none as long
// as there is another. Its zero value is ready.
type Headline struct {
	titles []title
	worth  map[uint32]float64 // of a stem: what it weighs, for each article whose lead has it
}

type title struct {
	text  string
	at    int64
	stems []digest.LeadWord // what its words weigh in the lead of its own article
}

// Add takes an article that shows the time at, in any unit; of those of one time the
// one added first is the first.
func (h *Headline) Add(d *digest.Digest, at int64) {
	if len(h.titles) == mostTitles {
		return
	}
	if h.worth == nil {
		h.worth = map[uint32]float64{}
	}
	own := make(map[uint32]float32, len(d.Lead))
	for _, w := range d.Lead {
		h.worth[w.Stem] += float64(w.Weight)
		own[w.Stem] = w.Weight
	}
	if d.Meta.Title == "" {
		return
	}
	t := title{text: d.Meta.Title, at: at}
	for _, w := range shingle.Background(d.Meta.Language).Words(nil, d.Meta.Title) {
		stem := uint32(w.Stem >> 32)
		if weight := own[stem]; weight > 0 {
			t.stems = append(t.stems, digest.LeadWord{Stem: stem, Weight: weight})
			own[stem] = 0 // each once
		}
	}
	h.titles = append(h.titles, t)
}

// Best returns the title, empty if no article has one.
func (h *Headline) Best() string {
	slices.SortStableFunc(h.titles, func(x, y title) int { return cmp.Compare(x.at, y.at) })
	scores := make([]float64, len(h.titles))
	most := 0.0
	for k, t := range h.titles {
		for _, w := range t.stems {
			scores[k] += h.worth[w.Stem] - float64(w.Weight)
		}
		most = max(most, scores[k])
	}
	for k, t := range h.titles {
		if 2*scores[k] >= most {
			return t.text
		}
	}
	return ""
}
