import type { Channel } from '../../shared/ipc/channels.ts';
import type { Handler } from './handler.ts';
import { addEvidenceChunk } from './handlers/add-evidence-chunk.ts';
import { answerItem } from './handlers/answer-item.ts';
import { answerProfile } from './handlers/answer-profile.ts';
import { archiveRecord } from './handlers/archive-record.ts';
import { beginEvidence } from './handlers/begin-evidence.ts';
import { cancelArchive } from './handlers/cancel-archive.ts';
import { cancelChecks } from './handlers/cancel-checks.ts';
import { cancelEvidence } from './handlers/cancel-evidence.ts';
import { chooseArchive } from './handlers/choose-archive.ts';
import { clearDetachedEvidence } from './handlers/clear-detached-evidence.ts';
import { exportArchive } from './handlers/export-archive.ts';
import { exportReport } from './handlers/export-report.ts';
import { finishEvidence } from './handlers/finish-evidence.ts';
import { getAppInfo } from './handlers/get-app-info.ts';
import { importArchive } from './handlers/import-archive.ts';
import { listBackups } from './handlers/list-backups.ts';
import { listDetachedEvidence } from './handlers/list-detached-evidence.ts';
import { loadCheckHistory } from './handlers/load-check-history.ts';
import { loadHistory } from './handlers/load-history.ts';
import { loadPlan } from './handlers/load-plan.ts';
import { loadRecoveryNotes } from './handlers/load-recovery-notes.ts';
import { openEvidence } from './handlers/open-evidence.ts';
import { openLink } from './handlers/open-link.ts';
import { printReport } from './handlers/print-report.ts';
import { readEvidence } from './handlers/read-evidence.ts';
import { reportReady } from './handlers/report-ready.ts';
import { restoreAnswer } from './handlers/restore-answer.ts';
import { restoreBackup } from './handlers/restore-backup.ts';
import { revealFile } from './handlers/reveal-file.ts';
import { runChecks } from './handlers/run-checks.ts';
import { saveCopy } from './handlers/save-copy.ts';
import { saveRecord } from './handlers/save-record.ts';
import { setDueDate } from './handlers/set-due-date.ts';
import { setNotApplicable } from './handlers/set-not-applicable.ts';
import { showEvidence } from './handlers/show-evidence.ts';
import { statEvidence } from './handlers/stat-evidence.ts';
import { undoItem } from './handlers/undo-item.ts';
import { undoRecord } from './handlers/undo-record.ts';

/** One handler a channel. A channel without one does not compile. */
export const handlers: { readonly [C in Channel]: Handler<C> } = {
  getAppInfo,
  loadPlan,
  answerProfile,
  answerItem,
  setNotApplicable,
  setDueDate,
  undoItem,
  saveRecord,
  archiveRecord,
  undoRecord,
  runChecks,
  cancelChecks,
  loadCheckHistory,
  beginEvidence,
  addEvidenceChunk,
  finishEvidence,
  cancelEvidence,
  readEvidence,
  openEvidence,
  showEvidence,
  statEvidence,
  listDetachedEvidence,
  clearDetachedEvidence,
  loadHistory,
  restoreAnswer,
  listBackups,
  restoreBackup,
  loadRecoveryNotes,
  openLink,
  exportReport,
  printReport,
  reportReady,
  revealFile,
  exportArchive,
  cancelArchive,
  chooseArchive,
  importArchive,
  saveCopy,
};
