package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"sync"
)

//go:embed assets
var assets embed.FS

// A look is what makes a page of one kind: its templates and what is in all
// pages of the kind.
type look struct {
	*template.Template
	Style  template.CSS
	Script template.JS
	Policy string // Content-Security-Policy: this style, this script, nothing else
}

// The looks of the pages of clusters and stories, of outlets, of the index and of the list of articles.
var (
	clusterLook = sync.OnceValue(func() *look { return newLook("cluster", asset("pair.js")+asset("cluster.js")) })
	storyLook   = sync.OnceValue(func() *look { return newLook("story", "") })
	indexLook   = sync.OnceValue(func() *look { return newLook("index", asset("list.js")+asset("index.js")) })
	outletsLook = sync.OnceValue(func() *look { return newLook("outlets", asset("list.js")+asset("outlets.js")) })
	outletLook  = sync.OnceValue(func() *look { return newLook("outlets", "") })
	listLook    = sync.OnceValue(func() *look { return newLook("articles", asset("list.js")+asset("search.js")+asset("articles.js")) })
)

// newLook makes a look; script is empty if its pages have none, and then none can
// run.
func newLook(name, script string) *look {
	style := asset("style.css")
	return &look{
		Template: template.Must(template.ParseFS(assets, "assets/"+name+".html.tmpl")),
		Style:    template.CSS(style),
		Script:   template.JS(script),
		Policy: "default-src 'none'; style-src " + digest(style) + "; script-src " + digest(script) +
			"; img-src 'none'; base-uri 'none'; form-action 'none'",
	}
}

// asset returns an embedded file, which is there or the program is not whole.
func asset(name string) string {
	b, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
