package page

import (
	"strings"
	"time"
)

// A moment is when something was published, as far as a cell of a report
// tells: its precision is its length.
type moment struct {
	when  time.Time // UTC if zoned, else as the clock stood there
	known bool
	day   bool   // no more than the day is known
	zone  string // as given: "", "Z", "+01:00"
}

// read reads a cell "published". What cannot be read is unknown.
func read(s string) moment {
	for _, layout := range []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			zone := "Z"
			if !strings.HasSuffix(s, "Z") {
				zone = s[len(s)-6:]
			}
			return moment{when: t.UTC(), known: true, zone: zone}
		}
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return moment{when: t, known: true}
		}
	}
	if t, err := time.Parse("2006-01-02", s); err == nil {
		return moment{when: t, known: true, day: true}
	}
	return moment{}
}

// end returns the end of the moment: a day later if only the day is known.
func (m moment) end() time.Time {
	if m.day {
		return m.when.AddDate(0, 0, 1)
	}
	return m.when
}

// String writes m for people, times in UTC where the zone is known.
func (m moment) String() string {
	switch {
	case !m.known:
		return "no date"
	case m.day:
		return m.when.Format("2 Jan 2006")
	case m.zone == "":
		return m.when.Format("2 Jan 2006, 15:04") + " local"
	}
	return m.when.Format("2 Jan 2006, 15:04") + " UTC"
}

// span writes the time from one moment to another, without zones: the second
// day only if it is another one.
func span(first, last moment) string {
	if !first.known {
		return ""
	}
	const day, clock = "2 Jan 2006", "15:04"
	s := first.when.Format(day)
	if !first.day {
		s += ", " + first.when.Format(clock)
	}
	same := last.when.Format(day) == first.when.Format(day)
	switch {
	case !last.known || !last.when.After(first.when) || same && (first.day || last.day):
		return s
	case same:
		return s + " to " + last.when.Format(clock)
	case last.day:
		return s + " to " + last.when.Format(day)
	}
	return s + " to " + last.when.Format(day+", "+clock)
}

// spell writes a length of time as people say it.
func spell(d time.Duration) string {
	minutes := int(d / time.Minute)
	switch {
	case minutes < 1:
		return "the same minute"
	case minutes < 60:
		return number(minutes, "minute")
	case minutes < 48*60:
		if minutes%60 == 0 || minutes > 10*60 {
			return number((minutes+30)/60, "hour")
		}
		return number(minutes/60, "hour") + " " + number(minutes%60, "minute")
	}
	return number((minutes+12*60)/(24*60), "day")
}

// delay writes a number of minutes as people say it; nothing if it is negative.
func delay(minutes int) string {
	if minutes < 0 {
		return ""
	}
	return spell(time.Duration(minutes) * time.Minute)
}
