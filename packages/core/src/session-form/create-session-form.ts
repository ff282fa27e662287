import type { Coaching } from '../coaching.js';
import { actionCommands } from './action-commands.js';
import { draftCommands } from './draft-commands.js';
import { focusCommands } from './focus-commands.js';
import { pointCommands } from './point-commands.js';
import { saveCommands } from './save-commands.js';
import type { SessionFormOptions } from './session-form-options.js';
import type { SessionForm } from './session-form-type.js';
import { createDesk } from './writing-desk.js';

/**
 * A form for one session: loads what is known, keeps the draft while it is written, records it. Begins to load at once.
 *
 * @example
 * const form = createSessionForm(coaching, { relationshipId: 'priya-tom' });
 * form.subscribe(() => render(form.getSnapshot()));
 */
export function createSessionForm(coaching: Coaching, options: SessionFormOptions): SessionForm {
  const desk = createDesk(coaching, options, () => drafts.keeper.changed());
  const drafts = draftCommands(desk);
  const actions = actionCommands(desk);
  const { load, flush, keepOwn, takeOther } = drafts;
  void load();
  return {
    ...focusCommands(desk),
    ...pointCommands(desk),
    ...actions,
    ...saveCommands(desk, drafts, actions.addAction),
    getSnapshot: desk.snapshot,
    subscribe: desk.subscribe,
    load,
    flush,
    keepOwn,
    takeOther,
    dispose: drafts.dispose,
    touch: desk.touch,
    setDate(date) {
      desk.change(() => ({ date }));
    },
    setDuration(durationMinutes) {
      if (durationMinutes >= 0) desk.change(() => ({ durationMinutes: Math.round(durationMinutes) }));
    },
    undo: desk.undo,
    readDate: desk.readDate,
  };
}
