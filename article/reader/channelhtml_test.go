package reader

import (
	"testing"

	"github.com/stretchr/testify/require"
)

const channelPage = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">
Hallow &amp; Sons
</div></div></div><div class="page_body chat_page"><div class="history"><div class="message service" id="message-1"><div class="body details">12 March 2025</div></div>
<div class="message default clearfix" id="message7"><div class="body"><div class="pull_right date details" title="12.03.2025 08:10:00 UTC+01:00">08:10</div><div class="from_name">
Hallow &amp; Sons </div><div class="text">
<strong>Ferry slip to close</strong><br><br>` + slipText + `<br><br>` + chairText + `</div></div></div>
<div class="message default clearfix joined" id="message8"><div class="body"><div class="pull_right date details" title="13.03.2025 09:00:00">09:00</div><div class="forwarded body"><div class="from_name">Pond Post</div><div class="text">` + newtText + `</div></div></div></div>
<div class="message default clearfix joined" id="message9"><div class="body"><div class="pull_right date details" title="14.03.2025 09:00:00">09:00</div><div class="text">Good morning.</div></div></div>
</div></div></div></body></html>`

func TestChannelsOfTelegramAsPages(t *testing.T) {
	dir := folder(t, map[string]string{"messages.html": channelPage})
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"messages.html: 1 posts of fewer than 10 words are left out"}, problems)
	require.Len(t, articles, 2)
	got := []summary{summarize(articles[0]), summarize(articles[1])}
	got[0].Language, got[1].Language = "", ""
	require.Equal(t, []summary{
		{ID: "messages.html#2", Title: "Ferry slip to close", Outlet: "Hallow & Sons", Published: "2025-03-12T08:10:00+01:00", Source: "field date", Text: "Ferry slip to close\n\n" + slipText + "\n\n" + chairText},
		{ID: "messages.html#3", Outlet: "Hallow & Sons", Published: "2025-03-13T09:00:00", Source: "field date", Text: newtText},
	}, got)
	require.Equal(t, "Pond Post", articles[1].Signals[0].Name)
	dir = folder(t, map[string]string{"messages.html": `<html><body><div class="page_header"><div class="text bold">Friends</div></div><div class="page_body chat_page"><div class="message default clearfix"><div class="from_name">Ada</div><div class="text">` + newtText + `</div></div></div></body></html>`})
	articles, problems = read(t, dir, Options{}, dir)
	require.Empty(t, articles)
	require.Equal(t, []string{"messages.html: no articles: a talk of people, and no channel"}, problems)
}

func TestCitationsAreNoText(t *testing.T) {
	dir := folder(t, map[string]string{"a.bib": "@article{a,\n\ttitle = {A title},\n}\n"})
	articles, problems := read(t, dir, Options{}, dir+"/a.bib")
	require.Empty(t, articles)
	require.Len(t, problems, 1)
	require.Contains(t, problems[0], "RIS")
}

func FuzzChannelPage(f *testing.F) {
	f.Add([]byte(channelPage))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzFile(t, "a.html", data) })
}
