package reader

import (
	"bytes"
	"strings"
)

// A channelExport is what Telegram's own program saves of a channel, or of all that somebody follows. A post is a list of
// pieces of one text, which run on:
//
//	{"name": "The Example", "type": "public_channel", "id": 1, "messages": [
//	  {"id": 2, "type": "message", "date": "2025-03-12T07:10:00", "date_unixtime": "1741763400",
//	   "text": [{"type": "bold", "text": "Ferry stays in port"}, "\n\nThe ferry ..."]}]}
//
// or {"chats": {"list": [{"name": ..., "messages": [...]}, ...]}}.
type channelExport struct {
	splitter *jsonSplitter // whose src takes the posts
	number   int           // posts handed on, or passed over
	short    int           // posts of a few words
	chats    int           // talks of people
	err      error
}

// leastPostWords is how many words a post of a channel has that is read: what is shorter greets, or says what a picture shows.
const leastPostWords = 10

// isChannelExport reports whether head begins an export of Telegram.
func isChannelExport(head []byte) bool {
	const near = 2 << 10 // bytes
	if len(head) == 0 || head[0] != '{' {
		return false
	}
	head = head[:min(len(head), near)]
	return bytes.Contains(head, []byte(`"messages"`)) && bytes.Contains(head, []byte(`"date_unixtime"`))
}

// channels reads an export of Telegram, which stands at the window, as a whole.
func (s *jsonSplitter) channels() error {
	data, _ := s.wholeValue("an export of Telegram", "")
	if data == nil {
		return nil
	}
	e := channelExport{splitter: s}
	scan := &scanner{b: data}
	e.read(scan, 0)
	switch {
	case e.err != nil:
		return e.err
	case scan.err != "":
		s.src.problem(e.number+1, "invalid JSON: %s (byte %d)", scan.err, scan.wild+1)
	}
	if e.short > 0 {
		s.src.warn(0, "%d posts of fewer than %d words are left out", e.short, leastPostWords)
	}
	if e.chats > 0 {
		s.src.problem(0, "no articles: %d talks of people, and no channels", e.chats)
	}
	return nil
}

// read reads the chat, or what is around chats, that stands next.
func (e *channelExport) read(s *scanner, depth int) bool {
	name, channel := "", false
	return s.object(func(key []byte) (ok bool) {
		c := s.next()
		switch {
		case string(key) == "name" && c == '"':
			name, ok = flat(s, titleField, depth)
			return ok
		case string(key) == "type" && c == '"':
			kind, ok := flat(s, titleField, depth)
			channel = strings.HasSuffix(kind, "channel")
			return ok
		case string(key) == "chats" && c == '{' && depth == 0:
			return e.read(s, depth+1)
		case string(key) == "list" && c == '[' && depth == 1:
			return s.objects(depth+1, func() bool { return e.read(s, depth+1) })
		case string(key) != "messages" || c != '[':
			return s.skip(depth + 1)
		case !channel:
			e.chats++
			return s.skip(depth + 1)
		}
		return s.objects(depth+1, func() bool { return e.post(s, name) })
	})
}

// objects calls f for each object of the list that stands next, at some depth, and skips what is none.
func (s *scanner) objects(depth int, f func() bool) bool {
	return s.array(func() bool {
		if s.next() != '{' {
			return s.skip(depth)
		}
		return f()
	})
}

// post hands on the post of a channel that stands next.
func (e *channelExport) post(s *scanner, channel string) bool {
	var p channelPost
	ok := p.read(s)
	if !ok {
		return false
	}
	e.number++
	text := strings.TrimSpace(p.text)
	switch {
	case p.kind != "message" || text == "":
		return true
	case len(strings.Fields(text)) < leastPostWords:
		e.short++
		return true
	}
	row := []byte{'{'}
	for _, m := range [...]struct{ key, value string }{{"date", p.date}, {"title", p.title}, {"author", p.author}, {"provider", p.from}, {"text", text}} {
		if m.value != "" {
			row = appendMember(row, quotedName(m.key), quotedName(m.value))
		}
	}
	around := jsonAround{outlet: channel}
	e.err = e.splitter.src.hand(&Record{Number: e.number, Data: append(row, '}'), around: around, form: e.splitter.form})
	return e.err == nil
}

// A channelPost is what a post says.
type channelPost struct {
	kind, date string
	author     string
	from       string // the channel that had it first
	title      string // the line that it begins with, if that is bold
	text       string
}

// read reads the object that stands next.
func (p *channelPost) read(s *scanner) bool {
	return s.object(func(key []byte) (ok bool) {
		to := (*string)(nil)
		switch string(key) {
		case "type":
			to = &p.kind
		case "date":
			to = &p.date
		case "date_unixtime": // is the same with its zone
			to = &p.date
		case "author":
			to = &p.author
		case "forwarded_from":
			to = &p.from
		case "text":
			return p.runs(s)
		}
		if to == nil || s.next() != '"' {
			return s.skip(2)
		}
		*to, ok = flat(s, titleField, 2)
		return ok
	})
}

// runs joins the pieces of a text.
func (p *channelPost) runs(s *scanner) bool {
	if s.next() != '[' {
		v, ok := flat(s, titleField, 2)
		p.text = v
		return ok
	}
	var text strings.Builder
	head := "" // bold, at the beginning
	ok := s.array(func() bool {
		piece, kind := "", ""
		if s.next() != '{' {
			v, ok := flat(s, titleField, 3)
			piece = v
			return ok && p.run(&text, &head, piece, kind)
		}
		return s.object(func(key []byte) (ok bool) {
			switch {
			case s.next() != '"':
				return s.skip(3)
			case string(key) == "type":
				kind, ok = flat(s, titleField, 3)
			case string(key) == "text":
				piece, ok = flat(s, titleField, 3)
			default:
				ok = s.skip(3)
			}
			return ok
		}) && p.run(&text, &head, piece, kind)
	})
	p.text = text.String()
	return ok
}

// run adds a piece of a text. One that is bold and stands at its beginning is its title, if a line ends behind it.
func (p *channelPost) run(text *strings.Builder, head *string, piece, kind string) bool {
	const longest = 200 // bytes
	switch before := strings.TrimSpace(text.String()[:min(text.Len(), 2*longest)]); {
	case before == "" && kind == "bold" && len(piece) <= longest:
		*head = strings.TrimSpace(piece)
	case *head != "" && before == *head && (strings.HasPrefix(piece, "\n") || strings.HasSuffix(text.String(), "\n")):
		p.title = strings.Join(strings.Fields(*head), " ")
	}
	text.WriteString(piece)
	return true
}
