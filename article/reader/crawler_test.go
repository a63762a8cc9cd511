package reader

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWhatACrawlerKeepsForItself(t *testing.T) {
	const page = `<html><head><title>Ferry stopped</title></head><body><article><h1>Ferry stopped</h1><p>The ferry to the outer island was stopped on Friday after two pins of its ramp had broken.</p></article></body></html>`
	files := map[string]string{
		"hts-log.txt":                 "HTTrack3.49-2 launched on Thu, 05 Jun 2025 09:14:20 at https://www.islander.example/",
		"hts-cache/new.txt":           "09:14:21\t9120/-1\t---M--\t404\terror",
		"hts-cache/doit.log":          "-qwC2%Ps2u1 https://www.islander.example/",
		"cookies.txt":                 "# HTTrack Website Copier Cookie File\nwww.islander.example\tTRUE\t/\tFALSE\t1999999999\tconsent\tyes\n",
		"jar.txt":                     "# Netscape HTTP Cookie File\n# https://curl.se/docs/http-cookies.html\n\n",
		"wget-log":                    "--2025-06-05 09:14:20--  https://www.islander.example/",
		"wget-log.1":                  "--2025-06-05 09:14:20--  https://www.islander.example/",
		"www.islander.example/a.html": page,
		"www.islander.example/wp-admin/admin-ajax.php.html": page,
		"baking/cookies.txt": "Ada Crane bakes cookies for the whole harbour.",
		"hts-logbook.txt":    "The logbook of the ferry was found on Friday.",
		"wget-login.txt":     "Whoever wants a login has to ask the harbour master.",
	}
	dir := folder(t, files)
	want := []string{"baking/cookies.txt", "hts-logbook.txt", "wget-login.txt", "www.islander.example/a.html"}
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, want, ids(articles))
	require.Empty(t, problems)

	named, problems := read(t, dir, Options{}, filepath.Join(dir, "cookies.txt"))
	require.Empty(t, named)
	require.Equal(t, []string{"cookies.txt: no article: the cookies of a browser or crawler"}, problems)
}

func TestATextOfAddresses(t *testing.T) {
	for text, none := range map[string]bool{
		"https://www.islander.example/a\nhttps://www.islander.example/b\n":     true,
		"# to be fetched\n\nhttps://www.islander.example/a\r\n":                true,
		"https://www.islander.example/a\n\nThe ferry was stopped.\n":           false,
		"https://www.islander.example/a is where the ferry was stopped first.": false,
		"# Ferry stopped": false,
	} {
		r := &Record{File: "a.txt", Name: "a.txt", Data: []byte(text), form: textForm(), o: &Options{}}
		articles, problems := r.Parse()
		require.Equal(t, none, len(articles) == 0, text)
		require.Equal(t, none, len(problems) == 1, text)
	}
}

func TestPiecesOfPagesInAWebArchive(t *testing.T) {
	comment := `<li class="c"><b>%d</b><p>My own two went over on that boat for years, and I never once saw the mate smile at anybody on the pier.</p></li>`
	var comments strings.Builder
	for i := range 9 {
		fmt.Fprintf(&comments, comment, i)
	}
	const prose = "<p>The ferry to the outer island was stopped on Friday after two pins of its ramp had broken.</p>"
	answers := []struct{ body, want string }{
		{"<ul>" + comments.String() + "</ul>", ""},
		{"\n<form action=/login>" + prose + "</form>", ""},
		{"<title>Ferry stopped</title>" + prose, "w.warc#3"},
		{"<div class=next><article>" + prose + "</article></div>", "w.warc#4"},
		{"<div><h1>Ferry stopped</h1>" + prose + "</div>", "w.warc#5"},
		{"<!DOCTYPE html>" + prose, "w.warc#6"},
	}
	var warc strings.Builder
	var want []string
	for i, a := range answers {
		warc.WriteString(warcAnswer(i, "Content-Type: text/html; charset=utf-8\r\n", a.body))
		if a.want != "" {
			want = append(want, a.want)
		}
	}
	dir := folder(t, map[string]string{"w.warc": warc.String()})
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, want, ids(articles))
	require.Len(t, problems, 2)

	ajax := warcRecord("response", "https://example.com/wp-admin/admin-ajax.php?action=more", "Content-Type: application/http\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"+prose)
	dir = folder(t, map[string]string{"w.warc": ajax})
	articles, problems = read(t, dir, Options{}, dir)
	require.Empty(t, articles)
	require.Empty(t, problems)
}
