// Writes packages/elements/custom-elements.json and the editor data from the comments of the element classes.
import { runNode, toolPath } from './run-tool.mjs';

const analyzer = toolPath('@custom-elements-manifest/analyzer', 'cem');
const output = process.argv.includes('--loud') ? 'inherit' : ['inherit', 'ignore', 'inherit'];
process.exitCode = await runNode([analyzer, 'analyze', '--config', 'custom-elements-manifest.config.js'], {
  stdio: output,
});
