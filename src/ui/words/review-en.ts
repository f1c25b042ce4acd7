import type { Text } from './speak.ts';

/** Notes and scores of calls: beside the player, in the settings, and on the page with the summary. */
export const reviewEn = {
  'cards.why':
    'What each call is scored by. A card that was filled keeps the criteria that it was filled with, whatever you change here.',
  'cards.none': 'No score card. Notes and tags can be written without one.',
  'cards.card': 'Score card {name}',
  'cards.name': 'Name of the card',
  'cards.criterion': 'Criterion',
  'cards.scale': 'Scale',
  'cards.weight': 'Weight',
  'cards.add': 'Add a card',
  'cards.add.criterion': 'Add a criterion',
  'cards.drop': 'Remove',
  'cards.drop.of': 'Remove {name}',
  'cards.undo': 'Take the removal back',
  'cards.new': 'Card {n}',
  'cards.new.criterion': 'Criterion {n}',
  'scale.yes-no': 'Yes or no',
  'scale.1-3': '1 to 3',
  'scale.1-5': '1 to 5',
  'scale.1-10': '1 to 10',
} satisfies Record<string, Text>;
