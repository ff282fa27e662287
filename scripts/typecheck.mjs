// Checks the types of everything: the packages (which also builds them), then what only uses them.
import { existsSync, readdirSync } from 'node:fs';
import { inRoot, runNode, toolPath } from './run-tool.mjs';

const isTypeScript = (file) => file.endsWith('.ts');
const users = ['test', 'stories', 'examples'].filter(
  (folder) => existsSync(inRoot(folder)) && readdirSync(inRoot(folder), { recursive: true }).some(isTypeScript),
);

let worst = await runNode(['scripts/build.mjs', '--analyze']);
for (const folder of users) {
  const options = ['-p', folder, '--incremental', '--tsBuildInfoFile', `.cache/${folder}.tsbuildinfo`];
  worst = Math.max(worst, await runNode([toolPath('typescript', 'tsc'), ...options]));
}
process.exitCode = worst;
