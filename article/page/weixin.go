package page

import (
	"regexp"
	"strconv"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/article"
)

// weixinMade is the time at which an account of WeChat sent a piece, in seconds, as a script of its page has it.
var weixinMade = regexp.MustCompile(`\b(?:var ct|oriCreateTime)\s*=\s*["'](\d{10})["']`)

// weixin takes outlet and time of a page of WeChat, on which hosts of accounts publish: the page names the platform as its site, and
// leaves it to a script to show the time.
func (d *describer) weixin(p *Page) {
	if site, _ := d.get("og:site_name"); site != "微信公众平台" && hostOf(d.at) != "mp.weixin.qq.com" {
		return
	}
	for n := d.doc; n != nil; n = next(d.doc, n, false) {
		switch {
		case attr(n, "id") == "js_name":
			if name := cleanSite(textOf(n, longestSite)); name != "" {
				p.Outlet = Field{name, "account"}
			}
		case n.DataAtom == atom.Script && n.FirstChild != nil && n.FirstChild.Type == html.TextNode && p.Published.Precision == article.NoTime:
			if m := weixinMade.FindStringSubmatch(n.FirstChild.Data); m != nil {
				seconds, _ := strconv.ParseInt(m[1], 10, 64)
				p.Published = article.Time{When: time.Unix(seconds, 0).UTC(), Precision: article.Second, Zoned: true, Source: "script ct"}
			}
		}
	}
}
