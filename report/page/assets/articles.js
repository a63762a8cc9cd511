(async () => {
  'use strict';
  list.reveal();
  const data = JSON.parse(document.getElementById('data').textContent);
  const { words, make, day, clock, kinds } = list;
  const outlet = (n) => (n < 0 ? '' : data.outlets[n]);

  const credits = ['', 'credited', 'no credit'], doubts = ['', '', 'likely', 'possible'];

  // A row: title, outlet, minute, precision, byline, kind, upstream, address.
  let packed;
  try {
    packed = await (await search.unpack(data.rows)).json();
  } catch {
    document.getElementById('note').textContent = 'This browser is too old to search, sort or turn over: these are the first articles. All are in report.csv.';
    return;
  }
  const rows = packed.map((r, i) => ({
    i, title: r[0], outlet: outlet(r[1]), outletNumber: r[1], when: r[2], precision: r[3], byline: r[4], kind: r[5],
    role: kinds.roles[kinds.role(r[5])], credit: credits[kinds.credit(r[5])], doubt: doubts[kinds.confidence(r[5])], upstream: outlet(r[6]), address: r[7],
    search: words([r[0], outlet(r[1]), r[4], outlet(r[6])].join(' ')),
  }));

  // Words of the search that too many texts have.
  let common = [];
  function leftOut(n) {
    if (!n && !data.texts) return '; the texts are not searched';
    if (!common.length) return '';
    const some = common.slice(0, 5).map((w) => `“${w}”`).join(', ') + (common.length > 5 ? ', …' : '');
    return `; too many texts have ${some} to be searched for it`;
  }

  function matching(state) {
    const terms = words(state.q).split(/\s+/).filter(Boolean).map((t) => ({ text: t, ...search.term(t) }));
    common = [...new Set(terms.flatMap((t) => (t.open ? t.common : [])))];
    const told = terms.some((t) => !t.open); // which articles are meant; by common words alone titles are searched
    const outlets = state.outlet ? list.named(data.outlets, state.outlet) : null;
    const role = kinds.roles.indexOf(state.role), credit = kinds.credits.indexOf(state.credited);
    const from = list.minutes(state.from, -Infinity);
    const to = list.minutes(state.to, Infinity) + 1440;
    const dated = state.from || state.to;
    return (r) => {
      for (const t of terms) if (!(t.open && told) && !r.search.includes(t.text) && !t.has[r.i]) return false;
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
    found: (n) => (n === rows.length ? range : `${n} of ${range}`) + leftOut(n),
  });
  await search.load(data.texts, rows.length);
  if (new URLSearchParams(location.hash.slice(1)).has('q')) draw();
})();
