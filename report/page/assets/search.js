// search finds articles by the words of their texts, from what pack.go has packed.
const search = (() => {
  'use strict';
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

  async function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Response(stream);
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
