package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/article/reader"
	"wiretrace/internal/progress"
	"wiretrace/outlet"
	"wiretrace/report"
)

// helpColumns is the width of help.
const helpColumns = 96

// A group is a part of a command's flags, which its help lists under a title.
type group struct {
	title  string
	define func(*pflag.FlagSet)
}

// parse makes a flag set of a command, lets define add its flags, and parses
// args. Help is printed to standard output.
func parse(name, head string, args []string, s streams, define func(*pflag.FlagSet)) (*pflag.FlagSet, error) {
	return parseGroups(name, head, args, s, group{"Flags", define})
}

// parseGroups is parse for a command of so many flags that they come in groups.
func parseGroups(name, head string, args []string, s streams, groups ...group) (*pflag.FlagSet, error) {
	f := pflag.NewFlagSet(name, pflag.ContinueOnError)
	f.SetOutput(s.out)
	usages := head + "\n"
	var parts []flagGroup
	for _, g := range groups {
		part := pflag.NewFlagSet(name, pflag.ContinueOnError)
		part.SortFlags = false
		g.define(part)
		f.AddFlagSet(part)
		if part.HasAvailableFlags() {
			parts = append(parts, flagGroup{g.title, part})
			usages += "\n" + g.title + ":\n" + part.FlagUsagesWrapped(helpColumns)
		}
	}
	var failure error // of writing the help
	f.Usage = func() { _, failure = fmt.Fprint(s.out, usages) }
	if s.described != nil {
		*s.described = description{head: head, groups: parts}
		return nil, pflag.ErrHelp
	}
	if err := f.Parse(args); err != nil {
		if failure != nil {
			return nil, failure
		}
		if errors.Is(err, pflag.ErrHelp) {
			return nil, err
		}
		return nil, errUsage{suggest(err, f)}
	}
	return f, nil
}

// suggest adds to an error the flag that was meant, where it is of one that there
// is not, and says what a flag takes that was given something else.
func suggest(err error, f *pflag.FlagSet) error {
	if invalid := new(pflag.InvalidValueError); errors.As(err, &invalid) {
		return misvalued(invalid)
	}
	unknown := new(pflag.NotExistError)
	if !errors.As(err, &unknown) || unknown.GetSpecifiedShortnames() != "" {
		return err
	}
	var names []string
	f.VisitAll(func(flag *pflag.Flag) {
		if !flag.Hidden {
			names = append(names, "--"+flag.Name)
		}
	})
	return fmt.Errorf("%w%s", err, hint("--"+unknown.GetSpecifiedName(), names))
}

// misvalued says which flag does not take the value that it was given, and why.
func misvalued(err *pflag.InvalidValueError) error {
	name, value, why := err.GetFlag().Name, err.GetValue(), err.Unwrap()
	switch {
	case err.GetFlag().Value.Type() == "bool":
		return fmt.Errorf("--%s=%s: it takes true or false, or none", name, value)
	case errors.Is(why, strconv.ErrSyntax):
		return fmt.Errorf("--%s: not a whole number: %q", name, value)
	case errors.Is(why, strconv.ErrRange):
		return fmt.Errorf("--%s: too large or too small: %q", name, value)
	}
	return fmt.Errorf("--%s: %w", name, why)
}

// A description is what a command's help is made of.
type description struct {
	head   string
	groups []flagGroup
}

// A flagGroup is a group with its flags defined.
type flagGroup struct {
	title string
	flags *pflag.FlagSet
}

// A size is a number of bytes given as 64MiB, 2GB or, if it is a large one, plainly.
// It prints in the largest unit that divides it.
type size int64

func (s *size) String() string {
	for _, u := range sizeUnits {
		if n := int64(*s); n >= u.bytes && n%u.bytes == 0 {
			return fmt.Sprintf("%d%s", n/u.bytes, u.name)
		}
	}
	return strconv.FormatInt(int64(*s), 10)
}

func (s *size) Type() string { return "size" }

// sizeUnits are in the order of their sizes, but for further names of some.
var sizeUnits = []struct {
	name  string
	bytes int64
}{
	{"GiB", 1 << 30}, {"GB", 1e9}, {"MiB", 1 << 20}, {"MB", 1e6}, {"KiB", 1 << 10}, {"KB", 1e3}, {"G", 1 << 30}, {"M", 1 << 20}, {"K", 1 << 10}, {"B", 1},
}

func (s *size) Set(v string) error {
	number, unit := v, int64(1)
	for _, u := range sizeUnits {
		if len(v) > len(u.name) && strings.EqualFold(v[len(v)-len(u.name):], u.name) {
			number, unit = v[:len(v)-len(u.name)], u.bytes
			break
		}
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || !(n >= 1) || n*float64(unit) > 1<<50 {
		return fmt.Errorf("not a size: %q (such as 512MiB or 2GiB)", v)
	}
	if number == v && n < leastBare {
		return fmt.Errorf("not a size: %q has no unit (such as %[1]sMiB or %[1]sGiB)", v)
	}
	*s = size(n * float64(unit))
	return nil
}

// leastBare is the least number of bytes that may stand without a unit: who writes 3
// means no three bytes.
const leastBare = 1 << 20

// A span is a length of time given in days, weeks or years, 7d, 52w, 10y, or as Go
// writes durations. It prints in days.
type span time.Duration

func (s *span) String() string {
	if *s == 0 {
		return "" // as a default it is none
	}
	if d := time.Duration(*s); d%day != 0 {
		text := d.String()
		if rest, ok := strings.CutSuffix(text, "m0s"); ok {
			text = rest + "m"
		}
		if rest, ok := strings.CutSuffix(text, "h0m"); ok {
			text = rest + "h"
		}
		return text
	}
	return strconv.Itoa(int(time.Duration(*s)/day)) + "d"
}

func (s *span) Type() string { return "span" }

const (
	day = 24 * time.Hour

	longestSpan = 100 * 365 * day
)

func (s *span) Set(v string) error {
	d, err := time.ParseDuration(v)
	for _, unit := range []struct {
		name string
		long time.Duration
	}{{"d", day}, {"w", 7 * day}, {"y", 365 * day}} {
		if number, ok := strings.CutSuffix(v, unit.name); ok {
			var n float64
			if n, err = strconv.ParseFloat(number, 64); n > float64(longestSpan/unit.long) {
				err = strconv.ErrRange
			}
			d = time.Duration(n * float64(unit.long))
		}
	}
	if err != nil || d <= 0 || d > longestSpan {
		return fmt.Errorf("not a length of time: %q (such as 7d, 52w, 10y or 36h)", v)
	}
	*s = span(d)
	return nil
}

// A failOn is a flag that says how much may be wrong with the input before a
// run whose report is written counts as failed: problems:20, problems:5%,
// problems:5%,10, folders:0. It may be given several times.
type failOn []failRule

// A failRule bounds one thing that can be counted.
type failRule struct {
	kind    *failKind
	most    float64
	percent bool
	floor   int // so many are never too many, whatever part of all they are
}

// A failKind is a thing that can be counted.
type failKind struct {
	name string
	what string // in the plural, with its verb
	one  string // the same of a single one, if its verb is another
	// count returns how many there are, and of how many.
	count func(*report.Summary) (n, of int)
}

// failKinds are all there are.
func failKinds() []failKind {
	return []failKind{
		{"problems", "inputs could not be read", "", func(s *report.Summary) (n, of int) { return s.Problems, s.Inputs() }},
		{"folders", "inputs are folders or paths that could not be opened", "inputs is a folder or a path that could not be opened", func(s *report.Summary) (n, of int) { return s.Folders, s.Inputs() }},
	}
}

func (f *failOn) Type() string { return "kind:limit" }

func (f *failOn) String() string {
	var list []string
	for _, r := range *f {
		list = append(list, r.String())
	}
	return strings.Join(list, ",")
}

func (r failRule) String() string {
	text := r.kind.name + ":" + strconv.FormatFloat(r.most, 'f', -1, 64)
	if r.percent {
		text += "%"
	}
	if r.floor > 0 {
		text += "," + strconv.Itoa(r.floor)
	}
	return text
}

func (f *failOn) Set(v string) error {
	name, limit, _ := strings.Cut(v, ":")
	var r failRule
	var names []string
	for _, k := range failKinds() {
		names = append(names, k.name)
		if k.name == name {
			r.kind = &k
		}
	}
	if r.kind == nil {
		return fmt.Errorf("nothing called %q can be bounded: it begins with %s, as in %[3]s:20 or %[3]s:5%%", name, strings.Join(names, " or "), names[0])
	}
	limit, floor, floored := strings.Cut(limit, ",")
	limit, r.percent = strings.CutSuffix(limit, "%")
	var err error
	r.most, err = strconv.ParseFloat(limit, 64)
	if floored && err == nil {
		r.floor, err = strconv.Atoi(floor)
	}
	least, most := 0.0, float64(1<<50)
	if r.percent {
		most = 100
	}
	inRange := r.most >= least && r.most <= most // of no number neither is true
	whole := r.most == math.Trunc(r.most)
	if err != nil || !inRange || !r.percent && (!whole || floored) || r.floor < 0 {
		return fmt.Errorf("not a limit: %q (a number, as in %s:20, a part of a hundred, as in %[2]s:5%%, or that and a number, as in %[2]s:5%%,10)", v, name)
	}
	*f = append(*f, r)
	return nil
}

// check fails if more is wrong than a rule allows.
func (f failOn) check(s *report.Summary) error {
	var errs []error
	for _, r := range f {
		n, of := r.kind.count(s)
		value := float64(n)
		if r.percent {
			value = 100 * float64(n) / float64(max(of, 1))
		}
		if value > r.most && n > r.floor {
			what := r.kind.what
			if n == 1 {
				what = cmp.Or(r.kind.one, what)
			}
			text := fmt.Sprintf("%d of %d %s, more than --fail-on %s allows", n, of, what, r)
			if s.Dir != "" {
				text += ", see " + filepath.Join(s.Dir, report.ProblemsFile)
			}
			errs = append(errs, errors.New(text))
		}
	}
	return errors.Join(errs...)
}

// A logFormat is the form of a log as a flag. Setting it changes the log at
// once, so that errors further on in the command line have it too.
type logFormat progress.Log

func (l *logFormat) String() string {
	if (*progress.Log)(l).JSON() {
		return "json"
	}
	return "text"
}

func (l *logFormat) Type() string { return "format" }

func (l *logFormat) Set(v string) error {
	if v != "text" && v != "json" {
		return fmt.Errorf("not a format: %q (text or json)", v)
	}
	(*progress.Log)(l).SetJSON(v == "json")
	return nil
}

// A separator of CSV files is given by its name or as it is.
type separator report.Separator

var separators = []struct {
	name      string
	separator report.Separator
}{{"comma", report.Comma}, {"semicolon", report.Semicolon}, {"tab", report.Tab}}

func (s *separator) String() string {
	for _, known := range separators {
		if known.separator == report.Separator(*s) {
			return known.name
		}
	}
	return separators[0].name
}

func (s *separator) Type() string { return "name" }

func (s *separator) Set(v string) error {
	for _, known := range separators {
		if v == known.name || v == string(rune(known.separator)) || v == `\t` && known.separator == report.Tab {
			*s = separator(known.separator)
			return nil
		}
	}
	return fmt.Errorf("not a separator: %q (comma, semicolon or tab)", v)
}

// An objectsFlag is what report.jsonl holds, given by name.
type objectsFlag report.Objects

var objectsNames = map[report.Objects]string{report.FullObjects: "full", report.OffsetsObjects: "offsets", report.NoObjects: "none"}

func (o *objectsFlag) String() string { return objectsNames[report.Objects(*o)] }

func (o *objectsFlag) Type() string { return "full|offsets|none" }

func (o *objectsFlag) Set(v string) error {
	for known, name := range objectsNames {
		if v == name {
			*o = objectsFlag(known)
			return nil
		}
	}
	return fmt.Errorf("not a form of report.jsonl: %q (full, offsets or none)", v)
}

// A compressionFlag is how the largest files are compressed, given by the ending of
// their names.
type compressionFlag report.Compression

func (c *compressionFlag) String() string {
	if report.Compression(*c) == report.Zstandard {
		return "zst"
	}
	return ""
}

func (c *compressionFlag) Type() string { return "zst" }

func (c *compressionFlag) Set(v string) error {
	if v != "zst" && v != "zstd" {
		return fmt.Errorf("not a compression: %q (only zst)", v)
	}
	*c = compressionFlag(report.Zstandard)
	return nil
}

// outlets returns the gazetteer built in, extended by a file if one is named.
func outlets(file string) (*outlet.Gazetteer, error) {
	g := outlet.Default()
	if file == "" {
		return g, nil
	}
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("--outlets %s: no such file", plain(file))
	}
	if err != nil {
		return nil, fmt.Errorf("--outlets: %w", err)
	}
	defer f.Close()
	g, err = g.Extend(f, file)
	if err != nil {
		return nil, fmt.Errorf("--outlets: %w", err)
	}
	return g, nil
}

// sidecar reads the file that --meta names; nil if it names none.
func sidecar(file, charset string) (*reader.Sidecar, error) {
	if file == "" {
		return nil, nil
	}
	s, err := reader.ReadSidecar(file, charset)
	if err != nil {
		return nil, fmt.Errorf("--meta %w", err)
	}
	return s, nil
}
