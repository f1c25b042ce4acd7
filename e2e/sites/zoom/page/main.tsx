import { render } from 'preact';
import { App } from './app.tsx';
import { openShell } from './shell.ts';
import { here, join, screen } from './state.ts';
import { direction, language } from './words.ts';

document.documentElement.lang = language;
document.documentElement.dir = direction;
const root = document.getElementById('app');
if (root && location.pathname.endsWith('/start')) openShell(root);
else if (root) {
  window.standIn = here;
  render(<App />, root);
  const query = new URLSearchParams(location.search);
  if (query.get('wait') === 'yes') screen.value = 'waiting';
  else if (query.get('joinAs')) void join(query.get('joinAs') ?? '');
}
