import type { JsonValue } from '@coachkit/core';
import type { SentOperation, Verb } from '@coachkit/core/wire';
import { firstDay, type FoundedPair } from '../../support/server/found-pairs.ts';

/** What a manager knows of a pair, from the operations that were made so far. */
export interface PairState {
  readonly pair: FoundedPair;
  /** Days that have a record. */
  days: number;
  drafts: number;
  readonly revisions: Map<string, number>;
  readonly openActions: Set<string>;
}

export function newState(pair: FoundedPair): PairState {
  return { pair, days: 0, drafts: 0, revisions: new Map(), openActions: new Set() };
}

const day = 24 * 60 * 60 * 1000;
const dateAfter = (days: number): string => new Date(Date.parse(firstDay) + days * day).toISOString().slice(0, 10);

/**
 * The next operation of a pair: a record, a correction, an action, a review of one, a draft or a comment. Its words hold
 * its id, so that it can be found again; it is made as if those before it had been applied.
 */
export function nextOperation(state: PairState): SentOperation {
  const { pair, revisions, openActions } = state;
  const { relationshipId, managerId, employeeId } = pair;
  const id = crypto.randomUUID();
  const [sessionId] = [...revisions.keys()].slice(-1);
  const made = (verb: Verb, input: JsonValue): SentOperation => ({ id, verb, input });
  const action = { id: `action-${id}`, text: `action ${id}`, ownerId: employeeId, dueDate: '2099-01-01' };
  const focus = { kind: 'skill-development', label: 'Negotiation', skillId: 'skill-negotiation' };
  const [kind] = shuffled(['record', 'record', 'correct', 'add', 'update', 'draft', 'comment']);
  if (kind === 'draft') {
    const points = [`draft ${id}`];
    const empty = { reviews: [], focusQuery: '', actions: [], quickEntry: '', activeSeconds: 0 };
    const draft = { relationshipId, date: dateAfter(state.days), durationMinutes: 50, points, ...empty };
    state.drafts += 1;
    return made('drafts.save', { draft, version: state.drafts - 1 });
  }
  const [actionId] = openActions;
  if (kind === 'update' && actionId !== undefined) {
    openActions.delete(actionId);
    return made('actions.update', { actionId, status: 'dropped', dropReason: `reason ${id}` });
  }
  if (kind === 'add') {
    openActions.add(action.id);
    return made('actions.add', { relationshipId, ...action });
  }
  if (kind === 'comment' && sessionId !== undefined)
    return made('sessions.comment', { sessionId, text: `comment ${id}` });
  const version = sessionId === undefined ? undefined : revisions.get(sessionId);
  if (kind === 'correct' && sessionId !== undefined && version !== undefined) {
    revisions.set(sessionId, version + 1);
    return made('sessions.correct', { sessionId, version, focus, points: [`corrected ${id}`, 'It went well.'] });
  }
  const date = dateAfter(state.days);
  state.days += 1;
  revisions.set(`${relationshipId}.${date}`, 1);
  const reviews = [...openActions].map((each) => ({ actionId: each, outcome: 'done' }));
  openActions.clear();
  openActions.add(action.id);
  const points = [`recorded ${id}`, `${managerId} and ${employeeId} talked.`];
  const record = { relationshipId, date, durationMinutes: 50, focus, points, reviews, actions: [action] };
  return made('sessions.record', record);
}

function shuffled<T>(values: readonly T[]): readonly T[] {
  return values.toSorted(() => Math.random() - 0.5);
}
