import type { Actor, Storage, StorageSource, StoredDocument } from '@coachkit/core';
import { createHandler } from '@coachkit/server';
import { toNodeListener } from '@coachkit/server/node';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { actorOf } from '../../support/server/actor-headers.ts';

// Saves of a draft that are read, checked and answered and kept nowhere: by the handler, or on node:http by hand.
const { by } = JSON.parse(process.argv[2] ?? '') as { readonly by: 'hand' | 'product' };
const server = createServer(by === 'hand' ? byHand : byProduct());
server.listen(0, '127.0.0.1', () => console.log(`listening ${(server.address() as AddressInfo).port}`));

function byProduct(): RequestListener {
  const pair = { id: 'pair', managerId: 'm0', employeeId: 'e0', start: '2020-01-01' };
  const cadences = [{ cadence: { unit: 'month', every: 1 }, from: '2020-01-01' }];
  const documents: Readonly<Record<string, StoredDocument>> = {
    person: { kind: 'person', id: 'm0', version: 1, body: { id: 'm0', name: 'Priya', timeZone: 'Europe/London' } },
    relationship: { kind: 'relationship', id: 'pair', version: 1, body: { ...pair, cadences } },
  };
  const nothing: Storage = {
    capabilities: { level: 'server', hearsOthers: true, encryptsWords: false },
    status: { level: 'server', readOnly: false },
    get: (kind) => Promise.resolve(documents[kind]),
    query: () => Promise.resolve({ documents: [] }),
    commit: () => Promise.resolve({ level: 'server' }),
    subscribe: () => () => undefined,
    wipe: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const storage: StorageSource = {
    storageFor: (_actor: Actor) => nothing,
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const authenticate = ({ headers }: Request) => actorOf((name) => headers.get(name));
  return toNodeListener(createHandler({ storage, authenticate, limits: { burst: 1e9, perSecond: 1e9 } }));
}

function byHand(request: IncomingMessage, response: ServerResponse): void {
  saveByHand(request, response).catch(() => response.destroy());
}

async function saveByHand(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const personId = request.headers['x-person'];
  if (request.method !== 'PUT' || request.url !== '/v1/drafts' || typeof personId !== 'string')
    return void response.writeHead(404).end();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { draft, version } = JSON.parse(Buffer.concat(chunks).toString()) as {
    readonly draft: Readonly<Record<string, unknown>>;
    readonly version: number;
  };
  if (!isDraft(draft) || !Number.isInteger(version)) return void response.writeHead(400).end();
  const id = `${personId}/${String(draft['relationshipId'])}`;
  const kept = { ...draft, id, authorId: personId, updatedAt: new Date().toISOString() };
  const text = JSON.stringify({ value: { version: version + 1, draft: kept }, level: 'server' });
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text);
}

function isDraft(draft: Readonly<Record<string, unknown>>): boolean {
  const { relationshipId, date, durationMinutes, reviews, focusQuery, points, actions, quickEntry } = draft;
  const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 600;
  const isList = (value: unknown, is: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);
  return (
    typeof relationshipId === 'string' &&
    /^[\w.:-]{1,128}$/.test(relationshipId) &&
    isText(date) &&
    Number.isInteger(durationMinutes) &&
    isList(reviews, (review) => typeof (review as { actionId?: unknown }).actionId === 'string') &&
    isText(focusQuery) &&
    isList(points, isText) &&
    isList(actions, (action) => isText((action as { text?: unknown }).text)) &&
    isText(quickEntry)
  );
}
