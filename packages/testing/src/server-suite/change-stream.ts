import { syncPaths } from '@coachkit/core/wire';
import { pause } from '../storage-suite/storage-case.js';
import type { Caller } from './caller.js';

/** What somebody is told of changes, as long as they listen. */
export interface ChangeStream {
  readonly response: Response;
  /** Whether there was another `changed` since the last time that was asked, or is within so many milliseconds. */
  readonly next: (within: number) => Promise<boolean>;
  readonly end: () => void;
}

/** Listens to the stream of server-sent events. */
export async function listenToChanges(caller: Caller): Promise<ChangeStream> {
  const ending = new AbortController();
  const response = await caller.open(syncPaths.changes, ending.signal);
  let heard = 0;
  let told: () => void = () => undefined;
  const read = async (): Promise<void> => {
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      const lines = (rest + decoder.decode(part.value, { stream: true })).split(/\r\n|\r|\n/);
      rest = lines.pop() ?? '';
      heard += lines.filter((line) => /^event: ?changed$/.test(line)).length;
      told();
    }
  };
  // The end of listening is the end of the stream, and no failure.
  read().catch(() => undefined);
  let taken = 0;
  return {
    response,
    async next(within) {
      if (heard <= taken) await Promise.race([new Promise<void>((resolve) => (told = resolve)), pause(within)]);
      const isTold = heard > taken;
      taken = heard;
      return isTold;
    },
    end: () => ending.abort(),
  };
}
