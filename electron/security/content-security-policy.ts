/**
 * What our pages may load: their own files and nothing else. Both shells send it as a header, the only place where
 * `frame-ancestors` counts. Checklist item 7 of Electron's security guide.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** What no page of ours uses, and the engine need not even ask anybody about. */
const UNUSED = [
  'camera',
  'microphone',
  'display-capture',
  'geolocation',
  'usb',
  'serial',
  'hid',
  'bluetooth',
  'midi',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'clipboard-read',
  'local-fonts',
  'screen-wake-lock',
];

/** Headers of every answer, whatever its status. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};
