/**
 * A reporter for node:test that yields one JSON object at the end: the counts over all files. A file that crashes, or
 * exits before its tests did, is among the failures, because node:test reports it as a failed test of that name.
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* nodeSummary(events) {
  let counts;
  for await (const { type, data } of events) {
    // Every file ends with a summary of its own; the one over all files names no file.
    if (type === 'test:summary' && data.file === undefined) counts = data.counts;
  }
  if (!counts) return;
  yield JSON.stringify({
    passed: counts.passed,
    failed: counts.failed + counts.cancelled,
    skipped: counts.skipped + counts.todo,
    problems: [],
  });
}
