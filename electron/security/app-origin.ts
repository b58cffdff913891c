/** The scheme our own pages are served under. Registered as standard and secure, it has a real origin. */
export const APP_SCHEME = 'app';

/** The one origin whose pages may talk to the main process. */
export const APP_ORIGIN = 'app://first-claim';

/** `scheme://host` of an address, with the port if it names one; null when it is no address or carries a login. */
export function originOf(url: string): string | null {
  // `URL.origin` is "null" for schemes Node does not know, so put it together from its parts.
  try {
    const { protocol, host, username, password } = new URL(url);
    return username === '' && password === '' ? `${protocol}//${host}` : null;
  } catch {
    return null;
  }
}

/** True for an address of our own pages: parsed and compared whole, never by its beginning. */
export function isAppUrl(url: string): boolean {
  return originOf(url) === APP_ORIGIN;
}
