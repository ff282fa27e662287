import type { BenchRow } from '../../../bench/bench-types.ts';

const row = { section: 'Weight', limit: '8.0 kB', peers: 'others 80 kB', budget: '≤ 18 kB' };

export function rows(): Promise<readonly BenchRow[]> {
  return Promise.resolve([
    { ...row, name: 'core', product: '17.0 kB', ratio: 2.125, passed: true },
    { ...row, name: 'everything', product: '19.0 kB', ratio: 2.375, passed: false },
  ]);
}
