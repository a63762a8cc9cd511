package outlet_test

import (
	"fmt"

	"wiretrace/outlet"
)

// A short form that several outlets share means the one that the text has named
// in full. A name alone is no credit.
func ExampleGazetteer_Find() {
	const text = "The Washington Post published it on Monday. The Post said on nytimes.com that nobody asked."
	for _, m := range outlet.Default().Find(nil, text, nil, nil) {
		fmt.Printf("%s = %s\n", m.Form, m.Outlet.Name)
	}
	// Output:
	// The Washington Post = The Washington Post
	// The Post = The Washington Post
	// nytimes.com = The New York Times
}

func ExampleGazetteer_ByHost() {
	o := outlet.Default().ByHost("https://edition.cnn.com/2024/05/03/world")
	fmt.Println(o.Name, o.Sort, o.Country)
	// Output: CNN broadcaster US
}
