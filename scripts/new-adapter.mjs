// Starts an adapter in the style of the house: `npm run new:adapter -- storage filing-cabinet`. Writes the file and its
// test, and makes the adapter known in the package's exports and in the reference.
import { adapterFiles } from './scaffold/adapter-files.mjs';
import { changeFile, scaffold, writeFiles } from './scaffold/write-files.mjs';
import { runNode, toolPath } from './run-tool.mjs';
import { root } from './setup/root.mjs';

await scaffold(async () => {
  const [family, name] = process.argv.slice(2);
  const files = adapterFiles(family, name);
  writeFiles(root, files);
  changeFile(root, 'packages/adapters/package.json', (text) => withExport(text, family, name));
  changeFile(root, 'packages/adapters/typedoc.json', (text) => withEntryPoint(text, family, name));
  // Names of another length may break lines elsewhere.
  await runNode([toolPath('prettier'), '--write', '--log-level', 'silent', ...Object.keys(files)]);
  console.log(
    `\nNext: the promises of the port in packages/core/src/ports, then npm run test:one -- ${family}/${name}`,
  );
});

function withExport(text, family, name) {
  const manifest = JSON.parse(text);
  const { './package.json': last, ...others } = manifest.exports;
  const file = `./dist/${family}/${name}`;
  const added = { [`./${family}/${name}`]: { types: `${file}.d.ts`, default: `${file}.js` } };
  return `${JSON.stringify({ ...manifest, exports: { ...others, ...added, './package.json': last } }, null, 2)}\n`;
}

function withEntryPoint(text, family, name) {
  const options = JSON.parse(text);
  options.entryPoints.push(`src/${family}/${name}.ts`);
  return `${JSON.stringify(options, null, 2)}\n`;
}
