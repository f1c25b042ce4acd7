import { useId } from 'preact/hooks';
import { PURPOSES, type Purpose } from '../../model/ask.ts';
import type { ExportMeeting } from '../../model/export-form.ts';
import type { LogId } from '../../model/id.ts';
import { dateOf, timeOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import type { ExportProps } from './export.tsx';

/** Which meetings, and what of them. */
export function WhatChoice(props: ExportProps & { readonly meetings: readonly ExportMeeting[] }) {
  const { meetings, people, form, intents } = props;
  const [person, from, to, purpose] = [useId(), useId(), useId(), useId()];
  const choose = (log: LogId, chosen: boolean) => {
    const logs = new Set(form.logs);
    if (chosen) logs.add(log);
    else logs.delete(log);
    intents.change({ logs });
  };
  const all = form.logs.size === meetings.length;
  return (
    <fieldset class="block">
      <legend>{t('export.what')}</legend>
      <div class="meetings-head">
        <span class="soft" aria-live="polite">
          {t('export.chosen', { n: form.logs.size })}
        </span>
        <button
          type="button"
          class="button tight"
          onClick={() => intents.change({ logs: all ? new Set() : new Set(meetings.map(({ log }) => log)) })}
        >
          {t(all ? 'export.nothing' : 'export.all')}
        </button>
      </div>
      <ul class="meetings" aria-label={t('export.meetings')}>
        {meetings.map((meeting) => (
          <li key={meeting.log}>
            <label class="yes">
              <input
                type="checkbox"
                checked={form.logs.has(meeting.log)}
                onChange={(event) => choose(meeting.log, event.currentTarget.checked)}
              />
              <span>
                {dateOf(meeting.openedAt)}, {timeOf(meeting.openedAt)}, <bdi>{titleOf(meeting)}</bdi>{' '}
                <span class="soft small">{t('export.entries', { n: meeting.entries })}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div class="filters">
        <div class="field">
          <label for={person}>{t('export.person')}</label>
          <select
            class="select"
            id={person}
            value={form.person ?? ''}
            onChange={({ currentTarget }) => intents.change({ person: currentTarget.value || null })}
          >
            <option value="">{t('export.person.all')}</option>
            {people === null && form.logs.size > 0 && <option disabled>{t('export.person.reading')}</option>}
            {people?.map((name) => (
              <option key={name} value={name}>
                {nameOf(name)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={purpose}>{t('export.purpose')}</label>
          <select
            class="select"
            id={purpose}
            value={form.purpose ?? ''}
            onChange={({ currentTarget }) =>
              intents.change({ purpose: (currentTarget.value || null) as Purpose | null })
            }
          >
            <option value="">{t('export.purpose.all')}</option>
            {PURPOSES.map((one) => (
              <option key={one} value={one}>
                {t(`purpose.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={from}>{t('export.from')}</label>
          <input
            class="text"
            id={from}
            type="date"
            value={form.from}
            onInput={({ currentTarget }) => intents.change({ from: currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for={to}>{t('export.to')}</label>
          <input
            class="text"
            id={to}
            type="date"
            value={form.to}
            onInput={({ currentTarget }) => intents.change({ to: currentTarget.value })}
          />
        </div>
      </div>
      <p class="small soft">{t('export.skeleton')}</p>
    </fieldset>
  );
}

function titleOf({ name, platform }: ExportMeeting): string {
  return name === '' ? t('export.meeting.none', { platform }) : name;
}
