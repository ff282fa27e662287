import { killWithQueue } from './browser-queue/kill-with-queue.ts';
import type { Demand } from './proof-types.ts';

/** What must hold of changes that wait in a browser for the server. */
export const demands: readonly Demand[] = [
  {
    name: 'browser killed with a queue',
    demand:
      '0 acknowledged changes missing on the server, 0 doubled, 0 refused in 50 kills on one profile, then healed',
    async run({ full }) {
      const wanted = full ? 50 : 3;
      const { kills, acknowledged, onDevice, missing, doubled, refused } = await killWithQueue(wanted);
      return {
        figure: `${missing} missing, ${doubled} doubled, ${refused} refused of ${acknowledged} (${onDevice} on the device only) in ${kills} kills`,
        passed: missing + doubled + refused === 0 && kills === wanted && onDevice > 0 && acknowledged >= kills,
      };
    },
  },
];
