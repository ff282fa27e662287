// Starts an element in the style of the house: `npm run new:element -- due-list`. Writes its files, a story and a test,
// and makes it known in the three places that list all elements. docs/elements.md says how to go on.
import { elementFiles } from './scaffold/element-files.mjs';
import { namesOf } from './scaffold/names.mjs';
import { changeFile, insertAfterLast, scaffold, writeFiles } from './scaffold/write-files.mjs';
import { runNode, toolPath } from './run-tool.mjs';
import { root } from './setup/root.mjs';

await scaffold(async () => {
  const { kebab, pascal, camel } = namesOf(process.argv[2]?.replace(/^coaching-/, ''));
  const className = `Coaching${pascal}`;
  const files = elementFiles(kebab);
  writeFiles(root, files);
  changeFile(root, 'packages/elements/src/index.ts', (text) =>
    insertAfterLast(
      text,
      'export {',
      `export { ${className} } from './${kebab}/${kebab}.js';\n` +
        `export { ${camel}Catalogue } from './${kebab}/${kebab}.messages.js';`,
    ),
  );
  changeFile(root, 'packages/elements/src/define-all.ts', (text) =>
    insertAfterLast(
      insertAfterLast(text, 'import {', `import { ${className} } from './${kebab}/${kebab}.js';`),
      "  'coaching-",
      `  'coaching-${kebab}': ${className},`,
    ),
  );
  changeFile(root, 'packages/elements/package.json', (text) => withExports(text, kebab));
  // Names of another length may break lines elsewhere.
  await runNode([toolPath('prettier'), '--write', '--log-level', 'silent', ...Object.keys(files)]);
  console.log('\nNext: docs/elements.md, then npm run test:one -- ' + kebab);
});

function withExports(text, name) {
  const manifest = JSON.parse(text);
  const entry = (file) => ({ types: `./dist/${name}/${file}.d.ts`, default: `./dist/${name}/${file}.js` });
  const entries = Object.entries(manifest.exports);
  const beforeFiles = entries.findIndex(([key]) => key.endsWith('.js') || key.endsWith('.json'));
  entries.splice(beforeFiles, 0, [`./${name}`, entry(name)], [`./${name}/define`, entry('define')]);
  return `${JSON.stringify({ ...manifest, exports: Object.fromEntries(entries) }, null, 2)}\n`;
}
