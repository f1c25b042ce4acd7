import { render } from 'preact';
import { App } from './app.tsx';
import { join, subscribe } from './store.ts';
import { direction, language } from './words.ts';

document.documentElement.lang = language;
document.documentElement.dir = direction;
const root = document.getElementById('react');
const draw = () => root && render(<App />, root);
draw();
subscribe(draw);
const name = new URLSearchParams(location.search).get('joinAs');
if (name) void join(name);
