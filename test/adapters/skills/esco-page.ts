import { importEsco } from '@coachkit/adapters/skills/esco';
import { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';
import type { Actor } from '@coachkit/core';
import { createStoredSkills, importSkills } from '@coachkit/core/skills';

// The page that takes in the whole of ESCO: what is called from outside hangs on `lab`.

declare global {
  interface Window {
    esco: typeof esco;
  }
}

const actor: Actor = { tenantId: 'northwind', personId: 'lena', roles: ['programme-admin'] };

/** What was measured, in milliseconds. */
export interface EscoFigures {
  readonly skills: number;
  readonly level: string;
  /** From the text of the file to what IndexedDB has acknowledged. */
  readonly importing: number;
  /** The first search, which makes the index. */
  readonly firstSearch: number;
  /** The longest time for which the page stood still meanwhile. */
  readonly longestPause: number;
  readonly searches: number;
  readonly p50: number;
  readonly p95: number;
  /** What was found for "negotiating". */
  readonly found: readonly string[];
}

const esco = {
  /** Imports the file and searches as somebody types. */
  async measure(): Promise<EscoFigures> {
    const source = await (await fetch('/skills_en.csv')).text();
    const storage = await createIndexedDbStorage({ tenantId: 'northwind', personId: 'lena', key: new Uint8Array(32) });
    const begun = performance.now();
    const framework = await importEsco({ skills: { en: source } });
    const { active, level } = await importSkills({ storage, actor }, framework);
    const importing = performance.now() - begun;

    const skills = createStoredSkills(storage);
    const pauses = watchPauses();
    const first = performance.now();
    const found = await skills.find('negotiating', 8);
    const firstSearch = performance.now() - first;
    const longestPause = pauses.end();
    const times = await typeLabels(
      framework.skills.map(({ label }) => label),
      (query) => skills.find(query, 8),
    );
    await storage.close();
    return {
      skills: active,
      level,
      importing,
      firstSearch,
      longestPause,
      searches: times.length,
      p50: times[Math.floor(times.length * 0.5)] ?? Infinity,
      p95: times[Math.floor(times.length * 0.95)] ?? Infinity,
      found: found.map(({ label }) => label),
    };
  },
};

/** The time of each key of some labels, shortest first. */
async function typeLabels(labels: readonly string[], find: (query: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const label of labels.filter((_, at) => at % 200 === 0)) {
    for (let length = 1; length <= Math.min(label.length, 14); length += 1) {
      const start = performance.now();
      await find(label.slice(0, length));
      times.push(performance.now() - start);
    }
  }
  return times.sort((one, other) => one - other);
}

/** Looks how long other work has to wait. */
function watchPauses(): { end: () => number } {
  let longest = 0;
  let last = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    channel.port2.postMessage(0);
  };
  channel.port2.postMessage(0);
  return {
    end() {
      channel.port1.close();
      return longest;
    },
  };
}

window.esco = esco;
