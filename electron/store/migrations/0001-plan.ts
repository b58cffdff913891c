import type { Migration } from './index.ts';

// Dates, instants and JSON are checked for shape here and parsed in full on the way out. Item ids and actions are not
// listed: the catalog grows with each release, and a plan must not need a migration for it.
const aDate = (column: string): string =>
  `CHECK (${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const anInstant = (column: string): string => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-*T*Z')`;
const jsonOf = (type: 'object' | 'array', column: string): string =>
  `CHECK (CASE WHEN json_valid(${column}) THEN json_type(${column}) = '${type}' ELSE 0 END)`;

/** The profile, the items and their history. */
export const plan: Migration = {
  number: 1,
  sql: `
    CREATE TABLE profile (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      business_name TEXT NOT NULL,
      town TEXT NOT NULL,
      home_state TEXT CHECK (home_state IS NULL OR home_state GLOB '[A-Z][A-Z]'),
      client_states TEXT NOT NULL ${jsonOf('array', 'client_states')},
      specialties TEXT NOT NULL,
      flags TEXT NOT NULL ${jsonOf('object', 'flags')},
      target_opens_on TEXT ${aDate('target_opens_on')},
      updated_at TEXT NOT NULL ${anInstant('updated_at')}
    ) STRICT;

    CREATE TABLE item (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      status TEXT NOT NULL CHECK (status IN ('not-started', 'in-progress', 'done', 'not-applicable')),
      answers TEXT NOT NULL ${jsonOf('object', 'answers')},
      not_applicable_reason TEXT,
      due_on TEXT ${aDate('due_on')},
      completed_on TEXT ${aDate('completed_on')},
      updated_at TEXT NOT NULL ${anInstant('updated_at')},
      CHECK ((status = 'not-applicable') = (not_applicable_reason IS NOT NULL)),
      CHECK ((status = 'done') = (completed_on IS NOT NULL))
    ) STRICT;

    CREATE TABLE history (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL ${anInstant('at')},
      subject TEXT NOT NULL CHECK (subject <> ''),
      action TEXT NOT NULL CHECK (action <> ''),
      before TEXT NOT NULL ${jsonOf('object', 'before')},
      after TEXT NOT NULL ${jsonOf('object', 'after')}
    ) STRICT;

    CREATE INDEX history_by_subject ON history (subject);
  `,
};
