import type { ReceiptWords } from './words.ts';

export const es: ReceiptWords = {
  language: 'es',
  direction: 'ltr',
  title: 'Recibo',
  addendum: 'Anexo a su recibo',
  statement:
    'Este es su recibo de una reunión en la que se le preguntó si podía grabarse. Muestra qué se le preguntó, qué respondió y cuándo, y demuestra que así consta en el registro que firmó el ordenador del anfitrión. No dice nada de otras personas. Guárdelo: si el registro se cambia más tarde, este archivo lo mostrará.',
  added:
    'Continúa su recibo anterior: muestra también lo que se añadió después, como un no, un sí retirado o una eliminación.',
  takeBack:
    'Puede retirar su sí en cualquier momento y sin dar motivos: escriba «Detener la grabación» en el chat de la reunión o dígaselo al anfitrión. También puede pedirle una copia, o que borre su nombre y sus palabras.',
  heads: {
    asked: 'Qué se le preguntó',
    answers: 'Qué respondió',
    until: 'Se guarda hasta',
    how: 'Cómo retirarlo',
    proof: 'Para comprobarlo',
  },
  answers: {
    consented: 'Aceptó',
    refused: 'Dijo que no',
    withdrawn: 'Retiró su sí',
  },
};
