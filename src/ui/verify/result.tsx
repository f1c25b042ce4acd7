import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type VerifiedFile, type VerifiedLine, worstOf } from '../../model/verified.ts';
import { Icon } from '../style/icon.tsx';
import { FileResult } from './file-result.tsx';
import { say, type VerifyKey } from './say.ts';
import type { VerifyIntents } from './state.ts';
import { Unlock } from './unlock.tsx';

interface ResultProps {
  readonly files: readonly VerifiedFile[];
  readonly unlock: 'none' | 'asked' | 'wrong';
  readonly intents: VerifyIntents;
}

const ICONS = { valid: 'check', invalid: 'cross', unreadable: 'question' } as const;
const order = { invalid: 0, unreadable: 1, valid: 2 } as const;

/** The verdict in one sentence, then what it rests on, then what nobody can know. */
export function Result({ files, unlock, intents }: ResultProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => head.current?.focus(), []);
  const verdict = worstOf(files.map((file) => file.verdict));
  const sentence = sentenceOf(files);
  const limits = limitsOf(files);
  const fingerprints = [...new Set(files.flatMap(({ lines }) => lines.flatMap(fingerprintIn)))];
  const worstFirst = [...files].sort((a, b) => order[a.verdict] - order[b.verdict]);
  return (
    <>
      <section class={`verdict ${verdict}`}>
        <Icon name={ICONS[verdict]} size={36} />
        <div>
          <h2 ref={head} tabIndex={-1}>
            {say(sentence)}
          </h2>
          <p>{say(sentence === 'verdict.some' ? 'verdict.unreadable.more' : `${sentence}.more`)}</p>
        </div>
      </section>
      {intents.unlock && unlock !== 'none' && <Unlock wrong={unlock === 'wrong'} open={intents.unlock} />}
      <section class="files">
        <h2>{say('files.title', { n: files.length })}</h2>
        {worstFirst.slice(0, SHOWN).map((file) => (
          <FileResult key={file.file} file={file} />
        ))}
      </section>
      {fingerprints.length > 0 && (
        <section class="block">
          <h2>{say('key.title')}</h2>
          {fingerprints.map((value) => (
            <p key={value} class="fingerprint figures">
              {value.split(' ').map((group, at) => (
                <span key={at}>{group}</span>
              ))}
            </p>
          ))}
          <p class="soft">{say('key.how')}</p>
        </section>
      )}
      {limits.length > 0 && (
        <section class="block">
          <h2>{say('limits.title')}</h2>
          <ul class="dots">
            {limits.map((means) => (
              <li key={means}>{means}</li>
            ))}
          </ul>
        </section>
      )}
      <Keep files={files} verdict={verdict} intents={intents} />
    </>
  );
}

const SHOWN = 200;

/** A valid file that nobody signed is another thing than a signed one, and is said at once. */
function sentenceOf(
  files: readonly VerifiedFile[],
): Exclude<Extract<VerifyKey, `verdict.${string}`>, `${string}.more`> {
  const verdict = worstOf(files.map((file) => file.verdict));
  if (verdict === 'unreadable')
    return files.some((file) => file.verdict === 'valid') ? 'verdict.some' : 'verdict.unreadable';
  const unsigned = files.some(({ lines }) => lines.some((line) => line.what === 'limit' && line.code === 'not-signed'));
  return verdict === 'valid' && unsigned ? 'verdict.valid.unsigned' : `verdict.${verdict}`;
}

function limitsOf(files: readonly VerifiedFile[]): string[] {
  return [
    ...new Set(files.flatMap(({ lines }) => lines.flatMap((line) => (line.what === 'limit' ? [line.means] : [])))),
  ];
}

function fingerprintIn(line: VerifiedLine): string[] {
  return line.what === 'fact' && line.fact === 'fingerprint' ? [line.value] : [];
}

function Keep({
  files,
  verdict,
  intents,
}: {
  readonly files: readonly VerifiedFile[];
  readonly verdict: string;
  readonly intents: VerifyIntents;
}) {
  const [told, tell] = useState('');
  const json = () =>
    `${JSON.stringify({ format: 'ask-to-record-verification', version: 1, verdict, files }, null, 1)}\n`;
  const copy = () =>
    navigator.clipboard.writeText(json()).then(
      () => tell(say('copied')),
      () => tell(say('copy.failed')),
    );
  return (
    <div class="actions">
      <button type="button" class="button primary" onClick={intents.again}>
        {say('again')}
      </button>
      <button type="button" class="button" onClick={copy}>
        <Icon name="copy" size={16} />
        {say('copy')}
      </button>
      <button type="button" class="button" onClick={() => intents.saveResult(json())}>
        <Icon name="save" size={16} />
        {say('save')}
      </button>
      <span role="status">{told}</span>
    </div>
  );
}
