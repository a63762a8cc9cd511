package reader

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

func TestTables(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("Título;Texto\r\n\"Año nuevo\";\"El texto; con más.\"\r\n")
	require.NoError(t, err)
	wideTable, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("Title\tOutlet\tText\r\nAño nuevo\tEl Faro\tEl texto; con más.\r\nNi\x00ño\tEl Faro\tEl otro.\r\n")
	require.NoError(t, err)
	latin, err := charmap.Windows1252.NewEncoder().String("Titel;Text\nMünchen;Ein schöner Tag.\n")
	require.NoError(t, err)
	one := summary{ID: "t.csv#2", Title: "A title", Text: "The text."}
	tests := []struct {
		name, file, in string
		want           []summary
	}{
		{"commas", "t.csv", "title,text\nA title,The text.\n", []summary{one}},
		{"semicolons", "t.csv", "title;text\nA title;The text.\n", []summary{one}},
		{"tabs", "t.csv", "title\ttext\nA title\tThe text.\n", []summary{one}},
		{"bars", "t.csv", "title|text\nA title|The text.\n", []summary{one}},
		{"byte order mark", "t.csv", "\ufefftitle,text\r\nA title,The text.\r\n", []summary{one}},
		{"quoted header with a mark", "t.csv", "\ufeff\"title\",\"text\"\r\n\"A title\",\"The text.\"\r\n", []summary{one}},
		{"no end of line at the end", "t.csv", "title,text\nA title,\"The text.\"", []summary{one}},
		{"carriage returns only", "t.csv", "title,text\rA title,The text.\r", []summary{one}},
		{"separator declared", "t.csv", "sep=;\r\ntitle;text\r\nA title;The text.\r\n", []summary{{ID: "t.csv#3", Title: "A title", Text: "The text."}}},
		{"below what was asked for", "t.csv", "\ufeffReport:,Bulk Mentions\nLabel:,\"boats, 2025\"\nTo:,Wed Oct 01 00:00:00 UTC 2025\n\nQuery Id,Date,Title,Url,Sentiment,Full Text\n7,2025-03-12 06:10:00.0,A title,https://example.com/a,neutral,The text.\n", []summary{{ID: "t.csv#6", Title: "A title", URL: "https://example.com/a", Published: "2025-03-12T06:10:00", Source: "field Date", Text: "The text."}}},
		{"below the name of the list", "t.csv", "Boats\nHeadline;Date;Source;Text\nA title;2025-03-12;The Example;The text.\n", []summary{{ID: "t.csv#3", Title: "A title", Outlet: "The Example", Published: "2025-03-12", Source: "field Date", Text: "The text."}}},
		{"a text that lists columns", "t.csv", "title,text\nA title,\"The text.\n\ntitle,date,text\"\n", []summary{{ID: "t.csv#2", Title: "A title", Text: "The text.\n\ntitle,date,text"}}},
		{"compressed", "t.csv.gz", gz(t, "title,text\nA title,The text.\n"), []summary{{ID: "t.csv.gz#2", Title: "A title", Text: "The text."}}},
		{"no ending", "table", "title,text\nA title,The text.\n", []summary{{ID: "table#2", Title: "A title", Text: "The text."}}},
		{"French columns", "t.csv", "Titre,Date de publication,Texte,Source,Auteur,Lien\nA title,12 mars 2024,The text.,Le Phare,Ada Crane,https://phare.example/1\n", []summary{{ID: "t.csv#2", Title: "A title", Byline: "Ada Crane", Outlet: "Le Phare", URL: "https://phare.example/1", Published: "2024-03-12", Source: "field Date de publication", Text: "The text."}}},
		{"Russian columns", "t.csv", "Заголовок,Дата,Текст,Источник\nA title,12.03.2024,The text.,Маяк\n", []summary{{ID: "t.csv#2", Title: "A title", Outlet: "Маяк", Published: "2024-03-12", Source: "field Дата", Text: "The text."}}},
		{"UTF-16 from Excel", "t.csv", utf16, []summary{{ID: "t.csv#2", Title: "Año nuevo", Language: "es", Text: "El texto; con más."}}},
		{"Unicode text from Excel, with a zero", "t.txt", wideTable, []summary{{ID: "t.txt#2", Title: "Año nuevo", Outlet: "El Faro", Language: "es", Text: "El texto; con más."}, {ID: "t.txt#3", Title: "Niño", Outlet: "El Faro", Language: "es", Text: "El otro."}}},
		{"tabs under the name of a text", "t.txt", "Title\tAuthor\tText\nA title\tAda Crane\tThe text.\nB\tJo Field\tNext.\n", []summary{{ID: "t.txt#2", Title: "A title", Byline: "Ada Crane", Text: "The text."}, {ID: "t.txt#3", Title: "B", Byline: "Jo Field", Text: "Next."}}},
		{"HTML in CDATA", "t.csv", "title,body\n<![CDATA[A title]]>,<![CDATA[<p>One &amp; only.</p><p>Two.</p>]]>\n", []summary{{ID: "t.csv#2", Title: "A title", Text: "One & only.\n\nTwo."}}},
		{"a text in CDATA", "t.csv", "title,text\nA title,<![CDATA[The text.]]>\n", []summary{one}},
		{"what speaks of CDATA", "t.csv", "title,text\nA title,Write <![CDATA[ before it.\n", []summary{{ID: "t.csv#2", Title: "A title", Text: "Write <![CDATA[ before it."}}},
		{"windows-1252 from Excel", "t.csv", latin, []summary{{ID: "t.csv#2", Title: "München", Language: "de", Text: "Ein schöner Tag."}}},
		{
			"line breaks, commas and marks in cells", "t.csv", "text,title\r\n\"One.\r\n\r\nTwo, and \"\"three\"\".\",\"A \"\"title\"\"\"\r\nNext.,B\r\n",
			[]summary{{ID: "t.csv#2", Title: `A "title"`, Text: "One.\r\n\r\nTwo, and \"three\"."}, {ID: "t.csv#3", Title: "B", Text: "Next."}},
		},
		{
			"marks that were not doubled", "t.csv", "title,text\nA,\"He said \"no\" twice.\"\nB,Then \"yes\".\n",
			[]summary{{ID: "t.csv#2", Title: "A", Text: `He said "no" twice.`}, {ID: "t.csv#3", Title: "B", Text: `Then "yes".`}},
		},
		{
			"all columns", "t.csv", "id,url,source,authors,published_at,lang,headline,body,score\n17,https://example.com/a,The Example,\"['Ada Crane', 'Jo Field']\",2024-08-17 11:04:59+00:00,en,A title,The text.,0.5\n",
			[]summary{{"17", "A title", "Ada Crane, Jo Field", "The Example", "https://example.com/a", "en", "2024-08-17T11:04:59Z", "field published_at", "The text."}},
		},
		{
			"the index of pandas", "t.csv", ",text,date\n0,One.,nan\n1,Two.,2024-08-17\n",
			[]summary{{ID: "t.csv#2", Text: "One."}, {ID: "t.csv#3", Published: "2024-08-17", Source: "field date", Text: "Two."}},
		},
		{
			"a dump without marks", "t.tsv", "id\ttext\n1\t\"Open\" is the word.\\nA second line.\n2\t\"Not closed\n3\tThree.\n4\t\\N\n5\tFive.\n",
			[]summary{{ID: "1", Text: "\"Open\" is the word.\nA second line."}, {ID: "2", Text: `"Not closed`}, {ID: "3", Text: "Three."}, {ID: "5", Text: "Five."}},
		},
		{"marks in tabs", "t.tsv", "title\ttext\nA\t\"One\ttwo\nthree\"\nB\tFour.\n", []summary{{ID: "t.tsv#2", Title: "A", Text: "One\ttwo\nthree"}, {ID: "t.tsv#3", Title: "B", Text: "Four."}}},
		{"header again", "t.csv", "title,text\nA title,The text.\ntitle,text\nA title,The text.\n", []summary{one, {ID: "t.csv#4", Title: "A title", Text: "The text."}}},
		{"empty rows", "t.csv", "\ntitle,text\n\n\nA title,The text.\n\n", []summary{{ID: "t.csv#5", Title: "A title", Text: "The text."}}},
		{"empty cells at the end", "t.csv", "title,text\nA title,The text.,,\n", []summary{one}},
		{"one column", "t.csv", "text\nThe text.\n", []summary{{ID: "t.csv#2", Text: "The text."}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{tt.file: tt.in})
			articles, problems := read(t, dir, Options{}, filepath.Join(dir, tt.file))
			if tt.name != "a dump without marks" {
				require.Empty(t, problems)
			}
			var got []summary
			for _, a := range articles {
				got = append(got, summarize(a))
			}
			require.Equal(t, tt.want, got)
		})
	}
}

func TestBadTables(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.csv": "title,text\nA,One.\nB\nC,Three,3.\nD,Four.\nG,\"\"\nH,Eight.\n",
		"b.csv": "planet,size\nx,1\n",
		"c.csv": "file,outlet\nx.txt,The Example\n",
		"d.csv": "Just a line.\n",
		"e.csv": "",
		"f.csv": "title,text\nA,One.\nB,\"" + strings.Repeat("x", 2000) + "\nmore\"\nC,Three.\n",
		"g.csv": "title,text\nA,One.\nB,\"" + strings.Repeat("never closed\n", 200),
		"k.csv": "title,text\nA,One.\nB,\"Two.\nC,Three.\nD,Four.\n",
		"l.csv": "title,text\nA,One.\nB,\"Two.\"",
		"h.csv": "date,text\n31/31/2024,One.\n2024-02-30,Two.\n1970-01-01,Three.\n",
		"i.csv": "\x00\x01\x02",
		"j.csv": "title,text\nA,O\x00ne.\nB,Two.\n",
	})
	articles, problems := read(t, dir, Options{MaxRecord: 1000}, dir)
	require.Equal(t, []string{
		"a.csv#2", "a.csv#5", "a.csv#7", "f.csv#2", "f.csv#4", "g.csv#2", "h.csv#2", "h.csv#3", "h.csv#4", "j.csv#3", "k.csv#2", "k.csv#3", "l.csv#2", "l.csv#3",
	}, ids(articles))
	require.Equal(t, []string{
		"a.csv: record 3: a row of 1 cells under a header of 2",
		"a.csv: record 3: the text is empty",
		"a.csv: record 4: a row of 3 cells under a header of 2",
		"a.csv: record 6: the text is empty",
		"b.csv: a table without a column of texts: the columns are planet, size",
		"c.csv: a table without a column of texts: the columns are file, outlet (--meta reads it as a description of other files)",
		"d.csv: not a table: the first line is no header",
		"e.csv: the file is empty",
		"f.csv: record 3: larger than 1000 bytes, the limit of a record",
		"g.csv: record 3: larger than 1000 bytes, the limit of a record; the table ends inside quotation marks that it does not close",
		"h.csv: record 2: date not understood: 31/31/2024",
		"h.csv: record 3: date not understood: 2024-02-30",
		"h.csv: record 4: date not understood: 1970-01-01",
		"i.csv: not a table: the first line is no header",
		"j.csv: record 2: not text: it holds bytes that no text has",
		"k.csv: record 3: the table ends inside quotation marks that it does not close: all that follows the mark is read as this row",
	}, problems)
}

// TestHugeCell reads a cell of a hundred megabytes, which is never held.
func TestHugeCell(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 100 MB")
	}
	in := io.MultiReader(
		strings.NewReader("title,text\nA,One.\nB,\""),
		io.LimitReader(repeating("No end, \"\"no\"\" end.\n"), 100<<20),
		strings.NewReader("\"\nC,Three.\n"),
	)
	var got []string
	scan := &scan{ctx: t.Context(), o: &Options{MaxRecord: DefaultMaxRecord, Progress: new(Progress)}, forms: forms()}
	scan.emit = func(r *Record) error {
		got = append(got, string(r.Data))
		return nil
	}
	scan.report = func(p Problem) { got = append(got, p.String()) }
	src := &source{scan: scan, file: file{path: "t.csv", name: "t.csv", named: true}, ending: ".csv", size: -1}
	require.NoError(t, src.read(in))
	require.Equal(t, []string{"A,One.", "t.csv: record 3: larger than 8 MiB, the limit of a record", "C,Three."}, got)
	require.Less(t, len(scan.block), 64<<20)
}

// repeating repeats s for ever.
func repeating(s string) io.Reader { return &repeater{s: s} }

type repeater struct {
	s string
	i int
}

func (r *repeater) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		k := copy(p[n:], r.s[r.i:])
		n += k
		r.i = (r.i + k) % len(r.s)
	}
	return n, nil
}

// TestTableRoundTrip writes tables as RFC 4180 says and reads them back.
func TestTableRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		comma := rapid.SampledFrom([]string{",", ";", "\t", "|"}).Draw(t, "comma")
		cell := rapid.StringMatching(`[a-z ",;|\t\n]{0,20}`)
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 2, 2), 1, 5).Draw(t, "rows")
		quote := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
		in := "title" + comma + "text\n"
		for _, row := range rows {
			in += quote(row[0]) + comma + quote(row[1]) + "\n"
		}
		w := newWindow(iotest.OneByteReader(strings.NewReader(in)), nil, DefaultMaxRecord)
		r := tableRows{w: w}
		table, st := r.header("")
		require.Equal(t, whole, st)
		require.Equal(t, []string{"title", "text"}, table.names)
		for _, row := range rows {
			data, st := r.next()
			require.Equal(t, whole, st)
			require.Equal(t, row, table.cells(string(data), nil))
		}
		_, st = r.next()
		require.Equal(t, over, st)
	})
}

func FuzzTable(f *testing.F) {
	f.Add("title,text\nA,\"One\nTwo\"\"\"\nB,Two,3\n")
	f.Add("sep=;\n\ufeffa;text\n\"x;y\n")
	f.Add("id\ttext\n1\t\"a\\n\n2\tb\"\n")
	f.Fuzz(func(t *testing.T, data string) {
		w := newWindow(iotest.OneByteReader(strings.NewReader(data)), nil, 100)
		rows := tableRows{w: w}
		head, _ := rows.header("")
		if head == nil {
			return
		}
		again := tableRows{w: newWindow(strings.NewReader(data), nil, 100)}
		again.header("")
		for {
			row, st := rows.next()
			row2, st2 := again.next()
			require.Equal(t, st, st2, "the pieces in which a table comes do not matter")
			require.Equal(t, string(row), string(row2))
			if st == over {
				return
			}
			require.LessOrEqual(t, len(row), 100)
			if st != whole {
				continue
			}
			r := &Record{Name: "t", Number: rows.number, Data: row, around: head, form: tableForm(), o: &Options{}}
			articles, problems := r.Parse()
			require.NotZero(t, len(articles)+len(problems))
		}
	})
}

// sampleTable returns a table of n articles.
func sampleTable(n int) string {
	var b strings.Builder
	b.WriteString("id,title,text,authors,date,url,source\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,A harbour stays open,\"%s\",Ada Crane,2024-08-17 11:04:59,https://example.com/%d,example.com\n", i, strings.ReplaceAll(sample(i), `"`, `""`), i)
	}
	return b.String()
}

func BenchmarkTable(b *testing.B) { benchFile(b, "t.csv", sampleTable(10_000)) }

// benchFile measures the scanning of a file, and its reading with all parsing,
// by one goroutine.
func benchFile(b *testing.B, name, content string) {
	b.Helper()
	dir := folder(b, map[string]string{name: content})
	b.Run("scan", func(b *testing.B) { benchScan(b, dir, int64(len(content)), false) })
	b.Run("walk", func(b *testing.B) { benchScan(b, dir, int64(len(content)), true) })
}

func TestDatesOfColumns(t *testing.T) {
	rows := func(dates ...string) string {
		var b strings.Builder
		b.WriteString("date,text\n")
		for _, d := range dates {
			b.WriteString(d + ",A text.\n")
		}
		return b.String()
	}
	far := make([]string, 9000) // beyond what is seen of the beginning
	for i := range far {
		far[i] = "03/04/2025"
	}
	const open = " (nothing shows whether the day or the month comes first)"
	for _, tt := range []struct {
		name, file, in string
		want           []string // of the first rows
		problem        string   // the first
	}{
		{"month first", "t.csv", rows("03/12/2025", "4/22/2025"), []string{"2025-03-12", "2025-04-22"}, ""},
		{"day first", "t.csv", rows("03/12/2025", "22/04/2025", "03/12/25"), []string{"2025-12-03", "2025-04-22", "2025-12-03"}, ""},
		{"with times", "t.csv", rows("03/12/2025 8:15 PM", "4/22/2025 9:00 AM"), []string{"2025-03-12T20:15", "2025-04-22T09:00"}, ""},
		{"hyphens", "t.csv", rows("03-12-2025", "22-04-2025"), []string{"2025-12-03", "2025-04-22"}, ""},
		{"nothing tells", "t.csv", rows("03/04/2025", "05/06/2025"), []string{"", ""}, "t.csv: record 2: date not understood: 03/04/2025" + open},
		{"rows that contradict each other", "t.csv", rows("03/04/2025", "22/04/2025", "4/22/2025"), []string{"", "2025-04-22", "2025-04-22"}, "t.csv: record 2: date not understood: 03/04/2025" + open},
		{"the last of many tells", "t.csv", rows(append(far, "12/31/2025")...), []string{"2025-03-04"}, ""},
		{"the last of many tells, compressed", "t.csv.gz", gz(t, rows(append(far, "31/12/2025")...)), []string{"2025-04-03"}, ""},
		{"columns by themselves", "t.csv", "published,created,text\n,03/04/2025,A text.\n22/04/2025,4/22/2025,A text.\n", []string{"2025-03-04", "2025-04-22"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{tt.file: tt.in})
			articles, problems := read(t, dir, Options{}, dir)
			got := make([]string, len(tt.want))
			for i := range got {
				got[i] = articles[i].Published.String()
			}
			require.Equal(t, tt.want, got)
			if tt.problem == "" {
				require.Empty(t, problems)
			} else {
				require.Equal(t, tt.problem, problems[0])
			}
		})
	}
}

func TestMarksBehindBackslashes(t *testing.T) {
	dir := folder(t, map[string]string{"t.csv": "title,text,url\n" +
		`"A \"title\"","He said \"no\", and went. C:\\",https://example.com/a` + "\n" +
		`B,"\"Yes\", she said,` + "\n" + `and stayed.",https://example.com/b` + "\n"})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 2)
	require.Equal(t, summary{ID: "t.csv#2", Title: `A "title"`, URL: "https://example.com/a", Text: `He said "no", and went. C:\`}, summarize(articles[0]))
	require.Equal(t, "\"Yes\", she said,\nand stayed.", articles[1].Text)
}

func TestZeroBytesInCells(t *testing.T) {
	dir := folder(t, map[string]string{"t.csv": "title,text\nA,\"The bo\x00ard voted on Tuesday night to close the slip for eleven months.\"\nB,Second.\n"})
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"t.csv: record 2: a zero byte is left out"}, problems)
	require.Equal(t, []string{"t.csv#2", "t.csv#3"}, ids(articles))
	require.Equal(t, "The board voted on Tuesday night to close the slip for eleven months.", articles[0].Text)
}
