import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const outdir = 'packages/elements';

// The analyzer reads the sources; what is published is their output.
const pathsOfTheBuild = {
  name: 'paths-of-the-build',
  packageLinkPhase({ customElementsManifest }) {
    const built = (path) => path.replace(/^(packages\/elements\/)?\/?src\//, 'dist/').replace(/\.ts$/, '.js');
    const visit = (value) => {
      if (value === null || typeof value !== 'object') return;
      for (const [key, inner] of Object.entries(value)) {
        if ((key === 'path' || key === 'module') && typeof inner === 'string') value[key] = built(inner);
        else visit(inner);
      }
    };
    visit(customElementsManifest);
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
