package shingle

import (
	"strings"
	"sync"

	"github.com/zeebo/xxh3"
)

// An entry says what is known of one word beyond its letters.
type entry struct {
	key   uint32 // low half of the word's hash
	class Class  // Common or Number, or none
	stem  uint64
}

// A lexiconTable holds the thousand words that are treated by name, by open
// addressing. Most look-ups end at tags, which are small enough to stay in the
// first-level cache.
type lexiconTable struct {
	tags    [1 << lexiconBits]uint8 // 0 where there is no entry, else of its key
	entries [1 << lexiconBits]entry
}

const lexiconBits = 12

// tag is never 0.
func tag(hash uint64) uint8 { return uint8(hash) | 1 }

// find returns the entry of the word with the given hash, or nil.
func (t *lexiconTable) find(hash uint64) *entry {
	for i := hash >> (64 - lexiconBits); t.tags[i] != 0; i = (i + 1) % (1 << lexiconBits) {
		if t.tags[i] == tag(hash) && t.entries[i].key == uint32(hash) {
			return &t.entries[i]
		}
	}
	return nil
}

// put adds a word, or adds to its class.
func (t *lexiconTable) put(word string, class Class, stem uint64) {
	hash := xxh3.HashString(word)
	if e := t.find(hash); e != nil {
		e.class |= class
		return
	}
	i := hash >> (64 - lexiconBits)
	for t.tags[i] != 0 {
		i = (i + 1) % (1 << lexiconBits)
	}
	t.tags[i] = tag(hash)
	t.entries[i] = entry{key: uint32(hash), class: class, stem: stem}
}

// lexicon is built on first use, in a few dozen microseconds.
var lexicon = sync.OnceValue(func() *lexiconTable {
	t := new(lexiconTable)
	for _, line := range strings.Split(strings.TrimSpace(numerals), "\n") {
		forms := strings.Fields(line)
		digits := xxh3.HashString(forms[0])
		for _, form := range forms[1:] {
			t.put(form, Number, digits)
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(irregular), "\n") {
		forms := strings.Fields(line)
		base := xxh3.HashString(forms[0][:stem([]byte(forms[0]))])
		for _, form := range forms {
			t.put(form, 0, base)
		}
	}
	for _, words := range function {
		for _, word := range strings.Fields(words) {
			t.put(word, Common, xxh3.HashString(word))
		}
	}
	return t
})

// numerals: each line the digits, then the words of several languages that mean
// them. Left out are those that are articles (one, un, ein) and those that are
// commoner as something else in another of the languages (neuf, sei, once,
// sept, seize) or as a name (Otto).
const numerals = `
2 two zwei dois duas
3 three drei trois tre
4 four quatre vier quattro cuatro quatro
5 five cinq funf cinque cinco
6 six sechs seis
7 seven sieben sette siete
8 eight huit acht ocho oito
9 nine neun nueve nove
10 ten zehn dieci diez
11 eleven onze undici
12 twelve douze zwolf dodici doce doze
13 thirteen treize dreizehn tredici trece treze
14 fourteen quatorze vierzehn quattordici catorce
15 fifteen quinze funfzehn quindici quince
16 sixteen sechzehn sedici dieciseis dezesseis
17 seventeen siebzehn diciassette diecisiete dezessete
18 eighteen achtzehn diciotto dieciocho dezoito
19 nineteen neunzehn diciannove diecinueve dezenove
20 twenty vingt zwanzig venti veinte vinte
30 thirty trente dreissig trenta treinta trinta
40 forty quarante vierzig quaranta cuarenta quarenta
50 fifty cinquante funfzig cinquanta cincuenta cinquenta
60 sixty soixante sechzig sessanta sesenta sessenta
70 seventy siebzig settanta setenta
80 eighty achtzig ottanta ochenta oitenta
90 ninety neunzig novanta noventa
100 hundred hundert cien
1000 thousand mille tausend mil
1000000 million millionen millones milioni milhoes millions
1000000000 billion billions milliard milliards milliarden miliardi bilhoes
`

// irregular: each line an English verb or noun, then its forms that the stemmer
// does not bring back to it.
const irregular = `
say said says
tell told
agree agreed
succeed succeeded succeeds
exceed exceeded exceeds
proceed proceeded proceeds
make made
take took taken
give gave given
go went gone goes
come came
get got gotten
know knew known
think thought
see saw seen
meet met
hold held
keep kept
leave left
lose lost
win won
pay paid
buy bought
sell sold
send sent
spend spent
build built
bring brought
seek sought
catch caught
teach taught
fight fought
find found
stand stood
understand understood
write wrote written
speak spoke spoken
break broke broken
choose chose chosen
drive drove driven
rise rose risen
fall fell fallen
begin began begun
run ran
grow grew grown
throw threw thrown
draw drew drawn
show shown
fly flew flown
shoot shot
lead led
mean meant
feel felt
deal dealt
hear heard
steal stole stolen
wear wore worn
swear swore sworn
forget forgot forgotten
bear bore
lie lied lying
die died dying
try tried tries
man men
woman women
child children
person people
wife wives
life lives
leaf leaves
crisis crises
`

// function holds the commonest function words of each language, folded. A word
// that carries meaning in another of the languages is left out (German war and
// hat, Spanish son and era, Portuguese eu), since the language of a text is not
// known here.
var function = map[string]string{
	"en": `the to of and a in that for on is with as it have by from be at not but this has an are was
		who he they more about his or their will would been one also up which if out we all when than after
		what were had other i over some no so it's into there her she can could just its do how only most
		now like our because even many where you my those them then these while any did such much too very
		being before both between since through during against under each still well your me him us may might
		should must does than own same here every another again off down am until upon whose why nor yet however
		though although himself herself itself themselves don't that's didn't doesn't there's he's i'm can't
		they're isn't won't wasn't you're we've what's aren't wouldn't i've hasn't they've couldn't we'll we're
		haven't shouldn't weren't he'd she's they'll he'll i'll i'd you've they'd hadn't you'll you'd we'd says said`,
	"es": `el la los las un una unos unas de del al y e o u que en a por para con sin sobre entre hasta desde
		como pero si no ni se su sus lo le les me te nos mi es fue eran ser sido esta estan este estos
		esta estas ese esa esos esas eso esto ha han habia haber hay mas muy tambien ya cuando donde quien quienes
		cual cuales porque aunque mientras durante segun tras ante contra otro otra otros otras todo toda todos
		todas cada asi solo ellos ella ellas nosotros yo aun tiene tienen hace despues antes dijo`,
	"fr": `le la les l d un une des du de au aux et ou mais que qu qui quoi dont ne n pas plus ce c cet cette ces
		se s sa ses leur leurs il elle ils elles on nous vous je j tu me m te lui y en dans par avec sans sous sur
		vers chez entre apres avant depuis pendant comme est sont ete etait etaient etre avoir ont avait avaient
		aussi tres tout toute tous toutes autre autres meme si quand ainsi donc alors puis selon notre votre
		nos vos mon ma mes fait peut cela celui celle ceux`,
	"de": `der das den des ein eine einer eines einem einen und oder aber nicht kein keine auch nur noch schon
		ist sind waren wird werden wurde wurden sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren er sie
		es wir ich du uns mich sich haben hatte hatten im in am zu zum zur von vom mit bei nach aus auf fur uber
		unter vor durch gegen ohne um seit wahrend zwischen bis als wie wenn weil dass ob dann doch sowie damit
		dieser diese dieses diesem diesen jeder jede jedes alle mehr sehr so kann konnen konnte soll sollen muss
		mussen wegen hier dort wo wer bereits`,
	"it": `il lo la gli le l un una uno di del dello della dei degli delle da dal dalla dai dalle a al alla agli
		alle in nel nella nei negli nelle su sul sulla sui sulle con per tra fra e ed o che chi cui non piu ma anche
		se si ci ne mi ti vi lui lei loro noi voi io suo sua suoi questo questa questi queste quello quella
		quelli quelle e sono erano essere stato stata stati ha hanno aveva avevano avere come
		quando dove perche mentre dopo prima durante secondo contro tutto tutta tutti tutte altro altra altri altre
		dell all nell sull dall ogni solo ancora gia poi`,
	"pt": `o a os as um uma uns umas de do da dos das em no na nos nas ao aos por pelo pela pelos pelas para com sem
		sobre entre ate desde e ou mas que quem qual quais nao mais muito tambem ja se sua seu seus suas lhe lhes me
		te ele ela eles elas nos isso isto este esta estes estas esse essa esses essas aquele aquela foi foram 		eram ser sido sao esta estao tem ter tinha ha como quando onde porque embora enquanto durante segundo apos
		antes depois contra outro outra outros outras todo toda todos todas cada so ainda`,
}
