import type { Coaching } from '../coaching.js';
import type { UseCaseContext } from './context.js';
import { deferred } from './deferred.js';

/** The groups of verbs of a `Coaching`, and the question whether something is allowed. */
export type Groups = Omit<
  Coaching,
  'actor' | 'storageStatus' | 'privacy' | 'live' | 'on' | 'sync' | 'signOut' | 'close'
> & {
  readonly privacy: Pick<Coaching['privacy'], 'receipts'>;
};

/**
 * Every group, each fetched with the first call of one of its verbs (docs/decisions/0003).
 * The names of the verbs stand here once more because a module that is not loaded yet cannot say them; the types keep
 * the two in step.
 * @param contextOf - gives the context, the same one each time; it may have to be fetched too
 */
export function createGroups(contextOf: () => Promise<UseCaseContext>): Groups {
  /** Module and context are asked for at the same time. */
  const made =
    <Module, Group>(load: () => Promise<Module>, make: (module: Module, context: UseCaseContext) => Group) =>
    async (): Promise<Group> => {
      const [module, context] = await Promise.all([load(), contextOf()]);
      return make(module, context);
    };
  const documenting = () => import('./documenting.js');
  const administration = () => import('./administration.js');
  const developing = () => import('./developing.js');
  return {
    sessions: {
      ...deferred(
        { prepare: true, record: true },
        made(documenting, (module, context) => module.documenting(context)),
      ),
      ...deferred(
        { get: true, comment: true },
        made(
          () => import('./reading.js'),
          ({ reading }, context) => reading(context),
        ),
      ),
      ...deferred(
        { correct: true },
        made(
          () => import('./sessions/correct-session.js'),
          ({ correctSession }, context) => ({ correct: correctSession(context) }),
        ),
      ),
      ...deferred(
        {
          schedule: true,
          reschedule: true,
          cancel: true,
          recordAbsence: true,
          proposeFocus: true,
          list: true,
          page: true,
          agenda: true,
        },
        made(
          () => import('./planning.js'),
          ({ planning }, context) => planning(context),
        ),
      ),
    },
    drafts: deferred(
      { get: true, save: true, discard: true },
      made(documenting, ({ drafts }, context) => drafts(context)),
    ),
    actions: deferred(
      { list: true, add: true, update: true },
      made(
        () => import('./actions/actions.js'),
        ({ actions }, context) => actions(context),
      ),
    ),
    courses: deferred(
      { find: true, get: true, assignments: true, retry: true },
      made(
        () => import('./courses/courses.js'),
        ({ courses }, context) => courses(context),
      ),
    ),
    skills: deferred(
      { find: true, get: true },
      made(
        () => import('./skills.js'),
        ({ skills }, context) => skills(context),
      ),
    ),
    plans: deferred(
      { goals: true, addGoal: true, updateGoal: true },
      made(developing, ({ plans }, context) => plans(context)),
    ),
    development: deferred(
      { record: true },
      made(developing, ({ development }, context) => development(context)),
    ),
    relationships: deferred(
      { start: true, end: true, changeCadence: true, cadenceReason: true, list: true },
      made(administration, ({ relationships }, context) => relationships(context)),
    ),
    directory: deferred(
      {
        person: true,
        people: true,
        page: true,
        units: true,
        directReports: true,
        savePerson: true,
        saveUnit: true,
        startReportingLine: true,
        endReportingLine: true,
        recordLeave: true,
      },
      made(administration, ({ directory }, context) => directory(context)),
    ),
    reports: deferred(
      { overview: true },
      made(
        () => import('./reports.js'),
        ({ reports }, context) => reports(context),
      ),
    ),
    privacy: deferred(
      { receipts: true },
      made(
        () => import('./privacy/privacy.js'),
        ({ privacy }, context) => privacy(context),
      ),
    ),
    conflicts: deferred(
      { list: true, resolve: true },
      made(
        () => import('./conflicts/conflicts.js'),
        ({ conflicts }, context) => conflicts(context),
      ),
    ),
    ...deferred(
      { can: true },
      made(
        () => import('./permissions.js'),
        ({ permissions }, context) => permissions(context),
      ),
    ),
  };
}
