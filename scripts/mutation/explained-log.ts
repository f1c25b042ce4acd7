import type { Explained } from './explained.ts';

const FOR_THE_COMPILER = 'No other value comes here: the question is for the compiler.';

/** Mutants of src/log and src/export that may live. */
export const EXPLAINED_LOG: readonly Explained[] = [
  {
    mutator: 'StringLiteral',
    from: /^['`][^'`]* [^'`]*['`]$/,
    to: /^(?:""|``)$/,
    within: /new (?:RangeError|Failure|Damaged|OtherHead)\(/,
    why: 'For whoever reads a stack trace: screens say what a code means, and where by the kind and the entry, which are apart.',
  },
  {
    mutator: 'StringLiteral',
    from: /^'(?:not so many bytes|not 32 bytes|not a time|not in their order|OtherHead)'$/,
    why: 'For whoever reads a stack trace: no screen shows it.',
  },
  {
    mutator: /^(?:ObjectLiteral|BooleanLiteral)$/,
    from: /^(?:\{ abortEarly: true \}|true)$/,
    to: /^(?:\{\}|false)$/,
    within: /\{ abortEarly: true \}/,
    why: 'Spares the other faults of what is refused at the first one.',
  },
  {
    file: 'src/log/leaf.ts',
    mutator: 'EqualityOperator',
    from: 'Math.abs(at) > 8.64e15',
    why: 'The year of that very moment has six digits, which the format does not hold: refused a line later.',
  },
  {
    file: 'src/log/leaf.ts',
    mutator: 'ConditionalExpression',
    from: 'error instanceof TypeError',
    to: 'true',
    why: FOR_THE_COMPILER,
  },
  {
    file: 'src/log/leaf.ts',
    mutator: 'StringLiteral',
    from: "'-'",
    why: 'Only an empty text has no last character, and of no byte nothing is asked: the question is for the compiler.',
  },
  {
    file: 'src/log/merkle.ts',
    mutator: 'ArrayDeclaration',
    from: '[]',
    within: /\?\? \[\]/,
    why: FOR_THE_COMPILER,
  },
  {
    file: 'src/log/merkle.ts',
    mutator: 'EqualityOperator',
    from: 'from < whole',
    why: 'A last batch of no nodes adds none.',
  },
  {
    file: 'src/log/merkle.ts',
    mutator: /^(?:ConditionalExpression|ArithmeticOperator)$/,
    from: /^split \* 2(?: === count)?$/,
    to: /^(?:false|split \/ 2)$/,
    why: 'A perfect subtree is then hashed anew, where it could have been looked up: the same root, later.',
  },
  {
    file: 'src/log/merkle-proof.ts',
    mutator: 'ConditionalExpression',
    from: 'place !== 0',
    to: 'true',
    why: 'A place that is the last one is 0 only in a tree of one leaf, which is asked before.',
  },
  {
    file: 'src/log/merkle-proof.ts',
    mutator: 'ConditionalExpression',
    from: 'proof.length === 0',
    to: 'false',
    within: /return false/,
    why: 'Without a proof a larger tree is never reached, which is asked at the end.',
  },
  {
    mutator: /^(?:StringLiteral|ArrayDeclaration)$/,
    from: /^(?:''|\[\])$/,
    within: /const \[.* = (?:''|\[\]).*\] = /,
    why: 'What is missing is no name, no number and no base64, whatever stands for it.',
  },
  {
    file: 'src/log/tlog-proof.ts',
    mutator: 'ConditionalExpression',
    from: 'digits === undefined',
    to: 'false',
    why: 'No digits are no safe integer, which is asked next: the question is for the compiler.',
  },
  {
    file: 'src/log/signed-note.ts',
    mutator: 'ConditionalExpression',
    from: 'end < 0',
    to: 'false',
    why: 'Without an empty line there is no text, which is refused next.',
  },
  {
    file: 'src/log/manifest.ts',
    mutator: 'MethodExpression',
    from: 'name.toLowerCase()',
    to: 'name.toUpperCase()',
    why: 'Names have plain letters only: two are the same in capitals when they are in small ones.',
  },
  {
    file: 'src/log/request.ts',
    mutator: /^(?:ConditionalExpression|EqualityOperator)$/,
    from: 'text.length > REQUEST_FILE_MAX',
    why: 'Spares the reading: a text of which nothing may be so long is refused by its parts.',
  },
  {
    file: 'src/log/request.ts',
    mutator: /^(?:ConditionalExpression|LogicalOperator)$/,
    from: /^memberOf\(json, '(?:format|version)'\)/,
    why: 'The schema asks the same: asked first, so that what is of another version is not looked into.',
  },
  {
    file: 'src/log/request.ts',
    mutator: /^(?:ConditionalExpression|LogicalOperator)$/,
    from: /^(?:key|signature) !== null/,
    why: 'What is not base64 was refused when it was read, and no byte is no key: the question is for the compiler.',
  },
  {
    file: 'src/log/append.ts',
    mutator: 'ConditionalExpression',
    from: 'done.ok',
    to: 'true',
    why: 'After a conflict no row is known either way: the next append asks the database.',
  },
  {
    mutator: 'OptionalChaining',
    from: /^(?:asked\?\.(?:purposes|media|notice)|telling\.asks\.get\(entry\.ask\)\?\.notice|notice\?\.language)$/,
    why: 'What is answered was asked in the same log: the question is for the compiler.',
  },
];
