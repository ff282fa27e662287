/** Full zod weighs 85 kB more than zod/mini and probes for `Function`, which a strict content policy reports. */
export const zodMiniOnly = {
  meta: {
    type: 'problem',
    docs: { description: "Import zod as `import * as z from 'zod/mini'` and in no other way." },
    messages: { form: "Write `import * as z from 'zod/mini'`." },
    schema: [],
  },
  create(context) {
    const isZod = (source) => source && (source.value === 'zod' || String(source.value).startsWith('zod/'));
    const report = (node) => context.report({ node, messageId: 'form' });
    return {
      ImportDeclaration(node) {
        if (!isZod(node.source)) return;
        const [specifier, ...others] = node.specifiers;
        const isNamespace = specifier?.type === 'ImportNamespaceSpecifier' && specifier.local.name === 'z';
        if (node.source.value !== 'zod/mini' || !isNamespace || others.length > 0) report(node);
      },
      ImportExpression(node) {
        if (isZod(node.source)) report(node);
      },
      ':matches(ExportNamedDeclaration, ExportAllDeclaration)'(node) {
        if (isZod(node.source)) report(node);
      },
    };
  },
};
