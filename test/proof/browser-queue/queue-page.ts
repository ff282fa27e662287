import { connectCoaching } from '@coachkit/adapters/http/connect';
import type { Actor, Coaching, Saved, SyncStatus } from '@coachkit/core';

/** A change that the page was told is kept. */
export interface Kept {
  readonly word: string;
  readonly level: string;
}

/** Whom the page belongs to, and what it writes about. */
export interface QueueStart {
  readonly actor: Actor;
  readonly token: string;
  readonly relationshipId: string;
  readonly employeeId: string;
  /** No record of this page is older than that many days after the first of January 2001. */
  readonly firstDay: number;
}

/** What the driver calls in the page. */
export interface QueueLab {
  /** Makes changes until the browser ends; `window.hearOfKept` hears of each that is kept. */
  writeForEver(start: QueueStart): Promise<never>;
  /** Sends all that waits. Resolves with the status; changes that were refused for good are counted in it. */
  heal(start: QueueStart): Promise<SyncStatus>;
}

declare global {
  interface Window {
    queueLab: QueueLab;
    hearOfKept: (kept: Kept) => Promise<void>;
  }
}

const day = 24 * 60 * 60 * 1000;
const focus = { kind: 'skill-development', label: 'Negotiation' } as const;

function connect({ actor, token }: QueueStart): Promise<Coaching> {
  const key = new Uint8Array(32).fill(7);
  return connectCoaching({ url: location.origin, actor, getToken: () => token, key, waitForServer: 400 });
}

async function writeForEver(start: QueueStart): Promise<never> {
  const coaching = await connect(start);
  const open = new Map<string, Set<string>>();
  for (let turn = 0; ; turn += 1) {
    const word = crypto.randomUUID();
    // Several at once, as a person who is quicker than the network.
    await Promise.all([
      make(coaching, start, word, turn, open),
      make(coaching, start, crypto.randomUUID(), turn + 0.5, open),
    ]);
  }
}

async function make(
  coaching: Coaching,
  { relationshipId, employeeId, firstDay }: QueueStart,
  word: string,
  turn: number,
  open: Map<string, Set<string>>,
): Promise<void> {
  const sessions = (open.get('sessions') ?? new Set()).add('');
  const isWhole = Number.isInteger(turn);
  let saved: Saved<unknown>;
  const [sessionId] = [...sessions].slice(-1);
  if (!isWhole && turn % 2 < 1 && sessionId) {
    saved = await coaching.sessions.comment({ sessionId, text: `comment ${word}` });
  } else if (isWhole && turn % 3 === 0) {
    const date = new Date(Date.UTC(2001, 0, 1) + (firstDay + turn) * day).toISOString().slice(0, 10);
    const points = [`recorded ${word}`];
    const made = await coaching.sessions.record({ relationshipId, date, durationMinutes: 50, focus, points });
    open.set('sessions', sessions.add(made.value.session.id));
    saved = made;
  } else {
    const action = { id: `action-${word}`, text: `action ${word}`, ownerId: employeeId, dueDate: '2099-01-01' };
    saved = await coaching.actions.add({ relationshipId, ...action });
  }
  await window.hearOfKept({ word, level: saved.level });
}

async function heal(start: QueueStart): Promise<SyncStatus> {
  const coaching = await connect(start);
  for (let turn = 0; turn < 200; turn += 1) {
    await coaching.sync.now().catch(() => undefined);
    const { waiting } = coaching.sync.getStatus();
    if (waiting === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const status = coaching.sync.getStatus();
  await coaching.close();
  return status;
}

window.queueLab = { writeForEver, heal };
