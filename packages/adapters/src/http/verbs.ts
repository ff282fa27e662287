/**
 * How a verb is answered.
 *
 * - `local`: from the replica.
 * - `change`: on the replica, and sent.
 * - `receipt`: from the replica; words that are shown leave a receipt, which is sent.
 * - `ask`: by the server, because the device does not hold what it takes.
 * - `send`: by the server, and not kept here: what it changes is not the person's own.
 */
export type Answering = 'local' | 'change' | 'receipt' | 'ask' | 'send';

/** How each verb is answered, in its group. */
export const answering = {
  sessions: {
    schedule: 'change',
    reschedule: 'change',
    cancel: 'change',
    recordAbsence: 'change',
    proposeFocus: 'change',
    prepare: 'receipt',
    record: 'change',
    correct: 'change',
    comment: 'change',
    get: 'receipt',
    list: 'local',
    page: 'local',
    agenda: 'local',
  },
  drafts: { get: 'local', save: 'change', discard: 'change' },
  actions: { list: 'local', add: 'change', update: 'change' },
  courses: { find: 'local', get: 'local', assignments: 'local', retry: 'send' },
  skills: { find: 'local', get: 'local' },
  plans: { goals: 'local', addGoal: 'change', updateGoal: 'change' },
  development: { record: 'local' },
  relationships: { start: 'send', end: 'send', changeCadence: 'change', cadenceReason: 'local', list: 'local' },
  directory: {
    person: 'local',
    people: 'ask',
    page: 'ask',
    units: 'ask',
    directReports: 'local',
    savePerson: 'send',
    saveUnit: 'send',
    startReportingLine: 'send',
    endReportingLine: 'send',
    recordLeave: 'send',
  },
  reports: { overview: 'ask' },
  privacy: { receipts: 'local' },
  conflicts: { list: 'local', resolve: 'change' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Answering>>>>;
