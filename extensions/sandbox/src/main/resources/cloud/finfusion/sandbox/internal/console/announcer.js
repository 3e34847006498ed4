// Says in words what happened: to a screen reader politely, and for a moment on the page.

import {byId} from './dom.js';

const SHOWN_MS = 4000;
let hide;

export function announce(text) {
  byId('announcer').textContent = text;
  const toast = byId('toast');
  toast.textContent = text;
  toast.dataset.shown = '';
  clearTimeout(hide);
  hide = setTimeout(() => delete toast.dataset.shown, SHOWN_MS);
}

// Runs an action, and says how it ended.
export async function attempt(action, done) {
  try {
    const result = await action();
    announce(done);
    return result;
  } catch (error) {
    announce(error.message);
    return undefined;
  }
}
