package step

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/zeebo/xxh3"

	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/internal/fault"
	"wiretrace/lang/word"
	"wiretrace/outlet"
	"wiretrace/report"
	"wiretrace/row"
)

// Options are those of the whole run: each step is given the same. The zero value is
// the usual.
type Options struct {
	Reader    reader.Options
	Outlets   *outlet.Gazetteer // nil: the one built in
	Relations *outlet.Relations // nil: what the owners of Outlets tell
	Window    time.Duration     // 0: cluster.Window
	Memory    int64             // bytes that comparing two articles may take twice; 0: DefaultMemory
	Out       string            // folder of the report
	Report    report.Options
	FormsUpTo int    // the forms of Report want the rows of at most so many articles; 0: of any number
	Tasks     uint32 // of a stage, by which keys are parted; 0: one
	Uncounted bool   // the input has no count at its end; see Reader.Uncounted
}

// DefaultMemory is the memory by which texts too long to be digested or compared are
// told, as on one machine.
const DefaultMemory = 2 << 30

// free is what a run may take beyond what it holds in any case, as package job has it:
// bounds on single texts come from it.
func (o *Options) free() int64 {
	const fixed, least = 48 << 20, 160 << 20
	return max(o.Memory-fixed, o.Memory/4, least-fixed)
}

func (o *Options) room() int64    { return o.free() / 2 }
func (o *Options) mostWords() int { return int(o.free() / 216) }

// outlets are those known; most steps ask for none, and do without reading them.
func (o *Options) outlets() *outlet.Gazetteer {
	if o.Outlets == nil {
		o.Outlets = outlet.Default()
	}
	return o.Outlets
}

func (o *Options) relations() *outlet.Relations {
	if o.Relations == nil {
		o.Relations = o.outlets().Relations()
	}
	return o.Relations
}

func (o Options) complete() Options {
	if o.Window <= 0 {
		o.Window = cluster.Window
	}
	if o.Memory <= 0 {
		o.Memory = DefaultMemory
	}
	if o.Reader.MaxRecord <= 0 {
		o.Reader.MaxRecord = reader.DefaultMaxRecord
	}
	const least = 160 << 20
	o.Reader.MaxRecord = min(o.Reader.MaxRecord, max(o.Memory, least)/64)
	if o.Reader.Progress == nil {
		o.Reader.Progress = new(reader.Progress)
	}
	return o
}

// A Step is one kind of work, for one task at a time.
type Step struct {
	Name, About string
	Reads       []Kind // sorted by part, kind and order; the blocks of one part in one task
	Sides       []Kind // side files: all blocks of a kind, in order
	Writes      []Kind
	run         func(t *task) error
}

// Steps returns all steps, in the order of the first use.
func Steps() []Step {
	return []Step{
		{"digest", "reads articles and digests each", []Kind{Inputs}, nil, []Kind{Articles, Names, Words, Heads, IDs, Problems}, digestStep},
		{"names", "puts together what outlets, writers and words there are", []Kind{Names, Words}, nil, []Kind{Names, Words}, namesStep},
		{"repeats", "finds ids that several articles have", []Kind{IDs}, nil, []Kind{Repeated}, repeatsStep},
		{"number", "numbers the articles by date and id, in one task", []Kind{Heads}, []Kind{Names, Repeated}, []Kind{Numbers, Facts, Exact, Cuts}, numberStep},
		{"identical", "finds articles of the same words", []Kind{Exact}, nil, []Kind{First, Same}, identicalStep},
		{"acquaint", "reads anew the credits that name an outlet in hand", []Kind{Articles}, []Kind{Names}, []Kind{Recredited, Asked, Problems}, acquaintStep},
		{"lookup", "finds the articles that short names may mean", []Kind{Articles, Recredited}, []Kind{Asked}, []Kind{Answered}, lookupStep},
		{"keys", "gives articles their numbers, and parts them from their keys", []Kind{Articles, Numbers, Same, Recredited, Answered}, []Kind{Names}, []Kind{Texts, Keyed, Bands, Problems}, keysStep},
		{"bands1", "proposes whole copies", []Kind{Bands}, nil, []Kind{Crowds, Couples, Problems}, bandsStep(0)},
		{"components", "finds out which articles hang together, in one task", []Kind{First, Couples, Reps, Edges}, nil, []Kind{Labels}, componentsStep},
		{"gather", "brings together the couples that hang together", []Kind{First, Couples, Judged, Labels}, nil, []Kind{First, Couples, Judged}, gatherStep},
		{"families", "forms copy families, or asks which articles are copies", []Kind{First, Couples, Verdicts, Judged}, nil, []Kind{Reps, Copied, Needs, Suspects, Judged, Problems}, familiesStep},
		{"deliver", "gives articles to the parts that need them", []Kind{Facts, Texts, Reps, Needs, Seats}, nil, []Kind{Given}, deliverStep},
		{"verify", "says which articles are whole copies", []Kind{Suspects, Given}, []Kind{Words}, []Kind{Verdicts, Problems}, verifyStep},
		{"left", "passes on the bands of many who are no copies", []Kind{Crowds, Reps}, nil, []Kind{Bands}, leftStep},
		{"bands2", "the same as bands1, beyond the first of many", []Kind{Bands}, nil, []Kind{Crowds, Couples, Problems}, bandsStep(1)},
		{"bands3", "the same, beyond the second of many", []Kind{Bands}, nil, []Kind{Couples, Problems}, bandsStep(2)},
		{"relatives", "brings copies together with the article that stands for them", []Kind{Facts, Reps, Copied}, nil, []Kind{Peers}, relativesStep},
		{"again", "says which copies surface again", []Kind{Peers}, []Kind{Names}, []Kind{Again}, againStep},
		{"send", "sends keys to the parts they fall to, with what must be known of their articles", []Kind{Facts, Keyed, Reps, Again}, nil, []Kind{Prints, Pairs, Stories, Sayings, Lines, Further}, sendStep},
		{"lines", "finds lines that may be furniture of their site", []Kind{Lines, Further}, nil, []Kind{SiteLines, Needs}, linesStep},
		{"judge", "says which of these stand around different stories", []Kind{Given, SiteLines}, []Kind{Words}, []Kind{Around, Problems}, judgeStep},
		{"furniture", "says which lines are furniture", []Kind{Around}, nil, []Kind{Furniture}, furnitureStep},
		{"pairs", "proposes articles to be compared", []Kind{Prints, Pairs, Stories}, nil, []Kind{Hints, Cuts, Problems}, pairsStep},
		{"sayings", "counts the families that hold a quotation", []Kind{Sayings}, nil, []Kind{Spreads}, sayingsStep},
		{"couples", "says which of these are compared", []Kind{Hints}, nil, []Kind{Compared, Needs, Cuts}, couplesStep},
		{"links", "compares articles", []Kind{Given, Compared}, []Kind{Words, Furniture}, []Kind{Ends, Ties, Kin, Edges, Problems}, linksStep},
		{"peers", "brings together the articles that hang together, and what ties them", []Kind{Facts, Reps, Again, Ties, Kin, Labels}, nil, []Kind{Ties, Kin, Peers}, peersStep},
		{"groups", "forms clusters and stories", []Kind{Ties, Kin, Peers}, nil, []Kind{Needs, Clusters, Claims, Inner, Events, InStory, Problems}, groupsStep},
		{"claims", "finds ids that several clusters might have", []Kind{Claims}, nil, []Kind{Contested}, claimsStep},
		{"resolve", "says who in a cluster has what from whom", []Kind{Given, Clusters, Inner}, []Kind{Cuts, Words, Furniture, Contested}, []Kind{Seats, Rows, Ranged, Cuts, Problems}, resolveStep},
		{"ask", "says which articles must be in hand to tell of another", []Kind{Spreads, Ends, Seats}, nil, []Kind{Needs}, askStep},
		{"rows", "makes the row of each article", []Kind{Facts, Texts, Reps, Given, Spreads, Ends, InStory, Seats}, []Kind{Cuts, Words, Furniture}, []Kind{Rows, Ranged, Problems}, rowsStep},
		{"reporters", "says which articles must be in hand to tell of a story", []Kind{Ends, InStory}, nil, []Kind{Needs, Ends}, reportersStep},
		{"stories", "makes the row of each story", []Kind{Given, Ends, Events}, nil, []Kind{StoryRows, Problems}, storiesStep},
		{"tables", "writes what the files of the report hold of a range of it", []Kind{Ranged}, []Kind{Cuts}, []Kind{Pieces, Tallies, Faults}, tablesStep},
		{"report", "puts the report together, in one task", []Kind{Cuts, StoryRows, Rows, Pieces, Tallies, Faults, Problems}, nil, nil, reportStep},
	}
}

// Find returns the step of a name.
func Find(name string) (Step, bool) {
	all := Steps()
	i := slices.IndexFunc(all, func(s Step) bool { return s.Name == name })
	if i < 0 {
		return Step{}, false
	}
	return all[i], true
}

// A Source gives blocks in the order of CompareBlocks. The error is io.EOF after the last.
type Source interface {
	Next() (*Block, error)
}

// A Sink takes blocks, and keeps them.
type Sink interface {
	Write(b *Block) error
}

// Filter does the work of one task: it reads the blocks of in, which may be several
// streams one after another, and writes those of out, with their count at the end. A side
// file lies in side under the name of its kind; one that is not there is empty. Errors
// name the step.
func (s *Step) Filter(ctx context.Context, o Options, in io.Reader, out io.Writer, side fs.FS) error {
	r, w := NewReader(in), NewWriter(out)
	r.Uncounted = o.Uncounted
	read, err := s.Run(ctx, o, r, w, side)
	if err == nil {
		err = w.Close(read)
	}
	return err
}

// Run does what Filter does, and returns how many blocks it has read.
func (s *Step) Run(ctx context.Context, o Options, in Source, out Sink, side fs.FS) (read uint64, err error) {
	t := &task{ctx: ctx, o: o.complete(), in: in, out: out, side: side, open: map[place]*Block{}, step: s, articles: -1}
	err = errors.Join(s.run(t), t.failed)
	if err == nil {
		err = t.flush()
	}
	if err == nil {
		if _, next := in.Next(); !errors.Is(next, io.EOF) {
			err = cmp.Or(next, fmt.Errorf("%w: input is left", ErrBlocks))
		}
	}
	if err != nil {
		return 0, fmt.Errorf("%s: %w", s.Name, err)
	}
	return t.read, nil
}

// A task is a step at work.
type task struct {
	ctx  context.Context
	o    Options
	step *Step
	in   Source
	read uint64 // blocks of in
	out  Sink
	side fs.FS

	open map[place]*Block // blocks that are being filled
	size int              // bytes of these

	articles int // in the report; below 0 until tell has asked

	failed error // of writing what was lost
}

// next returns the next block of the input.
func (t *task) next() (*Block, error) {
	b, err := t.in.Next()
	if err == nil {
		t.read++
	}
	return b, err
}

type place struct {
	kind Kind
	part uint32
}

const (
	blockFull = 256 << 10 // bytes from which a block is written
	openFull  = 64 << 20  // bytes of all open blocks from which these are
)

// put adds a row to the block of its kind and part.
func (t *task) put(k Kind, part uint32, x coded) error {
	at := place{k, part}
	b := t.open[at]
	if b == nil {
		b = &Block{Kind: k, Part: part}
		t.open[at] = b
	}
	c := coder{b: b.Data}
	x.code(&c)
	t.size += len(c.b) - len(b.Data)
	b.Data = c.b
	b.Rows++
	if len(b.Data) >= blockFull {
		t.size -= len(b.Data)
		delete(t.open, at)
		return t.out.Write(b)
	}
	if t.size >= openFull {
		return t.flush()
	}
	return nil
}

// putAlone writes a row as a block of its own.
func (t *task) putAlone(k Kind, part uint32, order []byte, x coded) error {
	c := coder{}
	x.code(&c)
	return t.out.Write(&Block{Kind: k, Part: part, Order: order, Rows: 1, Data: c.b})
}

// flush writes all open blocks, in order.
func (t *task) flush() error {
	all := make([]*Block, 0, len(t.open))
	for _, b := range t.open {
		all = append(all, b)
	}
	clear(t.open)
	t.size = 0
	for _, b := range sorted(all) {
		if err := t.out.Write(b); err != nil {
			return err
		}
	}
	return nil
}

// parts hands the blocks of one part after another to use, by their kinds.
func (t *task) parts(use func(part uint32, of map[Kind][]*Block) error) error {
	of := map[Kind][]*Block{}
	var part uint32
	for {
		b, err := t.next()
		end := errors.Is(err, io.EOF)
		if err != nil && !end {
			return err
		}
		if len(of) > 0 && (end || b.Part != part) {
			if !end && b.Part < part {
				return fmt.Errorf("%w: part %d after part %d", ErrBlocks, b.Part, part)
			}
			if err := errors.Join(use(part, of), t.ctx.Err()); err != nil {
				return err
			}
			of = map[Kind][]*Block{}
		}
		if end {
			return nil
		}
		if !slices.Contains(t.step.Reads, b.Kind) {
			return fmt.Errorf("%w: %s are not for it", ErrBlocks, b.Kind)
		}
		part = b.Part
		of[b.Kind] = append(of[b.Kind], b)
	}
}

// each hands all blocks to use, one after another.
func (t *task) each(use func(b *Block) error) error {
	for {
		b, err := t.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if err := errors.Join(use(b), t.ctx.Err()); err != nil {
			return err
		}
	}
}

// sideRows hands the rows of a side file to use.
func sideRows[T any, P interface {
	*T
	coded
}](t *task, k Kind, use func(x P) error,
) error {
	f, err := t.side.Open(k.String())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	r := NewReader(f)
	for {
		b, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("side file %s: %w", k, err)
		}
		if err := rowsOf([]*Block{b}, use); err != nil {
			return err
		}
	}
}

// problem notes what went wrong with an article.
func (t *task) problem(p row.Problem) error {
	p.File, p.Reason = word.Printable(p.File), word.Printable(p.Reason)
	return t.put(Problems, 0, &problem{Problem: p})
}

// guard calls work; if it panics, that is a problem of the article of d.
func (t *task) guard(of func() (file string, record int), lost string, work func() error) error {
	err := fault.Guard(work)
	if !fault.Is(err) {
		return err
	}
	file, record := of()
	return t.problem(row.Problem{File: file, Record: record, Reason: lost + ": " + err.Error()})
}

// lost returns what notes that something was lost when a panic over an article and
// others cost them that. A step that groups knows no more of an article than its number.
func (t *task) lost(what string) cluster.Lost {
	return func(_ uint32, panicked error) {
		t.failed = errors.Join(t.failed, t.problem(row.Problem{Reason: what + ": " + panicked.Error()}))
	}
}

// ordered is an order of blocks by a number.
func ordered(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }

// clip makes an order of some bytes fit a block.
func clip(b []byte) []byte { return bytes.Clone(b[:min(len(b), 1<<16-1)]) }

// spreadOver returns a part for what a place or hash says.
func spreadOver(x uint64) uint32 {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], x)
	return uint32(xxh3.Hash(b[:])) & (1<<16 - 1)
}

// partOf is the part of an article by its number: 256 go together.
func partOf(n uint32) uint32 { return n >> 8 }

// readPart is the part of an article by where it was read.
func readPart(place uint64) uint32 { return spreadOver(place >> 8) }

// share returns which of some shares a file falls to.
func share(path string, of uint32) uint32 {
	return uint32(xxh3.HashString(strings.TrimPrefix(path, "./")) % uint64(of))
}
