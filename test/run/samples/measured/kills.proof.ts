import type { Demand } from '../../../proof/proof-types.ts';

export const demands: readonly Demand[] = [
  {
    name: 'kills',
    demand: '0 records missing',
    run: ({ full }) => Promise.resolve({ figure: `0 of ${full ? 300 : 3} missing`, passed: true }),
  },
  {
    name: 'a longer name',
    demand: '≤ 180 s',
    run: () => Promise.resolve({ figure: '181 s', passed: false }),
  },
  { name: 'broken', demand: 'no error', run: () => Promise.reject(new Error('the page closed')) },
];
