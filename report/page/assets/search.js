// search finds articles by the words of their texts, from what pack.go has packed.
const search = (() => {
  'use strict';
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

  async function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    let unpacker;
    try {
      unpacker = new DecompressionStream('deflate-raw');
    } catch { // browsers before 2023
      return new Response(inflate(bytes));
    }
    return new Response(new Blob([bytes]).stream().pipeThrough(unpacker));
  }

  // inflate unpacks raw deflate (RFC 1951).
  function inflate(bytes) {
    let out = new Uint8Array(8 * bytes.length + 64), n = 0, at = 0, held = 0, holds = 0;
    function bits(k) {
      for (; holds < k; holds += 8) held |= bytes[at++] << holds;
      const value = held & ((1 << k) - 1);
      held >>>= k;
      holds -= k;
      return value;
    }
    function put(byte) {
      if (n === out.length) {
        const larger = new Uint8Array(2 * n);
        larger.set(out);
        out = larger;
      }
      out[n++] = byte;
    }
    // A table: how many codes there are of each length, and their symbols in order.
    function table(lengths) {
      const counts = new Uint16Array(16), next = new Uint16Array(17), symbols = [];
      for (const l of lengths) if (l) counts[l]++;
      for (let l = 1; l < 16; l++) next[l + 1] = next[l] + counts[l];
      lengths.forEach((l, symbol) => { if (l) symbols[next[l]++] = symbol; });
      return { counts, symbols };
    }
    function symbol({ counts, symbols }) {
      for (let l = 1, code = 0, first = 0, index = 0; l < 16; l++) {
        code |= bits(1);
        if (code - counts[l] < first) return symbols[index + code - first];
        index += counts[l];
        first = (first + counts[l]) << 1;
        code <<= 1;
      }
      throw new Error('damaged');
    }
    const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    function tables() {
      const literals = bits(5) + 257, distances = bits(5) + 1, lengths = new Array(19).fill(0);
      for (let i = 0, k = bits(4) + 4; i < k; i++) lengths[order[i]] = bits(3);
      const of = table(lengths), all = [];
      while (all.length < literals + distances) {
        const s = symbol(of);
        const [value, times] = s < 16 ? [s, 1] : s === 16 ? [all[all.length - 1], 3 + bits(2)] : s === 17 ? [0, 3 + bits(3)] : [0, 11 + bits(7)];
        for (let i = 0; i < times; i++) all.push(value);
      }
      return [table(all.slice(0, literals)), table(all.slice(literals))];
    }
    const fixed = () => [table(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))), table(new Array(30).fill(5))];
    for (let last = 0; !last;) {
      last = bits(1);
      const kind = bits(2);
      if (kind === 0) { // as it is
        at -= holds >> 3;
        held = holds = 0;
        const size = bytes[at] | bytes[at + 1] << 8;
        at += 4;
        for (let i = 0; i < size; i++) put(bytes[at++]);
        continue;
      }
      const [literals, distances] = kind === 1 ? fixed() : tables();
      for (let s = symbol(literals); s !== 256; s = symbol(literals)) {
        if (at > bytes.length + 4) throw new Error('damaged');
        if (s < 256) {
          put(s);
          continue;
        }
        const l = s - 257; // 8 lengths, then four of one number of further bits
        const more = l < 8 || l === 28 ? 0 : (l >> 2) - 1;
        const length = l === 28 ? 258 : l < 8 ? l + 3 : ((4 + l % 4) << more) + 3 + bits(more);
        const d = symbol(distances), further = d < 4 ? 0 : (d >> 1) - 1;
        const distance = d < 4 ? d + 1 : ((2 + d % 2) << further) + 1 + bits(further);
        for (let i = 0; i < length; i++) put(out[n - distance]);
      }
    }
    return out.subarray(0, n);
  }

  // The words in order, how many articles have each, and from where on its gaps lie.
  let known = [], counts = [], starts = [], low = [], high = [], bound = 0, articles = 0;

  // load takes the words of so many articles.
  async function load(texts, of) {
    articles = of;
    if (!texts) return;
    const numbers = async (packed) => new Uint8Array(await (await unpack(packed)).arrayBuffer());
    const [lines, l, h] = await Promise.all([unpack(texts.words).then((r) => r.text()), numbers(texts.low), numbers(texts.high)]);
    [low, high, bound] = [l, h, texts.bound];
    let word = '';
    for (const line of lines.split('\n').slice(0, -1)) {
      const at = line.indexOf(' ');
      word = word.slice(0, parseInt(line[0], 36)) + line.slice(1, at);
      known.push(word);
      counts.push(parseInt(line.slice(at + 1), 36));
    }
    const next = new Uint32Array(Math.max(0, ...new Set(counts)) + 2); // where the gaps of the next word of a count lie
    for (const n of counts) next[n + 1] += n;
    for (let n = 1; n < next.length; n++) next[n] += next[n - 1];
    for (const n of counts) {
      starts.push(next[n]);
      next[n] += n;
    }
  }

  // The words are in the order of their bytes, which is that of their code points.
  const before = (a, b) => {
    const x = [...a], y = [...b];
    for (let i = 0; i < x.length && i < y.length; i++) if (x[i] !== y[i]) return x[i].codePointAt(0) < y[i].codePointAt(0);
    return x.length < y.length;
  };

  // having returns 1 for each article whose text has a word that begins so, else 0, and of
  // such words those that too many have to say which.
  function having(beginning) {
    let from = 0, to = known.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (before(known[middle], beginning)) from = middle + 1; else to = middle;
    }
    const has = new Uint8Array(articles), common = [];
    for (let i = from; i < known.length && known[i].startsWith(beginning); i++) {
      if (counts[i] > bound) { common.push(known[i]); continue; }
      let n = -1;
      for (let k = starts[i]; k < starts[i] + counts[i]; k++) has[n += low[k] + 256 * high[k] + 1] = 1;
    }
    return { has, common };
  }

  // term looks for all that a term is made of. open says that common words alone
  // could tell which other articles have it.
  function term(text) {
    const parts = [];
    for (const part of text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)) {
      const letters = [...part];
      if (!letters.some((c) => unspaced.test(c))) parts.push(part);
      else for (let i = 0; i + 1 < letters.length; i++) parts.push(letters[i] + letters[i + 1]);
    }
    if (!parts.length || parts.some((p) => p.length < 2)) return { has: new Uint8Array(articles), common: [], open: false };
    const found = parts.map(having), closed = found.filter((f) => !f.common.length);
    return {
      has: (closed.length ? closed : found).map((f) => f.has).reduce((a, b) => a.map((x, i) => x & b[i])),
      common: found.flatMap((f) => f.common),
      open: !closed.length,
    };
  }

  return { unpack, load, term };
})();
