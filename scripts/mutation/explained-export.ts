import type { Explained } from './explained.ts';

/** Mutants of src/export that may live, beside those of `explained-log.ts`. */
export const EXPLAINED_EXPORT: readonly Explained[] = [
  {
    file: 'src/export/stated.ts',
    mutator: 'ArrayDeclaration',
    from: '[]',
    why: 'What is no setting is not empty, and is not asked for.',
  },
  {
    file: 'src/export/webm-order.ts',
    mutator: /^(?:EqualityOperator|ConditionalExpression)$/,
    from: /^(?:heads\.length > 0|!first)$/,
    to: /^(?:heads\.length >= 0|false)$/,
    why: 'Each of the two ends what the other would let on: the second is for the compiler.',
  },
  {
    file: 'src/export/webm-black.ts',
    mutator: 'ConditionalExpression',
    from: 'next === null',
    to: 'false',
    why: 'No time of a recording is below nothing: the question is for the compiler.',
  },
  {
    file: 'src/export/age.ts',
    mutator: 'ConditionalExpression',
    from: 'error instanceof Failure',
    to: 'true',
    why: 'Nothing else is thrown there: what is not ours is not swallowed, whatever the library does one day.',
  },
  {
    file: 'src/export/age.ts',
    mutator: 'StringLiteral',
    from: "''",
    why: 'For whoever reads a stack trace: no screen shows it.',
  },
  {
    file: 'src/export/report-facts.ts',
    mutator: 'ConditionalExpression',
    from: /^(?:entry\.kind === 'accessed'|entry\.epoch === null|stretch)$/,
    to: /^(?:true|false)$/,
    within:
      /who: entry\.kind === 'accessed' \?|entry\.epoch === null \? undefined|if \(stretch\) stretch\.ms = entry\.pieces/,
    why: 'Nothing else has a text, no stretch is nobody’s, and what is cut was opened in the same log: the question is for the compiler.',
  },
  {
    mutator: 'StringLiteral',
    from: "'\\n'",
    to: '""',
    within:
      /^ *(?:\$\{(?:held\.map\(meeting\)|asks\.map\(|receipt\.roots\.map\()|\.join\(|const said = |return `<ul>|yield `<h2>)/,
    why: 'Between two parts of a page: nobody sees it.',
  },
  {
    file: 'src/export/receipt-page.ts',
    mutator: /^(?:ArrayDeclaration|OptionalChaining|StringLiteral)$/,
    from: /^(?:\[\]|readDisclosure\(disclosure\)\?\.value|'')$/,
    within: /read\.ok \?|readDisclosure|const opened = |quoted\.split/,
    why: 'A receipt that was read has entries that can be, openings that can be, and at least one of them; and every text has a first line: the question is for the compiler.',
  },
  {
    file: 'src/export/receipt-page.ts',
    mutator: 'MethodExpression',
    from: "leaves.filter(isA('segment-sealed'))",
    to: 'leaves',
    why: 'Nothing else of a receipt has a length, which is asked next.',
  },
  {
    file: 'src/export/receipt-page.ts',
    mutator: 'EqualityOperator',
    from: 'index > asked.index',
    to: 'index >= asked.index',
    why: 'The question itself makes nothing shorter.',
  },
];
