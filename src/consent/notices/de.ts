import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'Qualität',
  training: 'Schulung',
  disputes: 'Streitfälle',
  compliance: 'Rechtspflicht',
  research: 'Forschung',
  notes: 'Notizen',
  publication: 'Publikation',
};

const spoken = (items: readonly string[]) => inTurn(items, ' und ');
const off = (why: string) => `Die Aufnahme ist aus: ${why} Zurzeit wird nichts aufgenommen.`;
const days = (n: number) => period(n, unit('Tag', 'Tage'), unit('Jahr', 'Jahre'));

export const de: Wording = {
  language: 'de',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'Um zu prüfen, wie gut solche Gespräche laufen, und besser zu werden.',
    training: 'Damit andere im Team aus diesem Gespräch lernen können.',
    disputes: 'Um fair zu klären, was gesagt wurde, falls es einmal Streit darüber gibt.',
    compliance: 'Weil ein Gesetz oder eine Regel der Branche einen Nachweis verlangt.',
    research: 'Für eine Studie: Forschende hören sich an, was gesagt wird, und werten es aus.',
    notes: 'Um richtig festzuhalten, was gesagt und beschlossen wurde.',
    publication: 'Teile davon können öffentlich werden, etwa in einem Artikel, einem Podcast oder einem Film.',
  },
  detailsWord: 'Details',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Nur Ton' : 'Ton und Ansicht des Hosts';
    const choice = optional.length > 0 ? [`Freiwillig: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / Ich stimme allem zu' : '';
    return [
      ['Dürfen wir aufnehmen?', `${what}, für ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Beim Host verschlüsselt: ${days(terms.keepDays)}; Antwortnachweis: ${days(terms.proofDays)}.`],
      [
        'Nein ist ohne Nachteil: Es geht ohne Aufnahme weiter.',
        'Nicht allein? Bitte erst sagen.',
        'Jederzeit: Aufnahme stoppen / Details.',
      ],
      [`Schreiben: Ich stimme zu${all} / Ich stimme nicht zu`],
    ];
  },
  part: (n, of) => `Aufnahme? ${n}/${of}${n < of ? ', bitte weiterlesen' : ''}:`,
  what: {
    sound: 'Nur der Ton würde aufgenommen, kein Bild.',
    'sound+picture': 'Der Ton und das, was der Host vom Treffen sieht, würden aufgenommen.',
  },
  keep: (terms) =>
    `Die Aufnahme bleibt verschlüsselt auf dem Computer des Hosts (${days(terms.keepDays)}) und wird dann gelöscht. ` +
    `Ihr Name beim Nachweis Ihrer Antwort bleibt länger: ${days(terms.proofDays)}.`,
  on: 'Die Aufnahme läuft: Alle hier haben zugestimmt. Jederzeit: Aufnahme stoppen',
  off: {
    paused: 'Die Aufnahme macht Pause. Zurzeit wird nichts aufgenommen.',
    stopped: off('Der Host hat sie beendet.'),
    waiting: off('Wir warten, bis alle hier geantwortet haben.'),
    declined: off('Jemand hier möchte das so, und das ist in Ordnung.'),
    unsure: off('Es ist nicht sicher, wer hier ist.'),
    fault: off('Etwas Technisches ging schief.'),
    written:
      'Hier muss ein Ja schriftlich sein. Drücken Sie im Banner auf Zustimmen, oder schreiben Sie genau das, mit Ihrem vollen Namen: I, Ihr Name, agree in writing',
    implied:
      'Niemand muss etwas schreiben: Wer in diesem Gespräch bleibt, stimmt der Aufnahme zu, die bald beginnt. Wer das nicht möchte, schreibt: Ich stimme nicht zu',
  },
  end: 'Das Treffen geht normal weiter. Es wird nichts aufgenommen, und niemand muss etwas tun.',
  attested: (host, name, how) =>
    `${host} hat notiert, dass Sie, ${name}, ${how === 'aloud' ? 'mündlich' : 'auf Papier'} zugestimmt haben. Wenn das falsch ist, schreiben Sie: Ich stimme nicht zu`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'nur den Ton' : 'den Ton und das, was ich vom Treffen sehe';
    return [
      `Ich möchte dieses Treffen gern aufnehmen: ${what}. Der Zweck: ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0 ? [`Wenn Sie möchten, auch für: ${spoken(optional)}. Das ist freiwillig.`] : []),
      `Die Aufnahme bleibt verschlüsselt auf meinem Computer, und zwar ${days(terms.keepDays)}, und wird dann gelöscht.`,
      `Ein Vermerk, dass Sie zugestimmt haben, bleibt ${days(terms.proofDays)}.`,
      'Wenn Sie das lieber nicht möchten, ist das in Ordnung und hat keine Nachteile: Wir machen einfach ohne Aufnahme weiter.',
      'Sie können es sich jederzeit anders überlegen. Ist jemand bei Ihnen, den man hören kann?',
      'Sind Sie mit der Aufnahme einverstanden? Sagen Sie bitte: Ich stimme zu, oder: Ich stimme nicht zu.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `Ich stimme der Aufnahme zu, für: ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'Ich stimme der Aufnahme nicht zu.',
  withdrawn: () => 'Aufnahme stoppen: Ich nehme mein Ja zurück.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Person ${person} von ${people} hier: ` : '';
}
