import { signal } from '@preact/signals';
import { render } from 'preact';
import { PLACE_ROWS } from '../../src/policy/place-row.ts';
import { Places } from '../../src/ui/places/places.tsx';

/** All places and what the law asks there: needs no worker, reads nothing, keeps nothing. `#US-CA` leads to one of them. */
const chosen = signal(named());

/** A code has no characters that an address would spell otherwise; what is no code leads nowhere. */
function named(): string {
  return location.hash.slice(1);
}

function Screen() {
  return <Places rows={PLACE_ROWS} chosen={chosen.value} />;
}

addEventListener('hashchange', () => {
  chosen.value = named();
});
const root = document.getElementById('root');
if (!root) throw new Error('the page of places has no root');
render(<Screen />, root);
