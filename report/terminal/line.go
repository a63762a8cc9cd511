package terminal

import (
	"bufio"
	"fmt"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"

	"wiretrace/report"
)

// A tone is how a glyph looks.
type tone struct {
	label     string // of the passage it is in; empty for none
	differ    bool   // in a word that the other text has not
	furniture bool
	badge     bool // the number of a passage
	bold      bool
	detail    bool // of a name or number that the other text has too
}

// A glyph is what a terminal shows in one place: a character with its marks,
// or a mark of ours. Lines break after spaces and around wide characters.
type glyph struct {
	text  string
	width int // columns
	tone  tone
	plain bool // shown only where there is no colour
}

// A line is what stands on one line of one text.
type line []glyph

// signs are the signs of the labels, for those who see no colours.
var signs = map[string]string{report.Copied: "=", report.Edited: "~", report.Reworded: "≈", report.Quoted: "\""}

func opening(pair int, label string) glyph {
	text := fmt.Sprintf("[%d%s ", pair, signs[label])
	return glyph{text: text, width: width(text), tone: tone{label: label, badge: true}}
}

func closing(pair int, label string) glyph {
	text := fmt.Sprintf(" %d]", pair)
	return glyph{text: text, width: width(text), tone: tone{label: label, badge: true}}
}

// brace marks a differing word where there is no colour to do so.
func brace(text string, t tone) glyph {
	return glyph{text: text, width: 1, tone: t, plain: true}
}

func width(s string) int { return uniseg.StringWidth(s) }

// styled returns text in one tone.
func styled(text string, t tone) []glyph { return appendGlyphs(nil, text, t) }

// longestCluster is how many bytes of a character with its marks are shown:
// scraped text may heap thousands of marks on one letter.
const longestCluster = 64

// appendGlyphs appends the characters of s. What would move the cursor, colour
// the screen or turn the direction of writing is not let through.
func appendGlyphs(out []glyph, s string, t tone) []glyph {
	state := -1
	for s != "" {
		var c string
		var w int
		c, s, w, state = uniseg.FirstGraphemeClusterInString(s, state)
		switch c {
		case "\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029":
			out = append(out, glyph{text: "\n", tone: t})
			continue
		case "\t", " ":
			out = append(out, glyph{text: " ", width: 1, tone: t})
			continue
		}
		c = strings.Map(visible, c)
		if c == "" {
			continue
		}
		if len(c) > longestCluster {
			c = strings.ToValidUTF8(c[:longestCluster], "")
		}
		if strings.ContainsRune(c, unicode.ReplacementChar) {
			w = max(w, 1)
		}
		out = append(out, glyph{text: c, width: w, tone: t})
	}
	return out
}

// visible maps control characters to a sign for them, and drops characters
// that are not to be seen but those that join letters or choose their form.
func visible(r rune) rune {
	switch {
	case r == '\u200D' || r == '\u200C':
		return r
	case unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsControl(r):
		return unicode.ReplacementChar
	}
	return r
}

// wrap breaks glyphs into lines of at most so many columns. Line feeds end
// lines, several of them leave one line empty, and no empty line begins or
// ends what is returned. White space at the ends of lines is dropped.
func wrap(glyphs []glyph, columns int) (lines []line) {
	empty := false
	for len(glyphs) > 0 {
		n := 0
		for n < len(glyphs) && glyphs[n].text != "\n" {
			n++
		}
		paragraph := glyphs[:n]
		glyphs = glyphs[min(n+1, len(glyphs)):]
		rows := fill(paragraph, columns)
		if len(rows) == 0 {
			empty = len(lines) > 0
			continue
		}
		if empty {
			lines = append(lines, nil)
			empty = false
		}
		lines = append(lines, rows...)
	}
	return lines
}

// fill breaks one paragraph into lines.
func fill(glyphs []glyph, columns int) (lines []line) {
	for {
		for len(glyphs) > 0 && glyphs[0].text == " " {
			glyphs = glyphs[1:]
		}
		if len(glyphs) == 0 {
			return lines
		}
		used, n, last := 0, 0, 0 // last: the end of the last word that fits
		for n < len(glyphs) {
			g := glyphs[n]
			if n > 0 && breaks(glyphs[n-1], g) {
				last = n
			}
			if used+g.width > columns && g.text != " " {
				break
			}
			used += g.width
			n++
		}
		switch {
		case n == len(glyphs):
			last = n
		case last == 0: // a word longer than a line
			last = max(n, 1)
		}
		row := glyphs[:last]
		glyphs = glyphs[last:]
		for len(row) > 0 && row[len(row)-1].text == " " {
			row = row[:len(row)-1]
		}
		lines = append(lines, row)
	}
}

// breaks reports whether a line may end between two glyphs: before a space, and
// on both sides of a wide character. Marks keep to what they mark.
func breaks(g, next glyph) bool {
	if next.text == " " {
		return true
	}
	if strings.Contains("、。，．！？：；」』）】〉》〕…ーゝ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ", next.text) {
		return false // begins no line in Japanese and Chinese
	}
	mark := g.plain || g.tone.badge || next.plain || next.tone.badge
	return !mark && (g.width == 2 || next.width == 2)
}

// A screen writes lines.
type screen struct {
	w     *bufio.Writer
	color bool
}

// line writes one line.
func (t *screen) line(l line) {
	t.write(l)
	t.w.WriteByte('\n')
}

// pair writes a line of each of two columns of the given width.
func (t *screen) pair(left, right line, columns int) {
	n := t.write(left)
	if len(right) == 0 {
		t.w.WriteString(strings.Repeat(" ", columns-n) + strings.TrimRight(gutter, " ") + "\n")
		return
	}
	t.w.WriteString(strings.Repeat(" ", max(columns-n, 0)) + gutter)
	t.line(right)
}

// rule returns a line across a column with a name in it.
func (t *screen) rule(name string, columns int) line {
	l := styled("── ", tone{furniture: true})
	l = append(l, styled(name, tone{bold: true})...)
	return append(l, styled(" "+strings.Repeat("─", max(columns-width(name)-4, 0)), tone{furniture: true})...)
}

// write writes the glyphs and returns how many columns they take.
func (t *screen) write(l line) (columns int) {
	code := ""
	for _, g := range l {
		if t.color {
			if g.plain {
				continue
			}
			if c := g.tone.code(); c != code {
				if code != "" {
					t.w.WriteString("\x1b[0m")
				}
				t.w.WriteString(c)
				code = c
			}
		}
		t.w.WriteString(g.text)
		columns += g.width
	}
	if code != "" {
		t.w.WriteString("\x1b[0m")
	}
	return columns
}

// code returns the escape sequence of a tone; empty for the terminal's own.
// Colours are those of the terminal's palette, which its user has chosen to be
// readable.
func (t tone) code() string {
	var codes []string
	if t.bold || t.badge || t.differ {
		codes = append(codes, "1")
	}
	if t.differ || t.detail {
		codes = append(codes, "4")
	}
	if t.furniture {
		codes = append(codes, "2")
	}
	switch t.label {
	case report.Copied:
		codes = append(codes, "31")
	case report.Edited:
		codes = append(codes, "33")
	case report.Reworded:
		codes = append(codes, "35")
	case report.Quoted:
		codes = append(codes, "36")
	}
	if len(codes) == 0 {
		return ""
	}
	return "\x1b[" + strings.Join(codes, ";") + "m"
}
