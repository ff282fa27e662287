import { posix } from 'node:path';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const outdir = 'packages/elements';

// The analyzer reads the sources; what is published is their output.
const pathsOfTheBuild = {
  name: 'paths-of-the-build',
  packageLinkPhase({ customElementsManifest }) {
    const built = (path) => path.replace(/^\/?(packages\/elements\/)?src\//, 'dist/').replace(/\.ts$/, '.js');
    const visit = (value, folder) => {
      if (value === null || typeof value !== 'object') return;
      for (const [key, inner] of Object.entries(value)) {
        if (key !== 'module' || typeof inner !== 'string') visit(inner, folder);
        else value.module = built(/^\.\.?\//.test(inner) ? posix.join(folder, inner) : inner);
      }
    };
    for (const module of customElementsManifest.modules) {
      visit(module, posix.dirname(module.path));
      module.path = built(module.path);
    }
  },
};

export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['packages/elements/src/cdn.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  plugins: [
    pathsOfTheBuild,
    customElementVsCodePlugin({ outdir, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, hideLogs: true, packageJson: false }),
  ],
};
