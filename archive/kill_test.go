package archive

import (
	"bufio"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

var kills = flag.Int("kills", 30, "how often TestAKillLosesNothing kills a writing process")

// The test binary runs itself as a process to be killed: it writes nights into
// the archive that this variable names, for ever.
const victim = "ARCHIVE_TEST_VICTIM"

func TestMain(m *testing.M) {
	if path := os.Getenv(visitor); path != "" {
		if err := visit(path); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if path := os.Getenv(victim); path != "" {
		if err := writeForEver(path); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// sizeOf returns how many articles the victim reads in a run.
func sizeOf(run int64) int { return 3 + int(run*7%40) }

// kept is how many runs back the victim prunes.
const kept = 12

// day is when a run of the victim's begins.
func day(run int64) time.Time { return night(1).AddDate(0, 0, int(run)) }

func nameOf(run int64, i int) string { return fmt.Sprintf("run%05d/%03d", run, i) }

func writeForEver(path string) error {
	a, err := Open(path, Options{})
	if err != nil {
		return err
	}
	last, _, err := a.LastRun(ctx)
	if err != nil {
		return err
	}
	fmt.Println("ready")
	for run := last.Number + 1; ; run++ {
		n, err := a.Begin(ctx, Run{Started: day(run)})
		if err != nil {
			return err
		}
		if n.Number() != run {
			return fmt.Errorf("run %d where %d was due", n.Number(), run)
		}
		var previous int64
		for i := range sizeOf(run) {
			x := sample(int(run)*100 + i)
			x.ID, x.From, x.To = nameOf(run, i), 0, 0
			number, err := n.Add(x)
			if err != nil {
				return err
			}
			if err := n.Describe(number, 0, describe(1)); err != nil {
				return err
			}
			if previous != 0 {
				if err := n.Link(&Link{A: previous, B: number, Aligned: x.Text}); err != nil {
					return err
				}
			}
			previous = number
			d := describe(1)
			d.Story, d.Cluster, d.Family = fmt.Sprintf("s%d", run), fmt.Sprintf("c%d", run), ""
			if err := n.Describe(number, 0, d); err != nil {
				return err
			}
		}
		if err := n.Cluster(&row.Cluster{ID: fmt.Sprintf("c%d", run), Articles: sizeOf(run)}); err != nil {
			return err
		}
		if err := n.Story(&row.Story{ID: fmt.Sprintf("s%d", run), Articles: sizeOf(run)}); err != nil {
			return err
		}
		if err := n.File(File{Path: fmt.Sprint(run)}); err != nil {
			return err
		}
		if err := n.Commit(); err != nil {
			return err
		}
		fmt.Println("committed", run)
		if err := a.Delivered(ctx, run); err != nil {
			return err
		}
		if run%4 == 0 {
			if _, err := a.Prune(ctx, day(run-kept)); err != nil {
				return err
			}
		}
	}
}

// A process that writes is killed at any moment, again and again. Each time
// the archive holds whole nights and nothing else, all that were said to be
// committed among them.
func TestAKillLosesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	random := rand.New(rand.NewPCG(1, uint64(*kills)))
	var committed int64
	grew := 0
	length := 20 * time.Millisecond // of the victim's nights, on this machine, now
	for round := range *kills {
		command := exec.Command(os.Args[0])
		command.Env = append(os.Environ(), victim+"="+path)
		out, err := command.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, command.Start())
		lines := bufio.NewScanner(out)
		// Every fifth is killed while it opens the archive.
		ready := round%5 == 4
		delay := time.Duration(random.Int64N(int64(3 * length)))
		if !ready {
			require.True(t, lines.Scan())
			require.Equal(t, "ready", lines.Text())
		}
		began, before := time.Now(), committed
		if round > 0 {
			time.AfterFunc(delay, func() { _ = command.Process.Kill() })
		}
		for lines.Scan() {
			run, found := strings.CutPrefix(lines.Text(), "committed ")
			if !found {
				require.Equal(t, "ready", lines.Text())
				continue
			}
			committed, err = strconv.ParseInt(run, 10, 64)
			require.NoError(t, err)
			if round == 0 && committed == 4 {
				length = time.Since(began) / 4
				require.NoError(t, command.Process.Kill())
			}
		}
		_ = command.Wait()
		if committed > before {
			grew++
		}
		committed = requireWholeNights(t, path, committed)
	}
	if grew <= *kills/10 { // the machine had other things to do: nothing was lost, but little was at stake
		t.Skipf("%d of %d runs committed a night before they were killed", grew, *kills)
	}
	t.Logf("%d kills, %d runs of %v", *kills, committed, length)
}

// requireWholeNights checks the archive and returns its last run.
func requireWholeNights(t *testing.T, path string, committed int64) int64 {
	t.Helper()
	a, err := Open(path, Options{})
	require.NoError(t, err)
	defer func() { require.NoError(t, a.Close()) }()
	faults, err := a.Check(ctx, nil)
	require.NoError(t, err)
	require.Empty(t, faults)
	last, _, err := a.LastRun(ctx)
	require.NoError(t, err)
	require.GreaterOrEqual(t, last.Number, committed, "a committed run is lost")
	require.LessOrEqual(t, last.Number, committed+1)
	ids := map[int64][]string{}
	for _, h := range heads(t, a, time.Time{}) {
		require.Equal(t, fmt.Sprintf("c%d", h.Run), h.Cluster)
		ids[h.Run] = append(ids[h.Run], h.ID)
		require.NoError(t, a.Stored(ctx, h.Number, func(_, _ []byte) error { return nil }))
	}
	for run := int64(1); run <= last.Number; run++ {
		if ids[run] == nil && run < last.Number-kept+4 {
			continue // pruned
		}
		var want []string
		for i := range sizeOf(run) {
			want = append(want, nameOf(run, i))
		}
		require.Equal(t, want, ids[run], "run %d of %d", run, last.Number)
	}
	files := 0
	require.NoError(t, a.Files(ctx, func(File) error { files++; return nil }))
	require.Equal(t, int(last.Number), files)
	return last.Number
}

func TestAFullDiskLeavesTheNightBefore(t *testing.T) {
	a := openNew(t)
	fill(t, a, night(1), 0, 20)
	pages, err := a.writer.number(ctx, "PRAGMA page_count")
	require.NoError(t, err)
	require.NoError(t, a.writer.script(fmt.Sprintf("PRAGMA max_page_count = %d", pages+20)))
	n := begin(t, a, night(2))
	for i := 0; err == nil && i < 1000; i++ {
		_, err = n.Add(sample(100 + i))
	}
	require.ErrorContains(t, err, "archive "+a.Path()+": the disk is full")
	_, again := n.Add(sample(5000))
	require.Error(t, again, "nothing may be written outside the transaction that SQLite rolled back")
	require.Error(t, n.File(File{Path: "x"}))
	require.ErrorContains(t, n.Commit(), "the disk is full")
	require.NoError(t, a.Close())
	a = reopen(t, a.Path())
	require.Len(t, heads(t, a, time.Time{}), 20)
	faults, err := a.Check(ctx, nil)
	require.NoError(t, err)
	require.Empty(t, faults)
	fill(t, a, night(2), 100, 20)
}
