package page

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"net/url"
	"os"
	"path/filepath"
	"slices"

	"wiretrace/internal/fault"
	"wiretrace/report"
)

// Bounds of the pages of outlets.
const (
	keptOutlets = 5000   // more are in outlets.csv alone
	keptFlows   = 100000 // more are in flows.csv alone
	inMatrix    = 20     // outlets of each side of the matrix
	depths      = 5      // shades of its cells; assets/style.css has as many
)

// Publishers gather the outlets of a report and what they have from one another.
// An outlet that is not known has no page and is not in the matrix.
type publishers struct {
	outlets []report.Publisher
	flows   []report.Flow
	more    int // outlets beyond those kept
}

// Outlet takes an outlet.
func (p *Pages) Outlet(o *report.Publisher) error {
	if x := &p.publishers; len(x.outlets) < keptOutlets {
		x.outlets = append(x.outlets, *o)
	} else {
		x.more++
	}
	return nil
}

// Flow takes what one outlet has from another.
func (p *Pages) Flow(f *report.Flow) error {
	if x := &p.publishers; len(x.flows) < keptFlows {
		x.flows = append(x.flows, *f)
	}
	return nil
}

// An outletsView is what the template of all outlets sees.
type outletsView struct {
	*look
	Total, More string
	Screens     int
	Delays      bool // some outlet's is known
	Rows        []outletRow
	Takers      []string // names of the matrix's columns
	Matrix      []matrixRow
	Data        template.JS
}

// An outletRow is an outlet in the ranking.
type outletRow struct {
	Name, Address                                                    string
	Articles, Own, Copied, Rewritten, Credited, Uncredited, Licensed int
	Agency, Delay                                                    string
	TakenBy                                                          int // pieces of others
}

type matrixRow struct {
	Name, Address string
	Cells         []matrixCell
}

type matrixCell struct {
	Number string // empty for none
	Depth  int    // from 1, the darker the more
	What   string
}

// An outletView is what the template of one outlet sees.
type outletView struct {
	*look
	Name, List         string
	Figures            []figure
	TakesFrom, TakenBy []flowRow
}

type flowRow struct {
	Name, Address                                   string
	Articles, Words, Credited, Uncredited, Licensed int
}

// write writes the page of all outlets to dir, and one of each that has something
// from another or gave it.
func (x *publishers) write(dir string) error {
	linked := map[string]bool{}
	taken := map[string]int{}
	for i := range x.flows {
		f := &x.flows[i]
		linked[f.From], linked[f.To] = true, true
		taken[f.From] += f.Articles
	}
	delete(linked, "")
	address := func(name string) string {
		if !linked[name] {
			return ""
		}
		return report.OutletDir + "/" + outletFile(name)
	}
	v := &outletsView{look: outletsLook(), Total: number(len(x.outlets), "outlet"), Screens: max((len(x.outlets)+listScreen-1)/listScreen, 1)}
	if x.more > 0 {
		v.More = number(x.more, "more outlet") + " in outlets.csv."
	}
	rows := [][]any{}
	for i := range x.outlets {
		o := &x.outlets[i]
		r := outletRow{
			Name: cmp.Or(clip(o.Name, 80), "outlet not known"), Address: address(o.Name), Articles: o.Articles, Own: o.Own, Copied: o.Copied, Rewritten: o.Rewrites,
			Credited: o.Credited, Uncredited: o.Uncredited, Licensed: o.Licensed, TakenBy: taken[o.Name], Delay: delay(o.Delay),
		}
		if o.Words > 0 {
			r.Agency = o.Agency.String()
		}
		v.Delays = v.Delays || r.Delay != ""
		if len(v.Rows) < listScreen {
			v.Rows = append(v.Rows, r)
		}
		rows = append(rows, []any{r.Name, r.Address, o.Articles, o.Own, o.Copied, o.Rewrites, o.Credited, o.Uncredited, o.Licensed, r.TakenBy, r.Agency, o.Delay, r.Delay})
	}
	x.matrix(v, address)
	data, err := json.Marshal(map[string]any{"rows": rows, "delays": v.Delays})
	if err != nil {
		return err
	}
	v.Data = template.JS(data)
	var b bytes.Buffer
	if err := v.ExecuteTemplate(&b, "outlets", v); err != nil {
		return fmt.Errorf("page of outlets: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, report.OutletsPage), b.Bytes(), 0o666); err != nil {
		return err
	}
	return x.each(dir, linked)
}

// matrix fills in who has how much from whom: of those that gave most and those
// that took most.
func (x *publishers) matrix(v *outletsView, address func(string) string) {
	gave, took := map[string]int{}, map[string]int{}
	pieces := map[[2]string]*report.Flow{}
	most := 0
	for i := range x.flows {
		f := &x.flows[i]
		if f.From == "" || f.To == "" || f.From == f.To {
			continue
		}
		gave[f.From] += f.Articles
		took[f.To] += f.Articles
		pieces[[2]string{f.From, f.To}] = f
		most = max(most, f.Articles)
	}
	givers, takers := largestOf(gave), largestOf(took)
	for _, name := range takers {
		v.Takers = append(v.Takers, clip(name, 40))
	}
	for _, from := range givers {
		r := matrixRow{Name: clip(from, 60), Address: address(from)}
		for _, to := range takers {
			c := matrixCell{}
			if f := pieces[[2]string{from, to}]; f != nil {
				c.Number, c.Depth = grouped(f.Articles), 1+(depths-1)*(f.Articles-1)/max(most-1, 1)
				c.What = fmt.Sprintf("%s has %s from %s, %s without credit", clip(to, 60), number(f.Articles, "piece"), clip(from, 60), grouped(f.Uncredited))
			}
			r.Cells = append(r.Cells, c)
		}
		v.Matrix = append(v.Matrix, r)
	}
}

// largestOf returns the names that count most, at most as many as the matrix has.
func largestOf(count map[string]int) []string {
	names := make([]string, 0, len(count))
	for name := range count {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return names[:min(len(names), inMatrix)]
}

// each writes the pages of single outlets.
func (x *publishers) each(dir string, linked map[string]bool) error {
	if len(linked) == 0 {
		return nil
	}
	folder := filepath.Join(dir, report.OutletDir)
	if err := os.Mkdir(folder, 0o777); err != nil {
		return err
	}
	from, to := map[string][]flowRow{}, map[string][]flowRow{}
	row := func(f *report.Flow, other string) flowRow {
		r := flowRow{Name: cmp.Or(clip(other, 80), "outlet not known"), Articles: f.Articles, Words: f.Words, Credited: f.Credited, Uncredited: f.Uncredited, Licensed: f.Licensed}
		if linked[other] {
			r.Address = outletFile(other)
		}
		return r
	}
	for i := range x.flows {
		f := &x.flows[i]
		from[f.To] = append(from[f.To], row(f, f.From))
		to[f.From] = append(to[f.From], row(f, f.To))
	}
	files := openFiles(folder)
	var errs []error
	for i := range x.outlets {
		o := &x.outlets[i]
		if !linked[o.Name] {
			continue
		}
		err := fault.Guard(func() error { return one(o, from[o.Name], to[o.Name], files) })
		if err == nil {
			continue
		}
		errs = append(errs, fmt.Errorf("page of outlet %s: %w", o.Name, err))
		if !fault.Is(err) {
			break
		}
	}
	return errors.Join(append(errs, files.close())...)
}

// one writes the page of an outlet, which takes from some and is taken from by others.
func one(o *report.Publisher, takes, taken []flowRow, files *files) error {
	v := &outletView{look: outletLook(), Name: clip(o.Name, 120), TakesFrom: takes, TakenBy: taken}
	if o.Articles > 0 {
		v.List = "../" + report.ListFile + "#" + url.Values{"outlet": {clip(o.Name, 80)}}.Encode()
	}
	v.Figures = []figure{
		figureOf(o.Articles, "article", "articles"),
		{grouped(o.Own), "their own", false, ""},
		{grouped(o.Copied), "copied, whole or in part", false, ""},
		{grouped(o.Rewrites), "rewritten", false, ""},
		{grouped(o.Uncredited), "without credit", o.Uncredited > 0, ""},
	}
	if o.Possible > 0 {
		v.Figures = append(v.Figures, figure{Number: grouped(o.Possible), What: "of those from others possibly, no surer"})
	}
	if o.Words > 0 {
		v.Figures = append(v.Figures, figure{Number: o.Agency.String() + "\u00a0%", What: "of its words an agency's"})
	}
	if o.Delay >= 0 {
		v.Figures = append(v.Figures, figure{Number: delay(o.Delay), What: "after the first, in the median"})
	}
	var b bytes.Buffer
	if err := v.ExecuteTemplate(&b, "outlet", v); err != nil {
		return err
	}
	return files.write(outletFile(o.Name), b.Bytes())
}

// outletFile returns the name of the page of an outlet.
func outletFile(name string) string { return "o" + keyOf(name)[1:] + ".html" }
