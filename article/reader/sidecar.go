package reader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"wiretrace/article"
)

// A Sidecar is a table of what is known about files that do not say it
// themselves: a header, then one file a row. It does not change once it is
// read, and one may serve several scans.
type Sidecar struct {
	file string
	real string // its real path, so that a walk does not take it for articles
	rows []sidecarRow
	// at holds, for the base name of each row and for that without endings,
	// the rows that have it, in order.
	at       map[string][]int32
	problems []Problem // rows that cannot be used, which each scan reports
}

// A sidecarRow is one row.
type sidecarRow struct {
	name   string // of the file, with slashes, as the row has it
	number int    // of the row, the header being 1
	said   fields
}

// ReadSidecar reads a sidecar, which is written as tables of articles are
// (CSV, TSV, with semicolons, compressed) and has a column that names files:
// file, filename, path or the like, else id. All other columns that are named
// as keys of articles are (outlet, published, url, title, author, language)
// count, but for a text. charset is as in Options.
//
// Rows that cannot be used, or that no file is found for, are problems of each
// scan; an error says that the table could not be read at all. All of it is
// held in memory.
func ReadSidecar(file, charset string) (*Sidecar, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", file, because(err))
	}
	defer in.Close()
	s := &Sidecar{file: file, real: realPath(file), at: make(map[string][]int32)}
	if err := s.read(in, charset); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return s, nil
}

// read reads the table: a header, then a row a file or record.
func (s *Sidecar) read(in io.Reader, charset string) error {
	c := &scan{ctx: context.Background(), o: &Options{Charset: charset, MaxRecord: DefaultMaxRecord, Progress: new(Progress)}}
	src := &source{scan: c, file: file{path: s.file}}
	content, done, err := src.content(in)
	if err != nil {
		return err
	}
	defer done()
	head, _ := content.Peek(4)
	w := newWindow(utf8Stream(content, head), nil, DefaultMaxRecord)
	rows := tableRows{w: w}
	t, st := rows.header(charset)
	switch {
	case t == nil || st != whole:
		return errors.New("not a table with a header")
	case t.fileColumn() < 0:
		return fmt.Errorf("it has no column that names files: the columns are %s", t.list())
	}
	if t.guess(w.bytes(), charset); t.guessed {
		s.problems = append(s.problems, Problem{File: s.file, Reason: guess(t.charset)})
	}
	t.orderDates(src, w)
	var cells []string
	bad := func(format string, args ...any) {
		s.problems = append(s.problems, Problem{File: s.file, Record: numeral(rows.number), Reason: fmt.Sprintf(format, args...)})
	}
	for {
		data, st := rows.next()
		switch {
		case st == over && w.err == io.EOF:
			return nil
		case st == over || st == cut:
			return w.err
		case st == large:
			bad("%s%s", tooLarge(w.max), rows.unclosed())
			continue
		case len(strings.TrimSpace(string(data))) == 0:
			continue
		}
		text, _, err := decode(data, t.charset)
		if err != nil {
			bad("%s", err)
			continue
		}
		cells = t.cells(text, cells[:0])
		if len(cells) > len(t.names) && strings.TrimSpace(strings.Join(cells[len(t.names):], "")) != "" {
			bad("a row of %d cells under a header of %d", len(cells), len(t.names))
			continue
		}
		row := sidecarRow{number: rows.number}
		if i := t.fileColumn(); i < len(cells) {
			row.name = cleanName(cells[i])
		}
		if row.name == "" {
			bad("the row names no file")
			continue
		}
		t.fill(&row.said, cells)
		row.said.value[textField], row.said.lead = "", ""
		if row.said.date.Precision != article.NoTime {
			row.said.date.Source = sourceSidecar
		} else if row.said.badDate != "" {
			bad("%s", row.said.dateProblem())
		}
		if first := s.twin(row.name); first > 0 {
			bad("%s stands in row %d already", shorten(row.name), first)
			continue
		}
		s.add(row)
	}
}

// twin returns the number of the row that names the same file, 0 if none does.
func (s *Sidecar) twin(name string) int {
	for _, n := range s.at[path.Base(name)] {
		if s.rows[n].name == name {
			return s.rows[n].number
		}
	}
	return 0
}

// add keeps a row under the names by which it will be looked for.
func (s *Sidecar) add(row sidecarRow) {
	n := int32(len(s.rows))
	s.rows = append(s.rows, row)
	base := path.Base(row.name)
	s.at[base] = append(s.at[base], n)
	if bare := bareName(base); bare != base {
		s.at[bare] = append(s.at[bare], n)
	}
}

// fileColumn returns the column that names files, -1 if there is none.
func (t *table) fileColumn() int {
	best, bestRank := -1, 100
	for i, name := range t.names {
		var buf [40]byte
		rank := 100
		switch string(foldKey(buf[:0], []byte(name))) {
		case "file", "filepath":
			rank = 1
		case "path", "localpath":
			rank = 2
		case "filename", "textfile", "articlefile":
			rank = 3
		case "fichero", "archivo", "arquivo", "ficheiro", "fichier", "datei", "dateiname":
			rank = 4
		case "name":
			rank = 5
		case "id", "articleid", "docid":
			rank = 6
		}
		if rank < bestRank {
			best, bestRank = i, rank
		}
	}
	return best
}

// cleanName writes the name of a file with slashes and without ./ before it.
func cleanName(name string) string {
	name = strings.TrimSpace(name)
	if name == "" {
		return ""
	}
	return path.Clean(strings.ReplaceAll(name, "\\", "/"))
}

// bareName cuts off the endings of a base name that say what form a file has.
func bareName(base string) string {
	pack, ending := endings(base)
	if pack != "" {
		base = base[:len(base)-len(pack)]
	}
	if ending != "" && len(base) > len(ending) && strings.EqualFold(base[len(base)-len(ending):], ending) {
		base = base[:len(base)-len(ending)]
	}
	return base
}

// is reports whether the file at a path is the sidecar, which holds no articles.
func (s *Sidecar) is(path string) bool {
	return s != nil && filepath.Base(path) == filepath.Base(s.file) && realPath(path) == s.real
}

// A sidecarUse is a sidecar in one scan, with what has been used of it.
type sidecarUse struct {
	*Sidecar
	used []string // for each row the file it was used for
	told []bool   // for each row, whether a second file was reported
	last string   // the file looked for last, with its row
	row  *fields
	left map[string]bool // base names, with and without endings, of files left out of the scan

	problem func(Problem)
}

// use prepares s for a scan.
func (s *Sidecar) use(problem func(Problem)) sidecarUse {
	if s == nil {
		return sidecarUse{}
	}
	for _, p := range s.problems {
		p.Kind = Warning // the files that they are about are read
		problem(p)
	}
	return sidecarUse{Sidecar: s, used: make([]string, len(s.rows)), told: make([]bool, len(s.rows)), problem: problem}
}

// find returns what the sidecar says of a record: the row that names it as it
// is named in the report (file.jsonl#3), else the one that names its file.
func (s *sidecarUse) find(r *Record) *fields {
	if r.Number != 0 {
		if row := s.lookup(r.id(""), r.File+"#"+numeral(r.Number)); row != nil {
			return row
		}
	}
	if r.File != s.last {
		s.last, s.row = r.File, s.lookup(r.Name, r.File)
	}
	return s.row
}

// lookup returns the row for the file of the name below the PATH given, and of
// the path as the user named it. Of several, the one that shares most of the
// path counts. A row counts for one file only: where it could mean several, as
// one without a folder may, for the first.
func (s *sidecarUse) lookup(name, file string) *fields {
	file = cleanName(filepath.ToSlash(file))
	rows := s.at[path.Base(name)]
	if rows == nil {
		rows = s.at[bareName(path.Base(name))]
	}
	best, bestLen := int32(-1), -1
	for _, n := range rows {
		key, name, file := s.rows[n].name, name, file
		if key == bareName(key) {
			name, file = bareName(name), bareName(file)
		}
		if len(key) > bestLen && (endsIn(file, key) || endsIn(key, name)) {
			best, bestLen = n, len(key)
		}
	}
	if best < 0 {
		return nil
	}
	row := &s.rows[best]
	switch s.used[best] {
	case "":
		s.used[best] = file
	case file:
	default:
		if !s.told[best] {
			s.told[best] = true
			s.problem(Problem{
				File: s.file, Record: numeral(row.number), Kind: Warning,
				Reason: fmt.Sprintf("%s names several files; it is used for the first, %s", shorten(row.name), s.used[best]),
			})
		}
		return nil
	}
	return &row.said
}

// endsIn reports whether the last parts of path are those of tail.
func endsIn(path, tail string) bool {
	return strings.HasSuffix(path, tail) && (len(path) == len(tail) || path[len(path)-len(tail)-1] == '/')
}

// leave notes that a file was left out of the scan, so that what the sidecar
// says of it, or of records in it, is not reported as of no file.
func (s *sidecarUse) leave(name string) {
	if s.Sidecar == nil {
		return
	}
	if s.left == nil {
		s.left = map[string]bool{}
	}
	base := path.Base(name)
	s.left[base], s.left[bareName(base)] = true, true
}

// unused reports the rows that no file was found for.
func (s *sidecarUse) unused() {
	if s.Sidecar == nil {
		return
	}
	for n := range s.rows {
		base, _, _ := strings.Cut(path.Base(s.rows[n].name), "#")
		if s.used[n] == "" && !s.left[base] {
			s.problem(Problem{File: s.file, Record: numeral(s.rows[n].number), Kind: Warning, Reason: fmt.Sprintf("no file was found for %s", shorten(s.rows[n].name))})
		}
	}
}
