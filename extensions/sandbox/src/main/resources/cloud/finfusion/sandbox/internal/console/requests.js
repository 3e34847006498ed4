// The live log: the newest requests first.

import {announce} from './announcer.js';
import {byId, el, setText} from './dom.js';
import {ms, timeOf, tone} from './format.js';

const MAX_ROWS = 200;

let shown = [];
let total = 0;
let held = [];

function row(request) {
  return el('tr', {'data-number': request.number, 'data-status': request.status, 'data-operation': request.operation},
      el('td', {class: 'quiet'}, timeOf(request.at)),
      el('td', {class: 'method'}, request.method),
      el('td', {class: 'mono path', title: request.path}, request.path),
      el('td', {}, request.operation ?? '–'),
      el('td', {}, el('span', {class: `pill ${tone(request.status)}`}, request.status)),
      el('td', {class: 'number'}, ms(request.ms)),
      el('td', {class: 'mono quiet'}, request.key ?? ''));
}

const textOf = request =>
    `${request.method} ${request.path} ${request.operation ?? ''} ${request.status} ${request.key ?? ''}`.toLowerCase();

function matches(request) {
  return byId('filter').value.toLowerCase().split(/\s+/).every(word => textOf(request).includes(word));
}

function render() {
  byId('request-rows').replaceChildren(...shown.filter(matches).map(row));
  byId('requests-empty').hidden = shown.length > 0;
}

function count() {
  const more = held.length > 0 ? `, ${held.length} held back` : '';
  setText('requests-count', total > 0 ? `${total.toLocaleString('en')} in all${more}` : '');
}

const paused = () => byId('pause').getAttribute('aria-pressed') === 'true';

export function addRequests(batch) {
  total = batch.at(-1).number;
  if (paused()) {
    held = held.concat(batch).slice(-MAX_ROWS);
    count();
    return;
  }
  const newest = batch.slice(-MAX_ROWS).reverse();
  shown = newest.concat(shown).slice(0, MAX_ROWS);
  const rows = byId('request-rows');
  rows.prepend(...newest.filter(matches).map(row));
  while (rows.childElementCount > MAX_ROWS) {
    rows.lastElementChild.remove();
  }
  byId('requests-empty').hidden = true;
  count();
}

export function clearRequests() {
  shown = [];
  held = [];
  total = 0;
  render();
  count();
}

export function startRequests() {
  setText('base', location.origin);
  byId('filter').addEventListener('input', render);
  byId('pause').addEventListener('click', () => {
    const now = !paused();
    byId('pause').setAttribute('aria-pressed', String(now));
    byId('pause').textContent = now ? 'Go on' : 'Pause';
    if (!now && held.length > 0) {
      const batch = held;
      held = [];
      addRequests(batch);
    }
    announce(now ? 'The list of requests stands still.' : 'The list of requests goes on.');
  });
}
