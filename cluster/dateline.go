package cluster

import (
	"strings"
	"unicode/utf8"

	"wiretrace/align"
	"wiretrace/lang/word"
)

// longestDatelineWords is how many words of a text its dateline has at most.
const longestDatelineWords = 10

// behindDateline returns the words of run r of an edited passage p from the end of the
// dateline on, if p is edited before that alone: papers take the agency's mark out of the
// dateline and print the rest word for word.
func (s *Side) behindDateline(p *Shared, r align.Run) (behind align.Run, ok bool) {
	if r.A > longestDatelineWords || r.A+r.N != p.A.End || r.B+r.N != p.B.End {
		return r, false
	}
	if reformed(p) {
		return r, false
	}
	for ; r.N > 1 && r.A <= longestDatelineWords; r.A, r.B, r.N = r.A+1, r.B+1, r.N-1 {
		if r.A > 0 && s.behindDash(r.A) {
			return r, true
		}
	}
	return r, false
}

// reformed reports whether some of the words that p pairs stand in another form there, which is an
// edit too: of which run they are is not known.
func reformed(p *Shared) bool {
	paired := 0
	for _, run := range p.Runs {
		paired += run.N
	}
	return p.Matched < paired
}

// behindDash reports whether word i of the prose, not the first, stands behind a dash and
// begins with a capital letter, as the first behind a dateline does.
func (s *Side) behindDash(i int) bool {
	at := s.start(i)
	gap := s.Text[min(s.ending(s.word(i-1)), at):at]
	dash := strings.TrimSpace(gap)
	switch last, _ := utf8.DecodeLastRuneInString(dash); last {
	case '—':
	case '–', '-': // not one that joins two words
		if !strings.HasSuffix(gap, " ") && !strings.HasSuffix(dash, "--") {
			return false
		}
	default:
		return false
	}
	return word.Capital(s.Text[at:])
}
