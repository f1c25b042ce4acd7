import type { ReceiptWords } from './words.ts';

export const nl: ReceiptWords = {
  language: 'nl',
  direction: 'ltr',
  title: 'Bewijs',
  addendum: 'Aanvulling op uw bewijs',
  statement:
    'Dit is uw bewijs van een vergadering waarin u gevraagd werd of die opgenomen mag worden. Het laat zien wat u gevraagd werd, wat u antwoordde en wanneer, en bewijst dat dit in het logboek staat dat de computer van de host heeft ondertekend. Over anderen zegt het niets. Bewaar het: wordt het logboek later veranderd, dan laat dit bestand dat zien.',
  added:
    'Het gaat verder waar uw eerdere bewijs ophield en laat ook zien wat er sindsdien bij kwam, zoals een nee, een ingetrokken ja of een verwijdering.',
  takeBack:
    'U kunt uw ja altijd intrekken, zonder reden: schrijf ‘Stop de opname’ in de chat van de vergadering of zeg het tegen de host. U kunt de host ook om een kopie vragen, of om uw naam en woorden te wissen.',
  heads: {
    asked: 'Wat u gevraagd werd',
    answers: 'Wat u antwoordde',
    until: 'Bewaard tot',
    how: 'Hoe u het intrekt',
    proof: 'Om te controleren',
  },
  answers: {
    consented: 'U stemde toe',
    refused: 'U zei nee',
    withdrawn: 'U trok uw ja in',
  },
};
