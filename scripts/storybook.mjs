// Shows the elements in Storybook while the packages are rebuilt on every change; `build` writes it to a folder.
import { runNode, toolPath } from './run-tool.mjs';

const isBuild = process.argv[2] === 'build';
const environment = { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' };
const storybook = (...parameters) => runNode([toolPath('storybook'), ...parameters], { env: environment });

const built = await runNode(['scripts/build.mjs', '--analyze']);
if (built !== 0) process.exitCode = built;
else if (isBuild) process.exitCode = await storybook('build', '--output-dir', 'storybook-static', '--quiet');
else {
  const compiler = toolPath('typescript', 'tsc');
  const watching = runNode([compiler, '-b', '--watch', '--preserveWatchOutput']);
  const showing = storybook('dev', '--port', process.env.PORT ?? '6006', '--no-open', '--disable-telemetry');
  process.exitCode = await Promise.race([watching, showing]);
  // Whichever ended first, the other has nothing left to do.
  process.exit();
}
