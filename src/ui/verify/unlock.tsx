import { useState } from 'preact/hooks';
import { say } from './say.ts';

/** Asks for what opens the age files among those that were given. */
export function Unlock({ wrong, open }: { readonly wrong: boolean; readonly open: (secret: string) => void }) {
  const [secret, write] = useState('');
  return (
    <form
      class="block"
      onSubmit={(event) => {
        event.preventDefault();
        if (secret !== '') open(secret);
      }}
    >
      <h2>{say('locked.title')}</h2>
      <div class="field">
        <label for="secret">{say('locked.label')}</label>
        <input
          id="secret"
          class="search"
          type="password"
          autocomplete="off"
          value={secret}
          aria-describedby="secret-how"
          onInput={(event) => write(event.currentTarget.value)}
        />
        <p id="secret-how" class="soft small">
          {say('locked.how')}
        </p>
        {wrong && <p role="alert">{say('locked.wrong')}</p>}
      </div>
      <div class="actions">
        <button type="submit" class="button primary">
          {say('locked.do')}
        </button>
      </div>
    </form>
  );
}
