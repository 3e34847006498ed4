// The gauge of the rate limit.

import {byId, el, setText} from './dom.js';

function gauge(remaining, burst) {
  const share = remaining.requests / burst;
  return el('label', {class: 'gauge'},
      el('span', {class: 'mono quiet'}, remaining.owner),
      el('meter', {min: 0, max: burst, low: burst * 0.2, optimum: burst, value: remaining.requests, 'data-low': share < 0.2},
          `${remaining.requests} of ${burst}`));
}

export function showLimits({plan, remaining}) {
  if (!plan) {
    setText('remaining', 'No limit');
    setText('plan', 'start with --plan standard to have one');
    byId('gauges').replaceChildren();
    return;
  }
  const least = remaining.reduce((min, each) => Math.min(min, each.requests), plan.burst);
  setText('remaining', `${least} of ${plan.burst} left`);
  setText('plan', `${plan.per_minute} a minute, ${plan.burst} at once`);
  byId('gauges').replaceChildren(...remaining.slice(0, 3).map(each => gauge(each, plan.burst)));
}
