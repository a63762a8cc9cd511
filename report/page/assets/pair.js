// Two articles side by side: what they have in common is marked in both. Where it
// stands is in the link that leads here, as characters of both texts.
const pair = (() => {
  'use strict';
  const section = document.getElementById('pair');
  const unquote = document.getElementById('pair-unquote');
  const least = document.getElementById('pair-least');
  let shown = null; // the link whose articles are shown
  let guest = null; // an article of another page, brought along by the address

  const piece = (key) => (guest && guest.id === key ? guest : document.getElementById(key));

  const letter = /[\p{L}\p{N}]+/gu;
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
  // count counts words; of scripts without spaces, characters.
  const count = (s) => {
    const bare = s.replace(unspaced, ' ');
    return (bare.match(letter) || []).length + (s.match(unspaced) || []).length;
  };

  // parts lists the parts of an article's text: characters, where they begin, and
  // whether they are furniture.
  function parts(piece) {
    return [...piece.querySelector('.text').childNodes].map((node) => {
      const p = node.nodeType === 1 && node.matches('.p') ? node : null;
      return { characters: [...node.textContent], start: p ? +p.dataset.s : -1, furniture: p !== null && p.classList.contains('furniture') };
    });
  }

  function stretches(link) {
    const cells = link.dataset.shared.trim().split(' ');
    const out = [];
    for (let i = 0; i + 4 < cells.length; i += 5) {
      out.push({ n: i / 5, a: [+cells[i], +cells[i + 1]], b: [+cells[i + 2], +cells[i + 3]], label: cells[i + 4] });
    }
    return out;
  }

  // words counts those of a text from one character to another.
  function words(list, from, to) {
    let n = 0;
    for (const p of list) {
      if (p.start < 0 || p.furniture || p.start >= to || p.start + p.characters.length <= from) continue;
      n += count(p.characters.slice(Math.max(from - p.start, 0), to - p.start).join(''));
    }
    return n;
  }

  // fill writes one of the texts, with its marks, and returns how many of its words
  // count and how many of these are marked as copied or edited.
  function fill(column, piece, list, marks, side) {
    const title = piece.querySelector('h3'), meta = piece.querySelector('.meta'), text = column.querySelector('.text');
    column.querySelector('h3').textContent = title.textContent;
    column.querySelector('.meta').replaceChildren(...[...meta.childNodes].map((n) => n.cloneNode(true)));
    text.lang = piece.querySelector('.text').lang;
    const body = document.createDocumentFragment();
    const sorted = [...marks].sort((x, y) => x[side][0] - y[side][0]);
    let all = 0, taken = 0;
    for (const p of list) {
      if (p.start < 0) { body.append(p.characters.join('')); continue; }
      if (p.furniture) {
        const e = document.createElement('span');
        e.className = 'p furniture';
        e.textContent = p.characters.join('');
        body.append(e);
        continue;
      }
      const end = p.start + p.characters.length;
      let at = p.start;
      for (const m of sorted) {
        const from = Math.max(m[side][0], at), to = Math.min(m[side][1], end);
        if (from >= to) continue;
        const before = p.characters.slice(at - p.start, from - p.start).join('');
        const inner = p.characters.slice(from - p.start, to - p.start).join('');
        body.append(before);
        const e = document.createElement('a');
        e.className = 'p ' + m.label;
        e.href = '#';
        e.dataset.n = m.n;
        e.textContent = inner.trimEnd();
        body.append(e, inner.slice(inner.trimEnd().length));
        all += count(before) + (m.label === 'quoted' && unquote.checked ? 0 : count(inner));
        if (m.label === 'copied' || m.label === 'edited' || m.label === 'quoted' && !unquote.checked) taken += count(inner);
        at = to;
      }
      const rest = p.characters.slice(at - p.start).join('');
      body.append(rest);
      all += count(rest);
    }
    text.replaceChildren(body);
    return all ? Math.round(100 * taken / all) : 0;
  }

  function draw() {
    const a = piece(shown.dataset.a), b = piece(shown.dataset.b);
    const [left, right] = section.querySelectorAll('.columns > article');
    const listA = parts(a), listB = parts(b);
    // A quotation that is left out stays marked, but does not count; of what is short not even a mark is left.
    const marks = stretches(shown).filter((m) => words(listA, ...m.a) >= (+least.value || 0));
    const shareA = fill(left, a, listA, marks, 'a'), shareB = fill(right, b, listB, marks, 'b');
    const name = (piece) => (piece.querySelector('.meta b') || piece.querySelector('h3')).textContent;
    const what = unquote.checked ? 'Quotations left out, ' : marks.some((m) => m.label === 'quoted') ? 'With quotations, ' : '';
    document.getElementById('pair-shares').textContent =
      `${what}${shareA}\u00a0% of the words of ${name(a)} and ${shareB}\u00a0% of those of ${name(b)} stand in both, word for word or edited.`;
  }

  // show shows the articles of a link, if both are on this page.
  function show(link) {
    if (!piece(link.dataset.a) || !piece(link.dataset.b)) return false;
    shown = link;
    document.getElementById('main').hidden = true;
    section.hidden = false;
    draw();
    scrollTo(0, 0);
    document.getElementById('pair-h').focus({ preventScroll: true });
    return true;
  }

  const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

  // address leads to the page of an article that is not on this one, and brings along
  // the article that is: pages that were opened from a disk cannot read each other.
  async function address(link, page) {
    const a = document.getElementById(link.dataset.a), meta = a.querySelector('.meta');
    const bold = meta.querySelector('b');
    const packed = await through(new TextEncoder().encode(JSON.stringify({
      title: a.querySelector('h3').textContent, name: bold ? bold.textContent : '', meta: meta.textContent,
      lang: a.querySelector('.text').lang, shared: link.dataset.shared,
      parts: parts(a).map((p) => [p.characters.join(''), p.start, p.furniture ? 1 : 0]),
    })), new CompressionStream('deflate-raw'));
    let text = '';
    for (const c of packed) text += String.fromCharCode(c);
    return `${page}#pair:${link.dataset.a}:${link.dataset.b}:${btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')}`;
  }

  // receive shows the article b of this page beside the one that the address brought
  // along. It fails if that is not whole.
  async function receive(a, b, packed) {
    const bytes = Uint8Array.from(atob(packed.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    const o = JSON.parse(new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw'))));
    const make = (tag, name, text) => {
      const e = document.createElement(tag);
      e.className = name;
      e.textContent = text;
      return e;
    };
    guest = make('article', '', '');
    guest.id = a;
    const meta = make('p', 'meta', '');
    if (o.name) meta.append(make('b', '', o.name));
    meta.append(o.meta.slice(o.name.length));
    const text = make('div', 'text', '');
    text.lang = o.lang;
    for (const [words, start, furniture] of o.parts) {
      if (start < 0) { text.append(words); continue; }
      const p = make('span', furniture ? 'p furniture' : 'p', words);
      p.dataset.s = start;
      text.append(p);
    }
    guest.append(make('h3', '', o.title), meta, text);
    const link = make('a', '', '');
    Object.assign(link.dataset, { a, b, shared: o.shared });
    return show(link);
  }

  const visiting = () => shown !== null && guest !== null && guest.id === shown.dataset.a;

  function hide() {
    if (!shown) return;
    shown = null;
    section.hidden = true;
    document.getElementById('main').hidden = false;
  }

  if (section) {
    for (const e of [unquote, least]) e.addEventListener('input', draw);
    section.addEventListener('click', (e) => {
      const mark = e.target.closest('a.p');
      if (!mark) return;
      e.preventDefault();
      section.querySelectorAll('.on').forEach((m) => m.classList.remove('on'));
      const same = [...section.querySelectorAll(`a.p[data-n="${mark.dataset.n}"]`)];
      same.forEach((m) => m.classList.add('on'));
      const column = mark.closest('article');
      const other = same.find((m) => m.closest('article') !== column);
      if (other) other.scrollIntoView({ block: 'nearest' });
    });
  }

  return { show, hide, address, receive, visiting };
})();
