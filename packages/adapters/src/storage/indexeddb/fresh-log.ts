const passingDatabase = 'coachkit-fresh-log';

/** Longest wait in milliseconds: keeping what a person has written matters more. */
const patience = 1_000;

/**
 * Makes Chromium begin a new log file, once a database is open. Without it a crash can cost everything: a browser that
 * is killed in the middle of a write leaves half a record at the end of its LevelDB log, the next one goes on writing
 * behind it, and the one after that takes the log for corrupt and deletes all databases of the origin
 * (docs/decisions/0005). Deleting a database, even an empty one, makes LevelDB write out what it holds and start a new
 * log. Takes some five milliseconds, never rejects, and does nothing in browsers that do not use LevelDB.
 */
export function startFreshLog(factory: IDBFactory): Promise<void> {
  if (!/Chrom(e|ium)\//.test(navigator.userAgent)) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, patience);
    const settle = (request: IDBOpenDBRequest, onSuccess: () => void): void => {
      request.onsuccess = onSuccess;
      request.onerror = (event) => {
        event.preventDefault();
        end();
      };
    };
    try {
      const creating = factory.open(passingDatabase);
      settle(creating, () => {
        creating.result.close();
        settle(factory.deleteDatabase(passingDatabase), end);
      });
    } catch {
      end();
    }
  });
}
