// The test cards, each with a button that copies its number.

import {announce} from './announcer.js';
import {get} from './api.js';
import {byId, el, table} from './dom.js';

function copy(card) {
  return el('button', {
    type: 'button',
    class: 'small',
    'aria-label': `Copy ${card.number}`,
    onclick: async () => {
      await navigator.clipboard.writeText(card.number).then(
          () => announce(`${card.number} was copied.`), () => announce('The browser does not let the page copy.'));
    },
  }, 'Copy');
}

const row = card => el('tr', {},
    el('td', {class: 'mono'}, card.number),
    el('td', {class: 'mono'}, card.name),
    el('td', {}, card.effect.replaceAll('`', '')),
    el('td', {class: 'number'}, copy(card)));

export async function startCards() {
  const {data} = await get('cards');
  byId('panel-cards').replaceChildren(
      table('Cards that decide what becomes of a payment', ['Number', 'TestCards', 'Payment', ['Action', 'number']], data.map(row)));
}
