import { namesOf } from './names.mjs';

const families = { storage: storageFiles, lms: lmsFiles, skills: skillsFiles };

/**
 * The files of a new adapter, by path. It answers every call with the error for "cannot be reached", which is what the
 * adapter has to say until it reaches its system.
 * @param {string} family storage, lms or skills
 * @param {string} name in kebab-case
 * @returns {Record<string, string>}
 */
export function adapterFiles(family, name) {
  const make = families[family];
  if (!make) throw new Error(`An adapter belongs to one of these families: ${Object.keys(families).join(', ')}.`);
  return make(namesOf(name));
}

function storageFiles({ kebab, pascal, words }) {
  return {
    [`packages/adapters/src/storage/${kebab}.ts`]: `import { CoachingError, type Storage } from '@coachkit/core';

/** Which tenant the documents belong to. */
export interface ${pascal}StorageOptions {
  readonly tenantId: string;
}

/**
 * A storage in ${words.toLowerCase()}. The promises it keeps are numbered at \`Storage\`.
 */
export function create${pascal}Storage({ tenantId }: ${pascal}StorageOptions): Storage {
  const unreachable = (): Promise<never> =>
    Promise.reject(new CoachingError('storage-unavailable', \`${kebab} of \${tenantId}\`, { retryable: true }));

  return {
    capabilities: { level: 'memory', hearsOthers: false, encryptsWords: false },
    status: { level: 'memory', readOnly: true },
    get: unreachable,
    query: unreachable,
    commit: unreachable,
    subscribe: () => () => undefined,
    wipe: unreachable,
    close: () => Promise.resolve(),
  };
}
`,
    [`test/adapters/storage/${kebab}.node.test.ts`]: `import { test } from 'node:test';
import { create${pascal}Storage } from '@coachkit/adapters/storage/${kebab}';
import { runStorageCase, storageSuiteCases } from '@coachkit/testing/storage-suite';

const harness = { open: ({ tenantId }: { readonly tenantId: string }) => create${pascal}Storage({ tenantId }) };

for (const each of storageSuiteCases) {
  test(\`\${each.promise}: \${each.name}\`, () => runStorageCase(each, harness));
}
`,
  };
}

function lmsFiles({ kebab, pascal, words }) {
  return {
    [`packages/adapters/src/lms/${kebab}.ts`]: `import { CoachingError, type LearningSystem } from '@coachkit/core';

/** Where the learning system is. */
export interface ${pascal}Options {
  /** The address of its interface, without a path. */
  readonly url: string;
}

/**
 * The learning system ${words}. No coaching text, focus or coach's name is ever passed to it.
 */
export function create${pascal}({ url }: ${pascal}Options): LearningSystem {
  const unreachable = (): Promise<never> =>
    Promise.reject(new CoachingError('lms-unavailable', \`${kebab} at \${url}\`, { retryable: true }));

  return { find: unreachable, get: unreachable, assign: unreachable, progress: unreachable };
}
`,
    [`test/adapters/lms/${kebab}.node.test.ts`]: `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create${pascal} } from '@coachkit/adapters/lms/${kebab}';

const lms = create${pascal}({ url: 'https://lms.example' });

test('a learning system that cannot be reached says so, and that later may work', async () => {
  const failure = { code: 'lms-unavailable', retryable: true };
  await assert.rejects(lms.find('negotiation', 10), failure);
  await assert.rejects(lms.assign({ requestId: 'request-1', personId: 'person-1', courseId: 'course-1' }), failure);
});
`,
  };
}

function skillsFiles({ kebab, pascal, words }) {
  return {
    [`packages/adapters/src/skills/${kebab}.ts`]: `import { createSkillList, type Skill, type SkillsFramework } from '@coachkit/core';

/** Where the skills come from. */
export interface ${pascal}SkillsOptions {
  /** Reads the whole framework. Called once, when it is first needed, and again after it failed. */
  readonly load: () => Promise<readonly Skill[]>;
}

/**
 * The skills framework ${words}, read once and searched in memory.
 */
export function create${pascal}Skills({ load }: ${pascal}SkillsOptions): SkillsFramework {
  let loading: Promise<SkillsFramework> | undefined;

  const framework = async (): Promise<SkillsFramework> => {
    loading ??= load().then(createSkillList);
    try {
      return await loading;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };

  return {
    find: async (query, limit) => (await framework()).find(query, limit),
    get: async (id) => (await framework()).get(id),
  };
}
`,
    [`test/adapters/skills/${kebab}.node.test.ts`]: `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create${pascal}Skills } from '@coachkit/adapters/skills/${kebab}';

test('skills are loaded once, and again after loading failed', async () => {
  let calls = 0;
  const skills = create${pascal}Skills({
    load: () => {
      calls += 1;
      if (calls === 1) return Promise.reject(new Error('no answer'));
      return Promise.resolve([{ id: 's-1', label: 'Negotiation' }]);
    },
  });
  await assert.rejects(skills.get('s-1'), /no answer/);
  assert.equal((await skills.get('s-1'))?.label, 'Negotiation');
  assert.equal((await skills.find('nego', 10)).length, 1);
  assert.equal(calls, 2);
});
`,
  };
}
