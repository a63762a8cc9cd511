package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestBlocksOfPageBuilders holds that each block of a text may have a name that elsewhere is of furniture.
func TestBlocksOfPageBuilders(t *testing.T) {
	words := []string{"alpha", "bravo", "charlie", "delta", "echo"}
	var want []string
	for _, w := range words {
		want = append(want, para(w))
	}
	for name, wrap := range map[string]string{
		"Elementor":         `<div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">%s</div></div>`,
		"SiteOrigin":        `<div class="so-panel widget widget_sow-editor"><div class="siteorigin-widget-tinymce textwidget">%s</div></div>`,
		"Polopoly":          `<div class="widget storyContent widget-editable">%s</div>`,
		"slides":            `<section class="slide slide--text"><div class="slide__inner">%s</div></section>`,
		"a colour":          `<div class="text-navy-900">%s</div>`,
		"a face":            `<div class="font-barlow mb-4">%s</div>`,
		"text over a photo": `<div class="Theme-OverlayContent">%s</div>`,
		"entries":           `<div class="live-message">%s</div>`,
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			for i, w := range words {
				fmt.Fprintf(&b, wrap, "<p>"+para(w)+"</p>")
				if i == 1 {
					fmt.Fprintf(&b, strings.ReplaceAll(wrap, "text", "counter"), "<span>1,204</span> reads")
					fmt.Fprintf(&b, wrap, `<a class="button" href="/s">Subscribe now</a>`)
				}
			}
			p := Read(`<title>Lamps</title><header><nav><a href="/">Home</a></nav></header><div class="page"><h1>Lamps</h1>`+b.String()+`</div>`, Options{})
			require.Equal(t, strings.Join(want, "\n\n"), p.Text)
		})
	}
}

func TestFurnitureNamedSo(t *testing.T) {
	text := paras("alpha", "bravo", "charlie")
	want := para("alpha") + "\n\n" + para("bravo") + "\n\n" + para("charlie")
	for name, furniture := range map[string]string{
		"widgets of a side column": `<div class="widget widget_text"><h3>About us</h3><p>` + isle1 + `</p></div><div class="widget widget_text"><p>` + isle4 + `</p></div>`,
		"a bar":                    `<div class="alert-bar"><p>` + isle4 + `</p></div>`,
		"a message":                `<div class="message"><p>` + isle1 + `</p></div>`,
	} {
		t.Run(name, func(t *testing.T) {
			p := Read(`<title>Lamps</title><article><h1>Lamps</h1>`+text+furniture+`</article>`, Options{})
			require.Equal(t, want, p.Text)
		})
	}
}
