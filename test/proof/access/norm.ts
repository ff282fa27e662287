import type { DataClass, Operation, Relation, Role } from '@coachkit/core';

/**
 * The table of the design once more, copied by hand and read by nothing but this check: R read, C create, U update,
 * X delete, E export; what is not there is refused. To update the configuration includes adding to it. The plan is a
 * column of its own, because an employee may write it; the prompts of the worker are not built yet.
 */
const table = `
relation                | content | comment | activity | actions | links | plan | manager-activity | aggregate-activity | aggregate-content | audit | configuration
employee                | RE      | RCU     | RE       | RCUE    | RE    | RCUE |                  |                    |                   | R     |
manager                 | RCUX    | RCU     | RCU      | RCUX    | RC    | RCU  | R                | R                  |                   | R     |
former-manager          |         |         | R        |         |       |      | R                |                    |                   | R     |
new-manager             |         |         | R        | R       | R     | R    | R                | R                  |                   | R     |
skip-level-manager      |         |         |          |         |       |      | R                | R                  | R                 |       |
role:hr-partner         |         |         |          |         |       |      |                  | R                  | R                 |       |
role:learning-analyst   |         |         |          |         |       |      |                  | R                  | R                 |       |
role:programme-admin    |         |         |          |         |       |      | R                | R                  | R                 |       | RCU
role:technical-admin    |         |         |          |         |       |      |                  |                    |                   | R     | RCU
role:privacy-officer    |         |         |          |         |       |      |                  |                    |                   | R     | R
role:worker             |         |         | R        |         | RCU   |      |                  |                    |                   | C     |
`;

const letters: Readonly<Record<Operation, string>> = { read: 'R', create: 'C', update: 'U', delete: 'X', export: 'E' };

const [head = '', ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.trim());
const columns = head.split('|').map((cell) => cell.trim());
const rows = new Map(
  lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return [cells[0] ?? '', new Map(columns.map((column, index) => [column, cells[index] ?? '']))] as const;
  }),
);

/** Whether the design lets one who stands so do this. */
export function isAllowed(relation: Relation, operation: Operation, dataClass: DataClass): boolean {
  return rows.get(relation)?.get(dataClass)?.includes(letters[operation]) ?? false;
}

/** Whether the design lets one of these roles do this. */
export function roleIsAllowed(roles: readonly Role[], operation: Operation, dataClass: DataClass): boolean {
  return roles.some((role) => isAllowed(`role:${role}`, operation, dataClass));
}

/** Everybody whom the table knows. */
export const relations = [...rows.keys()] as readonly Relation[];

/** Every class of data that the table has. */
export const classes = columns.slice(1) as readonly DataClass[];

/** Every operation. */
export const operations = Object.keys(letters) as readonly Operation[];
