// The sandbox's clock, and buttons that move it on.

import {attempt} from './announcer.js';
import {post} from './api.js';
import {byId, el, setText} from './dom.js';
import {utc} from './format.js';

const STEPS = [['1 min', 60, 'a minute'], ['1 h', 3600, 'an hour'], ['1 d', 86400, 'a day'], ['7 d', 604800, 'seven days']];

let clock;
let read;

export function showClock(state) {
  clock = state.clock;
  read = Date.now();
  const ahead = Math.round((clock.now - read) / 1000);
  setText('clock-note', note(ahead));
  tick();
}

function note(ahead) {
  if (!clock.runs) {
    return 'UTC; stands still until moved';
  }
  return ahead > 1 ? `UTC; ${span(ahead)} ahead of this machine` : 'UTC; runs with this machine';
}

function span(seconds) {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor(seconds % 86400 / 3600);
  const minutes = Math.floor(seconds % 3600 / 60);
  return [days && `${days} d`, hours && `${hours} h`, minutes && `${minutes} min`].filter(Boolean).join(' ') || `${seconds} s`;
}

export function tick() {
  if (clock) {
    setText('now', utc(clock.now + (clock.runs ? Date.now() - read : 0)));
  }
}

export function startClock(changed) {
  byId('advance').append(...STEPS.map(([label, seconds, words]) => el('button', {
    type: 'button',
    'data-seconds': seconds,
    'aria-label': `Advance the clock by ${words}`,
    onclick: async () => {
      const state = await attempt(() => post('clock', {seconds}), `The clock was advanced by ${words}.`);
      if (state) {
        showClock(state);
        changed();
      }
    },
  }, `+${label}`)));
}
