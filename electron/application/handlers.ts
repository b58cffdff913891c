import type { Channel } from '../../shared/ipc/channels.ts';
import type { Handler } from './handler.ts';
import { answerItem } from './handlers/answer-item.ts';
import { answerProfile } from './handlers/answer-profile.ts';
import { exportReport } from './handlers/export-report.ts';
import { getAppInfo } from './handlers/get-app-info.ts';
import { loadPlan } from './handlers/load-plan.ts';
import { openLink } from './handlers/open-link.ts';
import { printReport } from './handlers/print-report.ts';
import { reportReady } from './handlers/report-ready.ts';
import { revealFile } from './handlers/reveal-file.ts';
import { setDueDate } from './handlers/set-due-date.ts';
import { setNotApplicable } from './handlers/set-not-applicable.ts';
import { undoItem } from './handlers/undo-item.ts';

/** One handler a channel. A channel without one does not compile. */
export const handlers: { readonly [C in Channel]: Handler<C> } = {
  getAppInfo,
  loadPlan,
  answerProfile,
  answerItem,
  setNotApplicable,
  setDueDate,
  undoItem,
  openLink,
  exportReport,
  printReport,
  reportReady,
  revealFile,
};
