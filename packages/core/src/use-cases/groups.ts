import type { Coaching } from '../coaching.js';
import { parse } from '../model/parse.js';
import { id } from '../model/values.js';
import type { UseCaseContext } from './context.js';
import { deferred } from './deferred.js';
import { lookUp } from './input-schemas.js';

/** The groups of verbs of a `Coaching`. */
export type Groups = Omit<Coaching, 'actor' | 'storageStatus' | 'can' | 'live' | 'on' | 'signOut' | 'close'>;

/**
 * Every group, each fetched with the first call of one of its verbs (docs/decisions/0003).
 * The names of the verbs stand here once more because a module that is not loaded yet cannot say them; the types keep
 * the two in step.
 */
export function createGroups(context: UseCaseContext): Groups {
  const documenting = () => import('./documenting.js');
  const administration = () => import('./administration.js');
  const developing = () => import('./developing.js');
  return {
    sessions: {
      ...deferred({ prepare: true, record: true }, async () => (await documenting()).documenting(context)),
      ...deferred({ get: true, comment: true }, async () => (await import('./reading.js')).reading(context)),
      ...deferred({ correct: true }, async () => ({
        correct: (await import('./sessions/correct-session.js')).correctSession(context),
      })),
      ...deferred(
        {
          schedule: true,
          reschedule: true,
          cancel: true,
          recordAbsence: true,
          proposeFocus: true,
          list: true,
          agenda: true,
        },
        async () => (await import('./planning.js')).planning(context),
      ),
    },
    drafts: deferred({ get: true, save: true, discard: true }, async () => (await documenting()).drafts(context)),
    actions: deferred({ list: true, add: true, update: true }, async () =>
      (await import('./actions/actions.js')).actions(context),
    ),
    courses: deferred({ find: true, get: true, assignments: true, retry: true }, async () =>
      (await import('./courses/courses.js')).courses(context),
    ),
    skills: {
      find: async (query, limit = 8) => {
        const asked = parse(lookUp, { query, limit });
        return context.skills?.find(asked.query, asked.limit) ?? [];
      },
      get: async (skillId) => context.skills?.get(parse(id, skillId)),
    },
    plans: deferred({ goals: true, addGoal: true, updateGoal: true }, async () => (await developing()).plans(context)),
    development: deferred({ record: true }, async () => (await developing()).development(context)),
    relationships: deferred(
      { start: true, end: true, changeCadence: true, cadenceReason: true, list: true },
      async () => (await administration()).relationships(context),
    ),
    directory: deferred(
      {
        person: true,
        people: true,
        units: true,
        directReports: true,
        savePerson: true,
        saveUnit: true,
        startReportingLine: true,
        endReportingLine: true,
        recordLeave: true,
      },
      async () => (await administration()).directory(context),
    ),
    reports: deferred({ overview: true }, async () => (await import('./reports.js')).reports(context)),
    privacy: {
      ...deferred({ receipts: true }, async () => (await import('./privacy/privacy.js')).privacy(context)),
      unreadable: () => context.documents.unreadable,
    },
  };
}
