package report

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A journal is a form that notes what it is given.
type journal struct {
	rows   []string
	fail   string // the row at which it fails
	closed int
}

func (j *journal) note(row string) error {
	j.rows = append(j.rows, row)
	if j.fail != "" && row == j.fail {
		return errors.New("no more ink")
	}
	return nil
}

func (j *journal) Article(a *Article) error  { return j.note(a.ID) }
func (j *journal) Story(s *Story) error      { return j.note(s.ID) }
func (j *journal) Cluster(c *Cluster) error  { return j.note(c.ID) }
func (j *journal) Outlet(o *Publisher) error { return j.note(o.Name) }
func (j *journal) Flow(f *Flow) error        { return j.note(f.To) }
func (j *journal) Problem(p *Problem) error  { return j.note(p.File) }
func (j *journal) Close() error              { j.closed++; return nil }

func (j *journal) new(dir string) (Form, error) {
	return j, os.WriteFile(filepath.Join(dir, IndexFile), nil, 0o666)
}

func TestFormsAreGivenTheRowsInTheirOrder(t *testing.T) {
	j, k := &journal{}, &journal{}
	dir := filepath.Join(t.TempDir(), "r")
	writeSample(t, dir, Options{Forms: []NewForm{j.new, func(string) (Form, error) { return k, nil }}})
	require.Equal(t, []string{
		"stories/broken.json.gz", "feed.jsonl",
		"s-ferry", "s-frost", "s-matsuri",
		"signal/ferry.txt", "syndicate/ferry.txt", "post/crack.txt", "buzz/=shock.txt", "c-ferry",
		"agency.jsonl#1", "local.json", "c-frost", "jp/a.txt", "jp/b.txt", "c-matsuri", "hills.txt", "lone-wire.txt", "alone.txt",
		"Valley Gazette", "Coast Syndicate", "Example Agency", "The Daily Signal", "", "Valley Gazette", "Buzz24", "見本日報", "Coast & Hill",
	}, j.rows)
	require.Equal(t, j.rows, k.rows)
	require.Equal(t, 1, j.closed)
	require.FileExists(t, filepath.Join(dir, IndexFile))
	write(t, dir, "newer") // what a form has written is part of the report
}

func TestAFormThatFailsFailsTheReport(t *testing.T) {
	t.Run("at a row", func(t *testing.T) {
		j := &journal{fail: "a17"}
		dir := filepath.Join(t.TempDir(), "r")
		w, err := Create(dir, Options{Forms: []NewForm{j.new}})
		require.NoError(t, err)
		for range 1000 {
			if err = w.Article(&Article{ID: "a17"}); err != nil {
				break
			}
		}
		require.ErrorContains(t, err, "no more ink")
		w.Abort()
		require.Equal(t, 1, j.closed)
		require.Empty(t, tree(t, filepath.Dir(dir)))
	})
	t.Run("at the last row", func(t *testing.T) {
		j := &journal{fail: "last"}
		dir := filepath.Join(t.TempDir(), "r")
		w, err := Create(dir, Options{Forms: []NewForm{j.new}})
		require.NoError(t, err)
		require.NoError(t, w.Article(&Article{ID: "last"}))
		require.ErrorContains(t, w.Commit(), "no more ink")
		require.Empty(t, tree(t, filepath.Dir(dir)))
	})
	t.Run("at once", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "r")
		_, err := Create(dir, Options{Forms: []NewForm{func(string) (Form, error) { return nil, errors.New("no paper") }}})
		require.ErrorContains(t, err, "no paper")
		require.Empty(t, tree(t, filepath.Dir(dir)))
	})
}

// A form that panics over a row lacks that row; the report is whole, and says so.
func TestAFormThatPanicsLacksOnlyThat(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	_, articles, _, _ := sample()
	var j journal
	writeSample(t, dir, Options{Forms: []NewForm{func(dir string) (Form, error) {
		form, err := j.new(dir)
		return panicky{form, articles[1].ID}, err
	}}})
	problems, err := os.ReadFile(filepath.Join(dir, ProblemsFile))
	require.NoError(t, err)
	require.Equal(t, 1, strings.Count(string(problems), "a fault in wiretrace: torn page"), "%s", problems)
	require.Contains(t, string(problems), articles[1].File+",,\"it is not in the pages")
	plain := filepath.Join(t.TempDir(), "r")
	writeSample(t, plain, Options{})
	for _, name := range []string{articlesFile, passagesFile, clustersFile, objectsFile} {
		want, err := os.ReadFile(filepath.Join(plain, name))
		require.NoError(t, err)
		got, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		require.Equal(t, string(want), string(got), name)
	}
}

// A panicky form panics over one article.
type panicky struct {
	Form
	id string
}

func (p panicky) Article(a *Article) error {
	if a.ID == p.id {
		panic("torn page")
	}
	return p.Form.Article(a)
}
