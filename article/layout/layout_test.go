package layout

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
)

var kindNames = map[article.Kind]string{
	article.Prose: "prose", article.Headline: "headline", article.Post: "post", article.Byline: "byline", article.Date: "date", article.Site: "site",
	article.Caption: "caption", article.Copyright: "copyright", article.Chrome: "chrome",
}

// requireSound checks what holds of the layout of any text.
func requireSound(t require.TestingT, text string, l article.Layout) {
	require.Empty(t, unsound(text, l))
}

// unsound returns what is wrong with the layout of text, or "".
func unsound(text string, l article.Layout) string {
	at := 0
	for _, b := range l.Blocks {
		switch {
		case b.Start < at || b.End <= b.Start || b.End > len(text):
			return fmt.Sprintf("block %v out of order", b)
		case strings.TrimSpace(text[at:b.Start]) != "":
			return fmt.Sprintf("more than white space left out before block %v", b)
		case !boundary(text, b.Start) || !boundary(text, b.End):
			return fmt.Sprintf("block %v within a code point", b)
		}
		at = b.End
	}
	if strings.TrimSpace(text[at:]) != "" {
		return "more than white space left out at the end"
	}
	k, end := 0, 0
	for _, s := range l.Sentences {
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			return fmt.Sprintf("sentence %v out of order", s)
		}
		for k < len(l.Blocks) && l.Blocks[k].End < s.End {
			k++
		}
		first, _ := utf8.DecodeRuneInString(text[s.Start:])
		last, _ := utf8.DecodeLastRuneInString(text[:s.End])
		switch {
		case k == len(l.Blocks) || !l.Blocks[k].Contains(s):
			return fmt.Sprintf("sentence %v in no block", s)
		case l.Blocks[k].Kind.Furniture():
			return fmt.Sprintf("sentence %v in furniture", s)
		case !boundary(text, s.Start) || !boundary(text, s.End):
			return fmt.Sprintf("sentence %v within a code point", s)
		case unicode.IsSpace(first) || unicode.IsSpace(last):
			return fmt.Sprintf("sentence %v with white space at its ends", s)
		}
		end = s.End
	}
	return ""
}

func boundary(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

func TestLayStory(t *testing.T) {
	a := &article.Article{Text: story}
	l, m := Find(a)
	requireSound(t, story, l)
	require.Equal(t, "Council votes to close the old swing bridge after winter damage", m.Title)
	require.Equal(t, "Petra Halloran, Courant Staff", m.Byline)
	require.Equal(t, "2024-03-04T17:12Z", m.Published.String()+"Z")
	require.Equal(t, "text", m.Published.Source)
	var prose, other []string
	for _, b := range l.Blocks {
		s := kindNames[b.Kind] + " " + story[b.Start:b.End]
		if b.Kind == article.Prose {
			prose = append(prose, s)
		} else {
			other = append(other, s)
		}
	}
	require.Len(t, prose, 10)
	require.Equal(t, []string{
		"site The Alder Falls Courant",
		"site Home | News | Sports | Obituaries",
		"headline Council votes to close the old swing bridge after winter damage",
		"byline By Petra Halloran, Courant Staff",
		"date Posted March 4, 2024 5:12 p.m.",
		"chrome Advertisement",
		"chrome Read more: School board delays vote on later start",
		"chrome Sign up for our free weekday newsletter.",
		"copyright © 2024 The Alder Falls Courant. All rights reserved.",
	}, other)
	require.Equal(t, article.Article{Text: story}, *a, "the article is left as it was")
}

func TestFillSetsOnlyWhatIsUnknown(t *testing.T) {
	m := article.Meta{Title: "found", Byline: "found", Outlet: "found", Published: article.Time{Precision: article.Day, Source: "text"}}
	a := article.Article{Title: "given", Outlet: "given"}
	a.Fill(m)
	require.Equal(t, "given", a.Title)
	require.Equal(t, "given", a.Outlet)
	require.Equal(t, "found", a.Byline)
	require.Equal(t, "text", a.Published.Source)
	given := article.Article{Byline: "given", Published: article.Time{Precision: article.Second, Source: "field"}}
	given.Fill(m)
	require.Equal(t, "given", given.Byline)
	require.Equal(t, "field", given.Published.Source)
	require.Equal(t, "found", given.Title)
}

func TestLayLineEnds(t *testing.T) {
	for name, end := range map[string]string{"LF": "\n", "CR LF": "\r\n", "CR": "\r", "line separator": "\u2028", "paragraph separator": "\u2029", "next line": "\u0085", "form feed": "\f"} {
		t.Run(name, func(t *testing.T) {
			text := strings.ReplaceAll(story, "\n", end)
			l, m := Find(&article.Article{Text: text})
			requireSound(t, text, l)
			require.Len(t, l.Blocks, 19)
			require.Equal(t, "Council votes to close the old swing bridge after winter damage", m.Title)
		})
	}
}

// wrap breaks each line of text to a width, as old mail programs do.
func wrap(text string, width int) string {
	var out []string
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
				out, line = append(out, line), word
			} else {
				line = strings.TrimSpace(line + " " + word)
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestLayJoinsLinesBrokenToAWidth(t *testing.T) {
	plain, _ := Find(&article.Article{Text: story})
	for _, width := range []int{72, 80, 100, 190} {
		text := wrap(story, width)
		l, _ := Find(&article.Article{Text: text})
		requireSound(t, text, l)
		require.Len(t, l.Sentences, len(plain.Sentences), "width %d", width)
		for i, s := range l.Sentences {
			require.Equal(t, story[plain.Sentences[i].Start:plain.Sentences[i].End], strings.Join(strings.Fields(text[s.Start:s.End]), " "))
		}
	}
}

func TestLayKeepsLinesThatAreParagraphs(t *testing.T) {
	text := strings.ReplaceAll(story, "\n\n", "\n")
	l, _ := Find(&article.Article{Text: text})
	requireSound(t, text, l)
	require.Len(t, l.Blocks, 19)
}

func TestMark(t *testing.T) {
	text := "Our reporters stay on the story. The ferry sank off the cape on Sunday with nobody aboard, the coast guard said. It had been laid up since May. Write to us any time.\n\n" +
		"Be kind to one another here.\n\nDivers will look at the wreck this week, weather permitting, the harbor master said on Tuesday."
	l, _ := Find(&article.Article{Text: text})
	before := len(l.Sentences)
	recurs := map[string]bool{"Our reporters stay on the story.": true, "Write to us any time.": true, "Be kind to one another here.": true}
	l.Mark(func(s article.Span) bool { return recurs[text[s.Start:s.End]] })
	requireSound(t, text, l)
	require.Len(t, l.Sentences, before-3)
	var got []string
	for _, b := range l.Blocks {
		got = append(got, kindNames[b.Kind]+" "+text[b.Start:b.End])
	}
	require.Equal(t, []string{
		"chrome Our reporters stay on the story.",
		"prose The ferry sank off the cape on Sunday with nobody aboard, the coast guard said. It had been laid up since May.",
		"chrome Write to us any time.",
		"chrome Be kind to one another here.",
		"prose Divers will look at the wreck this week, weather permitting, the harbor master said on Tuesday.",
	}, got)
	l.Mark(func(article.Span) bool { return true })
	requireSound(t, text, l)
	require.Empty(t, l.Sentences)
}

// hostile are the texts that scrapes never hold and somebody will feed.
func hostile(size int) map[string]string {
	units := map[string]string{
		"words": "word ", "quotes": "\"", "open quotes": "“ ", "capitals": "A", "stops": ". ", "dots": ".", "short lines": "a\n", "blank lines": " \n",
		"bars": "| ", "numbers": "12 ", "dates": "2024-05-06 ", "labels": "Read more\n", "names": "Ann Lee\n", "brackets": "(", "closed": "(AP)", "wraps": "a line that ends within, \n",
		"signatures": "— A B (@ab) May 3, 2024\n", "accents": "é", "emoji": "👩‍👩‍👧 ", "spaces": "\u2003", "separators": "\u2028", "slashes": "a/", "carriage": "x\r\r\n", "sentences": "He left. ",
		"combining": "a\u0301\u0301", "braces": "{ ", "captions": "Photo: Ann Lee\n", "dashes": "- ", "hyphens": "a-", "points": "a.b.", "wildcards": "follow the ",
	}
	texts := make(map[string]string, len(units))
	for name, unit := range units {
		texts[name] = strings.Repeat(unit, size/len(unit)+1)
	}
	return texts
}

func TestLayTakesLinearTimeOnHostileText(t *testing.T) {
	for name, text := range hostile(1 << 19) {
		t.Run(name, func(t *testing.T) {
			begun := time.Now()
			l, _ := Find(&article.Article{Text: text, Title: text[:len(text)/2]})
			require.Less(t, time.Since(begun), 20*time.Second) // the square of half a megabyte would take hours
			requireSound(t, text, l)
		})
	}
}

func TestLayIsSoundWhateverTheLines(t *testing.T) {
	lines := append(strings.Split(story, "\n"), "date 2024-05-03 Rain fell.", "(AP Photo/Ann Lee)", "— Ann Lee (@annlee) May 3, 2024", "Most read", "\ufeff", "Published by", "Advertisement", "x", "«", "von Anna Berg", "\u200b", "It rained. (Reporting by Ann Lee; Editing by Bo Ek)")
	rapid.Check(t, func(t *rapid.T) {
		picked := rapid.SliceOf(rapid.SampledFrom(lines)).Draw(t, "lines")
		sep := rapid.SampledFrom([]string{"\n", "\n\n", "\r\n", " ", "\u2029"}).Draw(t, "separator")
		text := strings.Join(picked, sep)
		a := &article.Article{Text: text, Title: rapid.SampledFrom(lines).Draw(t, "title"), Outlet: rapid.SampledFrom([]string{"", "alderfalls.com", "The Alder Falls Courant"}).Draw(t, "outlet")}
		l, _ := Find(a)
		requireSound(t, text, l)
		l.Mark(func(s article.Span) bool { return s.Len()%3 == 0 })
		requireSound(t, text, l)
	})
}

func FuzzFind(f *testing.F) {
	f.Add(story, "", "", "")
	f.Add("date 2024-08-17 Rain fell on the town.\r\nBy Ann Lee", "Rain", "alderfalls.com", "en")
	f.Add("Opinion："+strings.Repeat("北京市政府昨日宣布，", 40), "", "", "zh")
	for _, text := range hostile(60) {
		f.Add(text, text, text, "")
	}
	for name, scrape := range scrapes {
		f.Add(scrape, name, "", "")
	}
	f.Fuzz(func(t *testing.T, text, title, outlet, language string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		a := &article.Article{Text: text, Title: title, Outlet: outlet, Language: language}
		l, m := Find(a)
		requireSound(t, text, l)
		a.Fill(m)
		l.Mark(func(s article.Span) bool { return s.Len()%2 == 0 })
		requireSound(t, text, l)
	})
}

// Old wire feeds and some scrapers have the whole text in capitals, wrapped or not.
func TestTextInCapitals(t *testing.T) {
	paragraphs := []string{
		"THE FERRY OF TARN RAN AGROUND ON FRIDAY MORNING WITH 62 PEOPLE ON BOARD, AND ALL OF THEM WERE BROUGHT ASHORE BY FISHERMEN BEFORE THE COAST GUARD HAD ARRIVED AT THE SANDBANK, THE HARBOUR MASTER SAID.",
		"NOBODY WAS HURT.",
		"\"WE HEARD A SCRAPE, AND THEN NOTHING,\" SAID THE COOK, ILSE MARREN. \"THE SOUP STAYED IN THE POT.\"",
		"THE MASTER OF THE FERRY, A MAN OF 58 YEARS WHO HAS SAILED THE STRAIT SINCE 1989, TOLD THE POLICE THAT A BUOY HAD DRIFTED.",
		"IT WILL BE PULLED FREE AT THE NEXT HIGH TIDE, WHICH IS ON SUNDAY.",
	}
	for name, text := range map[string]string{
		"a paragraph a line":       strings.Join(paragraphs, "\n\n"),
		"paragraphs without gaps":  strings.Join(paragraphs, "\n"),
		"lines broken to a width":  wrap(strings.Join(paragraphs, "\n\n"), 64),
		"a headline and a byline":  "FERRY AGROUND OFF TARN\n\nBY OLGA STENT\n\n" + strings.Join(paragraphs, "\n\n"),
		"a foot in small letters":  strings.Join(paragraphs, "\n\n") + "\n\nCopyright 2025 Tarn Beacon. All rights reserved.",
		"a headline in lower case": "Ferry runs aground off Tarn with sixty-two on board\n\n" + strings.Join(paragraphs, "\n\n"),
	} {
		t.Run(name, func(t *testing.T) {
			l, _ := Find(&article.Article{Text: text})
			requireSound(t, text, l)
			var prose []string
			for _, b := range l.Blocks {
				if b.Kind == article.Prose {
					prose = append(prose, strings.Join(strings.Fields(text[b.Start:b.End]), " "))
				}
			}
			require.Equal(t, paragraphs, prose)
		})
	}
}

// Capitals still make a line furniture where the running text is not in capitals.
func TestCapitalsInATextInLowerCase(t *testing.T) {
	text := "TARN BEACON\n\n" + story
	l, _ := Find(&article.Article{Text: text})
	require.True(t, l.Blocks[0].Kind.Furniture())
}

// The keys of front matter are no headline, whatever the text below begins with.
func TestFrontMatterIsNoHeadline(t *testing.T) {
	const matter, text = "---\noutlet: Daily Beacon\n---\n", "The ferry firm knew of the crack for a year, an inspector has told the Carrick Herald.\n\nIt declined to comment.\n"
	_, meta := Find(&article.Article{Text: matter + text, Preamble: len(matter)})
	require.Empty(t, meta.Title)
	_, meta = Find(&article.Article{Text: matter + "Ferry firm knew of crack\n\n" + text, Preamble: len(matter)})
	require.Equal(t, "Ferry firm knew of crack", meta.Title)
}
