/**
 * Time and chance come in through options, so that a test, a demo and a replay see the same thing twice. The options
 * name what is forbidden besides: `crypto` adds the random sources of crypto, which adapters need for encryption.
 */
export const noAmbient = {
  meta: {
    type: 'problem',
    docs: { description: 'Take the time and random values from the clock and the id generator that are handed in.' },
    messages: { ambient: '`{{name}}` is ambient. Take it from the clock or the id generator that is handed in.' },
    schema: [{ type: 'object', properties: { crypto: { type: 'boolean' } }, additionalProperties: false }],
  },
  create(context) {
    if (/[\\/](calendar|ports[\\/]clock)\.ts$/.test(context.filename)) return {};
    const forbidden = new Set(['Date.now', 'Math.random', 'performance.now']);
    if (context.options[0]?.crypto) forbidden.add('crypto.randomUUID').add('crypto.getRandomValues');
    const report = (node, name) => context.report({ node, messageId: 'ambient', data: { name } });
    return {
      MemberExpression(node) {
        const object = node.object.type === 'MemberExpression' ? node.object.property : node.object;
        const name = `${object.name}.${node.computed ? node.property.value : node.property.name}`;
        if (forbidden.has(name)) report(node, name);
      },
      ':matches(NewExpression, CallExpression)'(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node, 'new Date()');
      },
    };
  },
};
