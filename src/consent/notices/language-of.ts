import type { AskLanguages } from '../../model/ask.ts';
import type { Settings } from '../../model/settings.ts';
import { wordingOf } from './registry.ts';

/** Languages that a question begins with: what was settled, else the browser's own, else English. browser: its language tag. */
export function languagesFor(
  { language, secondLanguage }: Pick<Settings, 'language' | 'secondLanguage'>,
  browser: string,
): AskLanguages {
  const first = (language !== null && wordingOf(language)) || wordingOf(browser);
  const second = secondLanguage === null ? null : wordingOf(secondLanguage);
  const tag = first?.language ?? 'en';
  return { language: tag, also: second === null || second.language === tag ? null : second.language };
}
