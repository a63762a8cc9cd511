(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const roles = ['origin', 'copy', 'partial', 'rewrite', 'update', 'single'];
  const credits = ['', 'yes', 'no'];
  const confidences = ['', 'certain', 'likely', 'possible'];
  const perPage = 50;
  const codes = 72; // of a kind: role, credit and confidence
  const form = document.getElementById('filters');
  const body = document.getElementById('rows');
  const words = (s) => s.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

  // A row: file, headline, upstream, present, articles, families, outlets,
  // first minute, minutes to the last, precisions, uncredited, bars, kinds, own, further upstreams,
  // whether it is a story.
  const rows = data.rows.map((r, i) => ({
    i, file: r[0], headline: r[1], upstream: r[2] < 0 ? '' : data.outlets[r[2]], present: r[3],
    articles: r[4], families: r[5], outlets: r[6], first: r[7], last: r[7] === null ? null : r[7] + r[8], precision: r[9],
    uncredited: r[10], bars: r[11], kinds: r[12], own: r[13], more: r[14], folder: r[15] ? 'stories' : 'clusters',
    search: words([r[0], r[1], r[2] < 0 ? '' : data.outlets[r[2]], ...new Set(r[12].map((k) => data.outlets[Math.floor(k / codes)] || ''))].join(' ')),
  }));

  const numeric = { articles: 1, families: 1, outlets: 1, own: 1, first: 1, last: 1, uncredited: 1 };
  const start = { q: '', outlet: '', role: '', credited: '', confidence: '', from: '', to: '', sort: '-articles', page: '1' };
  let state = { ...start };

  function readAddress() {
    state = { ...start };
    for (const [k, v] of new URLSearchParams(location.hash.slice(1))) if (k in state) state[k] = v;
    for (const k of Object.keys(start)) if (form.elements[k]) form.elements[k].value = state[k];
  }

  function writeAddress() {
    const p = new URLSearchParams();
    for (const k of Object.keys(start)) if (state[k] !== start[k]) p.set(k, state[k]);
    const hash = '#' + p;
    if (hash === (location.hash || '#')) return;
    try { history.replaceState(null, '', hash); } catch { location.replace(hash); }
  }

  function matching() {
    const terms = words(state.q).split(/\s+/).filter(Boolean);
    const outlet = state.outlet ? words(state.outlet) : '';
    const known = new Set();
    if (outlet) {
      const names = data.outlets.map(words);
      const whole = names.indexOf(outlet);
      if (whole >= 0) known.add(whole);
      else names.forEach((o, i) => { if (o.includes(outlet)) known.add(i); });
    }
    const role = roles.indexOf(state.role), credit = credits.indexOf(state.credited), confidence = confidences.indexOf(state.confidence);
    const byKind = outlet || role >= 0 || credit > 0 || confidence > 0;
    const from = state.from ? Date.parse(state.from + 'T00:00Z') / 60000 : -Infinity;
    const to = state.to ? Date.parse(state.to + 'T00:00Z') / 60000 + 1440 : Infinity;
    const dated = state.from || state.to;
    return rows.filter((r) => {
      for (const t of terms) if (!r.search.includes(t)) return false;
      if (dated && (r.first === null || r.last < from || r.first >= to)) return false;
      return !byKind || r.kinds.some((k) => (!outlet || known.has(Math.floor(k / codes))) &&
        (role < 0 || Math.floor(k / 12) % 6 === role) && (credit < 1 || Math.floor(k / 4) % 3 === credit) && (confidence < 1 || k % 4 === confidence));
    });
  }

  const collator = new Intl.Collator(undefined, { numeric: true });
  function sorted(list) {
    const down = state.sort.startsWith('-');
    const key = state.sort.replace(/^-/, '');
    const sign = down ? -1 : 1;
    return list.sort((a, b) => {
      const x = a[key], y = b[key];
      let c;
      if (numeric[key]) c = x === y ? 0 : x === null ? 1 : y === null ? -1 : sign * (x - y);
      else c = x === y ? 0 : !x ? 1 : !y ? -1 : sign * collator.compare(x, y);
      return c || a.i - b.i;
    });
  }

  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  // span writes what the page says before the script has run.
  function span(r) {
    if (r.first === null) return '';
    const day = (t) => `${t.getUTCDate()} ${months[t.getUTCMonth()]} ${t.getUTCFullYear()}`;
    const clock = (t) => `${String(t.getUTCHours()).padStart(2, '0')}:${String(t.getUTCMinutes()).padStart(2, '0')}`;
    const first = new Date(r.first * 60000), last = new Date(r.last * 60000);
    const exact = [r.precision >= 6, r.precision % 3 === 2];
    const from = day(first) + (exact[0] ? ', ' + clock(first) : '');
    const same = day(first) === day(last);
    if (r.last <= r.first || same && !(exact[0] && exact[1])) return from;
    if (same) return `${from} to ${clock(last)}`;
    return `${from} to ${day(last)}${exact[1] ? ', ' + clock(last) : ''}`;
  }

  function make(tag, text, attributes = {}) {
    const e = document.createElement(tag);
    if (text !== '') e.textContent = text;
    for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
    return e;
  }

  function bars(s) {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(ns, 'svg');
    svg.setAttribute('class', 'spark');
    svg.setAttribute('viewBox', '0 0 120 22');
    svg.setAttribute('aria-hidden', 'true');
    [...s].forEach((c, i) => {
      if (c === '0') return;
      const bar = document.createElementNS(ns, 'rect');
      const h = 2 + 2 * +c;
      for (const [k, v] of Object.entries({ x: i * 5, y: 22 - h, width: 4, height: h })) bar.setAttribute(k, v);
      svg.append(bar);
    });
    return svg;
  }

  function row(r) {
    const tr = make('tr', '');
    const head = make('td', '');
    head.append(make('a', r.headline || r.file, { href: `${r.folder}/${r.file}.html` }));
    const upstream = make('td', r.upstream + (r.more ? ` and ${r.more} more` : ''), r.upstream ? { 'data-label': 'From' } : {});
    if (r.upstream && r.present === 0) upstream.append(' ', make('span', 'not in hand', { class: 'chip' }));
    const cell = (label, text, bad) => make('td', text, { class: bad ? 'n bad' : 'n', 'data-label': label });
    const when = make('td', span(r));
    const chart = make('td', '');
    if (r.bars) chart.append(bars(r.bars));
    tr.append(head, upstream, cell('Articles', r.articles), cell('Their own', r.own), cell('Outlets', r.outlets), cell('Without credit', r.uncredited, r.uncredited > 0), when, chart);
    return tr;
  }

  function draw() {
    const list = sorted(matching());
    const pages = Math.max(1, Math.ceil(list.length / perPage));
    const page = Math.min(Math.max(1, parseInt(state.page, 10) || 1), pages);
    state.page = String(page);
    body.replaceChildren(...list.slice((page - 1) * perPage, page * perPage).map(row));
    document.getElementById('found').textContent = list.length === rows.length ? `${rows.length} ${data.what}` : `${list.length} of ${rows.length} ${data.what}`;
    document.getElementById('where').textContent = `page ${page} of ${pages}`;
    document.getElementById('previous').disabled = page === 1;
    document.getElementById('next').disabled = page === pages;
    document.querySelectorAll('th[data-sort]').forEach((th) => {
      const key = state.sort.replace(/^-/, '');
      if (th.dataset.sort !== key) th.removeAttribute('aria-sort');
      else th.setAttribute('aria-sort', state.sort.startsWith('-') ? 'descending' : 'ascending');
    });
    writeAddress();
  }

  function change(values) {
    state = { ...state, page: '1', ...values };
    draw();
  }

  form.addEventListener('input', (e) => change({ [e.target.name]: e.target.value }));
  form.addEventListener('submit', (e) => e.preventDefault());
  form.addEventListener('reset', () => { state = { ...start }; requestAnimationFrame(draw); });
  document.querySelectorAll('th[data-sort] button').forEach((b) => b.addEventListener('click', () => {
    const key = b.parentElement.dataset.sort;
    const first = numeric[key] ? '-' + key : key;
    change({ sort: state.sort === first ? (numeric[key] ? key : '-' + key) : first });
    form.elements.sort.value = state.sort;
  }));
  const turn = (n) => { state.page = String(+state.page + n); draw(); document.getElementById('clusters').scrollIntoView(); };
  document.getElementById('previous').addEventListener('click', () => turn(-1));
  document.getElementById('next').addEventListener('click', () => turn(1));
  addEventListener('hashchange', () => { readAddress(); draw(); });
  document.querySelectorAll('[hidden].js').forEach((e) => { e.hidden = false; });

  readAddress();
  if (location.hash.length > 1) draw();
})();
