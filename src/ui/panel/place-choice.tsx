import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PlaceRow } from '../../model/place-row.ts';
import { PLACES_MAX } from '../../model/requirement.ts';
import { t } from '../words/speak.ts';
import { offered } from './place-offers.ts';

interface PlaceChoiceProps {
  readonly places: readonly PlaceRow[];
  /** Codes. */
  readonly first: readonly string[];
  readonly most?: number;
  /** What it counts for that somebody says this. */
  readonly truth: string;
  readonly done: (codes: readonly string[]) => void;
  readonly back: () => void;
}

/** Where somebody is: searched and pressed, one or several, or nothing when it is not known. */
export function PlaceChoice({ places, first, most = PLACES_MAX, truth, done, back }: PlaceChoiceProps) {
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, choose] = useState(first);
  const [query, search] = useState('');
  useLayoutEffect(() => input.current?.focus(), []);
  const full = chosen.length >= most;
  const offers = full ? [] : offered(places, query, chosen);
  const take = (code: string) => {
    choose([...chosen, code]);
    search('');
    input.current?.focus();
  };
  const leave = (code: string) => {
    choose(chosen.filter((one) => one !== code));
    input.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    back();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const [only, ...others] = offers;
    // Enter takes a place while there is a search, and notes the choice when there is none.
    if (query.trim() === '') done(chosen);
    else if (only && others.length === 0) take(only.code);
  };
  return (
    <form class="confirm" aria-label={t('person.where.find')} onKeyDown={keys} onSubmit={submit}>
      {chosen.length > 0 && (
        <ul class="chips">
          {chosen.map((code) => (
            <li key={code}>
              <button
                type="button"
                class="button tight"
                aria-label={t('person.where.off', { place: nameFor(code, places) })}
                onClick={() => leave(code)}
              >
                {nameFor(code, places)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="field">
        <label for={field}>{t('person.where.find')}</label>
        <input
          class="search"
          id={field}
          ref={input}
          type="search"
          autocomplete="off"
          value={query}
          aria-describedby={`${field}-offers`}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </div>
      <div id={`${field}-offers`} aria-live="polite">
        {full && most === PLACES_MAX && <p class="small soft">{t('person.where.most')}</p>}
        {!full && query.trim() !== '' && offers.length === 0 && <p class="small soft">{t('person.where.noMatch')}</p>}
        {offers.length > 0 && (
          <ul class="chips">
            {offers.map(({ code, name }) => (
              <li key={code}>
                <button type="button" class="button plain tight" onClick={() => take(code)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p class="small soft">{truth}</p>
      <div class="actions">
        <button type="button" class="button tight" onClick={() => done(chosen)}>
          {t(chosen.length === 0 ? 'person.where.none' : 'person.where.yes')}
        </button>
        <button type="button" class="button tight" onClick={back}>
          {t('do.back')}
        </button>
      </div>
    </form>
  );
}

/** A code that is in no list is shown as it is. */
export function nameFor(code: string, places: readonly PlaceRow[]): string {
  return places.find((place) => place.code === code || place.aliases.includes(code))?.name ?? code;
}
