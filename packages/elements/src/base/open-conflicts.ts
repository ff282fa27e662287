import type { ConflictView, MergedKind } from '@coachkit/core';
import { ConflictPart } from './conflict-part.js';
import type { ElementActs } from './element-acts.js';
import { LiveController, type LiveHost, type LiveInput } from './live.js';
import { SyncWatch } from './sync-watch.js';

/** Two wordings of the same action, or goal, in a list of them. Without a server there are none, and none are asked for. */
export class OpenConflicts {
  readonly #live: LiveController<'conflicts'>;
  readonly #part: ConflictPart;

  constructor(
    host: LiveHost,
    acts: ElementActs,
    private readonly kind: MergedKind,
    input: () => LiveInput<'conflicts'>,
  ) {
    const sync = new SyncWatch(host);
    this.#live = new LiveController(host, 'conflicts', () =>
      sync.status.connection === 'local' ? undefined : input(),
    );
    this.#part = new ConflictPart(host, acts);
  }

  /**
   * The conflicts with what can be chosen; nothing where there are none.
   * @param about what an action or a goal with that id says
   */
  view(about: (entityId: string) => string | undefined): unknown {
    const isOurs = ({ conflict }: ConflictView): boolean => conflict.entityKind === this.kind;
    return this.#part.view(this.#live.data?.filter(isOurs), about);
  }
}
