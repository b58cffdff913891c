import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { PortalCheck } from '../../shared/domain/portal-check.ts';
import { portalCheckSchema } from '../../shared/domain/portal-check-schema.ts';
import { makeCertificate, type TestCertificate } from './certificates.ts';
import {
  electronAsNode,
  nodeChecker,
  openElectronChecker,
  type PortalChecker,
  type PortalTestQuestion,
} from './portal-checker.ts';

export const HOST = 'portal.example.com';

/** An authority of our own, and an intermediate one under it. */
export const authority = makeCertificate({ name: 'Test Authority', isAuthority: true });
export const between = makeCertificate({ name: 'Test Intermediate', isAuthority: true, issuer: authority });

/** A sound certificate for `HOST` under the intermediate authority, with whatever a test wants to be different. */
export function portalCertificate(wanted: Parameters<typeof makeCertificate>[0] = {}): TestCertificate {
  return makeCertificate({ name: HOST, names: [`dns:${HOST}`], issuer: between, ...wanted });
}

/** Asks the check under test. Our authority is trusted unless `ca` says otherwise. */
export type Ask = (question: Partial<PortalTestQuestion> & { port: number }) => Promise<PortalCheck>;

const electron = electronAsNode();

/** Runs a suite against the library of Node, and against Electron's own where its runtime is installed. */
export function eachTlsLibrary(
  title: string,
  suite: (ask: Ask, library: { readonly isBoring: boolean }) => void,
): void {
  describe(`${title} with OpenSSL, in Node`, () => suite(askWith(nodeChecker), { isBoring: false }));

  describe.runIf(electron !== null)(`${title} with BoringSSL, in Electron`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'first-claim-checker-'));
    let checker: PortalChecker | null = null;

    beforeAll(async () => {
      if (electron !== null) checker = await openElectronChecker(electron, folder);
    }, 60_000);

    afterAll(() => {
      checker?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const check: PortalChecker['check'] = (question) => {
      if (checker === null) throw new Error('The checker in Electron has not started.');
      return checker.check(question);
    };
    suite(askWith({ check, close: () => {} }), { isBoring: true });
  });
}

function askWith(checker: PortalChecker): Ask {
  return async (question) => {
    const check = await checker.check({ host: HOST, ca: [authority.certPem], ...question });
    // Whatever comes out can be stored and shown.
    expect(portalCheckSchema.parse(check)).toEqual(check);
    expect(check.sentences[0]).toMatch(/\w/);
    return check;
  };
}
