package report

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func cell(s string) string {
	r := csvRow{objects: objectsFile}
	r.Text("", s)
	return string(r.b)
}

func TestCells(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "abc", "abc"},
		{"empty", "", ""},
		{"comma", "a,b", `"a,b"`},
		{"quotation mark", `a "b"`, `"a ""b"""`},
		{"semicolon", "a; b", `"a; b"`},
		{"tab", "a\tb", "\"a\tb\""},
		{"line break", "a\nb", "\"a\nb\""},
		{"carriage return within", "a\rb", "\"a\rb\""},
		{"spaces stay", " a ", " a "},
		{"long and plain", strings.Repeat("a", 100), strings.Repeat("a", 100)},
		{"long with a semicolon", strings.Repeat("a", 100) + ";", `"` + strings.Repeat("a", 100) + `;"`},
		{"long with a comma", strings.Repeat("a", 100) + ",", `"` + strings.Repeat("a", 100) + `,"`},
		{"not UTF-8", "a\xFFb", "a\uFFFDb"},
		{"NUL", "a\x00b", "a\uFFFDb"},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, cell(c.in)) })
	}
}

func TestSeparators(t *testing.T) {
	row := func(s Separator) string {
		r := csvRow{separator: s}
		r.Text("", "a.b; c")
		r.Percent("", 333, true)
		r.Ratio("", 0.25, true)
		r.Whole("", 7, true)
		r.end()
		return string(r.b)
	}
	require.Equal(t, "\"a.b; c\",33.3,0.250,7\r\n", row(0))
	require.Equal(t, "\"a.b; c\",33.3,0.250,7\r\n", row(Comma))
	require.Equal(t, "\"a.b; c\"\t33.3\t0.250\t7\r\n", row(Tab))
	require.Equal(t, "\"a.b; c\";33,3;0,250;7\r\n", row(Semicolon), "with decimals as Excel reads them beside semicolons")
}

func TestFormulasAreMadeHarmless(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"equals", "=1+1", "'=1+1"},
		{"plus", "+1", "'+1"},
		{"minus", "-1", "'-1"},
		{"at", "@SUM(A1)", "'@SUM(A1)"},
		{"tab", "\t=1", "\"'\t'=1\""},
		{"carriage return", "\r=1", "\"'\r'=1\""},
		{"quoted too", `=HYPERLINK("http://example.org","x")`, `"'=HYPERLINK(""http://example.org"",""x"")"`},
		{"full-width equals", "＝1", "'＝1"},
		{"full-width plus", "＋1", "'＋1"},
		{"full-width minus", "－1", "'－1"},
		{"full-width at", "＠a", "'＠a"},
		{"full-width letter is none", "Ａ", "Ａ"},
		{"a dash is none", "— he said", "— he said"},
		{"an apostrophe stays as it is", "'tis", "'tis"},
		{"later in the cell", "a=1", "a=1"},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, cell(c.in)) })
	}
	t.Run("long numbers keep their digits", func(t *testing.T) {
		require.Equal(t, "'1234567890123456", cell("1234567890123456"))
		require.Equal(t, "123456789012345", cell("123456789012345"))
		require.Equal(t, "1234567890123456a", cell("1234567890123456a"))
	})
	t.Run("numbers are no formulas", func(t *testing.T) {
		var r csvRow
		r.Whole("", -3, true)
		require.Equal(t, "-3", string(r.b))
	})
}

func TestLongCellsFitASpreadsheet(t *testing.T) {
	units := func(s string) int { return len(utf16.Encode([]rune(s))) }
	for _, c := range []struct {
		name, in string
		cut      bool
	}{
		{"just fits", strings.Repeat("x", 32766), false},
		{"too long by one", strings.Repeat("x", 32767), true},
		{"many bytes, few characters", strings.Repeat("中", 32766), false},
		{"characters of two units", strings.Repeat("🙂", 16384), true},
		{"a formula too", strings.Repeat("=", 40000), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			records, err := csv.NewReader(strings.NewReader(cell(c.in))).ReadAll()
			require.NoError(t, err)
			got := records[0][0]
			require.LessOrEqual(t, units(got), 32767)
			require.True(t, utf8.ValidString(got))
			if !c.cut {
				require.Equal(t, c.in, got)
				return
			}
			head, tail, found := strings.Cut(got, " [… cut for spreadsheets; all ")
			require.True(t, found)
			require.True(t, strings.HasPrefix(c.in, strings.TrimPrefix(head, "'")))
			require.Greater(t, units(head), 32600)
			require.Contains(t, tail, "characters are in report.jsonl]")
		})
	}
}

// parse reads CSV by the letter of RFC 4180. encoding/csv takes CR LF within
// a cell for LF, so it cannot tell whether one was kept.
func parse(t *testing.T, s string) (records [][]string) {
	record := []string{}
	for s != "" {
		var b strings.Builder
		if s[0] == '"' {
			for s = s[1:]; ; s = s[1:] {
				if s == "" {
					t.Fatal("a cell is not closed")
				}
				if s[0] == '"' {
					if !strings.HasPrefix(s, `""`) {
						break
					}
					s = s[1:]
				}
				b.WriteByte(s[0])
			}
			s = s[1:]
		} else {
			n := strings.IndexAny(s, ",\"\r\n")
			require.GreaterOrEqual(t, n, 0)
			b.WriteString(s[:n])
			s = s[n:]
		}
		record = append(record, b.String())
		if strings.HasPrefix(s, ",") {
			s = s[1:]
			continue
		}
		require.True(t, strings.HasPrefix(s, "\r\n"), "%.20q follows a cell", s)
		s = s[2:]
		records = append(records, record)
		record = []string{}
	}
	require.Empty(t, record)
	return records
}

func FuzzCSV(f *testing.F) {
	f.Add("plain", "a,b", "=1+1", 7)
	f.Add("", "\r\n", `"`, -1)
	f.Add("\xFF\x00", "＝1", "\t", 0)
	f.Add(`"",""`, "'", "\n=", 32767)
	f.Fuzz(func(t *testing.T, a, b, c string, n int) {
		var r csvRow
		want := []string{a, b, c, string(appendWhole(nil, n)), "end"}
		for range 2 {
			r.Text("", a)
			r.Text("", b)
			r.Text("", c)
			r.Whole("", n, true)
			r.Text("", "end")
			r.end()
		}
		for i, s := range want[:3] {
			s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
			if s != "" && (long(s) || strings.ContainsAny(s[:min(3, len(s))], "=+-@\t\r＝＋－＠") && runs(s)) {
				s = "'" + s
			}
			want[i] = disarm(s, Comma)
		}
		got := parse(t, string(r.b))
		require.Len(t, got, 2)
		require.Equal(t, got[0], got[1])
		for i := range want {
			if len(want[i]) < longest {
				require.Equal(t, want[i], got[0][i])
			}
		}
		read, err := csv.NewReader(strings.NewReader(string(r.b))).ReadAll()
		require.NoError(t, err)
		for i := range want {
			if len(want[i]) < longest {
				require.Equal(t, strings.ReplaceAll(want[i], "\r\n", "\n"), read[1][i])
			}
		}
	})
}

// splitAnyhow splits a line of a CSV file as a spreadsheet does that takes
// another separator: at each, and at each line end, whatever is quoted.
func splitAnyhow(row string) []string {
	return strings.FieldsFunc(row, func(r rune) bool { return strings.ContainsRune(",;\t|\r\n", r) })
}

func TestFormulasAreHarmlessWhateverSeparatorIsTaken(t *testing.T) {
	for _, in := range []string{
		`Harbour;=HYPERLINK("http://example.org/?"&A1;"x")`, "a\t=1", "a|=1", "a\n=1", "a\r\n=1", "a\r=1", "a;+1", "a;-1", "a;@SUM(A1)",
		"a;;=1", "a;\t=1", "a; =1", `a;"=1"`, `a;" "=1`, "a;＝1", "a,=1", ";=1", "\n\n=1\n=2;=3",
	} {
		for _, separator := range []Separator{Comma, Semicolon, Tab} {
			r := csvRow{separator: separator}
			r.Text("", "first")
			r.Text("", in)
			for _, c := range splitAnyhow(string(r.b)) {
				if separator == Comma && strings.Contains(in, ",") {
					continue // it splits at commas as it should
				}
				c = strings.TrimLeft(c, ` "`)
				require.False(t, c != "" && runs(c), "%q in %q of %q", c, r.b, in)
			}
		}
	}
	require.Equal(t, `"a; b - c"`, cell("a; b - c"), "what is no formula stays")
	require.Equal(t, "\"a\n'- b\"", cell("a\n- b"))
}
