const declarations = new Set([
  'FunctionDeclaration',
  'TSDeclareFunction',
  'ClassDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'VariableDeclaration',
  'TSModuleDeclaration',
]);

/** What a package hands out is read by people who never open its source: the doc comment is all they get. */
export const documentedExports = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Every exported declaration has a doc comment.' },
    messages: { missing: '`{{name}}` is exported and has no doc comment (`/** … */`).' },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    const documented = new Set();
    // Comments may stand before `export` or, where a class is decorated, before its first decorator.
    const hasComment = (...nodes) =>
      nodes
        .filter(Boolean)
        .flatMap((node) => sourceCode.getCommentsBefore(node))
        .some((comment) => comment.type === 'Block' && comment.value.startsWith('*') && /\w/.test(comment.value));

    function check(declaration, exported) {
      if (!declarations.has(declaration.type)) return;
      const ids = declaration.declarations?.map(({ id }) => id) ?? [declaration.id];
      const name = sourceCode.getText(ids[0] ?? declaration).split(/[\s:({]/)[0];
      // The first of several overloads speaks for all.
      if (documented.has(name)) return;
      if (hasComment(exported, declaration, declaration.decorators?.[0])) documented.add(name);
      else context.report({ node: ids[0] ?? declaration, messageId: 'missing', data: { name } });
    }

    return {
      'Program:exit'(program) {
        const locals = new Map();
        for (const statement of program.body) {
          for (const { id } of statement.declarations ?? [statement]) if (id?.name) locals.set(id.name, statement);
        }
        for (const statement of program.body) {
          if (statement.type !== 'ExportNamedDeclaration' || statement.source) continue;
          if (statement.declaration) check(statement.declaration, statement);
          for (const { local } of statement.specifiers) {
            const declaration = locals.get(local.name);
            if (declaration) check(declaration);
          }
        }
      },
    };
  },
};
