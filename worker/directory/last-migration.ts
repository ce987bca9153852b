/** The newest file of worker/migrations that this build needs; a test holds it to the folder. */
export const lastMigration = '0014_recoveries.sql'
