package logit

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReadAndTable(t *testing.T) {
	m, err := Read("# what is fitted\nbias\t-1.5\nlead\t2\nlate\t-0.25\n", []string{"lead", "late"})
	require.NoError(t, err)
	require.Equal(t, &Model{Bias: -1.5, Weights: []float64{2, -0.25}}, m)
	again, err := Read(m.Table([]string{"lead", "late"}), []string{"lead", "late"})
	require.NoError(t, err)
	require.Equal(t, m, again)
	require.InDelta(t, 1/(1+math.Exp(-0.5)), m.Probability([]float64{1, 0}), 1e-12)
}

func TestReadErrors(t *testing.T) {
	for table, want := range map[string]string{
		"lead\t1":                    `no weight for "bias"`,
		"bias\t1":                    `no weight for "lead"`,
		"bias\t1\nlead\t1\nlead\t2":  `line 3: "lead" for the second time`,
		"bias\t1\nlead\tmuch":        `line 2: strconv.ParseFloat: parsing "much": invalid syntax`,
		"bias\t1\nlead\t1\nextra\t1": `weight for "extra", which is no sign`,
	} {
		_, err := Read(table, []string{"lead"})
		require.EqualError(t, err, want)
	}
}

func TestFitFindsWhatMadeTheExamples(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	truth := Model{Bias: -1, Weights: []float64{2, -1.5}}
	var rows [][]float64
	var answers []bool
	for range 20000 {
		row := []float64{random.Float64(), float64(random.IntN(2))}
		rows = append(rows, row)
		answers = append(answers, random.Float64() < truth.Probability(row))
	}
	m, err := Fit(rows, answers, 1e6)
	require.NoError(t, err)
	require.InDelta(t, truth.Bias, m.Bias, 0.15)
	require.InDeltaSlice(t, truth.Weights, m.Weights, 0.2)
}

func TestFitOfOneAnswer(t *testing.T) {
	_, err := Fit([][]float64{{1}, {0}}, []bool{true, true}, 1)
	require.ErrorIs(t, err, ErrNoFit)
}

func FuzzRead(f *testing.F) {
	f.Add("# what is fitted\nbias\t-1.5\nlead\t2\nlate\t-0.25\n")
	f.Add("bias\t1\r\nlead\tNaN\nlate\t+Inf")
	f.Add("lead\t\nbias")
	names := []string{"lead", "late"}
	f.Fuzz(func(t *testing.T, table string) {
		m, err := Read(table, names)
		if err != nil {
			require.Nil(t, m)
			return
		}
		require.Len(t, m.Weights, len(names))
		_, err = Read(m.Table(names), names)
		require.NoError(t, err, "what is written can be read")
	})
}

// The more a sign of positive weight says, the likelier.
func TestProbability(t *testing.T) {
	m := &Model{Bias: -1, Weights: []float64{2, -3}}
	last := -1.0
	for x := -50.0; x <= 50; x += 0.5 {
		p := m.Probability([]float64{x, 0})
		require.True(t, p >= 0 && p <= 1 && p >= last)
		require.InDelta(t, 1, p+(&Model{Bias: 1, Weights: []float64{-2, 3}}).Probability([]float64{x, 0}), 1e-12, "the opposite of the opposite")
		last = p
	}
}

// Where a sign tells yes from no without fail, its weight is bounded by strength.
func TestFitIsBoundedWhereASignTellsAll(t *testing.T) {
	var rows [][]float64
	var answers []bool
	for k := range 200 {
		rows, answers = append(rows, []float64{float64(k % 2), 0}), append(answers, k%2 == 1)
	}
	weak, err := Fit(rows, answers, 0.1)
	require.NoError(t, err)
	strong, err := Fit(rows, answers, 10)
	require.NoError(t, err)
	require.Greater(t, weak.Weights[0], 0.0)
	require.Greater(t, strong.Weights[0], weak.Weights[0])
	require.Less(t, strong.Weights[0], 100.0)
	require.InDelta(t, 0, strong.Weights[1], 1e-9, "a sign that never says anything")
}
