// Measures the product beside the fastest thing that could do the same, and prints one table for each section.
// `npm run bench -- part` takes the files of test/bench whose name contains the part, `--from folder`
// those of another folder.
import { parseArgs } from 'node:util';
import { inRoot } from './run-tool.mjs';
import { align } from './report/align.mjs';
import { loadFiles } from './report/load-files.mjs';
import { findBrowser } from './setup/browser.mjs';

process.env.CHROME_PATH ??= findBrowser();
const { values, positionals: parts } = parseArgs({
  options: { from: { type: 'string', default: 'test/bench' } },
  allowPositionals: true,
});

const rows = [];
const errors = [];
for (const { file, module, error } of await loadFiles(inRoot(values.from), '.bench.ts', parts)) {
  console.error(`measuring: ${file}`);
  try {
    if (error) throw error;
    rows.push(...(await module.rows()));
  } catch (problem) {
    errors.push(`${file}: ${problem?.stack ?? problem}`);
  }
}

for (const section of new Set(rows.map((row) => row.section))) {
  const table = rows
    .filter((row) => row.section === section)
    .map((row) => [
      row.name,
      row.limit,
      row.product,
      row.peers ?? '–',
      `${row.ratio.toFixed(2)} ×`,
      row.budget,
      row.passed ? 'pass' : 'FAIL',
    ]);
  console.log(`\n${section}\n`);
  console.log(align([['name', 'limit', 'product', 'peers', 'ratio', 'budget', 'result'], ...table]).join('\n'));
}
for (const error of errors) console.error(`\n${error}`);

const failed = rows.filter((row) => !row.passed).length + errors.length;
console.log(`\n${rows.filter((row) => row.passed).length} budgets kept, ${failed} not kept`);
process.exit(failed > 0 || rows.length === 0 ? 1 : 0);
