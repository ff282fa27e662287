import ts from 'typescript';

/**
 * A date read from text shifts by a day or an hour with the reader's time zone, unless the text says which zone it
 * means. calendar.ts knows that; nothing else has to.
 */
export const calendarDates = {
  meta: {
    type: 'problem',
    docs: { description: 'Read dates from text in calendar.ts only.' },
    messages: { text: 'Reading a date from text depends on the time zone. Use a function of calendar.ts.' },
    schema: [],
  },
  create(context) {
    if (/[\\/]calendar\.ts$/.test(context.filename)) return {};
    const services = context.sourceCode.parserServices;
    const mayBeText = (node) => {
      if (node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string')) return true;
      if (!services?.program) return false;
      const type = services.getTypeAtLocation(node);
      const parts = type.isUnion() ? type.types : [type];
      return parts.some((part) => (part.flags & ts.TypeFlags.StringLike) !== 0);
    };
    return {
      NewExpression(node) {
        const [argument, second] = node.arguments;
        if (node.callee.name !== 'Date' || !argument || second || argument.type === 'SpreadElement') return;
        if (mayBeText(argument)) context.report({ node, messageId: 'text' });
      },
      "CallExpression[callee.object.name='Date'][callee.property.name='parse']"(node) {
        context.report({ node, messageId: 'text' });
      },
    };
  },
};
