const forbiddenNames = new Set(['styleMap', 'unsafeHTML', 'unsafeSVG', 'unsafeMathML', 'unsafeStatic']);
const forbiddenMembers = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'setHTMLUnsafe']);

// A `style` attribute of a template: not `.style=` (a property) and not part of a longer name such as `data-style=`.
const styleAttribute = /(^|\s)style\s*=\s*(?=["'$]|$)/i;
const forbiddenTag = /<(style|script)[\s>]/i;

/**
 * Elements run under `style-src 'self'` and Trusted Types: a style attribute is blocked or reported, and so is a way
 * from text to markup. Styles go through classes, adopted sheets and `style.setProperty`.
 */
export const strictPolicy = {
  meta: {
    type: 'problem',
    docs: { description: 'Nothing in a template or a script that a strict content security policy blocks.' },
    messages: {
      attribute: 'A style attribute breaks `style-src`. Use a class, or `style.setProperty` through a ref.',
      tag: 'A <{{name}}> in a template is blocked. Use `static styles` or a module.',
      name: '`{{name}}` breaks the strict content security policy.',
    },
    schema: [],
  },
  create(context) {
    const reportName = (node, name) => context.report({ node, messageId: 'name', data: { name } });
    return {
      TaggedTemplateExpression(node) {
        if (!/^(html|svg|mathml|staticHtml)$/.test(node.tag.name ?? '')) return;
        for (const quasi of node.quasi.quasis) {
          const text = quasi.value.raw;
          if (styleAttribute.test(text)) context.report({ node: quasi, messageId: 'attribute' });
          const tag = forbiddenTag.exec(text);
          if (tag) context.report({ node: quasi, messageId: 'tag', data: { name: tag[1].toLowerCase() } });
        }
      },
      ImportSpecifier(node) {
        const name = node.imported.name;
        if (forbiddenNames.has(name)) reportName(node, name);
      },
      MemberExpression(node) {
        const name = node.computed ? node.property.value : node.property.name;
        if (forbiddenMembers.has(name)) reportName(node, name);
        if (name === 'write' && node.object.name === 'document') reportName(node, 'document.write');
      },
      "CallExpression[callee.property.name='setAttribute']"(node) {
        const [name] = node.arguments;
        if (name?.type === 'Literal' && name.value === 'style') context.report({ node, messageId: 'attribute' });
      },
    };
  },
};
