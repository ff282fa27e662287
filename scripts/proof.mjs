// Measures every demand of test/proof at full size and prints one line for each: name | figure | demand | pass or FAIL.
// `npm run proof -- part` takes the files whose name contains the part; `--quick` measures at the size of a test,
// `--from folder` takes the files of another folder.
import { parseArgs } from 'node:util';
import { inRoot } from './run-tool.mjs';
import { align } from './report/align.mjs';
import { loadFiles } from './report/load-files.mjs';
import { findBrowser } from './setup/browser.mjs';

process.env.CHROME_PATH ??= findBrowser();
const { values, positionals: parts } = parseArgs({
  options: { from: { type: 'string', default: 'test/proof' }, quick: { type: 'boolean' } },
  allowPositionals: true,
});
const full = !values.quick;

const rows = [];
for (const { file, module, error } of await loadFiles(inRoot(values.from), '.proof.ts', parts)) {
  if (error) rows.push([file, String(error), 'the file loads', 'FAIL']);
  else if (!module.demands?.length) rows.push([file, '0 demands', 'at least one demand', 'FAIL']);
  for (const demand of module?.demands ?? []) rows.push(await measure(demand));
}

console.log(align([['name', 'figure', 'demand', 'result'], ...rows]).join('\n'));
const failed = rows.filter((row) => row[3] === 'FAIL').length;
console.log(`\n${rows.length - failed} demands met, ${failed} not met`);
// What a measurement left open (a browser, a timer) must not keep the process alive.
process.exit(failed > 0 || rows.length === 0 ? 1 : 0);

async function measure(demand) {
  // A full run takes minutes, so say what is going on; the lines themselves stay clean.
  console.error(`measuring: ${demand.name}`);
  try {
    const { figure, passed } = await demand.run({ full });
    // Nothing that was measured is lost when a later measurement is broken off.
    console.error(`  ${passed ? 'pass' : 'FAIL'}: ${figure}`);
    return [demand.name, figure, demand.demand, passed ? 'pass' : 'FAIL'];
  } catch (error) {
    console.error(error);
    return [demand.name, String(error?.message ?? error).split('\n')[0], demand.demand, 'FAIL'];
  }
}
