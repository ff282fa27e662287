import { Documents, type Kept } from '../../documents.js';
import { documentSchemas, type DocumentBodies, type DomainKind } from '../../model/document-bodies.js';
import { monthly } from '../../model/cadence.js';
import type { Clock } from '../../ports/clock.js';
import type { Actor } from '../../ports/identity.js';
import type { JsonObject, Storage } from '../../ports/storage.js';
import { markOf } from '../../wire/document-mark.js';
import type { DocumentName, ReplicaManifest, WireDocument } from '../../wire/sync-routes.js';
import type { UseCaseContext } from '../context.js';
import { candidates } from './candidates.js';
import { holds } from './holds.js';
import { replicaScope, type ReplicaScope } from './scope.js';

/** What the devices of one person may hold. What the person may not read is not in it. */
export interface ReplicaReader {
  /** Every document by name and version, ordered by kind and id. */
  manifest(): Promise<ReplicaManifest>;
  /** Those of the documents that exist and that the person may hold, in the order asked for. */
  read(names: readonly DocumentName[]): Promise<readonly WireDocument[]>;
}

/** A reader for one actor; what the actor may hold is decided once, when it is first asked. */
export function createReplicaReader(parts: {
  readonly storage: Storage;
  readonly actor: Actor;
  readonly clock: Clock;
}): ReplicaReader {
  const context = readingContext(parts);
  let decided: Promise<ReplicaScope> | undefined;
  const scopeOf = (): Promise<ReplicaScope> => (decided ??= replicaScope(context));

  return {
    async manifest() {
      const scope = await scopeOf();
      const found = new Map<string, ReplicaManifest['documents'][number]>();
      for (const kept of await candidates(context, scope)) {
        const { id } = kept.body;
        if (await isHeld(kept, scope, context)) found.set(`${kept.kind}/${id}`, entryOf(kept));
      }
      const names = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
      return { documents: names.map(([, entry]) => entry) };
    },

    async read(names) {
      const scope = await scopeOf();
      const documents = await Promise.all(
        names.map(async ({ kind, id }): Promise<WireDocument | undefined> => {
          if (!isDomainKind(kind)) return undefined;
          const kept = await context.documents.find(kind, id);
          if (kept === undefined || !(await isHeld(kept, scope, context))) return undefined;
          return { kind, id, version: kept.version, body: bodyFor(kept, scope) };
        }),
      );
      return documents.filter((document) => document !== undefined);
    },
  };
}

function isHeld<Kind extends DomainKind>(
  { kind, body }: Kept<Kind>,
  scope: ReplicaScope,
  context: UseCaseContext,
): boolean | Promise<boolean> {
  return holds[kind]?.(body, scope, context) ?? false;
}

function entryOf({ kind, version, body }: Kept<DomainKind>): ReplicaManifest['documents'][number] {
  const mark = markOf(kind, body as unknown as JsonObject);
  return { kind, id: body.id, version, ...(mark !== undefined && { mark }) };
}

/** Of somebody else a device knows what it has to show and to reckon with. */
function bodyFor({ kind, body }: Kept<DomainKind>, { personId }: ReplicaScope): JsonObject {
  if (kind !== 'person' || body.id === personId) return body as unknown as JsonObject;
  const { id, name, jobTitle, timeZone } = body as DocumentBodies['person'];
  return { id, name, ...(jobTitle !== undefined && { jobTitle }), timeZone };
}

function isDomainKind(kind: string): kind is DomainKind {
  return Object.hasOwn(documentSchemas, kind);
}

/** A context that only reads. */
function readingContext({
  storage,
  actor,
  clock,
}: {
  readonly storage: Storage;
  readonly actor: Actor;
  readonly clock: Clock;
}): UseCaseContext {
  return {
    actor,
    clock,
    documents: new Documents(storage, () => undefined),
    newId: () => '',
    rules: { cadence: monthly, durationMinutes: 60, correctionDays: 7, threshold: 5 },
    emit: () => undefined,
    skills: undefined,
    lms: undefined,
  };
}
