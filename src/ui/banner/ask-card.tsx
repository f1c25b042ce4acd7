import { useId, useState } from 'preact/hooks';
import type { Purpose } from '../../model/ask.ts';
import { Company } from './company.tsx';
import { fill } from './fill.ts';
import { Handle } from './handle.tsx';
import type { LineProps } from './line.ts';
import { Shape } from './shape.tsx';
import { Where } from './where.tsx';

/** The question itself: who asks for what and why, and three answers of equal weight. It never hides that recording runs: the host may have noted a yes that was said aloud. */
export function AskCard({ ask, texts, where, press, place }: LineProps) {
  const title = useId();
  const [chosen, choose] = useState<readonly Purpose[]>([]);
  const [counted, count] = useState<number | null>(null);
  const people = Math.max(counted ?? ask.people, ask.agreed, 1);
  const busy = ask.state === 'posting';
  const name = (purpose: Purpose) => ask.purposeNames[purpose] ?? purpose;
  const required = ask.purposes.filter((p) => p.required).map((p) => p.purpose);
  const optional = ask.purposes.filter((p) => !p.required).map((p) => p.purpose);
  const toggle = (purpose: Purpose, on: boolean) =>
    choose(on ? [...chosen, purpose] : chosen.filter((p) => p !== purpose));
  const agree = () => press({ press: 'agree', ask: ask.ask, purposes: [...required, ...chosen], people });
  const [before, after = ''] = texts.title.split('{asker}');

  return (
    <section class="card" role="dialog" aria-modal="false" aria-labelledby={title} aria-busy={busy}>
      <header>
        <Handle texts={texts} place={place} />
        <Shape mark={ask.mark} />
        <h2 id={title} tabIndex={-1} data-first>
          {before}
          <bdi>{ask.asker}</bdi>
          {after}
        </h2>
      </header>
      <div class="body">
        {ask.mark !== 'asked' && <b>{ask.markText}</b>}
        {ask.anew && <p class="anew">{ask.anew}</p>}
        {ask.unverified && <p class="warning">{texts.unverified}</p>}
        <p>{ask.what}</p>
        <p>
          <b>{texts.purposes}</b> {required.map(name).join(', ')}
        </p>
        {optional.length > 0 && (
          <fieldset>
            <legend>{texts.optional}</legend>
            {optional.map((purpose) => (
              <label key={purpose}>
                <input
                  type="checkbox"
                  checked={chosen.includes(purpose)}
                  disabled={busy}
                  onChange={(event) => toggle(purpose, event.currentTarget.checked)}
                />
                <span>{name(purpose)}</span>
              </label>
            ))}
          </fieldset>
        )}
        <p>{ask.keep}</p>
        <Company texts={texts} people={people} least={Math.max(ask.agreed, 1)} count={count} busy={busy} />
        {people > 1 && ask.agreed > 0 && <p class="next">{fill(texts.companyNext, { agreed: ask.agreed, people })}</p>}
        <p class="small">
          {texts.free} {texts.posted}
        </p>
        <details>
          <summary>{texts.more}</summary>
          <p class="notice">{ask.notice}</p>
          {!ask.whole && (
            <button type="button" onClick={() => press({ press: 'details', ask: ask.ask })}>
              {texts.wantAll}
            </button>
          )}
        </details>
        <Where where={where} ask={ask.ask} press={press} />
      </div>
      <footer>
        <button type="button" aria-disabled={busy} onClick={() => busy || agree()}>
          {texts.agree}
        </button>
        <button type="button" aria-disabled={busy} onClick={() => busy || press({ press: 'later', ask: ask.ask })}>
          {texts.later}
        </button>
        <button type="button" aria-disabled={busy} onClick={() => busy || press({ press: 'decline', ask: ask.ask })}>
          {texts.decline}
        </button>
        <p class="progress" hidden={!busy}>
          <span class="turning" aria-hidden="true" />
          {texts.posting}
        </p>
      </footer>
    </section>
  );
}
