package progress

import (
	"fmt"
	"math"
	"time"

	"wiretrace/job"
)

// A pace is how far a step of a job has come and how fast it goes.
type pace struct {
	step        job.Step
	articles    int
	done, total int           // of what the step works on; total 0 if not known
	part        float64       // of the step, 0 to 1; below 0 if not known
	rate        float64       // done a second; 0 if not known
	left        time.Duration // for the step; below 0 if not known
	bytes       int64         // read
	memory      uint64        // bytes
}

// units are what the steps count, but for articles.
var units = map[job.Step]string{job.Grouping: "pairs", job.Comparing: "pairs", job.Resolving: "clusters"}

// unit is what the step counts.
func (c pace) unit() string {
	if unit, ok := units[c.step]; ok {
		return unit
	}
	return "articles"
}

// String returns the pace as a line for people, of any length.
func (c pace) String() string {
	line := fmt.Sprintf("%-9s ", c.step)
	unit := c.unit()
	if unit != "articles" {
		line += fmt.Sprintf("%d articles, ", c.articles)
	}
	line += fmt.Sprint(c.done)
	if c.total > 0 {
		line += fmt.Sprintf(" of %d", c.total)
	}
	line += " " + unit
	if c.part >= 0 {
		line += fmt.Sprintf(" (%.0f %%)", math.Floor(100*c.part))
	}
	if c.rate > 0 {
		line += fmt.Sprintf(", %.0f a second", c.rate)
	}
	if c.left >= 0 {
		line += ", " + c.left.String() + " left"
	}
	return line + fmt.Sprintf(", %d MB memory", c.memory/1e6)
}

// attrs returns the pace for programs. What is not known is left out.
func (c pace) attrs() []any {
	list := []any{"step", string(c.step), "articles", c.articles, "done", c.done}
	if c.total > 0 {
		list = append(list, "total", c.total)
	}
	if c.rate > 0 {
		list = append(list, "per_second", math.Round(c.rate))
	}
	if c.left >= 0 {
		list = append(list, "seconds_left", c.left.Seconds())
	}
	return append(list, "input_bytes", c.bytes, "memory_bytes", c.memory)
}
