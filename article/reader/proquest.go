package reader

import "strings"

// proQuest reads a document of ProQuest, behind the line that counts it:
//
//	Harbour stays open
//
//	Author: Crane, Ada.
//
//	Abstract: None available.
//
//	Full text: The text, one paragraph a line.
//
//	Title: Harbour stays open
//
//	Publication title: The Example; London
//
//	Publication date: Mar 12, 2025
//	____________________________________________________________
//
// Older ones have "Publication info: The Example ; London [London]12 Mar 2025:
// A.1." instead.
func (d *document) proQuest(text string) {
	current, first := noLabel, ""
	var full, abstract []string
	for _, line := range linesOf(text) {
		if strings.Trim(line, "_") == "" {
			continue
		}
		l, value := exportLabel(line)
		switch {
		case l == titleLabel && current == textLabel && d.rank[titleField] != 0: // a heading in the text
			l, value = noLabel, line
		case l != noLabel:
			current = l
		case current == noLabel && first == "" && !isURL(line):
			first = line
		default:
			value = line
		}
		switch {
		case current == textLabel && value != "" && !strings.HasPrefix(value, "Enlarge this image"):
			full = append(full, value)
		case current == abstractLabel:
			abstract = append(abstract, value)
		case l == publicationLabel:
			d.publication(value)
		case l != noLabel && l != textLabel:
			d.says(l, value)
		}
	}
	d.plain(titleField, 3, "title", first)
	if len(full) > 0 && !strings.HasPrefix(full[0], "Not available") {
		d.body(full, "")
	} else {
		d.blank = len(abstract) > 0
	}
}

// publication reads where an article stood: "The Example; London", or all of it
// in one line.
func (d *document) publication(v string) {
	name, _, _ := strings.Cut(v, ";")
	name = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(name), "(Online)"))
	if before, _, ok := strings.Cut(name, ", "); ok && strings.Contains(strings.ToLower(name), "edition") {
		name = before
	}
	d.outlet(name)
	if _, after, ok := strings.Cut(v, "]"); ok { // The Example ; London [London]12 Mar 2025: A.1.
		day, _, _ := strings.Cut(after, ":")
		d.dated(day)
	}
}
