// A process that opens one plan after another, as the application does, and says what came of each. Meant to be killed
// when it waits at a pipe for ever.
import { writeSync } from 'node:fs';
import { openEvidenceReading } from '../../electron/store/evidence-reading.ts';
import { describeBackups } from '../../electron/store/find-backups.ts';
import { lockDataFolder } from '../../electron/store/folder-lock.ts';
import { listRecoveryNotes } from '../../electron/store/recovery-note.ts';
import { contentOf, must, openFaultPlan } from '../faults/fault-plan.ts';
import { answer } from './saved-plans.ts';

for (const folder of process.argv.slice(2)) {
  const lock = lockDataFolder(folder);
  const opened = lock.ok ? openFaultPlan(folder) : lock;
  let content = '';
  if (opened.ok) {
    content = contentOf(opened.value.file.db);
    answer(opened.value, 500);
    must(opened.value.file.close());
  }
  describeBackups(folder);
  listRecoveryNotes(folder);
  openEvidenceReading(folder).headOf({ sha256: 'a'.repeat(64), bytes: null });
  if (lock.ok) lock.value.release();
  writeSync(1, `${JSON.stringify({ refused: opened.ok ? null : opened.error.message, content })}\n`);
}
