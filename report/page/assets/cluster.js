(() => {
  'use strict';
  const wide = matchMedia('(min-width: 861px)');
  let chosen = null;

  function close() {
    if (!chosen) return;
    chosen.classList.remove('on');
    chosen.closest('.piece').querySelector('.beside').replaceChildren();
    chosen = null;
  }

  // choose shows the note of a passage beside it.
  function choose(passage) {
    close();
    const note = document.getElementById(passage.getAttribute('href').slice(1));
    if (!note) return;
    chosen = passage;
    passage.classList.add('on');
    const beside = passage.closest('.piece').querySelector('.beside');
    const shut = document.createElement('button');
    shut.type = 'button';
    shut.className = 'shut';
    shut.textContent = 'Close';
    shut.addEventListener('click', () => { const p = chosen; close(); if (p) p.focus(); });
    beside.append(shut, ...[...note.children].map((c) => c.cloneNode(true)));
    // Level with the passage, where there are two columns.
    const text = passage.closest('.text');
    const top = passage.getClientRects()[0].top - text.getBoundingClientRect().top;
    beside.style.marginTop = wide.matches ? Math.max(0, top) + 'px' : '';
    remember(passage.id);
  }

  function remember(id) {
    try { history.replaceState(null, '', '#' + id); } catch { /* the address stays as it is */ }
  }

  function open(element) {
    for (let d = element.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
  }

  // passOn goes to the next page of the cluster if an article is not on this
  // one. Links from outside know the first page alone.
  function passOn(hash) {
    const here = document.querySelector('.parts [aria-current]');
    const next = here && here.closest('li').nextElementSibling;
    if (next && /^a[0-9a-f]{12}/.test(hash)) location.replace(next.querySelector('a').getAttribute('href') + '#' + hash);
  }

  // follow goes where the address says: to a passage, or to what an article
  // has from one code point to another (#KEY:START-END).
  function follow() {
    document.querySelectorAll('.lit').forEach((p) => p.classList.remove('lit'));
    const hash = decodeURIComponent(location.hash.slice(1));
    const both = /^pair:(a[0-9a-f]+):(a[0-9a-f]+)(?::([\w-]+))?$/.exec(hash);
    if (both && both[3]) {
      pair.receive(both[1], both[2], both[3]).catch(() => { location.hash = both[2]; });
      return;
    }
    if (both) {
      const link = document.querySelector(`a.pair[data-a="${both[1]}"][data-b="${both[2]}"]`);
      if (link) { pair.show(link); return; }
    }
    pair.hide();
    const range = /^(a[0-9a-f]+):(\d+)-(\d+)$/.exec(hash);
    if (!range) {
      const target = hash && document.getElementById(hash);
      if (!target) { passOn(hash); return; }
      open(target);
      if (target.matches('a.p')) choose(target);
      target.scrollIntoView({ block: target.matches('.piece') ? 'start' : 'center' });
      return;
    }
    const article = document.getElementById(range[1]);
    if (!article) { passOn(hash); return; }
    const body = article.querySelector('details');
    if (body) body.open = true;
    const found = [...article.querySelectorAll('.p')].filter((p) => +p.dataset.s < +range[3] && +p.dataset.e > +range[2]);
    found.forEach((p) => p.classList.add('lit'));
    const first = found[0] || article;
    first.scrollIntoView({ block: found[0] ? 'center' : 'start' });
    first.setAttribute('tabindex', first.matches('a') ? '0' : '-1');
    first.focus({ preventScroll: true });
  }

  // recount tells each article's makeup anew, without what is left out.
  const labels = ['copied', 'edited', 'reworded', 'quoted', 'original'];
  function recount() {
    const unquote = document.getElementById('unquote').checked, least = +document.getElementById('least').value || 0;
    for (const piece of document.querySelectorAll('.piece')) {
      const bars = piece.querySelector('.makeup'), shares = piece.querySelector('.shares');
      if (!bars || !shares) continue;
      if (!shares.dataset.whole) { shares.dataset.whole = shares.textContent; bars.dataset.whole = '1'; bars.whole = [...bars.children]; }
      const row = document.querySelector(`tr[data-key="${piece.id}"]`);
      const cells = row ? [row.querySelector('.taken'), row.querySelector('.own')] : [];
      cells.forEach((c) => { if (!c.dataset.whole) c.dataset.whole = c.textContent; });
      const n = { copied: 0, edited: 0, reworded: 0, quoted: 0, original: 0 };
      for (const p of piece.querySelectorAll('.text .p')) {
        const label = labels.find((l) => p.classList.contains(l));
        if (!label) continue;
        const w = +p.dataset.w || 0;
        const small = w < least && label !== 'quoted' && label !== 'original';
        p.classList.toggle('left', small || unquote && label === 'quoted');
        if (!(unquote && label === 'quoted')) n[small ? 'original' : label] += w;
      }
      if (!unquote && !least) {
        shares.textContent = shares.dataset.whole;
        bars.replaceChildren(...bars.whole);
        cells.forEach((c) => { c.textContent = c.dataset.whole; });
        continue;
      }
      const all = labels.reduce((sum, l) => sum + n[l], 0) || 1;
      const share = (x) => (100 * x / all).toFixed(1);
      shares.textContent = labels.filter((l) => n[l]).map((l) => `${l} ${share(n[l])}\u00a0%`).join(', ');
      let x = 0;
      bars.replaceChildren(...labels.filter((l) => n[l]).map((l) => {
        const bar = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
        const width = 1000 * n[l] / all;
        for (const [k, v] of Object.entries({ class: l, x, y: 0, width, height: 12 })) bar.setAttribute(k, v);
        x += width;
        return bar;
      }));
      if (cells.length) {
        cells[0].textContent = share(n.copied + n.edited) + '\u00a0%';
        cells[1].textContent = share(n.original) + '\u00a0%';
      }
    }
  }
  for (const id of ['unquote', 'least']) {
    const input = document.getElementById(id);
    if (input) input.addEventListener('input', recount);
  }

  document.addEventListener('click', (e) => {
    const both = e.target.closest('a.pair');
    if (both) {
      e.preventDefault();
      const page = elsewhere(both);
      if (page) pair.address(both, page).then((to) => { location.href = to; });
      else location.hash = `pair:${both.dataset.a}:${both.dataset.b}`;
      return;
    }
    if (e.target.closest('#pair-shut')) {
      if (pair.visiting() && history.length > 1) history.back(); else location.hash = '';
      return;
    }
    if (e.target.closest('#pair')) return;
    const passage = e.target.closest('a.p');
    if (passage) {
      e.preventDefault();
      if (passage === chosen) close(); else choose(passage);
      return;
    }
    const jump = e.target.closest('a[href^="#"]');
    if (jump && jump.getAttribute('href') === location.hash) follow();
    const all = e.target.closest('button[data-open]');
    if (all) document.querySelectorAll('.piece > details').forEach((d) => { d.open = all.dataset.open === 'yes'; });
  });

  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || (e.target instanceof Element && e.target.matches('input, select, textarea'))) return;
    if (e.key === 'Escape') {
      const p = chosen;
      close();
      if (p) p.focus();
      return;
    }
    const step = { j: 1, k: -1 }[e.key];
    if (!step) return;
    const passages = [...document.querySelectorAll('details[open] a.p')];
    const at = passages.indexOf(chosen);
    const next = at < 0 ? passages.find((p) => p.getBoundingClientRect().top > 0) : passages[at + step];
    if (!next) return;
    choose(next);
    next.scrollIntoView({ block: 'center' });
    next.focus({ preventScroll: true });
  });

  // elsewhere is the page of the second article of a pair, where that is not this one.
  function elsewhere(link) {
    if (document.getElementById(link.dataset.b)) return '';
    const to = link.closest('tr').querySelector('a[href*="#"]');
    return to ? to.getAttribute('href').split('#')[0] : '';
  }

  addEventListener('hashchange', follow);
  addEventListener('beforeprint', () => document.querySelectorAll('.piece > details, #quotations').forEach((d) => { d.open = true; }));
  document.querySelectorAll('[hidden].js').forEach((e) => {
    e.hidden = e.matches('.pair') && !document.getElementById(e.dataset.b) && (!elsewhere(e) || !self.CompressionStream);
  });
  if (document.body.dataset.pair && !location.hash) location.hash = 'pair:' + document.body.dataset.pair;
  follow();
})();
