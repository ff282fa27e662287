import '@coachkit/elements/provider/define';
import '@coachkit/elements/session-form/define';
import { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';
import { documentKinds, type Coaching, type DocumentKind, type Storage } from '@coachkit/core';
import { createSessionForm, type SessionForm } from '@coachkit/core/session-form';
import { coachingOf, storeOpenActions, storePair } from '../../support/pair.ts';

// The page of the proofs about what is typed into a session form: what they call from outside hangs on `desk`.

declare global {
  interface Window {
    /** Told of each text when it is typed, with its number and the time. Put there by the proof. */
    wrote?: (count: number, at: number) => void;
    desk: typeof desk;
  }
}

/** How the words are kept. */
export type Encryption = 'with-key' | 'off-for-local-demo';

const scope = { tenantId: 'northwind', personId: 'priya' };

const desk = {
  /** Types without end, a text every few milliseconds, with pauses now and then; each text holds its number. */
  async writeForEver(): Promise<void> {
    const { form } = await openForm(await openStorage('with-key'));
    for (let count = countIn(form) + 1; ; count += 1) {
      window.wrote?.(count, Date.now());
      form.setPoint(0, `${count} ${'he names the trade-off first, then he waits. '.repeat(count % 20)}`);
      await pause(count % 40 === 0 ? 1_500 : 5 + Math.random() * 60);
    }
  },

  /** The number of the text that was kept. */
  async readCount(): Promise<number> {
    const storage = await openStorage('with-key');
    if (storage.status.level !== 'device') throw new Error(`the storage opened in ${storage.status.level}`);
    const { form } = await openForm(storage);
    const count = countIn(form);
    await form.dispose();
    await storage.close();
    return count;
  },

  /** Puts the session form on the page, to be typed into. */
  async show(encryption: Encryption): Promise<void> {
    const provider = document.createElement('coaching-provider');
    provider.coaching = coachingOf(await openStorage(encryption));
    const form = document.createElement('coaching-session-form');
    form.setAttribute('relationship-id', 'pair');
    provider.append(form);
    document.body.append(provider);
  },

  /** How many documents hold a word, by what the adapter reads back. */
  async countDocuments(encryption: Encryption, word: string): Promise<number> {
    const storage = await openStorage(encryption);
    const pages = await Promise.all(
      Object.keys(documentKinds).map((kind) => storage.query(kind as DocumentKind, { index: 'id' })),
    );
    await storage.close();
    return pages.flatMap(({ documents }) => documents).filter((each) => JSON.stringify(each.body).includes(word))
      .length;
  },

  /** Records the session of the draft that was typed. @returns the id of the session */
  async record(encryption: Encryption, word: string): Promise<string> {
    document.querySelector('coaching-provider')?.remove();
    const storage = await openStorage(encryption);
    const { form } = await openForm(storage);
    form.review('a1', 'done');
    form.review('a2', 'done');
    form.chooseWords(`Focus ${word}`);
    const recorded = await form.save();
    const snapshot = form.getSnapshot();
    await form.dispose();
    await storage.close();
    if (!recorded) throw new Error(`it was not recorded: ${JSON.stringify(snapshot)}`);
    return recorded.sessionId;
  },
};

async function openStorage(encryption: Encryption): Promise<Storage> {
  const key = new Uint8Array(32).fill(42);
  const storage = await createIndexedDbStorage({ ...scope, ...(encryption === 'with-key' ? { key } : { encryption }) });
  if (!(await storage.get('relationship', 'pair'))) {
    await storePair(storage);
    await storeOpenActions(storage);
  }
  return storage;
}

async function openForm(storage: Storage): Promise<{ readonly form: SessionForm; readonly coaching: Coaching }> {
  const coaching = coachingOf(storage);
  const form = createSessionForm(coaching, { relationshipId: 'pair' });
  for (let turn = 0; turn < 500; turn += 1) {
    const { status } = form.getSnapshot();
    if (status === 'ready') return { form, coaching };
    if (status === 'unavailable') break;
    await pause(10);
  }
  throw new Error(`the form did not open: ${JSON.stringify(form.getSnapshot())}`);
}

function countIn(form: SessionForm): number {
  const snapshot = form.getSnapshot();
  return Number('content' in snapshot ? (/^\d+/.exec(snapshot.content.points[0] ?? '')?.[0] ?? 0) : NaN);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

window.desk = desk;
