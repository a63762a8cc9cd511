package date

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"wiretrace/article"
)

// call reads a time as programs print the call that makes it, or write it into JSON:
//
//	/Date(1723892699000)/, /Date(1723892699000+0200)/     .NET: the zone is the writer's, the number counts in UTC
//	new Date(1723892699000), Date(2024, 7, 17, 11, 4)     JavaScript: months count from 0
//	ISODate("2024-08-17T11:04:59Z"), Timestamp(1723892699, 1), NumberLong("1723892699000")     MongoDB
//	datetime.datetime(2024, 8, 17, 11, 4, tzinfo=datetime.timezone.utc), datetime.date(2024, 8, 17)     Python
//	time.struct_time(tm_year=2024, tm_mon=8, tm_mday=17, tm_hour=11, ...)
//	Timestamp('2024-08-17 11:04:59+0000', tz='UTC')     pandas
//
// is reports whether s is such a call of a name known here.
func call(s string, order Order) (t article.Time, is, ok bool) {
	s = strings.TrimPrefix(strings.Trim(s, "/\\"), "new ")
	name, args, found := strings.Cut(s, "(")
	args, closed := strings.CutSuffix(args, ")")
	if !found || !closed {
		return article.Time{}, false, false
	}
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[i+1:]
	}
	firstMonth := 1
	switch name {
	case "Date":
		firstMonth = 0
	case "date", "datetime", "struct_time", "ISODate", "Timestamp", "NumberLong", "DatetimeWithNanoseconds":
	default:
		return article.Time{}, false, false
	}
	args = strings.TrimSpace(args)
	switch {
	case args == "":
	case args[0] == '"' || args[0] == '\'':
		t, ok = quotedTime(args, order)
	case name == "struct_time":
		t, ok = structTime(args)
	default:
		if t, ok = ticks(args, name == "Date"); !ok {
			t, ok = wallClock(args, firstMonth)
		}
	}
	return t, true, ok
}

// quotedTime reads the string that a call begins with. What else stands in the call may
// say that the time is UTC.
func quotedTime(args string, order Order) (article.Time, bool) {
	inner, rest, ok := strings.Cut(args[1:], args[:1])
	if !ok || strings.Contains(inner, "(") {
		return article.Time{}, false
	}
	t, ok := ParseAs(inner, order)
	if t.Precision > article.Day && strings.Contains(rest, "UTC") {
		t.Zoned = true
	}
	return t, ok
}

// ticks reads a time since 1970, with the offset of .NET behind it, or the counter of
// MongoDB. milli says that it is in milliseconds, however few; they may lie before 1970.
func ticks(args string, milli bool) (article.Time, bool) {
	digits, zone := args, ""
	if i := strings.IndexAny(args[1:], "+-,"); i >= 0 {
		digits, zone = args[:i+1], args[i+1:]
	}
	t, ok := epoch(digits)
	if milli {
		t, ok = epochMilli(digits)
	}
	if !ok || zone == "" || zone[0] == ',' && !milli {
		return t, ok
	}
	z := parser{s: zone, clocked: true}
	if zone[0] == ',' || !z.zoneOffset() || z.i != len(z.s) {
		return article.Time{}, false
	}
	return inZone(t.When, z.offset), true
}

// epochMilli reads a number of milliseconds since 1970, or before.
func epochMilli(digits string) (article.Time, bool) {
	ms, err := strconv.ParseInt(digits, 10, 64)
	const fewest = 1e9 // else it is the number of a year, or a default
	if err != nil || ms < fewest && ms > -fewest {
		return article.Time{}, false
	}
	when := time.UnixMilli(ms)
	if year := when.UTC().Year(); year < firstYear || year > lastYear {
		return article.Time{}, false
	}
	return inZone(when, 0), true
}

// inZone returns an instant as a clock east of UTC by offset seconds shows it: the day
// alone where it shows midnight.
func inZone(when time.Time, offset int) article.Time {
	when = when.UTC()
	if offset != 0 {
		when = when.In(time.FixedZone("", offset))
	}
	if h, m, s := when.Clock(); h+m+s == 0 {
		y, month, d := when.Date()
		return article.Time{When: time.Date(y, month, d, 0, 0, 0, 0, time.UTC), Precision: article.Day}
	}
	return article.Time{When: when, Precision: article.Second, Zoned: true}
}

// wallClock reads year, month, day and the parts of a time of day, between commas, and
// the zone where it is named by a number or is UTC.
func wallClock(args string, firstMonth int) (article.Time, bool) {
	const most = 7 // down to parts of a second
	var n [most]int
	count, utc, offset := 0, false, 0
	for len(args) > 0 {
		part, rest, _ := strings.Cut(args, ",")
		part = strings.TrimSpace(part)
		if value, zoned := strings.CutPrefix(part, "tzinfo="); zoned {
			utc, offset = zoneOfPython(value + "," + rest)
			break
		}
		if key, _, named := strings.Cut(part, "="); named && key == "fold" {
			break
		}
		v, err := strconv.Atoi(part)
		if err != nil || v < 0 || count == most {
			return article.Time{}, false
		}
		n[count] = v
		count++
		args = rest
	}
	if count < 3 {
		return article.Time{}, false
	}
	t, ok := Parse(Clock(n[0], n[1]+1-firstMonth, n[2], n[3], n[4], n[5]))
	if !ok || t.Precision == article.Day {
		return t, ok
	}
	if utc {
		t.Zoned = true
	}
	if offset != 0 {
		t.Zoned, t.When = true, t.When.Add(-time.Duration(offset)*time.Second).In(time.FixedZone("", offset))
	}
	return t, true
}

// zoneOfPython reads how Python prints a zone: datetime.timezone.utc, <UTC>, tzutc(),
// datetime.timezone(datetime.timedelta(seconds=7200)), tzoffset(None, 7200).
func zoneOfPython(s string) (utc bool, offset int) {
	behind := s
	for _, mark := range [...]string{"seconds=", "tzoffset(None,", "FixedOffset("} {
		if _, after, ok := strings.Cut(s, mark); ok {
			behind = strings.TrimSpace(after)
			n, err := strconv.Atoi(behind[:len(behind)-len(strings.TrimLeft(behind, "-0123456789"))])
			if mark == "FixedOffset(" { // minutes
				n *= 60
			}
			if strings.Contains(s, "days=-1") { // west of Greenwich
				n -= 24 * 60 * 60
			}
			const farthest = 14 * 60 * 60
			if err == nil && n > -farthest && n <= farthest {
				return n == 0, n
			}
			return false, 0
		}
	}
	return strings.Contains(strings.ToLower(s), "utc"), 0
}

// structTime reads how Python prints a broken-down time. It does not say its zone.
func structTime(args string) (article.Time, bool) {
	n := map[string]int{}
	for part := range strings.SplitSeq(args, ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		v, err := strconv.Atoi(value)
		if err != nil {
			return article.Time{}, false
		}
		n[key] = v
	}
	return Parse(Clock(n["tm_year"], n["tm_mon"], n["tm_mday"], n["tm_hour"], n["tm_min"], n["tm_sec"]))
}

// Clock writes a time that is given in numbers, the parts that nobody gives as 0, as Parse reads it.
func Clock(year, month, day, hour, minute, second int) string {
	return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute, second)
}
