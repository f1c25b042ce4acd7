import { t } from '../words/speak.ts';

/** Where something was read. Only a safe address becomes a link; it opens beside this page and learns nothing of it. */
export function Source({ source }: { readonly source: string }) {
  const url = URL.parse(source);
  if (url?.protocol === 'https:') {
    return (
      <a href={url.href} target="_blank" rel="noopener noreferrer">
        {t('source.link', { host: url.hostname })}
      </a>
    );
  }
  return <span>{url ? t('source.unsafe', { words: source }) : source}</span>;
}
