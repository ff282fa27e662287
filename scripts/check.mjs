// All that continuous integration asks for, one step after the other, and at the end which of them failed.
import { runNode, toolPath } from './run-tool.mjs';

const steps = [
  ['format', [toolPath('prettier'), '--check', '--log-level', 'warn', '.']],
  ['lint', ['scripts/lint.mjs']],
  ['types', ['scripts/typecheck.mjs']],
  ['build', ['scripts/build.mjs']],
  ['packages', ['scripts/check-packages.mjs']],
  ['docs', [toolPath('typedoc')]],
  ['storybook', ['scripts/storybook.mjs', 'build']],
  ['test', ['scripts/test.mjs']],
];

const results = [];
for (const [name, command] of steps) {
  console.log(`\n━━ ${name}`);
  const started = Date.now();
  const exitCode = await runNode(command);
  results.push({ name, exitCode, seconds: (Date.now() - started) / 1000 });
}

console.log('\n━━ result');
for (const { name, exitCode, seconds } of results) {
  console.log(`${exitCode === 0 ? '✔' : '✖'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`);
}
process.exitCode = results.some(({ exitCode }) => exitCode !== 0) ? 1 : 0;
