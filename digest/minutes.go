package digest

import "wiretrace/article"

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
	half := len(rest) > 2 && (rest[0] == 'a' || rest[0] == 'p') && rest[1] == 'm' || len(rest) > 3 && rest[0] == ' ' && (rest[1] == 'a' || rest[1] == 'p') && (rest[2] == 'm' || rest[2] == '.')
	if dotted { // 14.02 per cent
		return half || len(rest) > 4 && rest[:4] == " Uhr" || len(rest) > 0 && (rest[0] == ':' || rest[0] == ']' || rest[0] == '\n')
	}
	return half || rest == "" || rest[0] < '0' || rest[0] > '9' && rest[0] != '%'
}

// digits returns how many digits stand in t from i on, and where they end.
func digits(t string, i int) (n, end int) {
	for end = i; end < len(t) && t[end] >= '0' && t[end] <= '9'; end++ {
		n++
	}
	return n, end
}
