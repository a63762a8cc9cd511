package page

import (
	"strconv"

	"wiretrace/report"
)

// Address returns where the page of a cluster stands in a report, relative to
// its folder, with slashes; empty if there is no cluster. If an article of the
// cluster is named, the address leads to it, and, if end is not 0, to what it
// has between two code points.
//
// It names the first page of a cluster of several, which passes on what is on
// a later one.
func Address(cluster, article string, start, end int) string {
	if cluster == "" {
		return ""
	}
	b := report.PagesDir + "/" + partName(fileName(cluster), 0)
	if article == "" {
		return b
	}
	b += "#" + keyOf(article)
	if end == 0 {
		return b
	}
	return b + ":" + strconv.Itoa(start) + "-" + strconv.Itoa(end)
}

// StoryAddress returns what leads to the page of a story, from the folder of the
// report; empty if there is no id.
func StoryAddress(id string) string {
	if id == "" {
		return ""
	}
	return report.StoryDir + "/" + fileName(id) + ".html"
}
