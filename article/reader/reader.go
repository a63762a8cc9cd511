package reader

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/zeebo/xxh3"
	"golang.org/x/net/html/charset"

	"wiretrace/article"
	webpage "wiretrace/article/page"
	"wiretrace/internal/fault"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// DefaultMaxRecord is the size above which a record is left out, in bytes. The
// longest articles of newspapers have a tenth of a mebibyte.
const DefaultMaxRecord = 8 << 20

// Options say how to read. The zero value reads everything but standard input.
type Options struct {
	// MaxRecord is the largest record that is read, in bytes after
	// decompression: a line, an element of a JSON array, or a whole file of
	// one article. What is larger is a Problem and never held. Zero means
	// DefaultMaxRecord.
	MaxRecord int64
	// Stdin is what the path "-" reads.
	Stdin io.Reader
	// Charset is the label of the character set of input that is not Unicode
	// and does not declare its own, as the WHATWG names it ("shift_jis").
	// Empty means what its bytes look like, with a Problem that says so, else
	// windows-1252, which Western text is in when it is not UTF-8.
	Charset string
	// Skip reports whether a folder met in a walk is left out with all it
	// holds, such as an older report. Nil leaves out none.
	Skip func(dir string) bool
	// Ignore reports whether a file is passed over as if it were not there. Nil
	// passes over none.
	Ignore func(path string) bool
	// Visit is asked about each regular file that is to be read, met in a walk
	// or named, before it is opened: one function after the other, until one
	// says that the file is to be left out. That is no Problem; Progress counts
	// it. Each is told the path as the user named it and what the file itself
	// is, not a link to it. Size asks them too, so that they may be called more
	// than once for a file and from several goroutines.
	Visit []func(path string, info fs.FileInfo) (skip bool)
	// Meta, if not nil, is what is known of the files from elsewhere. It fills
	// what the records leave open.
	Meta *Sidecar
	// Now bounds what is believed of dates: one more than a day and a half
	// after it is a Problem and left out. The zero Time believes all.
	Now time.Time
	// Progress, if not nil, counts what has been read. It may be looked at
	// from other goroutines at any time.
	Progress *Progress
}

// Progress counts what a scan has read so far.
type Progress struct {
	Files   atomic.Int64 // files finished, readable or not
	Bytes   atomic.Int64 // bytes read from them, before decompression
	Records atomic.Int64 // records found in them

	Skipped      atomic.Int64 // files left out by Options.Visit
	SkippedBytes atomic.Int64 // bytes they have
}

// A Problem is an input, or a part of one, that could not be read as it should.
type Problem struct {
	File   string // as the user named it
	Record string // number of the record in a file of many: the line, or the element of a JSON array; empty for the whole file
	Reason string // one line for people, lower case, without the file's name
	Within string // the file on disk, where File lies in an archive; empty elsewhere
	Fault  bool   // a panic: another version may read it
	Bound  bool   // larger than what an option allows: another run may read it
	Kind   Kind
}

// A Kind says how bad a problem is.
type Kind uint8

// The kinds of problems.
const (
	Lost    Kind = iota // an input, a record or a part of one is missing
	Folder              // all that lies in a folder, or under a path that was given, is missing: nobody knows how much
	Warning             // it was read, and is not quite as it should be
)

// String returns the kind as problems.csv has it.
func (k Kind) String() string {
	switch k {
	case Folder:
		return "folder"
	case Warning:
		return "warning"
	}
	return "lost"
}

// String returns the problem as one line that a terminal shows as it is.
func (p Problem) String() string {
	text := p.File + ": "
	if p.Record != "" {
		text += "record " + p.Record + ": "
	}
	return word.Printable(text + p.Reason)
}

// ErrNoInput says that none of the paths given could be opened, or that no file lies
// there.
var ErrNoInput = errors.New("nothing to read")

// A Record is the raw form of one article, or of the few that one small file
// holds. Records share no state that changes, so that each may be parsed on
// another goroutine.
type Record struct {
	File   string // as the user named it; "-" for standard input
	Name   string // path below the PATH given, with slashes; the base name of a PATH that is a file; "stdin"
	Number int    // line, or element of an array, from 1; 0 in a file of one article
	Data   []byte // decompressed; not to be changed, since neighbours may share the memory

	within string  // Problem.Within
	key    string  // in a JSON object of articles: the key this one stands under
	url    string  // the address it was fetched from, where a web archive says so
	around any     // what parse needs of the file around the record; shared, of a type of the form's own
	meta   *fields // what Options.Meta says of it
	form   *form
	o      *Options
}

// Parse decodes the record. It depends on nothing but the record, and the
// articles share no memory with it. A record that holds no readable article
// gives only a problem; one may also give an article and a problem, as when
// its date was not understood.
func (r *Record) Parse() ([]article.Article, []Problem) {
	articles, problems := r.form.parse(r)
	for i := range articles {
		r.showVisible(&articles[i])
	}
	articles, walls := withoutWalls(articles)
	for i := range articles {
		problems = r.place(&articles[i], problems)
		// What is not told here is told by its commonest words when it is laid out.
		switch a := &articles[i]; a.Language {
		case "":
			if code := lang.Of(a.Text); code != "en" {
				a.Language = code
			}
		default:
			a.Language = cmp.Or(lang.Instead(a.Language, a.Text), a.Language)
		}
	}
	if len(articles) > 0 { // it was read
		for i := range problems {
			problems[i].Kind = Warning
		}
	}
	for _, wall := range walls {
		problems = append(problems, r.problem("%s", wall))
	}
	return articles, problems
}

// showVisible takes the characters that show nothing, such as soft hyphens, out of the fields of
// an article, and out of its text where that is not what the file holds to the letter.
func (r *Record) showVisible(a *article.Article) {
	a.Title, a.Byline, a.Outlet = word.Visible(a.Title), word.Visible(a.Byline), word.Visible(a.Outlet)
	if _, export := r.around.(exportKind); export || !r.form.exact {
		a.Text = word.Visible(a.Text)
	}
}

// withoutWalls leaves out what stood in the place of an article where it was
// fetched, such as a question whether a person reads it, and returns what each was.
func withoutWalls(articles []article.Article) (kept []article.Article, walls []string) {
	kept = articles[:0]
	for _, a := range articles {
		if wall := webpage.Wall(a.Title, a.Text[a.Preamble:]); wall != "" {
			walls = append(walls, wall)
			continue
		}
		kept = append(kept, a)
	}
	return kept, walls
}

// Page returns a key of the page that the record is, to know it again under
// another name; ok is false if it is none. It changes with the way in which
// pages are read.
func (r *Record) Page() (key uint64, ok bool) {
	if !r.form.page || r.meta != nil {
		return 0, false
	}
	return max(xxh3.HashSeed(r.Data, webpage.Version), 1), true
}

// Again returns what Parse would of a page that was read before under another
// name, if it depended on that name in nothing but its id: a is what was read
// then.
func (r *Record) Again(a article.Article) (_ article.Article, ok bool) {
	if a.URL == "" || a.URL == r.url || a.Published.Precision == article.NoTime || a.Published.Source == article.SourcePath {
		return a, false
	}
	a.ID, a.File, a.Record = r.id(""), r.File, r.Number
	return a, true
}

// id returns the id of an article: its own, else one made of the record's name
// and number.
func (r *Record) id(own string) string {
	if own = strings.TrimSpace(own); own != "" {
		return own
	}
	if r.Number == 0 {
		return r.Name
	}
	return r.Name + "#" + strconv.Itoa(r.Number)
}

// problem makes a problem of the record.
func (r *Record) problem(format string, args ...any) Problem {
	return Problem{File: r.File, Record: numeral(r.Number), Reason: fmt.Sprintf(format, args...), Within: r.within, Bound: haveLimit(args)}
}

// numeral writes the number of a record, nothing for that of a file of one.
func numeral(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Scan finds the records under paths and hands each to emit, and what cannot
// be read to problem, both from the goroutine that called it and in an order
// that depends on the paths and the files only: the paths as given, folders by
// name. An error of emit, or the end of ctx, stops it and is returned.
//
// A path is a file, a folder (walked; hidden files left out) or "-" for
// standard input, read as JSON lines. A file is read once, however many of the
// paths and links lead to it. A path that cannot be opened is a problem like
// any other, unless none can, or no file lies there: then Scan returns an error
// that wraps ErrNoInput.
// The problems have been reported all the same. A file that it panics over is a
// problem too; the records found before stay.
func Scan(ctx context.Context, paths []string, o Options, emit func(*Record) error, problem func(Problem)) error {
	if o.MaxRecord <= 0 {
		o.MaxRecord = DefaultMaxRecord
	}
	if o.Progress == nil {
		o.Progress = new(Progress)
	}
	if e, _ := charset.Lookup(o.Charset); e == nil && o.Charset != "" {
		return fmt.Errorf("unknown character set %q", o.Charset)
	}
	s := &scan{ctx: ctx, o: &o, forms: forms(), emit: emit, report: problem, sidecar: o.Meta.use(problem)}
	w := walker{ctx: ctx, skip: o.Skip, visit: s.visit, problem: problem}
	if err := w.walk(paths); err != nil {
		return err
	}
	s.sidecar.unused()
	return nil
}

// Walk reads the articles under paths one after the other, as Scan and
// Record.Parse do, and hands each to yield. A record over which it or yield panics
// is a problem.
func Walk(ctx context.Context, paths []string, o Options, yield func(*article.Article) error, problem func(Problem)) error {
	return Scan(ctx, paths, o, func(r *Record) error {
		err := fault.Guard(func() error {
			articles, problems := r.Parse()
			for _, p := range problems {
				problem(p)
			}
			for i := range articles {
				if err := yield(&articles[i]); err != nil {
					return err
				}
			}
			return nil
		})
		if fault.Is(err) {
			p := r.problem("not read: %v", err)
			p.Fault = true
			problem(p)
			return nil
		}
		return err
	}, problem)
}
