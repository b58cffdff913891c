import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** A small disk of its own, for tests that fill it up or close it to writing. */
export interface SmallDisk {
  /** Where it is mounted. */
  readonly path: string;
  /** Fills it up to the last byte. */
  readonly fill: () => void;
  readonly free: () => void;
  /** Closes it to writing, and opens it again, while programs have files open on it. */
  readonly setReadOnly: (isReadOnly: boolean) => void;
  /** Takes it away, whatever still uses it. */
  readonly unmount: () => void;
}

const SYS_ADMIN = 21n;
const BYTES = 24 * 1_024 * 1_024;

/** Why this process may not mount a disk; null when it may. */
export function whyNoDisk(): string | null {
  if (process.platform !== 'linux') return 'Only Linux mounts a disk for a test.';
  if (!mayMount()) return 'Only root may mount a disk, and not in every container.';
  if (!existsSync('/dev/loop-control')) return 'This machine makes no disk out of a file.';
  const missing = ['mkfs.ext4', 'chattr'].filter((tool) => !isInstalled(tool));
  return missing.length === 0 ? null : `There is no ${missing.join(' and no ')} here.`;
}

/** Whether the system lets this process administer it: being root is not enough in a container. */
function mayMount(): boolean {
  const [, rights = '0'] = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return ((BigInt(`0x${rights}`) >> SYS_ADMIN) & 1n) === 1n;
}

function isInstalled(tool: string): boolean {
  return ['/sbin', '/usr/sbin', '/bin', '/usr/bin'].some((folder) => existsSync(join(folder, tool)));
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: 'ignore', timeout: 10_000 });
}

/**
 * Mounts a disk below `folder`. The system closes none to writing that has files open for it: the files of a plan that
 * are there are closed one by one, and everything else by a view of the same disk that is laid over it.
 */
export function mountDisk(folder: string): SmallDisk {
  const path = join(folder, 'disk');
  const image = join(folder, 'disk.img');
  mkdirSync(path);
  writeFileSync(image, '');
  truncateSync(image, BYTES);
  run('mkfs.ext4', '-q', '-m', '0', image);
  run('mount', '-o', 'loop', image, path);
  const ballast = join(path, 'ballast');
  const closed: string[] = [];
  return {
    path,
    fill: () => {
      const { bavail, bsize } = statfsSync(path);
      // What the file system says is free and what it gives are not the same: the last of it goes block by block.
      for (let size = bavail * bsize; size >= 512; size = Math.floor(size / 2)) {
        try {
          writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
          size *= 2;
        } catch {
          // Less, then.
        }
      }
    },
    free: () => rmSync(ballast, { force: true }),
    setReadOnly: (isReadOnly) => {
      if (!isReadOnly) {
        run('umount', '--lazy', path);
        for (const file of closed.splice(0)) run('chattr', '-i', file);
        return;
      }
      for (const name of ['plan.db', 'plan.db-wal']) {
        const file = join(path, 'plan', name);
        if (!existsSync(file)) continue;
        run('chattr', '+i', file);
        closed.push(file);
      }
      run('mount', '--bind', '-o', 'ro', path, path);
    },
    unmount: () => {
      for (let layer = 0; layer < 2; layer += 1) {
        try {
          run('umount', '--lazy', path);
        } catch {
          return;
        }
      }
    },
  };
}
