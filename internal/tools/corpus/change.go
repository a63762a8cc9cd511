package corpus

import "unicode/utf8"

// appendChanged appends text with one word in every or so exchanged for
// another, and returns how many words were. Words with capitals, digits or
// marks stay, as an editor would leave them.
func appendChanged(b, text []byte, s *stream, every int) ([]byte, int) {
	changed := 0
	for i := 0; i < len(text); {
		j := i
		letters := true
		for j < len(text) && text[j] != ' ' && text[j] != '\n' {
			letters = letters && 'a' <= text[j] && text[j] <= 'z'
			j++
		}
		if letters && j-i > 3 && s.n(every) == 0 {
			w := vocab().content.draw(s.Uint64())
			b = append(b, w[:len(w)-1]...)
			changed++
		} else {
			b = append(b, text[i:j]...)
		}
		for j < len(text) && (text[j] == ' ' || text[j] == '\n') {
			b = append(b, text[j])
			j++
		}
		i = j
	}
	return b, changed
}

// codePoints returns a range of bytes as one of code points.
func codePoints(text []byte, s span) (start, end int) {
	start = utf8.RuneCount(text[:s.start])
	return start, start + utf8.RuneCount(text[s.start:s.end])
}
