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
    proof: 'Para comprobarlo',
  },
  answers: {
    consented: 'Aceptó',
    refused: 'Dijo que no',
    withdrawn: 'Retiró su sí',
  },
  grades: {
    signed: 'firmado por su propia extensión',
    chat: 'escrito en el chat de la reunión',
    attested: 'según la palabra del anfitrión',
    implied: 'por quedarse después de que se le avisara',
  },
  page: {
    noticeErased: 'El texto del aviso se borró; ya no se puede mostrar qué decía.',
    recorded: 'Grabación de {seconds} s que terminó el {time}: se guarda hasta el {until}',
    recordedGone: 'Grabación de {seconds} s que terminó el {time}: eliminada, con su clave',
    notRecorded: 'No se grabó nada mientras usted estuvo.',
    namesUntil: 'Su nombre y sus palabras junto a la prueba: hasta el {until} como máximo',
    namesErased: 'Su nombre y sus palabras: borrados',
    compare:
      'Compare esto con el anfitrión, en voz alta o por escrito. La prueba misma es el archivo que acompaña a esta página (.json; el anfitrión puede dárselo): llévelo a «Check a file» en Ask to Record, o a su verificador, que no necesita red.',
    fingerprint: 'Huella de la clave del anfitrión',
    size: 'Entradas del registro',
    root: 'Raíz del registro',
    chatRoot: 'Como constaba en el chat, con {size} entradas',
    ids: 'Registro, y sus identificadores en él',
    made: 'Emitido',
    forReading:
      'Esta página es para leer, y cualquiera podría escribir otra. Lo que dice vale en la medida en que el archivo que la acompaña resulte válido. No es asesoramiento jurídico.',
  },
};
