package repo

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strings"
	"testing"
)

// mostOperands is how many operands a condition may join with && and ||.
const mostOperands = 6

// operands counts what a condition joins.
func operands(x ast.Expr) int {
	switch x := x.(type) {
	case *ast.ParenExpr:
		return operands(x.X)
	case *ast.UnaryExpr:
		return operands(x.X)
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			return operands(x.X) + operands(x.Y)
		}
	}
	return 1
}

// longConditions says how many longer conditions there may still be in a room.
// The numbers only fall.
var longConditions = map[string]int{"article": 20, "cluster": 2, "credit": 1, "shingle": 4}

func TestNoConditionOfSevenOperands(t *testing.T) {
	found := map[string][]string{}
	for _, s := range sources(t) {
		room, _, _ := strings.Cut(s.dir, "/")
		var within ast.Expr // the condition already reported, whose parts are not
		ast.Inspect(s.File, func(n ast.Node) bool {
			x, ok := n.(*ast.BinaryExpr)
			if !ok || within != nil && x.Pos() >= within.Pos() && x.End() <= within.End() {
				return true
			}
			if k := operands(x); k > mostOperands {
				within = x
				found[room] = append(found[room], fmt.Sprintf("%s: %d operands", files.Position(x.Pos()), k))
			}
			return true
		})
	}
	for _, room := range slices.Sorted(maps.Keys(found)) {
		if list := found[room]; len(list) > longConditions[room] {
			t.Errorf("%s: %d conditions of more than %d operands:\n\t%s", room, len(list), mostOperands, strings.Join(list, "\n\t"))
		}
	}
}

// paths counts the ways through a function (McCabe's complexity): one, and one
// more for each branch, loop, case and joined operand. Functions within it count
// as parts of it.
func paths(f *ast.FuncDecl) int {
	n := 1
	ast.Inspect(f, func(x ast.Node) bool {
		switch x := x.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			if x.List != nil {
				n++
			}
		case *ast.CommClause:
			if x.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if x.Op == token.LAND || x.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

// manyPaths is the complexity beyond which a function is hard to follow. At most
// one in twenty functions of a room may have more.
const manyPaths = 15

// hardStill says how many such functions there may still be in rooms where they
// are more. The numbers only fall.
var hardStill = map[string]int{"article": 77, "cluster": 9, "lang": 2, "shingle": 7}

func TestFewFunctionsAreHardToFollow(t *testing.T) {
	all, hard := map[string]int{}, map[string][]string{}
	for _, s := range sources(t) {
		room, _, _ := strings.Cut(s.dir, "/")
		for _, d := range s.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			all[room]++
			if paths(f) > manyPaths {
				hard[room] = append(hard[room], s.path+" "+f.Name.Name)
			}
		}
	}
	for _, room := range slices.Sorted(maps.Keys(all)) {
		t.Logf("%-10s %4d functions, %3d of more than %d paths", room, all[room], len(hard[room]), manyPaths)
		if 20*len(hard[room]) > all[room] && len(hard[room]) > hardStill[room] {
			t.Errorf("%s: more than one in twenty:\n\t%s", room, strings.Join(hard[room], "\n\t"))
		}
	}
}
