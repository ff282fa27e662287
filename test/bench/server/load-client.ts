import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import type { Load, LoadFigures } from './load.ts';

// Clients over kept connections. They write bare HTTP, so that the machine is left to the server.
const load = JSON.parse(readFileSync(0, 'utf8')) as Load;
const { hostname, port } = new URL(load.origin);
const latencies: number[] = [];
let until = 0;

const day = 24 * 60 * 60 * 1000;

function requestOf(client: number, turn: number): string {
  const pair = load.pairs[client % load.pairs.length];
  if (load.kind === 'plain' || pair === undefined) return load.requests?.[turn % load.requests.length] ?? '';
  const { managerId, employeeId, relationshipId } = pair;
  const date = (place: number): string => new Date(Date.UTC(2000, 0, 3) + place * day).toISOString().slice(0, 10);
  const common = `Host: test\r\nx-person: ${managerId}\r\n`;
  if (load.kind === 'read')
    return `GET /v1/sessions/${relationshipId}.${date(turn % load.from)} HTTP/1.1\r\n${common}\r\n`;
  const at = load.from + turn;
  const ids = [1, 2].map((place) => `a-${client}-${at}-${place}`);
  const earlier = turn === 0 ? [] : [1, 2].map((place) => `a-${client}-${at - 1}-${place}`);
  const body = JSON.stringify({
    date: date(at),
    durationMinutes: 50,
    focus: { kind: 'skill-development', label: 'Negotiation', skillId: 'skill-negotiation' },
    points: ['He led two renewal calls on his own.', 'The opening went as planned.', 'Name the trade-off first.'],
    reviews: earlier.map((actionId) => ({ actionId, outcome: 'done' })),
    actions: ids.map((id) => ({
      id,
      text: 'Draft three trade-off questions',
      ownerId: employeeId,
      dueDate: '2099-01-01',
    })),
  });
  const headers = `coachkit-version: 1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return `POST /v1/relationships/${relationshipId}/records HTTP/1.1\r\n${common}idempotency-key: op-${client}-${at}\r\n${headers}\r\n${body}`;
}

function run(client: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    socket.setNoDelay(true);
    let [turn, sentAt, received, wanted] = [0, 0, 0, 0];
    let head = '';
    const next = (): void => {
      [received, wanted, head] = [0, 0, ''];
      sentAt = performance.now();
      socket.write(requestOf(client, turn));
      turn += 1;
    };
    socket.once('connect', next);
    socket.once('error', reject);
    socket.on('data', (part: Buffer) => {
      received += part.length;
      if (wanted === 0) {
        head += part.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const [, length = '0'] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
        wanted = end + 4 + Number(length);
        if (!/^HTTP\/1\.1 20/.test(head)) return void reject(new Error(head));
      }
      if (received < wanted) return;
      latencies.push(performance.now() - sentAt);
      if (performance.now() < until) next();
      else {
        socket.destroy();
        resolve();
      }
    });
  });
}

const start = performance.now();
until = start + load.seconds * 1000;
try {
  await Promise.all(Array.from({ length: load.connections }, (_, client) => run(client)));
} catch (error) {
  console.log(String(error));
  process.exit(1);
}
const seconds = (performance.now() - start) / 1000;
const sorted = latencies.sort((one, other) => one - other);
const figures: LoadFigures = {
  throughput: sorted.length / seconds,
  p95: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
  count: sorted.length,
};
console.log(JSON.stringify(figures));
