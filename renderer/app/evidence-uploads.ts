import { MAX_CHUNK_BYTES, refuseFile } from '../../shared/domain/evidence.ts';
import { nameForNote } from '../../shared/domain/evidence-name.ts';
import { type EvidenceNote, MAX_EVIDENCE } from '../../shared/domain/field.ts';
import { BridgeError, bridge } from './bridge.ts';
import { type EvidencePlace, tooMany } from './evidence-place.ts';
import { toBase64 } from './to-base64.ts';

/** A file on its way. */
export interface UploadView {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
}

/** What is happening in one field. */
export interface PlaceState {
  readonly uploads: readonly UploadView[];
  /** Why files were not attached, in words. */
  readonly failures: readonly string[];
  /** Good to know about files that were. */
  readonly remarks: readonly string[];
}

const NOTHING: PlaceState = { uploads: [], failures: [], remarks: [] };

export interface UploadPorts {
  /** How many documents a place holds. */
  readonly countAt: (place: EvidencePlace) => number;
  /** Puts a document into the answer, or says why not. */
  readonly deliver: (
    place: EvidencePlace,
    note: EvidenceNote,
  ) => { readonly failure?: string; readonly remark?: string };
}

interface Job {
  readonly place: EvidencePlace;
  readonly file: File;
  view: UploadView;
  isCancelled: boolean;
}

/** Given up by the user: nothing to say about it. */
class Cancelled extends Error {}

/**
 * Sends files one after the other, and puts each into its answer when it is kept. Belongs to the window, not to a page:
 * leaving a page does not stop a file that is on its way.
 */
export class EvidenceUploads {
  readonly #ports: UploadPorts;
  readonly #states = new Map<string, PlaceState>();
  readonly #listeners = new Set<() => void>();
  #waiting: Job[] = [];
  #current: Job | null = null;
  #made = 0;

  constructor(ports: UploadPorts) {
    this.#ports = ports;
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly stateAt = (path: string): PlaceState => this.#states.get(path) ?? NOTHING;

  /** Takes files for a field. What cannot be attached is said at once. */
  readonly attach = (place: EvidencePlace, files: readonly File[]): void => {
    this.#set(place.path, { ...this.stateAt(place.path), failures: [], remarks: [] });
    for (const file of files) {
      const name = nameForNote(file.name);
      const taken = this.#ports.countAt(place) + this.stateAt(place.path).uploads.length;
      const refusal = taken < MAX_EVIDENCE ? refuseFile(name, file.size) : tooMany(name);
      if (refusal === null) this.#enqueue(place, file, name);
      else this.#say(place.path, 'failures', refusal);
    }
    if (this.#current === null) void this.#work();
  };

  /** Says something about files that never were any, such as a folder. */
  readonly refuse = (path: string, words: string): void => this.#say(path, 'failures', words);

  /** Gives a file up. What was sent of it is thrown away. */
  readonly cancel = (path: string, id: number): void => {
    for (const job of [...this.#waiting, this.#current]) {
      if (job?.view.id === id) job.isCancelled = true;
    }
    this.#waiting = this.#waiting.filter((job) => !job.isCancelled);
    this.#drop(path, id);
  };

  #enqueue(place: EvidencePlace, file: File, name: string): void {
    this.#made += 1;
    const view: UploadView = { id: this.#made, name, bytes: file.size, sent: 0 };
    this.#waiting.push({ place, file, view, isCancelled: false });
    const state = this.stateAt(place.path);
    this.#set(place.path, { ...state, uploads: [...state.uploads, view] });
  }

  async #work(): Promise<void> {
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) {
      this.#current = job;
      const { path } = job.place;
      try {
        const note = await this.#send(job);
        // In one go with what follows, so that the field never shows neither the one nor the other.
        const { failure, remark } = this.#ports.deliver(job.place, note);
        if (failure !== undefined) this.#say(path, 'failures', failure);
        if (remark !== undefined) this.#say(path, 'remarks', remark);
      } catch (thrown) {
        if (!(thrown instanceof Cancelled)) this.#say(path, 'failures', wordsFor(thrown, job.view.name));
      }
      this.#drop(path, job.view.id);
      this.#current = null;
    }
  }

  async #send(job: Job): Promise<EvidenceNote> {
    const { name, bytes } = job.view;
    const { uploadId } = await bridge.beginEvidence({ fileName: name, bytes });
    try {
      for (let at = 0; at < bytes; at += MAX_CHUNK_BYTES) {
        const base64 = await toBase64(job.file.slice(at, at + MAX_CHUNK_BYTES));
        if (job.isCancelled) throw new Cancelled();
        await bridge.addEvidenceChunk({ uploadId, at, base64 });
        this.#progress(job, Math.min(bytes, at + MAX_CHUNK_BYTES));
      }
      if (job.isCancelled) throw new Cancelled();
      const { file, isRepaired } = await bridge.finishEvidence({ uploadId });
      if (job.isCancelled) throw new Cancelled();
      if (isRepaired) this.#say(job.place.path, 'remarks', repaired(name));
      return { name, location: '', file };
    } catch (thrown) {
      // Where the other side has given it up by itself there is nothing left to cancel.
      await bridge.cancelEvidence({ uploadId }).catch(() => undefined);
      throw thrown;
    }
  }

  #progress(job: Job, sent: number): void {
    if (job.isCancelled) return;
    job.view = { ...job.view, sent };
    const state = this.stateAt(job.place.path);
    const uploads = state.uploads.map((view) => (view.id === job.view.id ? job.view : view));
    this.#set(job.place.path, { ...state, uploads });
  }

  #drop(path: string, id: number): void {
    const state = this.stateAt(path);
    this.#set(path, { ...state, uploads: state.uploads.filter((view) => view.id !== id) });
  }

  #say(path: string, kind: 'failures' | 'remarks', words: string): void {
    const state = this.stateAt(path);
    this.#set(path, { ...state, [kind]: [...state[kind], words] });
  }

  #set(path: string, state: PlaceState): void {
    this.#states.set(path, state);
    for (const listener of [...this.#listeners]) listener();
  }
}

function repaired(name: string): string {
  return `“${name}” was kept before, but its copy was damaged. It has been put right.`;
}

function wordsFor(thrown: unknown, name: string): string {
  // Whatever else is thrown comes from reading the file.
  return thrown instanceof BridgeError
    ? thrown.message
    : `“${name}” could not be read. It may have been moved or changed meanwhile. Attach it again.`;
}
