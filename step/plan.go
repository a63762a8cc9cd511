package step

import (
	"strconv"
	"strings"

	"wiretrace/cluster"
)

// FirstDataset is the dataset that a run begins with: one block of the kind inputs for
// each task of its first stage.
const FirstDataset = "input"

// A Stage runs a Step over datasets: the blocks of one kind that a stage has written,
// named STAGE/KIND. "input" is what the run begins with.
type Stage struct {
	Name string   `json:"stage,omitempty"`
	Step string   `json:"step,omitempty"`
	In   []string `json:"in,omitempty"`   // read together, parted and sorted
	Side []string `json:"side,omitempty"` // handed to each task, as files named by their kinds; of one kind the last that there is
	// Alone says that all parts go to one task, which runs though there be no blocks.
	Alone bool `json:"alone,omitempty"`
	// Loop, in the place of all that, are stages that run again and again until the
	// dataset Until is empty, which the first of them writes. What a stage of a loop writes replaces what it wrote
	// before, but verdicts, which add up.
	Loop  []Stage `json:"loop,omitempty"`
	Until string  `json:"until,omitempty"`
}

// Plan returns the stages of a run, in order.
func Plan() []Stage {
	const names, facts, first = "names/names", "number/facts", "identical/first"
	plan := []Stage{
		{Name: "digest", Step: "digest", In: []string{FirstDataset}},
		{Name: "names", Step: "names", Alone: true, In: []string{"digest/names", "digest/words"}},
		{Name: "repeats", Step: "repeats", In: []string{"digest/ids"}},
		{Name: "number", Step: "number", Alone: true, In: []string{"digest/heads"}, Side: []string{names, "repeats/repeated"}},
		{Name: "identical", Step: "identical", In: []string{"number/exact"}},
		{Name: "acquaint", Step: "acquaint", In: []string{"digest/articles"}, Side: []string{names}},
		{Name: "lookup", Step: "lookup", In: []string{"digest/articles", "acquaint/recredited"}, Side: []string{"acquaint/asked"}},
		{Name: "keys", Step: "keys", In: []string{"digest/articles", "number/numbers", "identical/same", "acquaint/recredited", "lookup/answered"}, Side: []string{names}},
	}
	// Where many have a band in common all are held against the first of them, what is
	// left over after that against the next, and so on.
	var couples, problems []string
	bands, reps, copied, judged := "keys/bands", "", "", []string(nil)
	for star := range cluster.BandStars {
		n := strconv.Itoa(1 + star)
		if star > 0 {
			plan = append(plan, Stage{Name: "left" + n, Step: "left", In: []string{"bands" + strconv.Itoa(star) + "/crowds", reps}})
			bands = "left" + n + "/bands"
		}
		couples = append(couples, "bands"+n+"/couples")
		problems = append(problems, "bands"+n+"/problems", "families"+n+"/problems", "verify"+n+"/problems")
		plan = append(
			plan,
			Stage{Name: "bands" + n, Step: "bands" + n, In: []string{bands}},
			Stage{Name: "alike" + n, Step: "components", Alone: true, In: append([]string{first}, couples...)},
			Stage{Name: "gather" + n, Step: "gather", In: append(append([]string{"alike" + n + "/labels", first}, couples...), judged...)},
			Stage{Until: "families" + n + "/needs", Loop: []Stage{
				{Name: "families" + n, Step: "families", In: []string{"gather" + n + "/first", "gather" + n + "/couples", "gather" + n + "/judged", "verify" + n + "/verdicts"}},
				{Name: "copies" + n, Step: "deliver", In: []string{"keys/texts", "families" + n + "/needs"}},
				{Name: "verify" + n, Step: "verify", In: []string{"copies" + n + "/given", "families" + n + "/suspects"}, Side: []string{"names/words"}},
			}},
		)
		reps, copied, judged = "families"+n+"/reps", "families"+n+"/copied", []string{"families" + n + "/judged"}
	}
	const again, furniture, words, counted = "again/again", "furniture/furniture", "names/words", "number/cuts"
	return append(
		plan,
		Stage{Name: "relatives", Step: "relatives", In: []string{facts, reps, copied}},
		Stage{Name: "again", Step: "again", In: []string{"relatives/peers"}, Side: []string{names}},
		Stage{Name: "send", Step: "send", In: []string{"keys/keyed", facts, reps, again}},
		Stage{Name: "lines", Step: "lines", In: []string{"send/lines", "send/further"}},
		Stage{Name: "looks", Step: "deliver", In: []string{"keys/texts", "lines/needs"}},
		Stage{Name: "judge", Step: "judge", In: []string{"looks/given", "lines/sitelines"}, Side: []string{words}},
		Stage{Name: "furniture", Step: "furniture", In: []string{"judge/around"}},
		Stage{Name: "pairs", Step: "pairs", In: []string{"send/prints", "send/pairs", "send/stories"}},
		Stage{Name: "sayings", Step: "sayings", In: []string{"send/sayings"}},
		Stage{Name: "couples", Step: "couples", In: []string{"pairs/hints"}},
		Stage{Name: "compared", Step: "deliver", In: []string{"keys/texts", "couples/needs"}},
		Stage{Name: "links", Step: "links", In: []string{"compared/given", "couples/compared"}, Side: []string{words, furniture}},
		Stage{Name: "components", Step: "components", Alone: true, In: []string{"links/edges", reps}},
		Stage{Name: "peers", Step: "peers", In: []string{facts, reps, again, "links/ties", "links/kin", "components/labels"}},
		Stage{Name: "groups", Step: "groups", In: []string{"peers/ties", "peers/kin", "peers/peers"}},
		Stage{Name: "claims", Step: "claims", In: []string{"groups/claims"}},
		Stage{Name: "members", Step: "deliver", In: []string{"keys/texts", "groups/needs", facts, reps}},
		Stage{Name: "resolve", Step: "resolve", In: []string{"members/given", "groups/clusters", "groups/inner"}, Side: []string{counted, words, furniture, "claims/contested"}},
		Stage{Name: "ask", Step: "ask", In: []string{"links/ends", "resolve/seats", "sayings/spreads"}},
		Stage{Name: "others", Step: "deliver", In: []string{"keys/texts", "ask/needs", "resolve/seats", facts, reps}},
		Stage{
			Name: "rows", Step: "rows", In: []string{"keys/texts", "others/given", "sayings/spreads", "links/ends", "groups/instory", "resolve/seats", facts, reps},
			Side: []string{counted, words, furniture},
		},
		Stage{Name: "reporters", Step: "reporters", In: []string{"groups/instory", "links/ends"}},
		Stage{Name: "reports", Step: "deliver", In: []string{"keys/texts", "reporters/needs", "resolve/seats", facts, reps}},
		Stage{Name: "stories", Step: "stories", In: []string{"reports/given", "groups/events", "reporters/ends"}},
		Stage{Name: "tables", Step: "tables", In: []string{"rows/ranged", "resolve/ranged"}, Side: []string{counted}},
		Stage{Name: "report", Step: "report", Alone: true, In: append([]string{
			"number/cuts", "pairs/cuts", "couples/cuts", "resolve/cuts", "stories/storyrows", "rows/rows", "resolve/rows", "tables/pieces", "tables/tallies", "tables/faults",
			"digest/problems", "acquaint/problems", "keys/problems", "judge/problems", "pairs/problems", "links/problems", "groups/problems", "resolve/problems", "rows/problems", "stories/problems",
		}, problems...)},
	)
}

// StageOf returns the stage of a name, nil if there is none.
func StageOf(name string) *Stage {
	plan := Plan()
	for i := range plan {
		for _, s := range append(plan[i].Loop, plan[i]) {
			if s.Name == name && name != "" {
				return &s
			}
		}
	}
	return nil
}

// KindOf returns the kind of the blocks of a dataset, and the stage that writes it.
func KindOf(dataset string) (k Kind, stage string) {
	stage, name, _ := strings.Cut(dataset, "/")
	_ = k.UnmarshalText([]byte(name)) // names of the plan are right
	return k, stage
}

// AddsUp says that what a stage of a loop writes of this kind is added to what it wrote
// before.
func (k Kind) AddsUp() bool { return k == Verdicts }

// A Size is how much there is of a dataset.
type Size struct {
	Blocks uint64 `json:"blocks"`
	Rows   uint64 `json:"rows"`
	Bytes  uint64 `json:"bytes"`
}

// Add adds to a size.
func (s *Size) Add(n *Size) {
	s.Blocks += n.Blocks
	s.Rows += n.Rows
	s.Bytes += n.Bytes
}
