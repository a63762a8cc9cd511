package outlet

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestInstitutions(t *testing.T) {
	g := Default()
	for name, want := range map[string]bool{
		"University of Tromsdal": true, "Universität Hallam": true, "Policía Local de Arroyo": true, "Corran County Sheriff's Office": true,
		"Ministère des Ponts": true, "Comune di Erran": true, "Lochan Dubh Council": true,
		"University Herald": false, "University Beat": false, "Police Bulletin": false, "The Police Gazette": false, "Corran Courier": false, "Harvard Gazette": false, "Ada Lorne": false, "": false,
	} {
		require.Equal(t, want, g.Institution(name), name)
	}
}

func TestHome(t *testing.T) {
	g := Default()
	for _, tt := range []struct {
		name, address        string
		shown, domain, about string
	}{
		{"", "https://www.nytimes.com/2025/03/12/x.html", "The New York Times", "nytimes.com", "an address that is known"},
		{"New York Times", "", "The New York Times", "nytimes.com", "a name that is known"},
		{"", "https://www.pierpost.example/p/1", "pierpost.example", "pierpost.example", "an address that nobody knows"},
		{"", "https://news.pierpost.co.uk/p/1", "pierpost.co.uk", "pierpost.co.uk", "what the site has registered"},
		{"news.pierpost.co.uk", "", "pierpost.co.uk", "pierpost.co.uk", "a host as the name"},
		{"", "https://web.archive.org/web/20250601101010/https://pierpost.example/p/1", "pierpost.example", "pierpost.example", "a page in an archive"},
		{"The Pier Post", "https://pierpost.example/p/1", "The Pier Post", "", "a name before an address"},
		{"The Pier Post AMP", "https://pierpost.example/p/1/amp", "The Pier Post", "", "the form of the page"},
		{"The Pier Post - Print version", "https://pierpost.example/p/1?print=1", "The Pier Post", "", "the same, to print"},
		{"Pier Post | Móvil", "https://m.pierpost.example/p/1", "Pier Post", "", "the same, for a telephone"},
		{"Pier-Bote (Druckansicht)", "", "Pier-Bote", "", "the same, in brackets"},
		{"Pier Post Mobile", "https://m.pierpost.example/p/1", "Pier Post", "", "the same, without a stroke"},
		{"Pier Post Mobile", "https://harbour.example/p/1", "Pier Post Mobile", "", "a name, for all that is known"},
		{"The Observer (New York)", "http://observer.com/2017/06/pier/", "New York Observer", "observer.com", "a host that is known says which of two it is"},
		{"Pier Post | Harbour", "https://pierpost.example/p/1", "Pier Post", "", "a section"},
		{"Pier Post | Harbour", "https://harbour.example/p/1", "Pier Post | Harbour", "", "a site of another name"},
		{"Mobile Print", "", "Mobile Print", "", "a name of such words"},
		{"Pier Post GmbH & Co. KG", "https://www.pier-post.example/p/1", "Pier Post", "", "a company of the site's name"},
		{"Harbour Media Holdings Ltd", "https://www.pierpost.example/p/1", "pierpost.example", "pierpost.example", "a company of another name"},
		{"Harbour Media Ltd", "", "Harbour Media", "", "a company and no address"},
		{"Harbour Media Inc.", "https://www.nytimes.com/x", "The New York Times", "nytimes.com", "a company of a site that is known"},
		{"رويترز", "https://ara.reuters.com/a", "Reuters", "reuters.com", "an agency in another script"},
		{"Ada Lorne", "https://www.washingtontimes.com/news/2025/jan/5/a", "The Washington Times", "washingtontimes.com", "who wrote the piece"},
		{"Guest Writer - Right", "https://www.nytimes.com/2025/01/05/a", "The New York Times", "nytimes.com", "what kind of piece it is"},
		{"Carrick Herald", "https://www.usatoday.com/a", "Carrick Herald", "", "a paper on the site of its group"},
		{"Ada Lorne", "https://news.yahoo.com/a", "Ada Lorne", "", "on a portal"},
		{"Fox Online News", "", "Fox News", "foxnews.com", "the one on the web"},
		{"NPR Online News", "", "NPR", "npr.org", "the same, of a name without News"},
		{"", "", "", "", "nothing"},
		{"", "https://pierdiary.blogspot.com/2025/03/a.html", "pierdiary.blogspot.com", "pierdiary.blogspot.com", "who writes on a site for everybody"},
		{"pierdiary.blogspot.com", "https://pierdiary.blogspot.com/2025/03/a.html", "pierdiary.blogspot.com", "pierdiary.blogspot.com", "the same, for want of a name"},
		{"", "https://pierletter.substack.com/p/a", "pierletter.substack.com", "pierletter.substack.com", "the same, of a site that no list of suffixes names"},
		{"", "https://medium.com/@ada/a", "Medium", "medium.com", "the site itself"},
		{"", "https://uk.linkedin.com/a", "LinkedIn", "linkedin.com", "a country's part of a site"},
		{"", "https://localhost/x", "", "", "no host of the web"},
		{"共同通信", "https://news.example/a", "Kyodo News", "kyodonews.net", "an agency by its own name"},
		{"共同通信社", "", "Kyodo News", "kyodonews.net", "the same, in full"},
		{"", "https://www.kyodo.co.jp/life/a", "Kyodo News", "kyodonews.net", "another of its hosts"},
		{"時事通信（電子版）", "", "Jiji Press", "jiji.com", "with an edition behind it"},
		{"新华社", "", "Xinhua", "xinhuanet.com", "the same, of China"},
		{"연합뉴스", "", "Yonhap", "yna.co.kr", "the same, of Korea"},
		{"朝日新聞", "", "The Asahi Shimbun", "asahi.com", "a paper by its own name"},
		{"الأهرام", "", "Al-Ahram", "ahram.org.eg", "the same, in Arabic"},
		{"خبرگزاری مهر", "", "Mehr News Agency", "mehrnews.com", "an agency in Persian"},
		{"ΑΠΕ-ΜΠΕ", "", "ANA-MPA", "amna.gr", "the same, in Greek"},
		{"РИА Новости", "", "RIA Novosti", "ria.ru", "the same, in Russian"},
		{"Коммерсантъ", "", "Kommersant", "kommersant.ru", "a paper in Russian"},
		{"الوطن", "", "الوطن", "", "a name that several papers have"},
		{"河北北進新報", "https://www.hokushin.example/a", "河北北進新報", "", "a paper that nobody knows"},
		{"共同", "https://www.nytimes.com/a", "The New York Times", "nytimes.com", "a word on the site of a paper"},
	} {
		name, domain := g.Home(tt.name, tt.address)
		require.Equal(t, tt.shown, Display(tt.name, name, domain), tt.about)
		require.Equal(t, tt.domain, domain, tt.about)
	}
}

func TestNamesake(t *testing.T) {
	g := Default()
	for _, tt := range []struct{ name, address, countries, want string }{
		{"ABC", "https://www.abc.es/espana/x.html", "", "ABC (España)"},
		{"ABC", "", "ES AR MX", "ABC (España)"},
		{"ABC", "https://www.abc.net.au/news/x", "", "ABC (Australia)"},
		{"ABC", "https://pierpost.example/x", "ES AR MX", ""},
		{"ABC", "", "US", ""},
		{"ABC", "", "", ""},
		{"DN", "", "NO", "Dagens Næringsliv"},
		{"DN", "", "SE", "Dagens Nyheter"},
		{"Público", "", "ES AR MX", "Público (España)"},
		{"Le Monde", "", "FR BE", ""},
	} {
		got := ""
		if o := g.Namesake(tt.name, tt.address, tt.countries); o != nil {
			got = o.Name
		}
		require.Equal(t, tt.want, got, tt.name+" "+tt.address+" "+tt.countries)
	}
}
