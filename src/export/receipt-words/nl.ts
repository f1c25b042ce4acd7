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
    proof: 'Om te controleren',
  },
  answers: {
    consented: 'U stemde toe',
    refused: 'U zei nee',
    withdrawn: 'U trok uw ja in',
  },
  grades: {
    signed: 'ondertekend door uw eigen extensie',
    chat: 'in de chat van de vergadering geschreven',
    attested: 'volgens de host',
    implied: 'door te blijven nadat het u gezegd was',
  },
  page: {
    noticeErased: 'De tekst van de vraag is gewist; wat er stond, kan niet meer worden getoond.',
    recorded: 'Opname van {seconds} s die eindigde op {time}: bewaard tot {until}',
    recordedGone: 'Opname van {seconds} s die eindigde op {time}: verwijderd, met haar sleutel',
    notRecorded: 'Zolang u er was, is er niets opgenomen.',
    namesUntil: 'Uw naam en woorden naast het bewijs: uiterlijk tot {until}',
    namesErased: 'Uw naam en woorden: gewist',
    compare:
      'Vergelijk dit met de host, hardop of schriftelijk. Het bewijs zelf is het bestand dat bij deze pagina hoort (.json; de host kan het u geven): geef het aan ‘Check a file’ in Ask to Record, of aan het controleprogramma, dat zonder netwerk werkt.',
    fingerprint: 'Vingerafdruk van de sleutel van de host',
    size: 'Regels in het logboek',
    root: 'Wortel van het logboek',
    chatRoot: 'Zoals die in de chat stond, met {size} regels',
    ids: 'Logboek, en uw kenmerken daarin',
    made: 'Gemaakt',
    forReading:
      'Deze pagina is om te lezen, en iedereen zou een andere kunnen schrijven. Wat erop staat, geldt voor zover het bestand dat erbij hoort geldig blijkt. Het is geen juridisch advies.',
  },
};
