import type { Text } from './speak.ts';

/** Cutting a stretch out of a recording. */
export const cutEn = {
  'cut.title': 'Cut something out',
  'cut.why':
    'For what should not be kept: a card number, something private. Mark where it begins and ends, or drag over the timeline.',
  'cut.in': 'It begins here (I)',
  'cut.out': 'It ends here (O)',
  'cut.unmark': 'Unmark',
  'cut.nothing': 'Nothing is marked.',
  'cut.backwards': 'The end is marked before the beginning.',
  'cut.marking': 'Marked: from {from} to {to}',
  'cut.marked': 'Marked: from {from} to {to}, {span}',
  'cut.without': 'Play it without what is marked',
  'cut.do': 'Cut it out…',
  'cut.looking': 'Looking where it can be cut…',
  'cut.yes': 'Destroy it',
  'cut.sure': '{from} to {to} will be destroyed: {span}. Nobody can bring it back, you neither.',
  'cut.more':
    'That is {span} more than you marked: the picture can only go on with a whole one, and never less than what you marked goes.',
  'cut.stays':
    'The rest stays. The log says that something was cut out here and when, not what it was; what it proves holds as before.',
  'cut.others':
    'Notes at these moments and voice-masked copies with any of it go too. Files that you saved before are not reached: delete those yourself.',
  'cut.cutting': 'Cutting, {percent} done',
  'cut.done': 'Cut out and destroyed: {span}.',
  'cut.cancelled': 'Cancelled. The recording is as it was.',
  'cut.untouched': 'Nothing was cut: the recording is as it was.',
  'records.stretch.cut': '{from} to {to}: cut out, and destroyed',
} satisfies Record<string, Text>;
