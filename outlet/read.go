package outlet

import (
	"bufio"
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// A row is one line of a table of outlets. README of the format:
//
// The first line names the columns, in any order; only name and sort must be
// there. Lists within a cell have | between their items.
//
//	name       as the outlet calls itself, with "The" where it does; unique
//	aliases    other names and short forms that mean this outlet alone
//	ambiguous  short forms that other outlets share. "the Post" needs an article
//	           before it in the text, "ABC" does not. A form with one star is what
//	           it means in the outlet's country, with two what it means anywhere,
//	           unless the text names another outlet of that form in full
//	needs      what the text must show before the name counts, where it is an
//	           ordinary word or an abbreviation of other things too:
//	             case  exactly these letters, capital and small
//	             the   an article before it, or a cue
//	             The   a capital "The" before it, or a cue
//	             cue   a word of sources beside it: told, reported, magazine, ...
//	             quoted quotation marks around it, or a word that says what it is
//	             local such a word in the press of its country, elsewhere only one
//	                   that says what it is: newspaper, magazine, agency, ...
//	             never nothing makes it count, only other forms do
//	           A need alone is of the name; FORM=NEED is of another form
//	domains    hosts, the main one first
//	sort       agency, releases, syndicate, pool, newspaper, broadcaster, magazine, journal, digital or platform
//	country    ISO 3166-1 alpha-2
//	owner      the group it belongs to
//
// Empty lines and lines that begin with # are left out.
type row struct {
	at                          string // file:line, for errors
	name                        string
	aliases, ambiguous, domains []string
	forms                       []rowForm       // of name, aliases and ambiguous, in that order
	needs                       map[string]need // by folded form
	sort                        Sort
	country, owner              string
	inHand                      bool // a piece of it is in hand
}

// A need is what a text must show before a form counts as a mention.
type need uint8

const (
	needNone need = iota
	needCase
	needArticle // "the" of any case, or a cue
	needThe     // "The" within a sentence, or a cue
	needInHand  // a capital within a sentence, or a cue
	needCue
	needQuoted // quotation marks, or a word that says what it is
	needNamed  // what no person does or stands in, or "the" and a cue: for outlets in hand whose names look like a person's
	needLocal  // a cue; away from its own country only one that says what it is
	needNever
)

var needNames = map[string]need{"case": needCase, "the": needArticle, "The": needThe, "cue": needCue, "quoted": needQuoted, "local": needLocal, "never": needNever}

// needOf returns what a form of r needs. Where a piece of the outlet is in hand, a cue
// does away from its own country too, and a capital letter as well.
func (r *row) needOf(f *rowForm) need {
	n := r.needs[f.key]
	if r.inHand && f.stars < 0 && guards(n) {
		return needInHand
	}
	return n
}

// guards reports whether n asks for a cue.
func guards(n need) bool { return n == needCue || n == needLocal || n == needNamed }

// A rowForm is one form of a row.
type rowForm struct {
	text  string
	key   string     // text folded
	words []formWord // of text; all gazetteers that hold the row share them
	stars int        // -1 for a form that is the row's own
	name  bool       // it is the row's name
}

// newRowForm returns a form that is a row's own.
func newRowForm(text string) rowForm {
	return rowForm{text: text, key: word.FoldName(text), words: formWords(text), stars: -1}
}

// gather sets r.forms.
func (r *row) gather() {
	r.forms = make([]rowForm, 0, 1+len(r.aliases)+len(r.ambiguous))
	name := newRowForm(r.name)
	name.name = true
	r.forms = append(r.forms, name)
	for _, a := range r.aliases {
		r.forms = append(r.forms, newRowForm(a))
	}
	for _, a := range r.ambiguous {
		f := newRowForm(strings.TrimRight(a, "*"))
		f.stars = len(a) - len(f.text)
		r.forms = append(r.forms, f)
	}
}

// outlet returns the outlet that r describes.
func (r *row) outlet() *Outlet {
	o := &Outlet{
		Name: r.name, Aliases: r.aliases, Domains: r.domains,
		Kind: r.sort.Kind(), Sort: r.sort, Country: r.country, Owner: r.owner,
	}
	for _, f := range r.forms {
		if f.stars >= 0 {
			o.Ambiguous = append(o.Ambiguous, f.text)
		}
	}
	return o
}

// without returns r without the forms whose keys are taken and without the
// hosts given. Its name stays the outlet's name even so, but no text is read as
// naming it.
func (r *row) without(taken, hosts map[string]bool) *row {
	rest := *r
	rest.forms = slices.DeleteFunc(slices.Clone(r.forms), func(f rowForm) bool { return taken[f.key] })
	rest.aliases = slices.DeleteFunc(slices.Clone(r.aliases), func(s string) bool { return taken[word.FoldName(s)] })
	rest.domains = slices.DeleteFunc(slices.Clone(r.domains), func(h string) bool { return hosts[h] })
	return &rest
}

// readOutlets reads a table of outlets. Errors begin with file:line.
func readOutlets(r io.Reader, file string) ([]*row, error) {
	cr := openTable(r)
	var columns []string
	var rows []*row
	seen := map[string]string{}
	for {
		cells, err := cr.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, tableError(file, err)
		}
		line, _ := cr.FieldPos(0)
		at := fmt.Sprintf("%s:%d", file, line)
		if columns == nil {
			if columns, err = readColumns(cells); err != nil {
				return nil, fmt.Errorf("%s: %w", at, err)
			}
			continue
		}
		o, err := readRow(columns, cells)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", at, err)
		}
		if o == nil {
			continue
		}
		o.at = at
		key := word.FoldName(o.name)
		if first, ok := seen[key]; ok {
			return nil, fmt.Errorf("%s: outlet %q stands already at %s", at, o.name, first)
		}
		seen[key] = at
		rows = append(rows, o)
	}
	if columns == nil {
		return nil, fmt.Errorf("%s: no line names the columns", file)
	}
	return rows, nil
}

// openTable returns a reader of a table, with or without a byte order mark, whatever stands between its columns.
// Lines that begin with # are left out, and rows may be of any length.
func openTable(r io.Reader) *csv.Reader {
	br := bufio.NewReader(r)
	if mark, _ := br.Peek(3); string(mark) == "\ufeff" {
		_, _ = br.Discard(3)
	}
	head, _ := br.Peek(4096)
	cr := csv.NewReader(br)
	cr.Comma, cr.Comment, cr.FieldsPerRecord, cr.LazyQuotes = separator(string(head)), '#', -1, true
	return cr
}

// tableError returns an error in reading a table, which names the file and, where it is known, the line.
func tableError(file string, err error) error {
	var wrong *csv.ParseError
	if errors.As(err, &wrong) {
		return fmt.Errorf("%s:%d: %w", file, wrong.Line, wrong.Err)
	}
	return fmt.Errorf("%s: %w", file, err)
}

// separator guesses what stands between the columns from the first line that
// is not a comment.
func separator(head string) rune {
	for line := range strings.Lines(head) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		for _, c := range "\t;" {
			if strings.ContainsRune(line, c) {
				return c
			}
		}
		break
	}
	return ','
}

func readColumns(cells []string) ([]string, error) {
	var columns []string
	for _, c := range cells {
		c = strings.ToLower(strings.TrimSpace(c))
		switch c {
		case "name", "aliases", "ambiguous", "needs", "domains", "sort", "country", "owner":
		case "":
			return nil, errors.New("a column has no name")
		default:
			return nil, fmt.Errorf("unknown column %q", c)
		}
		for _, other := range columns {
			if c == other {
				return nil, fmt.Errorf("column %q stands twice", c)
			}
		}
		columns = append(columns, c)
	}
	for _, must := range []string{"name", "sort"} {
		found := false
		for _, c := range columns {
			found = found || c == must
		}
		if !found {
			return nil, fmt.Errorf("no column %q", must)
		}
	}
	return columns, nil
}

// readRow reads one line; nil means an empty one.
func readRow(columns, cells []string) (*row, error) {
	r := &row{}
	var needs string
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		if i >= len(columns) {
			return nil, fmt.Errorf("%d cells, but only %d columns", len(cells), len(columns))
		}
		if !utf8.ValidString(cell) {
			return nil, fmt.Errorf("column %q is not UTF-8", columns[i])
		}
		switch columns[i] {
		case "name":
			r.name = cell
		case "aliases":
			r.aliases = items(cell)
		case "ambiguous":
			r.ambiguous = items(cell)
		case "needs":
			needs = cell
		case "domains":
			r.domains = items(cell)
		case "sort":
			r.sort = Sort(strings.ToLower(cell))
		case "country":
			r.country = strings.ToUpper(cell)
		case "owner":
			r.owner = cell
		}
	}
	if r.name == "" {
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			return nil, nil
		}
		return nil, errors.New("an outlet without a name")
	}
	return r, r.check(needs)
}

// items splits a cell at its bars and leaves out what is empty.
func items(cell string) (list []string) {
	for s := range strings.SplitSeq(cell, "|") {
		if s = strings.TrimSpace(s); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// check completes r with what needs says and finds its mistakes.
func (r *row) check(needs string) error {
	if r.sort.Kind() == Unknown {
		return fmt.Errorf("outlet %q: unknown sort %q", r.name, string(r.sort))
	}
	if r.country != "" && !isCountry(r.country) {
		return fmt.Errorf("outlet %q: country %q is not a code of two letters", r.name, r.country)
	}
	for i, d := range r.domains {
		if r.domains[i] = hostOf(d); r.domains[i] == "" {
			return fmt.Errorf("outlet %q: %q is not a host", r.name, d)
		}
	}
	r.gather()
	for i := range r.forms {
		if err := r.forms[i].check(); err != nil {
			return fmt.Errorf("outlet %q: %w", r.name, err)
		}
	}
	for _, item := range items(needs) {
		if err := r.addNeed(item); err != nil {
			return fmt.Errorf("outlet %q: %w", r.name, err)
		}
	}
	if german(r.country) {
		r.decline()
	}
	return nil
}

// isCountry reports whether s is two capital letters.
func isCountry(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}

func (f *rowForm) check() error {
	if n := strings.Count(f.key, " ") + 1; f.key == "" || n >= maxFormWords {
		return fmt.Errorf("form %q has no word or too many", f.text)
	}
	if f.stars < 0 && strings.HasSuffix(f.text, "*") {
		return fmt.Errorf("only an ambiguous form has stars, not %q", f.text)
	}
	if f.stars > 2 {
		return fmt.Errorf("form %q has more than two stars", f.text)
	}
	return nil
}

// addNeed adds a need of the table, NEED or FORM=NEED.
func (r *row) addNeed(item string) error {
	form, name, ok := strings.Cut(item, "=")
	if !ok {
		form, name = r.name, item
	}
	n, known := needNames[strings.TrimSpace(name)]
	if !known {
		return fmt.Errorf("unknown need %q", name)
	}
	folded := word.FoldName(form)
	if !slices.ContainsFunc(r.forms, func(f rowForm) bool { return f.key == folded }) {
		return fmt.Errorf("need of %q, which is none of its forms", form)
	}
	if r.needs == nil {
		r.needs = map[string]need{}
	}
	r.needs[folded] = n
	return nil
}

// maxFormWords is how many words a form has at most.
const maxFormWords = 9

//go:embed data/outlets-*.tsv data/larger.tsv data/near.tsv data/marks.tsv data/names-*.tsv
var tables embed.FS
