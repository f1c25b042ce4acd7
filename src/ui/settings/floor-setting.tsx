import { useId, useState } from 'preact/hooks';
import { FLOORS, type Floor, type NotMinimum } from '../../model/requirement.ts';
import { IMPLIED_AFTER } from '../../model/setting-fields.ts';
import { t } from '../words/speak.ts';
import { at, type Fields, faultOf, set } from './fields.ts';
import { Setting } from './setting.tsx';

interface FloorSettingProps {
  readonly fields: Fields;
  /** Why the legal minimum cannot hold in any meeting of this host, as the settings are; empty when it may. */
  readonly noMinimum: readonly NotMinimum[];
}

/** Everyone answers, or only what the law asks. What is not offered says why not. */
export function FloorSetting({ fields, noMinimum }: FloorSettingProps) {
  const name = useId();
  const chosen = at(fields, 'floor');
  const barred = (floor: Floor) => floor === 'legal-minimum' && noMinimum.length > 0 && chosen !== floor;
  return (
    <Setting fields={fields} path="floor">
      <fieldset class="field">
        <legend class="unseen">{t('setting.floor')}</legend>
        {FLOORS.map((floor) => (
          <div key={floor} class="floor">
            <label class="yes">
              <input
                type="radio"
                name={name}
                value={floor}
                checked={floor === chosen}
                disabled={barred(floor)}
                aria-describedby={`${name}-${floor}`}
                onChange={() => set(fields, 'floor', floor)}
              />
              <span>{t(`floor.${floor}`)}</span>
            </label>
            <div class="small soft" id={`${name}-${floor}`}>
              <p>{t(`floor.${floor}.why`)}</p>
              {floor === 'legal-minimum' && noMinimum.length > 0 && (
                <>
                  <p class="problem">{t(chosen === floor ? 'floor.not.chosen' : 'floor.not')}</p>
                  <ul class="dots">
                    {noMinimum.map((why) => (
                      <li key={why}>{t(`floor.not.${why}`)}</li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          </div>
        ))}
      </fieldset>
    </Setting>
  );
}

/** Asked only where it means something. */
export function WaitSetting({ fields }: { readonly fields: Fields }) {
  const field = useId();
  const [draft, write] = useState<number | null>(null);
  if (at(fields, 'floor') !== 'legal-minimum') return null;
  const seconds = draft ?? at(fields, 'impliedAfterMs') / 1000;
  const fault = draft === null ? null : faultOf(fields, 'impliedAfterMs', draft * 1000);
  const type = (typed: number) => {
    const sound = faultOf(fields, 'impliedAfterMs', typed * 1000) === null;
    write(sound ? null : typed);
    if (sound) set(fields, 'impliedAfterMs', typed * 1000);
  };
  return (
    <Setting fields={fields} path="impliedAfterMs">
      <div class="field">
        <label for={field}>{t('setting.impliedAfterMs')}</label>
        <input
          class="number"
          id={field}
          type="number"
          min={IMPLIED_AFTER.min / 1000}
          max={IMPLIED_AFTER.max / 1000}
          value={seconds}
          aria-describedby={`${field}-why ${field}-fault`}
          aria-invalid={fault !== null}
          onInput={(event) => type(event.currentTarget.valueAsNumber || 0)}
        />
        <p class="small soft" id={`${field}-why`}>
          {t('setting.impliedAfterMs.why')}
        </p>
        <p class="problem small" id={`${field}-fault`} aria-live="polite">
          {fault && t(`fault.${fault}`)}
        </p>
      </div>
    </Setting>
  );
}
