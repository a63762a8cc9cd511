package main

import (
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/archive"
	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/internal/progress"
	"wiretrace/job"
	"wiretrace/outlet"
	"wiretrace/report"
	"wiretrace/report/page"
	"wiretrace/report/sheet"
)

// output are the flags that say where the report goes and what it holds.
type output struct {
	out                string
	allPassages, noBOM bool
	noFurniture        bool
	separator          separator
	objects            objectsFlag
	compress           compressionFlag
	csvOnly            bool
	forms              forms
	asked              string // the flags that were given, for the pages to say

	link, target string // beside dated folders; empty if the report's is none
}

func (o *output) define(f *pflag.FlagSet) {
	f.StringVarP(&o.out, "out", "o", defaultReport, "write the report into `FOLDER`; an older report there is replaced. {date} and {time} stand for when the run began; a link latest beside such a folder leads to the last one")
	f.BoolVar(&o.allPassages, "all-passages", false, "write the passages of all articles, also of those that stand alone; the workbook then holds furniture too")
	f.BoolVar(&o.noFurniture, "no-furniture", false, "leave the passages that are furniture (menus, bylines, captions) out of passages.csv")
	f.BoolVar(&o.noBOM, "no-bom", false, "leave the byte order mark out of the CSV files")
	f.Var(&o.separator, "csv-separator", "what stands between the cells of the CSV files: comma, semicolon or tab. Excel wants semicolon where figures are written 33,3, and they are then written so")
	o.forms.define(f)
	f.Var(&o.objects, "jsonl", fmt.Sprintf("what report.jsonl holds: full, with the text of each passage, credit and quotation beside its offsets; offsets, with each text once; or none, no such file (default full, offsets for more than %d articles)", report.FullUpTo))
	f.BoolVar(&o.csvOnly, "csv-only", false, "write the CSV files alone: no report.jsonl, no pages, no workbook")
	f.Var(&o.compress, "compress", "compress report.jsonl and passages.csv, whose names then end in .zst (zst is the only choice)")
}

// set sets the options of a run that begins now.
func (o *output) set(to *job.Options, now time.Time) (err error) {
	if to.Out, o.link, o.target, err = dated(o.out, now); err != nil {
		return err
	}
	to.Report.AllPassages, to.Report.NoBOM, to.Report.Separator = o.allPassages, o.noBOM, report.Separator(o.separator)
	to.Report.NoFurniture = o.noFurniture
	to.Report.Objects, to.Report.Compress = report.Objects(o.objects), report.Compression(o.compress)
	if o.csvOnly {
		if o.forms.html || o.forms.xlsx || o.objects != objectsFlag(report.ObjectsBySize) {
			return usage("--csv-only: it goes with none of --html, --xlsx and --jsonl")
		}
		to.Report.Objects = report.NoObjects
		return nil
	}
	to.Report.Forms, err = o.forms.list(o.allPassages && !o.noFurniture, page.About{
		Began: now, Version: version(), Asked: o.asked, Workbook: o.forms.xlsx, Report: to.Report,
	})
	return err
}

// note says what was left out unasked.
func (o *output) note(log *progress.Log, s *report.Summary) {
	if o.csvOnly {
		return
	}
	o.forms.note(log, s)
	if o.objects == objectsFlag(report.ObjectsBySize) && report.ObjectsBySize.OffsetsOf(s.Articles) {
		log.Say(fmt.Sprintf("report.jsonl has each text once, passages, credits and quotations by offsets, since there are more than %d articles: --jsonl full asks for theirs too", report.FullUpTo))
	}
}

// latest is the name of the link beside dated folders.
const latest = "latest"

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// dated returns the folder that a template means for a run that begins now, in
// now's time zone. link is where a link to the latest such folder belongs,
// beside the first part of the path that changes from run to run, and target
// what it is to hold; both are empty if no part does.
func dated(template string, now time.Time) (dir, link, target string, err error) {
	first := placeholder.FindStringIndex(template)
	if first == nil {
		return template, "", "", nil
	}
	dir = placeholder.ReplaceAllStringFunc(template, func(name string) string {
		switch name {
		case "{date}":
			return now.Format(time.DateOnly)
		case "{time}":
			return now.Format("15-04-05") // Windows has no colon in names
		}
		err = usage("--out %s: there is no %s, only {date} and {time}", template, name)
		return ""
	})
	if err != nil {
		return "", "", "", err
	}
	beside := template[:strings.LastIndexAny(template[:first[0]], "/"+string(filepath.Separator))+1]
	target, err = filepath.Rel(filepath.Clean(beside), dir)
	return dir, filepath.Join(beside, latest), target, err
}

// point lets the link to the latest report lead to the one just written, unless that
// has no articles and another has.
func (o *output) point(log *progress.Log, s *report.Summary) {
	if o.link == "" || s.Articles == 0 && report.IsReport(o.link) {
		return
	}
	if err := report.Symlink(o.link, o.target); err != nil {
		log.Say("no link to the latest report was made: " + err.Error())
	}
}

// pagesUpTo is how many articles a report may have to get pages without being
// asked: those of larger ones are many thousand files, and nobody looks through
// them.
const pagesUpTo = 20_000

// forms are the flags that choose the forms of a report.
type forms struct {
	html, noHTML, xlsx bool
}

func (o *forms) define(f *pflag.FlagSet) {
	f.BoolVar(&o.html, "html", false, fmt.Sprintf("write the pages (index.html) even for more than %d articles", pagesUpTo))
	f.BoolVar(&o.noHTML, "no-html", false, "write no pages")
	f.BoolVar(&o.xlsx, "xlsx", false, "write report.xlsx, a workbook for Excel and LibreOffice, too")
}

// pages returns how many articles a report with pages may have.
func (o *forms) pages() int {
	switch {
	case o.noHTML:
		return -1
	case o.html:
		return math.MaxInt
	}
	return pagesUpTo
}

// upTo returns of how many articles the forms want the rows.
func (o *forms) upTo() int {
	if o.xlsx {
		return math.MaxInt
	}
	return max(o.pages(), 1) // 0 would be any number
}

// list returns the forms to write beside the tables, with passages that are furniture
// or without.
func (o *forms) list(furniture bool, about page.About) ([]report.NewForm, error) {
	if o.html && o.noHTML {
		return nil, usage("--html and --no-html: choose one")
	}
	list := []report.NewForm{report.UpTo(o.pages(), page.New(about))}
	if o.xlsx {
		list = append(list, sheet.New(o.pages(), furniture, about.Report.ObjectsName()))
	}
	return list, nil
}

// note says which forms were left out unasked.
func (o *forms) note(log *progress.Log, s *report.Summary) {
	if !o.noHTML && s.Articles > o.pages() {
		log.Say(fmt.Sprintf("no pages were written, since there are more than %d articles: --html asks for them", pagesUpTo))
	}
}

// input are the flags that say how articles are read.
type input struct {
	charset, meta, outlets, relations string
	record                            size

	bonds     *outlet.Relations
	gazetteer *outlet.Gazetteer
}

// note tells which outlets of the table of relations nobody knows: most often they are
// misspelt, and the table does nothing for them. A run that has read nothing new has
// not asked the archive for its outlets.
func (i *input) note(log *progress.Log, s *report.Summary) {
	strangers := i.bonds.Strangers(s.Outlets)
	if len(strangers) == 0 || s.Articles == 0 {
		return
	}
	names := slices.Clone(s.Outlets)
	for _, o := range i.gazetteer.Outlets() {
		names = append(names, o.Name)
		if short, ok := strings.CutPrefix(o.Name, "The "); ok {
			names = append(names, short)
		}
	}
	const mostHints = 12 // each compares the name with all that are known; in a long table of strangers they help nobody
	for k, n := range strangers {
		meant := ""
		if k < mostHints {
			meant = hint(n.Name, names)
		}
		log.Say(fmt.Sprintf("%s:%d: no article is by %q, and no such outlet is known%s", i.relations, n.Line, plain(n.Name), meant))
	}
}

func (i *input) define(f *pflag.FlagSet) {
	i.record = reader.DefaultMaxRecord
	f.StringVar(&i.meta, "meta", "", "table in `FILE` of what is known about the files (columns file, outlet, published, url, ...)")
	f.StringVar(&i.outlets, "outlets", "", "read more outlets from `FILE`; they override those built in")
	f.StringVar(&i.relations, "relations", "", "table in `FILE` of whose text an outlet may carry without a credit: columns outlet, takes_from, bond (licence or same publisher), since, until")
	f.StringVar(&i.charset, "charset", "", "character set (`NAME`) of input that is not UTF-8 and declares none (default: what it looks like, else windows-1252)")
	f.Var(&i.record, "max-record", "largest record that is read")
}

// setReader sets what tells how input is read, and not what is known of outlets.
func (i *input) setReader(to *job.Options) (err error) {
	to.Reader.Charset, to.Reader.MaxRecord = i.charset, int64(i.record)
	to.Reader.Skip = report.IsReport
	to.Reader.Meta, err = sidecar(i.meta, i.charset)
	return err
}

// withoutReports returns the paths that are no folders of reports: what a shell makes
// of * has the last one among them, and its files tell of articles but are none.
func withoutReports(paths []string, say func(text string)) (kept []string, err error) {
	for _, path := range paths {
		if !report.IsReport(path) {
			kept = append(kept, path)
		}
	}
	for _, path := range paths {
		switch {
		case !report.IsReport(path):
		case len(kept) == 0:
			return nil, fmt.Errorf("%w: %s is a report of wiretrace and holds no articles", reader.ErrNoInput, path)
		default:
			say(plain(path) + " is a report of wiretrace: left out")
		}
	}
	return kept, nil
}

func (i *input) set(to *job.Options) (err error) {
	if err := i.setReader(to); err != nil {
		return err
	}
	if to.Outlets, err = outlets(i.outlets); err != nil || i.relations == "" {
		return err
	}
	f, err := os.Open(i.relations)
	if err != nil {
		return fmt.Errorf("read relations: %w", err)
	}
	defer f.Close()
	if to.Relations, err = to.Outlets.ReadRelations(f, i.relations); err != nil {
		return fmt.Errorf("read relations: %w", err)
	}
	i.bonds, i.gazetteer = to.Relations, to.Outlets
	return nil
}

// remembered are the flags of a run that remembers earlier ones.
type remembered struct {
	file    string
	window  span
	about   string
	newOnly bool
}

// archiveWindow is how far back a run with an archive looks unless told
// otherwise.
const archiveWindow = 30 * day

func (m *remembered) define(f *pflag.FlagSet) {
	m.window = span(archiveWindow)
	f.StringVar(&m.file, "archive", "", "keep what was read in `FILE`, from run to run (made if missing); only files that are new or changed are read, and the report is about their articles and the clusters they touch")
	f.Var(&m.window, "window", "with --archive: how far back articles were read or published that tonight's are held against")
	f.StringVar(&m.about, "report", "tonight", "with --archive, what the report is about: `tonight|window`, tonight's articles and the clusters they touch, or all articles within --window")
	f.BoolVar(&m.newOnly, "new-only", false, "with --archive: leave the rows of articles of earlier runs out, for a sheet that rows are added to")
}

// check refuses flags that make no sense together.
func (m *remembered) check(f *pflag.FlagSet) error {
	switch m.about {
	case "tonight", "window":
	default:
		return usage("--report %s: it is tonight or window", m.about)
	}
	if m.file != "" {
		if m.newOnly && m.about == "window" {
			return usage("--new-only and --report window: choose one")
		}
		return nil
	}
	var alone []string
	for _, name := range []string{"window", "report", "new-only"} {
		if f.Changed(name) {
			alone = append(alone, "--"+name)
		}
	}
	if len(alone) > 0 {
		return usage("%s: of no use without --archive", strings.Join(alone, ", "))
	}
	return nil
}

// open opens the archive and sets the options of a run that begins now. done
// is to be called after the run.
func (m *remembered) open(o *job.Options, now time.Time) (done func() error, err error) {
	if m.file == "" {
		return func() error { return nil }, nil
	}
	a, err := archive.Open(m.file, archive.Options{})
	if err != nil {
		return nil, fmt.Errorf("--archive: %w", err)
	}
	o.Archive, o.Lookback, o.Whole, o.NewOnly = a, time.Duration(m.window), m.about == "window", m.newOnly
	o.Now, o.Version, o.Report.Archived = now, version(), true
	return a.Close, nil
}

// A settled leaves out files that were changed a moment ago, since whoever
// writes them may not have finished.
type settled struct {
	within span             // 0: none is left out
	now    func() time.Time // the clock
	count  atomic.Int64     // files left out
}

// ahead is how far in the future the time of a file may lie for it to count as
// just changed. Beyond that a clock is, or was, wrong, and the file would be
// left out night after night.
const ahead = time.Hour

// fresh reports whether a file may still be being written.
func (s *settled) fresh(_ string, info fs.FileInfo) bool {
	age := s.now().Sub(info.ModTime())
	return age < time.Duration(s.within) && age > -ahead
}

// set has the reader leave such files out.
func (s *settled) set(to *job.Options) {
	if s.within == 0 {
		return
	}
	to.Reader.Visit = append(to.Reader.Visit, func(path string, info fs.FileInfo) bool {
		if !s.fresh(path, info) {
			return false
		}
		s.count.Add(1)
		return true
	})
}

// say says what was left out.
func (s *settled) say(log *progress.Log) {
	n := s.count.Load()
	switch n {
	case 0:
		return
	case 1:
		log.Say(fmt.Sprintf("1 file was left for the next run, since it changed within the last %s", &s.within), "files", n)
	default:
		log.Say(fmt.Sprintf("%d files were left for the next run, since they changed within the last %s", n, &s.within), "files", n)
	}
}

// performance are the flags that say what a run may take.
type performance struct {
	memory  size
	temp    string
	window  span
	threads int
	spares  bool   // the collector works harder than usual: see collect
	held    uint64 // bytes, as the collector last found
}

// leastMemory is what a run takes whatever it is told, in bytes: most of it are
// its tables of outlets and words.
const leastMemory = 160 << 20

// uncollected is what a process takes beside what its collector counts, in
// bytes: the pages of the program that it has run, and what the system keeps
// for it: 16 MB; and what the collector is late by where other programs take its turn.
const uncollected = 42 << 20

// collected returns the bytes that the collector is to keep to, of so many that
// a run may take. What the run holds is bounded; what it has let go is not, unless
// the collector works harder as the bound comes near. It may be late by some
// megabytes, more on a machine of many cores: a tenth is left for that.
func collected(memory int64) int64 { return max(memory, leastMemory)/10*9 - uncollected }

// Where nobody has said how much memory a run may take, the collector looks for what
// was thrown away once that is sparingCollection of a hundred bytes held, and usualCollection
// once more than sparedArticles have been read: of a small input the half costs no more
// time than two runs differ by. Up to sparingFloor in all it need not look: most of what it
// goes through are tables that stay, however little was thrown away since it last did.
const (
	sparingCollection = 50
	usualCollection   = 100
	mostCollection    = 400
	sparedArticles    = 20_000
	sparingFloor      = 128 << 20 // bytes
)

// collect sets when the collector begins: by what it found to be held when it last
// ran, and as usual once an input has proved not to be small.
func (p *performance) collect(at job.Progress) {
	if p.spares && at.Step == job.Reading && at.Done > sparedArticles {
		debug.SetGCPercent(usualCollection)
		p.spares = false
	}
	p.spare()
}

// spare sets when the collector begins by what it found to be held when it last ran.
func (p *performance) spare() {
	if !p.spares {
		return
	}
	held := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	if metrics.Read(held); held[0].Value.Uint64() != p.held {
		p.held = held[0].Value.Uint64()
		debug.SetGCPercent(sparing(p.held))
	}
}

// sparing returns the percentage for debug.SetGCPercent where so many bytes are held:
// sparingCollection, or as much more, up to mostCollection, as lets what is held and what was
// thrown away come to sparingFloor.
func sparing(held uint64) int {
	if held == 0 {
		return mostCollection
	}
	return min(max(int(sparingFloor*100/held)-100, sparingCollection), mostCollection)
}

func (p *performance) define(f *pflag.FlagSet) {
	p.memory, p.window = job.DefaultMemory, span(cluster.Window)
	f.Var(&p.memory, "memory", "memory that the run may take; what needs more spills to disk. Unless another is given, small inputs take far less")
	f.StringVar(&p.temp, "temp", "", "keep what spills in `FOLDER` (default: the system's)")
	f.Var(&p.window, "story-window", "how far apart one piece and another that retells it may be published")
	f.IntVarP(&p.threads, "threads", "j", 0, "use `N` worker threads (default: one a core)")
}

func (p *performance) set(to *job.Options) error {
	if p.threads < 0 {
		return usage("--threads %d: it must not be negative", p.threads)
	}
	debug.SetMemoryLimit(collected(int64(p.memory)))
	to.Memory, to.TempDir, to.Threads, to.Window = int64(p.memory), p.temp, p.threads, time.Duration(p.window)
	if p.memory == job.DefaultMemory {
		to.Memory = 0 // as much as the input is worth
		p.beginSparing()
	}
	return p.probe()
}

// beginSparing is called where nobody has said how much memory the program may take.
func (p *performance) beginSparing() {
	if p.spares = os.Getenv("GOGC") == ""; p.spares {
		debug.SetGCPercent(sparing(0))
	}
}

// probe fails where nothing can be spilled, so that nobody hears of it only
// when memory has run short.
func (p *performance) probe() error {
	if p.temp == "" {
		return nil
	}
	f, err := os.CreateTemp(p.temp, "wiretrace-*.spill")
	if err != nil {
		return fmt.Errorf("--temp: nothing can be written there: %w", err)
	}
	f.Close()
	return os.Remove(f.Name())
}
