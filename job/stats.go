package job

import (
	"runtime/metrics"
	"slices"
	"time"

	"wiretrace/cluster"
	"wiretrace/internal/usage"
)

// Stats say what a run did and what it cost, for benchmarks and for whoever
// watches over a nightly job.
type Stats struct {
	Steps []StepStats `json:"steps"` // in the order they ran

	Seconds    float64 `json:"seconds"`     // of the whole run, by the clock
	CPUSeconds float64 `json:"cpu_seconds"` // of all cores together; 0 where the system does not tell
	PeakBytes  int64   `json:"peak_bytes"`  // most memory the process had; 0 where the system does not tell
	Threads    int     `json:"threads"`

	AllocatedBytes int64 `json:"allocated_bytes"` // of memory, whether freed since or not
	InputBytes     int64 `json:"input_bytes"`     // read, as they lie on disk

	Counts Counts `json:"counts"`
}

// StepStats say what one step cost.
type StepStats struct {
	Step       Step    `json:"step"`
	Seconds    float64 `json:"seconds"`
	CPUSeconds float64 `json:"cpu_seconds"`
	PeakBytes  int64   `json:"peak_bytes"`  // most memory the process had up to its end
	MBASecond  float64 `json:"mb_a_second"` // of the input
}

// Counts are what the steps found and what their bounds left out.
type Counts struct {
	Articles        int   `json:"articles"`
	Problems        int   `json:"problems"`
	Warnings        int   `json:"warnings"`
	Representatives int   `json:"representatives"` // articles left after copies have been put into families
	SiteLines       int   `json:"site_lines"`      // lines that are furniture of their site
	Couples         int   `json:"couples"`         // articles compared with one another
	Links           int   `json:"links"`
	Clusters        int   `json:"clusters"`
	Spilled         int64 `json:"spilled_bytes"` // written to temporary files
	// What bounds cut.
	Weak       int `json:"couples_weak"`       // proposed by a single weak hint and not compared
	LargeBands int `json:"bands_large"`        // bands that so many still share in the last round that not every two of them are compared
	Starred    int `json:"fingerprints_many"`  // that so many families have that not every two of them are compared
	Skipped    int `json:"fingerprints_all"`   // that so many have that they propose nothing: phrases that this input shows to be stock
	Known      int `json:"fingerprints_stock"` // of phrases known to be stock, which several have
	Crowded    int `json:"keys_crowded"`       // pairs and stories that tie an article to too many, for each such article
	Versions   int `json:"versions_passed"`    // times that an outlet had more versions of a piece than a text was held against
	Issuers    int `json:"issuers_passed"`     // issuers of a release that were not looked at, of texts that name too many

	Keys []KeyStats `json:"keys"` // of each kind
}

// KeyStats say how many keys of one kind there were and how many of them the
// Bloom filters let through.
type KeyStats struct {
	Kind  string  `json:"kind"`
	All   int     `json:"all"`
	Kept  int     `json:"kept"`         // after the filters
	Alone int     `json:"kept_alone"`   // of those, the ones that only one article has: let through in error
	Share float64 `json:"dropped_part"` // of all, 0 to 1
	Rate  float64 `json:"error_rate"`   // part of the keys that only one article has that were let through
}

// A stopwatch times the steps of a run.
type stopwatch struct {
	began, step time.Time
	cpu0, cpu   float64
	stats       *Stats
}

func (w *stopwatch) start(s *Stats) {
	*w = stopwatch{began: time.Now(), cpu0: usage.CPUSeconds(), stats: s}
	w.step, w.cpu = w.began, w.cpu0
}

// done notes that a step has ended.
func (w *stopwatch) done(step Step, input int64) {
	now, cpu := time.Now(), usage.CPUSeconds()
	s := StepStats{Step: step, Seconds: now.Sub(w.step).Seconds(), CPUSeconds: cpu - w.cpu, PeakBytes: usage.PeakBytes()}
	if s.Seconds > 0 {
		s.MBASecond = float64(input) / 1e6 / s.Seconds
	}
	w.stats.InputBytes = input
	w.stats.Steps = append(w.stats.Steps, s)
	w.stats.Seconds, w.stats.CPUSeconds, w.stats.PeakBytes = now.Sub(w.began).Seconds(), cpu-w.cpu0, s.PeakBytes
	w.stats.AllocatedBytes = allocatedBytes()
	w.step, w.cpu = now, cpu
}

// allocatedBytes returns how many bytes the process has allocated so far.
func allocatedBytes() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}

// count fills in what the steps have found.
func (s *Stats) count(corpus *corpus, pairs *pairs, links *links, clusters *clusters, told *tally) {
	c := &s.Counts
	c.Articles, c.Problems, c.Links, c.Clusters = len(corpus.heads), told.problems.Lost, links.n, told.clusters
	c.Warnings = told.problems.Warnings
	c.Couples, c.Weak = links.compared, links.weak
	c.SiteLines, c.Spilled = len(corpus.siteLines), corpus.space.Written()
	c.Starred, c.Skipped, c.Known, c.Crowded = pairs.cut.Starred, pairs.cut.Skipped, pairs.cut.Known, pairs.cut.Crowded
	c.Versions, c.Issuers = clusters.passed.Versions, clusters.passed.Issuers
	for n, rep := range pairs.reps {
		c.Representatives += btoi(rep == uint32(n))
	}
}

// countKeys counts the keys of a part and those kept of them, which are sorted.
func countKeys(all int, kept []cluster.Key) KeyStats {
	k := KeyStats{All: all, Kept: len(kept)}
	for i := 0; i < len(kept); {
		j := i
		for j < len(kept) && kept[j].Hash == kept[i].Hash {
			j++
		}
		if j-i == 1 {
			k.Alone++
		}
		i = j
	}
	return k
}

// keys notes the counts of all parts of the keys of a kind, which come in several rounds where many share some.
func (s *Stats) keys(kind string, parts []KeyStats) {
	at := slices.IndexFunc(s.Counts.Keys, func(k KeyStats) bool { return k.Kind == kind })
	if at < 0 {
		at = len(s.Counts.Keys)
		s.Counts.Keys = append(s.Counts.Keys, KeyStats{Kind: kind})
	}
	k := &s.Counts.Keys[at]
	for _, p := range parts {
		k.All, k.Kept, k.Alone = k.All+p.All, k.Kept+p.Kept, k.Alone+p.Alone
	}
	if k.All > 0 {
		k.Share = 1 - float64(k.Kept)/float64(k.All)
	}
	if single := k.All - k.Kept + k.Alone; single > 0 {
		k.Rate = float64(k.Alone) / float64(single)
	}
}
