/**
 * Value of the `Link` header of a page of a list (RFC 8288): its first page, and the next one if there is any. Addresses are relative to the
 * host, because a copy or a proxy has another.
 */
export function linkOf(direccion: string, siguiente: string | null): string {
  const [path = '', ...query] = direccion.split('?')
  const at = (despues: string | null): string => {
    const asked = new URLSearchParams(query.join('?'))
    asked.delete('despues')
    if (despues !== null) asked.set('despues', despues)
    return asked.size > 0 ? `${path}?${asked}` : path
  }
  const first = `<${at(null)}>; rel="first"`
  return siguiente === null ? first : `${first}, <${at(siguiente)}>; rel="next"`
}
