package report

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestHeadersAreTheContract(t *testing.T) {
	want := map[string]string{
		"report.csv":   "story,cluster,family,article,role,outlet,published,title,byline,language,words,source_article,source_outlet,upstream,upstream_kind,credit_chain,credited,other_sources,confidence,why,copied_pct,edited_pct,reworded_pct,quoted_pct,original_pct,furniture_words,url,file",
		"passages.csv": "cluster,article,n,start,end,label,direction,source_article,source_start,source_end,similarity,speaker,reused_by,words,text,source_text",
		"links.csv":    "cluster,article,source_article,source_outlet,relation,share_article,share_source,passages,words,direction,confidence,why",
		"credits.csv":  "cluster,article,article_outlet,start,end,outlet,domain,kind,cue,via,main,text",
		"quotes.csv":   "cluster,article,article_outlet,start,end,kind,speaker,text,families,first_article",
		"stories.csv":  "story,headline,articles,outlets,clusters,own_reports,first_published,last_published",
		"clusters.csv": "cluster,upstream,upstream_present,articles,families,outlets,first_published,last_published,headline,origin_article,uncredited,first_copy_minutes",
		"outlets.csv":  "outlet,articles,own,copied,rewritten,updates,words,agency_pct,credited,uncredited,licensed,median_minutes,takes_from,taken_by,possible",
		"flows.csv":    "from_outlet,to_outlet,articles,words,credited,uncredited,licensed,possible",
		"problems.csv": "file,record,reason,kind",
	}
	got := map[string]string{}
	for _, p := range new(Writer).tables() {
		got[p.name] = strings.Join(p.header, ",")
	}
	require.Equal(t, want, got)
}

func TestRatio(t *testing.T) {
	for _, c := range []struct {
		name string
		x    float64
		want string
	}{
		{"nothing", 0, "0.000"},
		{"all", 1, "1.000"},
		{"a third", 1. / 3, "0.333"},
		{"rounded up", 0.98765, "0.988"},
		{"hardly anything is not nothing", 1e-9, "0.001"},
		{"almost all is not all", 1 - 1e-9, "0.999"},
		{"below the range", -3, "0.000"},
		{"above the range", 17, "1.000"},
		{"not a number", math.NaN(), "0.000"},
		{"infinite", math.Inf(1), "1.000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, string(appendRatio(nil, c.x)))
		})
	}
}
