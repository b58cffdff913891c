import { plan } from './0001-plan.ts';
import { records } from './0002-records.ts';

/** One step of the schema. Frozen once released: a change is a new file. */
export interface Migration {
  /** Rises by one; the file's `user_version` after this step. */
  readonly number: number;
  readonly sql: string;
}

/** Every step, oldest first. */
export const migrations: readonly Migration[] = [plan, records];

/** The newest schema this version of the app knows. A file beyond it is refused. */
export const SCHEMA_VERSION = migrations.length;
