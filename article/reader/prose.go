package reader

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/lang/word"
)

// proseOf returns the text of a piece of HTML, XHTML or NITF that is an
// article's body and no page: its paragraphs, with an empty line between them,
// list items and rows of tables on a line each. Captions and what is not shown
// are left out, and characters that show nothing. It is no extraction: there must be nothing around the article.
func proseOf(markup string) string {
	if strings.IndexByte(markup, '<') < 0 && strings.IndexByte(markup, '&') < 0 {
		return strings.TrimSpace(word.Visible(markup))
	}
	p := prose{}
	p.out.Grow(len(markup))
	z := html.NewTokenizer(strings.NewReader(markup))
	z.AllowCDATA(true)
	for {
		switch z.Next() {
		case html.ErrorToken: // the end, since reading a string does not fail
			return strings.TrimSpace(p.out.String())
		case html.TextToken:
			if p.hidden == "" {
				p.text([]byte(word.Visible(string(z.Text()))))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			p.open(name)
		case html.SelfClosingTagToken:
			name, _ := z.TagName()
			if p.hidden == "" {
				p.boundary(name)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			p.close(name)
		}
	}
}

// A prose puts paragraphs together.
type prose struct {
	out     strings.Builder
	breaks  int  // ends of line that stand before what comes next: 0, 1 or 2
	space   bool // a space stands before what comes next
	pre     int  // elements open in which ends of line count
	hidden  string
	nesting int // elements of the hidden one's name open in it
}

// text adds a text, with one space for white space.
func (p *prose) text(b []byte) {
	for i := 0; i < len(b); {
		if c := b[i]; isSpace(c) || c == '\f' {
			if c == '\n' && p.pre > 0 {
				p.breaks = max(p.breaks, 1)
			}
			p.space = true
			i++
			continue
		}
		// Words with a single space between them are one stretch.
		from := i
		for i < len(b) && b[i] > ' ' || i+1 < len(b) && b[i] == ' ' && b[i+1] > ' ' {
			i++
		}
		p.words(b[from:max(i, from+1)])
		i = max(i, from+1)
	}
}

func (p *prose) words(b []byte) {
	switch {
	case b[0] == 0xc2 && len(bytes.Trim(b, "\u00a0")) == 0: // how editors indent, and what they write between paragraphs
		p.space = true
		return
	case p.out.Len() == 0:
	case p.breaks > 0:
		p.out.WriteString("\n\n"[:p.breaks])
	case p.space:
		p.out.WriteByte(' ')
	}
	p.space, p.breaks = false, 0
	p.out.Write(b)
}

// boundary ends the paragraph or line if an element of the name does.
func (p *prose) boundary(name []byte) {
	switch atom.Lookup(name) {
	case atom.Br:
		// Two of them end a paragraph, as old editors write.
		p.breaks = min(p.breaks+1, 2)
	case atom.Li, atom.Tr, atom.Dt, atom.Dd:
		p.breaks = max(p.breaks, 1)
	case atom.Td, atom.Th:
		p.space = true
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Section, atom.Article, atom.Aside, atom.Header,
		atom.Footer, atom.Main, atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Pre, atom.Figure, atom.Hr, atom.Address, atom.Center, atom.Body, atom.Details, atom.Summary:
		p.breaks = 2
	case 0:
		switch string(name) { // of NITF
		case "hl1", "hl2", "block", "bq", "nitf-table", "datasource", "ld", "zt": // the last two of Swissdox: lead and heading
			p.breaks = 2
		}
	}
}

// open handles a tag that opens an element.
func (p *prose) open(name []byte) {
	if p.hidden != "" {
		if string(name) == p.hidden {
			p.nesting++
		}
		return
	}
	if unseen(name) {
		p.hidden, p.nesting = string(name), 1
		return
	}
	if string(name) == "pre" {
		p.pre++
	}
	p.boundary(name)
}

// close handles a tag that closes an element.
func (p *prose) close(name []byte) {
	if p.hidden != "" {
		if string(name) == p.hidden {
			p.nesting--
		}
		// A caption that is not closed ends with its picture.
		if p.nesting == 0 || p.hidden == "figcaption" && string(name) == "figure" {
			p.hidden = ""
			p.boundary([]byte("p"))
		}
		return
	}
	if string(name) == "pre" && p.pre > 0 {
		p.pre--
	}
	if string(name) != "br" {
		p.boundary(name)
	}
}

// unseen reports whether what stands in an element is not the article's text.
func unseen(name []byte) bool {
	if string(name) == "media" { // of NITF, and the name of an attribute of HTML, which atom.Lookup knows
		return true
	}
	switch atom.Lookup(name) {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Audio, atom.Video, atom.Canvas,
		atom.Button, atom.Select, atom.Textarea, atom.Head, atom.Title, atom.Figcaption, atom.Rt, atom.Rp:
		return true
	case 0:
		switch string(name) { // of NITF: pictures, their captions, notes to editors
		case "media-caption", "note", "nitf-table-metadata", "alt-code":
			return true
		case "au": // the writer, in the archive of Swissdox
			return true
		}
	}
	return false
}
