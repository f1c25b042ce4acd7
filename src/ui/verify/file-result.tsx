import type { VerifiedFile, VerifiedLine } from '../../model/verified.ts';
import { Icon } from '../style/icon.tsx';
import { Answers } from './answers.tsx';
import { say } from './say.ts';

type Check = Extract<VerifiedLine, { what: 'check' }>;

const ICONS = { valid: 'check', invalid: 'cross', unreadable: 'question' } as const;
const KINDS = ['log', 'receipt', 'device', 'manifest', 'kept', 'media', 'zip', 'locked'] as const;
/** What does not hold and is shown at once, and technical lines that are drawn: a file may have thousands. */
const [FAILS_SHOWN, LINES_SHOWN] = [12, 2000];

/** What was found of one file. */
export function FileResult({ file }: { readonly file: VerifiedFile }) {
  const { lines, verdict } = file;
  const checks = lines.filter((line): line is Check => line.what === 'check');
  const of = (result: Check['result']) => checks.filter((line) => line.result === result);
  const fails = of('fails');
  const kind = KINDS.find((one) => one === file.kind) ?? 'other';
  return (
    <article class={`block file ${verdict}`}>
      <h3>
        <Icon name={ICONS[verdict]} size={18} />
        <bdi>{file.file}</bdi>
        <span class="soft">
          {say(`kind.${kind}`)} · {say(`mark.${verdict}`)}
        </span>
      </h3>
      {lines.map((line) => line.what === 'fact' && <Fact key={`${line.fact} ${line.log}`} fact={line} />)}
      {fails.length > 0 && (
        <>
          {verdict === 'invalid' && <h4>{say('fails.title', { n: fails.length })}</h4>}
          <ul class="fails">
            {fails.slice(0, FAILS_SHOWN).map((line, at) => (
              <li key={at}>
                {line.index !== null && <b>{say('fails.entry', { n: line.index + 1 })}: </b>}
                {line.means} <code>{line.code}</code>
              </li>
            ))}
          </ul>
          {fails.length > FAILS_SHOWN && <p class="soft">{say('fails.more', { n: fails.length - FAILS_SHOWN })}</p>}
        </>
      )}
      <Answers lines={lines} />
      <Means all={of('holds')} title="holds.title" />
      <Means all={of('not-checked')} title="not.title" />
      <Technical lines={lines} />
    </article>
  );
}

/** The fingerprint is shown once for all files. */
function Fact({ fact: { fact, value } }: { readonly fact: Extract<VerifiedLine, { what: 'fact' }> }) {
  if (fact === 'meeting') return <p>{meetingOf(value)}</p>;
  if (fact !== 'root') return null;
  const [n = '', code = ''] = value.split(' ');
  return (
    <p class="root soft">
      {say('root', { n })} <code>{code}</code>
    </p>
  );
}

/** value: ISO time and id of the site. */
function meetingOf(value: string): string {
  const [time = '', ...platform] = value.split(' ');
  const name = platform.join(' ');
  const shown = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time));
  return say('meeting', { platform: name.charAt(0).toUpperCase() + name.slice(1), time: shown });
}

interface MeansProps {
  readonly all: readonly Check[];
  readonly title: 'holds.title' | 'not.title';
}

/** The same check of several logs is one sentence. */
function Means({ all, title }: MeansProps) {
  const means = [...new Set(all.map((line) => line.means))];
  if (means.length === 0) return null;
  return (
    <details>
      <summary>{say(title, { n: means.length })}</summary>
      <ul class="dots">
        {means.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  );
}

function Technical({ lines }: { readonly lines: readonly VerifiedLine[] }) {
  return (
    <details>
      <summary>{say('technical')}</summary>
      <textarea
        class="technical"
        readOnly
        rows={14}
        aria-label={say('technical')}
        value={lines
          .slice(0, LINES_SHOWN)
          .map((line) => JSON.stringify(line))
          .join('\n')}
      />
    </details>
  );
}
