// The requests as they end, by server-sent events, handed on once a frame.

import {byId} from './dom.js';

const STATES = {
  opening: 'Connecting',
  open: 'Live',
  lost: 'Disconnected, trying again',
};

function show(state) {
  const live = byId('live');
  if (live.dataset.state !== state) {
    live.dataset.state = state;
    live.textContent = STATES[state];
  }
}

// Calls onRequests with those that came since the last time, and onRun when another sandbox has taken the port.
export function listen({onRequests, onRun, onMissed}) {
  let waiting = [];
  let run;
  const source = new EventSource('/_sandbox/stream');

  const flush = () => {
    const batch = waiting;
    waiting = [];
    onRequests(batch);
  };
  source.addEventListener('open', () => show('open'));
  source.addEventListener('error', () => show('lost'));
  source.addEventListener('missed', event => onMissed(Number(event.data)));
  source.addEventListener('run', event => {
    const next = JSON.parse(event.data).run;
    if (run !== undefined && next !== run) {
      waiting = [];
      onRun();
    }
    run = next;
  });
  source.addEventListener('message', event => {
    waiting.push(JSON.parse(event.data));
    if (waiting.length === 1) {
      // not by frames, which a hidden page does not have
      setTimeout(flush, 100);
    }
  });
}
