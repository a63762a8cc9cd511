package outlet

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"wiretrace/lang/word"
)

// A Bond says why one outlet may carry another's text without a credit.
type Bond int

// The bonds.
const (
	NoBond Bond = iota
	Licence
	SameHouse
)

// Relations tell which outlets are bound to which: by a table that its reader keeps,
// and by the owners of a gazetteer. The zero value knows no bond. Safe for concurrent
// use.
type Relations struct {
	of    *Gazetteer
	table map[relationEnds][]relation
	named []Named
}

// A Named is an outlet that a table names, in the line where it first does.
type Named struct {
	Name string
	Line int
}

// relationEnds are the folded names of two outlets.
type relationEnds struct{ outlet, from string }

type relation struct {
	bond         Bond
	since, until int64 // seconds since 1970, half-open; 0 for no end
}

// Relations returns what the owners of g tell: outlets of one owner are of one house.
func (g *Gazetteer) Relations() *Relations { return &Relations{of: g} }

// relationColumns are the columns of a table of relations, the first two of which
// must be there.
var relationColumns = []string{"outlet", "takes_from", "bond", "since", "until"}

// ReadRelations returns the relations of a table beside those of g's owners. The
// table has a line that names its columns (outlet, takes_from, bond, since, until),
// with tabs, commas or semicolons between them: outlet may carry the text of takes_from,
// which are names or web addresses. bond is licence, which is meant where there is
// none, or same publisher, which holds in both directions; since and until are days,
// included, or empty. Errors name the file, for which name stands, and the line.
func (g *Gazetteer) ReadRelations(r io.Reader, name string) (*Relations, error) {
	cr := openTable(r)
	cr.TrimLeadingSpace = true
	out := &Relations{of: g, table: map[relationEnds][]relation{}}
	listed := map[string]bool{} // of out.named
	var columns []string
	for {
		cells, err := cr.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, tableError(name, err)
		}
		line, _ := cr.FieldPos(0)
		if columns == nil {
			columns, err = readRelationColumns(cells)
		} else {
			err = out.add(columns, cells, line, listed)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
	if columns == nil {
		return nil, fmt.Errorf("%s: no line names the columns (%s)", name, strings.Join(relationColumns, ", "))
	}
	return out, nil
}

// readRelationColumns returns the names of columns in lower case, with _ for spaces.
func readRelationColumns(cells []string) (columns []string, err error) {
	for _, c := range cells {
		c = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(c)), " ", "_")
		if !slices.Contains(relationColumns, c) && c != "" && c != "note" {
			return nil, fmt.Errorf("unknown column %q (%s or note)", c, strings.Join(relationColumns, ", "))
		}
		columns = append(columns, c)
	}
	for _, needed := range relationColumns[:2] {
		if !slices.Contains(columns, needed) {
			return nil, fmt.Errorf("no column %q (the columns are %s)", needed, strings.Join(relationColumns, ", "))
		}
	}
	return columns, nil
}

// add adds a row of the table. listed are the outlets of the rows before it.
func (r *Relations) add(columns, cells []string, line int, listed map[string]bool) error {
	row := map[string]string{}
	for i, c := range cells {
		if i < len(columns) {
			row[columns[i]] = strings.TrimSpace(c)
		}
	}
	outlet, from := r.key(row["outlet"]), r.key(row["takes_from"])
	if outlet == "" || from == "" {
		return fmt.Errorf("outlet and takes_from are needed, not %q and %q", row["outlet"], row["takes_from"])
	}
	for _, name := range []string{row["outlet"], row["takes_from"]} {
		if !listed[name] {
			listed[name] = true
			r.named = append(r.named, Named{name, line})
		}
	}
	var x relation
	switch strings.ToLower(row["bond"]) {
	case "", "licence", "license", "licensed", "licenced":
		x.bond = Licence
	case "same publisher", "same house", "same owner", "in-house", "in house":
		x.bond = SameHouse
	default:
		return fmt.Errorf("unknown bond %q (licence or same publisher)", row["bond"])
	}
	var err error
	if x.since, err = day(row["since"], 0); err != nil {
		return err
	}
	if x.until, err = day(row["until"], 1); err != nil {
		return err
	}
	r.table[relationEnds{outlet, from}] = append(r.table[relationEnds{outlet, from}], x)
	if x.bond == SameHouse {
		r.table[relationEnds{from, outlet}] = append(r.table[relationEnds{from, outlet}], x)
	}
	return nil
}

// day returns when a day begins, so many days later; 0 if s is empty.
func day(s string, later int) (int64, error) {
	if s == "" {
		return 0, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("not a day: %q (such as 2024-05-31)", s)
	}
	return t.AddDate(0, 0, later).Unix(), nil
}

// Strangers returns the outlets that the table names and that are neither known to the
// gazetteer nor among those seen, in order of lines: most often they are misspelt.
func (r *Relations) Strangers(seen []string) (list []Named) {
	if r == nil {
		return nil
	}
	met := map[string]bool{}
	for _, s := range seen {
		met[r.key(s)] = true
	}
	for _, n := range r.named {
		if r.outlet(n.Name) == nil && !met[r.key(n.Name)] {
			list = append(list, n)
		}
	}
	return list
}

// key returns the name by which an outlet is known here.
func (r *Relations) key(s string) string {
	name, _ := r.of.Canonical(s)
	return word.FoldName(name)
}

// Between returns the bond by which an outlet may carry the text of another, in a
// piece published between two times, in seconds since 1970, both 0 if unknown. owner
// is who owns both, where that is known. What is known of no time may fall into any.
func (r *Relations) Between(outlet, from string, published [2]int64) (bond Bond, owner string) {
	if r == nil || r.of == nil || outlet == "" || from == "" {
		return NoBond, ""
	}
	for _, x := range r.table[relationEnds{r.key(outlet), r.key(from)}] {
		dated := published != [2]int64{}
		if dated && (x.since != 0 && published[1] <= x.since || x.until != 0 && published[0] >= x.until) {
			continue
		}
		bond = max(bond, x.bond) // the closer of two
	}
	if bond != NoBond {
		return bond, ""
	}
	a, b := r.outlet(outlet), r.outlet(from)
	if a == nil || b == nil || a == b {
		return NoBond, ""
	}
	if owner := cmp.Or(a.Owner, a.Name); owner == cmp.Or(b.Owner, b.Name) {
		return SameHouse, owner
	}
	return NoBond, ""
}

// outlet returns the outlet of a name or a web address; nil if it is unknown.
func (r *Relations) outlet(s string) *Outlet {
	if o := r.of.ByHost(s); o != nil {
		return o
	}
	return r.of.Edition(s)
}
