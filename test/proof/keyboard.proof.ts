import { documentByKeyboard, points } from '../examples/host-app/document-by-keyboard.ts';
import { startDemo } from '../examples/host-app/demo-process.ts';
import { launchBrowser } from '../run/launch-browser.ts';
import type { Demand, DemandResult } from './proof-types.ts';

/** Most keys that are no text, and most hands-on seconds, for a typical record (requirements section 6). */
const most = { commandKeys: 12, seconds: 180 };

/** What must hold of documenting a session in the demo. There is one size: the walk itself. */
export const demands: readonly Demand[] = [
  {
    name: 'record by keyboard',
    demand: `at most ${most.commandKeys} keys that are no text, no pointer, and the employee reads it`,
    run: () => walk({ withCourse: false }),
  },
  {
    name: 'hands-on time',
    demand: `at most ${most.seconds} s by the keystroke-level model at 40 words a minute, one course assigned`,
    run: () => walk({ withCourse: true }),
  },
];

async function walk({ withCourse }: { readonly withCourse: boolean }): Promise<DemandResult> {
  const demo = await startDemo();
  const browser = await launchBrowser();
  try {
    const { hands, pointerPresses, employeeReads, employeeActions } = await documentByKeyboard(browser, demo.origin, {
      withCourse,
    });
    const isRead =
      points.every((point) => employeeReads.includes(point)) &&
      employeeActions.includes('Write down three trade-off questions') &&
      employeeReads.includes('Trading concessions') === withCourse;
    const keys = `${hands.commandKeys} keys that are no text, ${hands.characters} characters`;
    return {
      figure: `${hands.seconds.toFixed(0)} s, ${keys}, ${pointerPresses} pointer presses, ${isRead ? 'read' : 'not read'} by the employee`,
      passed:
        isRead &&
        pointerPresses === 0 &&
        hands.seconds <= most.seconds &&
        (withCourse || hands.commandKeys <= most.commandKeys),
    };
  } finally {
    await browser.close();
    await demo.stop();
  }
}
