/** The classes of data that access is decided for (design: Privacy). */
export const dataClasses = [
  'content',
  'comment',
  'activity',
  'actions',
  'links',
  'plan',
  'manager-activity',
  'aggregate-activity',
  'aggregate-content',
  'audit',
  'configuration',
] as const;

/** A class of data. */
export type DataClass = (typeof dataClasses)[number];

/** What can be done to data. */
export const operations = ['read', 'create', 'update', 'delete', 'export'] as const;

/** One of the things that can be done to data. */
export type Operation = (typeof operations)[number];

/** How a person stands to the thing in question; `role:` for those that a host gives. */
export type Relation =
  | 'employee'
  | 'manager'
  | 'former-manager'
  | 'new-manager'
  | 'skip-level-manager'
  | 'role:hr-partner'
  | 'role:learning-analyst'
  | 'role:programme-admin'
  | 'role:technical-admin'
  | 'role:privacy-officer'
  | 'role:worker';

/**
 * Who may do what, as a table: `R` read, `C` create, `U` update, `X` delete, `E` export; what is not there is refused.
 * Limits that a letter cannot say (a former manager reads only the dates of their own past sessions, an employee
 * exports only their own data) are kept by the use cases that answer.
 */
export const accessMatrix: Readonly<Record<Relation, Partial<Record<DataClass, string>>>> = {
  employee: { content: 'RE', comment: 'RCU', activity: 'RE', actions: 'RCUE', links: 'RE', plan: 'RCUE', audit: 'R' },
  manager: {
    content: 'RCUX',
    comment: 'RCU',
    activity: 'RCU',
    actions: 'RCUX',
    links: 'RC',
    plan: 'RCU',
    'manager-activity': 'R',
    'aggregate-activity': 'R',
    audit: 'R',
  },
  'former-manager': { activity: 'R', 'manager-activity': 'R', audit: 'R' },
  'new-manager': {
    activity: 'R',
    actions: 'R',
    links: 'R',
    plan: 'R',
    'manager-activity': 'R',
    'aggregate-activity': 'R',
    audit: 'R',
  },
  'skip-level-manager': { 'manager-activity': 'R', 'aggregate-activity': 'R', 'aggregate-content': 'R' },
  'role:hr-partner': { 'aggregate-activity': 'R', 'aggregate-content': 'R' },
  'role:learning-analyst': { 'aggregate-activity': 'R', 'aggregate-content': 'R' },
  'role:programme-admin': {
    'manager-activity': 'R',
    'aggregate-activity': 'R',
    'aggregate-content': 'R',
    configuration: 'RCU',
  },
  'role:technical-admin': { audit: 'R', configuration: 'RCU' },
  'role:privacy-officer': { audit: 'R', configuration: 'R' },
  'role:worker': { activity: 'R', links: 'RCU', audit: 'C' },
};
