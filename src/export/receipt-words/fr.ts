import type { ReceiptWords } from './words.ts';

export const fr: ReceiptWords = {
  language: 'fr',
  direction: 'ltr',
  title: 'Reçu',
  addendum: 'Complément à votre reçu',
  statement:
    'Ceci est votre reçu pour une réunion où l’on vous a demandé si elle pouvait être enregistrée. Il montre ce qui vous a été demandé, ce que vous avez répondu et quand, et prouve que cela figure dans le journal signé par l’ordinateur de l’hôte. Il ne dit rien de personne d’autre. Gardez-le : si le journal est modifié plus tard, ce fichier le montrera.',
  added:
    'Il continue votre reçu précédent : il montre aussi ce qui s’est ajouté depuis, comme un refus, un accord retiré ou une suppression.',
  takeBack:
    'Vous pouvez retirer votre accord à tout moment, sans donner de raison : écrivez « Arrêter l’enregistrement » dans la discussion de la réunion, ou dites-le à l’hôte. Vous pouvez aussi lui demander une copie, ou d’effacer votre nom et vos paroles.',
  heads: {
    asked: 'Ce qui vous a été demandé',
    answers: 'Ce que vous avez répondu',
    until: 'Conservé jusqu’au',
    proof: 'Pour vérifier',
  },
  answers: {
    consented: 'Vous avez accepté',
    refused: 'Vous avez refusé',
    withdrawn: 'Vous avez retiré votre accord',
  },
  grades: {
    signed: 'signé par votre propre extension',
    chat: 'écrit dans la discussion de la réunion',
    attested: 'selon la parole de l’hôte',
    implied: 'en restant après avoir été informé',
  },
  page: {
    noticeErased: 'Le texte de l’avis a été effacé ; on ne peut plus montrer ce qu’il disait.',
    recorded: 'Enregistrement de {seconds} s, terminé le {time} : conservé jusqu’au {until}',
    recordedGone: 'Enregistrement de {seconds} s, terminé le {time} : supprimé, avec sa clé',
    notRecorded: 'Rien n’a été enregistré pendant que vous étiez là.',
    namesUntil: 'Votre nom et vos paroles à côté de la preuve : jusqu’au {until} au plus tard',
    namesErased: 'Votre nom et vos paroles : effacés',
    compare:
      'Comparez ceci avec l’hôte, de vive voix ou par écrit. La preuve elle-même est le fichier qui va avec cette page (.json ; l’hôte peut vous le donner) : donnez-le à « Check a file » dans Ask to Record, ou à son vérificateur, qui fonctionne sans réseau.',
    fingerprint: 'Empreinte de la clé de l’hôte',
    size: 'Entrées du journal',
    root: 'Racine du journal',
    chatRoot: 'Telle qu’elle était dans la discussion, avec {size} entrées',
    ids: 'Journal, et vos identifiants dans celui-ci',
    made: 'Établi',
    forReading:
      'Cette page est faite pour être lue, et n’importe qui pourrait en écrire une autre. On peut s’y fier dans la mesure où le fichier qui va avec est reconnu valide. Ce n’est pas un conseil juridique.',
  },
};
