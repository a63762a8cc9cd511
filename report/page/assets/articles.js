(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const { words, make, day, clock, kinds } = list;
  const outlet = (n) => (n < 0 ? '' : data.outlets[n]);
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

  const credits = ['', 'credited', 'no credit'], doubts = ['', '', 'likely', 'possible'];

  // A row: title, outlet, minute, precision, byline, kind, upstream, address.
  const rows = data.rows.map((r, i) => ({
    i, title: r[0], outlet: outlet(r[1]), outletNumber: r[1], when: r[2], precision: r[3], byline: r[4], kind: r[5],
    role: kinds.roles[kinds.role(r[5])], credit: credits[kinds.credit(r[5])], doubt: doubts[kinds.confidence(r[5])], upstream: outlet(r[6]), address: r[7],
    search: words([r[0], outlet(r[1]), r[4], outlet(r[6])].join(' ')),
  }));

  // The words of the texts, in order, and of each the line it came in.
  let known = [], lines = [];
  async function unpack() {
    if (!data.words) return;
    const bytes = Uint8Array.from(atob(data.words.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    lines = (await new Response(stream).text()).split('\n');
    lines.pop();
    known = lines.map((l) => l.slice(0, l.indexOf(' ')));
  }

  // having returns the articles whose texts have a word that begins so; the words
  // are in the order of their bytes, which is that of their code points.
  const before = (a, b) => {
    const x = [...a], y = [...b];
    for (let i = 0; i < x.length && i < y.length; i++) if (x[i] !== y[i]) return x[i].codePointAt(0) < y[i].codePointAt(0);
    return x.length < y.length;
  };
  function having(start) {
    let low = 0, high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(known[middle], start)) low = middle + 1; else high = middle;
    }
    const out = new Set();
    for (; low < known.length && known[low].startsWith(start); low++) {
      let n = -1;
      for (const step of lines[low].split(' ').slice(1)) out.add(n += parseInt(step, 36));
    }
    return out;
  }

  // inText returns the articles whose texts have all that a term is made of.
  function inText(term) {
    const parts = [];
    for (const part of term.split(/[^\p{L}\p{N}]+/u).filter(Boolean)) {
      const letters = [...part];
      if (!letters.some((c) => unspaced.test(c))) parts.push(part);
      else for (let i = 0; i + 1 < letters.length; i++) parts.push(letters[i] + letters[i + 1]);
    }
    if (!parts.length || parts.some((p) => p.length < 2)) return new Set();
    return parts.map(having).reduce((a, b) => new Set([...a].filter((n) => b.has(n))));
  }

  function matching(state) {
    const terms = words(state.q).split(/\s+/).filter(Boolean).map((t) => [t, inText(t)]);
    const outlets = state.outlet ? list.named(data.outlets, state.outlet) : null;
    const role = kinds.roles.indexOf(state.role), credit = kinds.credits.indexOf(state.credited);
    const from = list.minutes(state.from, -Infinity);
    const to = list.minutes(state.to, Infinity) + 1440;
    const dated = state.from || state.to;
    return (r) => {
      for (const [t, texts] of terms) if (!r.search.includes(t) && !texts.has(r.i)) return false;
      if (dated && (r.when === null || r.when < from || r.when >= to)) return false;
      return (!outlets || outlets.has(r.outletNumber)) && (role < 0 || kinds.role(r.kind) === role) && (credit < 1 || kinds.credit(r.kind) === credit);
    };
  }

  function row(r) {
    const tr = make('tr', '');
    const t = new Date(r.when * 60000);
    const title = make('td', '', { dir: 'auto' });
    if (r.address) title.append(make('a', r.title, /^https?:/i.test(r.address) ? { href: r.address, rel: 'noreferrer noopener' } : { href: r.address }));
    else title.textContent = r.title;
    if (r.byline) title.append(make('br', ''), make('span', r.byline, { class: 'soft small' }));
    const role = make('td', '', { 'data-label': 'Role' });
    role.append(make('span', r.role === 'single' ? 'own report' : r.role, { class: 'chip ' + r.role }));
    if (r.doubt) role.append(' ', make('span', r.doubt, { class: 'soft small' }));
    const outlet = make('td', '');
    outlet.append(make('b', r.outlet));
    const credit = make('td', '', { 'data-label': 'Credit' });
    const bad = r.credit === 'no credit' && r.doubt !== 'possible';
    if (r.credit) credit.append(make('span', r.credit, { class: 'chip' + (bad ? ' uncredited' : r.credit === 'credited' ? ' credited' : '') }));
    tr.append(make('td', r.when === null ? 'no date' : day(t) + (r.precision === 2 ? ', ' + clock(t) : '')),
      outlet, title, role, make('td', r.upstream, r.upstream ? { 'data-label': 'From' } : {}), credit);
    return tr;
  }

  const range = rows.length === 1 ? '1 article' : `${rows.length} articles`;
  const draw = list.begin({
    rows,
    start: { q: '', outlet: '', role: '', credited: '', from: '', to: '', sort: '', page: '1' },
    numeric: { when: 1 },
    matching, row,
    found: (n) => (n === rows.length ? range : `${n} of ${range}`),
  });
  // A browser that cannot unpack searches titles alone.
  unpack().then(() => { if (new URLSearchParams(location.hash.slice(1)).has('q')) draw(); }, () => {
    document.getElementById('note').textContent = 'Titles, outlets, bylines and sources are searched; for the texts this browser is too old.';
  });
})();
