package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"wiretrace/credit"
)

// A size is a number of bytes given as 64MiB, 2GB or plainly. It prints in the
// largest unit that divides it.
type size int64

func (s *size) String() string {
	for _, u := range sizeUnits {
		if n := int64(*s); n >= u.bytes && n%u.bytes == 0 {
			return fmt.Sprintf("%d%s", n/u.bytes, u.name)
		}
	}
	return strconv.FormatInt(int64(*s), 10)
}

func (s *size) Type() string { return "size" }

// sizeUnits are in the order of their sizes, but for further names of some.
var sizeUnits = []struct {
	name  string
	bytes int64
}{
	{"GiB", 1 << 30}, {"GB", 1e9}, {"MiB", 1 << 20}, {"MB", 1e6}, {"KiB", 1 << 10}, {"KB", 1e3}, {"G", 1 << 30}, {"M", 1 << 20}, {"K", 1 << 10}, {"B", 1},
}

func (s *size) Set(v string) error {
	number, unit := v, int64(1)
	for _, u := range sizeUnits {
		if len(v) > len(u.name) && strings.EqualFold(v[len(v)-len(u.name):], u.name) {
			number, unit = v[:len(v)-len(u.name)], u.bytes
			break
		}
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || !(n >= 1) || n*float64(unit) > 1<<50 {
		return fmt.Errorf("not a size: %q (such as 512MiB or 2GiB)", v)
	}
	*s = size(n * float64(unit))
	return nil
}

// A span is a length of time given in days, 7d, or as Go writes durations.
type span time.Duration

func (s *span) String() string {
	if *s == 0 {
		return "" // as a default it is none
	}
	if d := time.Duration(*s); d%day != 0 {
		text := d.String()
		if rest, ok := strings.CutSuffix(text, "m0s"); ok {
			text = rest + "m"
		}
		if rest, ok := strings.CutSuffix(text, "h0m"); ok {
			text = rest + "h"
		}
		return text
	}
	return strconv.Itoa(int(time.Duration(*s)/day)) + "d"
}

func (s *span) Type() string { return "span" }

const day = 24 * time.Hour

func (s *span) Set(v string) error {
	d, err := time.ParseDuration(v)
	if number, ok := strings.CutSuffix(v, "d"); ok {
		var days float64
		days, err = strconv.ParseFloat(number, 64)
		d = time.Duration(days * float64(day))
	}
	if err != nil || d <= 0 || d > 1000*day {
		return fmt.Errorf("not a length of time: %q (such as 7d or 36h)", v)
	}
	*s = span(d)
	return nil
}

// outlets returns the gazetteer built in, extended by a file if one is named.
func outlets(file string) (*credit.Gazetteer, error) {
	g := credit.Default()
	if file == "" {
		return g, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("read outlets: %w", err)
	}
	defer f.Close()
	g, err = g.Extend(f, file)
	if err != nil {
		return nil, fmt.Errorf("read outlets: %w", err)
	}
	return g, nil
}
