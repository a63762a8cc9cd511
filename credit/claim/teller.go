package claim

import (
	"cmp"
	"slices"
	"strings"

	"wiretrace/article"
)

// A Speech is what somebody is quoted as saying, between quotation marks or without.
type Speech struct {
	article.Span
	Speaker  string // full name; empty if unknown
	Indirect bool   // without
}

// What is looked at of who speaks: the people who are quoted most, and the
// sentences with what was told to one outlet. Pieces with more are transcripts. This
// bounds what a sign weighs; no credit is lost, so that nothing is counted.
const (
	mostSpeakers  = 16
	mostTold      = 24
	mostToldBytes = 1 << 10 // of one sentence
)

// A voice is what one person says in an article.
type voice struct {
	last  string // of the words of the name
	bytes int    // quoted
}

// tellers sets Teller: an interview is where the news is from if it is whoever
// gave it that speaks in the article, and a detail if others do.
func (r *reading) tellers(said []Speech) {
	voices, names, sum := voicesOf(said)
	if sum == 0 {
		return
	}
	for i := range r.claims {
		most := 0
		for _, at := range r.tallies[i].told {
			l := &r.lines[at]
			from := l.Start
			if at > 0 && l.text != "" && r.refers(l.text) {
				from = r.lines[at-1].Start // Das hat die Ministerin der APA gesagt: her name is in the sentence before
			}
			text := r.a.Text[from:min(l.End, from+mostToldBytes)]
			for _, v := range voices {
				if v.bytes > most && holdsWord(text, v.last) {
					most = v.bytes
				}
			}
			near := r.near(said, at)
			teller := tellerIn(near, l.Span)
			for _, s := range near {
				if v := names[s.Speaker]; v > most && !s.Indirect && (s.Start >= l.Start || teller == "" || teller == s.Speaker) {
					most = v
				}
			}
		}
		r.claims[i].Signs[Teller] = float64(most) / float64(sum)
	}
}

// voicesOf returns who speaks most, from the most on, how much each speaks by name,
// and all of them together.
func voicesOf(said []Speech) (voices []voice, names map[string]int, sum int) {
	names = map[string]int{}
	for _, s := range said {
		if s.Speaker != "" && !s.Indirect {
			names[s.Speaker] += s.Len()
			sum += s.Len()
		}
	}
	for name, bytes := range names {
		voices = append(voices, voice{name[strings.LastIndexByte(name, ' ')+1:], bytes})
	}
	slices.SortFunc(voices, func(x, y voice) int { return cmp.Or(cmp.Compare(y.bytes, x.bytes), strings.Compare(x.last, y.last)) })
	return voices[:min(len(voices), mostSpeakers)], names, sum
}

// tellerIn returns whose words a sentence tells first without quotation marks; empty if nobody's: what is quoted in the
// sentence before is then another's, unless that is the same person's.
func tellerIn(near []Speech, line article.Span) string {
	for _, s := range near {
		if s.Indirect && s.Start >= line.Start && s.Start < line.End {
			return s.Speaker
		}
	}
	return ""
}

// near returns what is said in a sentence of the prose, the one before and the one
// after it, the first mostSpeakers of it.
func (r *reading) near(said []Speech, at int) []Speech {
	from, to := r.lines[max(0, at-1)].Start, r.lines[min(len(r.lines)-1, at+1)].End
	k, _ := slices.BinarySearchFunc(said, from, func(s Speech, from int) int { return s.Start - from })
	n := k
	for n < len(said) && n-k < mostSpeakers && said[n].Start < to {
		n++
	}
	return said[k:n]
}
