import { plan } from './0001-plan.ts';
import { records } from './0002-records.ts';
import { sums } from './0003-sums.ts';

/** One step of the schema. Frozen once released: a change is a new file. */
export interface Migration {
  /** Rises by one; the file's `user_version` after this step. */
  readonly number: number;
  /** May use `row_sum(…)`. */
  readonly sql: string;
}

/** Every step, oldest first. */
export const migrations: readonly Migration[] = [plan, records, sums];

/** The newest schema this version of the app knows. A file beyond it is refused. */
export const SCHEMA_VERSION = migrations.length;
