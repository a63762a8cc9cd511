package reader

import (
	"bytes"
	"regexp"
	"strings"
)

// Telegram's own program saves a channel as pages, too, if its user does not ask for JSON. A post is
//
//	<div class="message default clearfix" id="message7"><div class="body">
//	<div class="pull_right date details" title="12.03.2025 08:10:00 UTC+01:00">08:10</div>
//	<div class="from_name">The Example</div>
//	<div class="text"><strong>Ferry stays in port</strong><br><br>The ferry ...</div></div></div>

// isChannelPage reports whether a page is one of such an export.
func isChannelPage(data []byte) bool {
	return bytes.Contains(data, []byte(`chat_page`)) && bytes.Contains(data, []byte(messageBegin+`default`)) && bytes.Contains(data, []byte(`class="page_header"`))
}

const messageBegin = `<div class="message `

// channelDay is the time of a post.
var channelDay = regexp.MustCompile(`title="(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?"`)

// channelTitle is what a post begins with, if that is bold and a line of its own.
var channelTitle = regexp.MustCompile(`^\s*<(?:strong|b)>([^<]{3,200})</(?:strong|b)>\s*<br`)

// splitChannelPage hands on the posts of a channel. Where several speak, it is a talk of people.
func splitChannelPage(src *source, data []byte) error {
	text, _, err := decode(withoutZeros(data), "utf-8")
	if err != nil {
		src.problem(0, "%s", err)
		return nil
	}
	form := jsonForm()
	head, rest, _ := strings.Cut(text, messageBegin)
	name := ofClass(head, "text bold")
	var posts []*Record
	short := 0
	for number := 1; rest != ""; number++ {
		var message string
		message, rest, _ = strings.Cut(rest, messageBegin)
		if !strings.HasPrefix(message, "default") {
			continue
		}
		own, forwarded, _ := strings.Cut(message, `class="forwarded body"`)
		if from := ofClass(own, "from_name"); from != "" && from != name {
			src.problem(0, "no articles: a talk of people, and no channel")
			return nil
		}
		row, words := channelRow(message, ofClass(forwarded, "from_name"))
		if words < leastPostWords {
			short++
			continue
		}
		posts = append(posts, &Record{Number: number, Data: row, around: jsonAround{outlet: name}, form: form})
	}
	for _, post := range posts {
		if err := src.hand(post); err != nil {
			return err
		}
	}
	if short > 0 {
		src.warn(0, "%d posts of fewer than %d words are left out", short, leastPostWords)
	}
	return nil
}

// channelRow returns a post as a record of JSON, and how many words it has. from is the channel that had it first.
func channelRow(message, from string) (row []byte, words int) {
	_, body, _ := strings.Cut(message, `<div class="text">`)
	body, _, _ = strings.Cut(body, "</div>")
	text := proseOf(body)
	day := ""
	if m := channelDay.FindStringSubmatch(message); m != nil {
		day = m[3] + "-" + m[2] + "-" + m[1] + "T" + m[4] + m[5]
	}
	title := ""
	if m := channelTitle.FindStringSubmatch(body); m != nil {
		title = proseOf(m[1])
	}
	row = []byte{'{'}
	for _, m := range [...]struct{ key, value string }{{"date", day}, {"title", title}, {"provider", from}, {"text", text}} {
		if m.value != "" {
			row = appendMember(row, quotedName(m.key), quotedName(m.value))
		}
	}
	return append(row, '}'), len(strings.Fields(text))
}

// ofClass returns the text of the first element of a class, up to its first tag, on one line; empty if there is none.
func ofClass(markup, class string) string {
	_, behind, ok := strings.Cut(markup, `class="`+class+`"`)
	if !ok {
		return ""
	}
	_, behind, _ = strings.Cut(behind, ">")
	name, _, _ := strings.Cut(behind, "<")
	return strings.Join(strings.Fields(proseOf(name)), " ")
}
