import { render } from 'preact';
import { App } from './app.tsx';
import { enter, screen } from './meeting.ts';
import { address } from './switches.ts';

const root = document.getElementById('app');
if (root) render(<App />, root);
if (address.autojoin && screen.value === 'lobby') void enter(address.name || 'Guest');
