package reader

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"wiretrace/article"
	"wiretrace/article/date"
)

// flatDate reads an object that stands for a time, as databases and programs write it:
//
//	{"$date": 1723892699000}, {"$date": {"$numberLong": "1723892699000"}}, {"$date": "2024-08-17T11:04:59Z"}     MongoDB
//	{"__type": "Date", "iso": "2024-08-17T11:04:59Z"}                                                            Parse
//	{"_seconds": 1723892699, "_nanoseconds": 0}                                                                  Firestore
//	{"date": "2024-08-17 11:04:59.000000", "timezone_type": 1, "timezone": "+02:00"}                             PHP
//	{"year": 2024, "month": 8, "day": 17}                                                                        many
func flatDate(s *scanner, depth int) (string, bool) {
	parts := map[string]string{}
	best, bestRank := "", 100
	ok := s.object(func(key []byte) bool {
		var buf [40]byte
		name := string(foldKey(buf[:0], key))
		rank := timeRank(name)
		v, ok := flat(s, dateField, depth+1)
		if name == "$date" && isNumber(v) {
			v = "Date(" + v + ")" // milliseconds, however few
		}
		parts[name] = v
		if ok && rank > 0 && rank < bestRank && strings.TrimSpace(v) != "" {
			best, bestRank = v, rank
		}
		return ok
	})
	if v := inParts(parts); v != "" && (bestRank > timeRank("timestamp") || best == "") {
		return v, ok
	}
	if zone := parts["timezone"]; zone != "" {
		if zoned := best + " " + zone; understood(zoned) {
			return zoned, ok
		}
	}
	return best, ok
}

// timeRank says how well a key of an object that stands for a time names it; 0: not.
func timeRank(key string) int {
	switch key {
	case "dateparts", "$date", "iso", "iso8601", "datetime", "utc", "gmt", "$t", "$numberlong":
		return 1
	case "seconds", "epoch", "epochseconds", "unix", "unixtime", "t", "$timestamp", "milliseconds", "millis":
		return 2
	case "date", "timestamp", "published":
		return 3
	case "local", "raw", "original", "formatted", "display":
		return 5
	case "s", "n": // of DynamoDB
		return 6
	}
	if rank := nameRank(key); rank > 0 {
		return rank + 6
	}
	return 0
}

// inParts returns the time that an object gives in parts, empty if it does not.
func inParts(parts map[string]string) string {
	first := func(keys ...string) string {
		for _, k := range keys {
			if v := strings.TrimSpace(parts[k]); v != "" {
				return v
			}
		}
		return ""
	}
	year, month, day := first("year"), first("monthvalue", "monthnumber", "month"), first("day", "dayofmonth")
	if year == "" || month == "" || day == "" {
		return ""
	}
	if !isNumber(month) {
		return day + " " + month + " " + year
	}
	numbers := []string{year, month, day}
	if hour, minute := first("hour", "hours"), first("minute", "minutes"); hour != "" && minute != "" {
		numbers = append(numbers, hour, minute)
		if second := first("second"); second != "" {
			numbers = append(numbers, second)
		}
	}
	return fromNumbers(numbers)
}

// fromNumbers writes the parts of a time, from the year on, as a date; empty if they are none.
// Java writes a time so: [2024, 8, 17, 11, 4].
func fromNumbers(numbers []string) string {
	const fewest, most = 3, 6
	if len(numbers) < fewest {
		return ""
	}
	var n [most]int
	for i, s := range numbers[:min(len(numbers), most)] {
		v, err := strconv.Atoi(s)
		if err != nil || v < 0 {
			return ""
		}
		n[i] = v
	}
	v := date.Clock(n[0], n[1], n[2], n[3], n[4], n[5])
	if !understood(v) {
		return ""
	}
	return v
}

func understood(s string) bool {
	_, ok := date.Parse(s)
	return ok
}

// isNumber reports whether s is a whole number, perhaps below zero.
func isNumber(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	return digits != "" && !slices.ContainsFunc([]byte(digits), func(c byte) bool { return !isDigit(c) })
}

// spreadsheetDay reads the number that a spreadsheet has for a day, and a part of it: 45419.75. It counts from the end of
// the year 1899, and is of the years from 1954 to 2064, since others may count days from another one.
func spreadsheetDay(v string) (article.Time, bool) {
	const digits, first, last = 5, 20_000, 60_000
	v = strings.Replace(v, ",", ".", 1) // as most of Europe writes a part
	if len(v) < digits || len(v) > digits && v[digits] != '.' || strings.Trim(v, "0123456789.") != "" {
		return article.Time{}, false
	}
	days, err := strconv.ParseFloat(v, 64)
	if err != nil || days < first || days >= last {
		return article.Time{}, false
	}
	day := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(days))
	if part := days - float64(int(days)); part > 0 {
		minutes := time.Duration(part*24*60+.5) * time.Minute
		return article.Time{When: day.Add(minutes), Precision: article.Minute}, true
	}
	return article.Time{When: day, Precision: article.Day}, true
}

// since1899 makes the number of a day that counts from the year 1904 one that spreadsheetDay reads; all else it returns as it is.
func since1899(v string) string {
	const later, digits = 1462, 5
	days, err := strconv.ParseFloat(v, 64)
	if _, ok := spreadsheetDay(strconv.FormatFloat(days+later, 'f', -1, 64)); err != nil || !ok || len(v) < digits {
		return v
	}
	return strconv.FormatFloat(days+later, 'f', -1, 64)
}
