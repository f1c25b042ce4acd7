/** Beside the backup, for whoever finds the folder. */
export const readMe = `This folder is a backup of the recordings and consent logs of Ask to Record, a browser extension.

Everything in it is encrypted. The passphrase, the passkey or the organisation's key that opens the recordings
on the computer opens this backup too; nothing else does, and nobody can help who has lost them all.

To restore: install Ask to Record in a browser, open Records, then Backup, choose "Restore" and pick this folder.

What is deleted on the computer leaves this folder with the next backup. Copies that you make of this folder
are yours to delete: the people in the recordings were promised that they go.
`;
