// list makes a table that can be searched, sorted and turned over: rows are in the
// order of the data; start has the values that the form begins with; numeric names the
// keys that are numbers; matching takes the state and returns what tells whether a
// row is shown; row makes the element of a row; found says how many there are.
const list = (() => {
  'use strict';
  const perPage = 50;
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const collator = new Intl.Collator(undefined, { numeric: true });

  function begin({ rows, start, numeric, matching, row, found }) {
    const form = document.getElementById('filters');
    const body = document.getElementById('rows');
    if (!form) return () => {}; // there is nothing to list
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
      p.delete('page');
      document.querySelectorAll('.parts a').forEach((a) => { a.hash = String(p); }); // the search goes along
      if (hash === (location.hash || '#')) return;
      try { history.replaceState(null, '', hash); } catch { location.replace(hash); }
    }

    function sorted(some) {
      const key = state.sort.replace(/^-/, '');
      if (!key) return some;
      const sign = state.sort.startsWith('-') ? -1 : 1;
      return some.sort((a, b) => {
        const x = a[key], y = b[key];
        let c;
        if (numeric[key]) c = x === y ? 0 : x === null ? 1 : y === null ? -1 : sign * (x - y);
        else c = x === y ? 0 : !x ? 1 : !y ? -1 : sign * collator.compare(x, y);
        return c || a.i - b.i;
      });
    }

    function draw() {
      const some = sorted(rows.filter(matching(state)));
      const pages = Math.max(1, Math.ceil(some.length / perPage));
      const page = Math.min(Math.max(1, parseInt(state.page, 10) || 1), pages);
      state.page = String(page);
      body.replaceChildren(...some.slice((page - 1) * perPage, page * perPage).map(row));
      document.getElementById('found').textContent = found(some.length);
      document.getElementById('where').textContent = `page ${page} of ${pages}`;
      document.getElementById('previous').disabled = page === 1;
      document.getElementById('next').disabled = page === pages;
      const key = state.sort.replace(/^-/, '');
      document.querySelectorAll('th[data-sort]').forEach((th) => {
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
      if (form.elements.sort) form.elements.sort.value = state.sort;
    }));
    const turn = (n) => { state.page = String(+state.page + n); draw(); form.scrollIntoView(); };
    document.getElementById('previous').addEventListener('click', () => turn(-1));
    document.getElementById('next').addEventListener('click', () => turn(1));
    addEventListener('hashchange', () => { readAddress(); draw(); });
    reveal();
    // On paper there is no turning over.
    addEventListener('beforeprint', () => body.replaceChildren(...sorted(rows.filter(matching(state))).map(row)));
    addEventListener('afterprint', draw);
    readAddress();
    if (location.hash.length > 1) draw();
    return draw;
  }

  // reveal shows what is there for scripts alone.
  function reveal() {
    document.querySelectorAll('[hidden].js').forEach((e) => { e.hidden = false; });
  }

  // words takes case and accents from a text.
  const words = (s) => s.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

  // named tells which of some outlets a filter means: one of that name, else those
  // whose names hold it.
  function named(outlets, filter) {
    const names = outlets.map(words);
    const whole = names.indexOf(words(filter));
    if (whole >= 0) return new Set([whole]);
    return new Set(names.flatMap((o, i) => (o.includes(words(filter)) ? [i] : [])));
  }

  // minutes are those of a day given by a form, or what stands for none.
  const minutes = (day, none) => (day ? Date.parse(day + 'T00:00Z') / 60000 : none);

  function make(tag, text, attributes = {}) {
    const e = document.createElement(tag);
    if (text !== '') e.textContent = text;
    for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
    return e;
  }

  const day = (t) => `${t.getUTCDate()} ${months[t.getUTCMonth()]} ${t.getUTCFullYear()}`;
  const clock = (t) => `${String(t.getUTCHours()).padStart(2, '0')}:${String(t.getUTCMinutes()).padStart(2, '0')}`;

  const kinds = {
    roles: ['origin', 'copy', 'partial', 'rewrite', 'update', 'single'],
    credits: ['', 'yes', 'no'],
    confidences: ['', 'certain', 'likely', 'possible'],
    codes: 72, // of a role, a credit and a confidence
    role: (k) => Math.floor(k / 12) % 6,
    credit: (k) => Math.floor(k / 4) % 3,
    confidence: (k) => k % 4,
  };

  return { begin, reveal, words, named, minutes, make, day, clock, kinds };
})();
