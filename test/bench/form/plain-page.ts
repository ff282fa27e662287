import { markReady } from './ready.ts';

/**
 * The limit: a session form made of nothing but the platform, with the same fields and the same data as ours. It keeps
 * what is typed in a variable and does nothing else; no form that does more can be quicker.
 */
const draft = { points: ['', '', ''], focus: '', entry: '', reviews: ['', ''] };
const place = document.querySelector('main') ?? document.body;

function add<Tag extends keyof HTMLElementTagNameMap>(
  parent: Element,
  tag: Tag,
  content = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.textContent = content;
  parent.append(element);
  return element;
}

function choice(parent: Element, name: string, options: readonly string[], chosen: (option: string) => void): void {
  const group = add(parent, 'fieldset');
  add(group, 'legend', name);
  for (const option of options) {
    const label = add(group, 'label', option);
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = name;
    radio.addEventListener('change', () => chosen(option));
    label.prepend(radio);
  }
}

const form = add(place, 'form');
add(form, 'h2', 'Tom Okafor');
add(form, 'p', 'Tuesday 24 November 2026 · 60 minutes');
add(form, 'h3', 'Since last time');
for (const [index, text] of ['Shadow the pricing call', 'Ask Elena for two recorded calls'].entries()) {
  const row = add(form, 'div');
  add(row, 'p', text);
  choice(row, text, ['Done', 'Keep', 'Drop'], (outcome) => {
    draft.reviews[index] = outcome;
  });
}
add(form, 'h3', 'Focus');
choice(form, 'Focus', ['Negotiation', 'Forecasting'], (focus) => {
  draft.focus = focus;
});
add(form, 'h3', 'What you talked about');
for (let index = 0; index < 3; index += 1) {
  const line = add(form, 'textarea');
  line.rows = 1;
  line.setAttribute('aria-label', `Point ${index + 1}`);
  line.addEventListener('input', () => {
    draft.points[index] = line.value;
  });
}
add(form, 'h3', 'What happens next');
const entry = add(form, 'textarea');
entry.addEventListener('input', () => {
  draft.entry = entry.value;
});
add(form, 'button', 'Save session');

markReady();
