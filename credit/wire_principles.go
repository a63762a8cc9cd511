package credit

import (
	"slices"
	"strings"

	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// principlesLine begins the line that Reuters has below its reports. Papers keep it where they cut all else.
const principlesLine = "our standards: the thomson reuters trust principles"

// principles appends the credit of that line, if no other wire line of dst[first:] names an agency.
func (s *reading) principles(dst []Credit, first int) []Credit {
	if s.reuters == nil || s.isHome(s.reuters) || slices.ContainsFunc(dst[first:], func(c Credit) bool { return c.Kind == outlet.Agency }) {
		return dst
	}
	for i := len(s.l.Blocks) - 1; i >= 0 && i >= len(s.l.Blocks)-wireEnds; i-- {
		b := s.l.Blocks[i]
		line := strings.TrimLeft(s.a.Text[b.Start:b.End], " \u00a0")
		if b.Len() <= longestByline && word.FoldedPrefix(line, principlesLine) > 0 {
			return append(dst, sourceOf(s.reuters).credit(b.Span, CueCreditLine))
		}
	}
	return dst
}
