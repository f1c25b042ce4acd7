import type { LineProof } from '../../model/log-line.ts';
import { CopyWords } from '../controls/copy-words.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

interface ProofProps {
  readonly proof: LineProof;
  readonly save: (proof: LineProof) => void;
}

/** What proves one entry, in plain words first, and then all that it takes to check it by hand. */
export function Proof({ proof, save }: ProofProps) {
  const { size, leaf, hash, path, checkpoint } = proof;
  return (
    <section class="proof" aria-label={t('log.proof.of', { index: String(proof.index) })}>
      <p>{t('log.proof.means', { size })}</p>
      <p class="soft">{t('log.proof.limits')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => save(proof)}>
          <Icon name="save" size={18} />
          {t('log.proof.save')}
        </button>
        <p class="small soft">{t('log.proof.with')}</p>
      </div>
      <dl class="exact">
        <dt>{t('log.proof.leaf')}</dt>
        <dd>
          <CopyWords words={leaf} label={t('log.proof.leaf')} copied={() => undefined} />
        </dd>
        <dt>{t('log.proof.hash')}</dt>
        <dd>
          <code>{hash}</code>
        </dd>
        <dt>{t('log.proof.path', { n: path.length })}</dt>
        <dd>
          <ol>
            {path.map((one) => (
              <li key={one}>
                <code>{one}</code>
              </li>
            ))}
          </ol>
        </dd>
        <dt>{t('log.proof.checkpoint')}</dt>
        <dd>
          <pre>{checkpoint}</pre>
        </dd>
      </dl>
    </section>
  );
}
