import { parse } from '@coachkit/core';
import {
  applyOperations,
  createReplicaReader,
  digestOf,
  operationBatchSchema,
  replicaRequestSchema,
  type DeviceKey,
  type OperationResults,
  type ReplicaDocuments,
  type syncPaths,
} from '@coachkit/core/wire';
import { jsonAnswer } from './mock-refusal.js';
import { bodyOf, partsOf, type MockTenant } from './mock-tenant.js';

/** A part of synchronisation by its name in the contract. */
export type SyncName = keyof typeof syncPaths;

/** By which method each part is asked for. */
export const syncMethods: Readonly<Record<SyncName, 'get' | 'post'>> = {
  operations: 'post',
  replica: 'get',
  replicaDocuments: 'post',
  changes: 'get',
  deviceKey: 'get',
};

/** Answers each part as a server would. */
export const answerSync: Readonly<Record<SyncName, (tenant: MockTenant, request: Request) => Promise<Response>>> = {
  async operations(tenant, request) {
    const parts = partsOf(tenant);
    const { operations } = parse(operationBatchSchema, await bodyOf(request));
    const results = await applyOperations(
      parts,
      operations,
      () => createReplicaReader(parts),
      () => undefined,
    );
    return jsonAnswer({ results } satisfies OperationResults);
  },

  async replica(tenant, request) {
    const manifest = await createReplicaReader(partsOf(tenant)).manifest();
    const ETag = `"${await digestOf(JSON.stringify(manifest))}"`;
    if (request.headers.get('If-None-Match') === ETag) return new Response(null, { status: 304, headers: { ETag } });
    return jsonAnswer(manifest, 200, { ETag });
  },

  async replicaDocuments(tenant, request) {
    const reader = createReplicaReader(partsOf(tenant));
    const { documents } = parse(replicaRequestSchema, await bodyOf(request));
    return jsonAnswer({ documents: await reader.read(documents) } satisfies ReplicaDocuments);
  },

  changes(tenant, request) {
    const { storage } = partsOf(tenant);
    const encoder = new TextEncoder();
    let stop: () => void = () => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const tell = (): void => controller.enqueue(encoder.encode('event: changed\ndata:\n\n'));
        const unsubscribe = storage.subscribe((event) => {
          if (event.type === 'changed') tell();
        });
        stop = unsubscribe;
        request.signal.addEventListener('abort', () => {
          unsubscribe();
          try {
            controller.close();
          } catch {
            // It was cancelled from the other side.
          }
        });
        tell();
      },
      cancel: () => stop(),
    });
    const headers = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' };
    return Promise.resolve(new Response(body, { headers }));
  },

  async deviceKey(tenant) {
    const { tenantId, personId } = partsOf(tenant).actor;
    const bytes = new TextEncoder().encode(`a key for tests: ${tenantId}/${personId}`);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const key = btoa(String.fromCharCode(...digest))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
    return jsonAnswer({ key } satisfies DeviceKey);
  },
};
