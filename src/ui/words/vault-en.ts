import type { Text } from './speak.ts';

/** Who can open the recordings on this computer. */
export const vaultEn = {
  'vault.title': 'Who can open your recordings',
  'vault.none': 'Not protected from someone who has this computer’s files.',
  'vault.none.why':
    'Recordings are encrypted, but the key lies beside them. Whoever takes the computer, or a copy of its disk, can open them. A passphrase or a passkey keeps them out.',
  'vault.none.passphrase': 'Set a passphrase',
  'vault.none.passkey': 'Use a passkey',
  'vault.not-names':
    'It is for the recordings. Names, and what people wrote when they answered, stay readable for this program without it, because a meeting needs them while the recordings are locked.',
  'vault.locked': 'The recordings are locked. Recording goes on all the same.',
  'vault.passphrase': 'Passphrase',
  'vault.unlock': 'Unlock',
  'vault.unlock.passkey': 'Unlock with passkey',
  'vault.unlock.passkey.of': 'Unlock with the passkey of {day}',
  'vault.working': 'One moment…',
  'vault.wrapping': 'Giving recordings their new lock',
  'vault.wrapping.share': 'Giving recordings their new lock: {percent}',
  'vault.open': 'Protected, and open now.',
  'vault.recording': 'Meetings are recorded whether it is open or locked.',
  'vault.giving-up':
    'Protection is being given up. Unlock once more, so that your older recordings open without it as well.',
  'vault.giving-up.open': 'Protection is being given up. Some of your recordings still have their lock.',
  'vault.lock': 'Lock now',
  'vault.idle': 'Lock by itself after so long without use',
  'vault.idle.minutes': { one: '{n} minute', other: '{n} minutes' },
  'vault.passphrase.present': 'Your passphrase of now',
  'vault.passphrase.new': 'New passphrase',
  'vault.passphrase.new.why': {
    one: 'At least {n} character. Four or five words that have nothing to do with each other are good.',
    other: 'At least {n} characters. Four or five words that have nothing to do with each other are good.',
  },
  'vault.passphrase.short': {
    one: 'This is shorter than {n} character.',
    other: 'This is shorter than {n} characters.',
  },
  'vault.passphrase.again': 'The same once more',
  'vault.passphrase.differs': 'The two are not the same.',
  'vault.passphrase.set': 'Set the passphrase',
  'vault.passphrase.change': 'Change the passphrase',
  'vault.passkey': 'Passkey, added on {day}',
  'vault.passkey.add': 'Add a passkey',
  'vault.passkey.remove': 'Take it away',
  'vault.passkey.remove.of': 'Take it away: passkey of {day}',
  'vault.passkey.remove.sure':
    'This passkey will no longer open your recordings. Everything else that opens them stays.',
  'vault.lost':
    'If you lose everything that unlocks them, nobody can open these recordings: not you, not us. The proof of who agreed is not locked with them, and stays.',
  'vault.give-up': 'Give up the protection',
  'vault.give-up.yes': 'Give it up',
  'vault.give-up.sure': 'Whoever has this computer’s files can then open all your recordings, the older ones too.',
  'vault.recipients.only': 'What is recorded here from now on only others can open, who are named below. You cannot.',
  'vault.recipients.waits': 'The others who are named below can open your older recordings as soon as you unlock once.',
  'vault.done.protected': 'Your recordings are protected.',
  'vault.done.unlocked': 'Unlocked.',
  'vault.done.locked': 'Locked.',
  'vault.done.passphrase-set':
    'The new passphrase counts now, and the one before opens nothing on this computer any more.',
  'vault.done.passkey-added': 'The passkey opens your recordings from now on.',
  'vault.done.passkey-removed': 'The passkey opens nothing here any more.',
  'vault.done.given-up': 'The recordings open without passphrase or passkey.',
  'vault.done.idle-set': 'Saved.',
  'vault.done.lock-left':
    'The new passphrase counts for everything that is recorded from now on. What was recorded before stays locked under the old one.',
  'vault.done.older-opened': 'What lay under the old passphrase opens with the new lock now.',
  'vault.forgotten': 'I have lost the passphrase',
  'vault.forgotten.settings': 'Passphrase lost?',
  'vault.forgotten.sure':
    'A lost passphrase cannot be reset, by nobody: it is not stored anywhere. You can set a new one for everything that you record from now on. What was recorded before stays here, locked under the old passphrase and any passkey of it, until it is found again or its promised time is over. The proof of who agreed is not locked with it.',
  'vault.forgotten.yes': 'Leave the old lock behind',
  'vault.older': {
    one: 'Some older recordings are under a lock that was left behind.',
    other: 'Some older recordings are under {n} locks that were left behind.',
  },
  'vault.older.why': 'If you have found an old passphrase, enter it: they get the lock of now.',
  'vault.older.passphrase': 'The old passphrase',
  'vault.older.open': 'Open them',
  'vault.offer': 'Protect your recordings',
} satisfies Record<string, Text>;
