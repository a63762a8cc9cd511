package date

import (
	"strings"
	"time"

	"wiretrace/article"
)

// clock reads the rest of 11:04, 11:04:59.25, 18h or 18h05.
func (p *parser) clock(hour number, sep byte) bool {
	if hour.digits > 2 {
		return false
	}
	p.i++
	if sep != ':' && !p.digitAt(p.i) {
		return p.setClock(hour.value, 0, 0, 0, article.Minute)
	}
	minute := p.digits()
	if minute.digits != 2 {
		return false
	}
	if p.at(p.i) != ':' || !p.digitAt(p.i+1) {
		return p.setClock(hour.value, minute.value, 0, 0, article.Minute) && p.afternoon()
	}
	p.i++
	second := p.digits()
	if second.digits != 2 {
		return false
	}
	return p.setClock(hour.value, minute.value, second.value, p.fraction(), article.Second) && p.afternoon()
}

// fraction reads a fraction of a second, in nanoseconds. Some programs write a colon before milliseconds.
func (p *parser) fraction() int {
	c := p.at(p.i)
	milliseconds := c == ':' && p.digitAt(p.i+2) && p.digitAt(p.i+3) && !p.digitAt(p.i+4)
	if c != '.' && c != ',' && !milliseconds || !p.digitAt(p.i+1) {
		return 0
	}
	p.i++
	nsec, unit := 0, int(100*time.Millisecond)
	for ; p.digitAt(p.i); p.i++ {
		nsec += int(p.s[p.i]-'0') * unit
		unit /= 10
	}
	return nsec
}

// afternoon reads am or pm after a time of day, if there is one.
func (p *parser) afternoon() bool {
	end, pm, ok := p.meridiem()
	if !ok {
		return true
	}
	p.i = end
	return p.halfDay(pm)
}

// halfDay moves the hour into the half of the day that am or pm names.
// Scrapers write 13:20 PM too.
func (p *parser) halfDay(pm bool) bool {
	switch {
	case pm && p.hour < 12:
		p.hour += 12
	case !pm && p.hour == 12:
		p.hour = 0
	case !pm && p.hour > 12:
		return false
	}
	return true
}

// meridiem looks for am, pm, a.m. or p.m. ahead and returns where it ends.
func (p *parser) meridiem() (end int, pm, ok bool) {
	i := p.i
	for _, space := range [...]string{" ", "\u00a0", "\u202f"} {
		if strings.HasPrefix(p.s[i:], space) {
			i += len(space)
			break
		}
	}
	c := p.at(i) | 0x20
	if c != 'a' && c != 'p' {
		return 0, false, false
	}
	i++
	if p.at(i) == '.' {
		i++
		if p.at(i) == ' ' {
			i++
		}
	}
	if p.at(i)|0x20 != 'm' || letter(p.at(i+1)) || p.at(i+1) >= 0x80 && p.at(i+1) != 0xc2 && p.at(i+1) != 0xe2 {
		return 0, false, false
	}
	i++
	if p.at(i) == '.' {
		i++
	}
	return i, c == 'p', true
}

// zoneOffset reads +02:00, -0700, +2 or -07.
func (p *parser) zoneOffset() bool {
	sign := 1
	if p.s[p.i] == '-' {
		sign = -1
	}
	p.i++
	h := p.digits()
	minutes := 0
	switch {
	case h.digits <= 2 && p.at(p.i) == ':' && p.digitAt(p.i+1):
		p.i++
		m := p.digits()
		if m.digits != 2 {
			return false
		}
		minutes = h.value*60 + m.value
	case h.digits <= 2:
		minutes = h.value * 60
	case h.digits == 4:
		minutes = h.value/100*60 + h.value%100
	default:
		return false
	}
	// The zones in use reach from -12:00 to +14:00.
	if minutes%60 > 59 || minutes > 14*60 {
		return false
	}
	return p.setZone(sign*minutes*60, false)
}

func (p *parser) setZone(offset int, rule bool) bool {
	// "+0000 (UTC)" and "+00:00 UTC" say it twice.
	if p.zoned && (p.offset != offset || p.rule != rule) {
		return false
	}
	p.zoned, p.offset, p.rule, p.clocked = true, offset, rule, true
	return true
}

// summer reports whether a North American wall clock that shows t, whatever
// its location, shows daylight time: from 2007 on the second Sunday of March
// to the first of November, before that the first of April to the last of
// October, each at 2 o'clock.
func summer(t time.Time) bool {
	from, to := sunday(t.Year(), time.March, 8), sunday(t.Year(), time.November, 1)
	if t.Year() < 2007 {
		from, to = sunday(t.Year(), time.April, 1), sunday(t.Year(), time.October, 25)
	}
	return !t.Before(from) && t.Before(to)
}

// sunday returns 2 o'clock on the first Sunday from the given day on.
func sunday(year int, month time.Month, day int) time.Time {
	t := time.Date(year, month, day, 2, 0, 0, 0, time.UTC)
	return t.AddDate(0, 0, (7-int(t.Weekday()))%7)
}

// epoch reads a time counted since 1970: in seconds from nine digits (1973)
// on, in milliseconds, microseconds or nanoseconds by their number of digits.
func epoch(s string) (article.Time, bool) {
	whole, frac, _ := strings.Cut(s, ".")
	n := int64(0)
	for _, c := range []byte(whole) {
		if c < '0' || c > '9' || len(whole) > 19 {
			return article.Time{}, false
		}
		n = n*10 + int64(c-'0')
	}
	if whole == "" || whole[0] == '0' || strings.Trim(frac, "0123456789") != "" {
		return article.Time{}, false
	}
	var t time.Time
	switch len(whole) {
	case 9, 10:
		t = time.Unix(n, 0)
	case 13:
		t = time.UnixMilli(n)
	case 16:
		t = time.UnixMicro(n)
	case 19:
		t = time.Unix(0, n)
	default:
		return article.Time{}, false
	}
	t = t.UTC()
	if t.Year() < firstYear || t.Year() > lastYear {
		return article.Time{}, false
	}
	if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
		return article.Time{When: t.Truncate(24 * time.Hour), Precision: article.Day}, true
	}
	return article.Time{When: t, Precision: article.Second, Zoned: true}, true
}
