import { makeNotice } from '../consent/notice.ts';
import { wordingOf } from '../consent/notices/registry.ts';
import type { AskTerms, NoticeRef, Purpose } from '../model/ask.ts';

/** The notice of such terms, for a receipt, in exactly this language; null where there is none. */
export async function noticeIn(
  terms: AskTerms,
  language: string,
): Promise<{ words: string; notice: NoticeRef } | null> {
  return wordingOf(language)?.language === language ? makeNotice(terms, language) : null;
}

/** Purposes by their names in the language of a receipt, or in English. */
export function purposesIn(language: string): Readonly<Record<Purpose, string>> {
  const wording = wordingOf(language) ?? wordingOf('en');
  if (!wording) throw new RangeError('no wording in English');
  return wording.purposeNames;
}
