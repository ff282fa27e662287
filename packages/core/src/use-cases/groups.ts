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

// Asked for again with each `Coaching`; a server makes one for each request.
const documentingPart = once(() => import('./documenting.js'));
const administrationPart = once(() => import('./administration.js'));
const developingPart = once(() => import('./developing.js'));
const readingPart = once(() => import('./reading.js'));
const correctSessionPart = once(() => import('./sessions/correct-session.js'));
const planningPart = once(() => import('./planning.js'));
const actionsPart = once(() => import('./actions/actions.js'));
const coursesPart = once(() => import('./courses/courses.js'));
const skillsPart = once(() => import('./skills.js'));
const reportsPart = once(() => import('./reports.js'));
const privacyPart = once(() => import('./privacy/privacy.js'));
const conflictsPart = once(() => import('./conflicts/conflicts.js'));
const permissionsPart = once(() => import('./permissions.js'));

/** Asks once; again when it could not be had. */
function once<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

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
  return {
    sessions: {
      ...deferred(
        { prepare: true, record: true },
        made(documentingPart, (module, context) => module.documenting(context)),
      ),
      ...deferred(
        { get: true, comment: true },
        made(readingPart, ({ reading }, context) => reading(context)),
      ),
      ...deferred(
        { correct: true },
        made(correctSessionPart, ({ correctSession }, context) => ({ correct: correctSession(context) })),
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
        made(planningPart, ({ planning }, context) => planning(context)),
      ),
    },
    drafts: deferred(
      { get: true, save: true, discard: true },
      made(documentingPart, ({ drafts }, context) => drafts(context)),
    ),
    actions: deferred(
      { list: true, add: true, update: true },
      made(actionsPart, ({ actions }, context) => actions(context)),
    ),
    courses: deferred(
      { find: true, get: true, assignments: true, retry: true },
      made(coursesPart, ({ courses }, context) => courses(context)),
    ),
    skills: deferred(
      { find: true, get: true },
      made(skillsPart, ({ skills }, context) => skills(context)),
    ),
    plans: deferred(
      { goals: true, addGoal: true, updateGoal: true },
      made(developingPart, ({ plans }, context) => plans(context)),
    ),
    development: deferred(
      { record: true },
      made(developingPart, ({ development }, context) => development(context)),
    ),
    relationships: deferred(
      { start: true, end: true, changeCadence: true, cadenceReason: true, list: true },
      made(administrationPart, ({ relationships }, context) => relationships(context)),
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
      made(administrationPart, ({ directory }, context) => directory(context)),
    ),
    reports: deferred(
      { overview: true },
      made(reportsPart, ({ reports }, context) => reports(context)),
    ),
    privacy: deferred(
      { receipts: true },
      made(privacyPart, ({ privacy }, context) => privacy(context)),
    ),
    conflicts: deferred(
      { list: true, resolve: true },
      made(conflictsPart, ({ conflicts }, context) => conflicts(context)),
    ),
    ...deferred(
      { can: true },
      made(permissionsPart, ({ permissions }, context) => permissions(context)),
    ),
  };
}
