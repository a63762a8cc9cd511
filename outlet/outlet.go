package outlet

// Article is what many names of outlets begin with, and are written without.
const Article = "The "

// A Kind says what sort of source is credited.
type Kind string

// The kinds.
const (
	Agency    Kind = "agency"
	Publisher Kind = "outlet"
	Platform  Kind = "platform"
	Pool      Kind = "pool" // pays reporters in the newsrooms of others, whose texts any of these may print
	Unknown   Kind = "unknown"
)

// A Sort says what an outlet is, more finely than its Kind.
type Sort string

// The sorts.
const (
	SortAgency      Sort = "agency"      // sells its reports to other outlets
	SortNewspaper   Sort = "newspaper"   // prints, or printed, a newspaper
	SortBroadcaster Sort = "broadcaster" // television, radio
	SortMagazine    Sort = "magazine"    // prints, or printed, a magazine; trade journals
	SortJournal     Sort = "journal"     // scholarly: what is published in it is a source open to all
	SortDigital     Sort = "digital"     // published on the web only
	SortPlatform    Sort = "platform"    // carries what its users post
	SortReleases    Sort = "releases"    // an agency that is paid by whoever issues a release
	SortSyndicate   Sort = "syndicate"   // an agency that sells columns, whose writers may be of the house that prints them
	SortPool        Sort = "pool"        // pays reporters in the newsrooms of others, whose texts any of these may print
)

// Kind returns the kind of credit that naming an outlet of sort s makes, and
// Unknown where s is none of the sorts.
func (s Sort) Kind() Kind {
	switch s {
	case SortAgency, SortReleases, SortSyndicate:
		return Agency
	case SortPlatform:
		return Platform
	case SortPool:
		return Pool
	case SortNewspaper, SortBroadcaster, SortMagazine, SortJournal, SortDigital:
		return Publisher
	}
	return Unknown
}

// An Outlet is one newspaper, station, magazine, site, agency or platform as
// the gazetteer describes it. Outlets are shared and never changed: two
// mentions of one outlet hold the same pointer.
type Outlet struct {
	Name      string   // as the outlet calls itself, unique in its gazetteer
	Aliases   []string // other names and short forms that mean no other outlet
	Ambiguous []string // short forms that several outlets share: "the Post"
	Domains   []string // hosts in lower case without "www.", the main one first; may be empty
	Kind      Kind     // Agency, Publisher or Platform
	Sort      Sort
	Country   string // ISO 3166-1 alpha-2, upper case; empty if it has none
	Owner     string // group it belongs to; empty if unknown or its own

	shorts []int32 // groups of the shared forms that may mean it, in order
}

// Domain returns the outlet's main host, or "" if none is known.
func (o *Outlet) Domain() string {
	if o == nil || len(o.Domains) == 0 {
		return ""
	}
	return o.Domains[0]
}
