package reader

import (
	"bufio"
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"wiretrace/article"
	webpage "wiretrace/article/page"
)

// htmlForm is a page of a site as a browser or a crawler saved it: one article
// a file.
func htmlForm() *form {
	f := &form{
		name:    "a web page",
		page:    true,
		endings: []string{".html", ".htm", ".xhtml", ".shtml"},
		sniff:   looksLikePage,
		parse:   parseHTML,
	}
	feeds, tables := xmlForm(), savedTableForm()
	f.split = func(src *source) error {
		data, ok := src.all()
		if !ok {
			return nil
		}
		if root := rootOf(data[:min(len(data), headSize)]); root == "rss" || root == "feed" { // saved under another name
			src.r = bufio.NewReaderSize(bytes.NewReader(data), headSize)
			return splitXML(feeds, src)
		}
		if kind := htmlExport(data); kind != noExport {
			return splitHTMLExport(f, src, kind, data)
		}
		if isChannelPage(data) {
			return splitChannelPage(src, data)
		}
		if table := webTable(data, src.o.Charset); table != nil {
			return splitWebTable(tables, src, table)
		}
		return src.emit(f, 0, data)
	}
	return f
}

// looksLikePage reports whether head begins a page: with its first tags, what
// the declaration of XML and comments leave out of account.
func looksLikePage(head []byte) bool {
	if e := wide(head); e != nil {
		b, err := e.NewDecoder().Bytes(head[:len(head)&^3])
		if err != nil {
			return false
		}
		head = b
	}
	head = bytes.TrimPrefix(head, bomUTF8)
	for {
		head = bytes.TrimLeft(head, " \t\r\n\f\v")
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<?xml")):
			end = "?>"
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		}
		if end == "" {
			break
		}
		_, rest, ok := bytes.Cut(head, []byte(end))
		if !ok {
			return false
		}
		head = rest
	}
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta "} {
		if len(head) > len(tag) && bytes.EqualFold(head[:len(tag)], []byte(tag)) && (tag[len(tag)-1] == ' ' || bytes.IndexByte([]byte(" \t\r\n/>"), head[len(tag)]) >= 0) {
			return true
		}
	}
	return false
}

// parseHTML reads the article of a page. The text is what the extractor gives.
func parseHTML(r *Record) ([]article.Article, []Problem) {
	switch kind, _ := r.around.(exportKind); kind {
	case noExport:
	case europresse:
		return parseEuropresse(r)
	default:
		return parseExport(r)
	}
	data := withoutZeros(r.Data)
	label := r.o.Charset
	if declared := declaredCharset(data); declared != "" && !utf8.Valid(data) {
		label = declared
	}
	source, guessed, _, err := decodeGuessing(data, label)
	if err != nil {
		return nil, []Problem{r.problem("%s", err)}
	}
	if strings.TrimSpace(source) == "" {
		return nil, []Problem{r.problem("the page is empty")}
	}
	address := r.url
	if address == "" {
		address = savedFrom(source)
	}
	if posts := webpage.Posts(source, webpage.Options{URL: address}); posts != nil {
		return r.posts(posts)
	}
	p := webpage.Read(source, webpage.Options{URL: address})
	switch {
	case p.Wall != "":
		return nil, []Problem{r.problem("%s", p.Wall)}
	case p.Text == "":
		return nil, []Problem{r.problem("no article text found")}
	}
	problems := r.damage(strings.Count(p.Text, "\ufffd"))
	if guessed != "" {
		problems = append(problems, r.problem("%s", guess(guessed)))
	}
	for _, doubt := range p.Doubts {
		problems = append(problems, r.problem("%s", doubt))
	}
	if p.Partial {
		problems = append(problems, r.problem("the page has more than %d tags; the rest is not looked at", webpage.MostTags))
	}
	return []article.Article{{
		ID: r.id(""), File: r.File, Record: r.Number,
		Text: p.Text, TextSource: p.TextSource, Title: p.Title.Value, Byline: p.Byline.Value, Authors: p.Authors, Outlet: p.Outlet.Value,
		URL: p.URL.Value, Language: languageCode(p.Language.Value), Published: p.Published, Signals: p.Signals,
	}}, problems
}

// posts reads the pieces of a page that has several of them whole.
func (r *Record) posts(posts []webpage.Post) (articles []article.Article, problems []Problem) {
	for i, post := range posts {
		p := webpage.Read(post.Page, webpage.Options{URL: post.URL})
		if p.Text == "" {
			continue
		}
		articles = append(articles, article.Article{
			ID: r.id("") + "#" + strconv.Itoa(i+1), File: r.File, Record: r.Number,
			Text: p.Text, Title: p.Title.Value, Byline: p.Byline.Value, Authors: p.Authors, Outlet: p.Outlet.Value,
			URL: post.URL, Language: languageCode(p.Language.Value), Published: p.Published, Signals: p.Signals,
		})
	}
	if len(articles) == 0 {
		problems = append(problems, r.problem("no article text found"))
	}
	return articles, problems
}

// savedFrom returns the address that the program which saved a page wrote into a
// comment at its beginning, empty if there is none:
//
//	<!-- saved from url=(0031)https://example.com/news/ferry -->
//	<!-- Page saved with SingleFile url: https://example.com/news/ferry saved date: ... -->
//	<!-- Mirrored from example.com/news/ferry by HTTrack Website Copier/3.x ... -->
//
// or that the cache of a search engine put before the page.
func savedFrom(page string) string {
	const near = 4 << 10
	page = page[:min(len(page), near)]
	address := ""
	if _, after, ok := strings.Cut(page, "<!-- saved from url=("); ok {
		_, address, _ = strings.Cut(after, ")")
	} else if _, after, ok := strings.Cut(page, "Page saved with SingleFile"); ok {
		_, address, _ = strings.Cut(after, "url:")
	} else if _, after, ok := strings.Cut(page, "<!-- Mirrored from "); ok {
		address = "http://" + after
	} else {
		address = cachedFrom(page)
	}
	address = strings.TrimLeft(address, " \t\r\n")
	if end := strings.IndexAny(address, " \t\r\n<>\""); end >= 0 {
		address = address[:end]
	}
	if !isURL(address) || !strings.Contains(host(address), ".") {
		return ""
	}
	return article.OriginalAddress(address)
}

// cachedFrom returns the base of the addresses of a page that stands before the page itself, as Google's cache and that of
// Bing wrote it before what they had fetched; empty if there is none.
//
//	<meta http-equiv="Content-Type" ...><base href="https://example.com/news/ferry"><div ...>This is Google's cache of ...</div><!DOCTYPE html>
func cachedFrom(page string) string {
	const begin = `<base href=`
	k := strings.Index(page, begin)
	if k < 0 {
		return ""
	}
	for _, own := range [...]string{"<html", "<!doctype", "<head", "<title"} {
		if i := indexFold(page, own); i >= 0 && i < k {
			return ""
		}
	}
	return strings.TrimLeft(page[k+len(begin):], `"'`)
}

// indexFold is strings.Index for a tag, in lower case, in any case of letters.
func indexFold(s, tag string) int {
	for from := 0; ; {
		k := strings.IndexByte(s[from:], '<')
		if k < 0 {
			return -1
		}
		if from += k; len(s)-from >= len(tag) && strings.EqualFold(s[from:from+len(tag)], tag) {
			return from
		}
		from++
	}
}

// withoutZeros returns a page without the zero bytes that broken programs
// leave in few places of some; browsers pass over them.
func withoutZeros(data []byte) []byte {
	if n := bytes.Count(data, []byte{0}); n == 0 || n > len(data)/64 || wide(data) != nil {
		return data
	}
	return bytes.ReplaceAll(data, []byte{0}, nil)
}

// farCharset is how far into a page its character set is looked for, in bytes.
// Browsers look at the first 1,024; what systems put before it takes more.
const farCharset = 16 << 10

// declaredCharset returns the label of the character set that a page declares
// in a <meta>, empty if it declares none that is known.
func declaredCharset(data []byte) string {
	head := data[:min(len(data), farCharset)]
	for {
		k := bytes.Index(head, []byte("charset"))
		if k < 0 {
			return ""
		}
		head = head[k+len("charset"):]
		value := bytes.TrimLeft(head[:min(len(head), 64)], " \t\r\n")
		if !bytes.HasPrefix(value, []byte("=")) {
			continue
		}
		value = bytes.TrimLeft(value[1:], " \t\r\n\"'")
		if end := bytes.IndexAny(value, " \t\r\n\"'/>;"); end >= 0 {
			value = value[:end]
		}
		if e, name := charset.Lookup(string(value)); e != nil && name != "utf-8" {
			return name
		}
	}
}
