/**
 * Mutants that may live: what they change cannot be seen, or only as another wording of the same thing. Found again by their text,
 * not by their line, so that an explanation outlives a moved line and dies with a changed one.
 */
export interface Explained {
  /** Left out where it holds for every file. */
  readonly file?: string;
  readonly mutator: string;
  /** The mutated source, white space collapsed. */
  readonly from: string | RegExp;
  /** What it became; left out where any replacement is explained. */
  readonly to?: string | RegExp;
  readonly why: string;
}

export const EXPLAINED: readonly Explained[] = [
  {
    mutator: 'ConditionalExpression',
    from: /^default: (?:return )?[\w.]+ satisfies never;$/,
    why: 'No value comes here: the compiler sees to it that every case has its own branch above.',
  },
  {
    file: 'src/consent/gate.ts',
    mutator: 'StringLiteral',
    from: "'seen'",
    why: 'No standing is `seen` yet: the word is of the vocabulary, and the branch is there so that the switch is whole.',
  },
  {
    file: 'src/consent/decide-chat.ts',
    mutator: 'ConditionalExpression',
    from: "heard.tag.kind === 'answer'",
    to: 'true',
    why: 'Only the tag of an answer has `valid`, which is asked next: the question before it is for the compiler.',
  },
  {
    file: 'src/consent/decide-chat.ts',
    mutator: 'OptionalChaining',
    from: /^(?:standing\?\.answer|state\.people\.get\(match\.participant\)\?\.shown)$/,
    why: 'Whoever a line is matched to is in the log: `matchSender` takes them from there.',
  },
  {
    file: 'src/consent/decide-chat.ts',
    mutator: 'ConditionalExpression',
    from: '!person',
    to: 'false',
    why: 'Whoever a line is matched to is in the log: `matchSender` takes them from there.',
  },
  {
    file: 'src/consent/decide-chat.ts',
    mutator: 'ConditionalExpression',
    from: 'row.noAt !== null',
    to: 'true',
    why: 'No line was sent before 1970, which is what null is as a time.',
  },
  {
    file: 'src/consent/decide-chat.ts',
    mutator: 'ConditionalExpression',
    from: 'chat.line.id === null',
    to: 'false',
    why: 'No yes rests on a message whose id is null: the question is for the compiler.',
  },
  {
    file: 'src/consent/decide-order.ts',
    mutator: 'ConditionalExpression',
    from: 'no !== null',
    to: 'true',
    why: 'Compared with an index, null is 0, and no entry with a doubt is the first of a log: the question is for the compiler.',
  },
  {
    file: 'src/consent/decide-order.ts',
    mutator: 'EqualityOperator',
    from: 'no > doubt.index',
    to: 'no >= doubt.index',
    why: 'One entry is not both a no and a doubt.',
  },
  {
    file: 'src/consent/decide-other.ts',
    mutator: 'ConditionalExpression',
    from: "tag.kind !== 'answer'",
    to: 'false',
    why: 'Only the tag of an answer has `valid`, which is asked next: the question before it is for the compiler.',
  },
  {
    file: 'src/consent/decide-roster.ts',
    mutator: 'ArrayDeclaration',
    from: '[]',
    to: '["Stryker was here"]',
    why: 'A string among the people who cannot be known again excludes nobody.',
  },
  {
    file: 'src/consent/decide-chat.ts',
    mutator: 'OptionalChaining',
    from: 'state.asks.get(key)?.index',
    to: 'state.asks.get(key).index',
    why: 'An ask whose notice was shown is in the log: the question is for the compiler.',
  },
  {
    mutator: 'OptionalChaining',
    from: /^(?:directory|state)\.people\.get\([\w.]+\)\?\.(?:site|name|people)$/,
    why: 'Whoever is in the state is in the directory, with what is known of them: the question is for the compiler.',
  },
  {
    mutator: 'StringLiteral',
    from: "''",
    file: 'src/consent/name-only.ts',
    why: 'Whoever is in the state is in the directory, with what is known of them: the question is for the compiler.',
  },
  {
    file: 'src/consent/fold.ts',
    mutator: 'StringLiteral',
    from: /^'(?:participant-renamed|deleted|exported)'$/,
    why: 'These entries change nothing, and neither does the end of the switch, at which they arrive instead.',
  },
  {
    file: 'src/consent/fold.ts',
    mutator: 'ConditionalExpression',
    from: 'person',
    to: 'true',
    why: 'Nobody is matched who is not in the log: the question is for the compiler.',
  },
  {
    file: 'src/consent/standing.ts',
    mutator: 'EqualityOperator',
    from: 'a.index > best.index',
    to: 'a.index >= best.index',
    why: 'One entry is not two answers.',
  },
  {
    file: 'src/consent/intact.ts',
    mutator: 'ConditionalExpression',
    from: "entry.kind === 'gate-opened'",
    to: 'true',
    why: 'Whatever else is found of that epoch first is no opening, which is asked next: the epoch is set apart.',
  },
  {
    file: 'src/consent/recognise.ts',
    mutator: 'ConditionalExpression',
    from: /^(?:book === own|read === ' '|bare === '')$/,
    to: 'false',
    why: 'Spares a reading that finds nothing: no phrase and no sign is empty, and what the own book did not hear it does not hear twice.',
  },
  {
    file: 'src/consent/recognise.ts',
    mutator: 'StringLiteral',
    from: /^'(?: )?'$/,
    why: 'Spares a reading that finds nothing: no phrase and no sign is empty.',
  },
  {
    file: 'src/consent/signature.ts',
    mutator: 'ConditionalExpression',
    from: 'text === undefined',
    to: 'false',
    why: 'Of an object there always is a text: the question is for the compiler.',
  },
  {
    file: 'src/consent/signature.ts',
    mutator: 'StringLiteral',
    from: "'an answer is always JSON'",
    why: 'Of an object there always is a text: nobody reads this.',
  },
  {
    file: 'src/consent/signature.ts',
    mutator: 'BooleanLiteral',
    from: 'true',
    to: 'false',
    why: 'Whether the key of a tag, which is public, could be exported: nobody does.',
  },
  {
    file: 'src/consent/hosts-post.ts',
    mutator: 'MethodExpression',
    from: /^WORDINGS\.some/,
    why: 'There is one wording yet: with a second language, a test of it ends this explanation.',
  },
  {
    file: 'src/consent/hosts-post.ts',
    mutator: 'StringLiteral',
    from: "'\\ue000'",
    why: 'The sentence begins with the host, so that nothing is looked for before it: only the limit of the names moves by one.',
  },
  {
    mutator: 'Regex',
    from: '/\\s+/g',
    to: '/\\s/g',
    why: 'White space is taken out all of it, one by one or together.',
  },
  {
    file: 'src/consent/directory.ts',
    mutator: 'ConditionalExpression',
    from: /^default: (?:return|break);$/,
    why: 'At the end of a switch, which ends there anyway.',
  },
  {
    file: 'src/session/due.ts',
    mutator: 'EqualityOperator',
    from: /^(?:post\.index > (?:person\.joined|answer\.index)|told\.index < \(state\.stopped \?\? 0\))$/,
    to: /[<>]=/,
    why: 'One entry is not two.',
  },
  {
    file: 'src/session/due.ts',
    mutator: 'OptionalChaining',
    from: 'state.segment?.startedAt',
    why: 'Where it runs there is a segment: the question is for the compiler.',
  },
  {
    file: 'src/session/retention.ts',
    mutator: 'ConditionalExpression',
    from: 'days !== undefined',
    to: 'true',
    why: 'Nothing is later than a number of days that is not known.',
  },
  {
    mutator: 'StringLiteral',
    from: /^`(?:terms that cannot be asked: \$\{problem\}|no (?:notice|words) in \$\{language\})`$/,
    why: 'For whoever reads a stack trace: no screen shows it.',
  },
  {
    file: 'src/consent/status-words.ts',
    mutator: 'ConditionalExpression',
    from: '!wording',
    to: 'false',
    why: 'There always is English: the question is for the compiler.',
  },
];
