import { describe, expect, it } from 'vitest';
import {
  CONTENT_SECURITY_POLICY,
  SECURITY_HEADERS,
} from '../../electron/security/content-security-policy.ts';
import { secureWebPreferences } from '../../electron/security/web-preferences.ts';

const directives = new Map(
  CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources.join(' ')] as const;
  }),
);

describe('content security policy', () => {
  it('allows nothing that is not named', () => {
    expect(directives.get('default-src')).toBe("'none'");
  });

  it.each(['script-src', 'style-src', 'font-src'])('takes %s from our own files only', (name) => {
    expect(directives.get(name)).toBe("'self'");
  });

  it.each(['connect-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors'])(
    'closes %s',
    (name) => {
      expect(directives.get(name)).toBe("'none'");
    },
  );

  it('names no inline code, no eval, no wildcard and no other host', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|blob:/);
  });

  it('requires trusted types for scripts', () => {
    expect(directives.get('require-trusted-types-for')).toBe("'script'");
  });
});

describe('headers', () => {
  it('let no page of ours use what it has no use for', () => {
    const features = (SECURITY_HEADERS['Permissions-Policy'] ?? '').split(', ');
    expect(features).toEqual(
      expect.arrayContaining([
        'camera=()',
        'microphone=()',
        'usb=()',
        'serial=()',
        'hid=()',
        'clipboard-read=()',
      ]),
    );
    for (const feature of features) expect(feature).toMatch(/^[a-z-]+=\(\)$/);
  });
});

describe('web preferences', () => {
  const preferences = secureWebPreferences({ preload: '/app/preload.cjs', devTools: false });

  it.each(['sandbox', 'contextIsolation', 'webSecurity'] as const)('turns %s on', (name) => {
    expect(preferences[name]).toBe(true);
  });

  it.each([
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'webviewTag',
    'navigateOnDragDrop',
    'spellcheck',
  ] as const)('turns %s off', (name) => {
    expect(preferences[name]).toBe(false);
  });

  it('leaves the engine’s experimental switches alone', () => {
    expect(preferences).not.toHaveProperty('enableBlinkFeatures');
  });

  it('has no dialogs that hand the page files of the user’s', () => {
    expect(preferences.disableBlinkFeatures).toBe('FileSystemAccessLocal');
  });

  it('offers developer tools only where it is told to', () => {
    expect(preferences.devTools).toBe(false);
    expect(secureWebPreferences({ preload: '/p', devTools: true }).devTools).toBe(true);
  });
});
