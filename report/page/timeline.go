package page

import (
	"cmp"
	"slices"
	"time"
)

// Sizes of the timeline in pixels.
const (
	laneHeight = 26
	laneLeft   = 190
	laneWidth  = 640
	laneRight  = 30
	mostLanes  = 24
	axisHeight = 30
)

// timeline draws when each article was published, a line an outlet: a dot where the
// time is known, hollow where its zone is not, a bar where only the day is. It returns
// nil if no date is known.
func timeline(members []member, address func(m *member) string) *drawing {
	dated, undated := lanesOf(members)
	if len(dated) == 0 {
		return nil
	}
	from, to := dated[0].when.when, dated[0].when.end()
	for _, m := range dated {
		from, to = earlier(from, m.when.when), later(to, m.when.end())
	}
	if to.Sub(from) < time.Hour {
		middle := from.Add(to.Sub(from) / 2)
		from, to = middle.Add(-time.Hour/2), middle.Add(time.Hour/2)
	}
	x := func(t time.Time) float64 {
		return laneLeft + laneWidth*float64(t.Sub(from))/float64(to.Sub(from))
	}
	lanes := byOutlet(dated)
	more := max(len(lanes)-mostLanes, 0)
	lanes = lanes[:len(lanes)-more]
	d := &drawing{width: laneLeft + laneWidth + laneRight, address: address}
	bottom := axisHeight + float64(len(lanes))*laneHeight
	for _, t := range ticks(from, to) {
		d.add(`<path class="grid" d="M%[1]s %[2]d L%[1]s %[3]s"/>`, num(x(t.at)), axisHeight-6, num(bottom))
		d.label(x(t.at), axisHeight-12, "tick", "middle", t.label)
	}
	for i, lane := range lanes {
		y := axisHeight + (float64(i)+0.5)*laneHeight
		d.label(laneLeft-14, y+4.5, "name", "end", fit(lane[0].name(), laneLeft-24, 13.5))
		for _, m := range lane {
			class := standingClasses[m.standing()]
			d.linked(m, func() {
				switch at := x(m.when.when); {
				case m.when.day:
					d.add(`<rect class="mark %s" x="%s" y="%s" width="%s" height="10" rx="3"/>`, class, num(at), num(y-5), num(max(x(m.when.end())-at, 6)))
				case m.when.zone == "":
					d.add(`<circle class="mark hollow %s" cx="%s" cy="%s" r="5.5"/>`, class, num(at), num(y))
				default:
					d.add(`<circle class="mark %s" cx="%s" cy="%s" r="6"/>`, class, num(at), num(y))
				}
			})
		}
	}
	d.height = bottom + 12
	if more+undated > 0 {
		note := ""
		if more > 0 {
			note = "and " + number(more, "later outlet")
		}
		if undated > 0 {
			if note != "" {
				note += ", "
			}
			note += number(undated, "article") + " without a date"
		}
		d.label(laneLeft, bottom+18, "small", "start", note)
		d.height += 18
	}
	return d
}

// byOutlet groups articles by what they are called, in the order of the first of each.
func byOutlet(members []*member) (lanes [][]*member) {
	at := map[string]int{}
	for _, m := range members {
		name := m.name()
		i, ok := at[name]
		if !ok {
			i = len(lanes)
			at[name] = i
			lanes = append(lanes, nil)
		}
		lanes[i] = append(lanes[i], m)
	}
	return lanes
}

// lanesOf returns the dated articles, oldest first, and counts the others.
func lanesOf(members []member) (lanes []*member, undated int) {
	for i := range members {
		if members[i].when.known {
			lanes = append(lanes, &members[i])
		} else {
			undated++
		}
	}
	slices.SortStableFunc(lanes, func(a, b *member) int {
		return cmp.Or(a.when.when.Compare(b.when.when), cmp.Compare(a.when.end().Unix(), b.when.end().Unix()))
	})
	return lanes, undated
}

// A tick is a mark on the axis of time.
type tick struct {
	at    time.Time
	label string
}

// ticks returns four to nine round times from one time to another.
func ticks(from, to time.Time) (out []tick) {
	day := 24 * time.Hour
	for _, step := range []time.Duration{
		10 * time.Minute, 30 * time.Minute, time.Hour, 2 * time.Hour, 4 * time.Hour, 6 * time.Hour, 12 * time.Hour,
		day, 2 * day, 7 * day, 14 * day, 30 * day, 91 * day, 182 * day, 365 * day, 730 * day, 3650 * day,
	} {
		if to.Sub(from)/step > 8 {
			continue
		}
		for t := from.Truncate(step); !t.After(to); t = t.Add(step) {
			if t.Before(from) {
				continue
			}
			label := t.Format("2 Jan")
			switch {
			case step >= 91*day:
				label = t.Format("Jan 2006")
			case step < day && t.Hour()+t.Minute() > 0:
				label = t.Format("15:04")
			}
			out = append(out, tick{t, label})
		}
		if len(out) > 0 && step < day && out[0].at.Hour()+out[0].at.Minute() > 0 {
			out[0].label = out[0].at.Format("2 Jan, 15:04")
		}
		return out
	}
	return nil
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
