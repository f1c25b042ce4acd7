import { Icon } from './icon.tsx';
import { isOn, SWITCHES, turn } from './switches.ts';

export function Drawer({ close }: { close: () => void }) {
  return (
    <aside class="drawer" id="switches" data-drawer aria-label="Site switches">
      <header>
        <h2>Site switches</h2>
        <button type="button" class="small" aria-label="Close switches" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p class="hint">
        Real meeting sites are awkward in these ways. A switch holds for this page and is kept in its address.
      </p>
      <ul>
        {SWITCHES.map(({ key, on, title, effect }) => (
          <li key={key}>
            <label>
              <span class="switch-text">
                <strong>{title}</strong>
                <span>{effect}</span>
                <code>
                  {key}={on}
                </code>
              </span>
              <input
                type="checkbox"
                role="switch"
                aria-checked={isOn(key)}
                data-switch={key}
                checked={isOn(key)}
                onChange={(event) => turn(key, event.currentTarget.checked)}
              />
            </label>
          </li>
        ))}
      </ul>
    </aside>
  );
}
