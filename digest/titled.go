package digest

import "wiretrace/outlet"

// Entitle gives those of the outlets that d names which are in titled the "The" with which
// articles in hand give them. Keys stay as they were made.
func (d *Digest) Entitle(titled map[string]bool) {
	if len(titled) == 0 {
		return
	}
	for _, name := range d.outlets() {
		if titled[*name] {
			*name = outlet.Article + *name
		}
	}
}

// outlets returns where d holds the name of an outlet.
func (d *Digest) outlets() []*string {
	names := []*string{&d.Outlet}
	for i := range d.Credits {
		names = append(names, &d.Credits[i].Outlet, &d.Credits[i].Via)
	}
	for i := range d.Claims {
		names = append(names, &d.Claims[i].Outlet, &d.Claims[i].Via)
	}
	return names
}
