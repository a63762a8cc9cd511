package terminal

import (
	"fmt"
	"path"
	"strings"

	"wiretrace/report"
)

// count says how many there are of something.
func count(n int, one string) string { return plural(n, one, one+"s") }

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(n) + " " + many
}

// short returns text as one line of at most so many columns.
func short(text string, columns int) string {
	var b strings.Builder
	glyphs := appendGlyphs(nil, text, tone{})
	used := 0
	for i, g := range glyphs {
		if g.text == "\n" {
			g = glyph{text: " ", width: 1}
		}
		if used+g.width > columns-1 && i < len(glyphs)-1 {
			b.WriteString("…")
			break
		}
		used += g.width
		b.WriteString(g.text)
	}
	return b.String()
}

// times says how often there is something.
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return grouped(n) + " times"
}

// percent prints a share so that something is never 0 % nor a part 100 %.
func percent(x float64) string {
	n := int(100*x + 0.5)
	switch {
	case n == 0 && x > 0:
		return "under 1 %"
	case n == 100 && x < 1:
		return "over 99 %"
	}
	return fmt.Sprintf("%d %%", n)
}

// grouped prints n with commas between thousands.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// oneLine returns text without line breaks.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// inMarks puts text between quotation marks, unless it begins with one.
func inMarks(text string) string {
	for _, mark := range []string{"“", "„", "«", "\"", "「"} {
		if strings.HasPrefix(text, mark) {
			return text
		}
	}
	return "“" + text + "”"
}

// called is what an article is called in a list: its outlet, else the last part
// of its id.
func called(a *report.Article) string {
	if a.Outlet != "" {
		return oneLine(a.Outlet)
	}
	return oneLine(path.Base(a.ID))
}

// when writes a time of publication, as the report has it, for people.
func when(published string) string {
	day, clock, ok := strings.Cut(oneLine(published), "T")
	if !ok {
		return day
	}
	if clock, ok = strings.CutSuffix(clock, "Z"); ok {
		return day + " " + withoutSeconds(clock) + " UTC"
	}
	if i := strings.LastIndexAny(clock, "+-"); i > 0 {
		return day + " " + withoutSeconds(clock[:i]) + " " + clock[i:]
	}
	return day + " " + withoutSeconds(clock)
}

func withoutSeconds(clock string) string {
	if len(clock) == len("15:04:05") {
		return clock[:len("15:04")]
	}
	return clock
}

// makeupWords says what an article is made of.
func makeupWords(m report.Makeup) string {
	var parts []string
	for _, p := range []struct {
		label string
		t     report.Tenths
	}{{report.Copied, m.Copied}, {report.Edited, m.Edited}, {report.Reworded, m.Reworded}, {report.Quoted, m.Quoted}, {report.Original, m.Original}} {
		if p.t > 0 {
			parts = append(parts, percent(float64(p.t)/1000)+" "+p.label)
		}
	}
	return strings.Join(parts, ", ")
}
