// The deliveries of events, each with a button that sends it again.

import {attempt} from './announcer.js';
import {post} from './api.js';
import {byId, el, table} from './dom.js';
import {tone} from './format.js';
import {Pager} from './pager.js';

function again(each) {
  return el('button', {
    type: 'button',
    class: 'small',
    'data-focus': `${each.event} ${each.endpoint}`,
    'aria-label': `Send ${each.type} ${each.event} again to ${each.url}`,
    onclick: async () => {
      await attempt(() => post('deliveries', {event: each.event, endpoint: each.endpoint}), `${each.type} was sent again.`);
      pager.refresh();
    },
  }, 'Send again');
}

function result(each) {
  const times = each.attempts === 1 ? '1 attempt' : `${each.attempts} attempts`;
  return `${times}${each.status ? `, last ${each.status}` : each.attempts > 0 && each.state !== 'delivered' ? ', no response' : ''}`;
}

function row(each) {
  return el('tr', {'data-event': each.event, 'data-state': each.state},
      el('td', {}, el('span', {class: `pill ${tone(each.state)}`}, each.state.replace('_', ' '))),
      el('td', {}, each.type),
      el('td', {class: 'mono'}, each.event),
      el('td', {class: 'mono about', title: each.url}, each.url),
      el('td', {class: 'quiet'}, result(each)),
      el('td', {class: 'number'}, again(each)));
}

function draw(page) {
  return page.data.length === 0
      ? [el('p', {class: 'empty'}, 'No event was delivered yet. Create a webhook endpoint, or start with --forward-to URL.')]
      : [table('The newest deliveries', ['State', 'Event', 'Id', 'To', 'Result', ['Action', 'number']], page.data.map(row))];
}

const pager = new Pager(byId('panel-webhooks'), 'deliveries', 'offset', draw);

export const refreshWebhooks = () => pager.refresh();
