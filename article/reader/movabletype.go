package reader

import (
	"bytes"
	"strings"

	"wiretrace/article/date"
)

// isMovableType reports whether a text begins with the first entry of an export of Movable Type, which TypePad, and tools that
// move a site to another system, write too.
func isMovableType(text []byte) bool {
	const near = 4 << 10 // bytes
	text = bytes.TrimLeft(bytes.TrimPrefix(text, bomUTF8), " \t\r\n")
	line, _, _ := bytes.Cut(text, []byte("\n"))
	if name, _, ok := bytes.Cut(line, []byte(": ")); !ok || !isCapitals(string(name)) {
		return false
	}
	head := bytes.ReplaceAll(text[:min(len(text), near)], []byte("\r\n"), []byte("\n"))
	return bytes.Contains(head, []byte("\n-----\nBODY:")) && bytes.Contains(head, []byte("TITLE: "))
}

// isCapitals reports whether a label is written as Movable Type writes its own: AUTHOR, PRIMARY CATEGORY.
func isCapitals(s string) bool {
	return s != "" && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ ") == ""
}

// movableType reads an entry of an export of Movable Type, up to the eight dashes behind it:
//
//	AUTHOR: Ada Crane
//	TITLE: Harbour stays open
//	STATUS: Publish
//	DATE: 03/12/2025 08:15:00 AM
//	-----
//	BODY:
//	<p>The text.</p>
//	-----
//	EXTENDED BODY:
//	<p>The rest of it.</p>
//	-----
//	COMMENT:
//	AUTHOR: A reader
//	DATE: 03/14/2025 09:00:00 PM
//	What the reader has to say.
//	-----
//	--------
//
// The month stands before the day, whoever wrote it. Comments and pings are passed over.
func (d *document) movableType(text string) {
	parts := strings.Split("\n"+text, "\n-----\n")
	d.order = date.MonthFirst
	for line := range strings.Lines(parts[0]) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		switch name {
		case "AUTHOR":
			d.plain(bylineField, 1, "author", value)
		case "TITLE":
			d.plain(titleField, 1, "title", value)
		case "DATE":
			d.plain(dateField, 1, "date", value)
		case "STATUS":
			d.draft = value == "Draft"
		case "UNIQUE URL":
			d.plain(urlField, 1, "url", value)
		}
	}
	var body []string
	for _, part := range parts[1:] {
		name, value, _ := strings.Cut(part, "\n")
		if name = strings.TrimSpace(name); name == "BODY:" || name == "EXTENDED BODY:" {
			if value = plainText(strings.TrimSpace(strings.TrimSuffix(strings.TrimRight(value, "- \n"), "-----"))); value != "" {
				body = append(body, value)
			}
		}
	}
	d.body(body, "")
}
