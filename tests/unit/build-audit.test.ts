import { describe, expect, it } from 'vitest';
import { readAudit } from '../../build/audit-packages.ts';

const clean = { vulnerabilities: {}, metadata: { vulnerabilities: { high: 0, critical: 0, moderate: 2 } } };

describe('the audit of the packages', () => {
  it('is clean when nothing is rated high or critical', () => {
    expect(readAudit(JSON.stringify(clean)).verdict).toBe('clean');
  });

  it('names the packages with holes, whatever is printed around the report', () => {
    const report = {
      vulnerabilities: { left: { severity: 'critical' }, right: { severity: 'moderate' } },
      metadata: { vulnerabilities: { high: 0, critical: 1 } },
    };
    const { verdict, words } = readAudit(
      `npm warn something\n${JSON.stringify(report, null, 2)}\nnpm notice`,
    );
    expect([verdict, words]).toEqual(['holes', 'Packages with known holes: left (critical).']);
  });

  it.each([
    '',
    'npm error code ENOTFOUND',
    '{}',
    '{"metadata":{}}',
    '{"metadata":{"vulnerabilities":{"high":0}}}',
    '{ broken',
  ])('is unknown, never clean, when the registry did not answer: %j', (output) => {
    const { verdict, words } = readAudit(output);
    expect(verdict).toBe('unknown');
    expect(words).toMatch(/^UNKNOWN: .*Nothing was checked\.$/);
  });

  it('says why when the registry refused, without its address', () => {
    const refused = { message: '405 Method Not Allowed - POST https://registry.example/advisories/bulk' };
    expect(readAudit(`npm warn\n${JSON.stringify(refused)}`).words).toContain('(405 Method Not Allowed)');
    expect(readAudit(`npm warn\n${JSON.stringify(refused)}`).words).not.toContain('registry.example');
  });
});
