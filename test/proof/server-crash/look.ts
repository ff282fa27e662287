import type { DocumentKind, JsonObject, Storage } from '@coachkit/core';
import type { Entry, Ledger } from './ledger.ts';

/** What is wrong with what a server has kept. */
export interface Findings {
  /** Acknowledged operations without their effect. */
  readonly missing: readonly string[];
  /** Documents without those of the same commit. */
  readonly half: readonly string[];
  /** Operations whose effect is there more than once. */
  readonly doubled: readonly string[];
}

type Bodies = ReadonlyMap<string, JsonObject>;

/** Looks at every document of a tenant. */
export async function look(storage: Storage, ledger: Ledger): Promise<Findings> {
  const all = async (kind: DocumentKind): Promise<Bodies> => {
    const { documents } = await storage.query(kind, { index: 'id' });
    return new Map(documents.map(({ id, body, version }) => [id, { ...body, documentVersion: version }]));
  };
  const [sessions, contents, versions, facts, evidence, actions, comments, drafts, operations] = [
    await all('session'),
    await all('sessionContent'),
    await all('sessionVersion'),
    await all('sessionFact'),
    await all('skillEvidence'),
    await all('action'),
    await all('comment'),
    await all('draft'),
    await all('operation'),
  ];
  const words = countWords([
    ...[...contents.values(), ...versions.values()].map(({ points }) => (points as readonly string[])[0]),
    ...[...actions.values()].flatMap(({ text, dropReason }) => [text, dropReason]),
    ...[...comments.values()].map(({ text }) => text),
  ]);
  const [missing, half, doubled]: [string[], string[], string[]] = [[], [], []];

  for (const [id, { revision }] of sessions) {
    if (![contents, facts, evidence].every((kind) => kind.has(id)))
      half.push(`session ${id} without its words or fact`);
    const earlier = [...versions.values()].filter(({ sessionId }) => sessionId === id).length;
    if (earlier !== Number(revision) - 1) half.push(`session ${id}: revision ${revision} after ${earlier} versions`);
  }
  for (const kind of [contents, facts, evidence])
    for (const id of kind.keys()) if (!sessions.has(id)) half.push(`part of a session ${id} that is not there`);
  const documents: Readonly<Record<string, Bodies>> = {
    ...{ session: sessions, sessionContent: contents, sessionVersion: versions, sessionFact: facts },
    ...{ skillEvidence: evidence, action: actions, comment: comments, draft: drafts },
  };
  for (const [id, { changed }] of operations)
    for (const each of changed as readonly { readonly kind: string; readonly id: string }[])
      if (documents[each.kind]?.has(each.id) === false) half.push(`operation ${id} without ${each.kind} ${each.id}`);

  for (const entry of ledger.entries) {
    const { operation, isAcknowledged } = entry;
    const isKnown = operations.has(operation.id);
    if (isAcknowledged && !isKnown) missing.push(operation.id);
    if (operation.verb === 'drafts.save') continue;
    // A record is a session and an action, with a word each.
    const wanted = operation.verb === 'sessions.record' ? 2 : 1;
    const count = words.get(operation.id) ?? 0;
    if (isAcknowledged && count < wanted) missing.push(`effect of ${operation.verb} ${operation.id}`);
    if (count > wanted) doubled.push(`${operation.verb} ${operation.id}: ${count}`);
    if (isKnown !== count > 0 || (count > 0 && count < wanted))
      half.push(`${operation.verb} ${operation.id}: ${count}`);
  }
  for (const draft of drafts.values()) {
    const saved = ledger.entries.filter((entry) => isOf(entry, draft) && operations.has(entry.operation.id)).length;
    if (draft['documentVersion'] !== saved) half.push(`a draft of version ${draft['documentVersion']} after ${saved}`);
  }
  return { missing, half, doubled };
}

function isOf({ operation, pair }: Entry, { relationshipId }: JsonObject): boolean {
  return operation.verb === 'drafts.save' && pair.relationshipId === relationshipId;
}

/** How often the id of an operation stands at the end of a text. */
function countWords(texts: readonly unknown[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const [, id] = /^\w+ ([0-9a-f-]{36})$/.exec(String(text)) ?? [];
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
