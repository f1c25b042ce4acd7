import { describe, expect, test } from 'vitest';
import { PHRASE_BOOKS } from './phrases/registry.ts';
import { recognise } from './recognise.ts';

/** Everyday ways to ask for a pause, in every language that there is a book for. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  en: ['pause', 'Please pause', 'pause recording', 'Can you pause the recording for a minute?', 'pls pause rec'],
  es: [
    'pausa',
    'Pausa, por favor',
    'pausa la grabación',
    'por favor, pause la grabación',
    '¿Puedes pausar la grabación?',
  ],
  fr: [
    'pause',
    'Pause s’il vous plaît',
    'mettez l’enregistrement en pause',
    'pause enregistrement svp',
    'Pouvez-vous mettre en pause ?',
  ],
  de: [
    'Pause',
    'Bitte pausieren',
    'Aufnahme pausieren',
    'Bitte die Aufnahme anhalten',
    'Können Sie die Aufnahme kurz unterbrechen?',
  ],
  it: [
    'pausa',
    'pausa per favore',
    'metti in pausa la registrazione',
    'sospendi la registrazione',
    'Può mettere in pausa la registrazione?',
  ],
  pt: ['pausa', 'pausa, por favor', 'pause a gravação', 'pausar a gravação por favor', 'Pode pausar a gravação?'],
  nl: ['pauze', 'graag pauzeren', 'pauzeer de opname', 'opname pauzeren aub', 'Kun je de opname even pauzeren?'],
  pl: ['pauza', 'proszę o pauzę', 'wstrzymaj nagrywanie', 'proszę wstrzymać nagrywanie', 'pauza w nagrywaniu proszę'],
  sv: ['pausa', 'snälla pausa', 'pausa inspelningen', 'kan du pausa inspelningen?', 'paus tack'],
  da: ['pause', 'pause tak', 'sæt optagelsen på pause', 'pausér optagelsen', 'kan du sætte optagelsen på pause?'],
  tr: ['ara', 'lütfen duraklat', 'kaydı duraklat', 'kaydı duraklatın lütfen', 'Kaydı duraklatabilir misiniz?'],
  uk: ['пауза', 'пауза, будь ласка', 'призупиніть запис', 'поставте запис на паузу', 'Можете призупинити запис?'],
  ar: ['أوقف التسجيل مؤقتا', 'توقف مؤقت من فضلك', 'يرجى إيقاف التسجيل مؤقتًا', 'إيقاف مؤقت'],
  hi: ['रिकॉर्डिंग रोक कर रखें', 'कृपया रिकॉर्डिंग पॉज़ करें', 'पॉज़', 'थोड़ी देर के लिए रिकॉर्डिंग रोकें'],
  zh: ['暂停', '请暂停', '暂停录制', '请暂停录音', '可以暂停一下录制吗？', '暫停錄影'],
  ja: [
    '一時停止',
    '一時停止してください',
    '録音を一時停止してください',
    '録画を一時停止',
    '録音をいったん止めてください',
  ],
};

/** What a pause is at least: a no stops as well, and is never missed for being stronger. */
const QUIET = ['pause', 'withdrawn', 'refused'];

test('every language has its own', () => {
  expect(Object.keys(SAID).toSorted()).toEqual(
    PHRASE_BOOKS.map(({ language }) => language)
      .filter((l) => l in SAID)
      .toSorted(),
  );
});

describe.each(Object.entries(SAID))('%s', (language, lines) => {
  test.each(lines)('%s', (line) => expect(QUIET).toContain(recognise(line, language).says));
  test.each(lines.slice(0, 4))('%s, where the notice was in another language', (line) => {
    expect(QUIET).toContain(recognise(line, language === 'en' ? 'de' : 'en').says);
  });
});
