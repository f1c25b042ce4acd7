import type { LogPerson } from '../../model/log-line.ts';
import { CopyWords } from '../controls/copy-words.tsx';
import { Pages } from '../controls/pages.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { personName } from './filters.tsx';
import type { DeviceKey } from './intents.ts';

interface KeysProps {
  readonly device: DeviceKey | null;
  readonly people: readonly LogPerson[];
  readonly saveDeviceLog: () => void;
}

const AT_ONCE = 50;

/** Numbers to read to each other: the device's own, and those of whoever signed an answer. */
export function Keys({ device, people, saveDeviceLog }: KeysProps) {
  const signed = people.filter(({ keys }) => keys.length > 0);
  return (
    <>
      <section class="block" aria-labelledby="device-title">
        <h2 id="device-title">{t('log.key.device')}</h2>
        {device === null ? (
          <p class="soft">{t('log.key.none')}</p>
        ) : (
          <>
            <p>{t('log.key.device.more')}</p>
            <Key value={device.key} fingerprint={device.fingerprint} />
          </>
        )}
      </section>
      <section class="block" aria-labelledby="signed-title">
        <h2 id="signed-title">{t('log.key.people')}</h2>
        <p class="soft">{t(signed.length > 0 ? 'log.key.people.more' : 'log.key.people.none')}</p>
        <Pages
          all={signed}
          size={AT_ONCE}
          list={t('log.key.people')}
          draw={(part) => (
            <ul class="divided keys">
              {part.map((person) => (
                <li key={person.participant}>
                  <b>
                    <bdi>{personName(person)}</bdi>
                  </b>
                  {person.keys.map(({ key, fingerprint }) => (
                    <Key key={key} value={key} fingerprint={fingerprint} />
                  ))}
                </li>
              ))}
            </ul>
          )}
        />
      </section>
      {device !== null && (
        <section class="block" aria-labelledby="device-log-title">
          <h2 id="device-log-title">{t('log.device')}</h2>
          <p>{t('log.device.more')}</p>
          <p class="soft">{t('log.device.size', { n: device.leaves })}</p>
          <div class="actions">
            <button type="button" class="button" aria-disabled={device.leaves === 0} onClick={saveDeviceLog}>
              <Icon name="save" size={18} />
              {t('log.device.save')}
            </button>
          </div>
        </section>
      )}
    </>
  );
}

function Key({ value, fingerprint }: { readonly value: string; readonly fingerprint: string }) {
  return (
    <div class="key">
      <p class="fingerprint figures">
        <span class="unseen">{t('log.key.fingerprint')}: </span>
        {fingerprint}
      </p>
      <details>
        <summary class="small">{t('log.key.copy')}</summary>
        <CopyWords words={value} label={t('log.key.copy')} copied={() => undefined} />
      </details>
    </div>
  );
}
