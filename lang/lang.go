package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/*.txt
var files embed.FS

// Most bounds the number of languages, so that a set of them fits in 16 bits.
const Most = 14

// A Language is what one file of data says.
type Language struct {
	Code string // ISO 639-1, lower case; "any" of the file of what no language owns

	rank     int
	sections []section
}

// A section is a stretch of a file below one heading. Several may have one name.
type section struct {
	name  string
	lines []Line
}

// A Line is a line of a section that is neither empty nor a remark.
type Line struct {
	Text   string // without white space at its ends
	File   string
	Number int // from 1
}

// Errorf returns an error about the line, which names file and line.
func (l Line) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", l.File, l.Number, fmt.Errorf(format, args...))
}

// All returns the languages, by rank. What they hold is not to be changed.
func All() []*Language { return data().languages }

// Any returns the words that no language owns.
func Any() *Language { return data().any }

// Index returns the place in All of the language with the given code, which
// may be followed by a region (pt-BR) and be in upper case, or -1.
func Index(code string) int {
	if len(code) < 2 || len(code) > 2 && code[2] != '-' && code[2] != '_' {
		return -1
	}
	for i, l := range All() {
		if strings.EqualFold(l.Code, code[:2]) {
			return i
		}
	}
	return -1
}

// Lines returns the lines of all sections of one name, in order.
func (l *Language) Lines(name string) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		for n, line := range l.Sections() {
			if n == name && !yield(line) {
				return
			}
		}
	}
}

// Words returns the words of all sections of one name, in order.
func (l *Language) Words(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range l.Lines(name) {
			for w := range strings.FieldsSeq(line.Text) {
				if !yield(w) {
					return
				}
			}
		}
	}
}

// Phrases returns the phrases of all sections of one name, in order. Commas stand
// between those of a line, and _ for a space at either end of one.
func (l *Language) Phrases(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range l.Lines(name) {
			for p := range strings.SplitSeq(line.Text, ",") {
				if p = strings.ReplaceAll(strings.TrimSpace(p), "_", " "); p != "" && !yield(p) {
					return
				}
			}
		}
	}
}

// Sections returns every line with the name of its section, in order.
func (l *Language) Sections() iter.Seq2[string, Line] {
	return func(yield func(string, Line) bool) {
		for i := range l.sections {
			for _, line := range l.sections[i].lines {
				if !yield(l.sections[i].name, line) {
					return
				}
			}
		}
	}
}

// A dataset is all files of data.
type dataset struct {
	languages []*Language // by rank
	any       *Language
}

// data reads the embedded files on first use. They are part of the program: an
// error in them is a programmer's mistake.
var data = sync.OnceValue(func() *dataset {
	d, err := read(files)
	if err != nil {
		panic("lang: " + err.Error())
	}
	return d
})

// read reads the files data/*.txt of fsys. There is a file any.txt, and no two
// languages have one rank.
func read(fsys fs.FS) (*dataset, error) {
	names, err := fs.Glob(fsys, "data/*.txt")
	if err != nil {
		return nil, err
	}
	d := new(dataset)
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		l, err := parse(name, string(text))
		if err != nil {
			return nil, err
		}
		if l.Code == "any" {
			d.any = l
			continue
		}
		if l.rank == 0 {
			return nil, fmt.Errorf("%s: no rank", name)
		}
		for _, other := range d.languages {
			if other.rank == l.rank {
				return nil, fmt.Errorf("%s: has the rank of data/%s.txt", name, other.Code)
			}
		}
		d.languages = append(d.languages, l)
	}
	switch {
	case d.any == nil:
		return nil, fmt.Errorf("no file data/any.txt")
	case len(d.languages) == 0 || len(d.languages) > Most:
		return nil, fmt.Errorf("%d languages, not 1 to %d", len(d.languages), Most)
	}
	slices.SortFunc(d.languages, func(a, b *Language) int { return a.rank - b.rank })
	return d, nil
}

// parse reads one file. Errors name file and line.
func parse(name, text string) (*Language, error) {
	l := &Language{Code: strings.TrimSuffix(path.Base(name), ".txt")}
	at := Line{File: name}
	for row := range strings.Lines(text) {
		at.Number++
		row, _, _ = strings.Cut(row, "#")
		if at.Text = strings.TrimSpace(row); at.Text == "" {
			continue
		}
		if heading, ok := strings.CutPrefix(at.Text, "["); ok {
			heading, ok = strings.CutSuffix(heading, "]")
			if !ok {
				return nil, at.Errorf("heading %q does not end in ]", at.Text)
			}
			if sections[heading] == "" {
				return nil, at.Errorf("unknown section %q", heading)
			}
			l.sections = append(l.sections, section{name: heading})
			continue
		}
		if len(l.sections) == 0 {
			return nil, at.Errorf("word before the first section")
		}
		s := &l.sections[len(l.sections)-1]
		s.lines = append(s.lines, at)
		if s.name == "rank" {
			var err error
			if l.rank, err = strconv.Atoi(at.Text); err != nil || l.rank < 1 {
				return nil, at.Errorf("rank %q is no number from 1 upwards", at.Text)
			}
		}
	}
	return l, nil
}
