import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handMadeSqlite, type RecordInput } from './hand-made-sqlite.ts';

// The same two requests on node:http and the driver alone. It says on its standard output where it listens.
const { file } = JSON.parse(process.argv[2] ?? '') as { readonly file: string };
const handMade = handMadeSqlite(file);

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => send(response, 500, { title: String(error) }));
});
server.listen(0, '127.0.0.1', () => console.log(`listening ${(server.address() as AddressInfo).port}`));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '', headers } = request;
  const personId = headers['x-person'];
  if (typeof personId !== 'string') return send(response, 401, { title: 'auth-required' });
  const [, , group, id = '', part] = url.split('/');
  if (method === 'GET' && group === 'sessions') return send(response, 200, handMade.read(personId, id));
  if (method !== 'POST' || group !== 'relationships' || part !== 'records')
    return send(response, 404, { title: 'not-found' });
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const input: unknown = JSON.parse(Buffer.concat(chunks).toString());
  if (!isRecord(input)) return send(response, 400, { title: 'invalid-input' });
  const operationId = String(headers['idempotency-key'] ?? '');
  return send(response, 201, handMade.record(personId, operationId, id, input));
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text);
}

function isRecord(value: unknown): value is RecordInput {
  const { date, durationMinutes, focus, points, reviews, actions } = value as Partial<RecordInput>;
  return (
    /^\d{4}-\d\d-\d\d$/.test(date ?? '') &&
    Number.isInteger(durationMinutes) &&
    typeof focus?.label === 'string' &&
    focus.label.length <= 160 &&
    isList(points, (point) => typeof point === 'string' && point.length > 0 && point.length <= 600) &&
    isList(reviews, ({ actionId, outcome }) => isId(actionId) && ['done', 'keep', 'drop'].includes(outcome)) &&
    isList(
      actions,
      ({ id, ownerId, text, dueDate }) => isId(id) && isId(ownerId) && text.length <= 400 && dueDate.length === 10,
    )
  );
}

function isList<Item>(value: readonly Item[] | undefined, is: (item: Item) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[\w.:-]{1,128}$/.test(value);
}
