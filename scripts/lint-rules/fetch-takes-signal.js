/** A request that cannot be cut off outlives the person's patience, the page and the sign-out. */
export const fetchTakesSignal = {
  meta: {
    type: 'problem',
    docs: { description: 'Every call of fetch hands over a signal.' },
    messages: { signal: 'Hand a signal to fetch: `fetch(url, { …, signal })`.' },
    schema: [],
  },
  create(context) {
    return {
      CallExpression(node) {
        const name = node.callee.type === 'MemberExpression' ? node.callee.property.name : node.callee.name;
        if (name !== 'fetch') return;
        const options = node.arguments[1];
        const hasSignal =
          options?.type === 'ObjectExpression' &&
          options.properties.some((property) => property.type === 'Property' && property.key.name === 'signal');
        if (!hasSignal) context.report({ node, messageId: 'signal' });
      },
    };
  },
};
