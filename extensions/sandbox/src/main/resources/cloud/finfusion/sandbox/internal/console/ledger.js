// The money that was really moved, with the count for each idempotency key.

import {byId, el, table} from './dom.js';
import {money} from './format.js';
import {Pager} from './pager.js';

function times(each) {
  if (!each.key) {
    return el('span', {class: 'quiet'}, 'no key');
  }
  return el('span', {class: each.times > 1 && each.kind === 'charge' ? 'pill bad' : 'quiet', 'data-times': each.times},
      each.times > 1 && each.kind === 'charge' ? `${each.times} times charged` : each.times === 1 ? 'once' : `${each.times} times`);
}

function row(each) {
  return el('tr', {'data-resource': each.resource},
      el('td', {}, el('span', {class: `pill ${each.kind === 'charge' ? 'good' : 'plain'}`}, each.kind)),
      el('td', {class: 'number'}, money(each.amount, each.currency)),
      el('td', {class: 'mono'}, each.resource),
      el('td', {}, each.operation),
      el('td', {class: 'mono quiet'}, each.key ?? ''),
      el('td', {}, times(each)));
}

function draw(page) {
  return page.data.length === 0
      ? [el('p', {class: 'empty'}, 'No money was moved yet.')]
      : [table('The newest movements of money', ['Kind', ['Amount', 'number'], 'Resource', 'Operation', 'Key', 'For this key'], page.data.map(row))];
}

const pager = new Pager(byId('panel-ledger'), 'ledger', 'offset', draw);

export const refreshLedger = () => pager.refresh();
