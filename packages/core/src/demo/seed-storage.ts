import { CoachingError } from '../errors.js';
import type { DocumentKind } from '../model/document-kinds.js';
import type { JsonObject, Storage, StorageChange } from '../ports/storage.js';
import type { DemoOrganisation } from './organisation.js';

/**
 * Writes a sample organisation into a storage in one commit, once: where its first person is there already, everything
 * stays as it is, with what people have entered since. Of two tabs that start at the same moment one writes.
 * @returns whether it was written now
 * @throws CoachingError as `Storage.commit`
 */
export async function seedDemoStorage(storage: Storage, organisation: () => DemoOrganisation): Promise<boolean> {
  if (await isSeeded(storage)) return false;
  const changes: StorageChange[] = [];
  for (const [kind, bodies] of Object.entries(organisation().documents)) {
    for (const body of bodies as unknown as readonly (JsonObject & { readonly id: string })[]) {
      changes.push({ type: 'put', kind: kind as DocumentKind, id: body.id, body, expectedVersion: 0 });
    }
  }
  try {
    await storage.commit(changes);
    return true;
  } catch (error) {
    if (CoachingError.isInstance(error) && error.code === 'conflict' && (await isSeeded(storage))) return false;
    throw error;
  }
}

async function isSeeded(storage: Storage): Promise<boolean> {
  return (await storage.get('person', 'p001')) !== undefined;
}
