import { render } from 'preact';
import { App } from './app.tsx';
import { defineMomentum } from './momentum.ts';
import { openShell } from './shell.ts';
import { here, join } from './state.ts';
import { direction, language } from './words.ts';

document.documentElement.lang = language;
document.documentElement.dir = direction;
const root = document.getElementById('app');
if (root && window.parent === window) openShell(root);
else if (root) {
  defineMomentum();
  window.standIn = here;
  render(<App />, root);
  const name = new URLSearchParams(location.search).get('joinAs');
  if (name) void join(name);
}
