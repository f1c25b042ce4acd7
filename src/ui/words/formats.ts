import { languageTag } from './speak.ts';

/**
 * Formatters of the language that is spoken, each made once: making one takes a thousand times as long as using it, and a screen that
 * shows progress is drawn again and again.
 */
function kept<Options, Format>(make: (tag: string, options: Options) => Format): (options: Options) => Format {
  const made = new Map<string, Format>();
  return (options) => {
    const key = `${languageTag()} ${JSON.stringify(options)}`;
    const format = made.get(key) ?? make(languageTag(), options);
    made.set(key, format);
    return format;
  };
}

export const numbers = kept((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));
export const times = kept((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options));
export const lists = kept((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options));
