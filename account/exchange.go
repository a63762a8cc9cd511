package account

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"wiretrace/internal/fault"
	"wiretrace/report"
	"wiretrace/row"
)

// An Exchange adds up, over the articles of a report, what each outlet has of its
// own and what from others.
type Exchange struct {
	outlets map[string]*outletCount
	flows   map[flowEnds]*row.Flow
}

type flowEnds struct{ from, to string }

// An outletCount is the row of an outlet, and what it is made of.
type outletCount struct {
	row.Outlet
	agency       int      // words
	delays       []int    // minutes
	takes, taken []string // outlets with the number of pieces, the most first
}

// NewExchange returns an empty one.
func NewExchange() *Exchange {
	return &Exchange{outlets: map[string]*outletCount{}, flows: map[flowEnds]*row.Flow{}}
}

// outlet returns the count of an outlet.
func (x *Exchange) outlet(name string) *outletCount {
	o, ok := x.outlets[name]
	if !ok {
		o = &outletCount{Outlet: row.Outlet{Name: name}}
		x.outlets[name] = o
	}
	return o
}

// Add counts an article, which followed the first report of its cluster after
// so many minutes; negative if that is not known.
func (x *Exchange) Add(a *row.Article, delay int) {
	o := x.outlet(a.Outlet)
	o.Articles++
	o.Words += a.Words
	switch a.Role {
	case report.Update:
		o.Updates++
	case report.Copy, report.Partial:
		o.Copied++
	case report.Rewrite:
		o.Rewrites++
	default:
		o.Own++
	}
	if a.UpstreamKind == report.Agency {
		switch a.Role {
		case report.Copy:
			o.agency += a.Words
		case report.Partial:
			o.agency += part(a.Words, a.Makeup.Copied+a.Makeup.Edited)
		}
	}
	if !report.IsDerived(a) {
		return
	}
	var credited, uncredited, licensed, possible int
	if a.Confidence == report.Possible {
		possible = 1
	}
	switch {
	case a.Credited == report.Yes:
		credited = 1
	case a.Credited == report.Licensed || a.Credited == report.InHouse:
		licensed = 1
	case a.Credited == report.No && a.Confidence != report.Possible:
		uncredited = 1
	}
	o.Credited += credited
	o.Uncredited += uncredited
	o.Licensed += licensed
	o.Possible += possible
	if delay >= 0 {
		o.delays = append(o.delays, delay)
	}
	from := cmp.Or(a.SourceOutlet, a.Upstream)
	if from == "" || from == a.Outlet {
		return
	}
	x.outlet(from)
	f, ok := x.flows[flowEnds{from, a.Outlet}]
	if !ok {
		f = &row.Flow{From: from, To: a.Outlet}
		x.flows[flowEnds{from, a.Outlet}] = f
	}
	f.Articles++
	f.Words += part(a.Words, a.Makeup.Copied+a.Makeup.Edited+a.Makeup.Reworded)
	f.Credited += credited
	f.Uncredited += uncredited
	f.Licensed += licensed
	f.Possible += possible
}

// Names returns the outlets counted so far, in order.
func (x *Exchange) Names() []string { return slices.Sorted(maps.Keys(x.outlets)) }

// part returns so many tenths of a percent of some words.
func part(words int, t row.Tenths) int { return (words*int(t) + 500) / 1000 }

// Write writes the rows of outlets, those of most articles first, and of flows,
// in the same order.
func (x *Exchange) Write(w *report.Writer) error {
	flows := slices.SortedFunc(maps.Values(x.flows), func(a, b *row.Flow) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	for _, f := range flows {
		to, from := x.outlets[f.To], x.outlets[f.From]
		pieces := " " + strconv.Itoa(f.Articles)
		to.takes = append(to.takes, f.From+pieces)
		from.taken = append(from.taken, cmp.Or(f.To, "unknown")+pieces)
	}
	outlets := slices.SortedFunc(maps.Values(x.outlets), func(a, b *outletCount) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Name, b.Name))
	})
	for _, o := range outlets {
		err := fault.Guard(func() error {
			o.Delay, o.TakesFrom, o.TakenBy = median(o.delays), named(o.takes), named(o.taken)
			if o.Words > 0 {
				o.Agency = row.Tenths((1000*o.agency + o.Words/2) / o.Words)
			}
			return nil
		})
		if err != nil {
			w.Lost("its delay and whom it takes from not told of "+o.Name, err)
		}
		if err := w.Outlet(&o.Outlet); err != nil {
			return err
		}
	}
	for _, f := range flows {
		if err := w.Flow(f); err != nil {
			return err
		}
	}
	return nil
}

// mostNamed is how many outlets a cell names.
const mostNamed = 5

// named joins the first of a list, and says how many more there are.
func named(list []string) string {
	if more := len(list) - mostNamed; more > 0 {
		list = append(list[:mostNamed:mostNamed], strconv.Itoa(more)+" more")
	}
	return strings.Join(list, "; ")
}

// median returns the middle of some numbers, of an even number of them the lower
// of the two; -1 of none. It sorts them.
func median(list []int) int {
	if len(list) == 0 {
		return -1
	}
	slices.Sort(list)
	return list[(len(list)-1)/2]
}
