// Writes docs/openapi.json, the contract for those who write a client or a server in another language; `--check` only
// says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot, runNode } from './run-tool.mjs';

process.exitCode = await runNode(['scripts/build.mjs', '--types']);
if (process.exitCode === 0) {
  const { openApiDocument } = await import('../packages/core/dist/wire/openapi.js');
  const { version } = JSON.parse(readFileSync(inRoot('packages/core/package.json'), 'utf8'));
  const text = `${JSON.stringify(openApiDocument(version), undefined, 1)}\n`;
  const file = inRoot('docs/openapi.json');
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error('docs/openapi.json is out of date. Run: npm run openapi');
    process.exitCode = 1;
  }
}
