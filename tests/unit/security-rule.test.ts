import { describe, expect, it } from 'vitest';
import { ITEM_IDS } from '../../shared/catalog/ids.ts';
import { ruleSpecifications, securityRule } from '../../shared/catalog/security-rule.ts';
import { DEVICE_CHECK_IDS } from '../../shared/domain/device-checks/device-check.ts';

// Appendix A to Subpart C of Part 164, row by row. It prints "Workforce Clearance Procedure" without a mark; the mark
// here is the one in 164.308(a)(3)(ii)(B).
const APPENDIX_A = `
Security Management Process | 164.308(a)(1) | Risk Analysis (R); Risk Management (R); Sanction Policy (R); Information System Activity Review (R)
Assigned Security Responsibility | 164.308(a)(2) | (R)
Workforce Security | 164.308(a)(3) | Authorization and/or Supervision (A); Workforce Clearance Procedure (A); Termination Procedures (A)
Information Access Management | 164.308(a)(4) | Isolating Health care Clearinghouse Function (R); Access Authorization (A); Access Establishment and Modification (A)
Security Awareness and Training | 164.308(a)(5) | Security Reminders (A); Protection from Malicious Software (A); Log-in Monitoring (A); Password Management (A)
Security Incident Procedures | 164.308(a)(6) | Response and Reporting (R)
Contingency Plan | 164.308(a)(7) | Data Backup Plan (R); Disaster Recovery Plan (R); Emergency Mode Operation Plan (R); Testing and Revision Procedure (A); Applications and Data Criticality Analysis (A)
Evaluation | 164.308(a)(8) | (R)
Business Associate Contracts and Other Arrangement | 164.308(b)(1) | Written Contract or Other Arrangement (R)
Facility Access Controls | 164.310(a)(1) | Contingency Operations (A); Facility Security Plan (A); Access Control and Validation Procedures (A); Maintenance Records (A)
Workstation Use | 164.310(b) | (R)
Workstation Security | 164.310(c) | (R)
Device and Media Controls | 164.310(d)(1) | Disposal (R); Media Re-use (R); Accountability (A); Data Backup and Storage (A)
Access Control | 164.312(a)(1) | Unique User Identification (R); Emergency Access Procedure (R); Automatic Logoff (A); Encryption and Decryption (A)
Audit Controls | 164.312(b) | (R)
Integrity | 164.312(c)(1) | Mechanism to Authenticate Electronic Protected Health Information (A)
Person or Entity Authentication | 164.312(d) | (R)
Transmission Security | 164.312(e)(1) | Integrity Controls (A); Encryption (A)
`;

// Not in the appendix: 164.314 and 164.316, from their own text.
const BEYOND = `
Business associate contracts or other arrangements | 164.314(a)(1) | Business associate contracts (R); Other arrangements (R); Business associate contracts with subcontractors (R)
Requirements for group health plans | 164.314(b)(1) | Plan documents of group health plans (R)
Policies and procedures | 164.316(a) | (R)
Documentation | 164.316(b)(1) | Documentation (R); Time limit (R); Availability (R); Updates (R)
`;

// The appendix and the sections differ in a few final letters.
const plain = (title: string): string =>
  title.toLowerCase().replace(/\b(function|procedure|arrangement)s\b/g, '$1');

const rowsOf = (table: string): string[] =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [standard = '', cite = '', list = ''] = line.split('|').map((cell) => cell.trim());
      return list.split(';').map((entry) => {
        const title = entry.replace(/\((?:R|A)\)\s*$/, '').trim() || standard;
        return [plain(standard), cite, plain(title), entry.includes('(A)') ? 'addressable' : 'required'].join(
          ' | ',
        );
      });
    });

const catalogRows = securityRule.map(({ cite, title, specifications }) =>
  specifications.map((one) => [plain(title), cite, plain(one.title), one.mark].join(' | ')),
);

describe('the map of the Security Rule', () => {
  it('has every row of Appendix A with its mark, in order, and beyond it 164.314 and 164.316', () => {
    expect(catalogRows.flat()).toEqual([...rowsOf(APPENDIX_A), ...rowsOf(BEYOND)]);
  });

  it('counts as the appendix does: 18 standards, 20 required and 22 addressable', () => {
    const inAppendix = securityRule.filter(({ cite }) => /^164\.3(?:08|10|12)/.test(cite));
    const marks = inAppendix.flatMap(({ specifications }) => specifications.map(({ mark }) => mark));
    expect(inAppendix).toHaveLength(18);
    expect(marks.filter((mark) => mark === 'required')).toHaveLength(20);
    expect(marks.filter((mark) => mark === 'addressable')).toHaveLength(22);
  });

  it('cites each thing once, within its own section', () => {
    const cites = ruleSpecifications.map(({ cite }) => cite);
    expect(new Set(cites).size).toBe(cites.length);
    for (const standard of securityRule) {
      const section = standard.cite.slice(0, '164.308'.length);
      expect(section).toBe(`164.${standard.source}`);
      for (const { cite } of standard.specifications) {
        expect(cite).toMatch(/^164\.3\d\d\([a-e]\)(?:\(\d\))?(?:\([ivx]+\))?(?:\([A-E]\))?$/);
        expect(cite.startsWith(section)).toBe(true);
      }
    }
  });

  it('says for each thing what it means at home, what shows it, and which items and checks answer it', () => {
    for (const { cite, control, evidence, items, checks, onlyIf } of ruleSpecifications) {
      expect(control, cite).toMatch(/\.$/);
      expect(evidence, cite).not.toBe('');
      expect(items.length > 0 || onlyIf !== null, cite).toBe(true);
      expect(
        items.filter((item) => !ITEM_IDS.includes(item)),
        cite,
      ).toEqual([]);
      expect(new Set(items).size, cite).toBe(items.length);
      const known: readonly string[] = [...DEVICE_CHECK_IDS, 'portal-tls'];
      expect(
        checks.filter((check) => !known.includes(check)),
        cite,
      ).toEqual([]);
    }
  });

  it('uses every check of this app for something', () => {
    const used = new Set(ruleSpecifications.flatMap(({ checks }) => checks));
    expect([...used].sort()).toEqual([...DEVICE_CHECK_IDS, 'portal-tls'].sort());
  });

  it('concerns every biller but for clearinghouses, other arrangements and group health plans', () => {
    const others = ruleSpecifications.filter(({ onlyIf }) => onlyIf !== null).map(({ cite }) => cite);
    expect(others).toEqual(['164.308(a)(4)(ii)(A)', '164.314(a)(2)(ii)', '164.314(b)(2)']);
  });
});
