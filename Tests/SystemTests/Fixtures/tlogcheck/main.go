// SPDX-License-Identifier: Apache-2.0

// Command tlogcheck verifies what jvctl wrote with golang.org/x/mod, the transparency log code of the Go project, which
// shares nothing with ours:
//
//	tlogcheck TILES LOG-VKEY WITNESS-VKEY OLD-CHECKPOINT CONSISTENCY TLOG-PROOF
//
// It prints one line for each thing that verified, and ends with 1 at the first that does not.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error, what string) {
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", what, err)
		os.Exit(1)
	}
}

func read(path string) []byte {
	text, err := os.ReadFile(path)
	check(err, path)
	return text
}

// cosigner verifies C2SP cosignature/v1 lines, which the package does not know by itself.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }
func (c *cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(signature)
	message := append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", time)), text...)
	return ed25519.Verify(c.key, message, signature[8:])
}

func newCosigner(vkey string) *cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	blob, err := base64.StdEncoding.DecodeString(parts[2])
	check(err, "witness key")
	if len(blob) != 33 || blob[0] != 4 {
		check(fmt.Errorf("not of type 4"), "witness key")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), blob...))
	return &cosigner{parts[0], binary.BigEndian.Uint32(sum[:]), ed25519.PublicKey(blob[1:])}
}

// tree opens a checkpoint and returns what was signed, and by how many of the keys.
func tree(text []byte, keys note.Verifiers) (tlog.Tree, int) {
	opened, err := note.Open(text, keys)
	check(err, "checkpoint")
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err, "size")
	hash, err := tlog.ParseHash(lines[2])
	check(err, "root")
	return tlog.Tree{N: size, Hash: hash}, len(opened.Sigs)
}

// tiles reads the layout of tlog-tiles, whose paths do not name the height of tiles.
type tiles string

func (t tiles) Height() int                           { return 8 }
func (t tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(string(t), path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

// entries reads every bundle.
func entries(directory string, size int64) [][]byte {
	var all [][]byte
	for index := int64(0); index*256 < size; index++ {
		tile := tlog.Tile{H: 8, L: 0, N: index, W: int(min64(256, size-index*256))}
		path := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
		for rest := read(filepath.Join(directory, path)); len(rest) > 0; {
			length := int(binary.BigEndian.Uint16(rest))
			all = append(all, rest[2:2+length])
			rest = rest[2+length:]
		}
	}
	return all
}

func min64(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

func hashes(lines []string) []tlog.Hash {
	var all []tlog.Hash
	for _, line := range lines {
		if line == "" {
			continue
		}
		hash, err := tlog.ParseHash(line)
		check(err, "hash")
		all = append(all, hash)
	}
	return all
}

func main() {
	directory := os.Args[1]
	log, err := note.NewVerifier(strings.TrimSpace(os.Args[2]))
	check(err, "log key")
	keys := note.VerifierList(log, newCosigner(strings.TrimSpace(os.Args[3])))

	latest, signers := tree(read(filepath.Join(directory, "checkpoint")), keys)
	fmt.Printf("checkpoint %d signatures %d\n", latest.N, signers)

	reader := tlog.TileHashReader(latest, tiles(directory))
	records := entries(directory, latest.N)
	if int64(len(records)) != latest.N {
		check(fmt.Errorf("%d entries", len(records)), "bundles")
	}
	for index, record := range records {
		proof, err := tlog.ProveRecord(latest.N, int64(index), reader)
		check(err, "tiles")
		check(tlog.CheckRecord(proof, latest.N, latest.Hash, int64(index), tlog.RecordHash(record)), "entry")
	}
	fmt.Printf("entries %d\n", len(records))

	old, _ := tree(read(os.Args[4]), keys)
	path := hashes(strings.Split(string(read(os.Args[5])), "\n"))
	check(tlog.CheckTree(path, latest.N, latest.Hash, old.N, old.Hash), "consistency")
	fmt.Printf("consistency %d %d\n", old.N, latest.N)

	parts := bytes.SplitN(read(os.Args[6]), []byte("\n\n"), 2)
	lines := strings.Split(string(parts[0]), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		check(fmt.Errorf("%q", lines[0]), "tlog-proof")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	check(err, "index")
	head, signers := tree(parts[1], keys)
	check(tlog.CheckRecord(hashes(lines[2:]), head.N, head.Hash, index, tlog.RecordHash(records[index])), "tlog-proof")
	fmt.Printf("proof %d signatures %d\n", index, signers)
}
