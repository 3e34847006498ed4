// Starts the console: the log is live, the rest is read when something happened and every two seconds.

import {announce} from './announcer.js';
import {get} from './api.js';
import {addToCharts, clearCharts, drawCharts} from './charts.js';
import {startCards} from './cards.js';
import {showClock, startClock, tick} from './clock.js';
import {setText} from './dom.js';
import {refreshFaults, startFaults} from './faults.js';
import {refreshLedger} from './ledger.js';
import {showLimits} from './limits.js';
import {addRequests, clearRequests, startRequests} from './requests.js';
import {refreshResources} from './resources.js';
import {listen} from './stream.js';
import {openTab, startTabs} from './tabs.js';
import {refreshWebhooks} from './webhooks.js';

const PERIOD_MS = 2000;
const SOON_MS = 250;

const PANELS = {
  resources: refreshResources,
  ledger: refreshLedger,
  webhooks: refreshWebhooks,
  cards: async () => {},
};

async function state() {
  const now = await get('state');
  showClock(now);
  showLimits(now);
}

let reading = false;

// One at a time; a sandbox that is gone shows in the header.
async function refresh() {
  if (reading || document.hidden) {
    return;
  }
  reading = true;
  await Promise.allSettled([state(), refreshFaults(), PANELS[openTab()]()]);
  drawCharts();
  reading = false;
}

let soon;

function refreshSoon() {
  soon ??= setTimeout(() => {
    soon = undefined;
    refresh();
  }, SOON_MS);
}

setText('address', location.host);
startRequests();
startFaults();
startClock(refreshSoon);
startTabs(refreshSoon);
startCards();
listen({
  onRequests: batch => {
    addRequests(batch);
    addToCharts(batch);
    refreshSoon();
  },
  onRun: () => {
    clearRequests();
    clearCharts();
    announce('The sandbox was started anew.');
  },
  onMissed: count => announce(`${count} requests came faster than this page could read.`),
});
document.addEventListener('visibilitychange', refreshSoon);
setInterval(refresh, PERIOD_MS);
setInterval(tick, 1000);
refresh();
