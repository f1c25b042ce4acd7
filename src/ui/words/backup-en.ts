import type { Text } from './speak.ts';

/** The backup of the recordings, and the way back from it. */
export const backupEn = {
  'backup.title': 'Backup',
  'backup.none': 'Your recordings are not backed up.',
  'backup.none.why':
    'They are on this computer only. Removing the extension, or clearing its data in Chrome, destroys all of them at once; no warning can be shown then.',
  'backup.intro':
    'Recordings and logs are copied into a folder that you choose: a second disk, a USB stick, a network drive. They stay encrypted there, under the same lock as here.',
  'backup.unprotected':
    'A backup needs a passphrase, a passkey or your organisation’s key. The key of this computer cannot leave it, so without one of these nobody could ever open the backup.',
  'backup.unprotected.do': 'Protect your recordings first',
  'backup.passkey-only':
    'Only a passkey opens your recordings. On another computer the backup opens only if this passkey is there too (most are carried along by your Google, Apple or Microsoft account). A passphrase beside it is safer.',
  'backup.choose': 'Choose a folder',
  'backup.choose.other': 'Choose another folder',
  'backup.folder': 'Folder: {name}',
  'backup.when.never': 'Nothing has been backed up yet.',
  'backup.when': 'Last complete backup: {date}, {time}.',
  'backup.new': {
    one: '{n} meeting has something that is not backed up yet.',
    other: '{n} meetings have something that is not backed up yet.',
  },
  'backup.all': 'Everything on this computer is in it.',
  'backup.waiting': {
    one: '{n} recorded part cannot be backed up yet. Unlock the recordings once, so that it gets its new lock.',
    other: '{n} recorded parts cannot be backed up yet. Unlock the recordings once, so that they get their new lock.',
  },
  'backup.pending': {
    one: '{n} thing was deleted here and still lies in the backup. It goes with the next backup.',
    other: '{n} things were deleted here and still lie in the backup. They go with the next backup.',
  },
  'backup.pending.why':
    'The people in the recordings were promised that it goes: make the folder reachable soon. Copies that you, or a service, made of the folder are yours to delete.',
  'backup.automatic': 'Back up by itself, after each recorded part and whenever a log has grown',
  'backup.automatic.why':
    'Chrome lets the extension write into the folder while it has your leave, which may end when all its pages are closed. Then this page and the recordings page ask for it again, and everything missing is made up for.',
  'backup.allow': 'Allow writing to the folder again',
  'backup.now': 'Back up now',
  'backup.running': 'Backing up',
  'backup.running.says': '{percent}, {size} written',
  'backup.done': 'The backup is complete.',
  'backup.done.left': {
    one: 'The backup is complete. {n} thing that was deleted here was taken out of it.',
    other: 'The backup is complete. {n} things that were deleted here were taken out of it.',
  },
  'backup.done.unread': {
    one: '{n} log does not read as it was written. What the backup has of it was left as it was.',
    other: '{n} logs do not read as they were written. What the backup has of them was left as it was.',
  },
  'backup.stop': 'Stop using this folder',
  'backup.stop.sure':
    'Nothing more is written to the folder, and what is deleted here is no longer deleted there. What lies in it stays, and you have to delete it yourself when its time is up.',
  'backup.stop.yes': 'Stop using it',
  'backup.check.title': 'Would it restore?',
  'backup.check.why':
    'Reads the whole backup back, checks every part of it and that your lock opens it. Nothing is written.',
  'backup.check': 'Check the backup',
  'backup.checking': 'Checking the backup',
  'backup.checked': 'The backup restores: {meetings}, {parts}, {size}. Every part was read, and opens.',
  'backup.checked.locked':
    'The backup is whole: {meetings}, {parts}, {size}. Unlock the recordings and check again to see that it opens.',
  'backup.checked.others': {
    one: '{n} part is locked for others, so only they can open it.',
    other: '{n} parts are locked for others, so only they can open them.',
  },
  'backup.checked.faults': 'Not everything in this backup is as it was written:',
  'backup.meetings': { one: '{n} meeting', other: '{n} meetings' },
  'backup.parts': { one: '{n} recorded part', other: '{n} recorded parts' },
  'backup.fault.list': 'the list of what is in the folder cannot be understood',
  'backup.fault.log': 'the log is not the one that was written, or does not prove that everybody agreed',
  'backup.fault.names': 'names and words do not open, or are not those of the log',
  'backup.fault.key': 'a key is missing or damaged',
  'backup.fault.notes': 'the key of the notes is damaged, so notes and scores do not open',
  'backup.fault.media': 'a recorded part is missing something or was changed',
  'backup.fault.kept': 'what belongs to no meeting (legal holds, requests) does not open',
  'backup.fault.whole': 'The backup itself',
  'backup.fault.next':
    'Choose another folder and back up anew while the recordings are still on this computer. What is damaged does not come back; all the rest does.',
  'backup.restore.title': 'Restore',
  'backup.restore.why':
    'On a new computer, or after everything was lost: pick the folder of a backup. What is on this computer stays as it is, and nothing comes back whose promised time is up.',
  'backup.restore.pick': 'Pick the folder of a backup',
  'backup.restore.found': 'A backup of {meetings} in “{name}”.',
  'backup.restore.passphrase': 'Passphrase of the backup',
  'backup.restore.passphrase.why': 'The one that locked the recordings on the computer where it was made.',
  'backup.restore.identity': 'Or your organisation’s secret key',
  'backup.restore.identity.why': 'It begins with AGE-SECRET-KEY-1. It is used once, and not kept.',
  'backup.restore.passkey': 'Use the passkey of {day}',
  'backup.restore.nothing-opens': 'Nothing is known that opens this backup but your organisation’s key.',
  'backup.restore.lock':
    'This computer has no lock yet: the backup’s own passphrase or passkey will open the recordings here as well.',
  'backup.restore.own-lock': 'The recordings are locked here under the lock of this computer, not that of the backup.',
  'backup.restore.do': 'Restore',
  'backup.restore.check': 'Check it only',
  'backup.restoring': 'Restoring',
  'backup.opening': 'Opening the backup…',
  'backup.restored': 'Restored: {meetings}, {parts}.',
  'backup.restored.here': {
    one: '{n} meeting was here already and was left as it is.',
    other: '{n} meetings were here already and were left as they are.',
  },
  'backup.restored.over': {
    one: '{n} thing did not come back, because its promised time is over.',
    other: '{n} things did not come back, because their promised time is over.',
  },
  'backup.restored.open': 'Open the recordings',
  'backup.settings':
    'Settings are not in the backup: they may be another computer’s business. Save them as a file at the end of the settings page.',
  'backup.strip.none': 'Not backed up: these recordings are on this computer only.',
  'backup.strip.failed': 'The backup needs you: {why}',
  'backup.strip.pending': 'What was deleted here is still in the backup.',
  'backup.strip.open': 'Backup',
  'backup.restore.offer': 'Restore recordings from a backup',
  'backup.offer': 'These recordings are on this computer only until they are backed up.',
  'backup.offer.open': 'Backup and restore',
  'backup.other.sure':
    'The folder of now is not kept up any more. What lies in it stays, also what is deleted here later: delete it yourself when its time is up.',
  'backup.destroys.title': 'What destroys everything',
  'backup.destroys':
    'Removing the extension, or “Clear data” for it in Chrome, destroys all recordings, logs and keys on this computer at once. Chrome shows no warning of ours then. Only a backup, or what you have exported, is left.',
  'backup.persists': 'Chrome has promised not to clear this data by itself when the disk is full.',
  'failure.backup-none': 'There is no backup in this folder.',
  'failure.backup-none.next': 'Pick the folder that holds “ask-to-record-backup.json”.',
  'failure.backup-away': 'The folder of the backup cannot be reached, or is empty.',
  'failure.backup-away.next': 'Connect the disk or the drive again and press “Back up now”, or choose another folder.',
  'failure.backup-permission': 'Chrome wants your leave again to use the folder of the backup.',
  'failure.backup-permission.next':
    'Press “Allow writing to the folder again”. With “Allow on every visit” Chrome does not ask again.',
  'failure.backup-other': 'This folder holds the backup of another computer.',
  'failure.backup-other.next': 'Choose an empty folder. To bring back what is in this one, use “Restore”.',
  'failure.backup-full': 'There is no room left where the backup lies.',
  'failure.backup-full.next': 'Make room there, or choose another folder. What was backed up before is whole.',
  'failure.backup-damaged': 'The first file of this backup was changed or is damaged.',
  'failure.backup-damaged.next': 'Use another copy of the backup, or choose an empty folder and back up anew.',
  'failure.backup-unprotected': 'Nothing would open a backup on another computer.',
  'failure.backup-unprotected.next': 'Set a passphrase in the settings, under “Who can open your recordings”.',
} satisfies Record<string, Text>;
