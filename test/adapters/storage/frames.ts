import { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';

/** A frame with an adapter of its own: to IndexedDB and BroadcastChannel it is another tab. */
export interface OtherTab {
  readonly createIndexedDbStorage: typeof createIndexedDbStorage;
  close(): void;
}

/** Loads the adapter into a frame. */
export async function openOtherTab(): Promise<OtherTab> {
  const frame = document.createElement('iframe');
  frame.src = new URL('./other-tab.html', import.meta.url).href;
  document.body.append(frame);
  const inside = frame.contentWindow as unknown as Partial<OtherTab>;
  await until(() => inside.createIndexedDbStorage !== undefined);
  return { createIndexedDbStorage: inside.createIndexedDbStorage!, close: () => frame.remove() };
}

/** Waits until something is true, for at most five seconds. */
export async function until(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    if (isTrue()) return;
    await pause(10);
  }
  throw new Error(`did not become true: ${isTrue}`);
}

/** Waits some milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The code of the CoachingError a promise rejects with; `undefined` when it resolves. */
export async function refusalOf(promise: Promise<unknown>): Promise<string | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? `no code: ${String(error)}`;
  }
}

let count = 0;

/** A scope that no other test uses. */
export function freshScope(): { tenantId: string; personId: string } {
  count += 1;
  return { tenantId: `tenant-${crypto.randomUUID()}`, personId: `person-${count}` };
}
