import { useEffect, useState } from 'preact/hooks';
import type { PlaceRow } from '../../model/place-row.ts';
import { Strip } from '../controls/strip.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { findPlaces, inOrder, ORDERS, type Order } from './find.ts';
import { PlaceEntry } from './place-entry.tsx';

export interface PlacesProps {
  readonly rows: readonly PlaceRow[];
  /** Code of the place that a link leads to, '' for none: it is open and in sight. */
  readonly chosen: string;
}

/** What the law asks in every place that we know, as research: to look one up, and to judge what our reading rests on. */
export function Places({ rows, chosen }: PlacesProps) {
  const [query, search] = useState('');
  const [order, sort] = useState<Order>('name');
  const found = inOrder(findPlaces(rows, query), order);
  useEffect(() => {
    search('');
  }, [chosen]);
  useEffect(() => {
    if (chosen === '' || query !== '') return;
    const entry = document.getElementById(chosen);
    entry?.scrollIntoView();
    entry?.querySelector('summary')?.focus();
  }, [chosen, query]);
  return (
    <main class="places">
      <header class="top">
        <Icon name="log" size={28} />
        <h1>{t('places.title')}</h1>
      </header>
      <p class="advice">{t('places.advice')}</p>
      <p class="soft">{t('places.unknown')}</p>
      <search class="tools">
        <input
          class="search"
          type="search"
          aria-label={t('places.search')}
          placeholder={t('places.search')}
          value={query}
          onInput={(event) => search(event.currentTarget.value)}
        />
        <Strip
          label={t('places.sort')}
          labelUnseen
          value={order}
          choices={ORDERS.map((value) => ({ value, label: t(`places.sort.${value}`) }))}
          choose={sort}
        />
      </search>
      <p class="soft" aria-live="polite">
        {found.length === 0 ? t('places.none', { query }) : t('places.count', { n: found.length })}
      </p>
      <ul class="block all">
        {found.map((row) => (
          <PlaceEntry key={row.code} row={row} open={row.code === chosen} />
        ))}
      </ul>
    </main>
  );
}
