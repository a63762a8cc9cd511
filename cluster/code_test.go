package cluster

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func anyPair(t *rapid.T) Pair {
	part := rapid.Float64Range(0, 1)
	count := rapid.IntRange(0, 5000)
	name := rapid.SampledFrom([]string{"", "Reuters", "Süddeutsche Zeitung", "李"})
	is := rapid.Bool()
	return Pair{
		ShareA: part.Draw(t, "share a"), ShareB: part.Draw(t, "share b"), OwnA: count.Draw(t, "own a"), OwnB: count.Draw(t, "own b"),
		WordsA: count.Draw(t, "words a"), WordsB: count.Draw(t, "words b"),
		Signs: Signs{
			Likeness: Likeness{Cosine: part.Draw(t, "cosine"), Details: part.Draw(t, "details"), Shared: count.Draw(t, "shared"), Numbers: count.Draw(t, "numbers"), Figures: rapid.Float64Range(0, 500).Draw(t, "figures")},
			Kinship:  Kinship{Lead: part.Draw(t, "lead"), Days: rapid.IntRange(unknownDays, 400).Draw(t, "days"), Story: part.Draw(t, "story")},
			Retold:   rapid.Float64Range(0, 500).Draw(t, "retold"), Ordered: count.Draw(t, "ordered"), Covered: part.Draw(t, "covered"), Run: count.Draw(t, "run"), Least: count.Draw(t, "least"),
			OwedA: name.Draw(t, "owed a"), OwedB: name.Draw(t, "owed b"), Common: name.Draw(t, "common"),
			Agency: is.Draw(t, "agency"), Distance: is.Draw(t, "distance"), Guessed: is.Draw(t, "guessed"), SilentA: is.Draw(t, "silent a"),
			SilentB: is.Draw(t, "silent b"), House: is.Draw(t, "house"), Page: is.Draw(t, "page"), Headed: is.Draw(t, "headed"), Unnamed: is.Draw(t, "unnamed"), Retelling: part.Draw(t, "retelling"),
		},
	}
}

func TestSignsComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPair(t)
		b := EncodeSigns([]byte("before"), &p)
		require.Equal(t, "before", string(b[:6]))
		got, err := DecodeSigns(b[6:])
		require.NoError(t, err)
		require.Equal(t, p, got)
		_, err = DecodeSigns(b[6 : len(b)-1])
		require.ErrorIs(t, err, ErrSigns, "cut short")
		_, err = DecodeSigns(append(b[6:], 0))
		require.ErrorIs(t, err, ErrSigns, "something after it")
	})
}

// versionOne writes signs as archives have them that were made before stories
// were known.
func versionOne(p *Pair) []byte {
	b := []byte{1}
	for _, x := range [...]float64{p.Cosine, p.Details, p.Retold, p.ShareA, p.ShareB} {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
	}
	for _, n := range [...]int{p.Shared, p.OwnA, p.OwnB, p.WordsA, p.WordsB} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	var flags byte
	for k, is := range [...]bool{p.Distance, p.Guessed, p.SilentA, p.SilentB} {
		if is {
			flags |= 1 << k
		}
	}
	b = append(b, flags)
	for _, s := range [...]string{p.OwedA, p.OwedB, p.Common} {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return b
}

func TestSignsOfVersionOneAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPair(t)
		p.Kinship = Kinship{Days: unknownDays}
		p.Numbers, p.Figures, p.Least, p.Retelling = 0, 0, 0, 0
		p.Page, p.Headed = false, false
		p.Ordered, p.Covered, p.Run, p.Agency, p.House, p.Unnamed = 0, 0, 0, false, false, false
		got, err := DecodeSigns(versionOne(&p))
		require.NoError(t, err)
		require.Equal(t, p, got)
	})
}

// versionTwo writes signs as archives have them that were made before numbers in
// common counted.
func versionTwo(p *Pair) []byte {
	b := []byte{2}
	for _, x := range [...]float64{p.Cosine, p.Details, p.Retold, p.ShareA, p.ShareB, p.Lead, p.Story, p.Covered} {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
	}
	for _, n := range [...]int{p.Shared, p.OwnA, p.OwnB, p.WordsA, p.WordsB, p.Ordered, p.Run, p.Days + 1, 2} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	var flags byte
	for k, is := range [...]bool{p.Distance, p.Guessed, p.SilentA, p.SilentB, p.Agency, p.House, p.Unnamed} {
		if is {
			flags |= 1 << k
		}
	}
	b = append(b, flags)
	for _, s := range [...]string{p.OwedA, p.OwedB, p.Common} {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return b
}

// versionFive writes signs as archives have them that were made before it was known whether both
// are versions of one page.
func versionFive(p *Pair) []byte {
	b := EncodeSigns(nil, p)
	b[0] = 5
	at := 1 + 10*8
	for range 10 { // Shared to Least
		_, size := binary.Uvarint(b[at:])
		at += size
	}
	flags, size := binary.Uvarint(b[at:])
	return slices.Replace(b, at, at+size, byte(flags))
}

func TestSignsOfVersionFiveAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPair(t)
		p.Page = false
		got, err := DecodeSigns(versionFive(&p))
		require.NoError(t, err)
		require.Equal(t, p, got)
	})
}

// versionFour writes signs as archives have them that were made before a retelling was known
// by what it tells.
func versionFour(p *Pair) []byte {
	b := versionFive(p)
	b[0] = 4
	return slices.Delete(b, 1+9*8, 1+10*8)
}

func TestSignsOfVersionFourAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPair(t)
		p.Retelling, p.Page = 0, false
		got, err := DecodeSigns(versionFour(&p))
		require.NoError(t, err)
		require.Equal(t, p, got)
	})
}

// versionThree writes signs as archives have them that were made while the day of the
// event was one number.
func versionThree(p *Pair) []byte {
	b := versionFour(p)
	b[0] = 3
	at := 1 + 9*8
	for range 8 { // Shared to Days
		_, size := binary.Uvarint(b[at:])
		at += size
	}
	return slices.Insert(b, at, 2)
}

func TestSignsOfVersionThreeAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPair(t)
		p.Retelling, p.Page = 0, false
		got, err := DecodeSigns(versionThree(&p))
		require.NoError(t, err)
		require.Equal(t, p, got)
	})
}

func TestSignsOfVersionTwoAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPair(t)
		p.Numbers, p.Figures, p.Least, p.Retelling = 0, 0, 0, 0
		p.Page, p.Headed = false, false
		got, err := DecodeSigns(versionTwo(&p))
		require.NoError(t, err)
		require.Equal(t, p, got)
	})
}

func TestSignsOfOtherVersionsAreNotRead(t *testing.T) {
	b := EncodeSigns(nil, &Pair{})
	for _, version := range []byte{0, signsVersion + 1, 255} {
		b[0] = version
		_, err := DecodeSigns(b)
		require.ErrorIs(t, err, ErrSigns)
	}
	_, err := DecodeSigns(nil)
	require.ErrorIs(t, err, ErrSigns)
}

func FuzzDecodeSigns(f *testing.F) {
	p := Pair{ShareA: 0.5, OwnA: 300, Signs: Signs{Likeness: Likeness{Cosine: 0.5, Shared: 9}, OwedA: "Reuters", House: true}}
	f.Add(EncodeSigns(nil, &p))
	f.Add(versionOne(&p))
	f.Add(versionTwo(&p))
	f.Add([]byte{2, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := DecodeSigns(b)
		if err != nil {
			require.ErrorIs(t, err, ErrSigns)
			return
		}
		again, err := DecodeSigns(EncodeSigns(nil, &p))
		require.NoError(t, err)
		require.Equal(t, EncodeSigns(nil, &p), EncodeSigns(nil, &again))
	})
}
