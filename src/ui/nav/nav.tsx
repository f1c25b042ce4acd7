import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { PAGES, type PageName, pageHref } from './pages.ts';

/** The way between our own pages, at the top of each. here: null on a page that is reached from one of them. Links, so that keyboard, new tabs and the way back are the browser's own. */
export function Nav({ here }: { readonly here: PageName | null }) {
  return (
    <nav class="nav" aria-label={t('nav.label')}>
      <span class="nav-name">
        <Icon name="record" size={18} />
        {t('app.name')}
      </span>
      <ul>
        {PAGES.map((page) => (
          <li key={page}>
            <a href={pageHref(page)} aria-current={page === here ? 'page' : undefined}>
              {t(`nav.${page}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
