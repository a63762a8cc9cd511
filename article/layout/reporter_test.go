package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"wiretrace/article"
)

// TestReporters holds how papers sign whose writers' names have no capital letters.
func TestReporters(t *testing.T) {
	for line, want := range map[string]string{
		"노하람 기자 haram@example.com":         "노하람 기자",
		"노하람 기자 (haram@example.com)":       "노하람 기자",
		"[섬일보 노하람 기자 haram@example.com]":   "노하람 기자",
		"[섬마을일보 노하람 기자]":                   "노하람 기자",
		"노하람·구도윤 기자":                       "노하람·구도윤 기자",
		"노하람 기자, 구도윤 특파원":                  "노하람 기자, 구도윤 특파원",
		"글·사진 노하람 선임기자":                    "노하람 선임기자",
		"（本报记者 江海）":                        "江海",
		"（本报记者江海 何港）":                      "江海 何港",
		"记者：江海、何港":                         "江海、何港",
		"本报记者 江海 报道":                       "江海",
		"記者 江海":                            "江海",
		"기자 회견 열려":                         "",
		"시장은 기자들과 만나 배를 고치겠다고 말했다.":        "",
		"노하람 기자는 부두에서 선장을 만났다.":            "",
		"记者手记":                             "",
		"记者获悉，渡轮今冬停航。":                     "",
		"（本报记者 江海 摄）":                      "",
		"本报记者江海摄":                          "",
		"Ada Crane, reporter":              "",
		"노하람 기자 haram@example.com 부두 소식 더": "",
	} {
		from, to, ok := reporters(line)
		assert.Equal(t, want, line[from:to], line)
		assert.Equal(t, want != "", ok, line)
	}
	text := "섬으로 가는 배가 올겨울에는 다니지 않는다고 선사가 월요일 밝혔다. 하나뿐인 배를 조선소에 보내야 하기 때문이다.\n\n섬 주민들은 우편물을 헬리콥터로 받게 된다. 시는 봄까지 배를 고치겠다고 말했다.\n\n노하람 기자 haram@example.com"
	l, m := Find(&article.Article{Text: text})
	assert.Equal(t, "노하람 기자", m.Byline)
	assert.Equal(t, article.Byline, l.Blocks[2].Kind)
}

// TestClippingsSayWhoseTheyAre holds the lines that programs for clippings put below the headline and behind the text.
func TestClippingsSayWhoseTheyAre(t *testing.T) {
	const prose = "The swing bridge will stay open to boats until May, the harbour board decided on Monday, since the ice has cracked its pier.\n\nNobody on the board wanted to pay for a new one, said its chair, who has seen three of them go down the river.\n\n"
	for name, text := range map[string]string{
		"day, page and writer in a line": "Swing bridge stays open\n\nThe Wexcombe Herald · 3 Jun 2025 · 5 · By Ada Crane\n\n" + prose,
		"page with a word":               "Swing bridge stays open\n\nThe Wexcombe Herald | 3 June 2025 | Page 12 | By Ada Crane\n\n" + prose,
	} {
		_, m := Find(&article.Article{Text: text})
		assert.Equal(t, "Ada Crane", m.Byline, name)
		assert.Equal(t, "The Wexcombe Herald", m.Outlet, name)
		assert.Equal(t, "2025-06-03", m.Published.When.Format("2006-01-02"), name)
	}
	for _, label := range []string{"Author:By Ada Crane", "Author: Ada Crane", "Authors: By Ada Crane"} {
		l, m := Find(&article.Article{Text: "Swing bridge stays open\n\n" + prose + "Article Name:Swing bridge stays open\nPublication:The Wexcombe Herald\nSection:News\n" + label + "\nStart Page:5\nEnd Page:5"})
		assert.Equal(t, "Ada Crane", m.Byline, label)
		assert.True(t, l.Blocks[len(l.Blocks)-1].Kind.Furniture(), label)
	}
	_, m := Find(&article.Article{Text: "Swing bridge stays open\n\nBy Ada Crane · 3 Jun 2025\n\n" + prose})
	assert.Empty(t, m.Outlet)
}

// TestLinesForEditorsAreNone holds what agencies and offices write to those who print a piece, and where an item ends.
func TestLinesForEditorsAreNone(t *testing.T) {
	for s, want := range map[string]article.Kind{
		"NOTE TO EDITORS: pictures of the bridge are on the desk.":     article.Chrome,
		"Eds: Adds the chair of the board in the third paragraph.":     article.Chrome,
		"Hinweis an die Redaktionen: Bilder der Brücke liegen bereit.": article.Chrome,
		"Note aux rédactions : des photos du pont sont disponibles.":   article.Chrome,
		"end of item 0417":                      article.Chrome,
		"Newest first":                          article.Chrome,
		"Ältere Beiträge laden":                 article.Chrome,
		"많이 본 뉴스":                               article.Chrome,
		"延伸阅读":                                  article.Chrome,
		"The editors read the notes on Monday.": article.Prose,
		"The end of item nine on the agenda came at midnight, and nobody was awake.": article.Prose,
	} {
		assert.Equal(t, want, KindAlone(s), s)
	}
}

// Papers in East Asia sign within the running text, behind the house or behind the last sentence.
func TestReporterInText(t *testing.T) {
	const han = "渡轮今冬停航，公司周一表示，唯一的船必须送进船厂。岛上居民的邮件将由直升机运送。"
	const hangul = "섬으로 가는 배가 올겨울에는 다니지 않는다고 선사가 월요일 밝혔다. 하나뿐인 배를 조선소에 보내야 하기 때문이다."
	for text, want := range map[string]string{
		"本报讯（记者 江海）" + han:                 "江海",
		"（本报记者江海、何港）" + han:                "江海、何港",
		"（记者 江海 通讯员 何港）" + han:             "江海",
		"〔記者江海／港口報導〕" + han:                "江海",
		han + "（记者 江海）":                    "江海",
		"（记者 江海 摄）" + han:                  "",
		han:                                "",
		"记者获悉，" + han:                      "",
		"(섬마을=섬통신) 노하람 기자 = " + hangul:     "노하람 기자",
		"[섬마을=섬통신] 노하람·구도윤 기자 = " + hangul: "노하람·구도윤 기자",
		"[섬일보 노하람 기자] " + hangul:           "노하람 기자",
		"노하람 기자는 부두에서 선장을 만났다. " + hangul:  "",
	} {
		whole := text + "\n\n" + han
		if strings.HasPrefix(text, han) {
			whole = han + "\n\n" + text
		}
		_, m := Find(&article.Article{Text: whole, Language: "zh"})
		assert.Equal(t, want, m.Byline, text)
	}
}

// Who took the picture is not the writer, whatever stands first.
func TestWritersOf(t *testing.T) {
	for s, want := range map[string]string{
		"Foto: Jan Grå Text: Ada Crane":    "Ada Crane",
		"Text och foto: Ada Crane":         "Ada Crane",
		"Texte et photos : Ada Crane":      "Ada Crane",
		"文：江海 摄影：何港":                       "江海",
		"Ada Crane, photos by Jo Field":    "Ada Crane",
		"Illustration: Jo Field":           "",
		"Ada Crane: a life in the harbour": "Ada Crane: a life in the harbour",
	} {
		assert.Equal(t, want, WritersOf(s), s)
	}
	_, m := Find(&article.Article{Text: "Inget sker i hamnen\n\nText: Ada Crane Foto: Jan Grå\n\nFärjan till ön går inte i vinter, sade bolaget på måndagen, eftersom dess enda båt måste till varvet.\n\nIngen vet när den är tillbaka, och affärerna på ön har bröd för en vecka."})
	assert.Equal(t, "Ada Crane", m.Byline)
}
