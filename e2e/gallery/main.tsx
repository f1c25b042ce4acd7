import { render } from 'preact';
import { drawBanner } from './draw-banner.tsx';
import { states } from './states.ts';

/** `?state=name` draws one state; without it, a list of all. */
const wanted = new URLSearchParams(location.search).get('state');
const app = document.getElementById('app') as HTMLElement;
const state = states.find(({ name }) => name === wanted);

if (!state) {
  render(
    <main>
      <h1>Gallery</h1>
      <ul>
        {states.map(({ name }) => (
          <li key={name}>
            <a href={`?state=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>,
    app,
  );
} else if (state.screen === 'banner') {
  drawBanner(app, state.view);
} else {
  render(state.draw(), app);
}
document.documentElement.dataset.names = states
  .map(({ name, widths, height }) => `${name}:${widths.join(',')}:${height}`)
  .join(' ');
