package repo

import (
	"errors"
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"math"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// marks name the constant that a number in the text before it is:
//
//	Keys are divided among 21 bands. <!-- constant: shingle.NumBands -->
//
// PACKAGE.NAME is a constant of the package in the folder PACKAGE;
// PACKAGE.NAME.KEY is what a function or a variable of that name gives to a key
// or a field in a literal, a constant too. The line of the mark, or the one before it
// unless it is a row of a table, must hold the value in one of its spellings.
var marks = regexp.MustCompile(`<!-- constants?: ([^>]*?) -->`)

func TestConstantsAreAsDocumented(t *testing.T) {
	known := &constants{packages: map[string]*values{}}
	count := 0
	for name, text := range documents(t) {
		lines := strings.Split(text, "\n")
		for i, line := range lines {
			for _, m := range marks.FindAllStringSubmatch(line, -1) {
				from := max(i-1, 0)
				if strings.HasPrefix(line, "|") {
					from = i // a row of a table speaks for itself
				}
				said := marks.ReplaceAllString(strings.Join(lines[from:i+1], " "), "")
				for _, constant := range strings.Split(m[1], ", ") {
					count++
					value, err := known.value(constant)
					if err != nil {
						t.Errorf("%s:%d: %v", name, i+1, err)
						continue
					}
					if all := spellings(value); !slices.ContainsFunc(all, func(s string) bool { return says(said, s) }) {
						t.Errorf("%s:%d: %s is %s, which the line does not say", name, i+1, constant, strings.Join(all, " or "))
					}
				}
			}
		}
	}
	require.GreaterOrEqual(t, count, 20)
}

// says reports whether text holds a number as a word of its own.
func says(text, number string) bool {
	return regexp.MustCompile(`(?i)(^|[^\w.,])` + regexp.QuoteMeta(number) + `($|[^\w.,%]|[.,](\D|$))`).MatchString(text)
}

// spellings returns the ways in which a document may write a value.
func spellings(v any) []string {
	words := []string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	switch v := v.(type) {
	case time.Duration:
		days := v / (24 * time.Hour)
		if v%(24*time.Hour) != 0 {
			return []string{v.String()}
		}
		list := []string{fmt.Sprintf("%dd", days), fmt.Sprintf("%d days", days)}
		if int(days) < len(words) {
			list = append(list, words[days]+" days")
		}
		return list
	case int64:
		plain := strconv.FormatInt(v, 10)
		grouped := plain
		for i := len(grouped) - 3; i > 0; i -= 3 {
			grouped = grouped[:i] + "," + grouped[i:]
		}
		list := []string{plain, grouped}
		if v >= 0 && int(v) < len(words) {
			list = append(list, words[v])
		}
		for shift, unit := range map[int]string{10: "KiB", 20: "MiB", 30: "GiB"} {
			if v >= 1<<shift && v%(1<<shift) == 0 {
				list = append(list, fmt.Sprintf("%d %s", v>>shift, unit))
			}
		}
		return list
	case float64:
		if v == math.Trunc(v) {
			return spellings(int64(v))
		}
		list := []string{strconv.FormatFloat(v, 'f', -1, 64), strconv.FormatFloat(v, 'f', 2, 64)}
		if word, ok := map[float64]string{.1: "a tenth", .2: "a fifth", .25: "a quarter", .5: "half"}[v]; ok {
			list = append(list, word)
		}
		if hundredths := 100 * v; math.Abs(hundredths-math.Round(hundredths)) < 1e-9 {
			list = append(list, fmt.Sprintf("%.0f %%", hundredths))
		}
		return list
	}
	return []string{fmt.Sprint(v)}
}

// constants finds values in the module's packages, each read once.
type constants struct{ packages map[string]*values }

// values are those of one package.
type values struct {
	files []*ast.File
	info  *types.Info
	scope *types.Scope
}

func (c *constants) value(name string) (any, error) {
	folder, rest, _ := strings.Cut(name, ".")
	p := c.packages[folder]
	if p == nil {
		var err error
		if p, err = load(folder); err != nil {
			return nil, err
		}
		c.packages[folder] = p
	}
	if function, field, ok := strings.Cut(rest, "."); ok {
		return p.field(function, field)
	}
	switch x := p.scope.Lookup(rest).(type) {
	case *types.Const:
		return plain(x.Val(), x.Type()), nil
	case nil:
		return nil, fmt.Errorf("package %s has no %s", folder, rest)
	default:
		return nil, fmt.Errorf("%s is no constant", name)
	}
}

// load checks the types of a package far enough for its constants: other
// packages of the module and third parties' are taken as empty.
func load(folder string) (*values, error) {
	set := token.NewFileSet()
	paths, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(folder), "*.go"))
	if err != nil || len(paths) == 0 {
		return nil, errors.Join(err, fmt.Errorf("%s: %w", folder, fs.ErrNotExist))
	}
	v := &values{info: &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		v.files = append(v.files, f)
	}
	config := types.Config{Importer: onlyTime{}, Error: func(error) {}}
	checked, _ := config.Check(folder, set, v.files, v.info) // what is not imported is missed
	if checked == nil {
		return nil, fmt.Errorf("%s: its types cannot be told", folder)
	}
	v.scope = checked.Scope()
	return v, nil
}

// onlyTime imports the units of package time, of which constants are made, and
// nothing else.
type onlyTime struct{}

func (onlyTime) Import(path string) (*types.Package, error) {
	if path != "time" {
		return nil, errors.New("left out")
	}
	p := types.NewPackage("time", "time")
	duration := types.NewNamed(types.NewTypeName(token.NoPos, p, "Duration", nil), types.Typ[types.Int64], nil)
	p.Scope().Insert(duration.Obj())
	for name, unit := range map[string]time.Duration{"Second": time.Second, "Minute": time.Minute, "Hour": time.Hour} {
		p.Scope().Insert(types.NewConst(token.NoPos, p, name, duration, constant.MakeInt64(int64(unit))))
	}
	p.MarkComplete()
	return p, nil
}

// field returns the value that a function or a variable gives to a key.
func (v *values) field(of, name string) (found any, err error) {
	look := func(n ast.Node) bool {
		pair, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		key, ok := pair.Key.(*ast.Ident)
		if !ok || key.Name != name {
			return true
		}
		if t := v.info.Types[pair.Value]; t.Value != nil {
			found = plain(t.Value, t.Type)
		} else if x, ok := pair.Value.(*ast.BasicLit); ok { // of a type that was not imported
			found = plain(constant.MakeFromLiteral(x.Value, x.Kind, 0), types.Typ[types.UntypedFloat])
		}
		return true
	}
	for _, f := range v.files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.Name == of {
					ast.Inspect(d, look)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if x, ok := spec.(*ast.ValueSpec); ok && x.Names[0].Name == of {
						ast.Inspect(x, look)
					}
				}
			}
		}
	}
	if found == nil {
		return nil, fmt.Errorf("no %s that gives a constant to %s", of, name)
	}
	return found, nil
}

// plain returns a constant as an int64, a float64, a time.Duration or a string.
func plain(v constant.Value, of types.Type) any {
	if n, exact := constant.Int64Val(constant.ToInt(v)); exact && v.Kind() != constant.String {
		if strings.HasSuffix(of.String(), "time.Duration") {
			return time.Duration(n)
		}
		return n
	}
	if v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	// As a decimal, for a float32 has more digits than were written.
	x, _ := constant.Float32Val(v)
	y, _ := strconv.ParseFloat(strconv.FormatFloat(float64(x), 'g', -1, 32), 64)
	return y
}
