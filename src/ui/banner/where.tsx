import { useRef, useState } from 'preact/hooks';
import type { AskedView, BannerPress, WhereView } from '../../model/banner.ts';

interface WhereProps {
  readonly where: WhereView;
  readonly ask: AskedView['ask'];
  readonly press: (press: BannerPress) => void;
}

/** Where the reader is, if they like to say it; an answer never needs it. The list of places comes when it is opened. */
export function Where({ where, ask, press }: WhereProps) {
  const places = useRef(where.places);
  places.current = where.places ?? places.current;
  const [chosen, choose] = useState(where.chosen);
  const [keep, setKeep] = useState(false);
  const [allow, setAllow] = useState(false);
  const off = where.busy || chosen === '';
  return (
    <details
      class="where"
      onToggle={(event) => event.currentTarget.open && !places.current && press({ press: 'where', ask })}
    >
      <summary>{where.line}</summary>
      <p>{where.why}</p>
      <select
        aria-label={where.choose}
        value={chosen}
        disabled={where.busy}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{where.choose}</option>
        {places.current?.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <label>
        <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.currentTarget.checked)} />
        <span>{where.keep}</span>
      </label>
      {where.allow && (
        <label>
          <input type="checkbox" checked={allow} onChange={(event) => setAllow(event.currentTarget.checked)} />
          <span>{where.allow}</span>
        </label>
      )}
      <button
        type="button"
        aria-disabled={off}
        onClick={() => off || press({ press: 'place', ask, place: chosen, keep, allow })}
      >
        {where.say}
      </button>
      {where.live && (
        <>
          <p>{where.livesWhy}</p>
          <button
            type="button"
            aria-disabled={off}
            onClick={() => off || press({ press: 'place', ask, place: chosen, keep: false, allow: false, lives: true })}
          >
            {where.live}
          </button>
        </>
      )}
      <p aria-live="polite">{where.note}</p>
    </details>
  );
}
