// Package logit reads, applies and fits small logistic models: tables of what
// each of a few named signs adds to the logarithm of the odds.
package logit

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Model is a fitted logistic model.
type Model struct {
	Bias    float64   // the logarithm of the odds without any sign
	Weights []float64 // what each sign adds to it
}

// Read reads a table of weights: a line each, the name of a sign (or bias), a
// tab and its weight; lines that begin with # are comments. Each of names, which
// give the order of Weights, must be there once, and no other.
func Read(table string, names []string) (*Model, error) {
	values := map[string]float64{}
	for n, l := range strings.Split(table, "\n") {
		l = strings.TrimSuffix(l, "\r")
		if l == "" || l[0] == '#' {
			continue
		}
		name, value, _ := strings.Cut(l, "\t")
		x, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		if _, twice := values[name]; twice {
			return nil, fmt.Errorf("line %d: %q for the second time", n+1, name)
		}
		values[name] = x
	}
	take := func(name string) (x float64, err error) {
		x, ok := values[name]
		if !ok {
			return 0, fmt.Errorf("no weight for %q", name)
		}
		delete(values, name)
		return x, nil
	}
	m := &Model{Weights: make([]float64, len(names))}
	var err error
	if m.Bias, err = take(bias); err != nil {
		return nil, err
	}
	for k, name := range names {
		if m.Weights[k], err = take(name); err != nil {
			return nil, err
		}
	}
	for name := range values {
		return nil, fmt.Errorf("weight for %q, which is no sign", name)
	}
	return m, nil
}

const bias = "bias"

// Table writes m as Read reads it, without comments.
func (m *Model) Table(names []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\t%.3f\n", bias, m.Bias)
	for k, name := range names {
		fmt.Fprintf(&b, "%s\t%.3f\n", name, m.Weights[k])
	}
	return b.String()
}

// Probability returns the probability, 0 to 1, where the signs have these
// values, one for each weight.
func (m *Model) Probability(signs []float64) float64 {
	x := m.Bias
	for k, v := range signs {
		x += m.Weights[k] * v
	}
	return 1 / (1 + math.Exp(-x))
}

// ErrNoFit says that Fit got no examples, or of one answer only.
var ErrNoFit = errors.New("nothing to fit: all examples have one answer")

// Fit returns the model of the greatest likelihood, less the squares of its
// weights divided by 2 strength, found by Newton's method (iteratively
// reweighted least squares). rows hold the signs of each example, all of one
// length; answers whether it holds. Time is linear in the number of rows.
func Fit(rows [][]float64, answers []bool, strength float64) (*Model, error) {
	yes := 0
	for _, a := range answers {
		if a {
			yes++
		}
	}
	if yes == 0 || yes == len(answers) {
		return nil, ErrNoFit
	}
	n := len(rows[0]) + 1 // the bias is the last
	beta := make([]float64, n)
	for range 50 {
		gradient := make([]float64, n)
		hessian := make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			if i < n-1 {
				hessian[i][i] = 1 / strength
				gradient[i] = -beta[i] / strength
			}
		}
		hessian[n-1][n-1] = 1e-9
		for r, row := range rows {
			x := beta[n-1]
			for k, v := range row {
				x += beta[k] * v
			}
			p := 1 / (1 + math.Exp(-x))
			y := 0.0
			if answers[r] {
				y = 1
			}
			w := p * (1 - p)
			at := func(k int) float64 {
				if k == n-1 {
					return 1
				}
				return row[k]
			}
			for i := range n {
				gradient[i] += (y - p) * at(i)
				for j := range n {
					hessian[i][j] += w * at(i) * at(j)
				}
			}
		}
		step := solve(hessian, gradient)
		most := 0.0
		for k := range beta {
			beta[k] += step[k]
			most = max(most, math.Abs(step[k]))
		}
		if most < 1e-8 {
			break
		}
	}
	return &Model{Bias: beta[n-1], Weights: beta[:n-1]}, nil
}

// solve solves a x = b by elimination with pivoting. It changes a and b.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for k := range n {
		pivot := k
		for i := k + 1; i < n; i++ {
			if math.Abs(a[i][k]) > math.Abs(a[pivot][k]) {
				pivot = i
			}
		}
		a[k], a[pivot], b[k], b[pivot] = a[pivot], a[k], b[pivot], b[k]
		if a[k][k] == 0 {
			continue
		}
		for i := k + 1; i < n; i++ {
			f := a[i][k] / a[k][k]
			for j := k; j < n; j++ {
				a[i][j] -= f * a[k][j]
			}
			b[i] -= f * b[k]
		}
	}
	x := make([]float64, n)
	for k := n - 1; k >= 0; k-- {
		s := b[k]
		for j := k + 1; j < n; j++ {
			s -= a[k][j] * x[j]
		}
		if a[k][k] != 0 {
			x[k] = s / a[k][k]
		}
	}
	return x
}
