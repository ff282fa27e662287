import { basename } from 'node:path';

const vague = /(^|[-.])(utils?|helpers?|misc|common|shared)([-.]|$)/;

/** A file is found by its name: one idea, in kebab-case, and no drawer for what had no better place. */
export const fileName = {
  meta: {
    type: 'suggestion',
    docs: { description: "File names are kebab-case and say what is inside; index.ts is a package's own." },
    messages: {
      kebab: 'Name this file in kebab-case: lower case letters, digits and hyphens.',
      vague: '"{{name}}" does not say what is inside. Name the file after its idea.',
      index: "Only a package's own src/index.ts may be called index.ts.",
    },
    schema: [],
  },
  create(context) {
    return {
      Program(node) {
        const file = context.filename.replaceAll('\\', '/');
        const name = basename(file);
        const report = (messageId) => context.report({ node, loc: { line: 1, column: 0 }, messageId, data: { name } });
        if (!/^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(name)) report('kebab');
        if (vague.test(name)) report('vague');
        if (name === 'index.ts' && !/\/packages\/[^/]+\/src\/index\.ts$/.test(file)) report('index');
      },
    };
  },
};
