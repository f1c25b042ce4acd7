import type { GivenFile } from '../../model/my-consent.ts';
import { Icon, type IconName } from '../style/icon.tsx';
import { dateOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

/** What the host gave, with what was found. The newest first: an older one that held says nothing of it. */
export function GivenFiles({ given }: { readonly given: readonly GivenFile[] }) {
  if (given.length === 0) return null;
  return (
    <section class="given">
      <h3>{t('consents.given')}</h3>
      <ul>
        {given.toReversed().map((file) => (
          <Given key={file.at} file={file} />
        ))}
      </ul>
    </section>
  );
}

function Given({ file }: { readonly file: GivenFile }) {
  const { icon, says, bad } = found(file);
  return (
    <li class={`given-file ${bad ? 'bad' : 'good'}`}>
      <Icon name={icon} />
      <div>
        <p>
          <b>{says}</b>
        </p>
        {file.compared === 'fork' && <p>{t('consents.fork.more')}</p>}
        <p class="small soft">
          {t(`consents.kind.${file.kind}`)} <bdi>{file.name}</bdi>, {dateOf(file.at)}, {timeOf(file.at)}
        </p>
        {file.fingerprint && !bad && (
          <p class="small soft">
            {t('consents.hostKey')} <span class="digits">{file.fingerprint}</span>
          </p>
        )}
      </div>
    </li>
  );
}

/** What weighs most is said. */
function found({ verdict, compared }: GivenFile): { icon: IconName; says: string; bad: boolean } {
  if (compared === 'fork') return { icon: 'warning', says: t('consents.fork'), bad: true };
  if (verdict === 'invalid') return { icon: 'warning', says: t('consents.invalid'), bad: true };
  if (compared === 'left-out') return { icon: 'warning', says: t('consents.leftOut'), bad: true };
  return { icon: 'check', says: t(compared === 'same' ? 'consents.same' : 'consents.validOnly'), bad: false };
}
