import { Icon } from '../style/icon.tsx';
import { Pick } from './pick.tsx';
import { Result } from './result.tsx';
import { say } from './say.ts';
import type { VerifyIntents, VerifyState } from './state.ts';

export interface VerifyProps {
  readonly state: VerifyState;
  readonly intents: VerifyIntents;
}

/** Checks what somebody was given: a log, a receipt, a whole export. One screen, in the extension and in the page that stands alone. */
export function Verify({ state, intents }: VerifyProps) {
  return (
    <main class="verify">
      <header class="top">
        <Icon name="search" size={28} />
        <h1>{say('title')}</h1>
      </header>
      {state.at !== 'done' && <p class="lead soft">{say('lead')}</p>}
      {state.at === 'checking' && (
        <section class="block checking">
          <p role="status">{say('checking', { n: state.count })}</p>
          <div class="running">
            <progress
              max={100}
              value={Math.floor(state.share * 100)}
              aria-label={say('checking', { n: state.count })}
            />
            <span class="figures">{Math.floor(state.share * 100)} %</span>
            <button type="button" class="button tight" onClick={intents.cancel}>
              {say('cancel')}
            </button>
          </div>
        </section>
      )}
      {state.at === 'broken' && (
        <p class="broken" role="alert">
          <Icon name="warning" size={20} />
          {say(`broken.${state.why}`)}
        </p>
      )}
      {(state.at === 'waiting' || state.at === 'broken') && (
        <>
          <Pick check={intents.check} />
          <section class="block">
            <h2>{say('takes.title')}</h2>
            <ul class="dots">
              <li>{say('takes.log')}</li>
              <li>{say('takes.receipt')}</li>
              <li>{say('takes.kept')}</li>
            </ul>
            <p>{say('takes.together')}</p>
          </section>
        </>
      )}
      {state.at === 'done' && <Result files={state.files} unlock={state.unlock} intents={intents} />}
      {intents.take ? (
        <section class="block">
          <h2>{say('take.title')}</h2>
          <p class="soft">{say('take.why')}</p>
          <div class="actions">
            <button type="button" class="button" onClick={intents.take}>
              <Icon name="save" size={16} />
              {say('take.do')}
            </button>
          </div>
        </section>
      ) : (
        <p class="soft small">{say('alone.what')}</p>
      )}
    </main>
  );
}
