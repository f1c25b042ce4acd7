import type { MyConsent } from '../../model/my-consent.ts';
import { dateOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

interface ProofProps {
  readonly row: MyConsent;
  readonly fingerprints: ReadonlyMap<string, string>;
}

/** Answers, key and roots: what can be read aloud to somebody who doubts it. */
export function Proof({ row, fingerprints }: ProofProps) {
  const keys = [...new Set(row.answers.flatMap(({ signed }) => signed?.key ?? []))];
  const shown = keys.flatMap((key) => fingerprints.get(key) ?? []);
  return (
    <details>
      <summary>{t('consents.proof')}</summary>
      <h3>{t('consents.answered')}</h3>
      <ul>
        {row.answers.map(({ at, answer, purposes, signed }) => (
          <li key={at}>
            {t('consents.answer', {
              answer: t(`records.answer.${answer}`),
              date: dateOf(at),
              time: timeOf(at, true),
            })}
            {purposes.length > 0 &&
              `, ${t('consents.answerFor', { purposes: purposes.map((one) => t(`purpose.${one}`)).join(', ') })}`}{' '}
            <span class="soft">({t(signed ? 'consents.signed' : 'consents.byHand')})</span>
          </li>
        ))}
      </ul>
      {shown.length > 0 ? (
        <>
          <h3>{t('consents.key')}</h3>
          {shown.map((fingerprint) => (
            <p key={fingerprint} class="digits">
              {fingerprint}
            </p>
          ))}
        </>
      ) : (
        <p class="soft">{t('consents.keyNone')}</p>
      )}
      <h3>{t('consents.roots')}</h3>
      {row.roots.length === 0 && <p class="soft">{t('consents.roots.none')}</p>}
      <ul>
        {row.roots.map(({ at, size, hash }) => (
          <li key={hash}>
            {t('consents.root', { date: dateOf(at), time: timeOf(at), n: size })}
            <br />
            <span class="digits">{hash.match(/.{1,4}/g)?.join(' ')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
