/** Address of the backup page, for a link from any other of ours. */
export const BACKUP_HREF = '/extension/backup/index.html';
