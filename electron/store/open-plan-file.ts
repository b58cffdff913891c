import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { daysBetween, type IsoDate } from '../../shared/domain/iso-date.ts';
import { assertNever, failed, ok, type Result } from '../../shared/domain/result.ts';
import { isJustAsLeft } from './as-left.ts';
import { makeBackup, removeUnfinishedBackups } from './backup.ts';
import { planFiles, planPath, prepareDataFolder, removeLeftovers } from './data-folder.ts';
import { inspectPlanFile } from './inspect-file.ts';
import { judgePlan, type Verdict } from './judge-plan.ts';
import { refuseOddFiles } from './obstacle.ts';
import { createPlan, type Opening, openFailure, openPlan } from './open-database.ts';
import { keepPlanFile, type PlanFile } from './plan-file.ts';
import { breakSeal, markClosing, removeSeal, writeSeal } from './plan-seal.ts';
import {
  announced,
  finishInterrupted,
  newRecoveryId,
  quarantineName,
  setSideFilesAside,
} from './quarantine.ts';
import { explain, type RecoveryTools, recoverPlan, removeReplacement } from './recovery.ts';
import { type RecoveryNote, recoveryFolder, recoveryNoteWithId, writeRecoveryNote } from './recovery-note.ts';
import { HAPPENED, oddAccount, STRAY_LOG } from './recovery-words.ts';
import { endCutRestore } from './restore.ts';
import { type Survey, surveyFolder } from './survey.ts';
import type { WalReport } from './wal-file.ts';

/** What opening a plan needs from outside. */
export interface PlanFileOptions extends RecoveryTools {
  readonly today: () => IsoDate;
}

const DAYS_BETWEEN_CHECKS = 7;

/**
 * Opens the plan of a data folder, making a new one where there is none. A damaged plan of our own is replaced by the
 * newest backup or what can be salvaged, and kept in quarantine; `note` then says what was kept and what was lost.
 * Anything else that cannot be opened (a newer plan, another program's file, a link, a folder, no permission, a full
 * disk) is refused in words and left as it is. The caller holds the folder's lock.
 */
export function openPlanFile(dataFolder: string, options: PlanFileOptions): Result<PlanFile> {
  const folder = resolve(dataFolder);
  const prepared = prepareDataFolder(folder);
  if (!prepared.ok) return prepared;
  try {
    const finished = finishInterrupted(folder);
    const beside = refuseOddFiles(planFiles(folder).slice(1));
    if (!beside.ok) return beside;
    removeUnfinished(folder);
    const opened = openSurveyed(surveyFolder(folder), options);
    if (!opened.ok) return opened;
    endCutRestore(opened.value.db, folder, options.now());
    announced(folder);
    const untold = finished === null ? null : recoveryNoteWithId(folder, finished);
    return ok({ ...opened.value, note: opened.value.note ?? untold });
  } catch (error) {
    return openFailure(planPath(folder), error);
  }
}

/** Removes what a crash left of work that never came to its end. */
function removeUnfinished(folder: string): void {
  removeReplacement(folder);
  removeUnfinishedBackups(folder);
  removeLeftovers(folder);
  if (existsSync(recoveryFolder(folder))) removeLeftovers(recoveryFolder(folder));
}

function openSurveyed(survey: Survey, options: PlanFileOptions): Result<PlanFile> {
  const inspected = inspectPlanFile(planPath(survey.folder), survey.traces);
  if (!inspected.ok) return inspected;
  switch (inspected.value) {
    case 'new':
      return keep(createPlan(survey.folder), survey, null, options);
    case 'missing':
      return openRecovered(survey, HAPPENED.missing, options);
    case 'damaged':
      return openRecovered(survey, HAPPENED.header, options);
    case 'plan':
      if (survey.isOverlong) return openRecovered(survey, HAPPENED.overlong, options);
      if (survey.hasForeignJournal) return openBesideJournal(survey, options);
      if (survey.state !== 'sealed') return openDoubted(survey, options);
      return survey.wal.hasContent ? openBesideLog(survey, options) : openSealed(survey, null, options);
    default:
      return assertNever(inspected.value);
  }
}

/** A plan never has a rollback journal of its own once it keeps a log, but SQLite would play back any it finds. */
function openBesideJournal(survey: Survey, options: PlanFileOptions): Result<PlanFile> {
  const note = setAside(survey.folder, ['-journal'], options);
  const opened = openSurveyed({ ...survey, hasForeignJournal: false }, options);
  return opened.ok ? ok({ ...opened.value, note: opened.value.note ?? note }) : opened;
}

/** A plan whose every byte is as First Claim left it. */
function openSealed(survey: Survey, note: RecoveryNote | null, options: PlanFileOptions): Result<PlanFile> {
  const { folder } = survey;
  const opening = openPlan(folder, {
    depth: isDue(survey, options.today()) ? 'thorough' : 'sealed',
    beforeMigration: (db) => {
      const made = makeBackup(db, folder, options.now());
      if (made.ok) breakSeal(folder);
      return made;
    },
  });
  if (opening.kind === 'damaged') return openRecovered(survey, HAPPENED[opening.fault], options);
  return keep(opening, survey, note, options);
}

/** Whether the weekly look at every index is due, or the clock has jumped. */
function isDue({ seal }: Survey, today: IsoDate): boolean {
  return seal === null || Math.abs(daysBetween(seal.checkedOn, today)) >= DAYS_BETWEEN_CHECKS;
}

/** A log beside a plan that was closed properly: the plan's own only if the system lost a renaming in a power cut. */
function openBesideLog(survey: Survey, options: PlanFileOptions): Result<PlanFile> {
  const { folder } = survey;
  if (!survey.wal.isCut) {
    const opening = openPlan(folder, {
      depth: 'thorough',
      judge: (db) => judgePlan(db, survey).kind === 'fine',
      beforeConnect: () => removeSeal(folder),
      beforeMigration: (db) => makeBackup(db, folder, options.now()),
    });
    if (opening.kind !== 'damaged') return keep(opening, { ...survey, state: 'unclean' }, null, options);
  }
  const note = setAside(folder, ['-wal', '-shm'], options);
  return openSealed(survey, note, options);
}

/** Sets files aside that are not the plan's own. The note comes first: what is moved is always told. */
function setAside(
  folder: string,
  suffixes: Parameters<typeof setSideFilesAside>[2],
  { now }: PlanFileOptions,
): RecoveryNote {
  const id = newRecoveryId(folder, now());
  const note: RecoveryNote = { id, at: now(), ...STRAY_LOG, quarantine: quarantineName(id) };
  setSideFilesAside(folder, id, suffixes, () => writeRecoveryNote(folder, note));
  return note;
}

/** A plan that may have come to harm since First Claim last closed it. */
function openDoubted(survey: Survey, options: PlanFileOptions): Result<PlanFile> {
  const { folder } = survey;
  if (survey.wal.isCut) return openRecovered(survey, HAPPENED.log, options);
  if (survey.strayPages > 0) return openRecovered(survey, HAPPENED.rotten, options);
  let verdict: Verdict = { kind: 'fine' };
  const opening = openPlan(folder, {
    depth: 'thorough',
    judge: (db) => {
      if (!isJustAsLeft(db, survey)) verdict = judgePlan(db, survey);
      return verdict.kind !== 'broken';
    },
    // Connecting may change the file already. Once it is open its seal is written anew.
    beforeConnect: () => (survey.state === 'unclean' ? markClosing(folder) : removeSeal(folder)),
    beforeMigration: (db) => makeBackup(db, folder, options.now()),
  });
  // Read again: the compiler does not see the callback's assignment.
  const judged = verdict as Verdict;
  if (opening.kind === 'damaged') {
    const how = judged.kind === 'broken' ? judged.how : opening.fault;
    const isForeign = how === 'foreignLog';
    // What another plan's log holds must not get into this one.
    const wal: WalReport = isForeign ? { ...survey.wal, isCut: true, sound: [], all: [] } : survey.wal;
    return openRecovered({ ...survey, wal }, HAPPENED[how], options);
  }
  if (opening.kind === 'refused') return opening.failure;
  return keep(opening, survey, noteOddities(opening.db, survey, judged, options), options);
}

/** Writes down what was odd about a plan that is used as it is; null when nothing was. */
function noteOddities(
  db: Database,
  survey: Survey,
  verdict: Verdict,
  { now, nameOf }: PlanFileOptions,
): RecoveryNote | null {
  if (verdict.kind !== 'odd' && !survey.isLogMissing) return null;
  const id = newRecoveryId(survey.folder, now());
  const odd = verdict.kind === 'odd' ? verdict : null;
  const note: RecoveryNote = { id, at: now(), ...oddAccount(survey, odd, nameOf), quarantine: null };
  writeRecoveryNote(survey.folder, note);
  // From here on state and history agree again, so that the same thing is not said at every start.
  explain(db, odd?.odd ?? [], id, now());
  // From here on the newest backup agrees with the plan, too. The one it was compared with stays, named by the note.
  makeBackup(db, survey.folder, now());
  return note;
}

/** Puts a sound plan in the place of a broken one and opens it. */
function openRecovered(survey: Survey, happened: string, options: PlanFileOptions): Result<PlanFile> {
  const { folder, wal, seal, state, strayPages } = survey;
  const closedAtSeq = state === 'sealed' || state === 'altered' ? (seal?.lastSeq ?? null) : null;
  const sealedBytes = seal?.bytes ?? null;
  const recovered = recoverPlan({ folder, happened, wal, strayPages, closedAtSeq, sealedBytes }, options);
  if (!recovered.ok) return recovered;
  const opening = openPlan(folder, { depth: 'quick' });
  return keep(opening, { ...survey, state: 'unknown' }, recovered.value, options);
}

function keep(
  opening: Opening,
  survey: Survey,
  note: RecoveryNote | null,
  { today, now }: PlanFileOptions,
): Result<PlanFile> {
  if (opening.kind === 'refused') return opening.failure;
  if (opening.kind === 'damaged')
    return failed('store-failed', `${planPath(survey.folder)} cannot be opened.`);
  const { folder, seal, state } = survey;
  const { db, isMigrated } = opening;
  // Under the new schema entries have their ids from here on: the next recovery must start from these.
  if (isMigrated) makeBackup(db, folder, now());
  const whole = state === 'sealed' && !isMigrated ? seal : null;
  const checkedOn = whole !== null && !isDue(survey, today()) ? whole.checkedOn : today();
  if (whole !== null && checkedOn !== whole.checkedOn) writeSeal(folder, 'closed', { ...whole, checkedOn });
  return ok(keepPlanFile({ folder, db, note, seal: whole, checkedOn, now }));
}
