import { render } from 'preact';
import { drawBanner } from './draw-banner.tsx';
import type { GalleryState } from './state.ts';
import { states } from './states.ts';

/**
 * `?state=name` draws one state; without it, a list of all. Tests go on from there without loading again: `gallery.show(name)` draws
 * another state of the same screen anew, `gallery.becomes(name)` lets the drawn one become it, as a message from the worker would.
 */
const styles = {
  backup: () => import('../../src/ui/backup/backup.css'),
  export: () => import('../../src/ui/export/export.css'),
  log: () => import('../../src/ui/log/log.css'),
  panel: () => import('../../src/ui/panel/panel.css'),
  consents: () => import('../../src/ui/consents/consents.css'),
  person: () => import('../../src/ui/person/person.css'),
  places: () => import('../../src/ui/places/places.css'),
  review: () => import('../../src/ui/review/review.css'),
  use: () => import('../../src/ui/use/use.css'),
  records: () => import('../../src/ui/records/records.css'),
  settings: () => import('../../src/ui/settings/settings.css'),
  verify: () => import('../../src/ui/verify/verify.css'),
  welcome: () => import('../../src/ui/welcome/welcome.css'),
};

async function draw(state: GalleryState, app: HTMLElement): Promise<void> {
  document.title = state.name;
  if (state.screen === 'banner') {
    for (const old of document.querySelectorAll('[data-ask-to-record]')) old.remove();
    const root = drawBanner(app, state.view, state.before);
    return press(root, state.press);
  }
  await styles[state.style]();
  document.documentElement.dir = state.direction;
  render(state.draw(), app);
  if (state.open) {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const button of document.querySelectorAll<HTMLElement>('[aria-expanded="false"]')) button.click();
  }
  await press(document, state.press);
}

/** Preact draws in a microtask; what a press brings is there after the next frame. */
const nextFrame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

async function press(root: ParentNode, words: readonly string[] = []): Promise<void> {
  for (const word of words) {
    await nextFrame();
    const button = [...root.querySelectorAll<HTMLElement>('button, summary, .strip label')].find((one) =>
      one.textContent.includes(word),
    );
    if (!button) throw new Error(`no button says ${word}`);
    button.click();
  }
  await nextFrame();
}

const list = (
  <main>
    <h1>Gallery</h1>
    <ul>
      {states.map(({ name }) => (
        <li key={name}>
          <a href={`?state=${name}`}>{name}</a>
        </li>
      ))}
    </ul>
  </main>
);

function find(name: string | null): GalleryState | undefined {
  return states.find((state) => state.name === name);
}

export const gallery = {
  async show(name: string): Promise<void> {
    const next = find(name);
    if (!next) throw new Error(`no state ${name}`);
    render(null, app);
    scrollTo(0, 0);
    await draw(next, app);
  },
  async becomes(name: string): Promise<void> {
    const next = find(name);
    if (next?.screen !== 'page') throw new Error(`no page ${name}`);
    render(next.draw(), app);
    await nextFrame();
  },
};
Object.assign(globalThis, { gallery });

const wanted = new URLSearchParams(location.search).get('state');
const app = document.getElementById('app') as HTMLElement;
const state = find(wanted);
if (state) await draw(state, app);
else render(list, app);
document.documentElement.dataset.names = states
  .map(({ name, widths, height }) => `${name}:${widths.join(',')}:${height}`)
  .join(' ');
