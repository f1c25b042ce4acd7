import { useId } from 'preact/hooks';
import type { Purpose } from '../../model/ask.ts';
import type { MeetingRecord, PurposeLeave } from '../../model/record.ts';
import { Icon } from '../style/icon.tsx';
import { lists } from '../words/formats.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

interface ForPurposeProps {
  readonly record: MeetingRecord;
  readonly purpose: Purpose | null;
  readonly choose: (purpose: Purpose) => void;
}

/** Purposes for which a recording may be opened. */
export function allowedOf({ purposes }: MeetingRecord): Purpose[] {
  return purposes.flatMap(({ purpose, refused }) => (refused === null ? [purpose] : []));
}

/** Asks what it is opened for: one of what everybody in it agreed to. The others are there too, with the reason why not. */
export function ForPurpose({ record, purpose, choose }: ForPurposeProps) {
  const group = useId();
  const asked = record.purposes.filter(({ refused }) => refused !== 'not-asked');
  const never = record.purposes.filter(({ refused }) => refused === 'not-asked').map((one) => one.purpose);
  const nothing = allowedOf(record).length === 0;
  return (
    <fieldset class="field for-purpose">
      <legend>{t('records.purpose')}</legend>
      {nothing && (
        <p class="hint">
          <Icon name="warning" />
          <span>{t('records.purpose.nothing')}</span>
        </p>
      )}
      {asked.map((one) => (
        <label key={one.purpose} class="choice">
          <input
            type="radio"
            name={group}
            value={one.purpose}
            disabled={one.refused !== null}
            checked={one.purpose === purpose}
            onChange={() => choose(one.purpose)}
          />
          <span>
            {t(`purpose.${one.purpose}`)}
            {one.refused === 'not-agreed' && <span class="small soft refused">{whyNot(record, one)}</span>}
          </span>
        </label>
      ))}
      <p class="small soft">
        {never.length > 0 && `${t('records.purpose.never', { purposes: namesOf(never) })} `}
        {t('records.purpose.why')}
      </p>
    </fieldset>
  );
}

/** More names than these tell nobody more. */
const NAMES_MAX = 3;

function whyNot({ participants }: MeetingRecord, { people }: PurposeLeave): string {
  if (people.length > NAMES_MAX) return t('records.purpose.not-agreed.many', { n: people.length });
  const names = people.map((key) => nameOf(participants.find(({ participant }) => participant === key)?.name ?? ''));
  return t('records.purpose.not-agreed', { names: lists({ type: 'conjunction' }).format(names) });
}

function namesOf(purposes: readonly Purpose[]): string {
  return lists({ type: 'conjunction' }).format(purposes.map((purpose) => t(`purpose.${purpose}`)));
}
