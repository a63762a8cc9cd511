package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropThreads takes the messages of readers out of a page, whatever their elements are called:
// those that end in a button to reply to them. What is around such a button and no other is a message. There
// must be two, and none holds a heading of level 1 or most of the page.
func dropThreads(doc *html.Node) {
	buttons := replyButtons(doc)
	const least, most = 2, 500
	if len(buttons) < least || len(buttons) > most {
		return
	}
	within := make(map[*html.Node]int) // buttons within an element
	for _, b := range buttons {
		for a := b; a != nil; a = a.Parent {
			within[a]++
		}
	}
	messages := make(map[*html.Node]bool, len(buttons))
	for _, b := range buttons {
		n := b
		for n.Parent != nil && within[n.Parent] == 1 && !holdsPage(n.Parent.DataAtom) {
			n = n.Parent
		}
		if isMessage(n) {
			messages[n] = true
		}
	}
	if len(messages) < least || proseBeside(doc, messages) < leastText {
		return // of a forum the messages are all there is
	}
	for n := range messages {
		remove(n)
	}
}

// isMessage reports whether the element around a button may be a reader's message.
func isMessage(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl, atom.Dd, atom.Tr, atom.Td, atom.Table, atom.Tbody:
	default:
		if !isContainer(n.DataAtom) {
			return false
		}
	}
	return !holds(n, atom.H1) && len(textOf(n, longestMessage)) < longestMessage &&
		!containsAny(strings.ToLower(attr(n, "class")), []string{"tweet", "twitter", "embed", "social"})
}

// proseBeside returns the length in bytes of the running text of a page without some of its elements, or enough
// of it.
func proseBeside(doc *html.Node, without map[*html.Node]bool) int {
	size := 0
	for n := doc; n != nil && size < leastText; n = next(doc, n, without[n] || unread(n.DataAtom)) {
		if n.Type == html.TextNode && len(n.Data) >= shortestProse {
			size += lengthOf(n.Data)
		}
	}
	return size
}

// longestMessage is the length in bytes of the longest message of a reader.
const longestMessage = 3000

func holdsPage(a atom.Atom) bool {
	switch a {
	case atom.Body, atom.Html, atom.Main:
		return true
	}
	return false
}

// replyButtons returns the texts that are no more than the word on a button to reply, each a link,
// a button or the like.
func replyButtons(doc *html.Node) (buttons []*html.Node) {
	const longest = 24 // bytes
	for n := doc; n != nil; n = next(doc, n, unread(n.DataAtom)) {
		if n.Type != html.TextNode || len(n.Data) > 2*longest || n.Parent == nil || !inline(n.Parent.DataAtom) && n.Parent.DataAtom != atom.Button {
			continue
		}
		if s := strings.TrimSpace(n.Data); len(s) > 3 && len(s) <= longest && isReply(strings.ToLower(s)) {
			buttons = append(buttons, n)
		}
	}
	return buttons
}

func isReply(s string) bool {
	switch strings.Trim(s, " ↩»›[]()") {
	case "reply", "reply to this", "antworten", "antwort schreiben", "responder", "contestar", "répondre", "rispondi", "beantwoorden", "reageer", "reageren", "antwoorden",
		"odpowiedz", "ответить", "відповісти", "svara", "svar", "vastaa", "yanıtla", "cevapla", "απάντηση", "odpovědět", "odpovedať", "válasz", "răspunde", "odgovori",
		"回复", "回覆", "返信", "返信する", "답글", "답글쓰기", "رد", "trả lời", "balas":
		return true
	}
	return false
}

// entriesAround returns what is around the entries of a live blog of which n, an <article>, is the first:
// three or more in one parent, or in the items of one list, none with the headline of the page or a
// heading that is a link. It returns n if that is the article itself.
func entriesAround(n *html.Node, s survey) *html.Node {
	const least = 3
	outer := n.Parent
	if outer != nil && outer.DataAtom == atom.Li && outer.Parent != nil {
		outer = outer.Parent
	}
	if outer == nil || s[n].title || s[n].headed {
		return n
	}
	entries := 0
	for c := outer.FirstChild; c != nil; c = c.NextSibling {
		if e := articleIn(c); e != nil && s[e].prose > 0 && !s[e].title && !s[e].headed && attr(e, "class") == attr(n, "class") {
			entries++
		}
	}
	if entries < least {
		return n
	}
	return outer
}

// articleIn returns n if it is an <article>, or the first one that an item of a list begins with, or nil.
func articleIn(n *html.Node) *html.Node {
	if n.DataAtom == atom.Li {
		for n = n.FirstChild; n != nil && n.DataAtom != atom.Article; {
			n = n.NextSibling
		}
	}
	if n == nil || n.DataAtom != atom.Article {
		return nil
	}
	return n
}

// cloned returns a copy of a tree.
func cloned(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: n.Attr}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.AppendChild(cloned(k))
	}
	return c
}
