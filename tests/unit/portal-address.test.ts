import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp, isPrivateIp, parseIpv4, parseIpv6 } from '../../shared/domain/ip-address.ts';
import { parsePortalAddress } from '../../shared/domain/portal-address.ts';
import { anyPortal, publicPortalsOnly } from '../../shared/domain/portal-policy.ts';

const read = (typed: string) => parsePortalAddress(typed, domainToASCII);
const messageFor = (typed: string): string => {
  const result = read(typed);
  return result.ok ? `accepted ${result.value.host}` : result.error.message;
};

describe('the address of a portal', () => {
  it.each([
    ['portal.example.com', 'portal.example.com', 443, 'portal.example.com'],
    ['  https://portal.example.com  ', 'portal.example.com', 443, 'portal.example.com'],
    ['HTTPS://Portal.Example.COM/login?next=/a@b:c#top', 'portal.example.com', 443, 'portal.example.com'],
    ['https:portal.example.com', 'portal.example.com', 443, 'portal.example.com'],
    ['//portal.example.com/x', 'portal.example.com', 443, 'portal.example.com'],
    ['portal.example.com.', 'portal.example.com', 443, 'portal.example.com'],
    ['portal.example.com:8443/path', 'portal.example.com', 8443, 'portal.example.com, port 8443'],
    ['portal.example.com:', 'portal.example.com', 443, 'portal.example.com'],
    ['https://portal.example.com:65535', 'portal.example.com', 65535, 'portal.example.com, port 65535'],
    [
      'münchen.example.com',
      'xn--mnchen-3ya.example.com',
      443,
      'münchen.example.com (xn--mnchen-3ya.example.com)',
    ],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah', 443, '例え.テスト (xn--r8jz45g.xn--zckzah)'],
    ['８.８.８.８', '8.8.8.8', 443, '８.８.８.８ (8.8.8.8)'],
    ['8.8.8.8:444', '8.8.8.8', 444, '8.8.8.8, port 444'],
    ['[2606:4700:0:0::1111]:8443', '2606:4700::1111', 8443, '[2606:4700::1111], port 8443'],
    ['https://[2606:4700::1111]/', '2606:4700::1111', 443, '[2606:4700::1111]'],
    ['2606:4700::1111', '2606:4700::1111', 443, '[2606:4700::1111]'],
    ['::1', '::1', 443, '[::1]'],
    ['localhost:4433', 'localhost', 4433, 'localhost, port 4433'],
  ])('is read from %j', (typed, host, port, display) => {
    const found = read(typed);
    expect(found).toMatchObject({ ok: true, value: { host, port, display } });
    // What is kept of it leads to the same place when it is read again.
    expect(found.ok && read(found.value.written)).toEqual(found);
  });

  it.each([
    ['', 'Enter the address'],
    [' \n ', 'Enter the address'],
    ['my portal.example.com', 'no spaces'],
    ['The portal is at portal.example.com, thanks', 'no spaces'],
    ['https://ann:secret@portal.example.com', 'user name and the password'],
    ['ann:secret@portal.example.com', 'user name and the password'],
    ['ann@portal.example.com', 'user name and the password'],
    ['http://portal.example.com', 'not encrypted'],
    ['ftp://portal.example.com', 'Only web addresses'],
    ['javascript:alert(1)', 'Only web addresses'],
    ['mailto:ann@example.com', 'Only web addresses'],
    ['file:///etc/passwd', 'Only web addresses'],
    ['portal.example.com:0', 'port does not exist'],
    ['portal.example.com:70000', 'port does not exist'],
    ['localhost:0', 'port does not exist'],
    ['portal.example.com:99999999999', 'not a port'],
    ['portal.example.com:https', 'not a port'],
    ['portal.example.com:-1', 'not a port'],
    ['https://', 'not the name of a portal'],
    ['https:///login', 'not the name of a portal'],
    ['portal_one.example.com', 'not the name of a portal'],
    ['-portal.example.com', 'not the name of a portal'],
    ['portal..example.com', 'not the name of a portal'],
    ['portal.example.com"><script>', 'not the name of a portal'],
    ['%65xample.com', 'not the name of a portal'],
    [`${'a'.repeat(64)}.example.com`, 'not the name of a portal'],
    [`${'abcdefg.'.repeat(40)}com`, 'not the name of a portal'],
    ['a'.repeat(3000), 'too long'],
    ['1.2.3', 'not a complete one'],
    ['256.1.1.1', 'not a complete one'],
    ['0x7f.1', 'not a complete one'],
    ['2130706433', 'not a complete one'],
    ['010.0.0.1', 'not a complete one'],
    ['[::1', 'not a complete one'],
    ['[fe80::1%eth0]', 'not a complete one'],
    ['1:2:3:4:5:6:7:8:9', 'not a complete one'],
    ['[1::2::3]', 'not a complete one'],
  ])('is refused in plain words: %j', (typed, words) => {
    expect(messageFor(typed)).toContain(words);
  });

  it('never repeats what was typed in a refusal, in case it holds a password', () => {
    for (const typed of [
      'https://ann:hunter2@portal.example.com',
      'ann:hunter2@x',
      'hunter2 hunter2',
      'x:hunter2',
    ]) {
      expect(messageFor(typed)).not.toContain('hunter2');
    }
  });

  it('hides direction marks from the name it shows', () => {
    const result = read('mün\u200dchen.example.com');
    expect(result.ok ? result.value.display : '').not.toMatch(/\p{C}/u);
  });

  it('gives back the same address for whatever it accepted', () => {
    const pieces = fc.constantFrom(
      ...'a|b1|-|xn--|.|0x1|10|é|。|:|::|8443|[|]|@|/|https://|?|%|ffff'.split('|'),
    );
    const typed = fc.oneof(
      fc.array(pieces, { minLength: 1, maxLength: 9 }).map((parts) => parts.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const first = read(text);
        if (!first.ok) return;
        const { host, port } = first.value;
        expect(host).toMatch(/^[a-z0-9.:-]+$/);
        const again = read(host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);
        expect(again).toMatchObject({ ok: true, value: { host, port } });
      }),
      { numRuns: 500 },
    );
  });
});

describe('the policy for portals', () => {
  it.each([
    'localhost',
    'intranet',
    'router.local',
    'nas.lan',
    'ehr.corp',
    'printer.home.arpa',
    'a.localhost',
    'portal.internal',
    '10.0.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fd00::2',
    'fe80::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '64:ff9b::10.0.0.1',
    '2001:db8::1',
  ])('refuses %s', (host) => {
    expect(publicPortalsOnly(host)).toMatch(/private/);
    expect(anyPortal(host)).toBeNull();
  });

  it.each([
    'portal.example.com',
    'local.example.com',
    'mylocal.com',
    '8.8.8.8',
    '172.32.0.1',
    '172.15.255.255',
    '100.128.0.1',
    '2606:4700::1111',
    '64:ff9b::8.8.8.8',
  ])('allows %s', (host) => {
    expect(publicPortalsOnly(host)).toBeNull();
  });
});

describe('addresses in numbers', () => {
  it.each([
    ['2001:db8:0:0:0:0:2:1', '2001:db8::2:1'],
    ['2001:0db8:0000:0001:0001:0001:0001:0001', '2001:db8:0:1:1:1:1:1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:0:0:0:0:0:0', '1::'],
    ['::ffff:192.0.2.1', '::ffff:c000:201'],
    ['FE80::ABCD', 'fe80::abcd'],
    ['10:0:0:100:0:0:0:1', '10:0:0:100::1'],
  ])('%s is written %s', (text, canonical) => {
    expect(formatIp(parseIpv6(text) ?? [])).toBe(canonical);
  });

  it('reads back every IPv6 address it writes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 0, 0, 1, 16, 255), { minLength: 16, maxLength: 16 }),
        (bytes) => {
          expect(parseIpv6(formatIp(bytes))).toEqual(bytes);
        },
      ),
    );
  });

  it('takes no address for public that its own family calls private', () => {
    expect(isPrivateIp(parseIpv4('192.0.2.1') ?? [])).toBe(true);
    expect(parseIpv4('1.2.3.04')).toBeNull();
    expect(parseIpv6('12345::')).toBeNull();
    expect(parseIpv6('1:2:3:4:5:6:7::8')).toBeNull();
  });
});
