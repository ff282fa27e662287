import { accessMatrix, decide, roles, type DataClass, type Operation, type Relation } from '@coachkit/core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const operations: readonly Operation[] = ['read', 'create', 'update', 'delete', 'export'];
const classes: readonly DataClass[] = [
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
];

/**
 * The norm once more, from the table of the design, written as people read it: relation, data class, what is allowed.
 * What is not listed is refused.
 */
const norm = `
employee              content             read export
employee              comment             read create update
employee              activity            read export
employee              actions             read create update export
employee              links               read export
employee              plan                read create update export
employee              audit               read
manager               content             read create update delete
manager               comment             read create update
manager               activity            read create update
manager               actions             read create update delete
manager               links               read create
manager               plan                read create update
manager               manager-activity    read
manager               aggregate-activity  read
manager               audit               read
former-manager        activity            read
former-manager        manager-activity    read
former-manager        audit               read
new-manager           activity            read
new-manager           actions             read
new-manager           links               read
new-manager           plan                read
new-manager           manager-activity    read
new-manager           aggregate-activity  read
new-manager           audit               read
skip-level-manager    manager-activity    read
skip-level-manager    aggregate-activity  read
skip-level-manager    aggregate-content   read
role:hr-partner       aggregate-activity  read
role:hr-partner       aggregate-content   read
role:learning-analyst aggregate-activity  read
role:learning-analyst aggregate-content   read
role:programme-admin  manager-activity    read
role:programme-admin  aggregate-activity  read
role:programme-admin  aggregate-content   read
role:programme-admin  configuration       read create update
role:technical-admin  audit               read
role:technical-admin  configuration       read create update
role:privacy-officer  audit               read
role:privacy-officer  configuration       read
role:worker           activity            read
role:worker           links               read create update
role:worker           audit               create
`;

const allowed = new Set(
  norm
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [relation, dataClass, ...verbs] = line.split(/\s+/);
      return verbs.map((verb) => `${relation} ${verb} ${dataClass}`);
    }),
);

describe('the access matrix', () => {
  test('every relation, operation and data class is decided as the norm says', () => {
    const deviations: string[] = [];
    for (const relation of Object.keys(accessMatrix) as Relation[]) {
      for (const operation of operations) {
        for (const dataClass of classes) {
          const question = `${relation} ${operation} ${dataClass}`;
          if (decide([relation], operation, dataClass) !== allowed.has(question)) deviations.push(question);
        }
      }
    }
    assert.deepEqual(deviations, []);
  });

  test('every role has a row, and nobody without a relation may do anything', () => {
    for (const role of roles) assert.ok(`role:${role}` in accessMatrix, role);
    for (const operation of operations) for (const dataClass of classes) assert.ok(!decide([], operation, dataClass));
  });

  test('words are read by the pair alone: no role and no one above them', () => {
    const readers = (Object.keys(accessMatrix) as Relation[]).filter((relation) =>
      decide([relation], 'read', 'content'),
    );
    assert.deepEqual(readers.sort(), ['employee', 'manager']);
  });
});
