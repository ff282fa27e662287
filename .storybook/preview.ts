import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../packages/elements/custom-elements.json' with { type: 'json' };
import { publicPart } from './public-part.ts';
import { ordinary, withSurroundings } from './surroundings.ts';
import './surroundings.css';

setCustomElementsManifest(publicPart(manifest));

const choice = <const Icon extends string>(
  title: string,
  icon: Icon,
  items: readonly (readonly [value: string, title: string])[],
) => ({
  description: title,
  toolbar: { title, icon, dynamicTitle: true, items: items.map(([value, label]) => ({ value, title: label })) },
});

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withSurroundings],
  globalTypes: {
    theme: choice('Theme', 'contrast', [
      ['light', 'Light'],
      ['dark', 'Dark'],
    ]),
    locale: choice('Language', 'globe', [
      ['en-GB', 'English (United Kingdom)'],
      ['en-US', 'English (United States)'],
      ['de-DE', 'Deutsch'],
      ['ar-EG', 'العربية'],
    ]),
    direction: choice('Direction', 'transfer', [
      ['ltr', 'Left to right'],
      ['rtl', 'Right to left'],
    ]),
    density: choice('Density', 'component', [
      ['comfortable', 'Comfortable'],
      ['compact', 'Compact'],
      ['roomy', 'Roomy'],
    ]),
    width: choice('Width', 'grow', [
      ['full', 'Full width'],
      ['280', '280 px'],
      ['480', '480 px'],
      ['720', '720 px'],
      ['1080', '1080 px'],
    ]),
  },
  initialGlobals: ordinary,
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { method: 'alphabetical', order: ['Welcome'] } },
  },
};

export default preview;
