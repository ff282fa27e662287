import type { StorageSource } from '@coachkit/core';
import { describeError } from '../handler/log-event.js';

/** What a job works with. */
export interface JobParts {
  readonly storage: StorageSource;
  /** The tenants that somebody has asked for since the server was started. */
  readonly tenants: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Aborted when the server stops. */
  readonly signal: AbortSignal;
}

/** Something that is done again and again beside the requests. */
export interface Job {
  readonly name: string;
  /** Milliseconds between two runs. */
  readonly every: number;
  /** Does it once. What it rejects with is reported, and it is tried again when its time has come. */
  run(parts: JobParts): Promise<void>;
}

/** What is reported of jobs. */
export type JobEvent =
  | { readonly event: 'job'; readonly job: string }
  | { readonly event: 'job-failed'; readonly job: string; readonly error: string; readonly at: readonly string[] };

/** Jobs that are being run. */
export interface Scheduler {
  /** Runs no more of them; resolves when those under way have ended. */
  stop(): Promise<void>;
}

/** Runs each job now and then, never twice at the same time. One that fails is tried again when its time has come. */
export function startJobs(
  jobs: readonly Job[],
  parts: () => Omit<JobParts, 'signal'>,
  log: (event: JobEvent) => void,
): Scheduler {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Set<Promise<void>>();
  const timers = jobs.map((job) => {
    let isRunning = false;
    const run = async (): Promise<void> => {
      if (isRunning) return;
      isRunning = true;
      try {
        await job.run({ ...parts(), signal });
        log({ event: 'job', job: job.name });
      } catch (error) {
        log({ event: 'job-failed', job: job.name, ...describeError(error) });
      } finally {
        isRunning = false;
      }
    };
    return setInterval(() => {
      const current = run();
      running.add(current);
      void current.finally(() => running.delete(current));
    }, job.every).unref();
  });
  return {
    async stop() {
      timers.forEach((timer) => clearInterval(timer));
      stopping.abort();
      await Promise.all(running);
    },
  };
}
