/** True for an address that may be handed to the user's browser: https, a host name, no login in it. Checklist item 15. */
export function isSafeLink(url: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(url);
    return protocol === 'https:' && hostname.includes('.') && username === '' && password === '';
  } catch {
    return false;
  }
}
