import type { FailureCode } from '../../model/failure.ts';
import type { Levels, PanelView } from '../../model/panel.ts';
import type { PlaceRow } from '../../model/place-row.ts';
import { FailureWord, Word } from '../controls/word.tsx';
import { t } from '../words/speak.ts';
import { Announce } from './announce.tsx';
import type { Preview } from './ask-form.tsx';
import { AskedFor } from './asked-for.tsx';
import { Asking } from './asking.tsx';
import { Doubts } from './doubts.tsx';
import { Head } from './head.tsx';
import { HostList } from './host-list.tsx';
import type { PanelIntents } from './intents.ts';
import { Law } from './law.tsx';
import { Machine } from './machine.tsx';
import { NoteTakers } from './note-takers.tsx';
import { OpenForMe } from './open-for-me.tsx';
import { PausedLong } from './paused-long.tsx';
import { People } from './people.tsx';
import { isInMeeting, phaseOf } from './phase.ts';
import { RosterCheck } from './roster-check.tsx';
import { SelfTest } from './self-test.tsx';
import { Unsent } from './unsent.tsx';
import { Waits } from './waits.tsx';

export type { PanelIntents } from './intents.ts';

export interface PanelProps {
  /** null: the worker has not answered yet. */
  readonly view: PanelView | null;
  readonly levels: Levels | null;
  /** What the last order came to, when it failed. */
  readonly failure: FailureCode | null;
  readonly intents: PanelIntents;
  /** All places that the rules know, to say where somebody is. */
  readonly places: readonly PlaceRow[];
  /** Tags of all languages that there is a notice in. */
  readonly languages: readonly string[];
  /** The notice that these terms would give, to be read before asking. */
  readonly preview?: Preview;
}

/** The host's side panel: one true line about what is happening, the one thing to do next, and everything that it rests on. */
export function Panel({ view, levels, failure, intents, places, languages, preview }: PanelProps) {
  const phase = phaseOf(view);
  const inMeeting = isInMeeting(phase);
  return (
    <main class="panel">
      <Head view={view} phase={phase} levels={levels} intents={intents} />
      <div class="alerts" aria-live="polite">
        {failure && <FailureWord code={failure} />}
        {view?.page?.test.lost.map((sense) => (
          <Word key={sense} says={t(`lost.${sense}`)} next={t(`lost.${sense}.next`)} />
        ))}
        {phase === 'paused' && view?.pause && <PausedLong pause={view.pause} />}
        {view?.trouble && <Word says={t(`trouble.${view.trouble}`)} next={t(`trouble.${view.trouble}.next`)} />}
        {inMeeting &&
          view?.warnings.map((warning) => (
            <Word key={warning} says={t(`warning.${warning}`)} next={t(`warning.${warning}.next`)} />
          ))}
        {inMeeting && view?.page?.composer === 'foreign' && (
          <Word says={t('composer.foreign')} next={t('composer.foreign.next')} />
        )}
        {view && inMeeting && <NoteTakers people={view.people} />}
        {view && <AskedFor requests={view.requests} intents={intents} />}
      </div>
      {view && inMeeting && (
        <>
          <Announce view={view} levels={levels} intents={intents} />
          <Unsent view={view} intents={intents} />
          <Doubts view={view} intents={intents} />
          <OpenForMe view={view} intents={intents} />
          {view.page?.list === 'host' ? (
            <HostList view={view} intents={intents} />
          ) : (
            <RosterCheck view={view} intents={intents} />
          )}
          {/* One form in two places: by its key it keeps what the host has chosen while somebody comes in or goes. */}
          {phase === 'ready' && (
            <Asking key="asking" view={view} intents={intents} languages={languages} preview={preview} />
          )}
          <Waits view={view} phase={phase} />
          {view.requirement && (
            <Law
              requirement={view.requirement}
              people={view.people}
              chat={view.page?.chat !== false}
              openPlaces={intents.openPlaces}
              openSettings={intents.openSettings}
            />
          )}
          <People view={view} places={places} intents={intents} />
          {phase !== 'ready' && (
            <Asking key="asking" view={view} intents={intents} languages={languages} preview={preview} />
          )}
        </>
      )}
      {view && <Machine view={view} intents={intents} inMeeting={inMeeting} />}
      {view?.page && <SelfTest test={view.page.test} />}
    </main>
  );
}
