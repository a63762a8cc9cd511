package repo

import (
	"go/ast"
	"go/token"
	"go/types"
	"testing"
)

// shadowed reports whether a declared name is one of the language's own, such
// as len, max or error, which could then not be used as such.
func shadowed(name *ast.Ident) bool {
	return name != nil && types.Universe.Lookup(name.Name) != nil
}

// declared returns the names that a node declares for what follows it: no
// methods or fields, which are always written after a dot.
func declared(n ast.Node) (names []*ast.Ident) {
	fields := func(l *ast.FieldList) {
		if l == nil {
			return
		}
		for _, f := range l.List {
			names = append(names, f.Names...)
		}
	}
	switch n := n.(type) {
	case *ast.FuncDecl:
		if n.Recv == nil {
			names = append(names, n.Name)
		}
		fields(n.Recv)
	case *ast.FuncType:
		fields(n.TypeParams)
		fields(n.Params)
		fields(n.Results)
	case *ast.TypeSpec:
		names = append(names, n.Name)
		fields(n.TypeParams)
	case *ast.ValueSpec:
		names = n.Names
	case *ast.AssignStmt:
		if n.Tok == token.DEFINE {
			for _, x := range n.Lhs {
				if name, ok := x.(*ast.Ident); ok {
					names = append(names, name)
				}
			}
		}
	case *ast.RangeStmt:
		if n.Tok == token.DEFINE {
			for _, x := range []ast.Expr{n.Key, n.Value} {
				if name, ok := x.(*ast.Ident); ok {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

func TestNoNameHidesOneOfTheLanguage(t *testing.T) {
	for _, s := range sources(t) {
		ast.Inspect(s.File, func(n ast.Node) bool {
			for _, name := range declared(n) {
				if shadowed(name) {
					t.Errorf("%s: %s hides the language's own", files.Position(name.Pos()), name.Name)
				}
			}
			return true
		})
	}
}
