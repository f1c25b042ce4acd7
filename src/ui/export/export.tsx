import { useState } from 'preact/hooks';
import {
  chosenFormats,
  type ExportForm,
  type ExportMaking,
  type ExportMeeting,
  formFaults,
  isZip,
  type MissingFor,
  recipientsIn,
} from '../../model/export-form.ts';
import type { FailureCode } from '../../model/failure.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { percentOf, Running } from '../controls/running.tsx';
import { Failed } from '../records/failed.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { FormatChoice } from './format-choice.tsx';
import { NamesChoice } from './names-choice.tsx';
import { Outcome } from './outcome.tsx';
import { Protection } from './protection.tsx';
import { WhatChoice } from './what-choice.tsx';

export interface ExportIntents {
  change(part: Partial<ExportForm>): void;
  start(): void;
  cancel(): void;
}

export interface ExportProps {
  /** null: not read yet. */
  readonly meetings: readonly ExportMeeting[] | null;
  /** Names in the chosen meetings; null: being read. */
  readonly people: readonly string[] | null;
  readonly form: ExportForm;
  readonly missing: MissingFor;
  /** Of the recipients, what is no key, as far as it was looked at. */
  readonly bad: readonly string[];
  readonly making: ExportMaking;
  /** Why there is nothing to choose from. */
  readonly failure: FailureCode | null;
  readonly intents: ExportIntents;
}

/** From the logs of this computer to one file: what, as what, with whose names, protected by what. */
export function Export(props: ExportProps) {
  const { meetings, failure } = props;
  return (
    <main class="export">
      <header>
        <div class="top">
          <Icon name="log" size={28} />
          <h1>{t('export.title')}</h1>
        </div>
        <p>{t('export.intro')}</p>
      </header>
      {failure && <Failed code={failure} />}
      {!meetings && !failure && <p class="soft">{t('export.loading')}</p>}
      {meetings?.length === 0 && (
        <section class="empty">
          <Icon name="question" size={44} />
          <h2>{t('export.none')}</h2>
          <p class="soft">{t('export.none.more')}</p>
        </section>
      )}
      {meetings && meetings.length > 0 && <Order {...props} meetings={meetings} />}
    </main>
  );
}

function Order(props: ExportProps & { readonly meetings: readonly ExportMeeting[] }) {
  const { form, missing, bad, making, intents } = props;
  /** What is wrong is said once somebody has tried. */
  const [tried, setTried] = useState(false);
  const faults = formFaults(form, { missing, bad });
  const busy = making.state === 'running';
  const start = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (faults.length === 0) intents.start();
  };
  return (
    <form onSubmit={start} novalidate>
      {/* While a file is made nothing can be changed that would make it look like another one. */}
      <fieldset class="order" disabled={busy}>
        <WhatChoice {...props} />
        <FormatChoice form={form} missing={missing} change={intents.change} />
        <NamesChoice form={form} change={intents.change} />
        <Protection form={form} change={intents.change} />
      </fieldset>
      <section class="block" aria-label={t('export.do')}>
        <p class="soft">{t('export.how', { what: howWords(form, missing) })}</p>
        <div aria-live="polite" class="faults">
          {tried &&
            faults.map((fault) => (
              <p key={fault} class="problem">
                {t(`export.fault.${fault}`, { bad: badWords(form, bad) })}
              </p>
            ))}
        </div>
        <KeepFocus class="act">
          {busy ? (
            <Running
              label={t('export.do')}
              share={making.share}
              says={t('export.making', { percent: percentOf(making.share) })}
              cancel={intents.cancel}
            />
          ) : (
            <button type="submit" class="button primary">
              {t('export.do')}
            </button>
          )}
        </KeepFocus>
        <Outcome making={making} />
      </section>
    </form>
  );
}

function howWords(form: ExportForm, missing: MissingFor): string {
  const formats = chosenFormats(form, missing);
  if (form.lock !== 'open') return t('export.how.age');
  return isZip(form, formats) ? t('export.how.zip', { n: formats.length }) : t('export.how.one');
}

const SHOWN = 60;

/** The keys that are none, cut where the rest tells nothing. A secret key is never shown: see the fault of its own. */
function badWords({ recipients }: ExportForm, bad: readonly string[]): string {
  const wrong = recipientsIn(recipients).filter((one) => bad.includes(one));
  return wrong.map((one) => (one.length > SHOWN ? `${one.slice(0, SHOWN)}…` : one)).join(', ');
}
