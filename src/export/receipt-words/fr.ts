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
    how: 'Comment le retirer',
    proof: 'Pour vérifier',
  },
  answers: {
    consented: 'Vous avez accepté',
    refused: 'Vous avez refusé',
    withdrawn: 'Vous avez retiré votre accord',
  },
};
