import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { ArchiveDescription } from '../../shared/ipc/archive-contract.ts';
import { SCHEMA_VERSION } from '../store/migrations/index.ts';
import { parseJson } from '../store/plan-rows.ts';
import { evidenceName, MANIFEST_NAME, type Manifest, PLAN_NAME, parseManifest } from './archive-format.ts';
import { ArchiveRefusal, refusalInWords } from './archive-refusal.ts';
import { checkPlan, NEWER } from './check-plan.ts';
import { closeStaging, openStaging } from './staging.ts';
import { openZip, type ZipReading } from './zip-reading.ts';

/** An archive that was looked into. */
export interface InspectedArchive {
  readonly path: string;
  /** Of the manifest, which names the hash of everything else: the same digest is the same archive. */
  readonly digest: string;
  readonly description: ArchiveDescription;
}

const MOST_OF_A_NAME = 200;

/**
 * Looks into an archive and says what it holds, for a person to decide. Reads its list of contents, its manifest and
 * its plan, which is checked as a whole; the evidence is read when it is imported. Leaves nothing behind.
 */
export async function inspectArchive(path: string, dataFolder: string): Promise<Result<InspectedArchive>> {
  let staging: string | null = null;
  let zip: ZipReading | null = null;
  try {
    zip = await openZip(path);
    const { manifest, digest } = await readManifest(zip);
    staging = openStaging(dataFolder, 'import');
    await zip.unpack(PLAN_NAME, join(staging, PLAN_NAME), manifest.plan, () => {});
    const { facts } = checkPlan(staging, manifest);
    return ok({
      path,
      digest,
      description: {
        fileName: basename(path),
        folder: dirname(path),
        bytes: statSync(path).size,
        createdAt: manifest.createdAt,
        appVersion: manifest.app,
        businessName: facts.businessName.slice(0, MOST_OF_A_NAME),
        lastChangeAt: instantOrNull(facts.lastChangeAt),
        items: facts.items,
        records: facts.records,
        checks: facts.checks,
        evidenceFiles: manifest.evidence.length,
        evidenceBytes: manifest.evidence.reduce((sum, { bytes }) => sum + bytes, 0),
        absentFiles: manifest.absent.length,
      },
    });
  } catch (error) {
    return refusalInWords(error, 'Nothing was imported.');
  } finally {
    zip?.close();
    if (staging !== null) closeStaging(staging);
  }
}

/** Reads the manifest and makes sure that exactly what it names is there. Throws `ArchiveRefusal`. */
export async function readManifest(
  zip: ZipReading,
): Promise<{ readonly manifest: Manifest; readonly digest: string }> {
  if (!zip.sizes.has(MANIFEST_NAME)) {
    throw new ArchiveRefusal('This is not a First Claim archive: it does not say what it holds.');
  }
  const bytes = await zip.read(MANIFEST_NAME);
  const manifest = parseManifest(parseJson(bytes.toString('utf8')));
  if (manifest === 'newer') throw new ArchiveRefusal(NEWER);
  if (manifest === null) {
    throw new ArchiveRefusal('This is not a First Claim archive, or what it says of itself is damaged.');
  }
  if (manifest.plan.schemaVersion > SCHEMA_VERSION) throw new ArchiveRefusal(NEWER);
  refuseDifference(zip, manifest);
  return { manifest, digest: createHash('sha256').update(bytes).digest('hex') };
}

function refuseDifference(zip: ZipReading, manifest: Manifest): void {
  const named = new Map([
    [PLAN_NAME, manifest.plan.bytes],
    ...manifest.evidence.map(({ sha256, bytes }) => [evidenceName(sha256), bytes] as const),
  ]);
  const isTwice = named.size !== manifest.evidence.length + 1;
  const isExtra = [...zip.sizes.keys()].some((name) => name !== MANIFEST_NAME && !named.has(name));
  if (isTwice || isExtra) throw new ArchiveRefusal('The archive holds more than it says.');
  for (const [name, bytes] of named) {
    const size = zip.sizes.get(name);
    if (size === undefined) throw new ArchiveRefusal('A part of the archive is missing.');
    if (size !== bytes)
      throw new ArchiveRefusal('A file in the archive does not have the size it should have.');
  }
}

/** A plan from elsewhere may hold any text in the place of a time. */
function instantOrNull(text: unknown): string | null {
  return typeof text === 'string' && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : null;
}
