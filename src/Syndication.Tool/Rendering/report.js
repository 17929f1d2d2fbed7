(() => {
  'use strict';
  const frame = document.getElementById('page');
  const why = document.createElement('p');
  why.id = 'why';
  why.setAttribute('role', 'status');
  let current = 0;
  let shown = [];

  const inFrame = () => frame ? frame.contentDocument : null;
  const marksOf = n => inFrame() ? [...inFrame().querySelectorAll('issue-block[data-b="' + n + '"],a[data-n="' + n + '"]')] : [];
  const rowOf = n => document.getElementById('b' + n);
  const partOf = n => {
    const link = rowOf(n).querySelector('a.number');
    return document.getElementById(link.getAttribute('href').slice(1));
  };
  const isSeen = element => [...element.getClientRects()].some(box => box.width * box.height > 1);

  function clear() {
    for (const element of shown) element.removeAttribute('data-shown');
    shown = [];
    const all = [...document.querySelectorAll('.selected'), ...(inFrame() ? inFrame().querySelectorAll('[data-selected]') : [])];
    for (const element of all) {
      element.classList.remove('selected');
      element.removeAttribute('data-selected');
    }
  }

  // What the page hides is shown for as long as it is selected.
  function reveal(mark) {
    for (let at = mark.parentElement; at; at = at.parentElement) {
      at.setAttribute('data-shown', '');
      shown.push(at);
      if (isSeen(mark)) return true;
    }
    return false;
  }

  function explain(n, part) {
    const words = rowOf(n).querySelector('.why');
    why.replaceChildren(...[...words.childNodes].map(node => node.cloneNode(true)));
    const head = part.querySelector(':scope > h3, :scope > h4, :scope > h5, :scope > h6, :scope > .item-title');
    if (head) head.after(why); else part.append(why);
  }

  function select(n, from) {
    if (!rowOf(n)) return;
    clear();
    current = n;
    const marks = marksOf(n);
    const row = rowOf(n);
    const part = partOf(n);
    for (const mark of marks) mark.setAttribute('data-selected', '');
    row.classList.add('selected');
    part.classList.add('selected');
    explain(n, part);
    const mark = marks.find(element => element.hasAttribute('data-b'));
    const seen = mark ? isSeen(mark) || reveal(mark) : false;
    if (from !== 'page') {
      if (seen) {
        mark.scrollIntoView({ block: 'center' });
      } else {
        const rest = row.closest('details');
        if (rest) rest.open = true;
        row.scrollIntoView({ block: 'center' });
      }
    }
    if (from !== 'issue') part.scrollIntoView({ block: part.offsetHeight > innerHeight / 2 ? 'start' : 'center' });
    history.replaceState(null, '', '#b' + n);
  }

  function step(event, from) {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = current + by;
    if (!rowOf(next)) return;
    event.preventDefault();
    select(next, from);
    const target = from === 'page'
      ? marksOf(next).find(element => element.hasAttribute('data-n'))
      : from === 'list' ? rowOf(next).querySelector('a.number') : partOf(next).querySelector('a.number[href="#b' + next + '"]');
    if (target) target.focus({ preventScroll: from !== 'issue' });
    if (from === 'page') marksOf(next).slice(0, 1).forEach(mark => mark.scrollIntoView({ block: 'center' }));
  }

  document.addEventListener('click', event => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest('a[href]');
    const row = event.target.closest('.block');
    const part = event.target.closest('.issue .part');
    if (link) {
      const to = /^#([bo])(\d+)$/.exec(link.getAttribute('href'));
      if (!to) return;
      event.preventDefault();
      if (to[1] === 'b') select(+to[2], 'issue');
      else select(row ? +row.id.slice(1) : current, row ? 'list' : 'none');
    } else if (row) {
      select(+row.id.slice(1), 'list');
    } else if (part) {
      const first = part.querySelector('a[href^="#b"]');
      if (first) select(+first.getAttribute('href').slice(2), 'issue');
    }
  });

  document.addEventListener('keydown', event => {
    const link = event.target.closest('a.number');
    if (link) step(event, link.closest('.block') ? 'list' : 'issue');
  });

  function wire() {
    const page = inFrame();
    if (!page || page.documentElement.hasAttribute('data-wired')) return;
    page.documentElement.setAttribute('data-wired', '');
    page.addEventListener('click', event => {
      event.preventDefault();
      const mark = event.target.closest('issue-block, a[data-n]');
      if (mark) select(+(mark.dataset.b || mark.dataset.n), 'page');
    });
    page.addEventListener('keydown', event => {
      const number = event.target.closest('a[data-n]');
      if (!number) return;
      if (+number.dataset.n !== current) current = +number.dataset.n;
      step(event, 'page');
    });
    document.documentElement.setAttribute('data-wired', '');
    if (document.readyState === 'complete') begin(); else addEventListener('load', begin);
  }

  // The browser has gone to the block in the list, and has opened that.
  function begin() {
    const start = /^#b(\d+)$/.exec(location.hash);
    if (!start) return;
    setTimeout(() => {
      const rest = rowOf(+start[1])?.closest('details:not(.unseen)');
      if (rest) rest.open = false;
      select(+start[1], 'none');
    }, 50);
  }

  if (frame) {
    frame.addEventListener('load', wire);
    if (inFrame()?.querySelector('issue-block')) wire();
  }
})();
