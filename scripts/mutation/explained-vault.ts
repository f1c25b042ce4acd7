import type { Explained } from './explained.ts';

const FOR_A_TRACE = 'For whoever reads a stack trace or the console: no screen shows it.';
const FOR_THE_COMPILER = 'No other value comes here: the question is for the compiler.';
const A_COPY = 'A copy of the same bytes, whose buffer the compiler knows to be shared with nobody.';

/** Mutants of src/vault and src/backup that may live. */
export const EXPLAINED_VAULT: readonly Explained[] = [
  {
    file: 'src/vault/protect.ts',
    mutator: 'ArrayDeclaration',
    from: '[]',
    within: /state\.older \?\? \[\]/,
    why: 'A string among the older locks has no passphrase, and is passed over like one that only passkeys opened.',
  },
  {
    file: 'src/vault/protect.ts',
    mutator: 'ArrowFunction',
    from: '() => null',
    to: '() => undefined',
    why: 'No recipient is null, and none is undefined: either is somebody else’s.',
  },
  {
    file: 'src/vault/rewrap.ts',
    mutator: 'StringLiteral',
    from: /^'(?:vault-rewrap|as-it-is)'$/,
    why: 'Whichever word stands there: the lock is one of its own, and the outcome is neither of the two that are counted.',
  },
  {
    file: 'src/vault/rewrap.ts',
    mutator: 'ConditionalExpression',
    from: '!(error instanceof Failure)',
    to: 'false',
    why: 'What is no failure of ours has none of the codes that are asked for next, and is thrown on a line later.',
  },
  {
    file: 'src/vault/device-key.ts',
    mutator: 'ConditionalExpression',
    from: 'known',
    to: 'false',
    why: 'Spares the making of a key that is then not kept, because there is one.',
  },
  {
    file: 'src/vault/chunk-cipher.ts',
    mutator: /^(?:ConditionalExpression|StringLiteral)$/,
    from: /^(?:bound === undefined|'unexpected'|'a place that is no JSON')$/,
    within: /bound === undefined/,
    why: FOR_THE_COMPILER,
  },
  {
    file: 'src/vault/passphrase.ts',
    mutator: 'MethodExpression',
    from: '(await encrypter.encrypt(identity)).slice()',
    why: A_COPY,
  },
  {
    file: 'src/vault/passphrase-thread.ts',
    mutator: /^(?:ConditionalExpression|LogicalOperator)$/,
    from: "event.message || 'no thread'",
    why: FOR_A_TRACE,
  },
  {
    file: 'src/vault/in-use.ts',
    mutator: 'StringLiteral',
    from: "'use was not noted:'",
    why: FOR_A_TRACE,
  },
];
