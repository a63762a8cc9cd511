package digest

import "wiretrace/outlet"

// Entitle gives those of the outlets that d names which are in titled the "The" with which
// articles in hand give them. Keys stay as they were made.
func (d *Digest) Entitle(titled map[string]bool) {
	if len(titled) == 0 {
		return
	}
	entitle := func(names ...*string) {
		for _, name := range names {
			if titled[*name] {
				*name = outlet.Article + *name
			}
		}
	}
	entitle(&d.Outlet)
	for i := range d.Credits {
		entitle(&d.Credits[i].Outlet, &d.Credits[i].Via)
	}
	for i := range d.Claims {
		entitle(&d.Claims[i].Outlet, &d.Claims[i].Via)
	}
}
