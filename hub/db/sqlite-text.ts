/** The hub's SQL as SQLite reads it: numbered marks, lists as JSON, no row locks, no type marks. */
export const sqliteText = (sql: string): string =>
  sql
    .replaceAll(/= ANY\(\$(\d+)(::\w+\[\])?\)/g, 'IN (SELECT value FROM json_each(?$1))')
    .replaceAll(/::\w+(\[\])?/g, '')
    .replaceAll(/\$(\d+)/g, '?$1')
    .replaceAll(/\bFOR (UPDATE|SHARE)( SKIP LOCKED)?\b/g, '');
