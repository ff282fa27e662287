import { namesOf } from './names.mjs';

/**
 * The files of a new element, by path. It shows that there is nothing yet: what it loads and shows comes next.
 * @param {string} name in kebab-case, without "coaching-"
 * @returns {Record<string, string>}
 */
export function elementFiles(name) {
  const { kebab, pascal, camel, words } = namesOf(name);
  const source = `packages/elements/src/${kebab}/${kebab}`;
  return {
    [`${source}.messages.ts`]: `import { catalogue } from '../base/messages/catalogue.js';

/** Built-in words of the ${words.toLowerCase()}. */
export const ${camel}Catalogue = catalogue('${kebab}', {
  heading: '${words}',
  nothing: 'Nothing here yet',
});

declare module '../base/messages/catalogue.js' {
  interface Catalogues {
    '${kebab}': typeof ${camel}Catalogue.words;
  }
}
`,
    [`${source}.styles.ts`]: `import { css } from 'lit';

/** Only what no shared style has. */
export const ${camel}Styles = css\`
  .head {
    margin-block-end: calc(var(--_u) * 4);
  }
\`;
`,
    [`${source}.parts.ts`]: `import { html, type TemplateResult } from 'lit';

/** The line above the content. */
export function head(heading: string): TemplateResult {
  return html\`<div class="head" part="head"><h2 class="section-title">\${heading}</h2></div>\`;
}
`,
    [`${source}.ts`]: `import { html } from 'lit';
import { CoachingElement } from '../base/element.js';
import { ${camel}Catalogue } from './${kebab}.messages.js';
import { head } from './${kebab}.parts.js';
import { ${camel}Styles } from './${kebab}.styles.js';

/**
 * The ${words.toLowerCase()} of a coaching programme.
 *
 * @tag coaching-${kebab}
 * @csspart head - the line above the content
 */
export class Coaching${pascal} extends CoachingElement<typeof ${camel}Catalogue.words> {
  static override readonly catalogue = ${camel}Catalogue;
  /** @internal */
  static override styles = [CoachingElement.styles, ${camel}Styles];

  protected override view(): unknown {
    return html\`\${head(this.words.heading)} \${this.empty('nothing-yet', this.words.nothing)}\`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coaching-${kebab}': Coaching${pascal};
  }
}
`,
    [`packages/elements/src/${kebab}/define.ts`]: `import { define } from '../base/define.js';
import { Coaching${pascal} } from './${kebab}.js';

define('coaching-${kebab}', Coaching${pascal});
`,
    [`stories/${kebab}.stories.ts`]: `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@coachkit/elements/provider/define';
import '@coachkit/elements/${kebab}/define';

const meta: Meta = { title: '${words}', component: 'coaching-${kebab}' };

export default meta;

export const OnDemoData: StoryObj = {
  name: 'On demo data',
  render: () => html\`<coaching-provider demo><coaching-${kebab}></coaching-${kebab}></coaching-provider>\`,
};
`,
    [`test/elements/${kebab}/${kebab}.browser.test.ts`]: `import { expect } from '@open-wc/testing';
import '@coachkit/elements/${kebab}/define';
import type { Coaching } from '@coachkit/core';
import { createDemoCoaching } from '@coachkit/core/demo';
import { expectNoLeak } from '../support/leaks.ts';
import { mount, textOf } from '../support/mount.ts';

describe('coaching-${kebab}', () => {
  let coaching: Coaching;

  beforeEach(async () => {
    coaching = await createDemoCoaching();
  });

  afterEach(() => coaching.close());

  it('says that there is nothing yet, and everybody can read it', async () => {
    const { element } = await mount('coaching-${kebab}', { coaching });
    expect(textOf(element)).to.contain('Nothing here yet');
    await expect(element).to.be.accessible();
  });

  it('leaves nothing behind', () => expectNoLeak('coaching-${kebab}', { coaching }));
});
`,
  };
}
