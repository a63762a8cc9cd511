package cluster

// Dates are the interval in which an article was published, in seconds since 1970;
// 0 and 0 if that is unknown.
type Dates struct{ From, To int64 }

// Undated is 1 for an article whose time of publication is unknown.
func (d Dates) Undated() int {
	if d.From == 0 && d.To == 0 {
		return 1
	}
	return 0
}

// Apart reports whether two articles were certainly published more than so many
// seconds apart, too far for one to retell the other.
func (d Dates) Apart(e Dates, window int64) bool {
	if d.Undated()+e.Undated() > 0 {
		return false
	}
	return e.From-d.To > window || d.From-e.To > window
}

// How many seconds a piece that is retold is older than the other at most, and how many
// younger, since many dates are days.
const (
	longestRetold = 3 * 24 * 60 * 60
	longestAhead  = 24 * 60 * 60
)

// MayRetell reports whether a piece of d may retell one of e by their dates.
func (d Dates) MayRetell(e Dates) bool {
	return d.Undated()+e.Undated() > 0 || d.From-e.To <= longestRetold && e.From-d.To <= longestAhead
}

// And returns the interval that holds both d and e. One that is unknown adds
// nothing.
func (d Dates) And(e Dates) Dates {
	switch {
	case d.Undated() == 1:
		return e
	case e.Undated() == 1:
		return d
	}
	return Dates{min(d.From, e.From), max(d.To, e.To)}
}

// Days returns the days of d, counted since 1970, for When.
func (d Dates) Days() (from, to int32, known bool) {
	const day = 24 * 60 * 60
	return int32(d.From / day), int32(d.To / day), d.Undated() == 0
}
