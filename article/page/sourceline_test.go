package page

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

const zhText = `<p>海港镇议会周二晚间投票决定，关闭北侧渡轮码头十一个月，此前潜水员发现九根木桩中有四根已被船蛆蛀空，随时可能断裂。</p><p>维修费用估计为二百七十万元，其中县政府承诺承担三分之一，其余部分将通过向每位乘客加收附加费来筹集。</p><p>渡轮夏季每天运送约一千三百人，冬季约四百人。从下周一起，渡轮将改从南侧的煤码头出发。</p>`

// TestLinesOfSources holds that the house beside the day from which a portal has a piece is a signal, and that sources of
// pictures, of other pieces and within sentences are none.
func TestLinesOfSources(t *testing.T) {
	for body, want := range map[string]string{
		`<h1>海港镇关闭北侧渡轮码头</h1><div class="info"><span>2025年03月12日10:15</span> <span>来源：<a href="http://x.example/">新华社</a></span> <span>作者：王小明</span></div>` + zhText: "新华社",
		`<h1>海港镇关闭北侧渡轮码头</h1><div class="info">2025-03-12 10:15 来源：海岛日报 作者：王小明</div>` + zhText:                                                                       "海岛日报",
		`<h1>海港鎮關閉北側渡輪碼頭</h1><p class="meta"><em>來源:中央社</em></p>` + zhText:                                                                                           "中央社",
		`<h1>No ferry this winter</h1><p>Source: Reuters</p>` + prose3:                                                                                               "Reuters",
		`<h1>Tekne bu kış çalışmayacak</h1>` + prose3 + `<div class="article-source">Kaynak: AA</div>`:                                                               "AA",
		`<h1>Brak promu</h1>` + prose3 + `<p class="zrodlo">Źródło: PAP</p>`:                                                                                         "PAP",
		`<h1>No ferry this winter</h1>` + prose3 + `<figure><img src="a.png"><figcaption class="source">Source: Getty</figcaption></figure>`:                         "",
		`<h1>No ferry this winter</h1>` + prose3 + `<aside class="related"><p class="source">Source: Pond Post</p></aside>`:                                          "",
		`<h1>No ferry this winter</h1><p>A source: nobody knows which one, told the paper of it.</p>` + prose3:                                                       "",
		`<h1>No ferry this winter</h1>` + prose3 + `<p class="resource">The source of the money is not known: the company will not say.</p>`:                         "",
		`<h1>海港镇关闭北侧渡轮码头</h1>` + zhText + `<p>消息来源：一位不愿透露姓名的官员在星期二晚间的会议之后对记者说了这番话。</p>`:                                                                              "",
	} {
		got := ""
		for _, s := range Read(`<html><head><title>x</title></head><body><article>`+body+`</article></body></html>`, Options{}).Signals {
			if s.Kind == article.SignalProvider {
				got = s.Name
			}
		}
		require.Equal(t, want, got, body)
	}
}

// TestWritersInScriptsWithoutSpaces holds that a name of two or three characters is one, and a house, a section or an account is not.
func TestWritersInScriptsWithoutSpaces(t *testing.T) {
	for line, want := range map[string]string{
		`<span class="author">作者：王小明</span>`:    "王小明",
		`<span class="author">王小明</span>`:       "王小明",
		`<span class="author">记者 王小明、李华</span>`: "王小明、李华",
		`<span class="author">本报记者 欧阳小明</span>`: "欧阳小明",
		`<span class="author">文/王小明</span>`:     "王小明",
		`<span class="author">海岛报</span>`:       "",
		`<span class="author">编辑</span>`:        "",
		`<span class="author">佚名</span>`:        "",
		`<span class="author">综合新闻</span>`:      "",
		`<span class="author">홍길동</span>`:       "홍길동",
		`<p class="author">海岛网记者在海港镇报道的消息</p>`:  "",
	} {
		p := Read(`<html lang="zh"><head><title>海港镇关闭北侧渡轮码头</title></head><body><h1>海港镇关闭北侧渡轮码头</h1><div class="info">`+line+`</div><div id="content">`+zhText+`</div></body></html>`, Options{})
		require.Equal(t, want, p.Byline.Value, line)
	}
}

// TestSitesInTitles reads titles with a section between headline and site, with the site as the first heading, and those of pages
// that an archive has under a short link.
func TestSitesInTitles(t *testing.T) {
	p := Read(`<title>海港镇关闭北侧渡轮码头_国内新闻_海岛网</title><h1>海港镇关闭北侧渡轮码头</h1><div id="content">`+zhText+`</div><div class="foot">海岛网版权所有</div>`, Options{})
	require.Equal(t, []string{"海港镇关闭北侧渡轮码头", "海岛网"}, []string{p.Title.Value, p.Outlet.Value})

	for title, head := range map[string]string{
		"Island Voices: The ferry to the island will not run":  "The ferry to the island will not run",
		"The ferry to the island will not run - Island Voices": "The ferry to the island will not run",
	} {
		p = Read(`<title>`+title+`</title><body><div class="header"><h1 class="title">Island Voices</h1></div><h3 class="post-title">`+head+`</h3><div class="post-body">`+prose3+`</div>`, Options{})
		require.Equal(t, head, p.Title.Value, title)
	}
	p = Read(`<title>The boat is late: why nobody minds on the island</title><h1>The boat is late</h1><h2>Others</h2>`+prose3, Options{})
	require.Equal(t, "The boat is late", p.Title.Value)

	p = Read(`<title>No ferry this winter | The Islander</title><link rel="canonical" href="https://archive.ph/2025.06.20-030000/https://www.islander.example/ferry"><meta property="og:url" content="http://archive.ph/AbCdE"><meta property="og:site_name" content="archive.ph"><h1>No ferry this winter</h1>`+prose3, Options{})
	require.Equal(t, []string{"https://www.islander.example/ferry", "The Islander"}, []string{p.URL.Value, p.Outlet.Value})
}

func TestSignsBeforeTheText(t *testing.T) {
	p := Read(`<title>No ferry this winter</title><article><h1>No ferry this winter</h1><a rel="author">Ines Calder</a><p>·</p><p>—</p>`+prose3+`<p>* * *</p>`+prose3+`</article>`, Options{})
	require.Regexp(t, `^The ferry`, p.Text)
	require.Contains(t, p.Text, "* * *", "between parts of the text")
}
