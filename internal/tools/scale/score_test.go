package scale

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
)

// folder writes a report with a byte order mark and CRLF.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("\ufeff"+strings.ReplaceAll(text, "\n", "\r\n")), 0o644))
	}
	return dir
}

const planted = `{"kind":"copy","article":"b","source":"a","start":0,"end":100,"source_start":0,"source_end":100,"words":20,"changed":0}
{"kind":"edited","article":"c","source":"a","start":0,"end":100,"source_start":0,"source_end":100,"words":20,"changed":2}
{"kind":"wire","article":"d","source":"a","start":100,"end":300,"source_start":0,"source_end":200,"words":40,"changed":0}
{"kind":"wire","article":"d","source":"a","start":400,"end":450,"source_start":300,"source_end":350,"words":9,"changed":0}
{"kind":"roundup","article":"e","source":"z","start":10,"end":210,"source_start":0,"source_end":200,"words":40,"changed":0}
{"kind":"credit","article":"f","source":"a","start":0,"end":0,"source_start":0,"source_end":0,"words":0,"changed":0}
{"kind":"event","article":"g","source":"a","start":0,"end":0,"source_start":0,"source_end":0,"words":0,"changed":0}
{"kind":"event","article":"p","source":"q","start":20,"end":90,"source_start":40,"source_end":110,"words":15,"changed":0}
{"kind":"event","article":"r","source":"q","start":30,"end":100,"source_start":40,"source_end":110,"words":15,"changed":0}
`

func TestMeasure(t *testing.T) {
	dir := folder(t, map[string]string{
		"report.csv": "cluster,family,article\nk,m,a\nk,m,b\nk,,c\nk,,d\n,,e\nk,,f\n,,g\n,,z\n,,y\n,,x\n",
		"links.csv": "article,source_article,relation\nb,a,copy\nd,c,partial\ne,z,partial\nd,b,partial\n" +
			"g,a,rewrite\nf,g,rewrite\ng,d,partial\ny,x,quotes\nf,,rewrite\np,q,quotes\np,r,quotes\n", // the last two quote one speaker
		"passages.csv": "article,start,end,label,source_article\nd,0,90,original,\nd,90,200,copied,b\nd,200,290,edited,a\nd,290,400,copied,x\n" +
			"e,10,100,copied,z\ne,100,210,copied,x\n",
	})
	s, err := Measure(strings.NewReader(planted), dir)
	require.NoError(t, err)
	require.Equal(t, &Score{
		Articles: 10,
		Copies:   Found{2, 2},
		Families: Found{2, 1},
		Passages: Found{2, 1}, // e's stands as another's for more than half
		Linked:   Found{2, 2},
		Retold:   Found{1, 1},
		Links:    10,
		False:    map[string]int{"quotes": 1, "partial": 1},
		Event:    2,
	}, s)
	require.InDelta(t, 2000, s.FalsePer10k(), 1e-9)
	var b strings.Builder
	require.NoError(t, s.Print(&b))
	require.Contains(t, b.String(), "2000.00 (partial 1, quotes 1)")
}

func TestMeasureReadsCompressedTables(t *testing.T) {
	dir := folder(t, map[string]string{
		"report.csv": "cluster,family,article\nk,m,a\nk,m,b\n", "links.csv": "article,source_article,relation\n",
	})
	f, err := os.Create(filepath.Join(dir, "passages.csv.zst"))
	require.NoError(t, err)
	z, err := zstd.NewWriter(f)
	require.NoError(t, err)
	_, err = z.Write([]byte("article,start,end,label,source_article\r\nd,100,300,copied,a\r\n"))
	require.NoError(t, errors.Join(err, z.Close(), f.Close()))
	s, err := Measure(strings.NewReader(planted), dir)
	require.NoError(t, err)
	require.Equal(t, Found{2, 1}, s.Passages)
}

func TestMeasureSaysWhatIsWrong(t *testing.T) {
	good := map[string]string{
		"report.csv": "article,cluster,family\n", "links.csv": "article,source_article,relation\n",
		"passages.csv": "article,label,source_article,start,end\n",
	}
	s, err := Measure(strings.NewReader(""), folder(t, good))
	require.NoError(t, err)
	require.Zero(t, s.FalsePer10k())
	require.InDelta(t, 1, s.Copies.Part(), 0)

	_, err = Measure(strings.NewReader(""), t.TempDir())
	require.ErrorIs(t, err, os.ErrNotExist)
	_, err = Measure(strings.NewReader("nonsense\n"), folder(t, good))
	require.ErrorContains(t, err, "read truth")
	good["links.csv"] = "article,relation\n"
	_, err = Measure(strings.NewReader(""), folder(t, good))
	require.ErrorContains(t, err, "source_article")
}
