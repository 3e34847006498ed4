// What the sandbox has stored, family by family.

import {byId, el, table} from './dom.js';
import {money, tone} from './format.js';
import {Pager} from './pager.js';

const opened = new Set();

const words = name => name.replaceAll('_', ' ');
const timeOf = each => each.created_at ?? (typeof each.created === 'number' ? new Date(each.created * 1000).toISOString() : '');
const amountOf = each => typeof each.amount?.value === 'number' ? money(each.amount.value, each.amount.currency) : '';
const cardOf = card => card?.last4 ? `${card.brand ?? 'card'} ·· ${card.last4}` : undefined;
const aboutOf = each => cardOf(each.payment_method?.card) ?? each.description ?? each.type ?? each.name ?? each.email ?? each.url ?? each.payment_id ?? each.reason ?? '';

function row(each) {
  const id = String(each.id ?? '');
  const details = el('pre', {tabindex: 0, 'aria-label': `JSON of ${id}`, hidden: !opened.has(id)}, JSON.stringify(each, null, 2));
  const toggle = el('button', {
    type: 'button',
    class: 'id mono',
    'data-focus': id,
    'aria-expanded': String(opened.has(id)),
    onclick: () => {
      details.hidden = !details.hidden;
      toggle.setAttribute('aria-expanded', String(!details.hidden));
      details.hidden ? opened.delete(id) : opened.add(id);
    },
  }, id);
  return el('tr', {'data-id': id},
      el('td', {}, toggle, details),
      el('td', {}, each.status ? el('span', {class: `pill ${tone(each.status)}`}, words(String(each.status))) : ''),
      el('td', {class: 'number'}, amountOf(each)),
      el('td', {class: 'about'}, String(aboutOf(each))),
      el('td', {class: 'quiet'}, timeOf(each).replace('T', ' ').replace(/(\.\d+)?Z$/, '')));
}

function families(page, choose) {
  const known = page.families.some(each => each.name === page.family) ? page.families
      : [{name: page.family, size: 0}, ...page.families];
  return el('div', {class: 'chips', role: 'group', 'aria-label': 'Family'}, ...known.map(each => el('button', {
    type: 'button',
    'data-focus': `family-${each.name}`,
    'aria-pressed': String(each.name === page.family),
    onclick: () => choose(each.name),
  }, `${words(each.name)} `, el('span', {class: 'count'}, each.size.toLocaleString('en')))));
}

function draw(page) {
  const chips = families(page, family => pager.restart({family}));
  return page.data.length === 0
      ? [chips, el('p', {class: 'empty'}, `No ${words(page.family)} yet.`)]
      : [chips, table(`The newest of ${words(page.family)}`, ['Id', 'Status', ['Amount', 'number'], 'About', 'Created'], page.data.map(row))];
}

const pager = new Pager(byId('panel-resources'), 'resources', 'after', draw);

export const refreshResources = () => pager.refresh();
