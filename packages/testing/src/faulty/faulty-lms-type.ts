import { capabilitiesOf, type LearningSystem } from '@coachkit/core';
import type { LearningHarness, LearningLaboratory } from '../lms-suite/harness.js';

/** A learning system adapter that is broken on purpose, built over one that is not. */
export interface FaultyLearningSystem {
  readonly name: string;
  /** What is wrong with it. */
  readonly fault: string;
  /** The promises that the suite must find broken, rising. */
  readonly breaks: readonly number[];
  /** Breaks the adapter of a harness whose adapter offers everything but skills and plans. */
  readonly over: (good: LearningHarness) => LearningHarness;
}

/** What a fault changes: members of the adapter, and what then stands in the books of the learning system. */
export interface Spoiled {
  readonly lms?: Partial<LearningSystem>;
  readonly books?: Partial<Omit<LearningLaboratory, 'lms'>>;
}

/** A faulty adapter that breaks each laboratory as it is opened. */
export function faultyLearningSystem(
  name: string,
  fault: string,
  breaks: readonly number[],
  spoil: (good: LearningSystem, laboratory: LearningLaboratory) => Spoiled,
): FaultyLearningSystem {
  return {
    name,
    fault,
    breaks,
    over: (harness) => ({
      async open() {
        const laboratory = await harness.open();
        const { lms, books } = spoil(laboratory.lms, laboratory);
        return { ...laboratory, ...books, lms: insteadOf(laboratory.lms, lms) };
      },
    }),
  };
}

/** What a faulty adapter answers over one that does not offer everything. */
export function notOffered(): Promise<never> {
  return Promise.reject(new Error('faulty adapters are built over one that offers everything'));
}

/** An adapter that does as another does, except for some of its members. */
function insteadOf(good: LearningSystem, other: Partial<LearningSystem> = {}): LearningSystem {
  return {
    capabilities: capabilitiesOf(good),
    find: (query, limit) => good.find(query, limit),
    get: (courseId) => good.get(courseId),
    assign: (request) => good.assign(request),
    progress: (personId, courseIds) => good.progress(personId, courseIds),
    recommend: (request) => good.recommend?.(request) ?? notOffered(),
    withdraw: (request) => good.withdraw?.(request) ?? notOffered(),
    changes: (asked, cursor) => good.changes?.(asked, cursor) ?? notOffered(),
    receive: (message, asked) => good.receive?.(message, asked) ?? notOffered(),
    ...other,
  };
}
