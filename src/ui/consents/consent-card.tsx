import type { MyConsent } from '../../model/my-consent.ts';
import { Icon, type IconName } from '../style/icon.tsx';
import { dateOf, timeOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { siteName } from '../words/site-name.ts';
import { t } from '../words/speak.ts';
import { ConsentActions } from './consent-actions.tsx';
import type { ConsentsProps } from './consents.tsx';
import { GivenFiles } from './given-files.tsx';
import { Proof } from './proof.tsx';

const DAY_MS = 86_400_000;

const ICONS: Readonly<Record<MyConsent['state'], IconName>> = { agreed: 'check', refused: 'cross', withdrawn: 'back' };
const CLASSES: Readonly<Record<MyConsent['state'], string>> = {
  agreed: 'given',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

interface ConsentCardProps extends ConsentsProps {
  readonly row: MyConsent;
}

/** One question that was answered: with whom, for what, until when, what proves it, and what can be done about it now. */
export function ConsentCard(props: ConsentCardProps) {
  const { row, open, now } = props;
  const { asker, platform, askedAt, state } = row;
  const site = siteName(platform);
  const title = `consent-${row.ask}`;
  return (
    <article class={`block consent person ${CLASSES[state]}`} aria-labelledby={title}>
      <span class="badge">
        <Icon name={ICONS[state]} />
      </span>
      <div class="body">
        <header>
          <h2 id={title}>
            {asker === '' ? t('consents.headNobody', { site }) : t('consents.head', { name: nameOf(asker), site })}
          </h2>
          <p class="soft">
            {dateOf(askedAt)}, {timeOf(askedAt)}
          </p>
          <p>
            <b>{t(`consents.state.${state}`)}</b>. {runs(row, open.has(row.meeting))}
          </p>
        </header>
        <Terms row={row} now={now} />
        <GivenFiles given={row.given} />
        <ConsentActions {...props} />
        <details>
          <summary>{t('consents.notice')}</summary>
          <blockquote class="quote" dir="auto" lang={row.shown.language}>
            {row.words.split('\n').map((line) => (
              <p key={line}>{line}</p>
            ))}
          </blockquote>
        </details>
        <Proof {...props} />
      </div>
    </article>
  );
}

function runs({ mark }: MyConsent, isOpen: boolean): string {
  return t(mark === 'recording' && isOpen ? 'consents.now.recordingOpen' : `consents.now.${mark}`);
}

function Terms({ row, now }: { readonly row: MyConsent; readonly now: number }) {
  const yes = row.answers.findLast(({ answer }) => answer === 'consented');
  const asked = row.terms.purposes.map(({ purpose }) => purpose);
  const chosen = yes && yes.purposes.length > 0 ? yes.purposes : asked;
  // Whatever was recorded after a question was recorded before its mark was last seen to change.
  const ended = row.mark === 'recording' ? now : row.markedAt;
  const recorded = row.roots.length > 0 || row.mark === 'recording' || row.mark === 'paused';
  const facts: readonly (readonly [string, string])[] = [
    [t('consents.to'), chosen.map((purpose) => t(`purpose.${purpose}`)).join(', ')],
    [t('consents.what'), t(`consents.media.${row.terms.media}`)],
    ...(recorded ? [[t('consents.until'), until(ended + row.terms.keepDays * DAY_MS, now)] as const] : []),
    [t('consents.untilNames'), until(ended + row.terms.proofDays * DAY_MS, now)],
  ];
  return (
    <dl class="terms">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt class="small soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function until(at: number, now: number): string {
  return at < now ? t('consents.past', { date: dateOf(at) }) : t('consents.about', { date: dateOf(at) });
}
