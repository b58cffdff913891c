import type { Migration } from './index.ts';

const aDate = (column: string): string =>
  `CHECK (${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const anInstant = (column: string): string => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-*T*Z')`;
const anObject = (column: string): string =>
  `CHECK (CASE WHEN json_valid(${column}) THEN json_type(${column}) = 'object' ELSE 0 END)`;

/**
 * Lists the user makes, and what the app looked at by itself. Portals that were written into the form of
 * `sec-network` become entries of the list of portals, in the order they had; the form's own copy stays where it is.
 */
export const records: Migration = {
  number: 2,
  sql: `
    CREATE TABLE record (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      kind TEXT NOT NULL CHECK (kind <> ''),
      answers TEXT NOT NULL ${anObject('answers')},
      archived_on TEXT ${aDate('archived_on')},
      created_at TEXT NOT NULL ${anInstant('created_at')},
      updated_at TEXT NOT NULL ${anInstant('updated_at')}
    ) STRICT;

    CREATE TABLE check_run (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (id <> ''),
      check_name TEXT NOT NULL CHECK (check_name <> ''),
      target TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('pass', 'fail', 'unknown', 'not-applicable')),
      method TEXT NOT NULL,
      detail TEXT NOT NULL ${anObject('detail')},
      checked_at TEXT NOT NULL ${anInstant('checked_at')}
    ) STRICT;

    CREATE INDEX check_run_by_target ON check_run (check_name, target, seq);

    -- What this step leaves for the application to do, once. A new plan has nothing that could be taken over.
    CREATE TABLE pending_task (task TEXT NOT NULL PRIMARY KEY CHECK (task <> '')) STRICT;
    INSERT INTO pending_task (task) SELECT 'adopt-records' WHERE EXISTS (SELECT 1 FROM item);

    INSERT INTO record (id, kind, answers, archived_on, created_at, updated_at)
    SELECT
      'portal-' || lower(hex(randomblob(12))),
      'portal',
      json_patch(
        json_remove(portal.value, '$.rowId', '$.portal', '$.url'),
        json_object(
          'name', json_extract(portal.value, '$.portal'),
          'address', json_extract(portal.value, '$.url'),
          'kind', 'other'
        )
      ),
      NULL,
      item.updated_at,
      item.updated_at
    FROM item, json_each(item.answers, '$.portals') AS portal
    WHERE item.id = 'sec-network' AND json_type(item.answers, '$.portals') = 'array'
      AND portal.type = 'object'
    ORDER BY portal.key;
  `,
};
