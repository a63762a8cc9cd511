package account

import (
	"math"

	"wiretrace/article"
	"wiretrace/cluster"
	"wiretrace/report"
	"wiretrace/row"
)

// Moment returns the place of t in the order of rows, in seconds since 1970: the moment that it
// means or, where it has no zone or knows the day alone, what it shows as if that were UTC. By
// moments the first of several zones is the first row, though another clock may show an earlier
// hour; by the intervals of cluster.Dates all that has no zone would come half a day too early.
// It is UndatedLast if t is unknown.
func Moment(t article.Time) int64 {
	if t.Precision == article.NoTime {
		return UndatedLast
	}
	return t.When.Unix()
}

// UndatedLast is the Moment of no time.
const UndatedLast = math.MaxInt64

// days are the first and the last day, or moment, of some articles, as their rows have them.
type days struct {
	first, last     string // empty if none has a date
	earliest, until int64  // the moments of both
}

// add adds an article of a date.
func (d *days) add(t article.Time) {
	if t.Precision == article.NoTime {
		return
	}
	at := Moment(t)
	if d.first == "" || at < d.earliest {
		d.first, d.earliest = t.String(), at
	}
	if d.last == "" || at >= d.until {
		d.last, d.until = t.String(), at
	}
}

// Cluster makes the row of a cluster.
func (t *Teller) Cluster(id string, o *cluster.Outcome) (*row.Cluster, error) {
	c := &row.Cluster{ID: id, Upstream: o.Upstream, Articles: len(o.Standings)}
	families, outlets := map[uint32]bool{}, map[string]bool{}
	var published days
	var headline cluster.Headline
	for i := range o.Standings {
		s := &o.Standings[i]
		d, err := t.Digest(s.Number)
		if err != nil {
			return nil, err
		}
		families[s.Family] = true
		if d.Outlet != "" {
			outlets[d.Outlet] = true
		}
		p := t.Piece(s.Number)
		if t.uncredited(&p, d, s) && s.Confidence != cluster.Possible {
			c.Uncredited++
		}
		published.add(d.Meta.Published)
		headline.Add(d, s.Number, Moment(d.Meta.Published))
	}
	c.FirstPublished, c.LastPublished = published.first, published.last
	var err error
	if c.Headline, err = headline.Best(t.Article); err != nil {
		return nil, err
	}
	c.Families, c.Outlets, c.FirstCopy = len(families), len(outlets), t.firstCopy(o)
	if o.Origin >= 0 {
		c.OriginArticle = t.Piece(o.Standings[o.Origin].Number).ID
	}
	if o.Upstream != "" {
		c.UpstreamPresent = report.No
		if outlets[o.Upstream] {
			c.UpstreamPresent = report.Yes
		}
	}
	return c, nil
}

// Story makes the row of a story, of all its articles.
func (t *Teller) Story(id string, members []uint32) (*row.Story, error) {
	s := &row.Story{ID: id, Articles: len(members)}
	outlets, clusters := map[string]bool{}, map[string]bool{}
	var published days
	var headline cluster.Headline
	for _, n := range members {
		d, err := t.Digest(n)
		if err != nil {
			return nil, err
		}
		if o := Displayed(d); o != "" {
			outlets[o] = true
		}
		p := t.Piece(n)
		if p.Standing != nil {
			clusters[p.Cluster] = true
		}
		role, err := t.role(n, &p, d)
		if err != nil {
			return nil, err
		}
		if role == cluster.Single || role == cluster.Origin {
			s.OwnReports++
		}
		published.add(d.Meta.Published)
		headline.Add(d, n, Moment(d.Meta.Published))
	}
	var err error
	if s.Headline, err = headline.Best(t.Article); err != nil {
		return nil, err
	}
	s.Outlets, s.Clusters, s.FirstPublished, s.LastPublished = len(outlets), len(clusters), published.first, published.last
	return s, nil
}

// sharpest is how many seconds wide the interval may be that a time of publication
// means, if it is to tell how much later another piece came. A day alone and a clock
// of an unknown zone are wider.
const sharpest = 60 * 60

// sharp reports whether it is known to the hour or better when an article of these
// dates was published.
func sharp(d cluster.Dates) bool { return d.Undated() == 0 && d.To-d.From <= sharpest }

// FirstReport returns the piece that the others of a cluster followed: its origin,
// or the earliest in hand where that is not; None if its time of publication
// is not known well enough.
func (t *Teller) FirstReport(o *cluster.Outcome) uint32 {
	if o.Origin >= 0 {
		if n := o.Standings[o.Origin].Number; sharp(t.Piece(n).Dates) {
			return n
		}
		return None
	}
	first, from := None, int64(0)
	for i := range o.Standings {
		n := o.Standings[i].Number
		if d := t.Piece(n).Dates; sharp(d) && (first == None || d.From < from) {
			first, from = n, d.From
		}
	}
	return first
}

// Delay returns how many minutes article n came after the first report of its
// cluster, and negative if that is not known, or it came before.
func (t *Teller) Delay(n, first uint32) int {
	if first == None || first == n {
		return -1
	}
	mine := t.Piece(n).Dates
	if later := mine.From - t.Piece(first).Dates.From; sharp(mine) && later >= 0 {
		return int(later / 60)
	}
	return -1
}

// firstCopy returns how many minutes after the first report of a cluster another
// outlet had it; -1 if none is known to.
func (t *Teller) firstCopy(o *cluster.Outcome) int {
	first := t.FirstReport(o)
	least := -1
	for i := range o.Standings {
		s := &o.Standings[i]
		if !s.Derived || first == None || t.Piece(s.Number).Site == t.Piece(first).Site {
			continue
		}
		if d := t.Delay(s.Number, first); d >= 0 && (least < 0 || d < least) {
			least = d
		}
	}
	return least
}
