import type { SiteLeave } from '../../model/panel.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';

/** Lasting leave to read one site that we do not know: offered, and given back, in one place. */
export function KeepSite({ site, keep }: { readonly site: SiteLeave; readonly keep: PanelIntents['keepSite'] }) {
  const { host, kept } = site;
  return (
    <div class="fact">
      <Icon name="pin" />
      <div>
        <h2>{t('site.title')}</h2>
        <p class="small soft">{t(kept ? 'site.kept' : 'site.why', { host })}</p>
        <button type="button" class="button tight" onClick={() => keep(site, !kept)}>
          {t(kept ? 'site.back' : 'site.keep', { host })}
        </button>
      </div>
    </div>
  );
}
