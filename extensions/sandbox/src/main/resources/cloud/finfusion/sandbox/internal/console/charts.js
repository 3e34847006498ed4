// Latency and errors of the last five minutes, as small drawings.

import {byId, setText, svg} from './dom.js';
import {ms} from './format.js';

const BUCKETS = 60;
const BUCKET_MS = 5000;
const MAX_SAMPLES = 500;
const WIDTH = 300;
const HEIGHT = 56;

let buckets = new Map();

const bucketOf = millis => Math.floor(millis / BUCKET_MS);
const failed = status => status === 'closed' || Number(status) >= 500;
const refused = status => Number(status) >= 400 && Number(status) < 500;

export function addToCharts(batch) {
  for (const request of batch) {
    const index = bucketOf(request.at);
    const bucket = buckets.get(index) ?? {times: [], count: 0, failed: 0, refused: 0};
    bucket.count++;
    sample(bucket, request.ms);
    bucket.failed += failed(request.status) ? 1 : 0;
    bucket.refused += refused(request.status) ? 1 : 0;
    buckets.set(index, bucket);
  }
}

// Of many requests some, each with the same chance, so that a drawing takes the same time.
function sample({times, count}, value) {
  const at = times.length < MAX_SAMPLES ? times.length : Math.floor(Math.random() * count);
  if (at < MAX_SAMPLES) {
    times[at] = value;
  }
}

export function clearCharts() {
  buckets = new Map();
  drawCharts();
}

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const sorted = times => Float64Array.from(times).sort();

function recent() {
  const last = bucketOf(Date.now());
  for (const index of buckets.keys()) {
    if (index <= last - BUCKETS) {
      buckets.delete(index);
    }
  }
  return Array.from({length: BUCKETS}, (_, i) => buckets.get(last - BUCKETS + 1 + i));
}

function picture(label, ...shapes) {
  return svg('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label}, ...shapes);
}

const base = () => svg('line', {x1: 0, x2: WIDTH, y1: HEIGHT - 0.5, y2: HEIGHT - 0.5, class: 'axis'});

function bar(index, value, max, className) {
  const height = value === 0 ? 0 : Math.min(HEIGHT - 2, Math.max(2, value / max * (HEIGHT - 2)));
  const width = WIDTH / BUCKETS;
  return svg('rect', {x: index * width + 0.5, y: HEIGHT - height, width: width - 1, height, rx: 1, class: className});
}

function drawLatency(rows) {
  const times = sorted(rows.flatMap(row => row?.times ?? []));
  if (times.length === 0) {
    setText('latency', '–');
    setText('latency-note', 'no request in five minutes');
    byId('latency-chart').replaceChildren(picture('No request in the last five minutes', base()));
    return;
  }
  const median = `${ms(quantile(times, 0.5))} ms`;
  const late = `${ms(quantile(times, 0.95))} ms`;
  setText('latency', median);
  setText('latency-note', `median; 95 % within ${late}`);
  const high = rows.map(row => row ? quantile(sorted(row.times), 0.95) : 0);
  // a single late one would make all others flat
  const max = Math.max(1, Math.min(Math.max(...high), 3 * quantile(times, 0.95)));
  byId('latency-chart').replaceChildren(picture(
      `Latency of the last five minutes: median ${median}, 95 percent within ${late}`,
      base(), ...high.flatMap((value, i) => value ? [bar(i, value, max, 'bar high')] : []),
      ...rows.flatMap((row, i) => row ? [bar(i, quantile(sorted(row.times), 0.5), max, 'bar')] : [])));
}

function drawErrors(rows) {
  const sum = read => rows.reduce((all, row) => all + (row ? read(row) : 0), 0);
  const all = sum(row => row.count);
  const failures = sum(row => row.failed);
  const refusals = sum(row => row.refused);
  setText('errors', all.toLocaleString('en'));
  setText('errors-note', `${failures} failed, ${refusals} refused, in five minutes`);
  const max = Math.max(...rows.map(row => row?.count ?? 0), 1);
  byId('errors-chart').replaceChildren(picture(
      `Requests of the last five minutes: ${all}, of which ${failures} failed and ${refusals} were refused`,
      base(), ...rows.flatMap((row, i) => row ? [
        bar(i, row.count, max, 'bar calm'),
        bar(i, row.failed + row.refused, max, 'bar refused'),
        bar(i, row.failed, max, 'bar failed'),
      ] : [])));
}

export function drawCharts() {
  const rows = recent();
  drawLatency(rows);
  drawErrors(rows);
}
