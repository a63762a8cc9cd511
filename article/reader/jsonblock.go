package reader

import (
	"slices"
	"strings"
)

// flatBlock reads an object that holds a text or a part of one, as content
// management systems and extractors write them:
//
//	{"summary": [...], "sections": [{"headline": [...], "paragraphs": [...]}]}     Fundus
//	{"type": "paragraph", "text": "..."}, {"type": "image", "caption": "..."}      many
//	{"type": "text", "content": "<p>...</p>"}                                      Arc
//	{"type": "paragraph", "data": {"text": "..."}}                                 Editor.js
//	{"type": "paragraph", "content": [{"type": "text", "text": "..."}, ...]}       ProseMirror
//	{"_type": "block", "children": [{"_type": "span", "text": "..."}, ...]}        Sanity
//	{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "..."}]}   Contentful
//
// Parts are joined with an empty line between them, but for the runs of text of
// one paragraph. What they write as HTML is read as HTML, entities too. Of the forms of one text, plain and HTML, one is taken.
func flatBlock(s *scanner, depth int) (string, bool) {
	kind := blockKind(s)
	if notText(kind) {
		return "", s.skip(depth)
	}
	inline := oneOf(kind, "paragraph", "block", "heading", "p", "h1", "h2", "h3", "h4")
	var parts []string
	text, textRank := "", 100
	summary := "" // of Fundus before the sections; of Drupal beside the text, for lists
	ok := s.object(func(key []byte) bool {
		var buf [40]byte
		name := string(foldKey(buf[:0], key))
		part, rank := blockPart(name)
		switch {
		case name == "summary":
			v, ok := flat(s, textField, depth+1)
			summary = strings.TrimSpace(v)
			return ok
		case part && inline && s.next() == '[':
			v, ok := runs(s, depth+1)
			parts = append(parts, v)
			return ok
		case part:
			v, ok := flat(s, textField, depth+1)
			if strings.TrimSpace(v) != "" {
				parts = append(parts, v)
			}
			return ok
		case rank == 0:
			return s.skip(depth + 1)
		case rank > 1 && s.next() == '[' && inline:
			v, ok := runs(s, depth+1)
			text, textRank = v, rank
			return ok
		}
		isString := s.next() == '"'
		v, ok := flat(s, textField, depth+1)
		if isString {
			v = plainText(v)
		}
		if v != "" && rank < textRank {
			text, textRank = v, rank
		}
		return ok
	})
	if text != "" { // white space between two runs as well
		parts = append(parts, text)
	} else if summary != "" {
		parts = append([]string{summary}, parts...)
	}
	return strings.Join(parts, "\n\n"), ok
}

// outOfEditor returns the text in a field that holds the blocks of an editor as JSON written into a string, as Editor.js,
// Draft.js, ProseMirror and Lexical give them; empty if it holds none.
func outOfEditor(v string) string {
	const near = 200 // bytes
	if !strings.HasPrefix(v, `{"`) && !strings.HasPrefix(v, `[{"`) || !strings.HasSuffix(strings.TrimRight(v, " \r\n"), closing(v)) {
		return ""
	}
	head := v[:min(len(v), near)]
	for _, key := range [...]string{`"blocks"`, `"content"`, `"children"`, `"root"`, `"type"`} {
		if !strings.Contains(head, key) {
			continue
		}
		if text, ok := flat(&scanner{b: []byte(v)}, textField, 1); ok {
			return text
		}
		return ""
	}
	return ""
}

// closing returns the bracket that closes what v begins with.
func closing(v string) string {
	if v[0] == '[' {
		return "]"
	}
	return "}"
}

// blockPart says what a key means in an object that holds a text: whether what
// it holds is a part beside others, or how good a form of the whole (0: none).
func blockPart(key string) (part bool, rank int) {
	switch key {
	case "sections", "headline", "paragraphs", "children", "blocks", "items", "components", "contentelements", "storyelements", "data", "root":
		return true, 0
	case "text", "value", "rendered", "#text", "$t", "@value", "plaintext", "processed":
		return false, 1
	case "content", "body":
		return false, 2
	case "html", "bodyhtml", "contenthtml":
		return false, 3
	}
	return false, 0
}

// runs joins the runs of text that make one paragraph.
func runs(s *scanner, depth int) (string, bool) {
	var out strings.Builder
	ok := s.array(func() bool {
		v, ok := flat(s, textField, depth+1)
		out.WriteString(v)
		return ok
	})
	return out.String(), ok
}

// blockKind returns the type that the object at s says it is of, in lower case
// and without what stands between words; empty if it does not say.
func blockKind(s *scanner) (kind string) {
	ahead := &scanner{b: s.b, i: s.i}
	ahead.object(func(key []byte) bool {
		switch string(key) {
		case "type", "_type", "nodeType", "blockName", "kind", "role": // the last of Apple News
			if ahead.next() == '"' {
				raw, _, _ := ahead.str()
				var buf [40]byte
				kind = string(foldKey(buf[:0], raw))
				return false // the rest is not looked at
			}
		}
		return ahead.skip(maxDepth - 8)
	})
	return kind
}

// notText reports whether blocks of a kind hold no text of the article.
func notText(kind string) bool {
	return slices.ContainsFunc([]string{
		"image", "photo", "picture", "figure", "gallery", "video", "audio", "podcast", "advert", "promo", "embed", "related", "newsletter", "recirc",
		"social", "iframe", "button", "divider", "rawhtml", "interstitiallink", "linklist", "caption", "map", "widget", "teaser", "subscribe",
	}, func(word string) bool { return strings.Contains(kind, word) }) || oneOf(kind, "ad", "ads", "kicker", "byline", "author", "authorinfo", "title", "date")
}

func oneOf(s string, values ...string) bool { return slices.Contains(values, s) }
