import { CoachingError, type Coaching, type Saved } from '@coachkit/core';
import type { Chance } from '../../support/chance.ts';
import type { Device } from './history.ts';

/** Something that somebody wrote. */
export interface Write {
  readonly device: string;
  /** The kind of document in which its words belong, once. */
  readonly kind: string;
  /** Words that nobody else wrote. */
  readonly words: string;
  /** Whether its writer was told that it is kept. */
  isAcknowledged: boolean;
  /** Whether somebody who had seen it has written over it. */
  isSuperseded: boolean;
}

/** What is written in a history. */
export interface Ledger {
  readonly relationshipId: string;
  /** How many edits were tried. */
  edits: number;
  readonly writes: Write[];
  /** What each device is at. */
  readonly running: Map<string, Promise<void>>;
  /** The version of its draft that each device goes on from. */
  readonly saved: Map<string, number>;
}

type Edit = (device: Device, chance: Chance, ledger: Ledger, words: string) => Promise<void>;

/** One edit of a device, at random. What is refused is nobody's loss: its writer was told. */
export async function edit(device: Device, chance: Chance, ledger: Ledger): Promise<void> {
  const own = device.personId === 'priya' ? managerEdits : employeeEdits;
  ledger.edits += 1;
  const words = `words ${ledger.edits} end`;
  try {
    await chance.pick(own)(device, chance, ledger, words);
  } catch (error) {
    if (!CoachingError.isInstance(error)) throw error;
    // Somebody else has gone on with the draft: whoever writes looks at it, and decides.
    if (error.code === 'conflict') ledger.saved.delete(device.name);
  }
}

async function keep(
  ledger: Ledger,
  device: Device,
  kind: string,
  words: string,
  saving: () => Promise<Saved<unknown>>,
  over: readonly string[] = [],
): Promise<void> {
  const write: Write = { device: device.name, kind, words, isAcknowledged: false, isSuperseded: false };
  ledger.writes.push(write);
  await saving();
  write.isAcknowledged = true;
  for (const earlier of ledger.writes)
    if (earlier !== write && over.some((text) => text.includes(earlier.words))) earlier.isSuperseded = true;
}

const comment: Edit = async (device, _chance, ledger, words) => {
  const [session] = await recorded(device.coaching, ledger);
  if (session === undefined) return;
  await keep(ledger, device, 'comment', words, () =>
    device.coaching.sessions.comment({ sessionId: session, text: words }),
  );
};

const addGoal: Edit = (device, _chance, ledger, words) =>
  keep(ledger, device, 'goal', words, () => device.coaching.plans.addGoal({ employeeId: 'tom', title: words }));

const updateGoal: Edit = async (device, chance, ledger, words) => {
  const goals = await device.coaching.plans.goals({ employeeId: 'tom' });
  if (goals.length === 0) return;
  const goal = chance.pick(goals);
  await keep(ledger, device, 'goal', words, () => device.coaching.plans.updateGoal({ goalId: goal.id, title: words }), [
    goal.title,
  ]);
};

const addAction: Edit = (device, chance, ledger, words) =>
  keep(ledger, device, 'action', words, () =>
    device.coaching.actions.add({
      relationshipId: ledger.relationshipId,
      text: words,
      ownerId: chance.pick(['priya', 'tom']),
      dueDate: '2027-03-01',
    }),
  );

const updateAction: Edit = async (device, chance, ledger, words) => {
  const { actions } = await device.coaching.actions.list();
  if (actions.length === 0) return;
  const { action } = chance.pick(actions);
  if (chance.next() < 0.4) {
    await device.coaching.actions.update({ actionId: action.id, status: chance.pick(['open', 'done', 'dropped']) });
    return;
  }
  await keep(
    ledger,
    device,
    'action',
    words,
    () => device.coaching.actions.update({ actionId: action.id, text: words }),
    [action.text],
  );
};

const saveDraft: Edit = async (device, chance, ledger, words) => {
  const { relationshipId } = ledger;
  let version = ledger.saved.get(device.name);
  let over: readonly string[] = ledger.writes
    .filter((write) => write.kind === 'draft' && write.device === device.name)
    .map((write) => write.words);
  if (version === undefined) {
    const met = await device.coaching.drafts.get({ relationshipId });
    version = met?.version ?? 0;
    over = [...over, ...(met?.draft.points ?? [])];
  }
  const draft = {
    relationshipId,
    date: '2026-11-24',
    durationMinutes: 60,
    reviews: [],
    focusQuery: '',
    points: [words],
    actions: [],
    quickEntry: '',
    activeSeconds: chance.whole(1, 500),
  };
  const from = version;
  await keep(
    ledger,
    device,
    'draft',
    words,
    async () => {
      const saved = await device.coaching.drafts.save({ draft, version: from });
      ledger.saved.set(device.name, saved.value.version);
      return saved;
    },
    over,
  );
};

const record: Edit = async (device, chance, ledger, words) => {
  const { relationshipId } = ledger;
  const day = chance.whole(1, 20);
  const draftVersion = ledger.saved.get(device.name);
  const drafted = ledger.writes.filter((write) => write.kind === 'draft' && write.device === device.name);
  await keep(
    ledger,
    device,
    'sessionContent',
    words,
    () =>
      device.coaching.sessions.record({
        relationshipId,
        date: `2026-11-${String(day).padStart(2, '0')}`,
        durationMinutes: 50,
        focus: { kind: 'performance-goals', label: 'What is at hand' },
        points: [words],
        ...(draftVersion !== undefined && { draftVersion }),
      }),
    draftVersion === undefined ? [] : drafted.map((write) => write.words),
  );
  ledger.saved.delete(device.name);
};

const correct: Edit = async (device, chance, ledger, words) => {
  const sessions = await recorded(device.coaching, ledger);
  if (sessions.length === 0) return;
  const sessionId = chance.pick(sessions);
  const { version, content } = await device.coaching.sessions.get({ sessionId });
  if (content?.focus === undefined) return;
  const { focus } = content;
  await keep(
    ledger,
    device,
    'sessionContent',
    words,
    () => device.coaching.sessions.correct({ sessionId, version, focus, points: [words] }),
    content.points,
  );
};

async function recorded(coaching: Coaching, { relationshipId }: Ledger): Promise<readonly string[]> {
  const sessions = await coaching.sessions.list({ relationshipId });
  return sessions.filter(({ status }) => status === 'recorded').map(({ id }) => id);
}

const managerEdits: readonly Edit[] = [
  comment,
  addGoal,
  updateGoal,
  addAction,
  updateAction,
  updateAction,
  saveDraft,
  saveDraft,
  saveDraft,
  record,
  correct,
];
const employeeEdits: readonly Edit[] = [comment, addGoal, updateGoal, addAction, updateAction, updateAction];
