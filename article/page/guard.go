package page

// guard calls f, which calls a library on a tree that anyone may have made, and
// reports whether it returned; a panic of the library is a page that it cannot
// read.
func guard(f func()) (ok bool) {
	defer func() {
		if !ok {
			recover()
		}
	}()
	f()
	return true
}
