import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'якість',
  training: 'навчання',
  disputes: 'спори',
  compliance: 'вимоги закону',
  research: 'дослідження',
  notes: 'нотатки',
  publication: 'публікація',
};

const spoken = (items: readonly string[]) => inTurn(items, ' і ');
const off = (why: string) => `Запис вимкнено: ${why} Зараз нічого не записується.`;

/** 1, 21, 31 …; 2 to 4, 22 to 24 …; all others, 11 to 14 among them. */
function counted(n: number, one: string, few: string, many: string): string {
  const [last, teens] = [n % 10, n % 100 > 10 && n % 100 < 15];
  if (teens || last === 0 || last > 4) return `${n} ${many}`;
  return `${n} ${last === 1 ? one : few}`;
}

const days = (n: number) =>
  period(
    n,
    (d) => counted(d, 'день', 'дні', 'днів'),
    (y) => counted(y, 'рік', 'роки', 'років'),
  );

export const uk: Wording = {
  language: 'uk',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'Щоб перевірити, як проходять такі розмови, і робити це краще.',
    training: 'Щоб колеги могли вчитися на цій розмові.',
    disputes: 'Щоб чесно з’ясувати, що було сказано, якщо колись виникне спір.',
    compliance: 'Бо цього вимагає закон або правило галузі.',
    research: 'Для дослідження: науковці слухають сказане й аналізують його.',
    notes: 'Щоб правильно занотувати, що було сказано й вирішено.',
    publication: 'Частини можуть стати публічними, наприклад у статті, подкасті чи фільмі.',
  },
  detailsWord: 'подробиці',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Лише звук' : 'Звук і те, що бачить ведучий';
    const choice = optional.length > 0 ? [`За бажанням: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / Погоджуюсь на все' : '';
    return [
      ['Чи можна записати цю зустріч?', `${what}; мета: ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Зашифровано у ведучого: ${days(terms.keepDays)}; підтвердження відповідей: ${days(terms.proofDays)}.`],
      [
        'Відмова нічим не шкодить: продовжимо без запису.',
        'Хтось поруч? Скажіть спершу.',
        'Будь-коли: зупинити запис / подробиці.',
      ],
      [`Напишіть: Погоджуюсь${all} / Не погоджуюсь`],
    ];
  },
  part: (n, of) => `Запис? ${n}/${of}${n < of ? ', читайте далі' : ''}:`,
  what: {
    sound: 'Записано було б лише звук, без зображення.',
    'sound+picture': 'Записано було б звук і те, що ведучий бачить на зустрічі.',
  },
  keep: (terms) =>
    `Запис зберігається зашифрованим на комп’ютері ведучого (${days(terms.keepDays)}), а потім видаляється. ` +
    `Ваше ім’я біля підтвердження вашої відповіді зберігається ${days(terms.proofDays)}.`,
  on: 'Запис триває: усі присутні погодилися. Будь-коли: зупинити запис',
  off: {
    paused: 'Запис на паузі. Зараз нічого не записується.',
    stopped: off('ведучий його завершив.'),
    waiting: off('чекаємо, доки всі присутні дадуть відповідь.'),
    declined: off('хтось тут воліє саме так, і це нормально.'),
    unsure: off('невідомо напевно, хто тут є.'),
    fault: off('стався технічний збій.'),
    written:
      'Тут згода має бути письмовою. Натисніть кнопку на панелі або напишіть точно це, зі своїм повним іменем: I, ваше ім’я, agree in writing',
    implied:
      'Нічого писати не треба: хто залишається на цій зустрічі, погоджується на запис, який незабаром почнеться. Якщо ні, напишіть: Не погоджуюсь',
  },
  end: 'Зустріч триває як звичайно. Нічого не записується, і нікому нічого робити не треба.',
  attested: (host, name, how) =>
    `${host}: занотовано згоду ${how === 'aloud' ? 'вголос' : 'на папері'}, особа: ${name}. Якщо це помилка, напишіть: Не погоджуюсь`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'лише звук' : 'звук і те, що я бачу на зустрічі';
    return [
      `Хочу записати цю зустріч: ${what}. Мета: ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0 ? [`За бажанням також: ${spoken(optional)}; можна погодитися й без цього.`] : []),
      `Запис зберігається зашифрованим на моєму комп’ютері (${days(terms.keepDays)}), а потім видаляється.`,
      `Нотатка про вашу згоду зберігається ${days(terms.proofDays)}.`,
      'Якщо ви не хочете, це нормально й нічим не шкодить: ми просто продовжимо без запису.',
      'Передумати можна будь-коли. Чи є поруч хтось, кого чути?',
      'Чи погоджуєтеся ви на запис? Скажіть, будь ласка: Погоджуюсь, або: Не погоджуюсь.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `Погоджуюсь на запис, мета: ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'Не погоджуюсь на запис.',
  withdrawn: () => 'Зупиніть запис: відкликаю свою згоду.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Особа ${person} з ${people} тут: ` : '';
}
