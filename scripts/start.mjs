// Starts the demo host application: builds what it needs, then becomes its server.
import { existsSync } from 'node:fs';
import { inRoot, runNode } from './run-tool.mjs';

const server = 'examples/host-app/server.mjs';

const built = await runNode(['scripts/build.mjs', '--demo']);
if (built !== 0) process.exitCode = built;
else if (!existsSync(inRoot(server))) {
  console.error(`${server} is missing.`);
  process.exitCode = 1;
} else await import(new URL(`../${server}`, import.meta.url));
