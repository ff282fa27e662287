const mayDefine = /[\\/](define|register)\.ts$/;

/** Importing a class must have no effect on the page: a host decides when and under which name a tag exists. */
export const defineOnly = {
  meta: {
    type: 'problem',
    docs: { description: 'Only define.ts and register.ts touch the registry of custom elements.' },
    messages: { registry: 'Only define.ts and register.ts may touch `{{name}}`.' },
    schema: [],
  },
  create(context) {
    if (mayDefine.test(context.filename)) return {};
    const report = (node, name) => context.report({ node, messageId: 'registry', data: { name } });
    return {
      'Identifier[name="customElements"]': (node) => {
        // A key of an object or a type of that name is not the registry.
        const { parent } = node;
        const isKey =
          ['Property', 'TSPropertySignature', 'PropertyDefinition'].includes(parent.type) && parent.key === node;
        if (!isKey) report(node, 'customElements');
      },
      'ImportSpecifier[imported.name="customElement"]': (node) => report(node, 'customElement'),
    };
  },
};
