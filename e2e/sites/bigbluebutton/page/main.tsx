import { render } from 'preact';
import { App } from './app.tsx';
import { join } from './state.ts';
import { direction, language } from './words.ts';

document.documentElement.lang = language;
document.documentElement.dir = direction;
const root = document.getElementById('app');
if (root) render(<App />, root);
const name = new URLSearchParams(location.search).get('joinAs');
if (name) void join(name);
