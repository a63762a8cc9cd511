package digest

import (
	"strings"

	"wiretrace/article"
)

// How many paragraphs of a live blog begin with the time by the clock at least, and of how
// many of all of them.
const (
	liveTimes = 3
	livePart  = 3 // one in so many
)

// live reports whether a text tells minute by minute of what its writer sees and hears, and others
// with him: paragraphs of it begin with the time by the clock.
func live(l *article.Layout, text string) bool {
	times, all := 0, 0
	for _, b := range l.Blocks {
		timed := beginsWithTime(text[b.Start:b.End])
		if timed {
			times++
		}
		if timed || b.Kind == article.Prose {
			all++
		}
	}
	return times >= liveTimes && livePart*times >= all
}

// beginsWithTime reports whether a paragraph begins with a time by the clock: 14:02, [14.02], 2.01pm, 14h02,
// +++ 14:02 Uhr. A number with a comma or a full stop alone behind it is an item of a list.
func beginsWithTime(t string) bool {
	i := 0
	for i < len(t) && (t[i] == ' ' || t[i] == '[' || t[i] == '(' || t[i] == '+' || t[i] == '*') {
		i++
	}
	hour, i := digits(t, i)
	if hour < 1 || hour > 2 || i >= len(t) || t[i] != ':' && t[i] != '.' && t[i] != 'h' {
		return false
	}
	dotted := t[i] == '.'
	minute, end := digits(t, i+1)
	if minute != 2 || t[i+1] > '5' {
		return false
	}
	rest := t[end:]
	switch {
	case saysHalf(rest):
		return true
	case dotted: // 14.02 per cent
		return strings.HasPrefix(rest, " Uhr") || rest != "" && strings.IndexByte(":]\n", rest[0]) >= 0
	}
	return rest == "" || rest[0] != '%'
}

// saysHalf reports whether t, behind a time, begins with the half of the day: pm, a.m.
func saysHalf(t string) bool {
	t = strings.TrimPrefix(t, " ")
	for _, half := range [...]string{"am", "pm", "a.", "p."} {
		if strings.HasPrefix(t, half) {
			return true
		}
	}
	return false
}

// digits returns how many digits stand in t from i on, and where they end.
func digits(t string, i int) (n, end int) {
	for end = i; end < len(t) && t[end] >= '0' && t[end] <= '9'; end++ {
		n++
	}
	return n, end
}
