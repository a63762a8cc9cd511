package archive

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

// The questions that doc/archive.md asks are answered, and it names every
// table, every column and the latest version.
func TestTheSchemaIsAsDocumented(t *testing.T) {
	doc, err := os.ReadFile("../doc/archive.md")
	require.NoError(t, err)
	a := openNew(t)
	n := begin(t, a, time.Now())
	for i := range 4 {
		x := sample(i)
		number, err := n.Add(x)
		require.NoError(t, err)
		d := describe(0)
		d.Credited = "no"
		if d.Role = "copy"; i == 0 {
			d.Role = "origin"
		}
		require.NoError(t, n.Describe(number, 0, d))
	}
	require.NoError(t, n.Cluster(&row.Cluster{ID: describe(0).Cluster, OriginArticle: sample(0).ID, Upstream: "The Pier Post", UpstreamPresent: "yes"}))
	require.NoError(t, n.Story(&row.Story{ID: describe(0).Story, Articles: 4, OwnReports: 1, Headline: "Pier closes"}))
	require.NoError(t, n.Commit())
	s, err := a.readers.get()
	require.NoError(t, err)
	defer a.readers.put(s)

	questions := regexp.MustCompile("(?s)```sql\n(.*?)```").FindAllSubmatch(doc, -1)
	require.Len(t, questions, 4)
	for _, q := range questions {
		answers := 0
		query := strings.ReplaceAll(string(q[1]), ":name", "'Ana'")
		require.NoError(t, s.query(ctx, func(columns) error { answers++; return nil }, query), query)
		require.Positive(t, answers, query)
	}
	var names []string
	require.NoError(t, s.query(ctx, func(r columns) error { names = append(names, r.text(0)); return nil },
		"SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"))
	require.NotEmpty(t, names)
	for _, name := range names {
		require.Contains(t, string(doc), "`"+name+"`")
		if strings.HasPrefix(name, "keys_") || name == "stored" || name == "aligned" || name == "words" || name == "site_lines" {
			continue
		}
		require.NoError(t, s.query(ctx, func(r columns) error {
			if column := r.text(1); !inReport[column] && column != "checksum" {
				require.Contains(t, string(doc), "`"+column+"`", "of table %s", name)
			}
			return nil
		}, "PRAGMA table_info("+name+")"))
	}
	require.Contains(t, string(doc), "| "+string(rune('0'+len(steps)))+" | ")
}

// inReport are the columns that mean what they do in the report.
var inReport = func() map[string]bool {
	columns := map[string]bool{}
	for _, c := range strings.Split("story,cluster,family,role,outlet,published,title,byline,language,words,source_article,source_outlet,upstream,upstream_kind,credit_chain,"+
		"credited,other_sources,confidence,why,copied_pct,edited_pct,reworded_pct,quoted_pct,original_pct,furniture_words,url,file,"+
		"upstream_present,headline,origin_article,uncredited,own_reports", ",") {
		columns[c] = true
	}
	return columns
}()
