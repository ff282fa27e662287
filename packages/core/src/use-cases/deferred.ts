import { CoachingError } from '../errors.js';

type Verbs = Record<string, (...inputs: never[]) => Promise<unknown>>;

/**
 * A group of verbs whose code is fetched when the first of them is called, so that a page pays for what it uses. The
 * verbs that read and the verbs that write the same thing come together: whoever has seen an action list can tick an
 * action off without a network.
 *
 * @param verbs - the name of every verb of the group; one left out fails to compile
 * @throws CoachingError `part-not-loaded` (`retryable`) from a verb whose code cannot be fetched
 */
export function deferred<Group extends Verbs>(
  verbs: Readonly<Record<keyof Group, true>>,
  load: () => Promise<Group>,
): Group {
  let loading: Promise<Group> | undefined;
  const loaded = async (): Promise<Group> => {
    try {
      return await (loading ??= load());
    } catch (cause) {
      loading = undefined;
      throw new CoachingError('part-not-loaded', 'the part could not be fetched', { retryable: true, cause });
    }
  };
  const callable = Object.keys(verbs).map((name) => [
    name,
    async (...inputs: never[]) => (await loaded())[name]?.(...inputs),
  ]);
  return Object.fromEntries(callable) as Group;
}
