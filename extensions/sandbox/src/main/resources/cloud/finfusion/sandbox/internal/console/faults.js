// The faults: what is injected into the next requests of an operation.

import {attempt} from './announcer.js';
import {get, post} from './api.js';
import {byId, el, setText} from './dom.js';

const KINDS = [
  ['503', '503, service unavailable'],
  ['500', '500, internal error'],
  ['502', '502, bad gateway'],
  ['504', '504, gateway timeout'],
  ['429', '429, too many requests'],
  ['401', '401, unauthorised'],
  ['409', '409, conflict'],
  ['drop', 'drop: closed before the work'],
  ['drop-after-work', 'drop after the work is done'],
  ['reset', 'reset before the work'],
  ['reset-after-work', 'reset after the work is done'],
  ['truncate', 'truncate: half of the response'],
];
const PREFERRED = 'payments.create';

function item(queued) {
  return el('li', {'data-operation': queued.operation, 'data-fault': queued.fault},
      el('span', {}, queued.operation),
      el('span', {class: 'quiet'}, el('span', {class: 'pill bad'}, queued.fault), ` next ${queued.times}`),
      el('button', {
        type: 'button',
        class: 'small',
        'aria-label': `Clear the faults of ${queued.operation}`,
        onclick: () => clear({operation: queued.operation}, `The faults of ${queued.operation} were cleared.`),
      }, 'Clear'));
}

// Said by a program; it has no switch of its own.
function rule(each) {
  return el('li', {'data-fault': each.fault},
      el('span', {}, each.operation || 'all operations'),
      el('span', {class: 'quiet'}, el('span', {class: 'pill bad'}, each.fault),
          each.always ? ' from now on' : ` next ${each.times}`));
}

function random(shares) {
  if (shares.length === 0) {
    return [];
  }
  const share = shares[0].share;
  const of = shares.length === 1 ? shares[0].operation : `${shares.length} operations`;
  return [el('li', {}, el('span', {}, of),
      el('span', {class: 'quiet'}, el('span', {class: 'pill warn'}, 'random'), ` ${(share * 100).toFixed(1)} % of the requests`))];
}

async function clear(which, done) {
  const faults = await attempt(() => post('faults/clear', which), done);
  if (faults) {
    show(faults);
    byId('fault-operation').focus();
  }
}

let last = '';

function show(faults) {
  const text = JSON.stringify(faults);
  if (text === last) {
    return; // the buttons keep the focus
  }
  last = text;
  const select = byId('fault-operation');
  if (select.childElementCount === 0) {
    select.append(...faults.operations.map(name => el('option', {value: name, selected: name === PREFERRED}, name)));
  }
  byId('fault-list').replaceChildren(...faults.queued.map(item), ...faults.rules.map(rule), ...random(faults.random));
  byId('fault-clear').hidden = faults.queued.length + faults.rules.length + faults.random.length === 0;
  const injected = faults.injected === 1 ? '1 request got a fault' : `${faults.injected} requests got a fault`;
  setText('faults-note', faults.injected > 0 ? injected : 'no request got a fault so far');
}

export async function refreshFaults() {
  show(await get('faults'));
}

export function startFaults() {
  byId('fault-kind').append(...KINDS.map(([value, words]) => el('option', {value}, words)));
  byId('fault-form').addEventListener('submit', async event => {
    event.preventDefault();
    const operation = byId('fault-operation').value;
    const fault = byId('fault-kind').value;
    const times = Number(byId('fault-times').value);
    const faults = await attempt(() => post('faults', {operation, fault, times}),
        `The next ${times === 1 ? 'request' : `${times} requests`} of ${operation} will get ${fault}.`);
    if (faults) {
      show(faults);
    }
  });
  byId('fault-clear').addEventListener('click', () => clear({}, 'All faults were cleared.'));
}
